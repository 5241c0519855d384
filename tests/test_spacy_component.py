"""The spaCy component: spans on tokens, exact offsets beside them, documents that can be stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import kg
from kg.contract import to_contract

SAMPLES = sorted((Path(__file__).resolve().parents[1] / "data" / "samples").iterdir())

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


def spaced(nlp: Language) -> Callable[[str], Doc]:
    """Tokens are what stands between blanks."""

    def cut(text: str) -> Doc:
        words = re.findall(r"[^ ]+| ", text)
        return Doc(nlp.vocab, words=words, spaces=[False] * len(words))

    return cut


def lettered(nlp: Language) -> Callable[[str], Doc]:
    """Every letter is a token."""
    return lambda text: Doc(nlp.vocab, words=list(text), spaces=[False] * len(text))


def whole(nlp: Language) -> Callable[[str], Doc]:
    """The text is one token."""
    return lambda text: Doc(nlp.vocab, words=[text], spaces=[False])


def pipeline(tokenizer: str) -> Language:
    if tokenizer in ("vi", "xx", "en"):
        options: dict[str, Any] = {"nlp": {"tokenizer": {"use_pyvi": False}}} if tokenizer == "vi" else {}
        nlp = spacy.blank(tokenizer, config=options)
    else:
        nlp = spacy.blank("xx")
        nlp.tokenizer = {"spaced": spaced, "lettered": lettered, "whole": whole}[tokenizer](nlp)
    nlp.add_pipe("vn_citations")
    return nlp


@pytest.mark.parametrize("tokenizer", ["vi", "xx", "en", "spaced", "lettered", "whole"])
def test_every_sample_says_what_extraction_says(tokenizer: str) -> None:
    nlp = pipeline(tokenizer)
    for path in SAMPLES:
        text = kg.read_path(path).text
        wanted = to_contract(kg.extract(text))
        doc = nlp(text)
        assert doc.text == text
        assert doc._.citations == wanted["mentions"]
        assert doc._.relations == wanted["relations"]
        assert [span._.citation for span in doc.spans["citations"]] == wanted["mentions"]
        for span, one in zip(doc.spans["citations"], wanted["mentions"], strict=True):
            assert span.start_char <= one["start"] < one["end"] <= span.end_char
            # Outward, and no further than to the ends of the tokens.
            assert one["start"] < span.start_char + len(span[0])
            assert one["end"] > span.end_char - len(span[-1])


def test_letters_as_tokens_give_exact_spans() -> None:
    doc = pipeline("lettered")(TEXT)
    assert [span.text for span in doc.spans["citations"]] == [one["text"] for one in doc._.citations]


def test_entities_on_request() -> None:
    nlp = spacy.blank("xx")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "Nội vụ"}, {"label": "NUM", "pattern": "33/CT-TTg"}])  # type: ignore[attr-defined]
    nlp.add_pipe("vn_citations", config={"ents": True})
    assert [(one.label_, one.kb_id_ != "") for one in nlp(TEXT).ents] == [("chi-thi", True), ("ORG", False), ("nghi-dinh", True)]
    both = nlp("Quyết định số 217-QĐ/TW,218-QĐ/TW ngày 12/12/2013 của Bộ Chính trị")
    assert len(both.spans["citations"]) == len(kg.extract(both.text).mentions) == 2
    assert len(both.ents) >= 1


def test_documents_come_through_several_processes(nlp: Language) -> None:
    texts = [kg.read_path(path).text for path in SAMPLES[:6]] + ["", TEXT]
    for text, doc in zip(texts, nlp.pipe(texts, n_process=2, batch_size=2), strict=True):
        assert doc._.citations == nlp(text)._.citations
        assert [span._.citation for span in doc.spans["citations"]] == doc._.citations


def test_a_bin_keeps_everything(nlp: Language, tmp_path: Path) -> None:
    docs = [nlp(TEXT), nlp("không có gì")]
    DocBin(docs=docs, store_user_data=True).to_disk(tmp_path / "a.spacy")
    again = list(DocBin().from_disk(tmp_path / "a.spacy").get_docs(nlp.vocab))
    for old, new in zip(docs, again, strict=True):
        assert list(new._.relations) == old._.relations  # a bin gives lists back as tuples
        assert [span._.citation for span in new.spans["citations"]] == list(old._.citations)
    docs[0].to_disk(tmp_path / "doc")
    assert Doc(nlp.vocab).from_disk(tmp_path / "doc")._.document == docs[0]._.document


def test_displacy_shows_citations(nlp: Language) -> None:
    page = displacy.render(nlp(TEXT), style="span", options={"spans_key": "citations"}, jupyter=False)
    assert "chi-thi" in page
    assert "nghi-dinh" in page
    assert "33/CT-TTg" in page
