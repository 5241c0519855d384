"""The page in a real browser: what a person sees and does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import chromium, complaints, open_page, picture, requests, settle
from factories import make_graph
from shared import SHARED, needs_shared
from view_graph import HOSTILE, likely_graph

from kg.graph import Graph
from kg.view import write_html

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as driver:
        yield driver


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pages")


@pytest.fixture(scope="module")
def chain() -> Graph:
    """A plan implements a directive that implements a resolution; a decree was replaced."""
    sentence = "👥👥 Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, Ủy ban nhân dân tỉnh đã ban hành kế hoạch."
    cited = "Chỉ thị số 33/CT-TTg"
    return make_graph(
        documents=[
            {"id": "resolution", "type": "nghi-quyet", "number": "25-NQ/TW", "date": "2013-06-03", "level": "central",
             "branch": "party", "series": "dcsvn-tw", "issuer": "ban-chap-hanh-trung-uong",
             "title": "tăng cường và đổi mới sự lãnh đạo của Đảng đối với công tác dân vận"},
            {"id": "directive", "type": "chi-thi", "number": "33/CT-TTg", "date": "2021-11-26", "level": "central",
             "branch": "state", "series": "ttg", "issuer": "thu-tuong-chinh-phu"},
            {"id": "plan", "type": "ke-hoach", "number": "38/KH-UBND", "date": "2022-03-04", "level": "province",
             "branch": "state", "series": "ubnd.an-giang", "issuer": "uy-ban-nhan-dan-tinh-an-giang",
             "source": "plan.txt", "title": "Đẩy mạnh công tác dân vận"},
            {"id": "old", "type": "nghi-dinh", "number": "71/1998/NĐ-CP", "date": "1998-09-08", "level": "central",
             "branch": "state", "series": "chinh-phu", "issuer": "chinh-phu"},
            {"id": "new", "type": "nghi-dinh", "number": "04/2015/NĐ-CP", "date": "2015-01-09", "level": "central",
             "branch": "state", "series": "chinh-phu", "issuer": "chinh-phu"},
        ],
        relations=[
            {"subject": "plan", "predicate": "implements", "object": "directive", "source": "plan.txt",
             "sentence": sentence, "sentence_start": 50, "start": 50 + sentence.index(cited),
             "end": 50 + sentence.index(cited) + len(cited), "cue": "Thực hiện", "confidence": 0.93},
            ("directive", "implements", "resolution"),
            ("plan", "basedOn", "new"),
            ("new", "replaces", "old"),
        ],
        conflicts=[{"document": "resolution", "field": "date", "values": ["2013-06-03", "2013-07-25"],
                    "sources": ["plan.txt"]}],
    )  # fmt: skip


@pytest.fixture
def page(browser: Any, folder: Path, chain: Graph) -> Any:
    open_page(browser, write_html(chain, folder / "chain.html"))
    return browser


@pytest.fixture(scope="module")
def page150(folder: Path) -> Path:
    return write_html(likely_graph(150), folder / "150.html")


def at(driver: Any, css: str) -> Any:
    return driver.find_element("css selector", css)


def texts(driver: Any, css: str) -> list[str]:
    return [element.text for element in driver.find_elements("css selector", css)]


def type_keys(driver: Any, *keys: str) -> None:
    from selenium.webdriver import ActionChains

    chain = ActionChains(driver)
    for key in keys:
        chain.send_keys(key)
    chain.perform()
    settle(driver)


def click_map(driver: Any, x: float, y: float) -> None:
    """A real click of the mouse at a point of the map."""
    from selenium.webdriver import ActionChains

    spot = driver.execute_script(
        "const p = kg.network.canvasToDOM({x: arguments[0], y: arguments[1]});"
        "const r = document.getElementById('mynetwork').getBoundingClientRect();"
        "return [Math.round(r.left + p.x), Math.round(r.top + p.y)]",
        x, y,
    )  # fmt: skip
    ActionChains(driver).move_by_offset(0, 0).perform()
    actions = ActionChains(driver)
    actions.w3c_actions.pointer_action.move_to_location(*spot)
    actions.click().perform()
    # vis-network waits whether a second click makes it a double one
    driver.execute_async_script("setTimeout(arguments[0], 350)")
    settle(driver)


def place(driver: Any, document: str) -> list[float]:
    found: list[float] = driver.execute_script("const d = kg.byId.get(arguments[0]); return [d.x, d.y]", document)
    return found


def test_it_draws_the_boxes_where_they_were_put_and_asks_for_nothing(page: Any) -> None:
    where = page.execute_script(
        "const p = kg.network.getPositions(); return kg.data.docs.map(d => [d.id, d.x, d.y, p[d.id].x, p[d.id].y])"
    )
    assert len(where) == 5
    for _, x, y, drawn_x, drawn_y in where:
        assert (drawn_x, drawn_y) == (x, y)
    painted = page.execute_script(
        "const c = document.querySelector('#mynetwork canvas'), g = c.getContext('2d').getImageData(0, 0, c.width, c.height);"
        "return new Set(new Uint32Array(g.data.buffer)).size"
    )
    assert painted > 50, "the canvas holds a picture"
    asked = requests(page)
    assert asked, "the log works: it holds the page itself"
    assert all(url.startswith(("file:", "data:", "blob:")) for url in asked), asked
    assert complaints(page) == []


def test_tiers_run_from_left_to_right_and_the_party_stands_above(page: Any) -> None:
    x = {name: place(page, name)[0] for name in ("resolution", "directive", "plan")}
    assert x["resolution"] < x["directive"] < x["plan"]
    assert place(page, "resolution")[1] < place(page, "plan")[1]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("33/CT-TTg", "33/CT-TTg"),
        ("33/ct-ttg", "33/CT-TTg"),
        ("chỉ thị số 33", "33/CT-TTg"),
        ("day manh cong tac", "38/KH-UBND"),
        ("Đẩy mạnh", "38/KH-UBND"),
        ("ke hoach an giang", "38/KH-UBND"),
        ("71/1998/ND-CP", "71/1998/NĐ-CP"),
        ("doi moi su lanh dao", "25-NQ/TW"),
    ],
)
def test_search_finds_with_and_without_diacritics(page: Any, words: str, first: str) -> None:
    field = at(page, "#query")
    field.click()
    field.send_keys(words)
    assert texts(page, "#found [role=option] b")[0] == first


def test_search_by_keyboard_opens_the_panel_in_view(page: Any) -> None:
    from selenium.webdriver import Keys

    type_keys(page, "/", "quyet dinh khong co")
    assert texts(page, "#found .none") == ["Không có văn bản nào phù hợp"]
    page.execute_script("document.getElementById('query').value = ''")
    type_keys(page, "nd-cp", Keys.ARROW_DOWN)
    second = texts(page, "#found [role=option] b")[1]
    type_keys(page, Keys.ENTER)
    assert at(page, "#panel h2").text == second
    assert page.execute_script("return kg.visible(kg.open)") is True
    assert page.execute_script("return document.activeElement.id") == "panel-title"
    type_keys(page, Keys.ESCAPE)
    assert not at(page, "#panel").is_displayed()


def test_a_click_on_a_box_shows_facts_and_evidence(page: Any) -> None:
    click_map(page, *place(page, "plan"))
    assert at(page, "#panel h2").text == "38/KH-UBND"
    facts = dict(zip(texts(page, "#panel dt"), texts(page, "#panel dd"), strict=True))
    assert facts["Ngày ban hành"] == "04/03/2022"
    assert facts["Cơ quan ban hành"] == "Ủy ban nhân dân tỉnh An Giang"
    assert facts["Tình trạng"] == "Đã đọc toàn văn"
    assert texts(page, "#panel .out h4 span") == ["Thực hiện", "Căn cứ"]
    proof = at(page, "#panel .out .proof")
    assert proof.find_element("css selector", "mark").text == "Chỉ thị số 33/CT-TTg", "cut by code points"
    assert proof.find_element("css selector", "u").text == "Thực hiện"
    footer = proof.find_element("css selector", "footer").text
    for words in ("plan.txt", "“Thực hiện”", "nêu ngay trong câu", "93%"):
        assert words in footer
    assert page.execute_script("return location.hash") == "#plan"


def test_links_in_the_panel_lead_on_and_back_leads_back(page: Any) -> None:
    click_map(page, *place(page, "plan"))
    at(page, "#panel .out .go").click()
    settle(page)
    assert at(page, "#panel h2").text == "33/CT-TTg"
    assert texts(page, "#panel .into .go b") == ["38/KH-UBND"]
    page.back()
    settle(page)
    assert at(page, "#panel h2").text == "38/KH-UBND"


def test_conflicts_and_what_became_of_a_document_are_told(page: Any) -> None:
    click_map(page, *place(page, "resolution"))
    assert "03/06/2013 hoặc 25/07/2013" in at(page, "#panel .conflicts").text
    click_map(page, *place(page, "old"))
    assert "Đã được thay thế bởi 04/2015/NĐ-CP" in at(page, "#panel .fate").text


def test_a_click_on_a_link_shows_its_evidence(page: Any) -> None:
    middle = page.execute_script(
        "const l = kg.data.links.find(l => l.is === 'implements' && l.a.id === 'plan');"
        "return l.points[Math.floor(l.points.length / 2)]"
    )
    click_map(page, *middle)
    assert at(page, "#panel h2").text == "Thực hiện"
    assert texts(page, "#panel .go b") == ["38/KH-UBND", "33/CT-TTg"]
    assert at(page, "#panel mark").text == "Chỉ thị số 33/CT-TTg"
    click_map(page, *page.execute_script("return [kg.bounds.left - 18, (kg.bounds.top + kg.bounds.bottom) / 2]"))
    assert not at(page, "#panel").is_displayed()


def test_the_arrow_points_from_subject_to_object(page: Any) -> None:
    tips = page.execute_script(
        "return kg.data.links.filter(l => l.a.x !== l.b.x).map(l => [l.tip.x - l.b.x, l.a.x - l.b.x, l.tip.toward])"
    )
    assert len(tips) >= 3
    for tip, start, toward in tips:
        assert abs(tip) == 76, "it ends at the side of the object's box"
        assert tip * start > 0, "on the side where the subject stands"
        assert toward * start < 0, "and points away from it"


def painted(driver: Any) -> list[str]:
    """The relations of the links that are really drawn, one for each."""
    found: list[str] = driver.execute_script(
        "const seen = [], real = kg.paintLink; kg.paintLink = (ctx, link) => seen.push(link.is);"
        "kg.network.redraw(); kg.paintLink = real; kg.network.redraw(); return seen"
    )
    return sorted(found)


def test_filters_hide_links_and_documents(page: Any) -> None:
    assert painted(page) == ["basedOn", "implements", "implements", "replaces"]
    at(page, "#relations [data-key=replaces]").click()
    settle(page)
    assert painted(page) == ["basedOn", "implements", "implements"]
    click_map(page, *place(page, "old"))
    assert "1 liên kết đang bị bộ lọc ẩn" in at(page, "#panel").text
    at(page, "#all-relations").click()
    at(page, "#types [data-key=nghi-dinh]").click()
    settle(page)
    assert not at(page, "#panel").is_displayed(), "the document that was open is hidden now"
    hidden = page.execute_script("return kg.nodes.get({filter: n => n.hidden}).map(n => n.id)")
    assert sorted(hidden) == ["new", "old"]
    assert painted(page) == ["implements", "implements"]
    at(page, "#all-types").click()
    assert len(painted(page)) == 4


def test_only_one_kind_can_be_chosen_by_keyboard(page: Any) -> None:
    from selenium.webdriver import Keys

    page.execute_script("document.querySelector('#relations .only').focus()")
    type_keys(page, Keys.ENTER)
    assert painted(page) == ["implements", "implements"]


def test_the_language_can_be_switched(page: Any) -> None:
    click_map(page, *place(page, "plan"))
    at(page, "#language").click()
    settle(page)
    assert page.execute_script("return document.documentElement.lang") == "en"
    assert texts(page, "#panel .out h4 span") == ["Implements", "Based on"]
    assert "stated in the sentence" in at(page, "#panel .proof footer").text
    assert at(page, "#legend h3").text == "Document types"
    assert at(page, "#types span").text == "Resolution"
    assert page.title == "Graph of documents"
    at(page, "#language").click()
    settle(page)
    assert texts(page, "#panel .out h4 span") == ["Thực hiện", "Căn cứ"]
    assert complaints(page) == []


@pytest.mark.parametrize(("browser_language", "expected"), [("en-GB", "en"), ("vi", "vi")])
def test_auto_follows_the_browser(folder: Path, chain: Graph, browser_language: str, expected: str) -> None:
    file = write_html(chain, folder / "auto.html", lang="auto")
    with chromium(language=browser_language) as driver:
        open_page(driver, file)
        assert driver.execute_script("return document.documentElement.lang") == expected


def test_the_map_can_be_walked_by_keyboard_alone(page: Any) -> None:
    from selenium.webdriver import Keys

    for _ in range(60):
        type_keys(page, Keys.TAB)
        if page.execute_script("return document.activeElement.id") == "mynetwork":
            break
    else:
        pytest.fail("Tab never reaches the map")
    page.execute_script("kg.stand(kg.byId.get('resolution'))")
    type_keys(page, Keys.ARROW_RIGHT)
    first = page.execute_script("return kg.cursor.x")
    assert first > place(page, "resolution")[0]
    assert at(page, "#live").get_attribute("textContent") != ""
    type_keys(page, Keys.ENTER)
    assert at(page, "#panel").is_displayed()
    type_keys(page, Keys.ESCAPE)
    assert not at(page, "#panel").is_displayed()
    assert page.execute_script("return document.activeElement.id") == "mynetwork"
    scale = page.execute_script("return kg.network.getScale()")
    type_keys(page, "+")
    assert page.execute_script("return kg.network.getScale()") > scale
    type_keys(page, "0")
    assert page.execute_script("return Math.abs(kg.network.getScale() - kg.fitScale())") < 0.01


def test_an_address_with_a_document_opens_it(browser: Any, folder: Path, chain: Graph) -> None:
    file = write_html(chain, folder / "chain.html")
    open_page(browser, file, "#directive")
    assert at(browser, "#panel h2").text == "33/CT-TTg"
    open_page(browser, file, "#%E0%A4%A")
    assert not at(browser, "#panel").is_displayed()
    assert complaints(browser) == []


def test_hostile_text_stays_text(browser: Any, folder: Path) -> None:
    open_page(browser, write_html(likely_graph(30, hostile=True), folder / "hostile.html"))
    for document in browser.execute_script("return kg.data.docs.map(d => d.id)"):
        browser.execute_script("kg.show(kg.byId.get(arguments[0]), {centre: true})", document)
    for link in range(browser.execute_script("return kg.data.links.length")):
        browser.execute_script("kg.show(kg.data.links[arguments[0]])", link)
    at(browser, "#query").send_keys("img src")
    settle(browser)
    assert any(HOSTILE in found for found in texts(browser, "#found [role=option] b"))
    hostile = browser.execute_script("return kg.data.docs.find(d => d.number.startsWith('<')).id")
    browser.execute_script("kg.show(kg.byId.get(arguments[0]), {centre: true})", hostile)
    settle(browser)
    assert HOSTILE in at(browser, "#panel").text
    assert browser.execute_script("return document.querySelectorAll('img, #panel script').length") == 0
    assert browser.execute_script("return typeof window.hacked") == "undefined"
    assert all(url.startswith(("file:", "data:")) for url in requests(browser))
    assert complaints(browser) == []


def test_the_policy_stops_scripts_that_are_put_in(page: Any) -> None:
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.hacked = 1'; document.body.append(s);"
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked = 2\">')"
    )
    settle(page)
    assert page.execute_script("return typeof window.hacked") == "undefined"
    assert any("Content Security Policy" in line for line in complaints(page))


def test_at_150_documents_no_box_lies_on_another_and_labels_can_be_read(browser: Any, page150: Path) -> None:
    open_page(browser, page150)
    boxes = browser.execute_script(
        "return kg.data.docs.map(d => { const b = kg.network.getBoundingBox(d.id);"
        "const p = kg.network.canvasToDOM({x: b.left, y: b.top}), q = kg.network.canvasToDOM({x: b.right, y: b.bottom});"
        "return [p.x, p.y, q.x, q.y] })"
    )
    assert len(boxes) == 150
    area = browser.execute_script("return kg.clear()")
    for one, (left, top, right, bottom) in enumerate(boxes):
        assert area["left"] <= left < right <= area["right"], "the first view holds everything"
        assert area["top"] <= top < bottom <= area["bottom"]
        for other_left, other_top, other_right, other_bottom in boxes[one + 1 :]:
            assert left >= other_right or right <= other_left or top >= other_bottom or bottom <= other_top
    sizes = browser.execute_script(
        "const sizes = [], real = CanvasRenderingContext2D.prototype.fillText, scale = kg.network.getScale();"
        "CanvasRenderingContext2D.prototype.fillText = function (text, x, y, room) {"
        "  const squeezed = room ? Math.min(1, room / this.measureText(text).width) : 1;"
        "  sizes.push([parseFloat(this.font.match(/([\\d.]+)px/)[1]) * scale, squeezed, text]); };"
        "const c = document.createElement('canvas').getContext('2d');"
        "for (const d of kg.data.docs) kg.paintBox(c, d, d.x, d.y, scale, {});"
        "CanvasRenderingContext2D.prototype.fillText = real; return sizes"
    )
    assert len(sizes) >= 150
    for size, squeezed, text in sizes:
        assert size >= 9, (text, size)
        assert squeezed >= 0.8, (text, squeezed)
    assert sum("…" in text for _, _, text in sizes) <= 3
    picture(browser, "view-150-light")


@pytest.fixture(scope="module")
def samples(folder: Path) -> Path:
    """The page of the graph of the package's own samples."""
    from kg.build import build

    return write_html(build(Path(__file__).resolve().parent.parent / "data" / "samples"), folder / "samples.html")


@pytest.mark.parametrize("texts", ["samples", pytest.param("seeds", marks=needs_shared)])
def test_the_eye_meets_about_half_the_crossings_of_the_layout_that_pyvis_offers(
    browser: Any, samples: Path, folder: Path, texts: str
) -> None:
    """Ours along its streets, theirs on straight lines between the places that its hierarchy gives."""
    from kg.build import build
    from kg.view.routes import meetings

    page = samples if texts == "samples" else write_html(build(SHARED / "seeds"), folder / "seeds.html")
    open_page(browser, page)
    theirs, links = browser.execute_script(
        "const div = document.createElement('div'); div.style.height = '900px'; document.body.append(div);"
        "const options = {layout: {hierarchical: {enabled: true}}, physics: false};"
        "const edges = kg.data.links.map(l => ({from: l.a.id, to: l.b.id}));"
        "const other = new vis.Network(div, {nodes: kg.data.docs.map(d => ({id: d.id})), edges}, options);"
        "const where = other.getPositions(); other.destroy();"
        "return [where, kg.data.links.map(l => [l.a.id, l.is, l.b.id, l.points])]"
    )
    assert len(links) > 100
    ours = {(a, p, b): [(x, y) for x, y in way] for a, p, b, way in links}
    straight = {(a, p, b): [(theirs[i]["x"], theirs[i]["y"]) for i in (a, b)] for a, p, b, _ in links}
    assert meetings(ours) * 2 <= meetings(straight) * 1.05  # a link more in the samples moves it by a few in a hundred


def test_beyond_the_limit_the_page_says_so(browser: Any, folder: Path) -> None:
    open_page(browser, write_html(likely_graph(60), folder / "cut.html", limit=25))
    assert "25 văn bản có nhiều liên kết nhất trong số 60" in at(browser, "#notice").text
    at(browser, "#language").click()
    assert "25 most connected of 60" in at(browser, "#notice").text
    at(browser, "#notice .link").click()
    assert not at(browser, "#notice").is_displayed()
    outside = browser.execute_script("return kg.data.docs.find(d => d.outside > 0).id")
    browser.execute_script("kg.show(kg.byId.get(arguments[0]))", outside)
    assert "not in this picture" in at(browser, "#panel").text


def test_a_thousand_documents_start_with_the_names_of_the_busiest(browser: Any, folder: Path) -> None:
    open_page(browser, write_html(likely_graph(1000), folder / "1000.html"))
    assert browser.execute_script("return kg.network.getScale() < kg.FAR")
    seen, first = browser.execute_script(
        "const seen = [], real = CanvasRenderingContext2D.prototype.fillText;"
        "CanvasRenderingContext2D.prototype.fillText = function (text) { seen.push(text); };"
        "kg.paintNames(document.createElement('canvas').getContext('2d'), 1200, 800,"
        "  x => kg.network.canvasToDOM({x, y: 0}).x, y => kg.network.canvasToDOM({x: 0, y}).y);"
        "CanvasRenderingContext2D.prototype.fillText = real; return [seen, kg.busiest[0].head[0]]"
    )
    assert first in seen
    assert len(seen) > 20
    assert complaints(browser) == []
    picture(browser, "view-1000-light")


def test_a_picture_can_be_saved(folder: Path, page150: Path, tmp_path: Path) -> None:
    with chromium() as driver:
        driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
        open_page(driver, page150)
        at(driver, "#save").click()
        from selenium.webdriver.support.ui import WebDriverWait

        WebDriverWait(driver, 30).until(lambda _: list(tmp_path.glob("*.png")))
        (file,) = tmp_path.glob("*.png")
        head = file.read_bytes()
        assert head.startswith(b"\x89PNG")
        width, height = (int.from_bytes(head[at : at + 4], "big") for at in (16, 20))
        assert width > 3000
        assert height > 1500
        assert complaints(driver) == []


def test_the_picture_can_be_saved_as_svg(page150: Path, tmp_path: Path) -> None:
    from xml.etree import ElementTree

    from selenium.webdriver.support.ui import WebDriverWait

    with chromium() as driver:
        driver.execute_cdp_cmd("Page.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
        open_page(driver, page150)
        at(driver, "#save-svg").click()
        WebDriverWait(driver, 30).until(lambda _: list(tmp_path.glob("*.svg")))
        (file,) = tmp_path.glob("*.svg")
        root = ElementTree.fromstring(file.read_text(encoding="utf-8"))
        said = {one.text for one in root.iter("{http://www.w3.org/2000/svg}text")}
        heads = driver.execute_script("return kg.data.docs.map(doc => doc.head[0])")
        told = sum(head in said or any((one or "").endswith("…") and head.startswith((one or "")[:-1]) for one in said)
                   for head in heads)  # fmt: skip
        assert told == len(heads) == 150
        assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
        assert complaints(driver) == []


def test_a_branch_is_collapsed_and_expanded(page: Any) -> None:
    from selenium.webdriver import Keys

    shown = "return kg.data.docs.filter(kg.docShown).map(doc => doc.id).sort()"
    everything = page.execute_script(shown)
    click_map(page, *place(page, "directive"))
    collapse = next(one for one in page.find_elements("css selector", "#panel .acts button") if "Thu gọn" in one.text)
    collapse.click()
    settle(page)
    left = page.execute_script(shown)
    assert "plan" not in left, "it stands on the directive alone"
    assert "directive" in left
    assert "resolution" in left
    assert all("plan" not in one for one in painted(page))
    page.execute_script("kg.stand(kg.byId.get('directive')); document.getElementById('mynetwork').focus()")
    type_keys(page, Keys.ESCAPE)
    type_keys(page, "c")
    assert page.execute_script(shown) == everything, "the key C opens it again"


def test_neighbours_alone_and_more_of_them(page: Any) -> None:
    shown = "return kg.data.docs.filter(kg.docShown).map(doc => doc.id).sort()"
    everything = page.execute_script(shown)
    page.execute_script("kg.show(kg.byId.get('plan'))")
    settle(page)
    next(one for one in page.find_elements("css selector", "#panel .acts button") if "Chỉ hiện" in one.text).click()
    settle(page)
    near = page.execute_script(shown)
    assert set(near) == {"plan", *page.execute_script("return kg.neighbours(kg.byId.get('plan')).map(at => kg.data.docs[at].id)")}
    page.execute_script("kg.show(kg.byId.get('directive'))")
    settle(page)
    next(one for one in page.find_elements("css selector", "#panel .acts button") if "Thêm" in one.text).click()
    settle(page)
    assert set(near) < set(page.execute_script(shown))
    page.execute_script("document.getElementById('mynetwork').focus()")
    type_keys(page, "a")
    assert page.execute_script(shown) == everything


def test_print_holds_the_whole_map_in_ink_on_white(folder: Path, page150: Path) -> None:
    with chromium(dark=True) as driver:
        open_page(driver, page150)
        driver.execute_script("window.dispatchEvent(new Event('beforeprint'))")
        colour = driver.execute_script(
            "const c = document.querySelector('#print canvas'); return [...c.getContext('2d').getImageData(2, c.height - 3, 1, 1).data]"
        )
        assert min(colour[:3]) > 230
        assert driver.execute_script("return kg.open") is None
        driver.execute_script("window.dispatchEvent(new Event('afterprint'))")
        assert driver.execute_script("return document.querySelectorAll('#print canvas').length") == 0
        assert driver.execute_script("return kg.theme.paper") == "#14171c"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_on_a_phone_panel_and_legend_come_from_below(folder: Path, page150: Path, dark: bool) -> None:
    shade = "dark" if dark else "light"
    with chromium(width=390, height=844, dark=dark, touch=True) as driver:
        open_page(driver, page150)
        assert driver.execute_script("return document.documentElement.scrollWidth") <= 390
        assert not at(driver, "#legend").is_displayed()
        assert driver.execute_script("return kg.network.getScale()") >= 0.45, "labels can be read"
        picture(driver, f"view-phone-{shade}")
        at(driver, "#filters").click()
        settle(driver)
        legend = at(driver, "#legend").rect
        assert legend["width"] == 390
        assert legend["y"] + legend["height"] == pytest.approx(844, abs=1)
        driver.execute_script("kg.show(kg.busiest[0], {centre: true})")
        settle(driver)
        assert not at(driver, "#legend").is_displayed()
        panel = at(driver, "#panel").rect
        assert panel["width"] == 390
        assert panel["y"] > 300
        assert driver.execute_script("return kg.visible(kg.open)") is True, "the box is seen above the panel"
        picture(driver, f"view-phone-panel-{shade}")
        assert complaints(driver) == []


def test_dark_colours_follow_the_system(folder: Path, page150: Path) -> None:
    with chromium(dark=True) as driver:
        open_page(driver, page150)
        shade = driver.execute_script("return getComputedStyle(document.body).backgroundColor")
        assert shade == "rgb(20, 23, 28)"
        driver.execute_script("kg.show(kg.busiest[0], {centre: true})")
        settle(driver)
        picture(driver, "view-150-dark")
        change = {"features": [{"name": "prefers-color-scheme", "value": "light"}]}
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", change)
        settle(driver)
        assert driver.execute_script("return kg.theme.paper") == "#f6f5f1"


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a: str, b: str) -> float:
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_colours_have_contrast(folder: Path, chain: Graph, dark: bool) -> None:
    with chromium(dark=dark) as driver:
        open_page(driver, write_html(chain, folder / "chain.html"))
        theme = driver.execute_script("return kg.theme")
    for text in ("ink", "quiet", "faint", "accent"):
        for ground in ("surface", "paper"):
            assert contrast(theme[text], theme[ground]) >= 4.5, (text, ground)
    for name, colour in theme["fam"].items():
        assert contrast(colour, theme["surface"]) >= 3, name
    for name, colour in theme["rel"].items():
        assert contrast(colour, theme["lane"]) >= (1.9 if name == "cites" else 3), name


def test_an_empty_graph_says_that_it_is_empty(browser: Any, folder: Path) -> None:
    open_page(browser, write_html(Graph.from_rows(), folder / "empty.html"))
    assert at(browser, "#empty").text == "Không có văn bản nào để hiện."
    assert complaints(browser) == []
