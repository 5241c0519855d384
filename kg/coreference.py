"""Which citations of one text mean the same document.

Citations with the same type family, serial and codes form a group; within it, register (issuer with place)
and period (year or term) separate documents. A citation that lacks one of these, or names a district without its
province, joins the only document that fits; where none or two fit, it stays a reference that keeps them as
candidates. Nothing is guessed.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg import backrefs, misprints, plenums, provisions, registry
from kg.dates import certainly_before, compatible
from kg.description import best_date, best_number, describe, own_document
from kg.found import Found
from kg.header import Header
from kg.identity import block_key, document_id, family, is_whole, number_slug, period, reference_id, title_key
from kg.models import Conflict, Document


@dataclass(slots=True)
class _Group:
    """Citations that mean one document, while it is being put together."""

    series: str | None
    when: str | None
    members: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Identified:
    """The documents of one text.

    Attributes:
        own: the document that the text is.
        documents: every other document cited, in the order of first citation.
        targets: for each citation the id of its document, None for a short form that points nowhere.
        conflicts: fields on which citations of one document disagree.
    """

    own: Document
    documents: tuple[Document, ...]
    targets: tuple[str | None, ...]
    conflicts: tuple[Conflict, ...]


def identify(
    found: Sequence[Found],
    titles: Sequence[str | None],
    owners: Sequence[int | None],
    header: Header,
    own_id: Callable[[], str],
    day: str | None = None,
    low: str = "",
) -> Identified:
    """Groups the citations of one text into documents.

    Args:
        found: citations in order; dates without a year already completed.
        titles: for each citation what the text says it is about.
        owners: for each citation the one in whose title it stands: a paper names no younger one in its title.
        header: the text's own identity.
        own_id: gives the id for a text that has no identity of its own; only called for one.
        day: the day that the text prints as its own; a bare title means the law of that day.
        low: the text in small letters, for what stands between two citations.
    """
    own = own_document(header, own_id)
    found = misprints.with_numbers_meant(found, header.number)
    targets: list[str | None] = [None] * len(found)
    rows: dict[str, Document] = {}
    conflicts: list[Conflict] = []
    bounds = [_bound(found, owners, i) if owner is not None else None for i, owner in enumerate(owners)]
    guided = [f.named is not None and _is_guided(found, titles, owners, header, i) for i, f in enumerate(found)]
    found, apart = _laws_in_force(found, bounds, guided, day, low)
    blocks: dict[str, list[int]] = defaultdict(list)
    for i, f in enumerate(found):
        if f.kind != "back":
            blocks[_block(f)].append(i)
    for block in blocks:
        groups = _groups(found, blocks[block], bounds, header, block, apart)
        ids = [_group_id(found, g, block, own) for g in groups]
        for g, doc_id in zip(groups, ids, strict=True):
            if _is_own(found, g, header, block):
                doc_id = own.id
            for i in g.members:
                targets[i] = doc_id
            document, found_conflicts = describe(found, titles, g.members, g.series, doc_id, block, own)
            if doc_id.startswith("ref_"):
                fits = [d for o, d in zip(groups, ids, strict=True) if not d.startswith("ref_") and _fits(g, o)]
                document = replace(document, status="unresolved", candidates=tuple(sorted(fits)))
            if doc_id != own.id:
                rows.setdefault(doc_id, document)
            conflicts += found_conflicts
    _named_laws(found, targets, bounds, rows, own.id)
    for i, target in plenums.numbered(low, found, targets, rows).items():
        old, targets[i] = targets[i], target
        if old is not None and old not in targets:
            rows.pop(old, None)
    backrefs.point(found, targets, bounds, rows, own, header, low)
    order = {t: n for n, t in reversed(list(enumerate(targets))) if t}
    documents = sorted((d for d in rows.values()), key=lambda d: (order.get(d.id, len(found)), d.id))
    return Identified(own, tuple(documents), tuple(targets), tuple(dict.fromkeys(conflicts)))


def _block(f: Found) -> str:
    if f.number is not None:
        return block_key(f.type, f.number)
    assert f.named is not None
    return block_key(f.type, None, f.named.title)


def _period(f: Found) -> str | None:
    series = f.body.series if f.body else None
    if f.named is not None:
        if f.named.term is not None:
            return f"k{f.named.term}"
        return f.date[:4] if f.date else None
    if f.term is not None and f.date is None:
        return f"k{f.term}"
    return period(series, f.number, f.date)


def _bound(found: Sequence[Found], owners: Sequence[int | None], i: int) -> str | None:
    """The day after which the document of a citation cannot be: that of the paper in whose title it stands."""
    owner = owners[i]
    while owner is not None:
        f = found[owner]
        day = f.date or (str(f.number.year) if f.number is not None and f.number.year else None)
        if day is not None and not day.startswith("--"):
            return _passed_on(f) or day
        owner = owners[owner]
    return None


def _passed_on(f: Found) -> str | None:
    """The day on which a law was passed: one of which the text gives the number alone, or one that amends several."""
    if f.named is not None and f.named.amending:
        act = registry.only_amending(f.named.title, registry.LAWS_UNTIL)
        return act.date if act is not None and len(act.date) == _FULL_DATE else None
    if f.number is None or f.type not in registry.LAW_TYPES or (f.date and len(f.date) == _FULL_DATE):
        return None
    law = registry.numbered_laws().get(f.number.printed)
    return law.date if law is not None and len(law.date) == _FULL_DATE else None


_GUIDES = re.compile(r"(?:quy|qui)\s+định\s+chi\s+tiết|hướng\s+dẫn\s+(?:chi\s+tiết\s+)?(?:thi\s+hành|thực\s+hiện)")


def _is_guided(
    found: Sequence[Found], titles: Sequence[str | None], owners: Sequence[int | None], header: Header, i: int
) -> bool:
    """Whether a citation stands in the title, or in the text's own title, of a paper that details or amends it."""
    owner, own = owners[i], header.title_span
    if owner is not None:
        holder = found[owner]
        if holder.type in registry.LAW_TYPES and (holder.named is None or holder.named.amending):
            # a law that amends one of which the new text is passed amends that; its own day has to be known
            return _bound(found, owners, i) is not None
        return _GUIDES.match((titles[owner] or "").lower()) is not None
    inside = own is not None and own[0] <= found[i].start < own[1]
    return inside and _GUIDES.match((header.title or "").lower()) is not None


def _laws_in_force(
    found: Sequence[Found], bounds: Sequence[str | None], guided: Sequence[bool], day: str | None, low: str
) -> tuple[list[Found], frozenset[int]]:
    """Gives a law cited by its bare title the day of the only act of that title that it can mean.

    In the title of an older paper that is the law of that paper's time, and of two the new one if the paper details it:
    that is done before the law takes effect. Where the text itself cites an act of the title
    from another year, two can be meant: such citations are told, and join none, unless the passage goes on about that
    act; nor does a bill.
    """
    years: dict[str, set[str]] = defaultdict(set)
    days = set[tuple[str, str]]()  # title and year of which the text prints a day, be it a misprint: it is the text's
    for f in found:
        title = f.named.title if f.named is not None else f.law_title
        if title and f.date and len(f.date) == len("2013-11-29"):
            days.add((title_key(title), f.date[:4]))
        if title and f.date and not f.date.startswith("--"):
            years[title_key(title)].add(f.date[:4])
        elif title and f.number is not None and f.number.year:
            years[title_key(title)].add(str(f.number.year))
    out, apart = list(found), set[int]()
    newest = max((f.date for f in found if f.date and len(f.date) == _FULL_DATE), default="")
    for i, f in enumerate(found):
        if f.named is None or f.means is not None:
            continue
        if f.date:
            if not f.named.amending and (title := registry.amending_of(f.named.title, f.date)) is not None:
                out[i] = f._replace(named=f.named._replace(title=title))
            continue
        when = bounds[i] or day
        if f.named.bill or _OF_YEARS.match(low, f.end) or (
            _NEW.match(low, f.end) and _has_newer(f.named.title, years[title_key(f.named.title)], when)
        ):
            apart.add(i)
            continue
        if f.named.amending:
            act = registry.only_amending(f.named.title, when) if when else None
            out[i] = f._replace(date=act.date) if act is not None else f
            continue
        if when is None and day is None and f.type in registry.ACT_TYPES:
            out[i] = f._replace(date=_only_act(f.named.title, newest))
        law = None
        if when and f.type in registry.ACT_TYPES:
            since = newest if when == day and newest.startswith(when) else ""  # a text is younger than what it cites
            law = registry.law_at(f.named.title, when, passed=guided[i], since=since)
        if law is None:
            continue
        cited = years[title_key(f.named.title)]
        if bounds[i] or not cited or law.date[:4] in cited:
            told = (title_key(f.named.title), law.date[:4]) in days
            out[i] = f._replace(date=law.date[:4] if told else law.date)
        elif len(cited) == 1 and _goes_on(found, i, low):
            out[i] = f._replace(date=next(iter(cited)))
        else:
            apart.add(i)
    return out, frozenset(apart)


# "Luật Tổ chức Chính phủ mới đã được ban hành", beside the one of 2001
_NEW = re.compile(r"\s+mới(?=\s*[,.;:)\n]|\s+(?:đã|có|sẽ|cũng|và|quy\s+định|thay|này)(?!\w))")


def _has_newer(title: str, cited: set[str], when: str | None) -> bool:
    """Whether a title was given to a newer act, until a day if one is told, than all that a text cites."""
    acts = registry.law_titles().get(registry.fold_title(title), ())
    passed = [act.date for act in acts if act.date and (when is None or act.date <= when)]
    return bool(cited) and bool(passed) and max(passed)[:4] > max(cited)


_FULL_DATE = 10


def _only_act(title: str, newest: str) -> str | None:
    """The day of a law by its bare title in a text without a day: that of the only act which ever bore the title.

    The text has to be younger than the act, as the youngest paper that it cites tells.
    """
    acts = registry.law_titles().get(registry.fold_title(title), ())
    return acts[0].date if len(acts) == 1 and acts[0].number and acts[0].date and acts[0].date <= newest else None


_OF_YEARS = re.compile(r"\s*\((?:các\s+)?năm\s+(?:19|20)\d\d\s*(?:,|;|và\s)")  # "(năm 1996, năm 2008)": several
_CHANGES = re.compile(
    r"thay\s+thế|hết\s+hiệu\s+lực|bãi\s+bỏ|sửa\s+đổi|bổ\s+sung|hiện\s+(?:hành|nay)|kế\s+thừa|so\s+với\s+(?:bộ\s+)?luật|"
    r"(?<!\w)(?:nay|mới|cũ)(?!\w)"
)


def _goes_on(found: Sequence[Found], i: int, low: str) -> bool:
    """Whether a bare title goes on about the act of that title that the paragraph has named with its year.

    "… vi phạm khoản 6 Điều 89 Luật Đấu thầu năm 2013 …. Thời gian chậm so với khoản 2 Điều 8 Luật Đấu thầu": a
    provision of each is cited, and no word tells of a change from one act to another.
    """
    f = found[i]
    if f.named is None or not provisions.before(low, f.start)[0]:
        return False
    for j in range(i - 1, -1, -1):
        n = found[j]
        begin = low.rfind("\n", 0, n.start) + 1
        if "\n" in low[n.start : f.start]:
            return False
        title = n.named.title if n.named is not None else n.law_title
        if title and title_key(title) == title_key(f.named.title) and (n.date or n.number is not None):
            told = low[begin : f.start] + low[f.end : (low + "\n").find("\n", f.end)]
            return bool(provisions.before(low, n.start)[0]) and _CHANGES.search(told) is None
    return False


def _groups(
    found: Sequence[Found],
    members: Iterable[int],
    bounds: Sequence[str | None],
    header: Header,
    block: str,
    alone: frozenset[int] = frozenset(),
) -> list[_Group]:
    """Documents of one block: whole keys first, then districts without a province, then what lacks register or period.

    The latter two join the only group before them that they fit.
    """
    full: dict[tuple[str, str], _Group] = {}
    placeless: dict[tuple[str, str], list[int]] = defaultdict(list)
    loose: list[int] = []
    own_key = _own_key(header, block)
    if own_key:
        full[own_key] = _Group(*own_key)
    for i in members:
        f = found[i]
        series, when = (f.body.series if f.body else None), _period(f)
        if series and when and (is_whole(series) or (series, when) == own_key):
            elsewhere = _named_elsewhere(found, full, (series, when), i)
            full.setdefault(elsewhere or (series, when), _Group(series, when)).members.append(i)
        elif series and when:
            placeless[series, when].append(i)
        else:
            loose.append(i)
    groups = list(full.values())
    for key, those in placeless.items():
        homes = [g for g in full.values() if _fits(_Group(*key), g)]
        if len(homes) == 1:
            homes[0].members += those
        else:
            groups.append(_Group(*key, those))
    apart: dict[tuple[str | None, str | None], _Group] = {}
    several = set[tuple[str | None, str | None]]()  # those that may be one of several
    for i in loose:
        f = found[i]
        series, when = (f.body.series if f.body else None), _period(f)
        fits = [
            g
            for g in groups
            if (series is None or g.series == series)
            and (when is None or g.when == when)
            and not (g.members and certainly_before(bounds[i], best_date(found, g.members)[0]))
        ]
        if not fits and f.phrase is None and when is None and f.body and f.body.base and f.body.base.local:
            fits = [g for g in groups if g.series]  # the place was only the text's own: any body of that code will do
        if len(fits) == 1 and i not in alone:
            fits[0].members.append(i)
            continue
        apart.setdefault((series, when), _Group(series, when)).members.append(i)
        if fits or i in alone:
            several.add((series, when))
    for less in [k for k in apart if k not in several]:  # what says less is what another says, if only one does
        more = [g for k, g in apart.items() if k != less and less[0] in (None, k[0]) and less[1] in (None, k[1])]
        if len(more) == 1:
            more[0].members = sorted(more[0].members + apart.pop(less).members)
    return [g for g in (*groups, *apart.values()) if g.members]


def _named_elsewhere(
    found: Sequence[Found], full: Mapping[tuple[str, str], _Group], key: tuple[str, str], i: int
) -> tuple[str, str] | None:
    """The group that a citation of the text's own place continues, where the text has said whose paper it is.

    "Quyết định số 33/2024/QĐ-UBND của UBND tỉnh Tiền Giang … Điều 6 Quyết định số 33/2024/QĐ-UBND", in a text of Đồng
    Tháp: nothing but that citation names the paper, so it is not the one of that number in the text's own province.
    """
    f = found[i]
    if key in full or f.phrase is not None or f.body is None or f.body.base is None or not f.body.base.local:
        return None
    root = key[0].partition(".")[0]
    same = [k for k in full if k[1] == key[1] and k[0].partition(".")[0] == root]
    if len(same) != 1 or not any(found[m].phrase is not None for m in full[same[0]].members):
        return None
    return same[0] if compatible(best_date(found, full[same[0]].members)[0], f.date) else None


def _own_key(header: Header, block: str) -> tuple[str, str] | None:
    if header.number is None or header.type is None or header.body is None or header.body.series is None:
        return None
    if block_key(header.type, header.number) != block:
        return None
    when = period(header.body.series, header.number, header.date)
    return (header.body.series, when) if when else None


def _is_own(found: Sequence[Found], g: _Group, header: Header, block: str) -> bool:
    key = _own_key(header, block)
    if key is not None:
        return (g.series, g.when) == key
    f = found[g.members[0]]
    if f.named is not None and header.type in registry.LAW_TYPES and header.title:
        name = registry.types()[header.type].name
        same = title_key(f.named.title) == title_key(f"{name} {header.title}")
        return same and (f.date is None or f.date == header.date)
    if header.number is None or header.type is None:
        return False
    return (
        block_key(header.type, header.number) == block
        and any((n := found[i].number) is not None and n.printed == header.number.printed for i in g.members)
        and compatible(best_date(found, g.members)[0], header.date)
    )


def _fits(g: _Group, other: _Group) -> bool:
    """Whether a group may be another one of which more is known: its register, the province of its district."""
    if g.when is not None and g.when != other.when:
        return False
    if g.series is None or g.series == other.series:
        return True
    return not is_whole(g.series) and (other.series or "").startswith(f"{g.series}.")


def _group_id(found: Sequence[Found], g: _Group, block: str, own: Document) -> str:
    f = found[g.members[0]]
    if g.series and g.when and is_whole(g.series):
        number = best_number(found, g.members)
        return document_id(g.series, f.type, g.when, number_slug(number) if number else "t-" + _short_title(f))
    if f.named is not None and (g.series is None or is_whole(g.series)):
        return f"ref_{g.series or 'x'}_{family(f.type)}_t-{_short_title(f)}"
    return reference_id(own.id, block, f"{g.series}|{g.when}")


def _short_title(f: Found) -> str:
    """The title inside an id: without the type word, which the id names already."""
    assert f.named is not None
    key = title_key(f.named.title)
    return key.removeprefix(f.type + "-") or key


def _named_laws(
    found: Sequence[Found],
    targets: list[str | None],
    bounds: Sequence[str | None],
    rows: dict[str, Document],
    own_id: str,
) -> None:
    """Points a law cited by its title to the numbered law of that title, where the text has exactly one.

    "Luật Di sản văn hóa số 45/2024/QH15 (sau đây gọi là Luật Di sản văn hóa)"; in a law, that title is its own.
    """
    numbered: dict[str, dict[str, None]] = defaultdict(dict)
    for f, target in zip(found, targets, strict=True):
        if f.law_title is not None and target is not None and target in rows:
            numbered[title_key(f.law_title)][target] = None
    for i, f in enumerate(found):
        if f.named is None or f.named.amending or targets[i] in (None, own_id):
            continue
        fits = [
            t
            for t in numbered.get(title_key(f.named.title), ())
            if compatible(rows[t].date, f.date) and not certainly_before(bounds[i], rows[t].date)
        ]
        if len(fits) == 1 and targets[i] != fits[0]:
            old, targets[i] = targets[i], fits[0]
            if old is not None and old not in targets:
                rows.pop(old, None)
            if f.reported and f.date is not None and len(f.date) > len(rows[fits[0]].date or ""):
                rows[fits[0]] = replace(rows[fits[0]], date=f.date)  # "Ngày 24/6/2024, Quốc hội đã thông qua Luật …"
