"""Each frame reads its examples in one direction only, and leaves its counter-examples alone."""

from typing import get_args

import pytest

from kg.analyse import analyse
from kg.framing import FrameName
from kg.models import PREDICATES
from tests import drafts
from tests.frame_examples import LEAVES, READS


def links(text):
    """The links of a text as frame → (subject, predicate, object) by number or title."""
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return [(r.frame, (name[r.subject], r.predicate, name[r.object])) for r in a.relations]


def cases(table):
    return [pytest.param(f, text, want, id=f"{f}-{n}") for f, rows in table.items() for n, (text, want) in enumerate(rows)]


@pytest.mark.parametrize(("frame", "text", "want"), cases(READS))
def test_a_frame_reads_its_examples_and_not_the_other_way_round(frame, text, want):
    got = links(text)
    assert set(want) <= {link for read_by, link in got if read_by == frame}
    turned = {(b, predicate, a) for a, predicate, b in want}
    assert not turned & {link for _, link in got}


@pytest.mark.parametrize(("frame", "text", "never"), cases(LEAVES))
def test_a_frame_leaves_its_counter_examples(frame, text, never):
    assert not set(never) & {link for _, link in links(text)}


def test_every_frame_has_examples_both_ways():
    assert set(READS) == set(LEAVES) == set(get_args(FrameName))
    assert all(READS.values())
    assert all(LEAVES.values())


def test_every_predicate_has_an_example():
    assert {predicate for rows in READS.values() for _, want in rows for _, predicate, _ in want} == set(PREDICATES)


@pytest.mark.parametrize(
    ("lead", "links_"),
    [
        ("Trả lời: Căn cứ", {("22/2024/QĐ-UBND", "basedOn", "31/2024/QH15")}),
        ("Trả lời: Theo", set()),
    ],
)
def test_grounds_in_an_answer(lead, links_):
    text = f"{lead} Điều 220 Luật Đất đai số 31/2024/QH15, UBND tỉnh Thái Bình ban hành Quyết định số 22/2024/QĐ-UBND ngày 14/10/2024."
    assert drafts.said(drafts.REPORT + text) == links_
