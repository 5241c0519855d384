"""The process that reads files which are not text, for :mod:`kg.read.guard`.

It takes one request after the other from standard input, a line of JSON and as many bytes as it says, and
answers each with the length of its answer and the answer, in JSON. It ends when its input ends.
"""

from __future__ import annotations

import json
import sys
from typing import IO, Any

from kg.read.content import UnreadableError


def main(limit: int) -> None:
    """Serves until standard input ends.

    Args:
        limit: bytes of memory that this process may have.
    """
    _bounded(limit)
    # Whatever a library prints must not come between the answers.
    out = open(sys.stdout.fileno(), "wb", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stderr
    source: IO[bytes] = sys.stdin.buffer
    while line := source.readline():
        request = json.loads(line)
        answer = _answer(request, source.read(request["size"]), limit)
        data = json.dumps(answer).encode("utf-8")
        out.write(b"%d\n" % len(data))
        out.write(data)
        out.flush()


def _answer(request: dict[str, Any], data: bytes, limit: int) -> dict[str, Any]:
    from kg.read.binary import read_binary

    try:
        found = read_binary(request["format"], data, ocr=request["ocr"])
    except UnreadableError as error:
        return {"code": error.code, "facts": error.facts}
    except MemoryError:
        return {"code": "too-hungry", "facts": {"limit": str(limit // 2**20)}}
    except Exception as error:  # a library met something that nobody foresaw; it is this file that failed
        return {"code": "reader-died", "facts": {"reason": f"{type(error).__name__}: {error}"}}
    places = found.places
    return {
        "text": found.text,
        "places": [places.starts, places.pages, places.paragraphs],
        "aside": found.aside,
        "encoding": found.encoding,
        "remarks": [[code, dict(facts)] for code, facts in found.remarks],
    }


def _bounded(limit: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there as well
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    # The soft limit only: a converter that is started from here may need more and says so itself.
    resource.setrlimit(resource.RLIMIT_AS, (limit if hard < 0 else min(limit, hard), hard))
