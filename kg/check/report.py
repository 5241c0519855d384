"""Findings beside the text in one HTML page that asks the network for nothing."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib import resources
from itertools import pairwise
from typing import Any

from kg.check.models import SEVERITIES, Finding, Lang

_SAY: dict[str, tuple[str, str]] = {
    "title": ("Soát lỗi viện dẫn", "Check of citations"),
    "filter": ("Hiện các mức", "Show the levels"),
    "error": ("lỗi", "errors"),
    "warning": ("cảnh báo", "warnings"),
    "note": ("lưu ý", "notes"),
    "findings": ("điểm cần xem", "findings"),
    "clean": ("Không có lỗi viện dẫn.", "No faults in the citations."),
    "unnamed": ("Dự thảo", "Draft"),
    "why": ("Vì sao?", "Why?"),
    "nothing": ("(bỏ)", "(delete)"),
    "place": ("dòng {line}, cột {column}", "line {line}, column {column}"),
    "paragraph": ("đoạn {paragraph}", "paragraph {paragraph}"),
    "page": ("trang {page}", "page {page}"),
    "also": ("Xem thêm dòng {lines}", "See also line {lines}"),
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A draft with its findings."""

    source: str
    text: str = field(repr=False)
    findings: tuple[Finding, ...]


def report(drafts: Sequence[Checked], lang: Lang = "vi") -> str:
    """One HTML page with every draft and, beside it, its findings.

    Args:
        drafts: what was checked.
        lang: language of everything but the drafts.

    Returns:
        The page, to be written as UTF-8. All that comes from a draft is escaped, and a policy names the
        page's own style and script by their hashes, so that nothing else could run.

    >>> from kg.check import check
    >>> text = "<b>Chỉ thị số 33/CT-TTG ngày 26/11/2021</b>"
    >>> page = report([Checked("a.txt", text, tuple(check(text)))])
    >>> "<b>Chỉ" in page, "&lt;b&gt;Chỉ thị số <mark" in page
    (False, True)
    """
    from jinja2 import Environment
    from markupsafe import Markup

    style, script = _asset("report.css"), _asset("report.js")
    say = {name: texts[0 if lang == "vi" else 1] for name, texts in _SAY.items()}
    counts = {name: sum(f.severity == name for d in drafts for f in d.findings) for name in SEVERITIES}
    shown, first = [], 1
    for draft in drafts:
        shown.append(_draft(draft, first, lang, say))
        first += len(draft.findings)
    template = Environment(autoescape=True).from_string(_asset("report.html"))
    page: str = template.render(
        lang=lang,
        say=say,
        severities=SEVERITIES,
        counts=counts,
        drafts=shown,
        style=Markup(style),
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return page


def _asset(name: str) -> str:
    return (resources.files("kg.check") / "assets" / name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _draft(draft: Checked, first: int, lang: Lang, say: dict[str, str]) -> dict[str, Any]:
    numbered = list(enumerate(draft.findings, first))
    return {
        "source": draft.source,
        "pieces": _pieces(draft.text, numbered),
        "findings": [_card(number, one, lang, say) for number, one in numbered],
    }


def _card(number: int, one: Finding, lang: Lang, say: dict[str, str]) -> dict[str, Any]:
    lines = [str(place.line) for place in one.also if place.line != one.place.line]
    where = say["place"].format(line=one.place.line, column=one.place.column)
    if one.paragraph is not None:
        where = say["paragraph"].format(paragraph=one.paragraph)
    if one.page is not None:
        where = f"{say['page'].format(page=one.page)}, {where}"
    return {
        "number": number,
        "code": one.code,
        "severity": one.severity,
        "text": one.text,
        "message": one.message(lang),
        "advice": one.advice(lang),
        "fix": one.fix,
        "place": where,
        "also": say["also"].format(lines=", ".join(dict.fromkeys(lines))) if lines else "",
        "explanation": one.rule.explanation[lang] if one.rule else "",
        "source": one.rule.source if one.rule else "",
    }


def _pieces(text: str, numbered: Sequence[tuple[int, Finding]]) -> list[dict[str, Any]]:
    """The text cut where findings begin and end; each piece with the numbers of those it belongs to."""
    cuts = sorted({0, len(text), *(at for _, f in numbered for at in (f.start, f.end))})
    rank = {name: at for at, name in enumerate(SEVERITIES)}
    out = []
    for start, end in pairwise(cuts):
        inside = [(n, f) for n, f in numbered if f.start <= start and end <= f.end]
        out.append(
            {
                "text": text[start:end],
                "numbers": " ".join(str(n) for n, _ in inside),
                "severity": min((f.severity for _, f in inside), key=lambda s: rank[s], default=""),
                "ends": " ".join(str(n) for n, f in inside if f.end == end),
            }
        )
    return out
