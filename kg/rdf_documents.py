"""The nodes of documents: what each is, and its direct links to others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from kg.rdf_columns import WHOLE, Columns, Names, SourceNames, issuers, joint
from kg.rdf_schemes import type_label
from kg.rdf_terms import Lit, Term, date, name
from kg.rdf_text import Chosen, Column, Rows, Texts
from kg.registry import types
from kg.urn import urn_lex

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

    from kg.graph import Graph

_ROWS: Final = 4096
_KINDS: Final[list[list[Term]]] = [["vl:UnresolvedReference"], ["vl:Document"], ["vl:Document", "eli:LegalResource"]]


def document_label(row: Mapping[str, Any]) -> str:
    """How a document is called in Vietnamese: type, number and date; without a number its title.

    The number alone would name many documents at once, so the date follows as far as it is known.

    >>> row = {"id": "x", "type": "chi-thi", "number": "33/CT-TTg", "title": None, "date": "2021-11-26"}
    >>> document_label(row), document_label({**row, "type": "luat", "number": None, "title": "Đất đai"})
    ('Chỉ thị số 33/CT-TTg ngày 26/11/2021', 'Luật Đất đai ngày 26/11/2021')
    """
    kind = type_label(row["type"])
    if row["number"]:
        words = f"{kind} số {row['number']}" if kind else row["number"]
    else:
        title = row["title"] or ""
        words = f"{kind} {title}" if title and not title.casefold().startswith(kind.casefold()) else title
    if not words:
        return str(row["id"])
    parts = (row["date"] or "").split("-")
    unit = {3: "ngày", 2: "tháng", 1: "năm"}.get(len(parts))
    told = len(parts) < 3 and parts[0] in words
    return words if not row["date"] or told else f"{words} {unit} {'/'.join(reversed(parts))}"


def is_state_normative(row: Mapping[str, Any]) -> bool:
    """Whether a document is a normative legal act of the State (văn bản quy phạm pháp luật).

    Types that are always one, and resolutions and decisions of State bodies whose number carries the
    year (``19/2025/QĐ-TTg``, against ``700/QĐ-TTg``); directives with a year were one until 2015. In
    doubt the answer is no: :class:`eli:LegalResource` must not be claimed for a letter.

    >>> row = {"type": "quyet-dinh", "branch": "state", "number": "19/2025/QĐ-TTg"}
    >>> is_state_normative(row), is_state_normative({**row, "number": "700/QĐ-TTg"})
    (True, False)
    """
    kind = row["type"] or ""
    known = types().get(kind)
    of_state = row["branch"] == "state" or (row["branch"] is None and known and known.branches == ("state",))
    if not of_state:
        return False
    if kind in _ALWAYS_NORMATIVE:
        return True
    year = _YEAR_IN_NUMBER.match(row["number"] or "")
    if year is None or kind not in ("nghi-quyet", "quyet-dinh", "chi-thi"):
        return False
    return kind != "chi-thi" or int(year[1]) <= 2015


_ALWAYS_NORMATIVE = frozenset(
    ["hien-phap", "bo-luat", "luat", "phap-lenh", "lenh", "sac-lenh", "sac-luat", "nghi-dinh", "thong-tu",
     "thong-tu-lien-tich", "nghi-quyet-lien-tich"]
)  # fmt: skip
_YEAR_IN_NUMBER = re.compile(r"\d+[a-zA-Z]?(?:\.\d+)?/((?:19|20)\d\d)/")
# What holds beside the link itself, where the whole document is meant and not some of its provisions.
_WHOLE = {"replaces": "dcterms:replaces", "repeals": "eli:repeals"}


def document_rows(graph: Graph) -> Iterator[Rows]:
    """The documents by id, with their direct links to other identified documents."""
    documents = graph.documents
    begins, links = _links(documents, graph.relations)
    done = 0
    names, sources, kinds, bodies = Names("doc"), SourceNames(), Names("vl-type"), Names("body")
    for batch in documents.to_batches(max_chunksize=_ROWS):
        column, rows = Columns(batch), batch.to_pylist()
        resolved = [row["status"] != "unresolved" for row in rows]
        legal = [known and is_state_normative(row) for known, row in zip(resolved, rows, strict=True)]
        type_ = column.things("vl:documentType", "type", kinds)
        number = column.literals("vl:number", "number")
        issued = column.chosen("dcterms:issued", "date", lambda day: [date(day)])
        issuer = column.chosen(
            "vl:issuedBy", "issuer", lambda issuer: list(dict.fromkeys(bodies[body] for body in issuers(issuer)))
        )
        full = [terms[0][1] == "xsd:date" for terms in issued.values]
        days = [known and at >= 0 and full[at] for known, at in zip(resolved, issued.at, strict=True)]
        ids = column.texts("id")
        first, last = begins.searchsorted([done, done + len(ids)]).tolist()
        ready: list[Column] = [
            Chosen("rdf:type", _KINDS, [known + legally for known, legally in zip(resolved, legal, strict=True)]),
            Texts("rdfs:label", [document_label(row) for row in rows], "@vi"),
            Texts("dcterms:identifier", ids),
            Texts("vl:urnLex", [urn_lex(row) for row in rows]),
            type_,
            type_._replace(predicate="eli:work_type", at=_where(resolved, type_.at)),
            number,
            number._replace(predicate="eli:number", at=_where(resolved, number.at or ())),
            issued,
            issued._replace(predicate="eli:date_document", at=_where(days, issued.at)),
            issuer,
            column.chosen("vl:jointIssuer", "issuer", joint),
            issuer._replace(predicate="eli:passed_by", at=_where(legal, issuer.at)),
            column.literals("dcterms:title", "title", "@vi"),
            column.literals("vl:series", "series"),
            column.literals("vl:locality", "locality", "@vi"),
            column.literals("vl:level", "level"),
            column.literals("vl:branch", "branch"),
            column.literals("vl:status", "status"),
            column.chosen("vl:mentionCount", "mentions", lambda mentions: [Lit(str(mentions), WHOLE)]),
            column.things("dcterms:source", "source", sources),
            *_candidates([row["candidates"] for row in rows], names),
            *_link_columns(begins[first:last] - done, links.slice(first, last - first), len(ids), names),
        ]
        done += len(ids)
        yield Rows([name("doc", id_) for id_ in ids], ready)


def _where(holds: Sequence[bool], at: Sequence[int]) -> list[int]:
    return [i if held else -1 for held, i in zip(holds, at, strict=True)]


def _candidates(rows: Sequence[Sequence[str]], names: Mapping[str, str]) -> tuple[Column, Column]:
    """What unresolved references may be, and the order in the table where it is another than that of names."""
    sets = [sorted(set(row)) for row in rows]
    orders = [" ".join(row) if list(row) != ids else None for row, ids in zip(rows, sets, strict=True)]
    return _lists("vl:candidate", sets, names), Texts("vl:candidateOrder", orders)


def _lists(predicate: str, rows: Sequence[Sequence[str]], names: Mapping[str, str]) -> Chosen:
    """Each row with things of its own, most with none."""
    values: list[list[Term]] = [[names[id_] for id_ in row] for row in rows if row]
    places = iter(range(len(values)))
    return Chosen(predicate, values, [next(places) if row else -1 for row in rows])


def _links(documents: pa.Table, relations: pa.Table) -> tuple[np.ndarray[Any, Any], pa.Table]:
    """The direct links between identified documents, sorted, and the row of the document that each begins at."""
    import pyarrow.compute as pc

    known = documents.filter(pc.not_equal(documents["status"], "unresolved"))["id"].combine_chunks()
    both = pc.and_(pc.is_in(relations["subject"], known), pc.is_in(relations["object"], known))
    ends = ["subject", "predicate", "object"]
    stated = relations.select(ends).append_column("whole", pc.is_null(relations["scope"]))
    links = stated.filter(both).group_by(ends).aggregate([("whole", "any")])
    links = links.sort_by([(end, "ascending") for end in ends])
    return pc.index_in(links["subject"], documents["id"].combine_chunks()).to_numpy(), links


def _link_columns(rows: Iterable[int], links: pa.Table, size: int, names: Mapping[str, str]) -> list[Chosen]:
    """A column for each kind of link.

    Args:
        rows: for each link the row that says it.
        links: those of these rows.
        size: how many rows there are.
        names: of documents.
    """
    found: dict[str, tuple[list[list[Term]], list[int]]] = defaultdict(lambda: ([], [-1] * size))
    columns = (links[column].to_pylist() for column in ("predicate", "object", "whole_any"))
    for row, predicate, target, entire in zip(rows, *columns, strict=True):
        for said in (f"vl:{predicate}", _WHOLE[predicate]) if entire and predicate in _WHOLE else (f"vl:{predicate}",):
            values, at = found[said]
            if at[row] < 0:
                at[row] = len(values)
                values.append([names[target]])
            else:
                values[at[row]].append(names[target])
    return [Chosen(predicate, *found[predicate]) for predicate in sorted(found)]
