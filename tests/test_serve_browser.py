"""The site in a real browser: what a person does, sees, and is kept safe from."""

from __future__ import annotations

import urllib.parse
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, complaints, picture, requests, settle
from payloads import PAYLOADS
from serving import served
from view_graph import likely_graph

import kg
from kg.graph import Graph

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
DIRECTIVE = "vn_ttg_chi-thi_2021_33-ct-ttg"
DOC = f"/doc/{DIRECTIVE}"
PAGES = {
    "home": "/", "search": "/?q=d%C3%A2n+v%E1%BA%ADn", "nothing": "/?q=khongco", "document": DOC,
    "implementation": f"{DOC}/implementation", "hierarchy": f"{DOC}/map", "text": f"{DOC}/text",
    "links": f"{DOC}/links/in/implements", "overview": "/overview", "map": "/map", "check": "/check", "data": "/data",
    "sparql": "/sparql?query=SELECT+*+%7B+%3Fs+vl%3Anumber+%3Fn+%7D+LIMIT+5", "error": "/doc/nothing",
}  # fmt: skip
DRAFT = "Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ; thực hiện Chỉ thị số 33/CT-TTG ngày 26/11/2021."


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("site") / "graph"
    kg.build([SAMPLES]).save(folder)
    with served(folder) as address:
        yield address


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as driver:
        yield driver


@pytest.fixture(scope="module")
def phone() -> Iterator[Any]:
    with chromium(width=390, height=844, touch=True) as driver:
        yield driver


def go(driver: Any, address: str) -> None:
    driver.get(address)
    settle(driver)
    if address.endswith("/map"):
        ready(driver)


def ready(driver: Any) -> None:
    """Wait until a map is drawn, that of a document or that of the whole."""
    from selenium.webdriver.support.ui import WebDriverWait

    drawn = "return (typeof kg === 'object' && kg.ready === true) || (window.kgMap || {}).ready === true"
    WebDriverWait(driver, 30).until(lambda d: d.execute_script(drawn))
    settle(driver)


def at(driver: Any, selector: str) -> Any:
    return driver.find_element("css selector", selector)


def texts(driver: Any, selector: str) -> list[str]:
    return [one.text for one in driver.find_elements("css selector", selector)]


def press(driver: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    ActionChains(driver).send_keys(*keys).perform()
    settle(driver)


def wait_for(driver: Any, script: str) -> None:
    from selenium.webdriver.support.ui import WebDriverWait

    WebDriverWait(driver, 20).until(lambda d: d.execute_script(f"return {script}"))


def serious(driver: Any) -> list[str]:
    """What axe-core finds that keeps people out: rule, weight and place."""
    axe = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
    # Through the protocol of the developer tools: a script of a page would be refused by its policy.
    driver.execute_cdp_cmd("Runtime.evaluate", {"expression": axe})
    found = driver.execute_async_script(
        "const done = arguments[0]; axe.run(document, {iframes: false}).then(r => done(r.violations))"
    )
    return [
        f"{one['id']} ({one['impact']}): {one['nodes'][0]['html'][:160]} {one['nodes'][0].get('failureSummary', '')[:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


# What people come for


def test_from_a_number_to_the_sentence_that_says_so(browser: Any, site: str) -> None:
    from selenium.webdriver import Keys

    go(browser, site)
    at(browser, ".hero input[type=search]").send_keys("33/ct-ttg 2021")
    wait_for(browser, "document.querySelectorAll('.suggestions li').length > 0")
    assert texts(browser, ".suggestions b")[0] == "33/CT-TTg"
    press(browser, Keys.ARROW_DOWN, Keys.ENTER)
    wait_for(browser, "location.pathname.startsWith('/doc/')")
    settle(browser)
    assert at(browser, "h1").text == "33/CT-TTg"
    assert texts(browser, "#out-implements .to > a") == ["43-KL/TW", "25-NQ/TW"]
    first = at(browser, "#in-implements .link-row")
    assert "33/CT-" in first.find_element("css selector", "mark").text
    at(browser, ".tabs a[href$='/implementation']").click()
    wait_for(browser, "location.pathname.endsWith('/implementation')")
    assert "2/63" in at(browser, ".figures").text.replace("\n", "")
    assert at(browser, ".tiles .heat-5").text == "Yên Bái\n88 ngày"
    at(browser, ".missing summary").click()
    assert "Cà Mau" in at(browser, ".missing p").text
    picture(browser, "serve-implementation")


def test_filters_narrow_a_search_and_the_address_keeps_it(browser: Any, site: str) -> None:
    from selenium.webdriver.support.ui import Select

    go(browser, f"{site}/?q=dan+van")
    many = len(texts(browser, ".items > li"))
    Select(at(browser, "select[name=type]")).select_by_value("ke-hoach")
    wait_for(browser, "location.search.includes('type=ke-hoach')")
    settle(browser)
    assert "place=" not in browser.current_url, "what is empty stays out of the address"
    assert 0 < len(texts(browser, ".items > li")) < many
    assert all(line.startswith("Kế hoạch") for line in texts(browser, ".items .below"))


def test_the_hierarchy_is_the_map_of_kg_view(browser: Any, site: str) -> None:
    go(browser, f"{site}{DOC}/map")
    browser.execute_script("kg.show(kg.byId.get('vn_ubnd.yen-bai_ke-hoach_2022_41-kh-ubnd'))")
    settle(browser)
    assert at(browser, "#panel h2").text == "41/KH-UBND"
    at(browser, "#panel .pages a").click()
    wait_for(browser, "location.pathname === '/doc/vn_ubnd.yen-bai_ke-hoach_2022_41-kh-ubnd'")


def test_the_small_map_leads_to_pages(browser: Any, site: str) -> None:
    go(browser, f"{site}{DOC}")
    frame = at(browser, ".hierarchy iframe")
    browser.execute_script("arguments[0].scrollIntoView()", frame)
    browser.switch_to.frame(frame)
    ready(browser)
    assert not at(browser, ".bar").is_displayed()
    browser.execute_script("kg.show(kg.byId.get('vn_dcsvn-tw_nghi-quyet_k11_25-nq-tw'))")
    browser.switch_to.default_content()
    wait_for(browser, "location.pathname === '/doc/vn_dcsvn-tw_nghi-quyet_k11_25-nq-tw'")


def test_the_text_leads_to_what_it_cites(browser: Any, site: str) -> None:
    go(browser, f"{site}{DOC}/text")
    cite = next(one for one in browser.find_elements("css selector", ".paper a.cite") if "25-NQ/TW" in one.text)
    cite.click()
    wait_for(browser, "document.querySelector('h1').textContent === '25-NQ/TW'")


def test_a_pasted_text_is_marked_and_checked(browser: Any, site: str) -> None:
    go(browser, f"{site}/check")
    at(browser, "#draft-text").send_keys(DRAFT)
    at(browser, ".draft .primary").click()
    wait_for(browser, "document.querySelector('.paper') !== null")
    settle(browser)
    assert texts(browser, ".paper a.cite")[0] == "Nghị định số 04/2015/NĐ-CP ngày 09/01/2015"
    assert "33/CT-TTg" in at(browser, ".findings ins").text
    at(browser, ".findings li a").click()
    assert browser.execute_script("return document.querySelector(':target').className").startswith("fault")
    assert at(browser, "#draft-text").get_attribute("value") == DRAFT


def test_the_map_of_the_whole_can_be_asked(browser: Any, site: str) -> None:
    go(browser, f"{site}/map")
    assert browser.execute_script("return kgMap.graph.order") == 110
    browser.execute_script("document.getElementById('map').focus()")
    press(browser, "n")
    assert at(browser, "#card h2").text == "33/CT-TTg"
    assert browser.execute_script("return kgMap.graph.size") > 10, "its links are drawn"
    press(browser, "0")
    picture(browser, "serve-map")
    at(browser, "#card a").click()
    wait_for(browser, f"location.pathname === '{DOC}'")


def test_years_types_and_bodies_of_the_overview_lead_to_searches(browser: Any, site: str) -> None:
    go(browser, f"{site}/overview")
    at(browser, ".masonry .bars a").click()
    wait_for(browser, "location.search.includes('type=')")
    settle(browser)
    assert len(texts(browser, ".items > li")) > 5


# Everybody


def test_everything_can_be_reached_by_keyboard_alone(browser: Any, site: str) -> None:
    from selenium.webdriver import Keys

    go(browser, f"{site}{DOC}")
    press(browser, Keys.TAB)
    assert at(browser, ".skip") == browser.switch_to.active_element
    press(browser, Keys.ENTER)
    assert browser.execute_script("return document.activeElement.id") == "content"
    press(browser, "/")
    assert browser.switch_to.active_element.get_attribute("name") == "q"
    press(browser, "25-NQ")
    wait_for(browser, "document.querySelectorAll('.suggestions li').length > 0")
    press(browser, Keys.ARROW_DOWN)
    assert browser.switch_to.active_element.get_attribute("aria-activedescendant")
    press(browser, Keys.ESCAPE)
    assert not at(browser, ".suggestions").is_displayed()
    seen = set()
    go(browser, f"{site}{DOC}/implementation")
    for _ in range(140):
        press(browser, Keys.TAB)
        active = browser.switch_to.active_element
        box = active.rect
        assert box["width"] > 0, "what has the focus can be seen"
        seen.add(active.get_attribute("href") or active.tag_name)
        if active.tag_name == "body":
            break
    assert any("place=yen-bai" in (one or "") for one in seen)
    assert any("implementation.csv" in (one or "") for one in seen)


@pytest.mark.parametrize(("dark", "lang"), [(False, "vi"), (True, "vi"), (False, "en")], ids=["light", "dark", "en"])
def test_axe_finds_nothing_serious_and_the_console_is_clean(site: str, dark: bool, lang: str) -> None:
    with chromium(dark=dark) as driver:
        for name, path in PAGES.items():
            go(driver, site + path + (("&" if "?" in path else "?") + "lang=en" if lang == "en" else ""))
            if name in ("map", "hierarchy"):
                ready(driver)
            assert serious(driver) == [], name
            assert driver.execute_script("return document.documentElement.lang") == lang, name
            assert driver.title
            assert driver.execute_script("return document.querySelectorAll('h1').length") == 1, name
            said = [one for one in complaints(driver) if "GL Driver" not in one and "404" not in one]
            assert said == [], name
            if lang == "vi":  # kept to be looked at
                picture(driver, f"serve-{name}-{'dark' if dark else 'light'}")


def test_a_checked_text_is_accessible(browser: Any, site: str) -> None:
    go(browser, f"{site}/check")
    at(browser, "#draft-text").send_keys(DRAFT)
    at(browser, ".draft .primary").click()
    wait_for(browser, "document.querySelector('.paper') !== null")
    assert serious(browser) == []


def test_nothing_is_asked_of_anybody_else(browser: Any, site: str) -> None:
    requests(browser)
    for path in PAGES.values():
        go(browser, site + path)
    asked = [one for one in requests(browser) if not one.startswith(("data:", "blob:", "about:", "chrome"))]
    assert len(asked) > 30
    assert {urllib.parse.urlsplit(one).netloc for one in asked} == {urllib.parse.urlsplit(site).netloc}


def test_a_phone_shows_every_page_without_scrolling_sideways(phone: Any, site: str) -> None:
    for name, path in PAGES.items():
        go(phone, site + path)
        if name in ("map", "hierarchy"):
            ready(phone)
        wide = phone.execute_script("return document.documentElement.scrollWidth")
        assert wide <= 390, name
        picture(phone, f"serve-{name}-phone")
    go(phone, f"{site}/?q=dan+van")
    assert not at(phone, ".filters select").is_displayed(), "the filters are folded"
    at(phone, ".filters summary").click()
    assert at(phone, ".filters select").is_displayed()


def test_a_phone_is_accessible(phone: Any, site: str) -> None:
    for name in ("home", "document", "implementation", "hierarchy"):
        go(phone, site + PAGES[name])
        assert serious(phone) == [], name


def test_the_language_is_switched_on_every_page_and_kept(browser: Any, site: str) -> None:
    for name, path in PAGES.items():
        if name in ("hierarchy",):
            continue
        go(browser, site + path)
        at(browser, ".language").click()
        settle(browser)
        assert browser.execute_script("return document.documentElement.lang") == "en", name
        assert at(browser, ".menu").text.startswith("Search")
        at(browser, ".menu a[href^='/overview']").click()
        settle(browser)
        assert at(browser, "h1").text == "Overview", "a link keeps the language"
    go(browser, f"{site}{DOC}/map?lang=en")
    assert "Implements" in at(browser, "#relations").text


def test_dark_pages_are_dark(site: str) -> None:
    with chromium(dark=True) as driver:
        go(driver, f"{site}{DOC}")
        colour = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert max(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) < 60


def test_pages_work_without_scripts(site: str) -> None:
    with chromium() as driver:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        driver.get(f"{site}/?q=33")
        assert "33/CT-TTg" in at(driver, ".items").text
        driver.get(f"{site}{DOC}")
        assert at(driver, "mark").is_displayed()


# Safety


def hostile(payloads: tuple[str, ...]) -> Graph:
    """A graph in which every text that a page shows is an attack."""
    documents = [
        {"id": f"d{at}", "type": "ke-hoach", "number": text, "title": text, "locality": text, "date": "2021-11-26",
         "status": "read", "source": f"{text} {at}"}
        for at, text in enumerate(payloads)
    ]  # fmt: skip
    links = []
    for at, text in enumerate(payloads):
        links.append(
            {"subject": f"d{at}", "predicate": "implements", "object": f"d{(at + 1) % len(payloads)}",
             "strength": "stated", "source": text, "start": 0, "end": len(text), "cue": text, "sentence": text * 2,
             "sentence_start": 0, "frame": text, "confidence": 0.9}
        )  # fmt: skip
    conflicts = [{"document": "d0", "field": "date", "values": list(payloads[:3]), "sources": list(payloads[3:6])}]
    return Graph.from_rows(documents=documents, relations=links, conflicts=conflicts)


@contextmanager
def watched(driver: Any) -> Iterator[None]:
    """Nothing that came with the data ran, and the policy had nothing to refuse."""
    complaints(driver)
    yield
    assert driver.execute_script("return window.hacked") is None
    said = [one for one in complaints(driver) if "GL Driver" not in one and "status of 4" not in one]
    assert said == []


def test_there_are_enough_attacks() -> None:
    assert len(set(PAYLOADS)) >= 50


def test_attacks_in_the_data_are_inert(browser: Any, tmp_path: Path) -> None:
    hostile(PAYLOADS).save(tmp_path / "g")
    with served(tmp_path / "g") as site, watched(browser):
        pages = ["/", "/?sort=newest", "/?sort=newest&page=3", "/overview", "/map", "/d/x"]
        pages += [f"/doc/d{at}" for at in range(len(PAYLOADS))]
        pages += [f"/doc/d{at}{tail}" for at in (0, 30) for tail in ("/map", "/implementation", "/text")]
        for path in pages:
            go(browser, site + path)
            assert browser.execute_script("return window.hacked") is None, path
            if path.startswith("/doc/d") and path.count("/") == 2:
                shown = at(browser, "h1").get_attribute("textContent")
                assert PAYLOADS[int(path[6:])] in shown, "it is shown as the text that it is"
        go(browser, f"{site}/doc/d0/map")
        browser.execute_script("kg.data.docs.forEach(doc => kg.show(doc)); kg.data.links.forEach(link => kg.show(link))")
        settle(browser)
        go(browser, f"{site}/map")
        for _ in range(5):
            browser.execute_script("document.getElementById('map').focus()")
            press(browser, "n")


def test_attacks_in_addresses_and_forms_are_inert(browser: Any, site: str) -> None:
    with watched(browser):
        for text in PAYLOADS:
            told = urllib.parse.quote(text)
            for path in (f"/?q={told}", f"/?q=33&issuer={told}&place={told}", f"/doc/{told}"):
                browser.get(site + path)
                assert browser.execute_script("return window.hacked") is None, path
        go(browser, f"{site}/check")
        browser.execute_script("document.getElementById('draft-text').value = arguments[0]", "\n".join(PAYLOADS))
        at(browser, ".draft .primary").click()
        wait_for(browser, "document.querySelector('.paper') !== null")
        go(browser, f"{site}/sparql?query={urllib.parse.quote('SELECT ' + PAYLOADS[5])}")
        go(browser, f"{site}/data?query={urllib.parse.quote('</textarea>' + PAYLOADS[5])}")
        search = at(browser, ".find input[type=search]")
        for text in (PAYLOADS[5], PAYLOADS[40]):
            search.clear()
            search.send_keys(text)
            settle(browser)


def test_the_policy_refuses_what_is_put_in(browser: Any, site: str) -> None:
    go(browser, f"{site}{DOC}")
    browser.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 3'; document.body.append(s);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked = 4\">')"
    )
    settle(browser)
    assert browser.execute_script("return window.hacked") is None
    assert any("Content Security Policy" in one for one in complaints(browser))


def test_a_large_map_stays_usable(browser: Any, tmp_path: Path) -> None:
    likely_graph(2_000).save(tmp_path / "g")
    with served(tmp_path / "g") as site:
        go(browser, f"{site}/map")
        assert browser.execute_script("return kgMap.graph.order") == 2_000
        at(browser, "#links").click()
        settle(browser)
        assert browser.execute_script("return kgMap.graph.size") > 2_000
        at(browser, "#families button").click()
        settle(browser)
        hidden = browser.execute_script(
            "return kgMap.graph.filterNodes(n => kgMap.renderer.getNodeDisplayData(n).hidden).length"
        )
        assert 0 < hidden < 2_000
