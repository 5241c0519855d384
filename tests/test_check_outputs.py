"""What a check is written as: SARIF, one HTML page, corrected text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.check import check, rules
from kg.check.fix import apply_fixes, encoded
from kg.check.report import Checked, report
from kg.check.sarif import sarif
from tests.browser import chromium, complaints, requests, settle

HOSTILE = "<script>document.title='hacked'</script>"
DRAFT = (
    "BÁO CÁO 😀\n\n"
    f"{HOSTILE} Thực hiện Nghị quyết số 290-QĐ/TW ngày 25/02/2010 của Bộ Chính trị; Chỉ thị số 33 / CT-TTG ngày 26/11/2021.\n"
    "Chỉ thị số 33/CT-TTg ngày 27/11/2021 được quán triệt.\n"
)


def checked(text: str = DRAFT, source: str = "thư mục/a b.txt") -> Checked:
    return Checked(source, text, tuple(check(text, source=source)))


# -- SARIF ---------------------------------------------------------------------------------------


def everything(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from everything(one)
    elif isinstance(value, list):
        for one in value:
            yield from everything(one)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_sarif_has_what_the_standard_asks_for(lang: Any) -> None:
    draft = checked()
    log = json.loads(json.dumps(sarif(draft.findings, lang, texts={draft.source: draft.text})))
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"]
    assert re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", driver["language"])
    ids = [one["id"] for one in driver["rules"]]
    assert ids == list(rules())
    assert len(set(ids)) == len(ids)
    for one in driver["rules"]:
        assert re.fullmatch(r"[A-Za-z0-9]+", one["name"])
        assert one["shortDescription"]["text"]
        assert one["defaultConfiguration"]["level"] in ("none", "note", "warning", "error")
    assert run["columnKind"] == "unicodeCodePoints"
    assert len(run["results"]) == len(draft.findings) > 2
    for result, finding in zip(run["results"], draft.findings, strict=True):
        assert ids[result["ruleIndex"]] == result["ruleId"] == finding.code
        assert result["level"] == finding.severity
        assert result["message"]["text"]
        region = result["locations"][0]["physicalLocation"]["region"]
        assert region["snippet"]["text"] == finding.text
        assert draft.text[region["charOffset"] :][: region["charLength"]] == finding.text
        line = draft.text.split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == finding.text
    for one in everything(log):
        if "uri" in one:
            assert one["uri"] == "th%C6%B0%20m%E1%BB%A5c/a%20b.txt"
        if "startLine" in one:
            assert 1 <= one["startLine"] <= one["endLine"]
    assert any("fixes" in result for result in run["results"])
    assert any("relatedLocations" in result for result in run["results"])


def test_fixes_in_sarif_can_be_applied() -> None:
    draft = checked()
    (run,) = sarif(draft.findings)["runs"]
    text = draft.text
    for result in reversed(run["results"]):
        for fix in result.get("fixes", []):
            (replacement,) = fix["artifactChanges"][0]["replacements"]
            region = replacement["deletedRegion"]
            start = region["charOffset"]
            text = text[:start] + replacement["insertedContent"]["text"] + text[start + region["charLength"] :]
    assert text == apply_fixes(draft.text, draft.findings)[0] != draft.text


def test_a_run_without_findings_is_a_whole_log() -> None:
    assert sarif([])["runs"][0]["results"] == []


# -- corrected text ------------------------------------------------------------------------------


def test_only_safe_corrections_are_made() -> None:
    fixed, done = apply_fixes(DRAFT, check(DRAFT))
    assert done == 1
    assert fixed == DRAFT.replace("33 / CT-TTG", "33/CT-TTg")
    assert {f.code for f in check(fixed)} == {f.code for f in check(DRAFT)} - {"C003", "C006"}


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=40))
def test_a_text_goes_back_into_its_encoding(text: str) -> None:
    for name in ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"):
        data = encoded(text, name)
        assert data.decode("utf-16" if "16" in name else name) == text.removeprefix("\ufeff") or "\ufeff" in text


# -- page ----------------------------------------------------------------------------------------


def test_the_page_holds_the_whole_text_and_every_finding() -> None:
    draft = checked()
    page = report([draft])
    inside = re.search(r'<div class="text" lang="vi">(.*?)</div>\n<ol', page, re.DOTALL)[1]
    import html

    shown = html.unescape(re.sub(r"<sup.*?</sup>|</?mark[^>]*>", "", inside))
    assert shown == draft.text
    for number, finding in enumerate(draft.findings, 1):
        assert f'id="c{number}"' in page
        assert html.escape(finding.message("vi"), quote=False) in html.unescape(page)
        pieces = re.findall(rf'<mark class="\w+" data-n="[^"]*\b{number}\b[^"]*">(.*?)(?:<sup.*?</sup>)?</mark>', inside, re.DOTALL)
        assert html.unescape("".join(pieces)) == finding.text


def test_the_page_is_whole_in_both_languages_and_for_no_drafts() -> None:
    assert "Check of citations" in report([checked()], "en")
    assert "Không có lỗi viện dẫn." in report([Checked("a.txt", "Không có gì.", ())])
    assert report([]).startswith("<!DOCTYPE html>")


def test_nothing_of_a_draft_becomes_markup_and_nothing_is_fetched() -> None:
    page = report([checked(source=f'a"{HOSTILE}.txt')])
    assert HOSTILE not in page
    assert not re.search(r"""(?:\s(?:src|href)=|url\(|@import|https?:)""", page)


@pytest.mark.browser
def test_the_page_in_a_browser(tmp_path: Path) -> None:
    path = tmp_path / "r.html"
    path.write_text(report([checked()]), encoding="utf-8")
    with chromium(width=1300, height=900) as driver:
        driver.get("about:blank")
        requests(driver)
        driver.get(path.as_uri())
        settle(driver)
        js = driver.execute_script
        assert js("return document.title") == "Soát lỗi viện dẫn"
        boxes = js("return [...document.querySelectorAll('.cards > li')].map(c => [c.offsetTop, c.offsetHeight])")
        assert all(a + height <= b for (a, height), (b, _) in pairwise(boxes))
        first = js("return [document.querySelector('#c1'), document.querySelector('mark')].map(e => e.getBoundingClientRect().top)")
        assert abs(first[0] - first[1]) < 4
        js("document.querySelector('mark').click()")
        assert js("return document.querySelector('#c1').classList.contains('on')")
        shown = "return [...document.querySelectorAll('.cards > li')].filter(c => !c.hidden).map(c => c.dataset.severity)"
        assert "error" in js(shown)
        js("document.querySelector('fieldset input').click()")
        assert "error" not in js(shown)
        assert js("return document.querySelectorAll('mark.off').length") > 0
        assert js("return document.documentElement.scrollWidth <= innerWidth")
        assert complaints(driver) == []
        assert requests(driver) == [path.as_uri()]
    with chromium(width=420, height=800, dark=True, touch=True) as driver:
        driver.get(path.as_uri())
        settle(driver)
        assert driver.execute_script("return document.documentElement.scrollWidth <= innerWidth")
        assert driver.execute_script("return !document.querySelector('.cards').classList.contains('beside')")
        assert complaints(driver) == []
