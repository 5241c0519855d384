"""The figures of a report for people and for programs: tables of text, lines, dictionaries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from kg.evaluate.calibration import reliability
from kg.evaluate.verdicts import Report, Score, Verdict
from kg.models import PREDICATES, STRENGTHS

FIELDS: Final = ("type", "number", "date", "issuer")
IDENTITY: Final = ("type", "number", "date", "issuer")
_DASH: Final = "–"


def figures(report: Report) -> dict[str, Any]:
    """All figures of a report, for JSON; a part without a case is left out."""
    relations = report.score("relation").as_dict()
    more = {
        name: report.score(name).as_dict()
        for name in ("reference", "exact", "label", "unlabelled", "resolved", "pinpoint", "scope", "joined", "apart")
        if report.score(name) != Score()
    }
    return {
        "documents": report.score("document").as_dict(),
        **{measure: report.score(measure).as_dict() for measure in ("numbered", "named", "back")},
        "fields": _parts(report, "field", FIELDS),
        "undated": report.score("undated").as_dict(),
        "identity": _parts(report, "identity", IDENTITY),
        **more,
        "types": {
            group: {m: s.as_dict() for m in _MENTIONS if (s := report.score(m, group=group)) != Score()}
            for group in report.groups(*_MENTIONS)
        },
        "relations": {
            **relations,
            "by_predicate": _parts(report, "relation", PREDICATES),
            "by_strength": {
                name: score.as_dict()
                for name in STRENGTHS
                if (score := report.score("relation", strength=name)) != Score()
            },
        },
        "frames": {group: score.as_dict() for group, score in frames(report)},
        "strength": report.score("strength").as_dict(),
        "never": report.score("never").as_dict(),
        "conflicts": report.score("conflict").as_dict(),
        "calibration": {
            kind: [one.as_dict() for one in reliability(report.judged, kind)] for kind in ("mention", "relation")
        },
    }


def frames(report: Report) -> list[tuple[str, Score]]:
    """For each frame how many of the links that it read are right; those with most first.

    A link that no frame read cannot be counted to one, so only precision is known.
    """
    links = [one for one in report.judged if one.kind == "relation"]
    count = {one.group: Score() for one in links}
    for one in links:
        old = count[one.group]
        count[one.group] = Score(old.right + one.right, old.extra + (not one.right))
    return sorted(count.items(), key=lambda pair: (-pair[1].right - pair[1].extra, pair[0]))


def table(report: Report, lang: str) -> list[str]:
    """The figures as a table of text; see :meth:`Report.lines`."""
    words = words_of(lang)
    heads = "".join(f"{words[head]:>8}" for head in ("precision", "recall", "f1", *_COUNTS))
    return [f"{words['measure']:<36}{heads}"] + [
        _line(indent, words.get(label, label), score, two_sided)
        for indent, label, score, two_sided in _rows(report)
        if score != Score()
    ]


def breakdown(report: Report, lang: str) -> list[str]:
    """Mentions by type, links by frame, as two tables of text."""
    words = words_of(lang)
    heads = "".join(f"{words[head]:>8}" for head in ("precision", "recall", "f1", *_COUNTS))
    out = [f"{words['by-type']:<36}{heads}"]
    for group in report.groups(*_MENTIONS):
        each = [report.score(measure, group=group) for measure in _MENTIONS]
        total = Score(sum(s.right for s in each), sum(s.extra for s in each), sum(s.missed for s in each))
        out.append(_line(1, group, total, True))
    out += ["", f"{words['by-frame']:<36}{heads}"]
    out += [_line(1, group or _DASH, score, True, found=False) for group, score in frames(report)]
    return out


def reliability_table(report: Report, lang: str) -> list[str]:
    """Stated confidence beside the share that is right, in bins, as tables of text."""
    words = words_of(lang)
    out: list[str] = []
    for kind in ("mention", "relation"):
        bins = reliability(report.judged, kind)
        if not bins:
            continue
        heads = "".join(f"{words[head]:>9}" for head in ("from", "to", "count", "said", "share", "gap"))
        out += ["", f"{words['sure-' + kind]:<34}{heads}"] if out else [f"{words['sure-' + kind]:<34}{heads}"]
        for one in bins:
            shares = "".join(f"{value:>9.3f}" for value in (one.low, one.high))
            rest = f"{one.stated:>9.3f}{one.share:>9.3f}{one.share - one.stated:>+9.3f}"
            out.append(f"{'':<34}{shares}{one.count:>9}{rest}")
    return out


def verdict_line(verdict: Verdict, lang: str) -> str:
    """A verdict as one line: file, offset, what is wrong."""
    v, words = verdict, words_of(lang)
    where = v.file if v.start is None else f"{v.file}:{v.start}"
    key = f" ({words.get(v.key, v.key)})" if v.key else ""
    what = " ".join(": ".join(part for part in (v.what, v.detail) if part).split())
    return f"{where}: {words[v.outcome]}, {words[v.measure]}{key}: {what}"


def _parts(report: Report, measure: str, keys: Sequence[str]) -> dict[str, Any]:
    scores = {key: report.score(measure, key) for key in keys}
    return {key: score.as_dict() for key, score in scores.items() if score != Score()}


def _line(indent: int, label: str, score: Score, two_sided: bool, *, found: bool = True) -> str:
    """A row; ``found`` is False where nobody can know what was missed."""
    recall, f1 = (score.recall, score.f1) if found else (None, None)
    ratios = (score.precision, recall, f1) if two_sided else (None, score.recall, None)
    counts = (score.right, score.missed if found else None, score.extra if two_sided else None)
    cells = [_DASH if r is None else f"{r:.3f}" for r in ratios]
    cells += [_DASH if c is None else str(c) for c in counts]
    return f"{'  ' * indent + label:<36}" + "".join(f"{cell:>8}" for cell in cells)


def _rows(report: Report) -> Iterator[tuple[int, str, Score, bool]]:
    """Indent, label, figures, and whether something extra can be wrong."""
    absent = report.score("document")
    if absent.missed:
        yield 0, "document", absent, False
    for measure in ("reference", "exact", "numbered", "named", "back"):
        named_in_full = measure == "named" and report.score("named").extra > 0
        yield 0, measure, report.score(measure), measure == "numbered" or named_in_full
    for key in FIELDS:
        yield 1, key, report.score("field", key), False
    yield 1, "undated", report.score("undated"), False
    yield 1, "resolved", report.score("resolved"), False
    yield 0, "pinpoint", report.score("pinpoint"), True
    yield 0, "joined", report.score("joined"), False
    yield 0, "apart", report.score("apart"), False
    yield 0, "identity", report.score("identity"), False
    for key in IDENTITY:
        yield 1, key, report.score("identity", key), False
    yield 0, "label", report.score("label"), False
    if report.score("label") == Score():
        yield 0, "relation", report.score("relation"), True
    for key in (*PREDICATES, "no edge"):
        yield 1, key, report.score("relation", key), True
    for key in STRENGTHS:
        yield 1, key, report.score("relation", strength=key), True
    yield 1, "strength", report.score("strength"), False
    yield 1, "scope", report.score("scope"), False
    yield 0, "conflict", report.score("conflict"), True
    yield 0, "never", report.score("never"), False
    yield 0, "unlabelled", report.score("unlabelled"), False


def words_of(lang: str) -> Mapping[str, str]:
    """The words of a language.

    Raises:
        ValueError: there are none.
    """
    if lang not in WORDS:
        raise ValueError(f"lang must be one of {', '.join(WORDS)}, not {lang!r}")
    return WORDS[lang]


_MENTIONS: Final = ("reference", "numbered", "named", "back")
_COUNTS: Final = ("right", "missed", "extra")
WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "vi": {
        "measure": "Chỉ tiêu", "precision": "C.xác", "recall": "Độ phủ", "f1": "F1",
        "right": "đúng", "missed": "sót", "extra": "thừa",
        "document": "văn bản có kết quả", "numbered": "viện dẫn có số", "named": "viện dẫn theo tên",
        "back": "viện dẫn rút gọn", "field": "trường của viện dẫn", "undated": "không đoán ngày",
        "identity": "chính văn bản", "type": "loại", "number": "số, ký hiệu", "date": "ngày",
        "issuer": "cơ quan", "relation": "quan hệ", "strength": "đúng cách nối",
        "conflict": "mâu thuẫn được báo", "never": "điều không được có",
        "implements": "thực hiện", "guides": "hướng dẫn, quy định chi tiết", "basedOn": "căn cứ",
        "amends": "sửa đổi, bổ sung", "replaces": "thay thế", "repeals": "bãi bỏ", "suspends": "đình chỉ",
        "corrects": "đính chính", "consolidates": "hợp nhất", "promulgates": "công bố, ban hành",
        "approves": "phê duyệt", "cites": "dẫn chiếu", "stated": "nêu trong câu",
        "reference": "viện dẫn có nhãn", "exact": "đúng chỗ bắt đầu",
        "resolved": "tên luật ra số", "unlabelled": "viện dẫn không có nhãn",
        "pinpoint": "điều, khoản được dẫn", "scope": "hiệu lực một phần, điều khoản",
        "joined": "cùng văn bản, được nối", "apart": "khác văn bản, được tách",
        "by-type": "Viện dẫn theo loại", "by-frame": "Quan hệ theo khung",
        "sure-mention": "Độ tin cậy của viện dẫn", "sure-relation": "Độ tin cậy của quan hệ",
        "from": "từ", "to": "đến", "count": "số", "said": "nói", "share": "đúng", "gap": "lệch",
        "label": "quan hệ có nhãn", "better": "tốt lên", "worse": "xấu đi", "texts": "văn bản",
        "provisions": "điều khoản", "no edge": "không nối",
        "heading": "theo đề mục", "footnote": "qua chú thích",
    },
    "en": {
        "measure": "measure", "precision": "prec.", "recall": "recall", "f1": "F1",
        "right": "right", "missed": "missed", "extra": "extra",
        "document": "texts with output", "numbered": "mention with a number", "named": "mention by name",
        "back": "short back-reference", "field": "field of a mention", "undated": "no date guessed",
        "identity": "the document itself", "type": "type", "number": "number", "date": "date",
        "issuer": "issuer", "relation": "relation", "strength": "right strength",
        "conflict": "conflict reported", "never": "must never be",
        **{predicate: predicate for predicate in PREDICATES},
        "stated": "stated", "heading": "by heading",
        "reference": "labelled reference", "exact": "start exact",
        "resolved": "number of a named law", "unlabelled": "mention without label",
        "pinpoint": "provision cited", "scope": "partial effect, provisions",
        "joined": "one document, joined", "apart": "two documents, kept apart",
        "by-type": "mentions by type", "by-frame": "links by frame",
        "sure-mention": "confidence of mentions", "sure-relation": "confidence of links",
        "from": "from", "to": "to", "count": "count", "said": "stated", "share": "right", "gap": "gap",
        "label": "labelled relation", "better": "gains", "worse": "losses", "texts": "texts",
        "provisions": "provisions", "no edge": "no edge", "footnote": "by footnote",
    },
}  # fmt: skip
