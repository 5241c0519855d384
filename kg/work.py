"""The work folder beside a graph: results of single texts, kept from one build to the next.

``.NAME.work`` stands beside the graph ``NAME``. It may be deleted at any time when no build runs; the next
build then analyses everything again. A part is one file, written under another name and renamed, so that a
process that is killed leaves whole parts behind and nothing else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator, Set
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from kg.errors import KgError
from kg.parts import SCHEMA

_MOSTLY: Final = 0.5


def work_folder(graph: str | os.PathLike[str]) -> Path:
    """Where the work folder of a graph stands.

    >>> work_folder("/data/graph").as_posix()
    '/data/.graph.work'
    """
    target = Path(os.path.realpath(graph))
    return target.with_name(f".{target.name}.work")


def write_error(path: object, error: Exception) -> KgError:
    """The system refuses to write: a full disk, most often."""
    reason = getattr(error, "strerror", None) or str(error).strip().splitlines()[0]
    return KgError(
        f"cannot write in {path}: {reason}; nothing is lost: make room and run the same build again",
        code="work-write",
        path=str(path),
        reason=reason,
    )


def digest(text: str) -> bytes:
    """A key in sixteen bytes, for sets of many."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]


def write_part(folder: Path, table: pa.Table) -> None:
    """Keeps results as one file, whole or not at all.

    Raises:
        OSError: the system refuses.
    """
    if not table.num_rows:
        return
    name = hashlib.sha256("\n".join(table["key"].to_pylist()).encode()).hexdigest()[:24]
    new = folder / f"{name}.new-{uuid.uuid4().hex[:8]}"
    try:
        pq.write_table(table, new, compression="zstd", compression_level=1, write_page_checksum=True)
        with open(new, "rb") as written:
            os.fsync(written.fileno())
        os.replace(new, folder / f"{name}.parquet")
    except BaseException:
        new.unlink(missing_ok=True)
        raise


class WorkFolder:
    """The work folder of one graph, held by one build; make it with :func:`held`.

    Attributes:
        path: the folder.
        parts: where the results of texts are.
        scratch: for what this build alone needs; empty at its beginning, removed at its end.
    """

    __slots__ = ("parts", "path", "scratch")

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parts = path / "parts"
        self.scratch = path / "scratch"
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.parts.mkdir(parents=True, exist_ok=True)
        self.scratch.mkdir()
        for left in self.parts.glob("*.new-*"):
            left.unlink()

    def files(self) -> list[Path]:
        """The finished parts, in order."""
        return sorted(self.parts.glob("*.parquet"))

    def known(self) -> set[bytes]:
        """Digests of the keys of all results that are there; a part that cannot be read is removed."""
        found: set[bytes] = set()
        for file in self.files():
            try:
                if not pq.read_schema(file).equals(SCHEMA):
                    raise pa.ArrowInvalid("the columns of another version")
                found.update(map(digest, _keys(file)))
            except (OSError, pa.ArrowException):
                file.unlink()
        return found

    def sweep(self, live: Set[bytes]) -> None:
        """Removes results that no input asks for any more; parts that are mostly such are written again."""
        for file in self.files():
            keys = _keys(file)
            kept = [digest(key) in live for key in keys]
            if all(kept) or sum(kept) > _MOSTLY * len(kept):
                continue
            if any(kept):
                write_part(self.parts, pq.read_table(file).filter(pa.array(kept)))
            file.unlink()

    def clear(self) -> None:
        """Forgets every result."""
        for file in self.files():
            file.unlink()


def _keys(file: Path) -> list[str]:
    keys: list[str] = pq.read_table(file, columns=["key"])["key"].to_pylist()
    return keys


@contextmanager
def held(graph: str | os.PathLike[str]) -> Iterator[WorkFolder]:
    """The work folder of a graph, for this process alone.

    The lock is the system's: it goes when its process goes, however that ends.

    Raises:
        KgError: another build holds it (``build-running``), or it cannot be written (``work-write``).
    """
    from filelock import FileLock, Timeout

    path = work_folder(graph)
    try:
        path.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path / "lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise KgError(
            f"another build of {os.fspath(graph)} is running; wait for its end, or build into another folder",
            code="build-running",
            path=os.fspath(graph),
        ) from error
    except OSError as error:
        raise write_error(path, error) from error
    try:
        work = WorkFolder(path)
        try:
            yield work
        finally:
            shutil.rmtree(work.scratch, ignore_errors=True)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        lock.release()
