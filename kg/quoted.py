"""Words of a text that are not its own: those of the act that it consolidates, and of the forms in its annexes.

A consolidated text (number ``…/VBHN-…``) repeats an act, which goes on to call itself "Thông tư này", to stand on its
grounds and to replace what it replaced. A form in an annex ("Mẫu số 03 … Số: …/QĐ-…") speaks as the paper that somebody
will write with it. An order of the President may carry the law or ordinance that it makes public.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from kg.backrefs import NORMATIVE
from kg.framing import BASIS, Context, Link
from kg.models import Predicate, Provision
from kg.relations import GLUE, Cue

_start = attrgetter("start")
_CONSOLIDATED = "van-ban-hop-nhat"
_FIRST_CHARS = 3000
_HAS_GROUNDS = re.compile(
    r"căn(?<!\wcăn)\s+cứ\s+(?:pháp\s+lý\s+)?(?:để\s+)?ban\s+hành(?:\s+(?:như\s+sau|là))?\s*:\s*[“\"]"
)
_GROUND = re.compile(r"[“\"\s]*(?P<cue>căn\s+cứ)\s+(?:các\s+)?")
_GROUNDS_AT_MOST = 6000
_WORDING = r"(?:cụm\s+)?từ\s*[“\"][^“”\"\n]{1,300}[”\"]"
# "Khoản này được sửa đổi, bổ sung theo quy định tại", "Cụm từ “X” được thay thế bởi cụm từ “Y” theo quy định tại"
_CHANGED = re.compile(
    rf"[“\"]?(?:(?:tên\s+(?:của\s+)?)?(?P<what>điều|khoản|điểm|mục|chương|phụ\s+lục|mẫu|đoạn|nội\s+dung|quy\s+định)\s+này|(?:các\s+)?(?P<words>{_WORDING}))\s+"
    r"(?:đã\s+)?(?:được|bị)\s+(?P<cue>(?P<repeals>bãi\s+bỏ)|(?P<replaces>thay\s+thế)|sửa\s+đổi(?:\s*,?\s*(?:và\s+)?bổ\s+sung)?|bổ\s+sung)"
    rf"(?:\s+lần\s+(?:thứ\s+)?\w+)?(?:(?:\s+(?:bằng|bởi|thành)\s+{_WORDING})?\s*,?\s+(?:theo|bởi|tại)\s+(?:quy\s+định\s+)?(?:tại\s+|của\s+)?"
    r"|\s+(?:bằng|bởi)\s+(?:các\s+)?(?=(?:phụ\s+lục|mẫu|biểu)\s))"
)
_ATTACHED = re.compile(r"(?:(?:phụ\s+lục|mẫu|biểu)\s[^;.:“”\"\n]{0,60}?kèm\s+theo\s+)?")
# "… theo khoản 3 Điều 1 Thông tư A và lần thứ hai theo khoản 2 Điều 1 Thông tư B"
_AGAIN = re.compile(r"\s*[,;]?\s*(?:và\s+)?(?:lần\s+(?:thứ\s+)?\w+\s+)theo\s+(?:quy\s+định\s+)?(?:tại\s+|của\s+)?")
_ARTICLE = re.compile(r"\n[ \t]*điều\s+(?P<dieu>\d+[a-zđ]?)\s*[.:]")
_CLAUSE = re.compile(r"\n[ \t]*(\d{1,3}[a-zđ]?)\s*[.)]")
_POINT = re.compile(r"\n[ \t]*([a-zđ])\s*\)")
# lines are looked for by the break before them: the search for one letter is the fastest
_FORM = re.compile(
    r"\n[ \t|#*]*(?:phụ\s+lục|mẫu(?:\s+số)?|biểu\s+mẫu)(?:\s+(?:số\s+)?[\w./-]{1,12})?"
    r"[ \t.:|*]*(?:\([^)\n]*\)|-[^\n]*)?(?=\n|\Z)"
)
_BLANK_NUMBER = re.compile(r"s(?<!\ws)ố\s*:?\s*(?:[.…_]{2,}|/)")
_ISSUE_LINES = re.compile(
    r"\n[ \t|#*]*(?:quyết\s+định|nghị\s+quyết|thông\s+tư|chỉ\s+thị|kế\s+hoạch|báo\s+cáo|tờ\s+trình)\b"
)


def as_consolidated(c: Context) -> Context:
    """A consolidated text as its frames read it: with the type of the act that it repeats."""
    base = consolidated_act(c)
    return c if base is None else replace(c, own=replace(c.own, type=c.found[base].type))


def consolidated_act(c: Context) -> int | None:
    """The citation of the act that a consolidated text repeats: the normative one that its first words name."""
    if c.own.type != _CONSOLIDATED:
        return None
    for i, f in enumerate(c.found):
        if f.start > c.header.body_start + _FIRST_CHARS or BASIS.match(c.plain.low, c.parts.at(f.start).start):
            break
        if c.plain.low[c.plain.low.rfind("\n", 0, f.start) + 1 : f.start].strip(" \t*|"):
            continue  # "Quy định chi tiết thi hành Luật A"
        if f.type in NORMATIVE and f.start >= c.header.body_start and c.scopes[i].owner is None:
            return i if c.targets[i] != c.own.id else None
    # a note tells it: "[1] Văn bản này được hợp nhất từ 03 Nghị định sau: - Nghị định số 34/2016/NĐ-CP …"
    begin = next((n.start for n in c.notes if "hợp nhất" in c.plain.low[n.start : n.end]), None)
    if begin is None:
        return None
    told = (i for i, f in enumerate(c.found) if f.start >= begin and f.number is not None and f.type in NORMATIVE)
    return next(told, None)


def by_whom(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of a text, with those of the act that it repeats given to that act, and those of forms as plain."""
    base = consolidated_act(c)
    # grounds that a note quotes are those of another act
    forms = _forms(c) + [(m.end(), end) for m, end in _quoted_grounds(c.plain.low)]
    rules = list(_quoted_rules(c))
    out = []
    for link in links:
        if link.subject is None and link.predicate not in ("cites", "consolidates") and not link.reverse:
            at = c.found[link.object].start
            acting = next((i for i, a, b in rules if a <= at < b), base)
            if any(a <= at < b for a, b in forms):
                link = link.cited()
            elif acting is not None and link.frame != "own-title" and not _of_this_text(c, at):
                if c.targets[acting] == c.targets[link.object]:
                    continue
                link = link._replace(subject=acting)
        out.append(link)
    return out


def _of_this_text(c: Context, at: int) -> bool:
    """Whether a sentence speaks of the consolidated text, not of the act that it repeats."""
    return _THIS_TEXT.match(c.plain.low, c.parts.at(at).start) is not None


# "Văn bản hợp nhất này thay thế Văn bản hợp nhất số 17/VBHN-BTC", which no act that is repeated says of itself
_THIS_TEXT = re.compile(r"(?:\d{1,2}[.)]\s+|[-+•*–]\s*)?văn\s+bản\s+hợp\s+nhất\s+này(?!\w)")
_LEAD = 600  # code points of a note in which the words stand that lead to its quotation
_QUOTED_AT_MOST = 6000
# "[5] Điều 7 Nghị định số 69/2022/NĐ-CP quy định như sau: “Điều 7. Điều khoản thi hành …”"
_RULES_AS = re.compile(r"quy\s+định\s+(?:về\s[^:“\"\n]{3,60}\s)?như\s+sau\s*:\s*[“\"]")


def _quoted_rules(c: Context) -> Iterator[tuple[int, int, int]]:
    """Where notes quote articles of other acts: which act, and from where to where."""
    low = c.plain.low
    for note in c.notes:  # the quotation goes on below the line of the note
        below = min((n.start for n in c.notes if n.start > note.start), default=len(low))
        if m := _RULES_AS.search(low, note.start, min(note.start + _LEAD, below)):
            acting = next((i for i in _between(c, note.start, m.start()) if c.scopes[i].owner is None), None)
            if acting is not None and c.found[acting].type in NORMATIVE:
                closed = _closed(low, m.end(), below)
                yield acting, m.end(), min(below, m.end() + _QUOTED_AT_MOST) if closed < 0 else closed


_STRAIGHT_ENDS = re.compile(r"\"[.;]?[ \t]*(?:\n|$)")


def _closed(low: str, begin: int, stop: int) -> int:
    """Where a quotation that begins at an offset is closed; -1 where it is not, or not before ``stop``."""
    if low[begin - 1] == '"':
        m = _STRAIGHT_ENDS.search(low, begin, stop)
        return m.start() if m else -1
    depth = 1
    for m in re.finditer("[“”]", low[begin:stop]):
        depth += 1 if m.group() == "“" else -1
        if not depth:
            return begin + m.start()
    return -1


_PROCLAIMED = re.compile(r"\n[ \t|*]*(?:PHÁP\s+LỆNH|BỘ\s+LUẬT|LUẬT)(?!\w)")
_PROCLAIMED_TYPES = ("luat", "bo-luat", "phap-lenh")


def by_proclaimed(c: Context, links: Sequence[Link]) -> list[Link]:
    """The links of an order that carries the act it makes public: below the title of the act, the act speaks."""
    act = next((k.object for k in links if k.predicate == "promulgates" and k.subject is None and not k.reverse), None)
    if c.own.type != "lenh" or act is None or c.found[act].type not in _PROCLAIMED_TYPES:
        return list(links)
    title = _PROCLAIMED.search(c.plain.text, c.found[act].end)
    if title is None:
        return list(links)
    out = []
    for link in links:
        told = link.subject is None and not link.reverse and link.predicate not in ("cites", "promulgates")
        if told and c.found[link.object].start > title.start():
            if c.targets[link.object] == c.targets[act]:
                link = link.cited()
            else:
                link = link._replace(subject=act)
        out.append(link)
    return out


def in_notes(c: Context) -> list[Link]:
    """What notes tell of other acts: their grounds, those that a text consolidates, what these have changed in it."""
    return [*(_joins(c) if c.own.type == _CONSOLIDATED else ()), *_grounds(c), *_changed(c)]


_MERGED = re.compile(r"hợp\s+nhất\s+(?:từ|các|bởi)\s[^\n:;]{0,60}?(?:sau(?:\s+đây)?\s*)?:")
_ITEM = re.compile(r"[ \t]*(?:[-+•*–]|\d{1,2}[.)]|[a-zđ]\))?[ \t]*")


def _joins(c: Context) -> Iterator[Link]:
    """The act that a consolidated text repeats, and those that a note says were joined."""
    base = consolidated_act(c)
    if base is not None:
        yield Link(None, base, "consolidates", "consolidated", Cue("consolidates", 0, 0))
    yield from _merged(c)


def _merged(c: Context) -> Iterator[Link]:
    """ "[1] Văn bản này được hợp nhất từ 03 Nghị định sau:", and an item for each."""
    low = c.plain.low
    for note in c.notes:
        m = _MERGED.search(low, note.start, note.end)
        if m is None:
            continue
        end = min((n.start for n in c.notes if n.start > note.start), default=len(low))
        for i in _between(c, m.end(), end):
            line = max(low.rfind("\n", 0, c.found[i].start) + 1, m.end())
            if c.scopes[i].owner is not None:
                continue
            if not _ITEM.fullmatch(low, line, c.found[i].start):
                break
            yield Link(None, i, "consolidates", "consolidated", Cue("consolidates", m.start(), m.end()))


def _grounds(c: Context) -> Iterator[Link]:
    """ "Thông tư A có căn cứ ban hành như sau: “Căn cứ Luật B; …”": A is based on B."""
    low = c.plain.low
    for m, end in _quoted_grounds(low):
        line = low.rfind("\n", 0, m.start())
        acting = [i for i in _between(c, line, m.start()) if c.scopes[i].owner is None and c.found[i].type in NORMATIVE]
        if not acting:
            continue
        cue, last = None, m.end()
        for i in _between(c, m.end(), end):
            if c.scopes[i].owner is not None:
                continue
            begin = max(low.rfind("\n", 0, c.starts[i]) + 1, m.end() - 1, low.rfind("; căn", m.end(), c.starts[i]) + 1)
            if lead := _GROUND.fullmatch(low, begin, c.starts[i]):
                cue = Cue("basedOn", lead.start("cue"), lead.end("cue"))
            elif not GLUE.fullmatch(low, last, c.starts[i]):
                cue = None
            if cue is not None:
                yield Link(acting[0], i, "basedOn", "footnote", cue)
            last = c.title_end(i)


def _quoted_grounds(low: str) -> Iterator[tuple[re.Match[str], int]]:
    """Where a note quotes the grounds of an act: the words before them, and where they end."""
    for m in _HAS_GROUNDS.finditer(low):
        opened = low.find("“", m.start(), m.end()) >= 0
        end = low.find("”" if opened else '"', m.end(), m.end() + _GROUNDS_AT_MOST)
        if end >= 0:
            yield m, end


def _changed(c: Context) -> Iterator[Link]:
    """ "Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 2 Thông tư A": A repeals where the note is called."""
    base, low = consolidated_act(c), c.plain.low
    if base is None and (c.own.type not in NORMATIVE or c.own.number is None):
        return
    for note in c.notes:
        m = _CHANGED.match(low, note.start, note.end)
        acting = next((i for i in _between(c, note.start, note.end) if c.scopes[i].owner is None), None)
        if m is None or acting is None or not _ATTACHED.fullmatch(low, m.end(), max(m.end(), c.starts[acting])):
            continue
        of_words = m["words"] is not None
        predicate: Predicate = "amends"
        if not of_words and (m["repeals"] or m["replaces"]):
            predicate = "repeals" if m["repeals"] else "replaces"
        cue = Cue(predicate, m.start("cue"), m.end("cue"), True)
        place = _place(low, note.calls[0], "cụm từ" if of_words else m["what"])
        yield (told := Link(base, acting, predicate, "footnote", cue, "footnote", reverse=True, provisions=place))
        for i in _between(c, c.found[acting].head_end, note.end):
            if not _AGAIN.fullmatch(low, c.found[i - 1].head_end, max(c.found[i - 1].head_end, c.starts[i])):
                break
            yield told._replace(object=i)


_WITHIN = ("cụm từ", "đoạn", "nội dung", "quy định")  # what stands anywhere in a provision


def _place(low: str, call: int, what: str) -> tuple[Provision, ...]:
    """The provision in which a note is called, down to the level that the note speaks of."""
    article = next(reversed(list(_ARTICLE.finditer(low, 0, call))), None)
    if article is None or what not in ("điều", "khoản", "điểm", *_WITHIN):
        return ()
    found = Provision(dieu=article["dieu"])
    at = article.end()
    for level, mark in (("khoản", _CLAUSE), ("điểm", _POINT)):
        if what == "điều":
            break
        last = next(reversed(list(mark.finditer(low, at, call))), None)
        if last is not None:
            found, at = replace(found, **{"khoan" if level == "khoản" else "diem": last[1]}), last.end()
        elif level == what:
            return ()
        if level == what:
            break
    return (found,)


def _between(c: Context, begin: int, end: int) -> range:
    """Citations that start in a span, by index."""
    return range(bisect_left(c.found, begin, key=_start), bisect_left(c.found, end, key=_start))


def _forms(c: Context) -> list[tuple[int, int]]:
    """Spans of forms: from a line "Mẫu số 03" on, where a number to be filled in and the name of a type follow."""
    low = c.plain.low
    if c.own.type not in NORMATIVE or _BLANK_NUMBER.search(low, c.header.body_start) is None:
        return []
    heads = [m.start() for m in _FORM.finditer(low, c.header.body_start)]
    if not heads:
        return []
    spans = zip(heads, [*heads[1:], len(low)], strict=True)
    return [(a, b) for a, b in spans if (n := _BLANK_NUMBER.search(low, a, b)) and _ISSUE_LINES.search(low, n.end(), b)]
