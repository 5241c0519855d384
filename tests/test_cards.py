"""What a notebook shows of a value, and DataFrames: nothing is lost, nothing of a text is markup."""

from __future__ import annotations

import sys
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kg
from kg.check import check
from kg.dataframes import frame, table_frame
from kg.errors import KgError
from kg.graph import Graph
from kg.models import Document, Mention
from kg.records import RelationRow

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
TEXT = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, UBND tỉnh An Giang ban hành Kế hoạch số 7/KH-UBND."


@pytest.fixture(scope="module")
def graph() -> Graph:
    return kg.build([SAMPLES])


class Tags(HTMLParser):
    """Tags that are open, and all words between them."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def read(card: str) -> Tags:
    tags = Tags()
    tags.feed(card)
    tags.close()
    assert tags.open == []
    return tags


def test_every_value_has_a_card(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_LANG", raising=False)
    analysis = kg.extract(TEXT)
    answer = graph.query("implements", "33/CT-TTg 2021")[0]
    [finding] = check("Căn cứ Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị;", select=["C001"])
    cases = (
        (graph, "Đồ thị tri thức văn bản", "33/CT-TTg"),
        (graph.find_one("33/CT-TTg 2021"), "Thủ tướng Chính phủ", "26/11/2021"),
        (analysis, "thực hiện", "Chỉ thị số 33/CT-TTg ngày 26/11/2021"),
        (analysis.mentions[0], "«Chỉ thị số 33/CT-TTg ngày 26/11/2021»", "vn_ttg_chi-thi_2021_33-ct-ttg"),
        (answer, "41/KH-UBND", "data/samples/"[5:12]),
        (answer.evidence[0], answer.evidence[0].source, "33/CT-TTg"),
        (finding, "C001", "290-QĐ/TW"),
    )
    for value, *wanted in cases:
        words = read(value._repr_html_()).words  # type: ignore[attr-defined]
        for word in wanted:
            assert word in words


def test_language_of_the_cards(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_LANG", "en")
    assert "Knowledge graph of documents" in graph._repr_html_()
    assert "Prime Minister" in graph.find_one("33/CT-TTg 2021")._repr_html_()


@settings(deadline=None)
@given(st.text())
def test_nothing_of_a_text_is_markup(words: str) -> None:
    hostile = f"<script>alert(1)</script>{words}<b x='"
    document = Document("a", type=hostile, number=hostile, title=hostile, issuer=hostile, date=hostile)
    values = (
        document,
        Mention(0, 1, hostile, "number", hostile, hostile, hostile, hostile, title=hostile, target=hostile),
        RelationRow("a", "cites", "b", "stated", hostile, 3, 9, 0.5, hostile, hostile),
        kg.extract(f"{hostile} Luật Đất đai số 45/2013/QH13 {hostile}"),
    )
    for value in values:
        assert read(value._repr_html_()).seen <= {"div", "b", "table", "tr", "td", "mark", "span"}


def test_tables_as_frames(graph: Graph) -> None:
    for name in ("documents", "mentions", "relations", "conflicts", "sources"):
        table = getattr(graph, name)
        made = graph.to_pandas(name)  # type: ignore[arg-type]
        assert list(made.columns) == table.column_names
        assert len(made) == table.num_rows
    named = graph.to_pandas("relations", named=True)
    assert list(named.columns[:5]) == ["subject", "subject_name", "predicate", "object", "object_name"]
    assert "33/CT-TTg" in set(named["object_name"])
    assert named["object_name"].notna().all()


def test_records_as_frames(graph: Graph) -> None:
    answers = graph.query("implements", "33/CT-TTg 2021")
    made = frame(answers)
    assert made["number"].tolist() == [one.document.number for one in answers]
    assert made["document_id"].tolist() == [one.document.id for one in answers]
    assert made["confidence"].tolist() == [one.confidence for one in answers]
    assert made["sentence"].tolist() == [one.evidence[0].sentence for one in answers]
    analysis = kg.extract(TEXT)
    assert frame(analysis.mentions)["text"].tolist() == [one.text for one in analysis.mentions]
    assert frame(analysis.relations)["cue"].tolist() == [one.evidence.cue for one in analysis.relations]
    findings = check("Căn cứ Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị;", select=["C001"])
    assert frame(findings)["code"].tolist() == ["C001"]
    assert len(frame([])) == 0


@pytest.mark.parametrize("make", [lambda graph: table_frame(graph), lambda graph: frame([])])
def test_without_pandas_the_remedy_is_said(
    graph: Graph, monkeypatch: pytest.MonkeyPatch, make: Callable[[Graph], object]
) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgError, match=r"pip install 'vn-legal-kg\[pandas\]'"):
        make(graph)


def test_unknown_table(graph: Graph) -> None:
    with pytest.raises(KgError, match="there is no table x"):
        graph.to_pandas("x")  # type: ignore[arg-type]
