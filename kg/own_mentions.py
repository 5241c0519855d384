"""The text's own number where a page prints it again: above the letterhead, in it, among tags, which is no citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.found import Found
from kg.header import Header
from kg.normalise import Plain
from kg.own_number import row_above

_NUMBER_LABEL = re.compile(r"(?:^|\n)[\s|>#*]*số(?:\s*/)?(?:\s+(?:hiệu|ký\s+hiệu))?[\s|:.]*$")


def but_own(p: Plain, found: Sequence[Found], header: Header) -> tuple[Found, ...]:
    """The citations without the text's own number, which a portal prints above the letterhead and in it.

    Where that number stands alone once more, in a table of facts or among tags, it has the text's own type.
    """
    if header.number is None:
        return tuple(found)
    out, row = list[Found](), row_above(p, header.number, header.number_span)
    for f in found:
        if not header.number.codes and (f.serial, f.date) == (header.number.serial, header.date):
            continue  # the headline of a letter shortens it: "Công văn số 88 ngày 8/11/2016"
        if f.number is not None and f.number.printed == row:
            f = f._replace(number=header.number._replace(start=f.number.start, end=f.number.end))
        if f.number is not None and f.number.printed == header.number.printed:
            if f.reading in ("coded", "letter") and _NUMBER_LABEL.search(
                p.low, max(0, f.number.start - 40), f.number.start
            ):
                continue
            if header.type is not None and f.reading.startswith(("letter", "coded")):
                f = f._replace(type=header.type)
            if header.body is not None and header.type and _names_itself(p, f, header):
                f = f._replace(type=header.type).with_body(header.body)
            if header.body is not None and _heads_the_page(p, f, header):
                f = f._replace(date=header.date).with_body(header.body)  # its year is at times that of another act
        out.append(f)
    return tuple(out)


_OWN_LINE = re.compile(r"\n[ \t*#|]*(?:của\s[^\n\d]{2,120}\s)?số\s*:?\s*$")


def _names_itself(p: Plain, f: Found, header: Header) -> bool:
    """Whether the own number stands with the own day between type and title: "CỦA BỘ … SỐ 9-TT/LB NGÀY 21-5-1977"."""
    if f.number is None or header.number_span is None or f.start < header.number_span[1] or f.date != header.date:
        return False
    if header.date is None or not p.text[f.start : f.end].isupper():
        return False
    return _OWN_LINE.search(p.low, max(0, f.number.start - 140), f.number.start) is not None


def _heads_the_page(p: Plain, f: Found, header: Header) -> bool:
    """Whether type and number open the page above the letterhead: "Quyết định 1764/QĐ-BHXH 2016 sửa đổi …"."""
    if header.number_span is None or f.start > header.number_span[0] or f.type != header.type or f.phrase is not None:
        return False
    return not p.text[: f.start].strip(" \t\n*#|") and (f.date is None or f.date.isdigit())
