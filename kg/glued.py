"""Words that a converter ran together get their space back: "Căn cứLuật", "Hội đồngnhân dân", "- 1Quyết định".

Text taken from pages and PDF files loses spaces where a line or a tag ended. A Vietnamese word is one syllable, so a
vowel, consonants and a vowel in one word are two syllables: a seam, or a foreign word. It is opened only where all
parts are words of drafting (:func:`kg.unmarked.drafting_names`), and only in the plain text that patterns read; offsets
lead into the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from kg import registry
from kg.anchors import places
from kg.normalise import UPPER, Plain, fold_tone, lower, raised
from kg.unmarked import drafting_names

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VOWEL = f"[aeiouy{_MARKED}]"
_CONSONANTS = "[bcdđghklmnpqrstvx]{1,5}"
_SEAM = re.compile(f"[{_MARKED}][aiouy]?{_CONSONANTS}{_VOWEL}|[aeiouy]{_CONSONANTS}[iouy]?[{_MARKED}]")
# Each begins with one letter, so that a clean text is passed by quickly: a letter that begins words behind one that
# ends them, consonants that no word has side by side.
_SIGNS = tuple(
    re.compile(sign)
    for sign in (
        r"cứ(?=\w)", r"q(?<=[a-zà-ỹ]q)", r"b(?<=[a-zà-ỹ]b)", r"v(?<=[a-zà-ỹ]v)", r"đ(?<=[a-zà-ỹ]đ)",
        r"ng[bcdđgklmnpqrstvx]", r"h[bcdđgklmnpqrstvx]", r"n[bcdđklmpqrstvx]",
    )
)  # fmt: skip
_LOOKED_AT = 6000  # what runs words together does so throughout
_LEFT = re.compile(r"[^\W\d_]+$")
_BEFORE_CODE = re.compile(r"(?:của|tại|do|và)(?=(?:ubnd|hđnd)(?!\w))")
_DAY = re.compile(r"ngày(?<=[a-zà-ỹ]ngày)\s?\d")  # "Chính phủngày 25"
# "bởikhoản 53 Điều 1", "củaĐiều 5"
_INTO_PART = re.compile(
    r"(?:b(?<!\wb)ởi|t(?<!\wt)(?:heo|ại)|c(?<!\wc)ủa)(?=(?:khoản|điều)\s\d|điểm\s[a-zđ]\s(?:khoản|điều)\s)"
)
_PART = re.compile(r"(?:k(?<!\wk)hoản|đ(?<!\wđ)i[ềể][um])(?=\d)")  # "điểm c khoản1 Điều 357"
_BODIES = (  # "tổ chứcHĐND": looked for from a letter of the code that is rare
    re.compile(r"N(?<=[a-zà-ỹ](?:HĐ|UB)N)D(?!\w)"), re.compile(r"Q(?<=[a-zà-ỹ]MTTQ)(?!\w)"),
)  # fmt: skip
_BODY_LETTERS = 4
# "Luật Tổ chứcHội đồng nhân dân", "Chính phủQuy định": a capital inside a word begins the next
_CAPITAL = re.compile(
    r"(?:H(?<=[a-zà-ỹ]H)ội đồng|Ủ(?<=[a-zà-ỹ]Ủ)y ban|U(?<=[a-zà-ỹ]U)ỷ ban|Q(?<=[a-zà-ỹ]Q)u(?:ốc hội|yết định|y định)"
    r"|C(?<=[a-zà-ỹ]C)(?:hính phủ|hỉ thị|ăn cứ)|T(?<=[a-zà-ỹ]T)h(?:ủ tướng|ông tư)|N(?<=[a-zà-ỹ]N)ghị (?:định|quyết)"
    r"|L(?<=[a-zà-ỹ]L)uật|B(?<=[a-zà-ỹ]B)ộ (?:trưởng|luật)|Đ(?<=[a-zà-ỹ]Đ)iều \d)(?!\w)"
)
_LISTED = re.compile(r"- \d{1,3}(?=[A-ZĐ][a-zà-ỹ])")  # the number of an item, run into it
_LONGEST = 28
_LETTERS = re.compile(r"[^\W\d_]+")


def apart(p: Plain) -> Plain:
    """The plain text with a space at every seam between words of drafting.

    Args:
        p: the plain text.

    Returns:
        The same object where nothing is run together.

    >>> from kg.normalise import plain
    >>> q = apart(plain("Căn cứLuật Tổ chức Hội đồngnhân dân")); q.text, q.span(7, 11)
    ('Căn cứ Luật Tổ chức Hội đồng nhân dân', (6, 10))
    >>> clean = plain("theo kilômét, ôtô"); apart(clean) is clean
    True
    """
    p = _with_raised(p)
    cuts: set[int] = set()
    if any(sign.search(p.text, 0, _LOOKED_AT) for sign in _SIGNS) and _between_words(p.low[:_LOOKED_AT]):
        cuts = _between_words(p.low)
    if _LISTED.search(p.text):
        cuts.update(m.end() for m in _LISTED.finditer(p.text) if _first_words().match(p.low, m.end()))
    cuts.update(at for at in places(p.low, "ngày") if p.low[at - 1 : at] > "_" and _DAY.match(p.low, at))
    cuts.update(m.end() for part in (_PART, _INTO_PART) for m in part.finditer(p.low))
    for code in _BODIES:
        begins = (m.end() - _BODY_LETTERS for m in code.finditer(p.text))
        cuts.update(at for at in begins if p.text[at - 1].islower())
    cuts.update(m.start() for m in _CAPITAL.finditer(p.text))
    return p.spaced(sorted(cuts)) if cuts else p


# "Nghị định số 20/2021/NĐ-CP3" whose note "3 Nghị định …" stands at the foot of the page: no such code ends so
_NOTED = re.compile(
    r"(?:N(?<=[/-]N)(?:Đ|Q)-CP|(?:Q(?<=[/-]Q)Đ|C(?<=[/-]C)[TĐ])-TTg|U(?:(?<=-U)|(?<=-\nU))BND|[TQCK][ĐTHL]/T(?<=/T)[WU]"
    r"|T(?<=/T)T-[A-ZĐ]{3,9})"
    r"(?P<note>\d{1,2})(?![\w/-])"
)


# the note itself: "\n2 Được sửa đổi …", and its call behind a word, "trên cạn2;", that no figure goes with: "120 km2"
_NOTE = re.compile(rf"\n[ \t]*(?P<figure>[1-9]\d?)[ \t]+(?=[{UPPER}][^\n]{{8}})")
_CALL = re.compile(
    r"(?=[1-9])(?<=[a-zà-ỹ][a-zà-ỹ])(?<!km)(?<!cm)(?<!dm)(?<!mm)"
    r"(?<!lục)(?<!mục)(?<!điều)(?<!iều)(?<!oản)(?<!iểm)(?<!số)(?<!ương)(?<!hần)(?<!quý)(?<!háng)(?<!năm)(?<!gày)"
    r"(?<!loại)(?<!nhóm)(?<!bảng)(?<!biểu)(?<!mẫu)(?<!khu)(?<!thôn)(?<!bước)(?<!đợt)(?<!lần)(?<!lớp)(?<!quận)(?<!tổ)(?<!ấp)(?<!hình)(?<!vùng)(?<!hạng)(?<!khóa)(?<!tuần)"
    r"(?P<note>[1-9]\d?)(?=[\s,.;:)])"
)
# in a series of notes the call that is missing may stand behind any word, a year or a day, a stop, or the number of
# what is noted: "hai lần5", "năm 20106", "Điều 6.3 (được bãi bỏ)", "2.2 Hồ sơ gồm"
_ANY_CALL = re.compile(
    r"(?=[1-9])(?:(?<=[a-zà-ỹ][a-zà-ỹ])(?<!km)(?<!cm)(?<!dm)(?<!mm)|(?<=năm (?:19|20)\d\d)|(?<=\d/(?:19|20)\d\d)"
    r"|(?<=[a-zà-ỹ][a-zà-ỹ][.,;”\")])|(?P<heads>(?<=điều \d\.)|(?<=điều \d\d\.)|(?<=\s\d\.)|(?<=\s[a-zđ]\))))"
    r"(?P<note>[1-9]\d?)(?=[\s,.;:)])"
)
_HEAD = re.compile(r"\s*(?:điều \d{1,3}|\d{1,2}|[a-zđ])[.)]")  # that of the part which is noted
# a note that begins within the line of the one before: "11 Nghị định A. 12 Ngày 27/01/2022."
_NEXT = re.compile(rf"(?<=[.;] )(?P<figure>[1-9]\d?)[ \t]+(?=[{UPPER}][^\n]{{8}})")
_ROWS = 40  # notes and rows of tables among which the first note is looked for
_PAGE = 6000  # code points from a call to its note


def _with_raised(p: Plain) -> Plain:
    """The text with the figures of notes raised that stand glued to a word or to the code of a number."""
    notes = list(_note_figures(p.text))
    if not notes:
        return p
    calls: dict[str, list[tuple[int, int]]] = {}
    spans = {m.span("note") for m in _NOTED.finditer(p.text)}
    spans |= {m.span("note") for m in _CALL.finditer(p.low) if _ends_a_word(p.text, m.start())}
    for a, b in sorted(spans):
        calls.setdefault(p.text[a:b], []).append((a, b))
    if not calls:
        return p
    pairs: dict[int, tuple[int, int]] = {}  # the call of each note, by the place of the note in the list
    for n, note in enumerate(notes):
        those = calls.get(note["figure"], [])
        k = bisect_left(those, (note.start(), 0))
        if k == 0 or note.start() - those[k - 1][1] >= _PAGE:
            continue
        pairs[n] = those[k - 1]
        del those[k - 1 : k]  # of two notes with one figure the next is called elsewhere
    text, low = list(p.text), list(p.low)
    behind = _next_ones(notes)
    last: dict[int, int] = {}  # of each figure the last note, by its place in the list
    for n, note in enumerate(notes):
        call = pairs.get(n) or _within_series(p, notes, pairs, n, last, behind[n])
        last[int(note["figure"])] = n
        if call is None:
            continue
        pairs[n] = call
        for a, b in (call, note.span("figure")):
            text[a:b] = low[a:b] = raised(p.text[a:b])
    return p.with_forms("".join(text), "".join(low))


def _note_figures(text: str) -> Iterator[re.Match[str]]:
    """Figures that begin what may be a note: at the head of a line, or one higher within such a line."""
    for m in _NOTE.finditer(text):
        yield m
        figure, end = int(m["figure"]), text.find("\n", m.end())
        for more in _NEXT.finditer(text, m.end(), end if end >= 0 else len(text)):
            if int(more["figure"]) == figure + 1:
                yield more
                figure += 1


_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_TITLE_WORD = 4  # letters in capitals that are a word: "NGHỊ ĐỊNH1"


def _ends_a_word(text: str, at: int) -> bool:
    """Whether a figure stands behind a word, not in a code: "hai lần5", not "31/2024/QH15" or "4567/UBND-nn2"."""
    word = _LETTERS_BEFORE.search(text, max(0, at - _LONGEST), at)
    if word is None or text[word.start() - 1 : word.start()] in ("/", "-"):
        return False
    return text[at - 1].islower() or (word.group().isupper() and len(word.group()) >= _TITLE_WORD)


def _next_ones(notes: list[re.Match[str]]) -> list[int | None]:
    """For each note the next one behind it whose figure is higher by one, by its place in the list."""
    out: list[int | None] = []
    nearest: dict[int, int] = {}
    for n in range(len(notes) - 1, -1, -1):
        figure = int(notes[n]["figure"])
        out.append(nearest.get(figure + 1))
        nearest[figure] = n
    return out[::-1]


def _within_series(
    p: Plain,
    notes: list[re.Match[str]],
    pairs: dict[int, tuple[int, int]],
    n: int,
    last: dict[int, int],
    until: int | None,
) -> tuple[int, int] | None:
    """The one figure that may call a note, between the call of the note before it in its series and of that behind."""
    low, figure, end = p.low, int(notes[n]["figure"]), notes[n].start()
    after = last.get(figure - 1)
    first = figure == 1 and (1 not in last or (last[1] not in pairs and n < _ROWS))  # no row of a table
    before = (0, 0) if first else pairs.get(after) if after is not None else None
    if before is None:
        return None
    if until is not None and until in pairs and pairs[until][0] > before[1]:
        end = min(end, pairs[until][0])
    those = [
        m.span("note")
        for m in _ANY_CALL.finditer(low, before[1], end)
        if m["note"] == str(figure)
        and (not p.text[m.start() - 1].isalpha() or _ends_a_word(p.text, m.start()))
        and (m["heads"] is None or _HEAD.fullmatch(low, low.rfind("\n", 0, m.start()), m.start()))
    ]
    return those[0] if len(those) == 1 else None


def _between_words(low: str) -> set[int]:
    """Where a space is missing in a low text."""
    cuts: set[int] = set()
    for m in _SEAM.finditer(low):
        left = _LEFT.search(low, max(0, m.start() - _LONGEST), m.start() + 1)
        right = _LETTERS.match(low, m.start())
        if left and right:
            cuts.update(left.start() + at for at in seams(low[left.start() : right.end()]))
    if cuts:
        cuts.update(m.end() for m in _BEFORE_CODE.finditer(low))
    return cuts


@lru_cache(4096)
def seams(word: str) -> tuple[int, ...]:
    """Where a word falls into words of drafting; nowhere where it is one, or not of such words alone.

    Of two ways the one with more known neighbours is meant, then the one of fewer words.

    Args:
        word: in low form.

    >>> seams("banhành"), seams("thànhphố"), seams("bêtông")
    ((3,), (5,), ())
    """
    if len(word) > _LONGEST:
        return ()
    syllables, neighbours = _vocabulary()
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}  # end → known neighbours, starts of the words
    for end in range(2, len(word) + 1):
        for begin in range(max(0, end - 7), end - 1):
            if begin not in best or fold_tone(word[begin:end]) not in syllables:
                continue
            known, starts = best[begin]
            if starts and (fold_tone(word[starts[-1] : begin]), fold_tone(word[begin:end])) in neighbours:
                known += 1
            way = (known, (*starts, begin))
            if end not in best or (known, -len(way[1])) > (best[end][0], -len(best[end][1])):
                best[end] = way
    return best[len(word)][1][1:] if len(word) in best else ()


@cache
def _vocabulary() -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """The words of drafting, and those that follow each other in a name or phrase."""
    syllables: set[str] = set()
    neighbours: set[tuple[str, str]] = set()
    for name in drafting_names():
        words = [w for w in _LETTERS.findall(fold_tone(lower(name))) if len(w) > 1]
        syllables.update(words)
        neighbours.update(pairwise(words))
    return frozenset(w for w in syllables if _is_syllable(w)), frozenset(neighbours)


_SYLLABLE = re.compile(
    rf"(?:ngh?|[ckgtpn]h|gi|qu|tr|[bcdđghklmnprstvx])?{_VOWEL}{{1,3}}(?:ng|nh|ch|[cmnpt])?"
)


def _is_syllable(word: str) -> bool:
    return _SYLLABLE.fullmatch(word) is not None


@cache
def _first_words() -> re.Pattern[str]:
    """The words with which names of types begin."""
    words = {fold_tone(lower(name)).split()[0] for name, _ in registry.type_names()}
    return re.compile(rf"(?:{'|'.join(sorted(words))})(?!\w)")
