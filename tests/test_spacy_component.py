"""The spaCy component: spans on tokens, exact offsets beside them, documents that can be stored."""

from __future__ import annotations

import unicodedata
from importlib.metadata import entry_points
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg

TEXT = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, Sở Nội vụ (theo Nghị định số 04/2015/NĐ-CP) báo cáo."


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    made.add_pipe("vn_citations")
    return made


def test_found_by_its_name_without_an_import_of_ours() -> None:
    [found] = entry_points(group="spacy_factories", name="vn_citations")
    assert found.value == "kg.spacy_component:create"


def test_spans_are_whole_tokens_and_citations_exact(nlp: Language) -> None:
    doc = nlp(TEXT)
    spans = doc.spans["citations"]
    assert [span.label_ for span in spans] == ["chi-thi", "nghi-dinh"]
    for span, mention in zip(spans, kg.extract(TEXT).mentions, strict=True):
        exact = span._.citation
        assert (exact["start"], exact["end"]) == (mention.start, mention.end)
        assert doc.text[exact["start"] : exact["end"]] == mention.text
        assert span.start_char <= mention.start < mention.end <= span.end_char
        assert span.kb_id_ == mention.target
    assert spans[0].text.endswith("26/11/2021,")
    assert spans[0]._.citation["text"].endswith("26/11/2021")


def test_everything_that_extraction_says_is_on_the_document(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc._.citations
    assert doc._.document["id"] == kg.extract(TEXT).document.id
    assert {one["id"] for one in doc._.documents} >= {one["target"] for one in doc._.citations}
    assert all({"subject", "predicate", "object"} <= one.keys() for one in doc._.relations)
    assert doc._.relations


@pytest.mark.parametrize("text", ["", " ", "không có gì", unicodedata.normalize("NFD", TEXT), "😀" + TEXT + "\r\n"])
def test_any_text(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    for one in doc._.citations:
        assert text[one["start"] : one["end"]] == one["text"]
    assert len(doc.spans["citations"]) == len(doc._.citations)


def test_documents_survive_storing_and_other_processes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.citations == doc._.citations
    assert [span._.citation for span in again.spans["citations"]] == doc._.citations


def test_name_of_the_spans_can_be_chosen_and_is_kept(tmp_path: Any) -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("vn_citations", config={"spans_key": "viendan"})
    nlp.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert len(doc.spans["viendan"]) == 2
    assert "citations" not in doc.spans


def test_spans_of_other_origin_have_no_citation(nlp: Language) -> None:
    assert nlp(TEXT)[0:2]._.citation is None
