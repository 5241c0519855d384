"""The text's own identity: number, type, date, issuer, place, title.

Read from the layout that Decree 30/2020/NĐ-CP (State) and Guideline 36-HD/VPTW (Party) prescribe: body top left,
"Số: …" under it, place and date line, type in capitals, title below; from the labelled pairs of legal portals
("Số hiệu: … Nơi ban hành: …"); from the signature block; and, where a text has none of these, from what
it says of itself ("Ban Dân tộc báo cáo") and cites. Each part has its own module; here they are put together.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.enacting_words import enacting_body, signing_body
from kg.headed_letters import headed_letter
from kg.issuers import Body, in_its_code, issuer_of, series_in
from kg.joint_heads import joint_head
from kg.letterhead import (
    body_as_title,
    body_in_title,
    enacting_authority,
    labelled_body,
    own_body,
    who_decides,
    with_its_place,
)
from kg.locality import Locality
from kg.normalise import RAISED, UPPER, Plain, fold_tone, lower
from kg.numbers import Number, read_number
from kg.own_number import announced, attested, labelled_pairs, own_number, paper_of_page, told_above
from kg.page_units import unit_of_page
from kg.pasted import pasted_paper
from kg.phrases import read_phrase
from kg.place_date import (
    day_adopted,
    day_beside,
    day_held,
    day_of_page,
    in_district,
    locality,
    of_province,
    place_and_date,
    with_sub,
)
from kg.titleblock import HEAD_CHARS, clean, letter_subject, title_lines, type_and_title, untyped_title
from kg.typewords import code_type, type_slug, type_table

_WITH_SUBJECT = ("cong-van", "huong-dan")  # a guideline of the Party may have its subject under the number
_FIRST_ARTICLE = re.compile(r"\n[ \t]*điều\s+1\s*[.:]")


@dataclass(frozen=True, slots=True)
class Header:
    """What a text says of itself, offsets into the plain text.

    Attributes:
        number, type, date, title: None where the text does not say.
        body: the issuing body.
        where: the place the text speaks from.
        number_span: span of the own number, which is no citation.
        title_span: span of the own title; its mentions are linked from the text itself.
        body_start: offset at which the running text starts.
        article: whether it has no identity of a paper and no articles: news and answers tell of others' papers.
    """

    number: Number | None
    type: str | None
    date: str | None
    title: str | None
    body: Body | None
    where: Locality
    number_span: tuple[int, int] | None
    title_span: tuple[int, int] | None
    body_start: int
    article: bool = False


def read_header(p: Plain, meta: Mapping[str, str] | None = None) -> Header:
    """The identity of a text from its layout.

    Args:
        p: the plain text.
        meta: what the input says beside the text (``number``, ``type``, ``date``, ``issuer``, ``title``);
            used only for what the text itself leaves open.
    """
    top = p.low[:HEAD_CHARS]
    labels = labelled_pairs(p, top)
    number, number_span, typed = own_number(p, top, labels, meta)
    place, date, date_at = place_and_date(p, labels, number_span)
    if number is None and (at_foot := attested(p)) is not None:
        number, date = at_foot
    kind, title, title_span = type_and_title(p, number_span, date_at, labels, typed)
    if typed == "thong-tu-lien-tich":
        kind = typed  # "THÔNG TƯ / LIÊN BỘ SỐ 05-TT/LB NGÀY … / HƯỚNG DẪN …"
    if kind is not None and number is not None and _is_letter_of_page(p, kind, number, number_span, labels):
        kind, title, title_span = "cong-van", None, None  # "HƯỚNG DẪN …" in capitals is the title of a letter
    anchored = number_span is not None or date_at is not None
    told = told_above(p, kind, title, title_span) if number is None and not labels else None
    whole = None
    if kind is None and number is None and not labels:
        whole = announced(p) or paper_of_page(p) or (headed_letter(p) if date_at is None else None)
    if whole is not None:
        kind, told = whole[0], whole[1:]
    if told is not None:
        number, date = told[0], told[1] or date
    elif date is None and number_span is None and (kind is None or title is None):
        date = day_of_page(p)
    date = date or day_beside(meta)
    if kind is None and number is not None and number_span and number.codes[:1] == ("CT",) and not number.bodies:
        # the tax office of a province writes its letters with CT; no directive is addressed so
        about = letter_subject(p)
        kind = "cong-van" if about and _TO_WHOM.search(p.low, about[1][1], about[1][1] + 400) else None
    if kind is None and number is not None and anchored:
        # the code is the last resort; a number without one is a letter's
        kind = typed or code_type(number) or ("cong-van" if number.bodies and not number.term else None)
    if kind is None and number is None and not labels:
        kind = _type_of_excerpt(p)
    if number is not None and number.type_code == "VBHN":
        kind = "van-ban-hop-nhat"  # the type printed is that of the act that it repeats
    elif number is None and not labels and _CONSOLIDATED.search(p.low):
        kind = "van-ban-hop-nhat"
    elif kind == "van-ban-hop-nhat" and number is not None and number.type_code:
        kind, title, title_span = code_type(number), None, None  # the label of a list on the page of an act
    if kind is None and meta and meta.get("type"):
        kind = type_slug(fold_tone(lower(meta["type"])))
    may_be_letter = number is not None or (kind is None and not labels)
    subject = letter_subject(p) if kind in (None, *_WITH_SUBJECT) and title is None and may_be_letter else None
    # "V/v …" above "Kính gửi:" is the form of letters alone
    if subject and (kind or _TO_WHOM.search(p.low, subject[1][1], subject[1][1] + (400 if number_span else 120))):
        kind, (title, title_span) = kind or "cong-van", subject
    if title is None and typed and number_span is not None:
        line = p.text.find("\n", number_span[1])
        span = title_lines(p, p.text.rfind("\n", 0, number_span[1]))
        if not number_span[1] < span[0] < line:  # not on the line itself: "… SỐ 21/2004/TT-BTC NGÀY … HƯỚNG DẪN …"
            span = title_lines(p, line if line >= 0 else len(p.text))
        if rest := _BESIDE_NUMBER.match(p.low, number_span[1], max(line, number_span[1])):
            span = rest.span("title")  # "Nghị quyết số 6/2012/NQ-HĐND ngày … về …", the headline of a page
        if p.low[span[0] : span[1]].lstrip().startswith(_TITLE_BEGINS):
            title, title_span = clean(p.text[span[0] : span[1]]), span
    elif title is None and kind and number_span and (below := untyped_title(p, max(number_span[1], date_at or 0))):
        title, title_span = clean(p.text[below[0] : below[1]]), below
    deciding = body_as_title(title) if title is not None and number_span is None else None
    under = title_span[1] if deciding is not None and title_span else 0
    if deciding is not None:
        title, title_span = None, None
    pasted = pasted_paper(p) if kind is None and number is None and not labels else None
    if pasted is not None:
        kind, title, title_span = pasted.type, pasted.title, pasted.title_span
    authority = None if (anchored and kind) or pasted else enacting_authority(p)
    if kind is None and authority is not None:
        kind = authority.type
        if title is None and (title_span := authority.title_span):
            title = clean(p.text[title_span[0] : title_span[1]])
    where = locality(p, place, labels, number)
    above_day = _below_letterhead(p, date_at) if not labels and number_span is None and title_span is None else None
    phrase, parent = own_body(p, kind, number, number_span, title_span or above_day)
    if pasted is not None:
        phrase, parent = pasted.phrase, None
    if phrase is None and "issuer" in labels:
        phrase = labelled_body(p, labels["issuer"])
    if phrase is None and told is not None:
        phrase = told[2]
    if phrase is None and number is not None and number.party:
        phrase = who_decides(p, number)
    if phrase is None and authority is not None:
        phrase = authority.phrase
    if phrase is None and deciding is not None:
        phrase = deciding
    if phrase is None and number is None and kind and title_span:
        phrase = body_in_title(p, title_span[0])
    if phrase is None and parent is None and number is None and kind and not labels:
        phrase = enacting_body(p, kind) or signing_body(p)
    if phrase is not None and number_span is not None and parent is None:
        phrase = with_its_place(p, phrase, place)
    if phrase is not None or parent is not None:
        where = in_district(p, of_province(p, with_sub(where, phrase, parent)))
    if kind is None and number is None and phrase is None and (page := unit_of_page(p)) is not None:
        where = of_province(p, with_sub(where, page))
    if date is None and kind == "bien-ban":
        date = day_held(p, title_span[1] if title_span else 0)
    if phrase is None and number is None and kind in _OF_THE_ASSEMBLY:
        phrase = read_phrase("Quốc hội", "quốc hội", 0)
    body = joint_head(p, number, number_span, where)
    if body is None and (number or phrase):
        body = issuer_of(number, phrase, where, date=date)
        number = in_its_code(number, body) if number is not None else None
    if body is not None and number is not None and body.series is None and body.base is None and where.province:
        # a code that the registry does not know: the letterhead's province tells its register
        body = body._replace(series=series_in(number.codes[-1], where.province))
    if date is None:
        date = day_adopted(p) or (str(number.year) if number and number.year else None)
    start = title_span[1] if title_span else (number_span[1] if number_span else under)
    if title is None and meta and meta.get("title"):
        title = meta["title"]
    article = kind is None and number is None and _FIRST_ARTICLE.search(p.low) is None
    return Header(number, kind, date, title, body, where, number_span, title_span, start, article)


_LETTER_ABOVE = re.compile(r"(?:^|\n)[ \t*#|]*công\s+văn\s+(?:số\s*:?\s*)?(?=\d)")


def _is_letter_of_page(
    p: Plain, kind: str, number: Number, number_span: tuple[int, int] | None, labels: Mapping[str, tuple[str, int]]
) -> bool:
    """Whether a page calls a letter what has the number of one, and its subject below, whatever heads its text."""
    if kind not in _HEADS_OF_LETTERS or number.type_code or not number.bodies or number_span is None:
        return False
    if letter_subject(p) is None:
        return False
    if "type" in labels:
        return type_slug(fold_tone(lower(labels["type"][0].strip()))) == "cong-van"
    above = (read_number(p.text, m.end(), expected=True) for m in _LETTER_ABOVE.finditer(p.low, 0, number_span[0]))
    return any(other is not None and other.printed == number.printed for other in above)


_HEADS_OF_LETTERS = ("huong-dan", "thong-bao", "bao-cao")
_CAPITAL_LINES = re.compile(rf"(?:^|\n)(?:[ \t|]*[{UPPER}][{UPPER} ,-]{{5,60}}[ \t|]*\n){{2,4}}[\s*|_-]{{0,12}}$")


def _below_letterhead(p: Plain, date_at: int | None) -> tuple[int, int] | None:
    """Where place and day stand right below lines in capitals: a letterhead, whatever the paper is called."""
    if date_at is None or _CAPITAL_LINES.search(p.text, max(0, date_at - 300), date_at) is None:
        return None
    return date_at, date_at


# its first note says so, also where a page of it was cut off its letterhead
_CONSOLIDATED = re.compile(
    rf"\n[ \t]*(?:[{RAISED}]+|\[\d{{1,3}}\]|\(\d{{1,3}}\))?[ \t]*"
    r"văn\s+bản\s+(?:hợp\s+nhất\s+)?này\s+được\s+hợp\s+nhất\s+từ\s"
)
_OF_THE_ASSEMBLY = ("luat", "bo-luat")
_PART_FIRST = re.compile(r"\W*(?:trích[^\n]*\n\W*)?(?:điều\s+\d|(?:chương|mục|phần|tiểu\s+mục|khoản)\s+[ivxlc\d])")
_ARTICLE_LINE = re.compile(r"(?:^|\n)[ \t]*điều\s+\d+[a-zđ]?\s*[.:]")


@cache
def _in_force() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\n[ \t]*(?:\d{{1,2}}\.\s+)?|[.:]\s+)(?P<type>{type_table()[0]})\s+này\s+"
        r"(?:có\s+hiệu\s+lực|quy\s+định\s+(?:về|việc|chi\s+tiết)|(?:đã\s+)?được\s+quốc\s+hội\s)"
    )


def _type_of_excerpt(p: Plain) -> str | None:
    """The type of an act of which the text is a part, as its articles on its own force tell: "Luật này có hiệu lực"."""
    if _ARTICLE_LINE.search(p.low) is None or _PART_FIRST.match(p.low) is None:
        return None
    found = (m for m in _in_force().finditer(p.low) if p.text[m.start("type")].isupper())
    told = {type_slug(" ".join(m["type"].split())) for m in found}
    return next(iter(told)) if len(told) == 1 else None


_TO_WHOM = re.compile(r"\n[ \t|*]*kính\s+gửi\s*:?")
_BESIDE_NUMBER = re.compile(
    r"\s*,?\s*(?:ngày\s+\d[^\n,]{4,30}?\s)?(?:của\s+[^\n;:\d]{3,90}?\s)??(?P<title>"
    r"(?:về|ban\s+hành|quy\s+định|sửa\s+đổi|phê\s+duyệt|hướng\s+dẫn|bổ\s+sung|điều\s+chỉnh)\s[^\n]{5,}\S)"
)
_TITLE_BEGINS = ("về", "ban hành", "quy định", "sửa đổi", "phê duyệt", "hướng dẫn", "bổ sung", "điều chỉnh")
