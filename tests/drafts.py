"""Drafts of local papers for tests: a letterhead, and what a body of words says in it."""

from __future__ import annotations

from kg import analyse


def head(kind: str, number: str, place: str = "TỈNH ĐẮK LẮK") -> str:
    """The letterhead of a paper of a people's committee, with a title."""
    return f"ỦY BAN NHÂN DÂN\n{place}\nSố: {number}\nNgày 20 tháng 12 năm 2024\n{kind}\nVề chương trình giảm nghèo\n\n"


PLAN = head("KẾ HOẠCH", "15/KH-UBND")
REPORT = head("BÁO CÁO", "15/BC-UBND")
DECISION = head("QUYẾT ĐỊNH", "15/QĐ-UBND") + "QUYẾT ĐỊNH:\n"
NOTICE = head("THÔNG BÁO", "15/TB-UBND", "HUYỆN EA KAR")
DISTRICT = head("BÁO CÁO", "15/BC-UBND", "HUYỆN EA KAR")


def said(text: str) -> set[tuple[str | None, str, str | None]]:
    """What a text says of papers, but for mere citations: number, predicate, number; "self" is the text."""
    a = analyse(text)
    number = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(number[r.subject], r.predicate, number[r.object]) for r in a.relations if r.predicate != "cites"}


def papers(text: str) -> dict[str | None, tuple[str | None, str | None]]:
    """The day and body of each numbered paper that a text names."""
    return {m.number: (m.date, m.issuer) for m in analyse(text).mentions if m.number is not None}


def told(text: str) -> set[str]:
    """What a text says of papers, each link as words: "29/2023/NĐ-CP replaces 108/2014/NĐ-CP"."""
    return {f"{subject} {predicate} {other}" for subject, predicate, other in said(text)}
