"""A spaCy component: ``nlp.add_pipe("vn_citations")``.

spaCy cuts a text into tokens; a citation rarely ends where a token ends (``33/CT-TTg,``). So spans are
widened to whole tokens, and the exact place stays with them: offsets into ``doc.text`` are the truth.

>>> import spacy
>>> nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
>>> _ = nlp.add_pipe("vn_citations")
>>> doc = nlp("Thực hiện Chỉ thị số 33/CT-TTg, ngày làm việc vẫn như cũ.")
>>> [(span.text, span.label_, span._.citation["text"]) for span in doc.spans["citations"]]
[('Chỉ thị số 33/CT-TTg,', 'chi-thi', 'Chỉ thị số 33/CT-TTg')]
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from kg.analyse import analyse
from kg.contract import to_contract

_FIELDS = ("document", "documents", "citations", "relations", "conflicts")


def _citation_of(span: Span) -> dict[str, Any] | None:
    """The citation that a span of ``doc.spans["citations"]`` was widened from."""
    return next((one for one in span.doc._.citations if _key(one) == span.id_), None)


def _key(citation: dict[str, Any]) -> str:
    return f"{citation['start']}:{citation['end']}"


def _declare() -> None:
    """The custom attributes; declared again when the module is loaded again, to the same effect."""
    for field in _FIELDS:
        Doc.set_extension(field, default=None, force=True)
    Span.set_extension("citation", getter=_citation_of, force=True)


_declare()


@Language.factory(
    "vn_citations",
    assigns=["doc.spans", *(f"doc._.{field}" for field in _FIELDS)],
    default_config={"spans_key": "citations", "ents": False},
)
def create(nlp: Language, name: str, spans_key: str, ents: bool) -> Callable[[Doc], Doc]:
    """Makes the component.

    Args:
        nlp: the pipeline.
        name: name of the component in it.
        spans_key: key of the group in ``doc.spans``.
        ents: whether the citations become entities as well. Entities may not overlap: of two citations in one
            token the longer one is taken, and entities of earlier components that a citation meets give way.

    Returns:
        A component that reads ``doc.text`` and sets

        - ``doc.spans[spans_key]``: a span for each citation, its label the type, its ``kb_id_`` the id of
          the document meant, ``span._.citation`` the exact citation;
        - ``doc._.citations``, ``doc._.relations``, ``doc._.documents``, ``doc._.conflicts`` and
          ``doc._.document`` in the form of :mod:`kg.contract`: plain values, which spaCy can store.
    """
    return Citations(spans_key, ents)


class Citations:
    """The component; holds nothing but where its spans go."""

    def __init__(self, spans_key: str = "citations", ents: bool = False) -> None:
        self.spans_key = spans_key
        self.ents = ents

    def __call__(self, doc: Doc) -> Doc:
        """Finds the citations of a document."""
        found = to_contract(analyse(doc.text))
        doc._.document = found["document"]
        doc._.documents = found["documents"]
        doc._.citations = found["mentions"]
        doc._.relations = found["relations"]
        doc._.conflicts = found["conflicts"]
        spans = [span for citation in found["mentions"] if (span := _span(doc, citation)) is not None]
        doc.spans[self.spans_key] = spans
        if self.ents:
            taken = {token.i for span in spans for token in span}
            kept = [one for one in doc.ents if taken.isdisjoint(range(one.start, one.end))]
            doc.ents = filter_spans([*spans, *kept])
        return doc


def _span(doc: Doc, citation: dict[str, Any]) -> Span | None:
    """The shortest run of whole tokens that holds a citation."""
    span = doc.char_span(
        citation["start"],
        citation["end"],
        label=citation["type"],
        kb_id=citation["target"] or "",
        span_id=_key(citation),
        alignment_mode="expand",
    )
    return span if isinstance(span, Span) else None
