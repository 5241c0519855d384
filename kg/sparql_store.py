"""The triples of a graph in an Oxigraph store that is kept beside the graph folder.

The store of ``graph`` is ``.graph.sparql-KEY``: the key says what it was made of, so a store never answers
for a graph that has changed. It is written under another name and renamed, and never changed afterwards; many
processes may read it at once. Readers hold a lock on it, so that a newer store removes only unused ones.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from kg.errors import KgError
from kg.rdf_terms import BASE_IRI, ontology_file

if TYPE_CHECKING:
    from kg.graph import Graph

LAYOUT: Final = "1"
"""Part of the key: another number where the triples of a graph or the way they are stored change."""

_ONTOLOGY: Final = ("vl.ttl", "schemes.ttl")
_LOCK: Final = "kg.lock"


def store_of(
    folder: str | os.PathLike[str],
    *,
    base_iri: str = BASE_IRI,
    tell: Callable[[], None] | None = None,
) -> Path:
    """The store of a graph folder, built where there is none or the graph has changed.

    It holds what ``kg export`` writes, without the mentions, and the ontology with all types and bodies.

    Args:
        folder: the graph.
        base_iri: where the names of documents begin.
        tell: called before a store is built, which takes a minute for a million relations.

    Returns:
        The folder of the store, beside the graph; in the user's cache where nothing can be written there.

    Raises:
        KgError: there is no graph, it is damaged, or no place can be written.
    """
    from kg.graph import Graph

    real = Path(os.path.realpath(folder))
    graph = Graph.load(folder)  # before anything else: what is no graph is named as such
    key = _key(real, base_iri)
    beside, cache = real.parent, _cache()
    places = [beside / f".{real.name}.sparql-{key}"]
    if cache is not None:
        places.append(cache / f"{sha256(str(real).encode()).hexdigest()[:16]}.sparql-{key}")
    for place in places:
        if (place / _LOCK).is_file():
            return place
    if tell is not None:
        tell()
    last: OSError | None = None
    for place in places:
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            return build_store(graph, place, base_iri=base_iri)
        except OSError as error:
            last = error
    raise KgError(
        f"{beside}: the triples of the graph cannot be kept there ({last}); make room, or copy the graph "
        "to a folder that can be written",
        code="sparql-store",
        path=str(beside),
        reason=str(last),
    ) from last


def build_store(graph: Graph, place: Path, *, base_iri: str = BASE_IRI) -> Path:
    """Write the store of a graph, whole or not at all, and remove older ones of the same graph.

    Args:
        graph: a graph, loaded or made in memory.
        place: the folder of the store.
        base_iri: where the names of documents begin.

    Returns:
        ``place``.

    Raises:
        OSError: the place cannot be written.
    """
    import pyoxigraph

    from kg.rdf import write_nquads

    new = place.with_name(f"{place.name}.new-{uuid.uuid4().hex[:12]}")
    new.mkdir()
    triples = new / "triples.nq"
    try:
        store: Any = pyoxigraph.Store(str(new))
        # A file of triples and not a stream from here: the loader reads it on all cores.
        write_nquads(graph, triples, base_iri=base_iri, mentions=False)
        # What we write ourselves is well formed, so that it need not be checked once more.
        store.bulk_load(path=str(triples), format=pyoxigraph.RdfFormat.N_QUADS, lenient=True)
        triples.unlink()
        for name in _ONTOLOGY:
            text = ontology_file(name).read_bytes()
            store.bulk_load(input=text, format=pyoxigraph.RdfFormat.TURTLE)
        store.flush()
        del store  # closes the files
        (new / _LOCK).touch()
        _put_in_place(new, place)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    _remove_older(place)
    return place


@contextmanager
def temporary_store(graph: Graph, *, base_iri: str = BASE_IRI) -> Iterator[Path]:
    """The store of a graph that is on no disk, until the block ends."""
    with tempfile.TemporaryDirectory(prefix="kg-sparql-") as folder:
        yield build_store(graph, Path(folder) / "graph.sparql-0", base_iri=base_iri)


@contextmanager
def reading(store: Path) -> Iterator[None]:
    """Keep a store from being removed while it is read."""
    try:
        handle = os.open(store / _LOCK, os.O_RDONLY)
    except OSError:
        yield  # removed a moment ago, or on a disk without locks: opening it will tell
        return
    try:
        _locked(handle, shared=True)
        yield
    finally:
        os.close(handle)


def _key(folder: Path, base_iri: str) -> str:
    """What a store depends on: the files of the graph, this program and its ontology, the base."""
    from kg import __version__

    digest = sha256("\x1f".join((LAYOUT, __version__, base_iri)).encode())
    for name in _ONTOLOGY:
        digest.update(ontology_file(name).read_bytes())
    # Its tables and meta data: what lies in folders of it is derived from them.
    for file in sorted(entry for entry in folder.iterdir() if entry.is_file()):
        state = file.stat()
        digest.update(f"{file.name}\x1f{state.st_size}\x1f{state.st_mtime_ns}\n".encode())
    return digest.hexdigest()[:16]


def _cache() -> Path | None:
    home = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    return Path(home) / "vn-legal-kg" if os.path.isabs(home) else None


def _put_in_place(new: Path, place: Path) -> None:
    try:
        os.rename(new, place)
    except OSError:
        if not (place / _LOCK).is_file():
            raise
        shutil.rmtree(new, ignore_errors=True)  # another process has built the same store meanwhile


def _remove_older(place: Path) -> None:
    """Remove the stores of earlier states of the graph, unless somebody reads them."""
    stem = place.name.rpartition(".sparql-")[0]
    for other in place.parent.glob(f"{stem}.sparql-*"):
        if other == place or ".new-" in other.name:
            continue
        with contextlib.suppress(OSError):
            handle = os.open(other / _LOCK, os.O_RDONLY)
            try:
                if _locked(handle, shared=False):
                    shutil.rmtree(other, ignore_errors=True)
            finally:
                os.close(handle)


def _locked(handle: int, *, shared: bool) -> bool:
    """Take a lock without waiting; where the system has none, nothing is ever free to be removed."""
    try:
        import fcntl

        fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except (ImportError, OSError):
        return False
    return True
