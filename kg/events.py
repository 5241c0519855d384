"""Papers known by the event that adopted them: resolutions of congresses and plenums of the Party and of the mass
bodies, and the charters, which congresses adopt too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kg import registry
from kg.districts import UNITS, province_of
from kg.locality import Locality, place_at
from kg.names import Named
from kg.normalise import lower
from kg.phrases import read_phrase
from kg.registry import slug

_ROMAN = r"[ivxlc]{1,7}"
_SPACES = re.compile(r"\.?\s+")
_ORDINAL = rf"(?:{_ROMAN}|\d{{1,2}}|nhất|hai|ba|bốn|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?:\s+(?:một|hai|ba|bốn|lăm))?)"
_WORDS = {
    "nhất": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "bẩy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
    "mười một": 11,
    "mười hai": 12,
    "mười ba": 13,
    "mười bốn": 14,
    "mười lăm": 15,
}
_KIND = r"(?P<type>n(?<!\wn)ghị\s+quyết|nq(?=\s)|k(?<!\wk)ết\s+luận|b(?<!\wb)áo\s+cáo\s+chính\s+trị)"
# what every name of a paper by its event begins with
_EVENT_AHEAD = re.compile(rf"{_KIND}\s+(?:của\s+)?(?:đại|hội|ban|bch|trung|t\.?[wư])")
_SHORT_KIND = re.compile(r"NQ(?<!\wNQ)\s+(?=[ĐđHhTtBb])")
_CONGRESS = re.compile(
    rf"{_KIND}\s+(?:của\s+)?đại\s+hội(?:\s+đại\s+biểu)?"
    rf"(?P<middle>(?:\s+(?:toàn\s+quốc|đảng(?:\s+cộng\s+sản\s+việt\s+nam)?|của|lần\s+thứ(?=\s+{_ORDINAL}\s+(?:của\s+)?đảng\s+bộ)))*)"
    r"(?P<local>\s+(?:của\s+)?(?:đảng\s+bộ\s+)?(?P<unit>tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường|khối)(?!\w)"
    r"(?P<place>\s+\d{1,2}(?=\s*,?\s*(?:lần|khóa)\s)|(?:\s+(?!lần|khóa|nhiệm)[\w'’-]+){0,5}?))?"
    rf"\s*,?\s*(?:(?:lần\s+thứ|khóa|lần)\s+)?(?P<n>{_ORDINAL})(?!\w)"
    r"(?P<tail>(?:\s+(?:của\s+)?đảng(?!\s+bộ)(?:\s+cộng\s+sản\s+việt\s+nam)?)?)"
    r"(?P<local2>\s+(?:của\s+)?đảng\s+bộ\s+(?P<unit2>tỉnh|thành\s+phố|tp|huyện|quận|thị\s+xã|xã|phường)(?!\w))?"
)
_BARE_CONGRESS = re.compile(rf"{_KIND}\s+(?:của\s+)?đại\s+hội\s+(?:lần\s+thứ\s+)?(?P<n>[ivx]{{2,6}})(?!\w)")
_TERM_YEARS = r"\s*,?\s*\(?nhiệm\s+kỳ\s+(?P<from>(?:19|20)\d\d)\s*[-–]\s*(?P<to>(?:19|20)\d\d)(?!\d)"
_CONGRESS_OF_A_TERM = re.compile(
    rf"{_KIND}\s+(?:của\s+)?đại\s+hội(?:\s+đại\s+biểu)?\s+(?:của\s+)?đảng\s+bộ\s+"
    r"(?P<unit>tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường)(?!\w)"
    rf"(?P<place>(?:\s+(?!lần|khóa|nhiệm)[\w'’-]+){{0,5}}?){_TERM_YEARS}"
)
_WITH_TERM_YEARS = re.compile(_TERM_YEARS)
_TW = r"(?:trung\s+ương|t\.?[wư])"
_CENTRAL = (
    rf"(?:(?:ban\s+chấp\s+hành|bch)\s*{_TW}|bchtw|{_TW})(?!\s+(?:hội|đoàn|tổng\s+liên)\s)"
    r"(?:\s+đảng)?(?:\s+cộng\s+sản\s+việt\s+nam)?"
)
_PLENUM = re.compile(
    rf"{_KIND}\s+(?:của\s+)?(?:"
    rf"hội\s+nghị\s+(?:lần\s+thứ\s+(?P<n1>{_ORDINAL})\s*,?\s+(?:của\s+)?{_CENTRAL}|{_CENTRAL}\s+(?:lần\s+thứ\s+)?(?P<n2>{_ORDINAL})(?!\w))"
    rf"|(?:ban\s+chấp\s+hành\s+)?{_TW}(?:\s+đảng)?\s+(?:lần\s+thứ\s+)?(?P<n3>{_ORDINAL})(?!\w)"
    r")"
    rf"(?P<term>\s*,?\s*\(?\s*khóa\s+(?P<k>{_ROMAN}|\d{{1,2}})(?!\w)(?:\s*\))?)?"
)


def ordinal(word: str) -> int | None:
    """The value of an ordinal in figures, Roman numerals or words.

    >>> ordinal("XIII"), ordinal("sáu"), ordinal("7"), ordinal("IIX")
    (13, 6, 7, None)
    """
    word = " ".join(lower(word).split())
    if word.isdigit():
        return int(word)
    if word in _WORDS:
        return _WORDS[word]
    total, values = 0, {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    if not word or any(c not in values for c in word):
        return None
    for c, following in zip(word, [*word[1:], " "], strict=True):
        total += -values[c] if values.get(following, 0) > values[c] else values[c]
    return total if _roman(total) == word else None


def _roman(n: int) -> str:
    out = ""
    for value, mark in (
        (100, "c"),
        (90, "xc"),
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        while n >= value:
            out, n = out + mark, n - value
    return out


def resolutions(text: str, low: str, where: Locality, places: Iterable[int]) -> Iterator[Named]:
    """Resolutions of congresses and plenums, named by their event.

    Args:
        text, low, where: the plain text and its place.
        places: where type names stand in it.
    """
    bare: list[tuple[re.Match[str], str, int]] = []
    told: dict[int, list[Named]] = {}
    plenums: list[tuple[Named, bool]] = []
    of_terms: list[tuple[re.Match[str], Locality]] = []
    by_years: dict[tuple[str, str], Named] = {}
    alone: list[re.Match[str]] = []
    for at in (*places, *(m.start() for m in _SHORT_KIND.finditer(text))):
        if low[at] not in "nkbtđ":
            continue
        if low[at] == "đ":
            if (m := _CHARTER.match(low, at)) and (named := _charter(m, text)):
                yield named
            continue
        if low.startswith("thông báo", at):  # "Thông báo Kết luận Hội nghị …"
            at = low.find("kết luận", at, at + 20)
        if at < 0:
            continue
        if _EVENT_AHEAD.match(low, at) is None:
            continue
        if m := _MASS_CONGRESS.match(low, at):
            named = _mass_congress(m, where)
        elif m := _CONGRESS.match(low, at):
            named = _congress(m, where, low)
        elif (m := _MASS_PLENUM.match(low, at)) and (named := _mass_plenum(m, text, low)):
            pass
        else:
            named = _plenum(m, low) if (m := _PLENUM.match(low, at)) else None
        if named is not None and ("\t" in text[at : named.end] or "|" in text[at : named.end]):
            continue  # a cell with the type, and the next one with the subject
        # in running text the press writes the type small; an event without its number is then no name
        if named is not None and named.title.startswith("hội nghị trung ương"):
            plenums.append((named, text[at].isupper()))
            continue
        if named is not None and (text[at].isupper() or named.term is not None):
            if named.title.startswith("đại hội") and named.term is not None:
                told.setdefault(named.term, []).append(named)
                if named.issuer and (years := _WITH_TERM_YEARS.match(low, named.end)):
                    by_years[named.issuer, years["from"]] = named
            yield named
        elif named is None and (m := _CONGRESS_OF_A_TERM.match(low, at)):
            of_terms.append((m, where))
        elif named is None and (m := _BARE_CONGRESS.match(low, at)) and (n := ordinal(m["n"])):
            bare.append((m, _type_of(m), n))
        elif named is None and text[at].isupper() and (m := _CONGRESS_ALONE.match(low, at)):
            alone.append(m)
    yield from _with_terms(plenums)
    held = {(x.title, x.issuer): x for one in told.values() for x in reversed(one)}
    if len(held) == 1 and not of_terms and {n for _, _, n in bare} <= told.keys():
        only = next(iter(held.values()))
        for m in alone:
            if m.start() > only.end:
                yield only._replace(start=m.start(), end=m.end(), name_end=m.end())
    for m, here in of_terms:
        yield _of_a_term(m, here, by_years)
    for m, kind, n in bare:  # "Nghị quyết Đại hội XIII": the one of that number that the text names in full, if any
        one = {(x.title, x.issuer): x for x in told.get(n, ())}
        full = next(iter(one.values())) if len(one) == 1 else None
        if full is not None:
            yield full._replace(start=m.start(), end=m.end(), name_end=m.end(), type=kind)
        elif text[m.start()].isupper():
            title = f"đại hội lần thứ {n}"
            yield Named(m.start(), m.end(), kind, title, None, None, None, n, m.end(), False)


# after the one congress that a text names in full: "tinh thần Nghị quyết Đại hội, …"
_CONGRESS_ALONE = re.compile(r"nghị\s+quyết\s+đại\s+hội(?=\s*[,.;:)]|\s+(?:và|đã|được|tại)\s)")
_MASS_PLENUM = re.compile(
    rf"{_KIND}\s+(?:của\s+)?hội\s+nghị\s+(?:lần\s+thứ\s+)?(?P<n>{_ORDINAL})\s*,?\s+(?:của\s+)?"
    rf"(?=(?:(?:ban\s+chấp\s+hành|bch)\s+)?(?:{_TW}\s+)?(?:hội|đoàn|tổng\s+liên|liên)\s)(?:(?:ban\s+chấp\s+hành|bch)\s+(?!{_TW}))?"
)
_TERM = re.compile(rf"\s*,?\s*(?P<open>\()?\s*khóa\s+(?P<k>{_ROMAN}|\d{{1,2}})(?!\w)(?(open)\s*\))")


def _mass_plenum(m: re.Match[str], text: str, low: str) -> Named | None:
    """ "Nghị quyết Hội nghị lần thứ 12 Ban Chấp hành Trung ương Hội Nông dân Việt Nam khóa VI"."""
    n, phrase = ordinal(m["n"]), read_phrase(text, low, m.end())
    if n is None or phrase is None or phrase.base.branch != "front" or phrase.base.local:
        return None
    told = _TERM.match(low, phrase.end)
    term = ordinal(told["k"]) if told else None
    end = told.end() if told and term is not None else phrase.end
    title = f"hội nghị {n}" + (f" khóa {term}" if term else "")
    body = phrase.base
    return Named(m.start(), end, _type_of(m), title, None, body.slug, body.series, term, end, term is not None)


def _of_a_term(m: re.Match[str], where: Locality, by_years: dict[tuple[str, str], Named]) -> Named:
    """ "Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2020-2025": a congress whose number the text may tell elsewhere."""
    named = _local_congress(m, 0, _type_of(m), " ".join(m["unit"].split()), where)
    full = by_years.get((named.issuer or "", m["from"]))
    if full is not None:
        return full._replace(start=m.start(), end=m.end(), name_end=m.end(), type=named.type)
    return named._replace(title=f"đại hội đảng bộ nhiệm kỳ {m['from']}-{m['to']}", term=None, known=False)


def _with_terms(plenums: list[tuple[Named, bool]]) -> Iterator[Named]:
    """Papers of plenums; one without its term is the one of that plenum that the text names with its term, if any."""
    told: dict[tuple[str, str], dict[str, Named]] = {}
    for named, _ in plenums:
        if named.term is not None:
            told.setdefault((named.type, named.title.split(" khóa ")[0]), {})[named.title] = named
    for named, capital in plenums:
        if named.term is None:
            of = told.get((named.type, named.title), {})
            if len(of) == 1:
                full = next(iter(of.values()))
                named = full._replace(start=named.start, end=named.end, name_end=named.name_end)
            elif not capital:
                continue  # in running text the press writes the type small
        yield named


def _type_of(m: re.Match[str]) -> str:
    return "nghi-quyet" if m["type"] == "nq" else slug(m["type"])


def _body_key(m: re.Match[str]) -> str | None:
    return next((name for group, name in _BODY_NAMES.items() if m[group]), None)


def _charter(m: re.Match[str], text: str) -> Named | None:
    """ "Điều lệ Đảng", "Điều lệ Công đoàn Việt Nam (khóa XIII)": known by its body, and by the congress where told."""
    if not text[m.start()].isupper() and not text[m.start("body")].isupper():
        return None
    key = None if m["party"] else _body_key(m)
    n = ordinal(m["k"]) if m["k"] else None
    name_end = m.end("body")
    end = m.end() if n is not None else name_end
    if m["term"] and m["term"].rstrip().endswith(")") and "(" not in m["term"]:
        end -= 1
    issuer = f"dai-hoi-{key}" if key else "dai-hoi-dai-bieu-toan-quoc"
    series = f"dh-{key}" if key else "dcsvn-dh"
    title = f"điều lệ {key.replace('-', ' ')}" if key else "điều lệ đảng"
    return Named(m.start(), name_end, "dieu-le", title, None, issuer, series, n, end, True)


def _mass_congress(m: re.Match[str], where: Locality) -> Named | None:
    n = ordinal(m["n1"] or m["n2"] or "")
    key = _body_key(m)
    if n is None or key is None:
        return None
    kind = _type_of(m)
    title = f"đại hội {key.replace('-', ' ')} lần thứ {n}"
    if m["unit"] is None:
        named = Named(m.start(), m.end(), kind, title, None, f"dai-hoi-{key}", f"dh-{key}", n, m.end(), True)
        return named
    local = _local_congress(m, n, kind, " ".join(m["unit"].split()), where)
    return local._replace(
        title=title,
        issuer=local.issuer.replace("dai-hoi-dang-bo", f"dai-hoi-{key}", 1) if local.issuer else None,
        series=local.series.replace("dh.", f"dh-{key}.", 1) if local.series else None,
    )


def _congress(m: re.Match[str], where: Locality, low: str) -> Named | None:
    n = ordinal(m["n"])
    if n is None:
        return None
    kind = _type_of(m)
    unit = m["unit"] or m["unit2"]
    if unit is None:
        if n > 20 or ("toàn quốc" not in m["middle"] and "đảng" not in m["middle"] + m["tail"]):
            return None
        title = f"đại hội đại biểu toàn quốc lần thứ {n}"
        return Named(m.start(), m.end(), kind, title, None, "dai-hoi-dai-bieu-toan-quoc", "dcsvn-dh", n, m.end(), True)
    if m["local"] and "đảng bộ" not in m["local"] and "đảng" not in m["middle"]:
        return None
    named = _local_congress(m, n, kind, " ".join(unit.split()), where)
    if m["local"] is None and (gap := _SPACES.match(low, m.end())) and (found := place_at(low, gap.end())):
        # "Nghị quyết Đại hội lần thứ XVII Đảng bộ thành phố Hà Nội"
        named = _local_congress(m, n, kind, " ".join(unit.split()), where, found[0])
        named = named._replace(end=found[1], name_end=found[1])
    return named


# The mass bodies, which like the Party have a charter and congresses: key, and how running text calls them.
_MASS = {
    "cong-doan": r"công\s+đoàn(?:\s+việt\s+nam)?",
    "doan-thanh-nien-cong-san-ho-chi-minh": (
        r"đoàn(?:\s+(?:thanh\s+niên\s+cộng\s+sản|tncs)(?:\s+hồ\s+chí\s+minh|\s+hcm)?)?"
    ),
    "hoi-lien-hiep-phu-nu": r"(?:hội\s+)?(?:liên\s+hiệp\s+phụ\s+nữ|lhpn|phụ\s+nữ)(?:\s+việt\s+nam)?",
    "hoi-nong-dan": r"hội\s+nông\s+dân(?:\s+việt\s+nam)?",
    "hoi-cuu-chien-binh": r"hội\s+(?:cựu\s+chiến\s+binh|ccb)(?:\s+việt\s+nam)?",
    "mat-tran-to-quoc-viet-nam": r"(?:mặt\s+trận\s+tổ\s+quốc|mttq)(?:\s+việt\s+nam)?",
    "hoi-lien-hiep-thanh-nien": r"hội\s+(?:liên\s+hiệp\s+thanh\s+niên|lhtn)(?:\s+việt\s+nam)?",
    "hoi-sinh-vien": r"hội\s+sinh\s+viên(?:\s+việt\s+nam)?",
    "hoi-chu-thap-do": r"hội\s+(?:chữ\s+thập\s+đỏ|ctđ)(?:\s+việt\s+nam)?",
    "doi-thieu-nien-tien-phong-ho-chi-minh": (
        r"đội\s+(?:thiếu\s+niên\s+tiền\s+phong|tntp)(?:\s+hồ\s+chí\s+minh|\s+hcm)?"
    ),
}
_BODY = "|".join(f"(?P<b{k}>{pattern})" for k, pattern in enumerate(_MASS.values()))
_BODY_NAMES = {f"b{k}": name for k, name in enumerate(_MASS)}
_NOT_THE_BODY = r"(?!\w|\s+(?:cơ\s+sở|trường|ngành|viên|phí|bộ|ủy|đoàn|khối|công\s+tác|kiểm\s+tra))"
_MASS_CONGRESS = re.compile(
    rf"{_KIND}\s+(?:của\s+)?đại\s+hội(?:\s+(?:đại\s+biểu|toàn\s+quốc))*\s+(?:(?:lần\s+thứ\s+)?(?P<n1>{_ORDINAL})\s*,?\s+(?:của\s+)?)?"
    rf"(?:{_BODY}){_NOT_THE_BODY}(?P<toan>\s+toàn\s+quốc)?"
    r"(?:\s+(?P<unit>tỉnh|thành\s+phố|tp\.?|huyện|quận|thị\s+xã|xã|phường)(?!\w)(?P<place>(?:\s+(?!lần|khóa|nhiệm)[\w'’-]+){0,5}?))?"
    rf"(?(n1)|\s*,?\s*(?:lần\s+thứ\s+|khóa\s+)(?P<n2>{_ORDINAL})(?!\w))"
)
_CHARTER = re.compile(
    rf"đ(?<!\wđ)iều\s+lệ\s+(?:của\s+)?(?P<body>(?P<party>đảng(?:\s+cộng\s+sản\s+việt\s+nam)?)|{_BODY}){_NOT_THE_BODY}"
    rf"(?P<term>\s*,?\s*\(?\s*(?:khóa|(?:do\s+)?đại\s+hội(?:\s+(?:đại\s+biểu|toàn\s+quốc))*(?:\s+lần\s+thứ)?)\s+(?P<k>{_ROMAN}|\d{{1,2}})(?!\w)"
    r"(?:(?:\s+của\s+đảng)?\s+thông\s+qua)?(?:\s*\))?)?"
)
_ABOUT = re.compile(r"\s*\)?\s*(?:của\s+đảng\s*)?[,:]?\s*(?:về|“|\"|\(về)[^;.\n]{3,240}")


def _plenum(m: re.Match[str], low: str) -> Named | None:
    n = ordinal(m["n1"] or m["n2"] or m["n3"])
    if n is None or n > 20:
        return None
    term = ordinal(m["k"]) if m["k"] else None
    end = m.end()
    if m["term"] and m["term"].rstrip().endswith(")") and "(" not in m["term"]:
        end -= 1
    title = f"hội nghị trung ương {n}" + (f" khóa {term}" if term else "")
    kind = _type_of(m)
    about = _ABOUT.match(low, end) if term else None
    paper = registry.plenum_paper(kind, term, n, about.group()) if term and about else None
    if paper is not None:  # a plenum adopts several: the subject tells which
        title = plenum_title(paper)
    date = paper.date if paper else None
    return Named(
        m.start(), end, kind, title, date, "ban-chap-hanh-trung-uong", "dcsvn-tw", term, end, term is not None
    )


def plenum_title(paper: registry.PlenumPaper) -> str:
    """What keys a paper of a plenum that is cited by its event and subject.

    >>> plenum_title(registry.plenum_papers()["nghi-quyet", 11, 7][1])
    'hội nghị trung ương 7 khóa 11 công tác dân vận'
    """
    return f"hội nghị trung ương {paper.plenum} khóa {paper.term} {paper.subjects[0]}"


def _local_congress(
    m: re.Match[str], n: int, kind: str, unit: str, where: Locality, province_name: str | None = None
) -> Named:
    place = " ".join((m["place"] or "").split())
    province = unit in ("tỉnh", "thành phố", "tp", "tp.")
    found = place_at(place, 0) if place else None
    name: str | None = found[0] if found and province else (slug(place) if place and not province else None)
    name = province_name if province_name and province else name
    if name is None and province:
        name = where.province
    if name is None and where.sub_name and where.sub_unit == slug(unit):
        name = slug(where.sub_name)
    unit_slug = "thanh-pho" if unit.startswith("t") and "tỉnh" not in unit and unit != "thị xã" else slug(unit)
    issuer = f"dai-hoi-dang-bo-{unit_slug}-{name}" if name else None
    series = f"dh.{name}" if name else None
    if series and not province:
        own = name == slug(where.sub_name or "") or unit_slug not in UNITS
        seat = where.province if own and where.province else province_of(str(name), where.province)
        series = f"dh.{unit_slug}-{name}" + (f".{seat}" if seat else "")
    return Named(m.start(), m.end(), kind, f"đại hội đảng bộ lần thứ {n}", None, issuer, series, n, m.end(), bool(name))
