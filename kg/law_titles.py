"""Laws and papers of a plenum that are cited by title alone, and the numbers under which they stand in the registry."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from kg import registry
from kg.dates import compatible
from kg.events import plenum_title
from kg.identity import block_key, document_id, number_slug, period
from kg.models import Document
from kg.normalise import fold_tone, lower
from kg.numbers import read_number


@cache
def _laws() -> dict[str, tuple[registry.Law, ...]]:
    """Block key of a title → the laws of that title: the block knows the title that "Luật NSNN" stands for."""
    return {block_key(laws[0].type, None, laws[0].title): laws for laws in registry.law_titles().values()}


def law_by_title(document: Document) -> Document:
    """A law cited by title and year, or a paper of a plenum, as its numbered self, where the registry knows just one.

    >>> law_by_title(Document("vn_x", "luat", title="Luật Không Có Thật", date="2015")).number is None
    True
    """
    if document.series == "dcsvn-tw" and document.number is None:
        return _plenum_paper(document)
    if document.number or document.type not in registry.LAW_TYPES or not document.title or not document.date:
        return document
    fits = [
        law
        for law in registry.law_titles().get(registry.fold_title(document.title), _laws().get(document.block, ()))
        if (law.number and law.date and compatible(law.date[: len(document.date)], document.date))
        or (law.number and not law.date and f"/{document.date[:4]}/" in law.number)
    ]
    numbers = {law.number for law in fits}
    if len(numbers) != 1:
        return document
    law = fits[0]
    number = read_number(law.number, 0, expected=True)
    if number is None or number.term is None or document.series is None:
        return document
    doc_id = document_id(document.series, document.type, f"k{number.term}", number_slug(number))
    return replace(
        document,
        id=doc_id,
        number=number.printed,
        date=law.date or document.date,
        status="cited",
        block=block_key(document.type, number),
    )


@cache
def _plenum_numbers() -> dict[str, tuple[str, str]]:
    """Block key of a paper cited by its plenum and subject → its number and date."""
    return {
        block_key(paper.type, None, plenum_title(paper)): (paper.number, paper.date)
        for papers in registry.plenum_papers().values()
        for paper in papers
    }


def _plenum_paper(document: Document) -> Document:
    number, date = _plenum_numbers().get(document.block, ("", ""))
    read = read_number(number, 0, expected=True) if number else None
    when = period(document.series, read, date)
    if read is None or when is None or document.series is None or document.type is None:
        return document
    return replace(
        document,
        id=document_id(document.series, document.type, when, number_slug(read)),
        number=read.printed,
        date=date,
        status="cited",
        block=block_key(document.type, read),
    )


def law_title(document: Document) -> str | None:
    """The title under which a law is found by those that cite it by title alone, folded; None for others.

    >>> law_title(Document("d", "luat", "77/2015/QH13", title="Luật Tổ chức chính quyền địa phương"))
    'luật tổ chức chính quyền địa phương'
    """
    if document.type not in registry.LAW_TYPES or not document.title or document.status == "unresolved":
        return None
    if not document.number or not fold_tone(lower(document.title)).startswith(("luật", "bộ luật", "pháp lệnh")):
        return None
    return registry.fold_title(document.title)


def cited_title(document: Document) -> str | None:
    """The folded title of a law that is cited without its number, None for others."""
    if document.number or document.type not in registry.LAW_TYPES or not document.title:
        return None
    return registry.fold_title(document.title)
