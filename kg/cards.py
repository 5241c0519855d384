"""Values as HTML: what a notebook shows where a cell ends with a graph, a document, a mention or an answer.

Everything that comes out of a text is escaped. Colours are those of the page around it, so that a card is
readable on light and on dark.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

from kg.labels import Pair, body_of, date_of, headline, type_of
from kg.messages import Lang, message

if TYPE_CHECKING:
    from kg.check.models import Finding
    from kg.graph import Graph
    from kg.models import Analysis, Document, Mention, Provision
    from kg.query import Answer
    from kg.records import RelationRow

__all__ = [
    "analysis_card", "answer_card", "document_card", "evidence_card", "finding_card", "graph_card", "mention_card",
]  # fmt: skip
_TEXT = 4000
_MARK = "background:rgba(255,196,0,.3);color:inherit;border-radius:3px;padding:0 2px"
_QUIET = "opacity:.7"
_CELL = "text-align:left;vertical-align:top;padding:2px 10px 2px 0;border:0;background:transparent"


def graph_card(graph: Graph) -> str:
    """How much a graph holds, and what is cited most in it.

    >>> from kg.graph import Graph
    >>> card = graph_card(Graph.from_rows(documents=[{"id": "a", "type": "luat"}]))
    >>> card.startswith("<div"), card.endswith("</div>")
    (True, True)
    """
    stats = graph.stats(top=5)
    rows = [(_say("card.documents"), f"{stats.documents:,}"), (_say("card.relations"), f"{stats.relations:,}")]
    rows += [(f"– {_say(f'predicate.{name}')}", f"{count:,}") for name, count in stats.by_predicate.items()]
    rows += [
        (_say("card.unresolved"), f"{stats.unresolved:,}"),
        (_say("card.conflicts"), f"{sum(stats.conflicts.values()):,}"),
    ]
    cited = [(escape(_name(document)), f"{count:,} ×") for document, count in stats.most_cited]
    left, right = _rows(rows), _rows(cited, raw=True)
    cells = f'<td style="{_CELL}">{left}</td><td style="{_CELL}"><b>{_say("card.most-cited")}</b>{right}</td>'
    return _card(_say("card.graph"), f'<table style="border:0"><tr>{cells}</tr></table>')


def document_card(document: Document) -> str:
    """What is known of a document.

    >>> from kg.models import Document
    >>> "33/CT-TTg" in document_card(Document("a", type="chi-thi", number="33/CT-TTg"))
    True
    """
    body = body_of(document.issuer)
    rows = [
        (_say("title"), document.title),
        (_say("date"), _in_words(date_of(document.date))),
        (_say("issuer"), _in_words(body.name) if body else None),
        ("id", document.id),
    ]
    if document.candidates:
        rows.append((_say("card.candidates"), ", ".join(document.candidates)))
    return _card(_name(document), _rows((label, value) for label, value in rows if value))


def mention_card(mention: Mention) -> str:
    """A citation: the words, and the document they mean.

    >>> from kg.models import Mention
    >>> "Luật &lt;A&gt;" in mention_card(Mention(0, 8, "Luật <A>", "name", "luat"))
    True
    """
    body = body_of(mention.issuer)
    rows = [
        (_say("type"), _in_words(type_of(mention.type))),
        (_say("number"), mention.number),
        (_say("date"), _in_words(date_of(mention.date))),
        (_say("issuer"), _in_words(body.name) if body else None),
        (_say("title"), mention.title),
        (_say("card.provisions"), "; ".join(map(_provision, mention.provisions))),
        (_say("card.target"), mention.target),
        (_say("card.place"), f"{mention.start}–{mention.end}"),
        (_say("confidence"), f"{mention.confidence:.2f}"),
    ]
    return _card(f"«{mention.text}»", _rows((label, value) for label, value in rows if value))


def analysis_card(analysis: Analysis) -> str:
    """A text with its citations marked, and the relations that it states.

    >>> from kg.analyse import analyse
    >>> analysis_card(analyse("Căn cứ Luật Đất đai số 45/2013/QH13;")).count("<mark")
    1
    """
    text, at, parts = analysis.text, 0, []
    for mention in analysis.mentions:
        if mention.start < at or mention.end > _TEXT:
            continue
        parts.append(escape(text[at : mention.start]))
        tip = escape(" · ".join(filter(None, (mention.target, mention.date, mention.issuer))), quote=True)
        parts.append(f'<mark style="{_MARK}" title="{tip}">{escape(mention.text)}</mark>')
        at = mention.end
    end = max(at, min(len(text), _TEXT))
    parts.append(escape(text[at:end]) + ("…" if end < len(text) else ""))
    names = {one.id: _name(one) for one in (analysis.document, *analysis.documents)}
    own = analysis.document.id
    names[own] = _say("card.this") if not (analysis.document.number or analysis.document.title) else names[own]
    rows = (
        f"<tr><td style='{_CELL}'>{escape(names.get(one.subject, one.subject))}</td>"
        f"<td style='{_CELL}'><b>{escape(_say(f'predicate.{one.predicate}'))}</b></td>"
        f"<td style='{_CELL}'>{escape(names.get(one.object, one.object))}</td>"
        f"<td style='{_CELL};{_QUIET}'>{escape(one.evidence.cue)} · {one.confidence:.2f}</td></tr>"
        for one in analysis.relations
    )
    body = f'<div style="white-space:pre-wrap;margin:4px 0 8px">{"".join(parts)}</div>'
    return _card(names[own], body + f'<table style="border:0">{"".join(rows)}</table>')


def evidence_card(row: RelationRow) -> str:
    """The sentence that states a link, the words that name the document marked.

    >>> from kg.records import RelationRow
    >>> card = evidence_card(RelationRow("a", "cites", "b", "stated", "x.pdf", 5, 9, 0.9, "", "theo Luật", 0, page=3))
    >>> "x.pdf" in card, "tr. 3" in card
    (True, True)
    """
    return _card("", _quote(row))


def answer_card(answer: Answer) -> str:
    """A document that answers a question, with what states it."""
    said = "".join(_quote(row) for row in answer.evidence[:3])
    title = f"{_name(answer.document)} · {_in_words(date_of(answer.document.date))} · {answer.confidence:.2f}"
    return _card(title, said)


def finding_card(finding: Finding) -> str:
    """A fault of a draft: what is wrong, the words, what to do."""
    lang = _lang()
    where = f"[{_where(finding.source, finding.page)}]" if finding.source else ""
    body = (
        f'<div>{escape(finding.message(lang))}</div><div><mark style="{_MARK}">{escape(finding.text)}</mark> '
        f'<span style="{_QUIET}">{escape(where)}</span></div><div>{escape(finding.advice(lang))}</div>'
    )
    return _card(f"{finding.code} · {finding.severity}", body)


def _quote(row: RelationRow) -> str:
    start, end = row.start - row.sentence_start, row.end - row.sentence_start
    parts = row.sentence[:start], row.sentence[start:end], row.sentence[end:]
    before, words, after = map(escape, parts)
    return (
        f'<div style="margin:2px 0">{before}<mark style="{_MARK}">{words}</mark>{after} '
        f'<span style="{_QUIET}">[{escape(_where(row.source, row.page))}]</span></div>'
    )


def _where(source: str, page: int | None) -> str:
    return source if page is None else f"{source}, {_say('place.page', page=page)}"


def _provision(provision: Provision) -> str:
    return " ".join(f"{level} {name}" for level, name in provision.as_dict().items())


def _card(title: str, body: str) -> str:
    head = f"<div><b>{escape(title)}</b></div>" if title else ""
    return (
        '<div style="border-left:3px solid currentColor;padding:2px 0 2px 10px;margin:4px 0;max-width:60em">'
        f"{head}{body}</div>"
    )


def _rows(rows: Iterable[Sequence[str | None]], *, raw: bool = False) -> str:
    cells = "".join(
        f'<tr><td style="{_CELL};{_QUIET}">{label if raw else escape(label or "")}</td>'
        f'<td style="{_CELL}">{escape(value or "")}</td></tr>'
        for label, value in rows
    )
    return f'<table style="border:0">{cells}</table>'


def _name(document: Document) -> str:
    return _in_words(headline(document.type, document.number, document.title, document.date))


def _lang() -> Lang:
    return "en" if os.environ.get("KG_LANG", "").lower().startswith("en") else "vi"


def _in_words(pair: Pair) -> str:
    return pair.en if _lang() == "en" else pair.vi


def _say(key: str, **facts: object) -> str:
    return message(key, _lang(), **facts)
