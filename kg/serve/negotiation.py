"""Which form of a document a visitor wants: the header ``Accept`` decides (RFC 9110)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.errors import KgError

FORMS: Final[Mapping[str, str]] = {
    "html": "text/html; charset=utf-8",
    "turtle": "text/turtle; charset=utf-8",
    "jsonld": "application/ld+json; charset=utf-8",
    "nquads": "application/n-quads; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json; charset=utf-8",
}
"""What is offered, with the media type that is sent; of equals the first is preferred."""

ENDINGS: Final = {"ttl": "turtle", "jsonld": "jsonld", "nq": "nquads", "csv": "csv", "json": "json"}
_ALSO: Final = {
    "application/xhtml+xml": "html", "application/x-turtle": "turtle", "text/n-quads": "nquads",
    "application/n-triples": "nquads",
}  # fmt: skip
_MOST: Final = 40


class NotAcceptable(KgError):
    """Nothing that is offered is accepted."""

    def __init__(self, accept: str) -> None:
        super().__init__("it is not available in the form asked for", code="not-acceptable", accept=accept)


def chosen(accept: str) -> str:
    """The form that an ``Accept`` header likes best.

    Args:
        accept: the header; what cannot be read in it is passed over.

    Returns:
        A key of :data:`FORMS`.

    Raises:
        NotAcceptable: it accepts nothing that is offered.

    >>> chosen("text/html,application/xhtml+xml,*/*;q=0.8"), chosen("text/turtle"), chosen("")
    ('html', 'turtle', 'html')
    >>> chosen("application/ld+json;q=0.5, text/csv;q=0.9, text/html;q=0.1")
    'csv'
    """
    ranges = [parsed for part in accept.split(",")[:_MOST] if (parsed := _range(part))]
    if not ranges:
        return "html"
    liked: dict[str, float] = {}
    kinds = {**{media.split(";")[0]: form for form, media in FORMS.items()}, **_ALSO}
    for media, form in kinds.items():
        # The most specific range that fits a media type says how much it is liked.
        also = media in _ALSO  # another name of a form is meant only where it is written out
        fitting = [(_precision(w), q) for w, q in ranges if (w == media if also else _fits(media, w))]
        if fitting:
            liked[form] = max(liked.get(form, 0.0), max(fitting)[1])
    order = list(FORMS)
    best = max(liked, key=lambda form: (liked[form], -order.index(form)), default="")
    if not best or liked[best] <= 0:
        raise NotAcceptable(accept)
    return best


def _range(part: str) -> tuple[str, float] | None:
    media, *parameters = (piece.strip().lower() for piece in part.split(";"))
    if media.count("/") != 1:
        return None
    share = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            try:
                share = min(1.0, max(0.0, float(value)))
            except ValueError:
                return None
    return media, 0.0 if share != share else share


def _fits(media: str, wanted: str) -> bool:
    return wanted in ("*/*", media) or (wanted.endswith("/*") and media.startswith(wanted[:-1]))


def _precision(wanted: str) -> int:
    return 0 if wanted == "*/*" else 1 if wanted.endswith("/*") else 2
