"""Which citations of one text mean the same document.

Citations with the same type family, serial and codes form a group; within it, register (issuer with place)
and period (year or term) separate documents. A citation that lacks one of these, or names a district without its
province, joins the only document that fits; where none or two fit, it stays a reference that keeps them as
candidates. Nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg import backrefs, laws_meant, misprints, plenums, registry
from kg.dates import FULL_DAY, certainly_before, compatible
from kg.description import best_date, best_number, describe, own_document
from kg.found import Found
from kg.header import Header
from kg.identity import block_key, document_id, family, is_whole, number_slug, period, reference_id, title_key
from kg.models import Conflict, Document
from kg.structure import Note


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
    notes: Sequence[Note] = (),
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
        notes: its footnotes: "[2] Nghị định này …" is the decree that calls it.
    """
    own = own_document(header, own_id)
    found = misprints.with_types_meant(misprints.with_numbers_meant(found, header.number))
    targets: list[str | None] = [None] * len(found)
    rows: dict[str, Document] = {}
    conflicts: list[Conflict] = []
    bounds = [laws_meant.bound(found, owners, i) if owner is not None else None for i, owner in enumerate(owners)]
    found, apart = laws_meant.laws_in_force(found, titles, owners, header, bounds, day, low)
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
    laws_meant.to_numbered(found, targets, bounds, rows, own.id)
    for i, target in plenums.numbered(low, found, targets, rows).items():
        old, targets[i] = targets[i], target
        if old is not None and old not in targets:
            rows.pop(old, None)
    backrefs.point(found, targets, bounds, rows, own, header, low, notes)
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


def _groups(
    found: Sequence[Found],
    members: Sequence[int],
    bounds: Sequence[str | None],
    header: Header,
    block: str,
    alone: frozenset[int] = frozenset(),
) -> list[_Group]:
    """Documents of one block: whole keys first, then districts without a province, then what lacks register or period.

    The latter two join the only group before them that they fit. A code that no registry knows makes a register of its
    own only where the text names no body for the number: "Bản án số 07/2023/HC-ST" may be the court's that it named.
    """
    named = any((body := found[i].body) is not None and body.slug for i in members)

    def register(f: Found) -> str | None:
        return f.body.series if f.body and (f.body.base or f.body.slug or not named) else None

    full: dict[tuple[str, str], _Group] = {}
    placeless: dict[tuple[str, str], list[int]] = defaultdict(list)
    loose: list[int] = []
    own_key = _own_key(header, block)
    if own_key:
        full[own_key] = _Group(*own_key)
    for i in sorted(members, key=lambda i: found[i].phrase is None):  # a bare number may stand before the full name
        f = found[i]
        series, when = register(f), _period(f)
        if series and when and (is_whole(series) or (series, when) == own_key):
            elsewhere = _named_elsewhere(found, full, (series, when), i)
            full.setdefault(elsewhere or (series, when), _Group(series, when)).members.append(i)
        elif series and when:
            placeless[series, when].append(i)
        else:
            loose.append(i)
    groups = list(full.values())
    for g in groups:
        g.members.sort()
    loose.sort()
    for key, those in placeless.items():
        homes = [g for g in full.values() if _fits(_Group(*key), g)]
        if len(homes) == 1:
            homes[0].members += those
        else:
            groups.append(_Group(*key, sorted(those)))
    apart: dict[tuple[str | None, str | None], _Group] = {}
    several = set[tuple[str | None, str | None]]()  # those that may be one of several
    for i in loose:
        f = found[i]
        series, when = register(f), _period(f)
        fits = [
            g
            for g in groups
            if (series is None or g.series == series)
            and (when is None or g.when == when)
            and not (bounds[i] and g.members and certainly_before(bounds[i], best_date(found, g.members)[0]))
            and not (series is None and g.members and _of_another_day(f, best_date(found, g.members)[0]))
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


def _of_another_day(f: Found, day: str | None) -> bool:
    """Whether a paper of a body in a place that nobody named has another day: "87/KH-UBND ngày 20/3 của UBND huyện"."""
    told = f.phrase is not None and f.phrase.base.local and f.date is not None and len(f.date) == FULL_DAY
    return told and day is not None and len(day) == FULL_DAY and day != f.date


def _named_elsewhere(
    found: Sequence[Found], full: Mapping[tuple[str, str], _Group], key: tuple[str, str], i: int
) -> tuple[str, str] | None:
    """The group that a citation of the text's own place continues, where the text has said whose paper it is.

    "Quyết định số 33/2024/QĐ-UBND của UBND tỉnh Tiền Giang … Điều 6 Quyết định số 33/2024/QĐ-UBND", in a text of Đồng
    Tháp: nothing but that citation names the paper, so it is not the one of that number in the text's own province. It
    may stand behind the other: "kết luận về kiểm tra Quyết định số 33/2024/QĐ-UBND;" among the grounds.
    """
    f = found[i]
    if key in full or f.phrase is not None or f.body is None or f.body.base is None or not f.body.base.local:
        return None
    root = key[0].partition(".")[0]
    same = [k for k in full if k[1] == key[1] and k[0].partition(".")[0] == root]
    before = [k for k in same if any(m < i for m in full[k].members)]
    same = before or same
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
        return same and (f.date is None or compatible(f.date, header.date))
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
        if number:
            return document_id(g.series, f.type, g.when, number_slug(number))
        day = best_date(found, g.members)[0]
        when = g.when
        if f.named is not None and day is not None and day.startswith(when):
            when = registry.when_passed(f.named.title, day)
        return document_id(g.series, f.type, when, "t-" + _short_title(f))
    if f.named is not None and (g.series is None or is_whole(g.series)):
        return f"ref_{g.series or 'x'}_{family(f.type)}_t-{_short_title(f)}"
    return reference_id(own.id, block, f"{g.series}|{g.when}")


def _short_title(f: Found) -> str:
    """The title inside an id: without the type word, which the id names already."""
    assert f.named is not None
    key = title_key(f.named.title)
    return key.removeprefix(f.type + "-") or key
