"""What one text gives by itself, as columns: the form in which results wait for the resolution.

A row stands for one content. It does not know the name under which the content was given, so that it serves
again when a file is moved, or comes with the next build. :func:`analysed` is the function that every engine
maps over its inputs; it knows one text at a time and nothing else.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from kg.analyse import analyse
from kg.claims import Claim, claims, is_open
from kg.law_titles import cited_title, law_by_title, law_title
from kg.models import Analysis
from kg.read import Failure, Raw, Text, failure, parse
from kg.records import mention_row, relation_row
from kg.tables import SCHEMAS, provisions_text, without_surrogates

_TEXT, _COUNT = pa.string(), pa.int32()
FIELDS: Final = ("type", "number", "date", "issuer", "series", "title", "locality", "level", "branch", "status")
"""The columns of a claim that say what the document is."""
_HOW: Final = tuple(field.name for field in fields(Raw) if field.name not in ("source", "data"))
_WRITTEN: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=dict).encode
_NAMING: Final = ("number", "date", "type")  # what the identity of a text may rest on beside its words


def _columns(table: str, *left_out: str) -> list[pa.Field]:
    return [field for field in SCHEMAS[table] if field.name not in left_out]


_CLAIM: Final = pa.struct(
    [
        *((name, _TEXT) for name in ("local", "id", "block", *FIELDS)),
        ("open", pa.bool_()),
        ("citing", _TEXT),
        ("mentions", _COUNT),
        ("law", _TEXT),
        ("cited", _TEXT),
    ]
)
_CONFLICT: Final = pa.struct(
    [("seq", _COUNT), ("target", _TEXT), ("field", _TEXT), ("values", pa.list_(_TEXT)), ("other", _TEXT)]
)
_LISTS: Final[dict[str, pa.StructType]] = {
    "claims": _CLAIM,
    "mentions": pa.struct(_columns("mentions", "source")),
    "relations": pa.struct(_columns("relations", "source")),
    "conflicts": _CONFLICT,
}
_FACTS: Final = (
    ("key", _TEXT), ("sha256", _TEXT), ("format", _TEXT), ("encoding", _TEXT), ("size", pa.int64()), ("meta", _TEXT),
    ("own", _TEXT), ("remark", _TEXT),
)  # fmt: skip
SCHEMA: Final = pa.schema(
    [
        *(pa.field(name, kind) for name, kind in _FACTS),
        *(pa.field(name, pa.list_(pa.field("element", kind))) for name, kind in _LISTS.items()),
    ]
)
"""One row a content: what was read, and lists of what it says."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its size in bytes and what to know of its reading, or why it has no result."""

    source: str
    size: int = 0
    failure: Failure | None = None
    remarks: tuple[Failure, ...] = ()


@cache
def extractor_version() -> str:
    """A digest of all that an analysis depends on: the code of the package and the registry.

    >>> len(extractor_version())
    16
    """
    package = importlib.resources.files("kg")
    root = Path(str(package))
    registry = root / "_data" / "registry"
    data = registry if registry.is_dir() else root.parent / "data" / "registry"
    digest = hashlib.sha256()
    for file in sorted((*root.glob("*.py"), *(root / "read").glob("*.py"), *data.glob("*.csv"))):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def content_of(raw: Raw) -> str:
    """Names a content: equal bytes are equal texts, save that a page is read in another way.

    A copy that comes with another number, day or type beside it is told to be another paper: were it the same, the
    facts of a copy that is added could rename the document.

    >>> content_of(Raw("a.txt", b"x", "txt", "ab")), content_of(Raw("a.html", b"x", "html", "ab"))
    ('ab', 'ab:html')
    >>> content_of(Raw("a#1", b"x", "jsonl", "ab", {"url": "u"}))
    'ab'
    >>> content_of(Raw("a#2", b"x", "jsonl", "ab", {"number": "7"}))
    'ab:{"number": "7"}'
    """
    told = {name: raw.meta[name] for name in _NAMING if name in raw.meta}
    facts = f":{json.dumps(told, ensure_ascii=False)}" if told else ""
    return f"{raw.sha256}:html{facts}" if raw.format == "html" else f"{raw.sha256}{facts}"


def key_of(raw: Raw) -> str:
    """Names an analysis: of these bytes, in this way, with these facts beside them, by this version."""
    text = _WRITTEN([extractor_version(), {name: getattr(raw, name) for name in _HOW}])
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def analyse_text(text: Text) -> Analysis:
    """The analysis of a text as it was read, with what its file says beside it.

    >>> analyse_text(Text("a.txt", "Căn cứ Luật Đất đai năm 2013;")).source
    'a.txt'
    """
    meta = {"title": text.title, **text.meta} if text.title else text.meta
    return analyse(text.text, source=text.source, meta=meta or None)


def analysis_failure(source: str, error: Exception) -> Failure:
    """The failure of a text on which the analysis broke."""
    return failure(source, "analysis", reason=f"{type(error).__name__}: {error}")


def analysed(raws: Iterable[Raw]) -> tuple[pa.Table, list[Outcome]]:
    """Reads and analyses inputs, each by itself.

    Args:
        raws: the bytes of each.

    Returns:
        A row of :data:`SCHEMA` for each that has a result, and what became of every one, in order.
    """
    facts: list[dict[str, Any]] = []
    lists: dict[str, list[list[dict[str, Any]]]] = {name: [] for name in _LISTS}
    outcomes = []
    for raw in raws:
        try:
            text = parse(raw)
            if isinstance(text, Failure):
                outcomes.append(Outcome(raw.source, failure=text))
                continue
            row, found = _row(key_of(raw), text, analyse_text(text))
        except Exception as error:  # whatever breaks on a text costs that text
            outcomes.append(Outcome(raw.source, failure=analysis_failure(raw.source, error)))
            continue
        facts.append(row)
        for name, rows in found.items():
            lists[name].append(rows)
        outcomes.append(Outcome(raw.source, text.size, remarks=text.remarks))
    try:
        return _table(facts, lists), outcomes
    except UnicodeEncodeError:
        return _table(without_surrogates(facts), without_surrogates(lists)), outcomes


def _row(key: str, text: Text, analysis: Analysis) -> tuple[dict[str, Any], dict[str, list[dict[str, Any]]]]:
    own = analysis.document.id
    meta = json.dumps(dict(sorted(text.meta.items())), ensure_ascii=False) if text.meta else None
    facts = {
        "key": key, "sha256": text.sha256, "format": text.format, "encoding": text.encoding, "size": text.size,
        "meta": meta, "own": own, "remark": "\n".join(f"{one.code}: {one.message}" for one in text.remarks) or None,
    }  # fmt: skip
    return facts, {
        "claims": [_claim_row(claim) for claim in claims(analysis)],
        "mentions": [
            _plain(mention_row(m, source="", document=own, places=text.places)) for m in analysis.mentions
        ],
        "relations": [
            _plain(relation_row(r, source="", text=text.text, places=text.places)) for r in analysis.relations
        ],
        "conflicts": [
            {
                "seq": at, "target": c.target, "field": c.field, "values": list(c.values),
                "other": c.values[2] if c.field == "order" else None,
            }
            for at, c in enumerate(analysis.conflicts)
        ],
    }  # fmt: skip


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    row["provisions"] = provisions_text(row["provisions"]) if row["provisions"] else "[]"
    return row


def _claim_row(claim: Claim) -> dict[str, Any]:
    local = claim.document.id
    document = law_by_title(claim.document)
    may_change = is_open(document)
    return {
        "local": local, "id": document.id, "block": document.block or document.id,
        **{name: getattr(document, name) for name in FIELDS},
        "open": may_change, "citing": claim.citing_date if may_change else None, "mentions": claim.mentions,
        "law": law_title(document), "cited": cited_title(document),
    }  # fmt: skip


def _table(facts: Sequence[Mapping[str, Any]], lists: Mapping[str, Sequence[list[dict[str, Any]]]]) -> pa.Table:
    """Column by column, which is several times as fast as row by row."""
    columns: list[pa.Array] = [pa.array([row[name] for row in facts], kind) for name, kind in _FACTS]
    for name, kind in _LISTS.items():
        ends, flat = [0], []
        for rows in lists[name]:
            flat += rows
            ends.append(len(flat))
        items = [pa.array([row[field.name] for row in flat], field.type) for field in kind]
        values = pa.StructArray.from_arrays(items, fields=list(kind))
        columns.append(pa.ListArray.from_arrays(pa.array(ends, pa.int32()), values).cast(SCHEMA.field(name).type))
    return pa.Table.from_arrays(columns, schema=SCHEMA)

