"""Word and print: what a person reads on the page comes out, with the notes and the pages it stands on."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.build import analyse_text, build
from kg.cli import run
from kg.console import Screen
from kg.contract import to_contract
from kg.normalise import plain
from kg.read import Failure, Raw, Text, guard, parse
from kg.read.docx import read_docx
from kg.read.office import read_office
from kg.read.pdf import read_pdf
from kg.structure import notes
from tests import papers

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
PLAIN = sorted(path.name for path in SAMPLES.glob("*.txt"))
CALLED = "Thực hiện Chỉ thị số 33/CT-TTg{{1}} và Nghị quyết số 25-NQ/TW{{2}}, báo cáo như sau:"
NOTES = {1: "Ngày 26/11/2021 của Thủ tướng Chính phủ.", 2: "Kế hoạch số 41/KH-UBND ngày 22/02/2022."}


def read(data: bytes, name: str = "a", *, ocr: bool = False) -> Text:
    text = parse(Raw(name, data, "", ocr=ocr))
    assert isinstance(text, Text), text
    return text


def facts(text: Text) -> tuple[object, set[str], set[tuple[str, ...]]]:
    found = analyse_text(text)
    own = found.document

    def name(one: str) -> str:
        """An id without what differs with line ends: the content of a text that no register identifies."""
        if one == own.id and one.startswith("src_"):
            return f"{own.type} {own.number} {own.date} {own.issuer}"
        return one.rpartition("_")[0] if one.startswith("ref_") and own.id.startswith("src_") else one

    links = {(name(one.subject), one.predicate, name(one.object), one.strength) for one in found.relations}
    return name(own.id), {name(one.id) for one in found.documents}, links


# -- the same in every form ----------------------------------------------------------------------


@pytest.mark.parametrize("name", PLAIN)
def test_a_sample_says_the_same_in_every_form(name: str) -> None:
    paragraphs, said = papers.paper((SAMPLES / name).read_text(encoding="utf-8"))
    wanted = facts(read(papers.plain_of(paragraphs, said), "a.txt"))
    assert len(wanted[1]) > 4
    forms = {
        "docx": papers.word_of(paragraphs, said),
        "html": papers.page_of(paragraphs, said),
        "pdf": papers.printed(paragraphs, said, running="CÔNG BÁO/Số 12 + 13"),
        "pdf, notes numbered by page": papers.printed(paragraphs, said, restart=True),
    }
    for form, data in forms.items():
        text = read(data)
        assert facts(text) == wanted, form
        rows = to_contract(analyse_text(text), text.places)
        if form.startswith("pdf"):
            evidence = [row["evidence"] for row in rows["relations"]]
            assert all(one["page"] == text.places.at(one["start"]).page for one in evidence)
            assert {one["page"] for one in evidence} <= {1, 2, 3}
        elif form == "docx":
            assert all("paragraph" in row["evidence"] for row in rows["relations"])


def test_answers_name_the_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    filler = ["Công tác dân vận được triển khai đồng bộ ở các cấp, các ngành trong toàn tỉnh. " * 3] * 16
    paragraphs = ["Số: 12/KH-UBND", "KẾ HOẠCH", *filler, "Theo Chỉ thị số 33/CT-TTg ngày 26/11/2021, các sở rà soát."]
    Path("a.pdf").write_bytes(papers.printed(paragraphs, {}))
    Path("b.docx").write_bytes(papers.word_of([line.replace("12/KH", "13/KH") for line in paragraphs], {}))
    build(["a.pdf", "b.docx"]).save(tmp_path / "graph")
    for lang, page, paragraph in (("vi", "[a.pdf, tr. 2]", "[b.docx, đoạn 19]"), ("en", "[a.pdf, p. 2]", "[b.docx, par. 19]")):
        screen = Screen(lang, io.StringIO(), io.StringIO())  # type: ignore[arg-type]
        assert run(["query", "cites", "33/CT-TTg", "-g", "graph"], screen) == 0
        out = screen.out.getvalue()  # type: ignore[attr-defined]
        assert page in out
        assert paragraph in out


# -- Word ----------------------------------------------------------------------------------------


def test_notes_follow_the_text_and_are_linked_to_their_marks() -> None:
    text = read_docx(papers.word_of([CALLED, "Hết."], NOTES)).text
    assert text.split("\n\n") == [
        "Thực hiện Chỉ thị số 33/CT-TTg¹ và Nghị quyết số 25-NQ/TW², báo cáo như sau:",
        "Hết.",
        "¹ Ngày 26/11/2021 của Thủ tướng Chính phủ.",
        "² Kế hoạch số 41/KH-UBND ngày 22/02/2022.",
    ]
    assert [(note.mark, note.calls) for note in notes(plain(text).text)] == [("1", (text.index("¹"),)), ("2", (text.index("²"),))]


def test_notes_are_numbered_in_the_order_of_their_calls() -> None:
    body = papers.paragraph("A{{7}} B{{3}}")
    assert read_docx(papers.word(body, {3: "ba", 7: "bảy"})).text == "A¹ B²\n\n¹ bảy\n\n² ba"


def test_changes_are_accepted() -> None:
    body = (
        f"<w:p><w:r><w:t>Điều </w:t></w:r><w:ins>{papers.run('1')}</w:ins><w:del><w:r><w:delText>2</w:delText></w:r></w:del></w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{papers.run('Ban hành ')}</w:p>{papers.paragraph('Quy chế')}"
        f"<w:moveFrom>{papers.run('đi')}</w:moveFrom><w:p><w:moveFrom>{papers.run('cũ')}</w:moveFrom><w:moveTo>{papers.run('mới')}</w:moveTo></w:p>"
    )
    assert read_docx(papers.word(body)).text == "Điều 1\n\nBan hành Quy chế\n\nmới"


def test_what_is_not_on_the_page_is_left_out() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "http://x"</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{papers.run("Luật Đất đai")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    shown = papers.run(" năm 2013", '<w:caps w:val="0"/>')
    body = f"<w:p>{field}{papers.run(' ẩn', '<w:vanish/>')}{shown}</w:p>"
    assert read_docx(papers.word(body)).text == "Luật Đất đai năm 2013"
    assert read_docx(papers.word(f"<w:p>{papers.run('kế hoạch', '<w:caps/>')}</w:p>")).text == "KẾ HOẠCH"


def test_a_text_box_is_read_once() -> None:
    box = f"<w:txbxContent>{papers.paragraph('Trong khung')}</w:txbxContent>"
    body = (
        f"<w:p>{papers.run('Ngoài')}<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>{papers.paragraph('Sau')}"
    )
    assert read_docx(papers.word(body)).text == "Ngoài\n\nTrong khung\n\nSau"


def test_tables_have_rows_and_cells_and_frames_have_neither() -> None:
    head = [papers.paragraph("UBND TỈNH") + papers.paragraph("Số: 1/KH-UBND"), papers.paragraph("CỘNG HÒA")]
    body = papers.table([head, [papers.paragraph("a"), papers.paragraph("b")]])
    framed = papers.table([[papers.paragraph("Một") + papers.paragraph("Hai")]])
    assert read_docx(papers.word(body + framed)).text == "UBND TỈNH\nSố: 1/KH-UBND\tCỘNG HÒA\na\tb\n\nMột\n\nHai"


NUMBERING = f"""<w:numbering xmlns:w="{papers.W}"><w:abstractNum w:abstractNumId="5">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="Điều %1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl>
</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="5"/></w:num></w:numbering>"""
STYLES = f"""<w:styles xmlns:w="{papers.W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Item"/><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style></w:styles>"""


def test_automatic_numbers_are_written_out() -> None:
    def item(words: str, level: int) -> str:
        return papers.paragraph(words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="2"/></w:numPr>')

    body = item("A", 0) + item("x", 1) + item("y", 1) + item("B", 0) + item("z", 1) + item("", 0)
    made = papers.word(body, parts={"word/numbering.xml": NUMBERING})
    assert read_docx(made).text.split("\n\n") == ["Điều 1. A", "1.a) x", "1.b) y", "Điều 2. B", "2.a) z"]
    styled = papers.paragraph("A", '<w:pStyle w:val="Item"/>') + papers.paragraph("B", '<w:pStyle w:val="Sub"/>')
    made = papers.word(styled, parts={"word/numbering.xml": NUMBERING, "word/styles.xml": STYLES})
    assert read_docx(made).text.split("\n\n") == ["Điều 1. A", "Điều 2. B"]


def test_letters_of_old_fonts_are_converted() -> None:
    body = (
        papers.paragraph("NghÞ ®Þnh sè 30/2020/N§-CP")
        + papers.paragraph("kÕ ho¹ch", '<w:pStyle w:val="Sub"/>')
        + "<w:p>" + papers.run("Quyeát ñònh", '<w:rFonts w:ascii="VNI-Times"/>') + papers.run(" của tôi") + "</w:p>"
    )
    found = read_docx(papers.word(body, parts={"word/styles.xml": STYLES}))
    assert found.text == "Nghị định số 30/2020/NĐ-CP\n\nKẾ HOẠCH\n\nQuyết định của tôi"
    assert found.remarks == (("old-letters", {"name": "TCVN3, VNI"}),)


def test_headers_and_footers_are_apart() -> None:
    made = papers.word(
        papers.paragraph("Nội dung"),
        parts={
            "word/header1.xml": f'<w:hdr xmlns:w="{papers.W}">{papers.paragraph("MẬT")}</w:hdr>',
            "word/footer1.xml": f'<w:ftr xmlns:w="{papers.W}">{papers.paragraph("Trang 1")}</w:ftr>',
        },
    )
    found = read_docx(made)
    assert (found.text, found.aside) == ("Nội dung", "MẬT\n\nTrang 1")


def test_pages_of_word_are_told_only_where_they_are_known() -> None:
    turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    mark = "<w:r><w:lastRenderedPageBreak/></w:r>"
    laid_out = f"{papers.paragraph('một')}{turn}<w:p>{mark}{papers.run('hai ')}{mark}{papers.run('ba')}</w:p>"
    found = read_docx(papers.word(laid_out))
    assert [found.places.at(found.text.index(word)).page for word in ("một", "hai", "ba")] == [1, 2, 3]
    only_breaks = papers.paragraph("một") + turn + papers.paragraph("hai")
    assert read_docx(papers.word(only_breaks)).places.pages == (None, None)
    for count, pages in ((2, (1, 2)), (9, (None, None))):
        app = f"<Properties><Pages>{count}</Pages><Words>2</Words></Properties>"
        assert read_docx(papers.word(only_breaks, parts={"docProps/app.xml": app})).places.pages == pages


# -- print ---------------------------------------------------------------------------------------


def test_notes_at_the_foot_interrupt_no_sentence() -> None:
    long = "Ủy ban nhân dân tỉnh báo cáo kết quả thực hiện các nhiệm vụ được giao trong năm như sau: "
    text = read_pdf(papers.printed([CALLED, *[long * 4] * 14], NOTES)).text
    parts = text.split("\n\n")
    assert parts[0] == CALLED.replace("{{1}}", "¹").replace("{{2}}", "²")
    assert parts[-2:] == [f"¹ {NOTES[1]}", f"² {NOTES[2]}"]
    assert parts[1:-2] == [(long * 4).strip()] * 14


def test_notes_that_begin_anew_on_each_page_get_numbers_of_their_own() -> None:
    long = "Ủy ban nhân dân tỉnh báo cáo kết quả thực hiện các nhiệm vụ được giao trong năm như sau: "
    paragraphs = ["Kế hoạch A{{1}}.", *[long * 4] * 11, "Kế hoạch B{{2}}."]
    content = read_pdf(papers.printed(paragraphs, {1: "của tỉnh X.", 2: "của tỉnh Y."}, restart=True))
    assert content.text.startswith("Kế hoạch A¹.")
    assert content.text.endswith("Kế hoạch B².\n\n¹ của tỉnh X.\n\n² của tỉnh Y.")
    assert [content.places.at(content.text.index(words)).page for words in ("tỉnh X", "tỉnh Y")] == [1, 2]


def test_page_furniture_is_apart() -> None:
    paragraphs = [f"Đoạn {at}. " + "Nội dung của văn bản được trình bày theo quy định hiện hành. " * 6 for at in range(20)]
    content = read_pdf(papers.printed(paragraphs, {}, running="CÔNG BÁO/Số 12 + 13/Ngày 01-02-2021"))
    assert content.text.split("\n\n") == [words.strip() for words in paragraphs]
    assert content.aside == "CÔNG BÁO/Số 12 + 13/Ngày 01-02-2021"


def test_a_number_that_a_line_end_divides_is_whole() -> None:
    divided = 0
    for width in range(40, 70):
        words = "Các cơ quan, đơn vị thực hiện nhiệm vụ được giao theo các văn bản dưới đây"[:width].strip()
        words += " Quyết định số 217-QĐ/TW và Kế hoạch số 1126/KH-UBND ngày 28/02/2022 của Ủy ban nhân dân tỉnh."
        made = papers.printed([words], {})
        assert read_pdf(made).text == words
        divided += "217-" in [line.split()[-1] for line in papers.lines_of(made)]
    assert divided > 3


@pytest.mark.parametrize(
    ("font", "words", "wanted", "name"),
    [
        (".VnTime", "NghÞ ®Þnh sè 30/2020/N§-CP cña ChÝnh phñ, \u00adu tiªn ®\u00adîc ghi nhËn", "Nghị định số 30/2020/NĐ-CP của Chính phủ, ưu tiên được ghi nhận", "TCVN3"),
        (".VnTimeH", "kÕ ho¹ch", "KẾ HOẠCH", "TCVN3"),
        ("VNI-Times", "Quyeát ñònh soá 5/QÑ-UB cuûa UÛy ban", "Quyết định số 5/QĐ-UB của Ủy ban", "VNI"),
    ],
)  # fmt: skip
def test_print_in_old_fonts_is_converted(font: str, words: str, wanted: str, name: str) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    made = TTFont(f"as {font}", str(papers.FONT))
    made.face.name = font.encode()
    pdfmetrics.registerFont(made)
    held = io.BytesIO()
    canvas = Canvas(held)
    canvas.setFont(f"as {font}", 12)
    canvas.drawString(80, 700, words)
    canvas.showPage()
    canvas.save()
    content = read_pdf(held.getvalue())
    assert content.text == wanted
    assert content.remarks == (("old-letters", {"name": name}),)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_pages_that_lie_across_are_read_upright(turn: int) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(TTFont("Serif", str(papers.FONT)))
    held = io.BytesIO()
    across = turn in (90, 270)
    width, height = (842, 595) if across else (595, 842)
    canvas = Canvas(held, (width, height))  # as it is shown; reportlab turns the paper
    canvas.setPageRotation(turn)
    # Paper lies as it is shown, whatever the turn.
    shift = {0: (0, 0), 90: (0, -height), 180: (-width, -height), 270: (-width, 0)}[turn]
    canvas.rotate(turn)
    canvas.translate(*shift)
    canvas.setFont("Serif", 12)
    canvas.drawString(width / 2, height - 30, "7")
    said = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, các sở rà soát và báo cáo theo quy định"
    words = said.split()
    for at in range(0, len(words), 6):
        canvas.drawString(80, height - 100 - 3 * at, " ".join(words[at : at + 6]))
    canvas.showPage()
    canvas.save()
    text = read_pdf(held.getvalue()).text
    assert " ".join(text.split()) == " ".join(words)
    assert text.split("\n")[0] != "7"


def test_places_cover_the_text_in_order() -> None:
    content = read_pdf(papers.printed(["Đoạn văn. " * 60] * 20, {}))
    starts = content.places.starts
    assert starts[0] == 0
    assert list(starts) == sorted(set(starts))
    assert max(page or 0 for page in content.places.pages) > 2


# -- scans ---------------------------------------------------------------------------------------


def tesseract_reads_vietnamese() -> bool:
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, check=False)
    return b"vie" in listed.stdout.split()


scanner = pytest.mark.skipif(not tesseract_reads_vietnamese(), reason="needs Tesseract with its model of Vietnamese")


@scanner
def test_a_scan_says_nearly_the_same() -> None:
    documents = links = found_documents = found_links = 0
    for name in PLAIN:
        paragraphs, said = papers.paper((SAMPLES / name).read_text(encoding="utf-8"))
        own, wanted, related = facts(read(papers.plain_of(paragraphs, said), "a.txt"))
        text = read(papers.scanned(papers.printed(paragraphs, said)), ocr=True)
        here, got, stated = facts(text)
        assert here == own
        assert max(page or 0 for page in text.places.pages) > 1
        documents, links = documents + len(wanted), links + len(related)
        found_documents, found_links = found_documents + len(wanted & got), found_links + len(related & stated)
    assert found_documents >= 0.95 * documents
    assert found_links >= 0.95 * links


@scanner
def test_a_picture_is_read_as_asked() -> None:
    picture = papers.pictures(papers.printed(["Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021."], {}))[0]
    assert read(picture, "a.png", ocr=True).text == "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021."


@scanner
def test_pages_that_are_pictures_are_named_or_read() -> None:
    import pypdfium2

    first = papers.printed(["Trang đầu có lớp chữ, theo Luật Đất đai số 45/2013/QH13."], {})
    second = papers.scanned(papers.printed(["Trang sau là ảnh, theo Kế hoạch số 41/KH-UBND."], {}))
    with pypdfium2.PdfDocument(first) as both, pypdfium2.PdfDocument(second) as more:
        both.import_pages(more)
        held = io.BytesIO()
        both.save(held)
    unread = read(held.getvalue())
    assert [(one.code, one.facts) for one in unread.remarks] == [("scanned-pages", {"pages": "2"})]
    text = read(held.getvalue(), ocr=True)
    assert text.remarks == ()
    assert text.places.at(text.text.index("41/KH-UBND")).page == 2


def test_what_is_missing_is_said_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    guard.close()  # the process that reads keeps the path it was started with
    try:
        cases = ((b"\x89PNG\r\n\x1a\n", "tesseract-ocr-vie"), (b"{\\rtf1 a}", "libreoffice-writer-nogui"))
        for data, package in cases:
            result = parse(Raw("a", data, "", ocr=True))
            assert isinstance(result, Failure)
            assert result.code == "needs-program"
            assert f"apt install {'tesseract-ocr ' if 'tess' in package else ''}{package}" in result.message
    finally:
        guard.close()


# -- other office programs -----------------------------------------------------------------------


def letter() -> str:
    """A plan as offices write it: the letterhead and the tasks are tables."""

    def centred(*lines: str) -> str:
        return "".join(papers.paragraph(line, '<w:jc w:val="center"/>') for line in lines)

    head = [
        centred("ỦY BAN NHÂN DÂN", "TỈNH AN GIANG", "-------", "Số: 529/KH-UBND"),
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "-----", "An Giang, ngày 24 tháng 5 năm 2024"),
    ]
    grounds = (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
        "Căn cứ Quyết định số 23-QĐ/TW ngày 30/7/2021 của Bộ Chính trị ban hành Quy chế công tác dân vận của hệ thống chính trị;",
        "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 120/TTr-SNV ngày 20/5/2024,",
        "Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:",
    )
    tasks = (
        ("TT", "Nhiệm vụ", "Văn bản giao"),
        ("1", "Rà soát thủ tục hành chính theo hướng dẫn của các cơ quan có liên quan trong tỉnh",
         "Công văn số 1234/UBND-NC ngày 01/4/2024 của Ủy ban nhân dân tỉnh"),
        ("2", "Tiếp công dân", "Kế hoạch số 15/KH-UBND ngày 10/01/2024"),
    )  # fmt: skip
    title = centred("KẾ HOẠCH", "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ về công tác dân vận")
    body = "".join(papers.paragraph(line, '<w:ind w:firstLine="720"/><w:jc w:val="both"/>') for line in grounds)
    return papers.table([head]) + title + body + papers.table([[papers.paragraph(cell) for cell in row] for row in tasks])


LONGER = [CALLED.replace(", báo cáo như sau", ""), "Các cơ quan, đơn vị đã ban hành văn bản để triển khai thực hiện. " * 20 + "Xong.", "Hết."]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same text as LibreOffice writes it in each format."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("needs LibreOffice")
    folder = tmp_path_factory.mktemp("office")
    (folder / "a.docx").write_bytes(papers.word_of(LONGER, NOTES))
    (folder / "b.docx").write_bytes(papers.word(letter()))
    found = {}
    for form in ("doc", "odt", "rtf", "pdf"):
        subprocess.run(
            [office, "--headless", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--convert-to", form,
             "--outdir", str(folder), str(folder / "a.docx"), str(folder / "b.docx")],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        found[form] = (folder / f"a.{form}").read_bytes()
        found[f"letter.{form}"] = (folder / f"b.{form}").read_bytes()
    return found


@pytest.mark.parametrize("form", ["doc", "odt", "rtf", "pdf"])
def test_old_and_open_formats_keep_their_notes(converted: dict[str, bytes], form: str) -> None:
    text = read(converted[form], f"wrong-name.{'doc' if form == 'rtf' else form}")
    assert text.format == form
    assert text.text == read_docx(papers.word_of(LONGER, NOTES)).text


@pytest.mark.parametrize("form", ["doc", "odt", "rtf", "pdf"])
def test_a_letterhead_in_a_table_says_the_same_in_every_format(converted: dict[str, bytes], form: str) -> None:
    wanted = facts(read(papers.word(letter())))
    assert wanted[0] == "vn_ubnd.an-giang_ke-hoach_2024_529-kh-ubnd"
    assert len(wanted[2]) == 6
    assert facts(read(converted[f"letter.{form}"])) == wanted


def test_without_libreoffice_antiword_reads_old_word(
    converted: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    antiword = shutil.which("antiword")
    if antiword is None:
        pytest.skip("needs antiword")
    (tmp_path / "antiword").symlink_to(antiword)
    monkeypatch.setenv("PATH", str(tmp_path))
    text = read_office(converted["doc"], "doc").text
    assert "Chỉ thị số 33/CT-TTg" in text
    assert "Kế hoạch số 41/KH-UBND ngày 22/02/2022" in text
