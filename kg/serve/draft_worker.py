"""The process in which texts of visitors are read, analysed and checked; started by :mod:`kg.serve.drafts`.

A text may be made to take all time and memory: the process that reads it can be ended at any moment without
harm to the server. It is told one task a line on standard input and answers each with one frame.
"""

from __future__ import annotations

import json
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from kg.analyse import analyse
from kg.build import analyse_text
from kg.check import check
from kg.contract import to_contract
from kg.errors import KgError
from kg.graph import Graph
from kg.models import Analysis
from kg.read import Failure, Text, iter_inputs
from kg.read.inputs import parse
from kg.read.records import Raw


def main(folder: str, memory: int) -> None:
    """Answer tasks until there are no more."""
    with suppress(ImportError, ValueError, OSError):  # not every system can limit it
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    graph, stamp = None, ""
    tasks, answers = sys.stdin.buffer, sys.stdout.buffer
    # What a library prints must not get into the answers.
    sys.stdout = sys.stderr
    _answer(answers, {"ready": True})
    while line := tasks.readline():
        task = json.loads(line)
        data = tasks.read(task["size"])
        try:
            if task["do"] == "source":
                answer = source_text(task["source"], task["sha256"], task["most"])
            else:
                if stamp != task["stamp"]:
                    graph, stamp = Graph.load(folder), task["stamp"]
                answer = checked(data, task["name"], task["most"], graph)
        except MemoryError:
            answer = {"error": "draft-memory", "facts": {}}
        except KgError as error:
            facts = {key: str(value) for key, value in error.facts.items()}
            answer = {"error": error.code, "facts": facts, "message": str(error)}
        except Exception as error:  # whatever a text does to the analysis, it is this text that failed
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            answer = {"error": "draft-unread", "facts": {}}
        _answer(answers, answer)


def _answer(stream: IO[bytes], value: Any) -> None:
    content = json.dumps(value).encode()
    stream.write(len(content).to_bytes(8, "big") + content)
    stream.flush()


def checked(data: bytes, name: str, most: int, graph: Graph | None = None) -> dict[str, Any]:
    """What there is to say of a text.

    Args:
        data: the text as it was sent; of a file its bytes.
        name: name of the file, whose ending tells the format; empty for a text that was pasted.
        most: a text of more letters is refused.
        graph: what it is checked against.

    Returns:
        ``text``, ``contract`` (as ``kg extract`` gives it) and ``findings`` in both languages, or ``error``
        with the ``facts`` of its message.

    >>> made = checked("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.".encode(), "", 1000)
    >>> made["contract"]["mentions"][0]["number"], made["findings"]
    ('33/CT-TTg', [])
    """
    text = _parsed(data, name)
    if isinstance(text, Failure):
        facts = {key: str(value) for key, value in text.facts.items()}
        return {"error": text.code, "facts": facts, "message": text.message}
    if len(text.text) > most:
        return {"error": "draft-long", "facts": {"limit": most}, "message": f"more than {most} letters"}
    found = analyse_text(text) if name else analyse(text.text)
    findings = check(found if isinstance(found, Analysis) else text.text, graph=graph, meta=text.meta)
    return {
        "text": text.text,
        "contract": to_contract(found),
        "findings": [{"vi": one.as_dict("vi"), "en": one.as_dict("en")} for one in findings],
    }


def _parsed(data: bytes, name: str) -> Text | Failure:
    if not name:
        raw = Raw("", data, "txt")
        return parse(raw)
    from kg.read.inputs import format_of

    # Only the end of the name is taken over: the rest means nothing here.
    ending = re.sub(r"[^A-Za-z0-9.]", "", name)[-12:]
    form = format_of(f"x{ending if ending.startswith('.') else '.' + ending.rsplit('.', 1)[-1]}")
    return parse(Raw(f"draft.{ending.rsplit('.', 1)[-1]}", data, form if form != "jsonl" else "txt"))


def source_text(source: str, sha256: str, most: int) -> dict[str, Any]:
    """The text of a source of the graph, if its file is still what it was when the graph was built.

    Args:
        source: its name in the table ``sources``; never anything that a visitor sent.
        sha256: of its bytes, from the same table. Who made the graph knew these bytes, so that nothing is
            shown to which only the server has access.
        most: a larger file is not read.

    Returns:
        ``text``, or ``error``.

    >>> source_text("no-such-file.txt", "0", 100)["error"]
    'absent'
    """
    for name in (source, source.rpartition("#")[0]):
        path = Path(name)
        with suppress(OSError, ValueError):
            known = path.stat()
            if not name or not stat.S_ISREG(known.st_mode):
                continue
            if name == source and known.st_size > most:
                return {"error": "too-large", "facts": {}}
            for text in iter_inputs([path]):
                if isinstance(text, Text) and text.source == source:
                    same = text.sha256 == sha256
                    return {"text": text.text} if same else {"error": "changed", "facts": {}}
    return {"error": "absent", "facts": {}}


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
