"""Rules about references that lead nowhere or to more than one thing, and about what was left blank."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from kg import registry
from kg.check import rules_force
from kg.check.articles import Article, article_at, articles, lettered
from kg.check.draft import Cite, Draft, type_before
from kg.check.models import Hit
from kg.identity import family
from kg.models import Provision
from kg.provisions import before, read_list
from kg.registry import LAW_TYPES

_NORMATIVE = (
    *LAW_TYPES, "nghi-quyet", "nghi-dinh", "quyet-dinh", "chi-thi", "thong-tu", "thong-tu-lien-tich", "ket-luan",
)  # fmt: skip
_ARTICLED = ("luat", "bo-luat", "phap-lenh", "nghi-dinh", "thong-tu", "thong-tu-lien-tich")
_ABOVE = re.compile(r"(?<!\w)(?:nói|nêu|kể|đã\s+nêu|đã\s+dẫn)\s+(?:ở\s+)?trên(?!\w)")
_DATED = re.compile(r"[\s,]*\(?(?:ngày\s*[\d.…_]|\d{1,2}[/.-]\d)")
_MORE = re.compile(r"\s*(?:\(|,?\s*(?:đã|được|khóa)|\d+\s?/)|[^;\n]*(?:số|ngày|năm)\s+\d")
_BLANK_AFTER = re.compile(r"[\s:\"”»]*[.…_]{2,}|…|\s*[”»]")
_SERIAL = re.compile(r"(?:\s+số)?\s*(?::\s*)?(?P<serial>\d{1,4}[a-zđ]?)")


def undated(draft: Draft) -> Iterator[Hit]:
    """C051: a number without a year whose date the draft never tells."""
    seen: set[str] = set()
    several = rules_force.candidates(draft)
    for c in draft.cites:
        number = c.number
        if number is None or number.year or number.term or c.date is not None or c.mention.kind != "number":
            continue
        if c.mention.owner is not None or c.type_end == c.start or not number.type_code or not number.bodies:
            continue
        target = c.mention.target or ""
        key = f"{c.mention.type} {c.mention.number}"
        if target == draft.analysis.document.id or key in seen or number.printed == draft.analysis.document.number:
            continue
        seen.add(key)
        if any(o.date or o.mention.date for o in draft.cites if o.mention.number == c.mention.number):
            continue
        if _DATED.match(draft.low, c.end) or target in several:
            continue
        yield Hit(c.start, c.end, {"words": " ".join(c.mention.text.split())})


def ambiguous(draft: Draft) -> Iterator[Hit]:
    """C052: a short form that may be one of several documents of the draft."""
    for c, fits in _short_forms(draft):
        if len(fits) > 1:
            shown = "; ".join(o.mention.number or "" for o in fits[:4])
            facts = {"words": c.mention.text, "candidates": shown, "right": fits[0].mention.number or ""}
            yield Hit(c.start, c.end, facts, also=tuple((o.start, o.end) for o in fits[:4]))


def dangling(draft: Draft) -> Iterator[Hit]:
    """C053: a short form or "nói trên" without a document that it could mean."""
    for c, fits in _short_forms(draft):
        if _BLANK_AFTER.match(draft.low, c.end):
            continue
        if not re.search(r"(?<!\w)số(?!\w)", draft.low[c.type_end : c.end]):
            continue  # "Nghị quyết 223 (WRC-19)" is of a foreign register
        if not fits and c.mention.type in _NORMATIVE and c.date is None and c.phrase is None:
            yield Hit(c.start, c.end, {"words": c.mention.text})
    for m in _ABOVE.finditer(draft.low):
        typed = type_before(draft.low, m.start())
        if typed is None:
            continue
        start, kind = typed
        if kind not in _NORMATIVE or not draft.plain.text[start].isupper():
            continue
        if draft.cited_at(start, m.end()) or kind == draft.analysis.document.type:
            continue
        if any(family(c.mention.type) == family(kind) and c.start < start for c in draft.cites):
            continue
        if _named_before(draft, kind, start):
            continue
        yield Hit(start, m.end(), {"words": draft.plain.text[start : m.end()]})


def _named_before(draft: Draft, kind: str, at: int) -> bool:
    """Whether a paper of the type was spoken of before without a number: "Nghị quyết của Quốc hội về …"."""
    name = registry.types()[kind].name.lower()
    return re.search(rf"(?<!\w){re.escape(name)}\s+(?!này|nói|nêu|trên)", draft.low[:at]) is not None


def _short_forms(draft: Draft) -> Iterator[tuple[Cite, list[Cite]]]:
    """Each "Kế hoạch số 58" with the documents of the draft of that type and serial, one citation each."""
    for c in draft.cites:
        if c.mention.kind != "back":
            continue
        m = _SERIAL.match(draft.low, c.type_end)
        if m is None or m.end() > c.end or draft.low[m.end() : m.end() + 1] in ("\\", "|"):
            continue
        serial = m["serial"].lstrip("0")
        fits: dict[str, Cite] = {}
        for o in draft.cites:
            if o.number is None or o.number.serial.lower().lstrip("0") != serial or not o.mention.target:
                continue
            if family(o.mention.type) == family(c.mention.type) and (c.date is None or o.mention.date == c.date):
                fits.setdefault(o.mention.target, o)
        if (c.mention.target or "") in fits and len(fits) > 1 and _nearest_is_clear(c, list(fits.values())):
            continue
        yield c, list(fits.values())


def _nearest_is_clear(c: Cite, fits: list[Cite]) -> bool:
    """Whether date or issuer of the short form choose between the candidates."""
    if c.phrase is None:
        return False
    return sum(o.phrase is not None and o.phrase.base.series == c.phrase.base.series for o in fits) == 1


def undated_law(draft: Draft) -> Iterator[Hit]:
    """C054: a law in the legal basis without date, year or number."""
    for c in draft.cites:
        if c.mention.kind != "name" or c.mention.type not in LAW_TYPES or not draft.leads(c):
            continue
        if c.date is not None or c.number is not None:
            continue
        if _MORE.match(draft.low, c.end, c.end + 200):
            continue
        if any(o.date or o.number for o in draft.cites_of(c.mention.target or "")):
            continue  # another place of the draft tells which law is meant
        yield Hit(c.start, c.end, {"words": " ".join(c.mention.text.split())})


def clause_alone(draft: Draft) -> Iterator[Hit]:
    """C055: a clause or point of a law, decree or circular without its article."""
    for c in draft.cites:
        if c.mention.type not in _ARTICLED or not c.mention.provisions or c.mention.kind == "back":
            continue
        if any(p.dieu or p.phu_luc or p.muc or p.chuong or p.phan for p in c.mention.provisions):
            continue
        if not any(p.khoan or p.diem for p in c.mention.provisions):
            continue
        start = before(draft.low, c.start)[1]
        if re.search(r"(?:điều|phụ\s+lục|mục|mẫu)\s*\S{1,8}[\s,;]*(?:của\s+)?$", draft.low[max(0, start - 30) : start]):
            continue
        words = " ".join(draft.plain.text[start : c.start].split())
        yield Hit(start, c.end, {"words": words, "document": " ".join(c.mention.text.split())})


# References to the draft's own provisions

_THIS = re.compile(
    r"(?:điều|khoản)\s+này(?!\w)|(?P<type>luật|bộ\s+luật|pháp\s+lệnh|nghị\s+định|nghị\s+quyết|quyết\s+định"
    r"|thông\s+tư|quy\s+chế|quy\s+định|điều\s+lệ)\s+này(?!\w)"
)


def own_provision(draft: Draft) -> Iterator[Hit]:
    """C056: a reference to an article, clause or point of the draft that it does not have."""
    known = articles(draft.low)
    if len(known) < 2 or _amends(draft) or not _whole(known):
        return
    for m in _THIS.finditer(draft.low):
        provisions, start = before(draft.low, m.start())
        if not provisions:
            continue
        here = article_at(known, m.start())
        if here is not None and here.quoted:
            continue
        at = draft.low.rfind("\n", 0, m.start()) + 1
        line = draft.plain.text[at : m.start()]
        if line.lstrip()[:1] in ("“", '"', "«") or line.count("“") > line.count("”"):
            continue  # quoted from another act
        for p in provisions:
            missing = _missing(known, here, p, m.group())
            if missing:
                words = " ".join(draft.plain.text[start : m.end()].split())
                yield Hit(start, m.end(), {"words": words, "missing": missing})
                break


def _whole(known: tuple[Article, ...]) -> bool:
    """Whether each run of articles counts up without gaps: else the layout was lost, or it is an excerpt."""
    numbers: dict[int, list[int]] = {}
    for a in known:
        numbers.setdefault(a.part, []).append(int(re.sub(r"\D", "", a.number)))
    return all(run[0] == 1 and all(b - a in (0, 1) for a, b in pairwise(run)) for run in numbers.values())


def _amends(draft: Draft) -> bool:
    """Whether the draft amends other acts: the articles that it prints are theirs."""
    title = draft.header.title or ""
    return re.search(r"sửa đổi|bổ sung|thay thế|hợp nhất|bãi bỏ", title.lower()) is not None or (
        re.search(r"(?m)^[ \t]*[“\"«]\s*điều\s+\d", draft.low) is not None
    )


def _missing(known: tuple[Article, ...], here: Article | None, p: Provision, this: str) -> str | None:
    """What a reference names that is not there."""
    if this.startswith("khoản"):
        return None
    if this.startswith("điều"):
        if here is None or p.dieu:
            return None
        return _missing_in([here], p)
    if p.dieu is None:
        return None
    fits = [a for a in known if a.number == p.dieu]
    if not fits:
        return f"Điều {p.dieu}"
    return _missing_in(fits, p)


def _missing_in(fits: list[Article], p: Provision) -> str | None:
    if not all(a.sure for a in fits):
        return None
    if p.khoan is not None:
        numbered = [a for a in fits if p.khoan in a.clauses]
        if not numbered:
            return f"khoản {p.khoan} Điều {fits[0].number}"
        letter = p.diem if p.diem is not None and p.diem.isalpha() else None
        if letter and all(lettered(a.clauses[p.khoan]) and letter not in a.clauses[p.khoan] for a in numbered):
            return f"điểm {p.diem} khoản {p.khoan} Điều {fits[0].number}"
    return None


# Blanks

_GAP = r"(?:[.…_·]{2,}|…|\s{3,}(?=/)|[xX]{2,}(?=\s?[/-])|\?{2,}|\[\s*[.…]*\s*\]|\(\s*[.…]+\s*\))"
_BLANK = re.compile(rf"(?<=\s)số\s*(?::\s*)?(?:{_GAP}\s*)+(?:[/-]\s*[\w-]+)*")
_BLANK_DATE = re.compile(
    rf"[\s,]*ngày\s*(?:{_GAP}[\s/]*)+(?:tháng\s*(?:{_GAP}|\d{{1,2}})\s*)?(?:năm\s*(?:(?:19|20)\d\d|(?:20)?{_GAP}))?"
)
_FORM = re.compile(r"(?m)^[ \t*#]*(?:phụ\s+lục|mẫu(?:\s+số)?|biểu(?:\s+mẫu)?)(?!\w)")


def blanks(draft: Draft) -> Iterator[Hit]:
    """C057: a citation whose number or date was left blank."""
    forms = _FORM.search(draft.low)
    end = forms.start() if forms else len(draft.low)
    own = draft.analysis.document.type
    for m in _BLANK.finditer(draft.low, 0, end):
        typed = type_before(draft.low, m.start())
        if typed is None:
            continue
        start, kind = typed
        attached = re.search(r"kèm\s+theo\s*$", draft.low[max(0, start - 20) : start]) is not None
        line = draft.low[draft.low.rfind("\n", 0, start) + 1 : start]
        if attached or not line.strip(" \t*#|"):
            continue  # the draft's own number, which it gets when it is signed
        if kind == own and re.search(r"(?:\(\s*(?:ban\s+hành\s+)?|theo\s+)$", line):
            continue
        stop = m.start() + len(m.group().rstrip())
        yield Hit(start, stop, {"words": " ".join(draft.plain.text[start:stop].split())})
    for c in draft.cites:
        if c.number is None or c.number_end > end or c.mention.target == draft.analysis.document.id:
            continue
        blank = _BLANK_DATE.match(draft.low, c.number_end)
        if blank is not None:
            start = blank.end() - len(blank.group().lstrip(" ,\n\t"))
            stop = blank.start() + len(blank.group().rstrip())
            yield Hit(start, stop, {"words": " ".join(draft.plain.text[c.start : blank.end()].split())})


_REVERSED = re.compile(r"(?<!\w)điều\s+\d{1,3}[a-zđ]?\s*,\s*khoản\s+\d{1,2}[a-zđ]?(?:\s*,\s*điểm\s+[a-zđ])?(?!\w)")


def provision_order(draft: Draft) -> Iterator[Hit]:
    """C058: article before clause before point, where drafting goes from the smallest to the largest."""
    for m in _REVERSED.finditer(draft.low):
        parts = [read_list(part.strip())[0].as_dict() for part in m.group().split(",")]
        if len({next(iter(p)) for p in parts}) != len(parts):
            continue
        words = [part.strip() for part in draft.plain.text[m.start() : m.end()].split(",")]
        right = " ".join(reversed([words[0], *(w[:1].lower() + w[1:] for w in words[1:])]))
        yield Hit(
            m.start(),
            m.end(),
            {"words": " ".join(draft.plain.text[m.start() : m.end()].split()), "right": right},
            right,
        )
