"""The samples and their gold: exact, consistent, rich enough for the demo, and nobody else's sentences."""

from __future__ import annotations

import gzip
import html
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.evaluate import Score, evaluate
from kg.gold import load_gold
from kg.models import PREDICATES
from kg.pairing import fold, number_key

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "data" / "samples"
GOLD = load_gold(ROOT / "data" / "gold")
SHARED = Path(__file__).parents[2] / "shared"
RUN = 12
"""So many words in a row that stand in a reference text are taken as copied."""

ids = [gold["file"] for gold in GOLD]
each_gold = pytest.mark.parametrize("gold", GOLD, ids=ids)


def visible(page: str) -> str:
    """The text of a page, roughly: enough to look for words in it."""
    body = re.sub(r"(?s)<(script|style|title)\b.*?</\1>", " ", page)
    return html.unescape(re.sub(r"<[^>]+>", " ", body))


def text_of(gold: dict[str, Any]) -> str:
    if "text" in gold:
        return str(gold["text"])
    text = (SAMPLES / gold["file"]).read_text(encoding="utf-8")
    return visible(text) if gold["file"].endswith(".html") else text


def test_each_sample_has_gold_and_each_gold_a_text() -> None:
    of_samples = {g["file"] for g in GOLD if "text" not in g}
    assert {p.name for p in SAMPLES.iterdir()} == of_samples
    assert Counter(Path(name).suffix for name in of_samples) == {".txt": 10, ".md": 3, ".html": 3}
    assert all(g["case"] for g in GOLD if "text" in g)
    assert all(g["complete"] for g in GOLD)


@each_gold
def test_offsets_cut_out_exactly_the_mention(gold: dict[str, Any]) -> None:
    text = text_of(gold)
    for m in gold["mentions"]:
        if gold.get("text_of") == "reader":
            assert m["start"] is m["end"] is None
            assert m["text"] in " ".join(text.split())
        else:
            assert text[m["start"] : m["end"]] == m["text"]


_SLIP = re.compile(r"(?<![^\W_])(?:[\dl]*\d[\dl]*|(?<=/)l{1,2}(?=/))(?![^\W_])")
_SHORT = re.compile(r"\D*\d+[a-z]?(?:\s*/\s*\d{4})?")


def repaired(text: str) -> str:
    """The text with the letter l read as the figure 1 where text recognition put it among figures: l6/l0/20l7.

    The slash before a year is another such l: 20l2021/TT-BYT; the letter O beside a figure is a nought: 09/2O15/QĐ-TTg.
    "T.Ư", as the press writes, is TW.
    """
    text = re.sub(r"\n {20,}\d{1,3}\n", "", text)  # the number of a page
    text = re.sub(r"(?<=\d)l(?=20\d\d/)", "/", text)
    text = re.sub(r"(?<=\d)O(?=[\d/-])|(?<=\s)O(?=\d/)", "0", text)
    return _SLIP.sub(lambda m: m[0].replace("l", "1"), text).replace("/T.Ư", "/TW")


def is_short_form(text: str, number: str) -> bool:
    """Whether a mention prints only the first figures of its number: "Nghị quyết 18", "QĐ 17, 18", "TT 03 năm 2011"."""
    if re.fullmatch(r"Nghị quyết Trung ương \d+(?: khóa [IVX]+)?", text):  # a session passes several
        return number.endswith("-NQ/TW")
    if year := re.fullmatch(r"\D+ năm (\d{4})", text):  # "Nghị định năm 2023 nói trên"
        return f"/{year[1]}/" in number
    text = re.sub(r"\s+năm\s+(\d{4})$", lambda m: "" if f"/{m[1]}/" in number else m[0], text)
    figures = re.findall(r"\d+", text)
    return bool(_SHORT.fullmatch(text)) and figures == re.findall(r"\d+", number)[: len(figures)]


def is_law_of_a_year(text: str, number: str) -> bool:
    """Whether a law that the text also cites by its number is named by title and year."""
    m = re.fullmatch(r"(?:Luật|Bộ luật|Pháp lệnh|B?L[A-ZĐ]{1,6})\D*?\s(\d{4})", text, re.IGNORECASE)
    return m is not None and f"/{m[1]}/" in number


def test_damage_and_short_forms() -> None:
    assert repaired("20l2021/TT-BYT") == "20/2021/TT-BYT"
    assert repaired("ngày l6/l0/20l7, 24/ll/2016, một lần/lớp") == "ngày 16/10/2017, 24/11/2016, một lần/lớp"
    assert is_short_form("Nghị quyết 18", "18-NQ/TW")
    assert is_short_form("Nghị quyết Trung ương 5", "15-NQ/TW")
    assert not is_short_form("Nghị quyết Trung ương 5 khóa XII", "15-KL/TW")
    assert is_short_form("Thông tư 03 năm 2011", "03/2011/TT-BCA")
    assert not is_short_form("Thông tư 03 năm 2012", "03/2011/TT-BCA")
    assert is_short_form("Thông tư liên tịch số 04/\n2018", "04/2018/TTLT-BCA-BQP")
    assert not is_short_form("Nghị quyết 18", "19-NQ/TW")
    assert not is_short_form("Quyết định số 17/QĐ-UB", "17/QĐ-UBND")
    assert is_law_of_a_year("Luật BHXH năm 2014", "58/2014/QH13")
    assert not is_law_of_a_year("Luật BHXH năm 2014", "41/2024/QH15")


@each_gold
def test_the_number_is_the_one_printed(gold: dict[str, Any]) -> None:
    """The whole number, or a short form without its letters; text recognition may have read a 1 as l.

    Short forms come with and without "số" ("Chỉ thị 39", "Chi thi so 40" without marks), and with the year. Whether
    the restored number is right, is seen from another mention of the same document.
    """
    for m in gold["mentions"]:
        if m["number"] is None:
            assert not re.search(r"\d/|/\d|\d-[A-ZĐ]", m["text"])
        elif m.get("kind") == "back":
            assert not re.search(r"\d", re.sub(r"năm \d{4}", "", m["text"]))
        else:
            text = re.sub(r"\s+(?:n[êe]u|n[óo]i) tr[êe]n$", "", repaired(m["text"]))
            whole = str(number_key(text)).endswith(str(number_key(m["number"])))
            assert whole or is_short_form(text, m["number"]) or is_law_of_a_year(text, m["number"]), m


@each_gold
def test_slugs_and_dates_have_their_form(gold: dict[str, Any]) -> None:
    for row in (gold["document"], *gold["mentions"]):
        assert row["type"] is None or re.fullmatch(r"[a-z]+(-[a-z]+)*", row["type"])
        assert row["issuer"] is None or re.fullmatch(r"[a-z]+(-[a-z\d]+)*(\+[a-z]+(-[a-z\d]+)*)*", row["issuer"])
        assert row["date"] is None or re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", row["date"])


@each_gold
def test_a_date_is_told_by_the_text_or_the_number(gold: dict[str, Any]) -> None:
    """A year stands in the number, in or after any mention of the document; a day is printed in the text.

    A date stated once counts for every mention: the "BLTTDS" of a judgment has the year of "Bộ luật Tố tụng dân sự
    năm 2015". Headings print dates in capitals, text recognition reads a 1 as l, and a day without a year stands
    behind the mention or before it ("Ngày 09/4, Ủy ban nhân dân tỉnh ban hành Kế hoạch số …").
    """
    text = repaired(text_of(gold))
    for m in gold["mentions"]:
        if m["date"] is None:
            continue
        year, *rest = m["date"].split("-")
        if not rest:
            words = [other["text"] for other in gold["mentions"] if identity(other) == identity(m)]
            after = re.search(re.escape(m["text"]) + rf"(?:\s+và\s+\d[^\s.;]{{4,20}})?,?\s+(?:năm\s+|tháng\s+\d{{1,2}}/){year}\b", text)
            assert f"/{year}" in (m["number"] or "") or after or any(year in word for word in words), m
            continue
        month, day = map(int, rest)
        year = rf"(?:{year}|{year[2:]}(?!\d))" if year < "2000" else year  # "8/11/86"
        full = rf"0?{day}\s*[/.-]\s*0?{month}\s*[/.-]\s*{year}|0?{day}\s+th[aáảã]ng\s+(?:\d\s+)?0?{month}\s+n[aă]m\s+{year}"
        told = re.search(rf"(?<!\d)(?:{full})(?!\d)", text, re.IGNORECASE)
        short, name = rf"(?:ngày|,|và)\s+0?{day}/0?{month}(?![/\d])", re.escape(m["text"])
        without_year = re.search(rf"{name}[^.;\n]*{short}|{short}[^.;\n]*{name}", text, re.IGNORECASE)
        assert told or (without_year and re.search(year, text)), m


@each_gold
def test_every_link_ends_at_the_document_or_a_mention(gold: dict[str, Any]) -> None:
    """At a number, or at a name; a name that the text breaks over two lines is given on one."""
    numbers = {number_key(m["number"]) for m in gold["mentions"] if m["number"]}
    names = {name for m in gold["mentions"] if not m["number"] for name in (m["text"], " ".join(m["text"].split()))}
    numbers.add(number_key(gold["document"]["number"]))
    for link in (*gold["relations"], *gold.get("allowed", []), *gold["never"]):
        for end in (link["subject"], link["object"]):
            assert end == "this" or end in names or number_key(end.split("@")[0]) in numbers, end


def pick(gold: dict[str, Any], end: str) -> tuple[str, ...]:
    """An id for the document at an end of a link: what gold calls it, or number, date and issuer, or the name."""
    for m in gold["mentions"]:
        if m.get("target") == end:
            return identity(m)
    name, _, mark = end.partition("@")
    if end == "this" or (not mark and number_key(name) == number_key(gold["document"]["number"])):
        return ("this",)
    for m in gold["mentions"]:
        same = m["text"] == name if m["number"] is None else number_key(m["number"]) == number_key(name)
        if same and (not mark or m["issuer"] == mark or str(m["date"]).startswith(mark)):
            return identity(m)
    raise AssertionError(end)


def identity(m: dict[str, Any]) -> tuple[str, ...]:
    if m.get("target"):
        return (m["target"],)
    return (m["number"], str(m["date"]), str(m["issuer"])) if m["number"] else (fold(m["text"]),)


def answer(gold: dict[str, Any]) -> dict[str, Any]:
    """The output that says exactly what gold says."""
    me, documents = gold["document"], {}
    mentions = []
    for m in gold["mentions"]:
        own = m["number"] and number_key(m["number"]) == number_key(me["number"]) and m["date"] == me["date"]
        id = "|".join(("this",) if own else identity(m))
        mentions.append({**m, "target": id, "pinpoint": next(iter(m.get("pinpoints", ())), None)})
        if not own:
            documents[id] = {"id": id, "number": m["number"] or m.get("resolves"), "title": m["text"]}
    links = [
        {**r, "subject": "|".join(pick(gold, r["subject"])), "object": "|".join(pick(gold, r["object"]))}
        for r in gold["relations"]
    ]
    conflicts = [
        {**c, "target": next(i for i, d in documents.items() if d["number"] == c["number"])}
        for c in gold["conflicts"]
    ]
    return {"source": gold["file"], "document": {**me, "id": "this"}, "mentions": mentions,
            "documents": list(documents.values()), "relations": links, "conflicts": conflicts}  # fmt: skip


@each_gold
def test_gold_agrees_with_itself(gold: dict[str, Any]) -> None:
    report = evaluate([answer(gold)], [gold])
    assert report.misses == []
    assert report.score("relation") == Score(right=len(gold["relations"]))


def known_dates() -> dict[tuple[str, str, str], set[str]]:
    dates = defaultdict(set)
    for gold in GOLD:
        for row in (gold["document"], *gold["mentions"]):
            if row["number"] and len(row["date"] or "") == 10:
                dates[row["type"], row["number"], row["issuer"]].add(row["date"])
    return dates


# One number, two documents: State series without the year begin anew each year, Party series each term.
SEVERAL = """
33/CT-TTg 31/CT-TTg 18/CT-TTg 214/TTr-UBND 16/CT-TTg 10/CT-TTg 12/CT-TTg 17/CT-TTg 26/CT-TTg 86/CĐ-TTg 76/KH-UBND 01/NQ-CP 02/NQ-CP 71/NQ-CP
18-NQ/TW 19-NQ/TW 25-NQ/TW 18-CT/TW 23-CT/TW 26-NQ/TW 27-NQ/TW 28-NQ/TW 35-CT/TW 39-CT/TW 61-KL/TW
20-NQ/TW 24-NQ/TW 12-HD/BTCTW 111/HĐBT 245/QĐ-UB 01/CT-VKSTC 39-NQ/TW 29-NQ/TW 132-QĐ/TW 137-QĐ/TW 117/NQ-CP 26/NQ-CP
188/KH-UBND 13-CT/TW 41/KH-UBND 118/KH-UBND 76-KL/TW 31-HD/BTCTW 102/KH-UBND 211/QĐ-TTg 59-NQ/TW 87/CP 95/KH-UBND 612/BC-UBND 08/TT-LB
08-NQ/TW 10-CT/TW 11/CT-TTg 15-NQ/TW 20/CT-TTg 22-CT/TW 318/QĐ-TTg 45-KH/TU 512/KH-UBND 55/KH-UBND 598/TTr-CP 82/NQ-CP
06-NQ/TW 17-BYT/TT 1705/QĐ-TTg 32-CT/TW 41-NQ/TW
09/CT-UBND 42-CT/TW 428/QĐ-TTg 512/QĐ-TTg 76/NQ-CP 84/NQ-CP
03-HD/UBKTTU 07/CT-TTg 07/CĐ-UBND 09/BC-ĐTT 11-NQ/TW 138/NQ-CP 139/NQ-CP 144/NQ-CP 15/KH-UBND 1600/QĐ-TTg 168/NQ-CP 1873/QĐ-UBND 19/CT-TTg 215/KH-UBND 2214/QĐ-UBND 23/CT-TTg 241/TB-VPCP 27-HD/BTCTW 38/CT-TTg 401/QĐ-TTg 45/KH-ĐCT 512/QĐ-UBND 5127/KH-UBND 553/QĐ-TTg 612/TTr-STNMT 63/NQ-CP 655/QĐ-UBND 66/NQ-CP 68/NQ-CP 72-HD/BDVTW 92/TTr-UBND 96/QĐ-BGTVT 977/QĐ-TTg
02/CT-TTg 05-HD/BTCTU 05/BC-ĐTTr 05/CT-TTg 07-HD/UBKTTU 08/CT-BCT 09-HD/BTCTU 09-NQ/TW 09/KH-BTV 105/NQ-CP 12/NQ-HĐND 14-HD/BTCTU 1452/QĐ-TTg 1463/QĐ-TTg 18-KL/TW 21-NQ/TW 21874/CTBDU-TTHT 27-NQ/TU 27/KH-UBND 28/CP 31/CĐ-TTg 31/KH-UBND 34/CT-TTg 38/KH-UBND 412/KH-UBND 47/CĐ-TTg 512-CV/UBKTTU 523/QĐ-TTg 88/QĐ-UBND 88/TTr-STP 97/NQ-CP
03/CT-UBND 07/CT-UBND 09/HD-ĐCT 214/KH-UBND
03/BC-ĐTTr 10-NQ/TU 10-NQ/TW 1120/QĐ-UBND 1133/QĐ-TTg 21/VBHN-BTC 44/NQ-CP 50/CP 512/TTr-STNMT 58/NQ-HĐND 61-KH/TU 877-CV/TU
01-QC/TU 01/VBHN-VPQH 07/VBHN-BNV 10-KH/TW 12-KH/TU 133/TTr-SNN 28-CTr/TU 301/KH-UBND 342/QĐ-TTg 38-HD/BTCTW 398/TTr-UBND 41/NQ-HĐND 45/CT-TTg 45/NQ-CP 46-NQ/TW 5120/TTr-UBND 52/KH-UBND 546/QĐ-TTg 58/KH-UBND 61/KH-UBND 62-CTr/TU 71/KH-BVĐK 96/TTr-STC
05/BC-ĐTT 1287/QĐ-TTg 1420/QĐ-UBND 1487/QĐ-UBND 2310/QĐ-UBND 45/KH-BTV 45/KH-UBND
11/HD-MTTQ-BTT 125/CĐ-TTg 131/KH-UBND 214/QĐ-UBND
05/VBHN-BNV 08-NQ/TU 24-CTr/TU 50-CT/TW 71/CĐ-TTg 88/KH-UBND 96/QĐ-EVN
"""


def test_a_document_has_one_date_in_all_gold() -> None:
    several = {key: dates for key, dates in known_dates().items() if len(dates) > 1}
    assert {number for _, number, _ in several} == set(SEVERAL.split())
    for dates in several.values():
        assert len({date[:4] for date in dates}) == len(dates)


@each_gold
def test_no_document_acts_on_a_younger_one(gold: dict[str, Any]) -> None:
    dates = {"this": gold["document"]["date"]}
    dates |= {"|".join(identity(m)): m["date"] for m in gold["mentions"]}
    for r in gold["relations"]:
        subject, object_ = (dates["|".join(pick(gold, r[end]))] for end in ("subject", "object"))
        if subject and object_:
            assert subject[: len(object_)] >= object_[: len(subject)], r


def corpus() -> dict[str, dict[str, Any]]:
    """The links of the samples: (number, year, issuer) of subject and object, with the types."""
    types: dict[str, str] = {}
    links = defaultdict(set)
    for gold in GOLD:
        if "text" in gold:
            continue
        me = gold["document"]
        name = {"this": f"{me['number']} {str(me['date'])[:4]} {me['issuer']}"}
        types[name["this"]] = me["type"]
        for m in gold["mentions"]:
            key = f"{m['number']} {str(m['date'])[:4]} {m['issuer']}"
            name["|".join(identity(m))] = key
            types.setdefault(key, m["type"])
        for r in gold["relations"]:
            if r["predicate"] == "implements":
                ends = [name["|".join(pick(gold, r[end]))] for end in ("subject", "object")]
                links[ends[1]].add(ends[0])
    return {key: {"type": types[key], "by": sorted(links.get(key, ()))} for key in types}


def test_the_question_of_the_demo_has_a_rich_answer() -> None:
    graph = corpus()
    directive = "33/CT-TTg 2021 thu-tuong-chinh-phu"

    def plans(rows: list[str]) -> set[str]:
        return {row for row in rows if graph[row]["type"] == "ke-hoach"}

    direct = plans(graph[directive]["by"])
    reached, todo = set[str](), [directive]
    while todo:
        fresh = [row for row in graph[todo.pop()]["by"] if row not in reached]
        reached.update(fresh)
        todo += fresh

    def levels(name: str) -> int:
        return 1 + max((levels(row) for row in graph[name]["by"]), default=0)

    assert {"41/KH-UBND", "1126/KH-UBND", "76/KH-UBND"} <= {row.split()[0] for row in direct}
    assert len(direct) >= 5
    assert len(plans(sorted(reached)) - direct) >= 4
    assert {row.split()[2].rsplit("-tinh-")[-1] for row in direct} >= {"yen-bai", "quang-nam"}
    assert not any(row.startswith("5518/") for row in reached)
    resolution = "25-NQ/TW 2013 ban-chap-hanh-trung-uong"
    assert directive in graph[resolution]["by"]
    assert levels(resolution) == 5


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda p: p.name)
def test_a_sample_is_plain_vietnamese_of_a_page_or_two(path: Path) -> None:
    raw = path.read_bytes()
    text = raw.decode("utf-8")
    assert text == unicodedata.normalize("NFC", text)
    assert not raw.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in raw
    assert "⟦" not in text
    words = (visible(text) if path.suffix == ".html" else text).split()
    assert 400 <= len(words) <= 1500
    assert re.search(r"Nơi nhận:|</html>", text)


def hard_cases() -> list[tuple[str, str, str]]:
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    part = readme.split("## Hard cases")[1].split("\n## ")[0]
    rows = re.findall(r"(?m)^\| `(\d\d)` \| (.+?) \| `(.+?)` \|$", part)
    assert len(rows) == part.count("\n| `")
    return rows


@pytest.mark.parametrize(("number", "case", "words"), hard_cases())
def test_every_hard_case_of_the_readme_is_there(number: str, case: str, words: str) -> None:
    (path,) = SAMPLES.glob(f"{number}_*")
    assert words.replace("⏎", "\n") in path.read_text(encoding="utf-8"), case


def test_the_readme_knows_every_sample() -> None:
    readme = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert [p.name for p in SAMPLES.iterdir() if f"| `{p.name}` |" not in readme] == []
    assert {p.name[:2] for p in SAMPLES.iterdir()} == {number for number, _, _ in hard_cases()}


def test_the_short_texts_for_development_use_every_predicate() -> None:
    used = {r["predicate"] for g in GOLD if g["file"].startswith("d") for r in g["relations"]}
    assert used == set(PREDICATES) - {"cites"}


# What everybody writes alike: titles of real documents, names of bodies, set phrases of the layout.
SET_PHRASES = """
cộng hòa xã hội chủ nghĩa việt nam
tiếp tục tăng cường và đổi mới công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp
quy chế công tác dân vận của hệ thống chính trị
chương trình tổng thể cải cách hành chính nhà nước
chương trình mục tiêu quốc gia phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số và miền núi
quy định chi tiết và biện pháp thi hành
pháp lệnh ưu đãi người có công với cách mạng
quy định chi tiết một số điều của
quy định chi tiết thi hành một số điều của
hướng dẫn thi hành một số điều của
luật tổ chức chính phủ
luật tổ chức chính quyền địa phương
nghị quyết đại hội đại biểu toàn quốc lần thứ
ban chấp hành trung ương
mặt trận tổ quốc
ban dân vận tỉnh ủy
bộ nông nghiệp và phát triển nông thôn
bộ trưởng bộ nội vụ
của bộ chính trị về tiếp tục thực hiện
được sửa đổi, bổ sung
xét đề nghị của giám đốc sở nội vụ tại tờ trình
quy định chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của
quy định về tổ chức, hoạt động và quản lý hội
quy định tổ chức các cơ quan chuyên môn thuộc ủy ban nhân dân
hiệu lực thi hành 1 nghị định này có hiệu lực
hiệu lực thi hành 1 thông tư này có hiệu lực
luật sửa đổi, bổ sung một số điều của
luật ban hành văn bản quy phạm pháp luật
luật tổ chức hội đồng nhân dân và ủy ban nhân dân
các văn bản sau đây hết hiệu lực
những quy định chung
thi hành quyết định này
quyết định này có hiệu lực kể từ ngày ký
hết hiệu lực kể từ ngày
hiệu lực thi hành 1 luật này có hiệu lực
ban hành kèm theo quyết định này
cộng hoà xã hội chủ nghĩa việt nam
sửa đổi, bổ sung một số điều của
bãi bỏ một số văn bản quy phạm pháp luật
đề nghị của giám đốc sở nội vụ tại tờ trình
quy định chi tiết một số điều và biện pháp thi hành
các bộ, cơ quan ngang bộ, cơ quan thuộc chính phủ
ủy ban nhân dân các tỉnh, thành phố trực thuộc trung ương
ủy ban thường vụ quốc hội
viện kiểm sát nhân dân tối cao
tòa án nhân dân tối cao
bộ lao động - thương binh và xã hội
bộ giáo dục và đào tạo
bộ khoa học và công nghệ
bộ văn hóa, thể thao và du lịch
bộ trưởng bộ công thương
thống đốc ngân hàng nhà nước việt nam
vụ trưởng vụ tín dụng các ngành kinh tế
phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số
học tập và làm theo tư tưởng, đạo đức, phong cách hồ chí minh
công tác kiểm tra, giám sát và kỷ luật của đảng
kiểm điểm và đánh giá, xếp loại chất lượng hằng năm đối với
xây dựng và hoàn thiện nhà nước pháp quyền xã hội chủ nghĩa
chương trình mục tiêu quốc gia giảm nghèo bền vững giai đoạn
quy định chuẩn nghèo đa chiều giai đoạn
quy định mức thu, chế độ thu, nộp, quản lý và sử dụng phí
hướng dẫn việc in, phát hành, quản lý và sử dụng các loại chứng từ thu tiền phí, lệ phí
xử phạt vi phạm hành chính đối với hành vi cản trở hoạt động tố tụng
quy định xử phạt vi phạm hành chính trong lĩnh vực
cơ chế tự chủ, tự chịu trách nhiệm của tổ chức khoa học và công nghệ công lập
quy định mức lương tối thiểu đối với người lao động làm việc theo hợp đồng lao động
giao đất lâm nghiệp cho tổ chức, hộ gia đình, cá nhân sử dụng ổn định, lâu dài vào mục đích lâm nghiệp
về thủ tục hải quan, kiểm tra, giám sát, kiểm soát hải quan
ban hành quy chế làm việc của chính phủ
về tín dụng đối với học sinh, sinh viên
về thí điểm một số cơ chế, chính sách đặc thù phát triển
quy định chế độ công tác phí, chế độ chi hội nghị
quy định chi tiết một số nội dung về quản lý dự án đầu tư xây dựng
luật quản lý, sử dụng vũ khí, vật liệu nổ và công cụ hỗ trợ
về tiêu chuẩn của đơn vị hành chính và phân loại đơn vị hành chính
về việc sắp xếp các đơn vị hành chính cấp huyện, cấp xã
thực hiện cơ chế một cửa, một cửa liên thông
quy định các giới hạn, tỷ lệ bảo đảm an toàn trong hoạt động của ngân hàng
về chuyển doanh nghiệp 100% vốn nhà nước thành công ty cổ phần
quy định về tuyển dụng, sử dụng và quản lý công chức
nghị định này có hiệu lực thi hành
được áp dụng cho đến khi có văn bản thay thế
thông tư liên tịch này có hiệu lực thi hành
quyết định này có hiệu lực thi hành kể từ ngày ký
thực hiện nhiệm vụ, quyền hạn quy định tại khoản
về vị trí việc làm và biên chế công chức
quy định phân quyền, phân cấp trong lĩnh vực nông nghiệp và môi trường
về một số cơ chế, chính sách đặc biệt phát triển kinh tế tư nhân
thủ trưởng các cơ quan liên quan chịu trách nhiệm
về kiểm tra, rà soát, hệ thống hóa và xử lý văn bản quy phạm pháp luật
văn bản quy phạm pháp luật của hội đồng nhân dân, ủy ban nhân dân
tm. ủy ban nhân dân kt. chủ tịch phó chủ tịch
qua cổng dịch vụ công quốc gia
về xử phạt vi phạm hành chính trong lĩnh vực đất đai
của luật phòng cháy, chữa cháy và cứu nạn, cứu hộ
của chính phủ quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực
phổ cập giáo dục mầm non cho trẻ em từ 3 đến 5 tuổi
nâng cao chất lượng, hiệu quả việc xây dựng và thực hiện quy chế dân chủ ở cơ sở
các nghị định trong lĩnh vực hộ tịch, quốc tịch, chứng thực
theo đề nghị của bộ trưởng bộ tư pháp
về cấp bản sao từ sổ gốc, chứng thực bản sao từ bản chính, chứng thực chữ ký và chứng thực hợp đồng, giao dịch
thủ trưởng cơ quan thuộc chính phủ, chủ tịch ủy ban nhân dân tỉnh, thành phố
chịu trách nhiệm thi hành nghị định này
sửa đổi, bổ sung khoản 1 điều 2 như sau
tm. chính phủ kt. thủ tướng phó thủ tướng
quy định chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội
trong quá trình thực hiện, nếu có vướng mắc, đề nghị các
quy định phí bảo vệ môi trường đối với
phạm vi điều chỉnh và đối tượng áp dụng 1
theo đề nghị của tổng cục trưởng tổng cục
các tổ chức, cá nhân có liên quan chịu trách nhiệm
phạm vi điều chỉnh thông tư này quy định
thông tư này có hiệu lực thi hành kể từ ngày
về chính sách, chế độ đối với cán bộ, công chức, viên chức, người lao động và lực lượng vũ trang trong thực hiện sắp xếp tổ chức bộ máy của hệ thống chính trị
thi hành luật phòng cháy, chữa cháy và cứu nạn, cứu hộ
vi phạm hành chính về phòng cháy, chữa cháy
các bộ trưởng, thủ trưởng cơ quan ngang bộ
thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông tại bộ phận một cửa và cổng dịch vụ công quốc gia
các nghị định liên quan đến kiểm soát thủ tục hành chính
quyết định này có hiệu lực thi hành kể từ ngày
các đơn vị thuộc ngân hàng nhà nước
luật hoạt động giám sát của quốc hội và hội đồng nhân dân
cơ chế quản lý, tổ chức thực hiện các chương trình mục tiêu quốc gia
quy định nguyên tắc, tiêu chí, định mức phân bổ vốn ngân sách
cơ chế một cửa, cơ chế một cửa liên thông
và miền núi giai đoạn 2021 - 2030, giai đoạn i: từ năm 2021 đến năm 2025
phòng cháy, chữa cháy và cứu nạn, cứu hộ
quy chế dân chủ ở cơ sở
các cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm
quy định chung điều 1. phạm vi điều chỉnh
xử lý vi phạm hành chính về cai nghiện ma túy và quản lý sau cai nghiện ma túy
luật lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở
tham gia bảo vệ an ninh, trật tự ở cơ sở
luật này có hiệu lực thi hành
trừ trường hợp quy định tại khoản
theo quy định của luật này
luật này được quốc hội nước
đối tượng áp dụng nghị định này áp dụng đối với
các nghị định liên quan đến điều kiện đầu tư kinh doanh thuộc lĩnh vực
chủ tịch ủy ban nhân dân tỉnh, thành phố trực thuộc trung ương
theo đề nghị của cục trưởng cục quản lý
sửa đổi, bổ sung khoản 2 điều 5 như sau
bổ sung điều 8a vào sau điều 8 như sau
sửa đổi, bổ sung điểm b khoản 1 điều 6 như sau
lệ phí thuộc thẩm quyền quyết định của hội đồng nhân dân
chính sách đối với người có uy tín trong đồng bào dân tộc thiểu số
liên quan đến điều kiện đầu tư kinh doanh thuộc phạm vi quản lý nhà nước của bộ
quyết định này có hiệu lực thi hành từ ngày
quy định tạm thời chế độ tiền lương mới của công chức, viên chức hành chính, sự nghiệp
thông tư này có hiệu lực sau 15 ngày kể từ ngày ký
về theo dõi tình hình thi hành pháp luật
thông tư hướng dẫn chế độ kế toán doanh nghiệp
hướng dẫn sửa đổi, bổ sung chế độ kế toán doanh nghiệp
phát triển kinh tế - xã hội, bảo đảm quốc phòng, an ninh
về quản lý chi phí đầu tư xây dựng
công báo; cổng ttđt chính phủ; cổng ttđt bộ
về lựa chọn nhà thầu
nghị quyết này có hiệu lực thi hành từ ngày
quy định tuyển chọn và gọi công dân nhập ngũ
quy định việc quản lý, sử dụng và khai thác tài sản kết cấu hạ tầng
về sản xuất, cung cấp và tiêu thụ nước sạch
gửi, nhận văn bản điện tử giữa các cơ quan trong hệ thống hành chính nhà nước
chương iii điều khoản thi hành
trong quá trình thực hiện, nếu có vướng mắc
kiểm tra văn bản và quản lý xử lý vi phạm hành chính
quyết định này có hiệu lực kể từ ngày
một số điều của các luật có liên quan
thông tư này có hiệu lực từ ngày
phát triển kinh tế - xã hội vùng đồng bào dân tộc thiểu số
về thực hiện dân chủ trong hoạt động của cơ quan hành chính nhà nước và đơn vị sự nghiệp công lập
quy định về hóa đơn, chứng từ
hướng dẫn thực hiện một số điều của luật quản lý thuế
về điều lệ tổ chức và hoạt động của tập đoàn điện lực việt nam
của luật xử lý vi phạm hành chính
xử phạt hành chính hoặc truy cứu trách nhiệm
chính phủ ban hành nghị định
biện pháp thi hành một số điều của luật bảo hiểm y tế
luật bảo hiểm xã hội về bảo hiểm xã hội bắt buộc
cục trưởng cục tiền lương và bảo hiểm xã hội
rà soát, hệ thống hóa
phụ lục iii, phụ lục iv ban hành kèm theo thông tư
luật hàng không dân dụng việt nam
hợp đồng hợp tác kinh doanh
điều 1. phạm vi điều chỉnh
về quản lý dự án đầu tư xây dựng
có hiệu lực sau 15 ngày kể từ ngày ký
mũ bảo hiểm cho người đi mô tô, xe máy
cơ chế đặc biệt xử lý khó khăn, vướng mắc
ban hành kèm theo nghị quyết này
cơ cấu tổ chức của bộ nội vụ
chương trình quốc gia về sử dụng năng lượng tiết kiệm và hiệu quả
phát triển và quản lý nhà ở xã hội
bổ sung khoản 4 vào sau khoản 3
hiệu lực thi hành 1. quyết định này có hiệu lực
quản lý và đầu tư vốn nhà nước tại doanh nghiệp
quyết định áp dụng biện pháp khẩn cấp tạm thời
chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của bộ tài chính
văn bằng, chứng chỉ của hệ thống giáo dục quốc dân
quy định về khấu trừ thuế giá trị gia tăng đầu vào
điều 3. chánh văn phòng ubnd tỉnh, giám đốc sở nội vụ
nghị quyết này; sơ kết 03 năm việc thực hiện nghị quyết
quy định về điều kiện kinh doanh dịch vụ
trong thời hạn 07 ngày kể từ ngày nhận được quyết định
xảy ra và kết thúc trước ngày nghị định này có hiệu lực
quy định về đào tạo
trường hợp các văn bản được viện dẫn trong thông tư này
tại các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân
này áp dụng đối với cơ quan, tổ chức, cá nhân có liên quan
việt nam; bộ trưởng bộ giao thông vận tải ban hành thông tư
kiểm toán nhà nước, trong phạm vi nhiệm vụ, quyền hạn của mình
trong thời hạn 03 tháng, kể từ ngày chấm dứt hợp đồng lao động
trước ngày thông tư này có hiệu lực thì tiếp tục thực hiện theo
sau đó mới bị phát hiện hoặc đang xem xét, giải quyết thì áp dụng
về chính sách trợ giúp các đối tượng bảo trợ xã hội
luật đường bộ và điều 77 luật trật tự, an toàn giao thông đường bộ
chánh văn phòng bộ, chánh thanh tra bộ, các vụ trưởng, cục trưởng cục
hoặc thay thế thì áp dụng theo văn bản mới. điều 5. tổ chức thực hiện
bộ tài chính hướng dẫn thi hành luật thuế giá trị gia tăng và nghị định số
có chứng từ thanh toán không dùng tiền mặt đối với hàng hóa, dịch vụ mua vào
về chính sách tín dụng phục vụ phát triển nông nghiệp, nông thôn
về chính sách trợ giúp các đối tượng bảo trợ xã hội; nghị định số
quy định xử phạt vi phạm hành chính trong hoạt động thương mại, sản xuất, buôn bán hàng giả, hàng cấm và bảo vệ quyền lợi người tiêu dùng
trường hợp có quy định khác nhau về cùng một vấn đề giữa nghị quyết này với luật, nghị quyết khác của quốc hội thì áp dụng quy định của nghị quyết này
quy định tại các điểm a, b và d khoản 1 điều
khoản 2 điều 9 như sau: “2. người yêu cầu đăng ký
sửa đổi, bổ sung điểm b khoản 1 điều 33 như sau: “b
tổ chức lại, giải thể đơn vị sự nghiệp công lập. 2
về tuyển dụng, sử dụng và quản lý cán bộ, công chức
các ban, tổ đại biểu và đại biểu hội đồng nhân dân
theo quy định tại điểm a khoản 3 điều 13 nghị định
của ban bí thư trung ương đảng về nâng cao hiệu quả
chính sách, chế độ đối với cán bộ, công chức, viên chức
05 ngày làm việc, kể từ ngày nhận được yêu cầu hợp lệ
hỗ trợ tiếp cận đất đai, mặt bằng sản xuất kinh doanh
khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số
cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập
về bộ tài chính để nghiên cứu giải quyết. kt. bộ trưởng
quy định chi tiết và hướng dẫn thi hành
quy định mức thu, chế độ thu, nộp một số khoản phí, lệ phí
hướng dẫn một số nội dung về
chuyển tiếp 1. thông tư này có hiệu lực thi hành từ ngày
qua dịch vụ bưu chính hoặc trên cổng dịch vụ công quốc gia
hướng dẫn thể thức và kỹ thuật trình bày văn bản hành chính
có hiệu lực thì tiếp tục thực hiện theo quyết định phê duyệt
chi cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số
trong thời hạn 05 ngày làm việc kể từ ngày nhận được yêu cầu
trong thực hiện sắp xếp tổ chức bộ máy của hệ thống chính trị
ban nhân dân các tỉnh, thành phố, đặc khu trực thuộc trung ương
các nghị định thuộc lĩnh vực quản lý nhà nước của bộ xây dựng
và bầu cử đại biểu hội đồng nhân dân các cấp nhiệm kỳ 2026 - 2031
đã được cơ quan chuyên môn về xây dựng thông báo kết quả thẩm định
chính sách, chế độ đối với cán bộ, công chức, viên chức, người lao động
xử lý nguyên liệu, vật tư dư thừa, phế liệu, phế phẩm, máy móc, thiết bị
điều 2. đối tượng áp dụng thông tư này áp dụng đối với các cơ quan, tổ chức
về quản lý, kết nối và chia sẻ dữ liệu số của cơ quan nhà nước
quy định cơ chế tự chủ tài chính của đơn vị sự nghiệp công lập
hóa đơn điện tử khởi tạo từ máy tính tiền, có kết nối dữ liệu với cơ quan thuế
giám sát chính sách thuế, phí và lệ phí; bộ trưởng bộ tài chính ban hành thông tư
các tỉnh, thành phố trực thuộc trung ương; - sở xây dựng các tỉnh, thành phố trực thuộc trung ương
đề nghị của bộ trưởng bộ tài chính; thủ tướng chính phủ ban hành quyết định
thi hành 1. thông tư này có hiệu lực kể từ ngày
sửa đổi, bổ sung tại khoản 17 điều 1 nghị định số
về việc sửa đổi, bổ sung nghị quyết số
kể từ ngày thông tư này có hiệu lực. điều 3. điều khoản
cơ quan, tổ chức có liên quan chịu trách nhiệm thi hành
của thủ tướng chính phủ, chủ tịch ubnd tỉnh đã ban hành
đối với cán bộ, công chức, viên chức và lực lượng vũ trang
phí thẩm định hồ sơ cấp giấy chứng nhận quyền sử dụng đất
ban đại diện hội đồng quản trị ngân hàng chính sách xã hội
luật phòng, chống tác hại của thuốc lá về kinh doanh thuốc lá
vụ trưởng vụ pháp chế; bộ trưởng bộ tài chính ban hành thông tư
hưởng lương, phụ cấp trong các cơ quan, đơn vị sự nghiệp công lập
bộ tài chính để cải cách, đơn giản các thủ tục hành chính về thuế
về tín dụng đối với người nghèo và các đối tượng chính sách khác; theo
chế độ áp dụng biện pháp xử lý hành chính đưa vào cơ sở cai nghiện bắt buộc
quy hoạch phát triển điện lực quốc gia thời kỳ 2021 - 2030, tầm nhìn đến năm 2050
tỉnh, thành phố trực thuộc trung ương và ủy ban nhân dân
việc xây dựng, cập nhật, duy trì, khai thác và sử dụng
cơ quan đại diện ngoại giao, cơ quan đại diện lãnh sự
điều 5. hiệu lực thi hành 1. nghị quyết này có hiệu lực
hiệu lực thi hành 1. quy chế này có hiệu lực từ ngày ký
một số điều và biện pháp thi hành luật thủy sản, đã được
về bồi thường, hỗ trợ, tái định cư khi nhà nước thu hồi đất
để xem xét, giải quyết./. nơi nhận: - ban bí thư trung ương đảng
quy định tổ chức các cơ quan chuyên môn thuộc
xã, phường, đặc khu thuộc tỉnh, thành phố trực thuộc trung ương
quy định chế độ công tác phí, chế độ
thay thế cụm từ “xã, phường, thị trấn” bằng cụm từ “xã, phường, đặc khu
kiểm tra công tác thi hành pháp luật về xử lý vi phạm hành chính
trước ngày nghị định này có hiệu lực thì tiếp tục thực hiện theo
khóa xiii về tiếp tục xây dựng và hoàn thiện nhà nước pháp quyền
luật đấu thầu về lựa chọn nhà đầu tư thực hiện dự án đầu tư có sử dụng đất
ủy ban nhân dân xã, phường, đặc khu (sau đây gọi chung là ủy ban nhân dân cấp xã
chiến lược quốc gia phát triển kinh tế số và xã hội số đến năm 2025, định hướng đến năm 2030
theo đề nghị của vụ trưởng vụ tài chính - kinh tế ngành; bộ trưởng bộ tài chính ban hành thông tư
quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất và hệ thống thông tin đất đai
bộ trưởng bộ tài nguyên và môi trường quy định về
1. sửa đổi, bổ sung khoản 2 điều 4 như sau: “2
2. sửa đổi, bổ sung khoản 2 điều 9 như sau: “2
1. sửa đổi, bổ sung khoản 1 điều 3 như sau: “1
quy định tại các điểm a, b và c khoản 1 điều
tàu cá có chiều dài lớn nhất từ 15 mét trở lên
quy định tại khoản 3 điều 12 luật bảo hiểm y tế
bộ y tế - tài chính - lao động, thương binh và xã hội
về việc sắp xếp các đơn vị hành chính cấp xã của
1. hồ sơ đề nghị cấp giấy chứng nhận đủ điều kiện
1. nghị quyết này có hiệu lực thi hành kể từ ngày
bộ nội vụ; theo đề nghị của vụ trưởng vụ pháp chế
di sản văn hóa và thiên nhiên thế giới ở việt nam
quy định mức thu, chế độ thu, nộp, quản lý và sử dụng
nguyên tắc quy định tại khoản 1 điều 5 của luật này
tiền lương làm căn cứ đóng bảo hiểm xã hội bắt buộc
quy định xử phạt vi phạm hành chính về
huyện” bằng cụm từ “ủy ban nhân dân cấp tỉnh” tại khoản
hướng dẫn một số điều của
công tác tiếp công dân và giải quyết khiếu nại, tố cáo
điều 3. hiệu lực thi hành 1. nghị quyết này có hiệu lực
ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn
đánh giá, xếp loại chất lượng hằng năm đối với tập thể
thực hiện theo quy định của pháp luật về quy hoạch và
quy định về xử phạt vi phạm hành chính trong lĩnh vực
trừ quy định tại khoản 2 điều này. 2. quy định tại khoản
và thủ trưởng các đơn vị có liên quan chịu trách nhiệm
bộ tài chính - bộ nội vụ hướng dẫn thực hiện nghị định số
về việc sắp xếp đơn vị hành chính cấp tỉnh
bãi bỏ một số điều, khoản, điểm của các luật có liên quan
trường hợp các văn bản được dẫn chiếu tại nghị định này
được sửa đổi hoặc thay thế thì áp dụng theo văn bản mới
trường hợp các văn bản quy phạm pháp luật dẫn chiếu tại
y tế - tài chính - lao động - thương binh và xã hội hướng dẫn
của chánh văn phòng hội đồng nhân dân và ủy ban nhân dân
giai đoạn 2021 - 2030, giai đoạn i: từ năm 2021 đến năm 2025
trong phạm vi nhiệm vụ, quyền hạn của mình hướng dẫn việc
quá trình thực hiện nếu có vướng mắc, đề nghị phản ánh về
này có hiệu lực, các văn bản, quy định sau đây hết hiệu lực
theo đề nghị của vụ trưởng vụ giáo dục phổ thông; bộ trưởng
hướng dẫn thi hành nghị định số
về một số cơ chế, chính sách đặc thù thực hiện
được tiếp tục sử dụng đến hết thời hạn ghi trong giấy phép
ban nhân dân tỉnh, thành phố trực thuộc trung ương ban hành
xây dựng và tổ chức thi hành pháp luật
bộ luật lao động về điều kiện lao động và quan hệ lao động
về vị trí việc làm và cơ cấu ngạch công chức
bảo vệ quyền, lợi ích hợp pháp, chính đáng của người lao động
này được sửa đổi hoặc thay thế thì áp dụng theo văn bản mới
chánh văn phòng hội đồng nhân dân và ủy ban nhân dân, trưởng
thường trực hội đồng nhân dân, các ban của hội đồng nhân dân
bảng lương chuyên môn, nghiệp vụ ngành tòa án, ngành kiểm sát
chủ tịch ủy ban nhân dân các tỉnh, thành phố: chịu trách nhiệm
giao đất, cho thuê đất, chuyển mục đích sử dụng đất, thu hồi đất
thông tư này có hiệu lực sau 15 ngày, kể từ ngày đăng công báo
quy định chính sách phát triển giáo dục mầm non
loài thuộc danh mục loài nguy cấp, quý, hiếm được ưu tiên bảo vệ
trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị
thông tư sửa đổi, bổ sung, bãi bỏ một số quy định của thông tư số
ban nhân dân các tỉnh, thành phố trực thuộc trung ương thực hiện
quy định về điều tra cơ bản đất đai; đăng ký, cấp giấy chứng nhận
luật tổ chức tòa án nhân dân, luật tổ chức viện kiểm sát nhân dân
định mức hỗ trợ học phí đối với trẻ em mầm non, học sinh phổ thông
quy định về bồi thường, hỗ trợ, tái định cư khi nhà nước thu hồi đất
cơ quan thuộc chính phủ, chủ tịch uỷ ban nhân dân các tỉnh, thành phố
kiểm soát quyền lực, phòng, chống tham nhũng, tiêu cực trong hoạt động
hướng dẫn một số nội dung xác định và quản lý chi phí đầu tư xây dựng
chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn 2021 - 2025
quy định tiêu chuẩn, định mức sử dụng máy móc, thiết bị
theo đề nghị của cục trưởng cục thuế; bộ trưởng bộ tài chính ban hành thông tư
phê duyệt đề án phát triển giáo dục mầm non giai đoạn
phản ánh về bộ tài chính để nghiên cứu sửa đổi, bổ sung./. kt. bộ trưởng thứ trưởng
theo đề nghị của vụ trưởng vụ pháp chế; bộ trưởng bộ tài chính ban hành thông tư
quy định về kinh doanh và điều kiện kinh doanh vận tải bằng xe ô tô
hướng dẫn sử dụng thuốc trong các cơ sở y tế có giường bệnh
quy định mức hưởng trợ cấp, phụ cấp và các chế độ ưu đãi người có công với cách mạng
hội đồng dân tộc, các ủy ban của quốc hội, đoàn đại biểu quốc hội và đại biểu quốc hội
thay thế cụm từ “ủy ban nhân dân cấp huyện” bằng cụm từ “ủy ban nhân dân cấp xã” tại điểm
quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành
thay thế cụm từ “phòng giáo dục và đào tạo” bằng cụm từ “ủy ban nhân dân cấp xã” tại khoản
thay thế cụm từ “ủy ban nhân dân cấp huyện” bằng cụm từ “ủy ban nhân dân cấp xã” tại khoản
quy định về xử lý một số vấn đề liên quan đến sắp xếp tổ chức bộ máy nhà nước
quy định về quản lý, thanh toán, quyết toán dự án sử dụng vốn đầu tư công; việc
quy định chi tiết và hướng dẫn thi hành một số điều luật thuế giá trị gia tăng
điều lệ trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học
quy định chi tiết thi hành luật giao dịch điện tử về chữ ký số và dịch vụ chứng thực chữ ký số
nghị định quy định chi tiết một số điều và biện pháp để tổ chức, hướng dẫn thi hành luật hóa chất về
nhiệm vụ, giải pháp chủ yếu cải thiện môi trường kinh doanh, nâng cao năng lực cạnh tranh quốc gia năm
quy định về cán bộ, công chức cấp xã và người hoạt động không chuyên trách ở cấp xã, ở thôn, tổ dân phố
quy định về phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng; quy định chi tiết và
khi nhà nước thu hồi đất để sử dụng vào mục đích quốc phòng, an ninh, lợi ích quốc gia, lợi ích công cộng
sửa đổi một số quy định về điều kiện đầu tư kinh doanh thuộc phạm vi quản lý nhà nước của
quy định về đơn thuốc và việc kê đơn thuốc hóa dược, sinh phẩm trong điều trị ngoại trú
về chính sách đặc thù về giống, vốn và công nghệ trong phát triển nuôi trồng, khai thác dược liệu
hướng dẫn thuế giá trị gia tăng, thuế thu nhập cá nhân và quản lý thuế đối với hộ kinh doanh, cá nhân kinh doanh
về chế độ tiền lương đối với cán bộ, công chức, viên chức và lực lượng vũ trang
hướng dẫn việc lấy ý kiến cử tri về thành lập, giải thể, nhập, chia, điều chỉnh địa giới đơn vị hành chính
điều kiện kinh doanh giám định cổ vật và hành nghề bảo quản, tu bổ, phục hồi di tích lịch sử - văn hóa, danh lam thắng cảnh
hỗ trợ học phí đối với trẻ em mầm non, học sinh phổ thông, người học chương trình giáo dục phổ thông trong cơ sở giáo dục
bộ tài chính hướng dẫn thuế giá trị gia tăng, thuế thu nhập cá nhân và quản lý thuế đối với hộ kinh doanh, cá nhân kinh doanh
quy định chi tiết một số nội dung về quản lý chất lượng, thi công xây dựng và bảo trì công trình xây dựng
quy định về chính sách học phí, miễn, giảm, hỗ trợ học phí, hỗ trợ chi phí học tập và giá dịch vụ trong lĩnh vực giáo dục, đào tạo
hướng dẫn việc lập dự toán, quản lý, sử dụng và quyết toán kinh phí dành cho công tác đào tạo, bồi dưỡng cán bộ, công chức, viên chức
tỉnh, thành phố trực thuộc trung ương và ủy ban nhân dân xã, phường, đặc khu thuộc tỉnh, thành phố trực thuộc trung ương
ngày 26 tháng 01 năm 2021 của chính phủ quy định chi tiết một số nội dung về quản lý chất lượng, thi công xây dựng và bảo trì công trình xây dựng điều
quy định phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực quản lý nhà nước của bộ nông nghiệp và môi trường
quy định chế độ tiếp khách nước ngoài vào làm việc tại việt nam, chế độ chi tổ chức hội nghị, hội thảo quốc tế tại việt nam và chế độ tiếp khách trong nước
về tín dụng đối với người nghèo và các đối tượng chính sách khác; theo đề nghị của bộ trưởng bộ tài chính; thủ tướng chính phủ ban hành quyết định
quy định về điều tra cơ bản đất đai; đăng ký, cấp giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất và hệ thống thông tin đất đai
luật chứng khoán, luật kế toán, luật kiểm toán độc lập, luật ngân sách nhà nước, luật quản lý, sử dụng tài sản công, luật quản lý thuế, luật thuế thu nhập cá nhân, luật dự trữ quốc gia, luật xử lý vi phạm hành chính
cục trưởng cục thủy sản và kiểm ngư
bộ trưởng bộ nông nghiệp và môi trường
ghi, nộp báo cáo, nhật ký khai thác thủy sản
công bố cảng cá chỉ định
sửa đổi, bổ sung một số thông tư trong lĩnh vực thủy sản
tàu cá có chiều dài lớn nhất từ 12 mét trở lên
ban nhân dân tỉnh, thành phố trực thuộc trung ương
có hiệu lực từ ngày ký ban hành và thay thế
những quy định trước đây trái với nghị định này đều bãi bỏ
quy định tại phụ lục i và phụ lục ii ban hành kèm theo
có quyền kháng cáo trong thời hạn 15 ngày kể từ ngày
phạt tiền từ 20.000.000 đồng đến 30.000.000 đồng đối với hành vi
sửa đổi, bổ sung, bãi bỏ một số điều của
quy định về kinh doanh dịch vụ karaoke, dịch vụ vũ trường
thay thế cụm từ “bộ giao thông vận tải” bằng cụm từ “bộ xây dựng”
theo đề nghị của bộ trưởng bộ công an
cục kiểm tra văn bản và quản lý xử lý
phân định thẩm quyền của chính quyền địa phương 02 cấp trong lĩnh vực
chính phủ quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp
các bộ, cơ quan ngang bộ và ủy ban nhân dân cấp tỉnh
giám đốc các sở giáo dục và đào tạo chịu trách nhiệm thi hành thông tư này
sửa đổi, bổ sung một số quy định của thông tư số
về điều tra cơ bản đất đai; đăng ký, cấp giấy chứng nhận
thuộc sở hữu toàn dân do nhà nước đại diện chủ sở hữu và thống nhất quản lý
thay thế cụm từ “tòa án nhân dân cấp huyện” bằng cụm từ “tòa án nhân dân khu vực”
hướng dẫn chế độ trích lập và sử dụng các khoản dự phòng
chế độ quản lý, sử dụng và trích khấu hao tài sản cố định
chương trình mục tiêu quốc gia xây dựng nông thôn mới giai đoạn
thủ tướng chính phủ ban hành quyết định
về chính sách khuyến khích doanh nghiệp đầu tư vào nông nghiệp
1 sửa đổi bổ sung khoản 3 điều 9 như sau 3
ban chỉ huy phòng chống lụt bão và tìm kiếm cứu nạn
ban nhà nước thủ trưởng các cơ quan khác thuộc hội đồng bộ trưởng chủ tịch
bộ chỉ huy quân sự bộ chỉ huy bộ đội biên phòng
bộ luật hàng hải việt nam về quản lý hoạt động hàng hải căn cứ
cán bộ công chức cấp xã và người hoạt động không chuyên trách
căn cứ pháp lệnh phí và lệ phí ngày 28 tháng 8 năm
của bộ trưởng bộ y tế về việc ban hành quy chế
của bộ tài chính bộ tài nguyên và môi trường hướng dẫn
của bộ tài chính hướng dẫn thực hiện các quy định pháp luật về phí và lệ phí thông tư số
của chính phủ hướng dẫn thi hành luật đấu thầu và lựa chọn nhà thầu xây dựng theo luật xây dựng
của chính phủ về kiểm tra và xử lý văn bản quy phạm pháp luật
của chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa một cửa liên thông
của quốc hội về thí điểm một số cơ chế chính sách đặc biệt
hoạt động của ban thanh tra nhân dân ban giám sát đầu tư
hội đồng dân tộc các ủy ban của quốc hội đoàn đại biểu quốc hội
không phân biệt đã thu được tiền hay chưa thu được tiền
ngày làm việc kể từ ngày nhận đủ hồ sơ cơ quan có thẩm quyền
như sau 3 trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ
phát triển kinh tế xã hội vì lợi ích quốc gia công cộng theo
quy chế làm việc của ban chỉ đạo cải cách hành chính
quy định chức năng nhiệm vụ quyền hạn và tổ chức bộ máy của bệnh viện
quy định về tổ chức và hoạt động của hội đồng thuốc và điều trị trong bệnh viện
quá trình thực hiện nếu có khó khăn vướng mắc đề nghị các
thi hành luật sử dụng năng lượng tiết kiệm và hiệu quả
thực hiện theo quy chế ban hành kèm theo quyết định số
trong phạm vi nhiệm vụ quyền hạn của mình giám sát việc thực hiện nghị quyết này
văn bản quy phạm pháp luật do hội đồng nhân dân ủy ban nhân dân
đến năm 2030 tầm nhìn đến năm 2045 căn cứ nghị định số
đề nghị của cục trưởng cục an toàn bức xạ và hạt nhân
để khôi phục sản xuất vùng bị thiệt hại do thiên tai
định này có hiệu lực sau 15 ngày kể từ ngày đăng công báo
định về kinh doanh và điều kiện kinh doanh vận tải bằng xe ô tô
đủ hồ sơ cơ quan có thẩm quyền quy định tại khoản
15 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ
2 phạt tiền từ 30 000 000 đồng đến 40 000 000 đồng đối với hành vi
báo cáo đánh giá tác động môi trường đã được phê duyệt
bộ tư pháp quy định chi tiết thi hành nghị định số
chịu trách nhiệm thi hành nghị quyết này nơi nhận ban bí thư trung ương đảng
của chính phủ quy định về điều kiện kinh doanh hàng miễn thuế kho bãi địa điểm làm thủ tục hải quan tập kết kiểm tra giám sát hải quan
của chính phủ về chức danh số lượng một số chế độ chính sách đối với cán bộ công chức ở xã phường thị trấn và những người hoạt động không chuyên trách ở cấp xã
của chính phủ về quản lý cung cấp sử dụng dịch vụ internet và thông tin trên mạng
của pháp lệnh khai thác và bảo vệ công trình thủy lợi đối với
của thủ tướng chính phủ về việc phê duyệt chiến lược phát triển
giải quyết tố giác tin báo về tội phạm kiến nghị khởi tố
hội đồng phối hợp phổ biến giáo dục pháp luật trung ương
khi nhà nước thu hồi đất để sử dụng vào mục đích quốc phòng an ninh lợi ích quốc gia lợi
khóa xi về tăng cường và đổi mới sự lãnh đạo của đảng đối với công tác dân vận trong tình hình mới
nghị quyết này có hiệu lực thi hành kể từ ngày ký
này có hiệu lực thi hành kể từ ngày ký điều 3
phê duyệt danh mục nguồn nước phải lập hành lang bảo vệ
phương pháp tính mức thu tiền cấp quyền khai thác tài nguyên nước
quy chuẩn kỹ thuật quốc gia về nước thải công nghiệp ban hành kèm theo thông tư số
quy định chi tiết thi hành luật thuế giá trị gia tăng
quy định chi tiết thi hành luật thuế thu nhập doanh nghiệp
quy định chi tiết về bồi thường hỗ trợ tái định cư
sản phẩm xử lý môi trường nuôi trồng thủy sản căn cứ luật
sửa đổi bổ sung điều 6 và phụ lục 4 về danh mục ngành nghề đầu tư kinh doanh có điều kiện của luật đầu tư
thủy sản thức ăn thủy sản sản phẩm xử lý môi trường
thức ăn thủy sản sản phẩm xử lý môi trường nuôi trồng thủy sản
trong thời kỳ đẩy mạnh công nghiệp hóa hiện đại hóa đất nước
tài chính lao động thương binh và xã hội hướng dẫn thực hiện nghị định
về bồi thường hỗ trợ và tái định cư khi nhà nước thu hồi đất
điều 2 điều khoản thi hành 1 quyết định này có hiệu lực
định phân công trách nhiệm quản lý nhà nước về chất lượng hàng
định xử phạt vi phạm hành chính trong lĩnh vực bảo vệ môi trường
1 sửa đổi bổ sung khoản 2 điều 3 như sau 2
bằng phụ lục i phụ lục ii ban hành kèm theo thông tư này điều 3
bộ thông tin và truyền thông theo đề nghị của vụ trưởng vụ
bộ trưởng bộ thông tin và truyền thông ban hành thông tư
chính phủ về chính sách khuyến khích phát triển hợp tác liên kết
cục thú y bằng cụm từ cơ quan quản lý chuyên ngành thú y
của bộ trưởng bộ thông tin và truyền thông quy định về
của bộ trưởng bộ thông tin và truyền thông sửa đổi bổ sung
của chính phủ quy định chi tiết phạm vi địa bàn hoạt động hải quan
của chính phủ quy định chi tiết thi hành một số nội dung của luật bưu chính
của chính phủ quy định chính sách cho trẻ em nhà trẻ học sinh học viên ở vùng đồng bào dân tộc thiểu số và miền núi
của chính phủ quy định về chế độ báo cáo của cơ quan hành chính nhà nước theo đề nghị của
của chính phủ quy định điều kiện kinh doanh dịch vụ đào tạo thuyền viên người lái phương tiện thủy nội địa đã
của chính phủ về xây dựng quản lý sử dụng nghĩa trang và cơ sở hỏa táng
của quốc hội đoàn đại biểu quốc hội và đại biểu quốc hội
kiểm soát nhiễm khuẩn trong các cơ sở khám bệnh chữa bệnh
nơi nhận ban bí thư trung ương đảng thủ tướng các phó thủ tướng chính phủ các bộ cơ quan ngang bộ
phân quyền phân cấp trong lĩnh vực nông nghiệp và môi trường
phương tiện có động cơ tổng công suất máy chính trên 15
phương tiện không có động cơ trọng tải toàn phần trên 15 tấn
quy định tại điểm a khoản 1 điều 6 nghị định số
trong báo cáo đánh giá tác động môi trường được phê duyệt
trong thời hạn 03 tháng kể từ ngày chấm dứt hợp đồng
và tổ chức cá nhân có liên quan chịu trách nhiệm thi hành thông tư này nơi nhận
vụ trưởng vụ pháp chế thủ trưởng các đơn vị có liên quan
000 000 đồng đến 12 000 000 đồng đối với hành vi
1 sửa đổi bổ sung bãi bỏ một số điều khoản của luật
1 thay thế cụm từ bộ tài nguyên và môi trường bằng cụm từ bộ nông nghiệp và môi trường tại điểm
2 hồ sơ đề nghị cấp giấy chứng nhận đủ điều kiện sản xuất
2 kể từ ngày thông tư này có hiệu lực các văn bản
2 phạt tiền từ 15 000 000 đồng đến 20 000 000 đồng đối với hành vi không
2 thay thế cụm từ bộ tài nguyên và môi trường bằng cụm từ bộ nông nghiệp và môi trường tại điểm
2 trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ
5 trường hợp các văn bản dẫn chiếu tại thông tư này
8 9 10 11 12 13 và 14 của thông tư này
ban hành thông tư hướng dẫn thực hiện một số điều của
biện pháp khắc phục hậu quả buộc khôi phục lại tình trạng ban đầu
báo cáo bộ tài chính để trình thủ tướng chính phủ xem xét
bình tuyển công nhận cây mẹ cây đầu dòng vườn giống cây lâm nghiệp
bảo hiểm xã hội bảo hiểm y tế bảo hiểm thất nghiệp
bệnh bộ trưởng bộ y tế ban hành thông tư quy định
bổ sung khoản 5a vào sau khoản 5 điều 9 như sau 5a
bổ sung theo quy định tại khoản 1 điều 1 thông tư số
bổ sung điều 46a vào sau điều 46 như sau điều 46a
bộ trưởng chủ tịch ủy ban nhân dân các tỉnh thành phố
bộ trưởng thủ trưởng cơ quan ngang bộ cơ quan thuộc chính phủ
bộ tài chính hướng dẫn thi hành luật thuế giá trị gia tăng
bộ tài chính sửa đổi bổ sung khổ thứ nhất khoản 3 điều 15 thông tư số
bộ tài nguyên và môi trường chủ trì phối hợp với bộ
cao nhất bằng 20 lần mức tham chiếu tại thời điểm đóng
chung không chia của hợp tác xã liên hiệp hợp tác xã
chính phủ hđnd ubnd các tỉnh thành phố trực thuộc trung ương
chính sách khuyến khích doanh nghiệp đầu tư vào nông nghiệp nông thôn
chủ trì phối hợp với ủy ban nhân dân cấp xã nơi có
chủ trương chuyển mục đích sử dụng rừng sang mục đích khác
các bộ cơ quan ngang bộ hđnd ubnd các tỉnh thành phố
các nghị định liên quan đến hoạt động kinh doanh trong lĩnh vực tài nguyên và môi trường
cơ quan tổ chức cá nhân khác có liên quan điều 3
cơ quan đơn vị phản ánh về bộ tài chính để nghiên cứu giải quyết nơi nhận
cơ sở khám bệnh chữa bệnh căn cứ luật khám bệnh chữa bệnh số
cắt giảm đơn giản hóa thủ tục hành chính liên quan đến hoạt động sản xuất kinh doanh
của bộ trưởng bộ giao thông vận tải hướng dẫn thực hiện
của bộ trưởng bộ tài chính ban hành chế độ kế toán
của bộ trưởng bộ tài chính hướng dẫn chế độ kế toán
của bộ trưởng bộ tài chính hướng dẫn chế độ quản lý
của bộ trưởng bộ tài chính về chế độ quản lý sử dụng
của bộ trưởng bộ tài chính về việc ban hành quy chế
của bộ trưởng bộ văn hóa thông tin ban hành quy chế
của bộ trưởng bộ y tế quy định về đấu thầu thuốc tại cơ sở y tế công lập
của chính phủ hướng dẫn chi tiết luật chăn nuôi nghị định
của chính phủ quy định chi tiết khoản 3 điều 37 và điều 39 của luật việc làm về trung tâm dịch vụ việc làm doanh nghiệp hoạt động dịch vụ việc làm
của chính phủ sửa đổi bổ sung một số nghị định quy định
của chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử các
của chính phủ về tín dụng đối với người nghèo và các đối tượng chính sách khác
của chính phủ về đào tạo bồi dưỡng cán bộ công chức viên chức nghị định số
của các tổ chức tín dụng căn cứ luật ngân hàng nhà nước việt nam số
của hợp tác xã liên hiệp hợp tác xã theo quy định
của quốc hội về hoạt động chất vấn tại kỳ họp thứ
của quốc hội về xử lý một số vấn đề liên quan đến sắp xếp tổ chức bộ máy nhà nước
của thủ tướng chính phủ về một số chế độ đối với người
của văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân tỉnh
dự án thuộc trường hợp quy định tại điểm b khoản 3 điều
giám sát kế toán kiểm toán bộ trưởng bộ tài chính ban hành thông tư hướng dẫn thực hiện
giám sát phản biện xã hội và góp ý xây dựng đảng
giấy phép kinh doanh vận tải đa phương thức quốc tế đã
giấy phép nhập khẩu hoặc giấy chứng nhận đăng ký lưu hành
hướng dẫn thi hành luật thuế giá trị gia tăng và nghị định số
hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên và nâng bậc lương trước thời hạn đối với cán bộ công chức viên chức
hướng dẫn về thuế giá trị gia tăng và quản lý thuế tại nghị định số
hồ sơ đã nộp trước ngày nghị định này có hiệu lực
hồ sơ đề xuất cấp độ an toàn hệ thống thông tin
ii và phụ lục iii ban hành kèm theo nghị định số
khám chữa bệnh bộ trưởng bộ y tế ban hành thông tư
không hưởng lương hưu hoặc trợ cấp bảo hiểm xã hội hằng tháng
kế hoạch và đầu tư tài chính tài nguyên và môi trường
kể từ ngày ký ban hành và thay thế quyết định số
luật bảo hiểm xã hội về trợ cấp hưu trí xã hội căn cứ
luật giao dịch điện tử về cơ sở dữ liệu quốc gia kết nối và chia sẻ dữ liệu
luật quản lý sử dụng tài sản công căn cứ nghị định số
luật trồng trọt về giống cây trồng và canh tác căn cứ
lâm nghiệp cho tổ chức hộ gia đình cá nhân sử dụng ổn định lâu dài vào mục đích lâm nghiệp
lập trước ngày thông tư này có hiệu lực thì tiếp tục thực hiện đến
lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội
một số điều và biện pháp thi hành luật thủy sản căn cứ
nghị định này quy định chi tiết khoản 4 điều 9 khoản
nguyên tắc tiêu chí và định mức phân bổ vốn đầu tư công nguồn ngân sách nhà nước giai đoạn
ngày làm việc kể từ ngày nhận đủ hồ sơ quy định tại
ngân hàng nhà nước việt nam hướng dẫn thực hiện một số
ngân hàng nhà nước việt nam theo đề nghị của vụ trưởng vụ tài chính kế toán
người hoạt động không chuyên trách ở cấp xã ở thôn tổ dân phố
người đứng đầu cấp ủy tiếp dân đối thoại trực tiếp với
này áp dụng đối với người nộp phí tổ chức thu phí và
nơi nhận ban bí thư trung ương đảng thủ tướng các phó thủ tướng chính phủ
phạt tiền từ 8 000 000 đồng đến 12 000 000 đồng đối với
phụ lục ban hành kèm theo thông tư này 3 bãi bỏ
phụ lục i phụ lục ii ban hành kèm theo nghị định này
quy định chi tiết thi hành một số điều luật chất lượng sản phẩm hàng hóa
quy định chế độ làm việc của nhà giáo giáo dục nghề nghiệp
quy định tại điểm b và điểm c khoản 5 điều 5 nghị định số
quy định về điều kiện đầu tư kinh doanh thuộc phạm vi quản lý
quyết định phê duyệt dự án đầu tư xây dựng công trình
quả công tác tiếp công dân xử lý đơn và giải quyết khiếu nại tố cáo
sáng tạo dám nghĩ dám làm dám chịu trách nhiệm vì lợi ích chung
sản bất hợp pháp không báo cáo và không theo quy định
sửa đổi bổ sung bãi bỏ một số điểm khoản điều của
sửa đổi bổ sung thay thế bãi bỏ một số quy định của
thay thế cụm từ tổng cục thủy sản bằng cụm từ cục thủy sản
thay thế phụ lục i ban hành kèm theo thông tư số
thay thế phụ lục iii ban hành kèm theo nghị định số
theo mẫu tại phụ lục i ban hành kèm theo nghị định này đến cơ quan chuyên môn
theo mẫu tại phụ lục iii ban hành kèm theo thông tư này trường hợp
theo đề nghị của cục trưởng cục di sản văn hóa bộ trưởng
theo đề nghị của giám đốc sở khoa học và công nghệ
thông tư này có hiệu lực thi hành a thông tư số
thông tư này có hiệu lực thi hành sau 15 ngày kể từ ngày đăng công báo và thay thế thông tư số
thông tư này áp dụng đối với các tổ chức tín dụng
thư viện cộng đồng thư viện tư nhân có phục vụ cộng đồng
thời kỳ 2021 2030 tầm nhìn đến năm 2050 được phê duyệt
thời kỳ đẩy mạnh công nghiệp hóa hiện đại hóa đất nước
thủ tướng các phó thủ tướng chính phủ các bộ cơ quan ngang bộ
thực hiện chiến lược quốc gia phòng chống tham nhũng tiêu cực
thực hiện tthc theo cơ chế một cửa một cửa liên thông
tiếp nhận trước ngày thông tư này có hiệu lực thi hành được
trong thời hạn 10 ngày kể từ ngày nhận được quyết định
trên cơ sở kết quả biểu quyết của các thành viên chính phủ quyết nghị điều 1
trường hợp các văn bản được dẫn chiếu tại thông tư này
trừ trường hợp tổ chức cá nhân đề nghị thực hiện theo
tỉnh phê duyệt kết quả thẩm định báo cáo đánh giá tác động môi trường của dự án
tỉnh và các tổ chức cá nhân liên quan chịu trách nhiệm
tổ chức thu phí được để lại 90 số tiền phí thu được để
tổng giám đốc giám đốc tổ chức tín dụng chịu trách nhiệm
việc phê duyệt phương án bồi thường hỗ trợ tái định cư
và cơ quan tổ chức cá nhân có liên quan điều 3
về an toàn sinh học đối với sinh vật biến đổi gen
về chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội
về danh mục ngành nghề đầu tư kinh doanh có điều kiện
về kinh doanh và điều kiện kinh doanh vận tải bằng xe ô tô
về kiểm điểm và đánh giá xếp loại chất lượng hằng năm
về quản lý chất lượng thi công xây dựng và bảo trì công trình xây dựng
về điều kiện đầu tư kinh doanh trong lĩnh vực nông nghiệp
điều 2 nghị quyết này có hiệu lực kể từ ngày ký ban hành và
điều 3 hiệu lực thi hành và điều khoản chuyển tiếp 1
điều 3 sửa đổi bổ sung bãi bỏ một số khoản của
điều 3 điều khoản thi hành 1 thông tư này có hiệu lực thi hành sau
điều 5 điều khoản thi hành 1 nghị quyết này có hiệu lực
đoàn thanh niên cộng sản hồ chí minh hội liên hiệp phụ nữ việt nam
đã tiếp nhận trước ngày nghị định này có hiệu lực thì tiếp tục
được hưởng chính sách ưu đãi hưởng thụ văn hóa quy định tại điều 2 quyết định số
được tiếp tục thực hiện đến hết thời hạn của thỏa thuận
được tính vào chi phí được trừ khi xác định thu nhập chịu thuế tndn
đảng khoá xi về tăng cường và đổi mới sự lãnh đạo của đảng đối với công tác dân vận trong tình hình mới
đất có mục đích sử dụng khác với loại đất thu hồi
đối tượng áp dụng 1 thông tư này quy định chi tiết khoản 3 điều
đối với hộ kinh doanh cá nhân kinh doanh căn cứ luật quản lý thuế
đời sống riêng tư bí mật cá nhân bí mật gia đình
1 thay thế cụm từ bộ tài nguyên và môi trường bằng cụm từ bộ nông nghiệp và môi trường tại khoản 1 điều
bộ trưởng bộ tài chính ban hành thông tư hướng dẫn thực hiện
chính phủ sửa đổi bổ sung một số nghị định quy định
chính sách trợ giúp xã hội đối với đối tượng bảo trợ xã hội
luật bảo hiểm xã hội về trợ cấp hưu trí xã hội
nơi nhận ban bí thư trung ương đảng thủ tướng các phó thủ tướng
điều 3 điều khoản thi hành 1 thông tư này có hiệu lực thi hành từ ngày
thanh tra chính phủ quy định chế độ báo cáo công tác thanh tra tiếp công dân giải quyết khiếu nại tố cáo và phòng chống tham nhũng tiêu cực
liên bộ tài chính nông nghiệp và phát triển nông thôn
trước ngày thông tư này có hiệu lực thì tiếp tục thực hiện
trước ngày thông tư này có hiệu lực thì tiếp tục
thanh tra chính phủ quy định chế độ báo cáo công tác thanh tra tiếp công dân giải quyết khiếu nại tố cáo
1 sửa đổi bổ sung khoản 1 điều 5 như sau 1
2 kể từ ngày quyết định này có hiệu lực thi hành
2 kể từ ngày thông tư này có hiệu lực thi hành các quy định sau đây hết hiệu lực
2 sửa đổi bổ sung điểm b khoản 2 điều 12 như sau b
2 thay thế cụm từ phòng giáo dục và đào tạo bằng cụm từ ủy ban nhân dân cấp
3 sửa đổi điểm c khoản 3 điều 12 như sau c hồ sơ
3 trong thời hạn 03 ngày làm việc kể từ ngày nhận được quyết định
3 trường hợp các văn bản dẫn chiếu tại thông tư này
b phạt tiền từ 3 000 000 đồng đến 5 000 000 đồng đối với hành vi không
ban hành căn cứ luật ngân hàng nhà nước việt nam số
ban thường vụ quốc hội hướng dẫn hoạt động giám sát của hội đồng nhân dân thường trực hội đồng nhân dân
bằng phụ lục i ban hành kèm theo thông tư này 2
bổ sung điều 15a vào sau điều 15 như sau điều 15a
bổ sung điều 3a vào sau điều 3 như sau điều 3a
bổ sung điều 5a vào sau điều 5 như sau điều 5a
bộ nông nghiệp và môi trường theo đề nghị của cục trưởng cục môi trường
bộ trưởng bộ công an bộ trưởng bộ quốc phòng quy định
bộ trưởng bộ tài nguyên và môi trường ban hành thông tư
bộ tài chính quy định về hệ thống mẫu biểu sử dụng trong công tác quyết toán căn cứ
cho người có thẻ bảo hiểm y tế đi khám bệnh chữa bệnh
chuyển mục đích sử dụng rừng sang mục đích khác để thực hiện dự án
chánh văn phòng vụ trưởng vụ pháp chế thủ trưởng các đơn vị
chính phủ ubnd các tỉnh thành phố trực thuộc trung ương cục kiểm tra văn bản qppl
chậm nhất là ngày thứ 90 kể từ ngày kết thúc năm tài chính
cá nhân sử dụng ổn định lâu dài vào mục đích lâm nghiệp
các nghị định liên quan đến hoạt động kinh doanh trong lĩnh vực hàng hải
có liên quan chịu trách nhiệm thi hành thông tư này nơi nhận
công bố vùng bảo hộ vệ sinh khu vực lấy nước sinh hoạt
công chức viên chức không giữ chức vụ lãnh đạo quản lý
cưỡng chế thi hành quyết định hành chính về quản lý thuế bằng biện pháp
cụm từ ủy ban nhân dân cấp huyện tại điểm b khoản
của bộ nông nghiệp và môi trường căn cứ nghị định số
của bộ trưởng bộ giao thông vận tải ban hành quy định về
của bộ trưởng bộ giao thông vận tải quy định về bảo trì
của bộ trưởng bộ kế hoạch và đầu tư quy định mẫu
của bộ trưởng bộ tài chính hướng dẫn việc cung cấp đăng tải thông tin
của bộ trưởng bộ tài chính sửa đổi bổ sung một số
của bộ trưởng bộ tài chính và bộ trưởng bộ giao thông vận tải
của bộ trưởng bộ tài nguyên và môi trường quy định chi tiết
của bộ trưởng bộ tài nguyên và môi trường quy định kỹ thuật quan trắc môi trường và quản lý thông tin dữ liệu quan trắc chất lượng môi trường
của chính phủ quy định chi tiết thi hành luật phòng chống tác hại của thuốc lá về một số biện pháp phòng chống tác hại của thuốc lá
của chính phủ quy định chi tiết và hướng dẫn biện pháp thi hành một số điều của luật
của chính phủ quy định giảm nhẹ phát thải khí nhà kính và bảo vệ tầng ô dôn
của chính phủ quy định việc hành nghề khoan nước dưới đất
của chính phủ quy định về chính sách hỗ trợ tạo việc làm và quỹ quốc gia về việc làm
của chính phủ quy định về phân quyền phân cấp trong lĩnh vực công nghiệp và thương mại theo đề nghị của cục trưởng cục xuất nhập khẩu
của chính phủ quy định về quản lý cửa khẩu biên giới đất liền
của chính phủ quy định về quản lý khu công nghiệp và khu
của chính phủ quy định về quản lý thanh toán quyết toán dự án sử dụng vốn đầu tư công căn cứ
của chính phủ quy định về thủ tục hành chính thuộc lĩnh vực kho bạc nhà nước 2
của chính phủ quy định về xử phạt vi phạm hành chính về thuế
của chính phủ quy định về điều kiện hoạt động của tổ chức kiểm định hiệu chuẩn thử nghiệm phương tiện đo chuẩn đo lường căn cứ luật
của chính phủ quy định điều kiện kinh doanh dịch vụ đào tạo thuyền viên người lái phương tiện thủy nội địa 1
của chính phủ về lộ trình tăng số lượng vắc xin trong chương trình tiêm chủng mở rộng giai đoạn 2021 2030
của chính phủ về một số chính sách đầu tư trong lâm nghiệp
của chính phủ về quản lý cảng biển và luồng hàng hải
của chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử 3
của chính phủ về điều kiện cung cấp dịch vụ bảo đảm an toàn hàng hải
của chính phủ về điều kiện kinh doanh khai thác cảng biển
của luật này b sửa đổi bổ sung khoản 3 như sau 3
của thủ tướng chính phủ ban hành quy chế làm việc mẫu của ủy
của thủ tướng chính phủ về một số chính sách khuyến khích
dự toán cho các bộ cơ quan trung ương và địa phương
giám sát việc thực hiện nghị quyết này điều 10 hiệu lực thi hành 1
giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm
hiệu lực và trách nhiệm thi hành 1 thông tư này có hiệu lực thi hành từ ngày
hướng dẫn thực hiện chế độ nâng bậc lương thường xuyên và nâng bậc lương trước thời hạn
hướng dẫn về bảo vệ và phát triển nguồn lợi thủy sản
khai thu nộp phí 1 người nộp phí thực hiện nộp phí
kể từ ngày nghị định này có hiệu lực nghị định số
luật quy hoạch luật đầu tư luật đầu tư theo phương thức đối tác công tư và luật đấu thầu
là cơ quan của chính phủ thực hiện chức năng quản lý nhà nước về
làm việc theo chế độ tập thể quyết định theo đa số
mẫu số 18 phụ lục i ban hành kèm theo nghị định
một số nhiệm vụ quyền hạn thuộc thẩm quyền của ủy ban nhân dân
nguồn kinh phí và việc lập dự toán quản lý sử dụng
ngân hàng nhà nước việt nam theo đề nghị của vụ trưởng vụ pháp chế
người khuyết tật đặc biệt nặng theo quy định tại khoản 1 điều 11 nghị định số
nhiệm vụ quyền hạn cụ thể sau đây 1 trình chính phủ dự án luật
nhiệm vụ quyền hạn khác do chính phủ thủ tướng chính phủ giao
như sau 3 trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ
như sau a sửa đổi bổ sung điểm b khoản 1 như sau b
nhập toàn bộ diện tích tự nhiên và quy mô dân số của
này có hiệu lực thi hành điều 3 tổ chức thực hiện 1
này áp dụng đối với tổ chức cá nhân việt nam và
năm 2025 2 kể từ ngày quyết định này có hiệu lực
nợ quá 90 ngày kể từ ngày hết thời hạn nộp theo
pháp lệnh hợp nhất văn bản quy phạm pháp luật năm 2012
phát triển khoa học công nghệ đổi mới sáng tạo chuyển đổi số và
quy hoạch tỉnh thời kỳ 2021 2030 tầm nhìn đến năm 2050 đã được phê duyệt
quy định giao nhiệm vụ đặt hàng hoặc đấu thầu cung cấp sản phẩm dịch vụ công
quy định tại điểm a khoản 2 điều 7 nghị định số
quy định tại điểm b và điểm c khoản 5 điều 5 nghị định
quy định về cho vay hỗ trợ nhà ở theo nghị quyết số
quy định về cơ sở vật chất trang thiết bị và tập huấn nhân viên chuyên môn
quy định về hoạt động cho vay của tổ chức tín dụng chi nhánh ngân hàng nước ngoài đối với khách hàng
quy định về hoạt động kiểm định hiệu chuẩn thử nghiệm phương tiện đo chuẩn đo lường căn cứ luật
quy định về đo lường đối với phương tiện đo nhóm 2
quyết định này có hiệu lực thì tiếp tục thực hiện theo quyết định
quyết định phê duyệt kết quả thẩm định báo cáo đánh giá tác động môi trường của dự án
quyền sử dụng đất và tài sản gắn liền với đất tại
quá trình thực hiện nếu có khó khăn vướng mắc các cơ quan
quá trình thực hiện nếu có vướng mắc đề nghị phản ánh kịp thời
quản lý theo quy định của pháp luật về bảo vệ bí mật nhà nước điều
số lượng người làm việc trong đơn vị sự nghiệp công lập
sửa đổi bổ sung bãi bỏ một số quy định của thông tư số
sửa đổi bổ sung khổ thứ nhất khoản 3 điều 15 thông tư
thay thế phụ lục ii ban hành kèm theo thông tư số
theo đề nghị của chủ tịch ủy ban tiêu chuẩn đo lường chất lượng quốc gia
thi hành 1 quy chế này có hiệu lực từ ngày ký
thì được cấp giấy chứng nhận quyền sử dụng đất quyền sở hữu tài sản gắn liền với đất
thông tư hướng dẫn thực hiện một số điều của nghị định số
thông tư sửa đổi bổ sung bãi bỏ một số quy định
thủ tục hành chính thuộc phạm vi chức năng quản lý của
thực hiện theo quy định của pháp luật có liên quan điều
thực hiện theo quy định tại điều 10 và điều 11 nghị định
tiếp nhận trước ngày thông tư này có hiệu lực tiếp tục
tiếp nhận xử lý phản ánh kiến nghị của tổ chức cá nhân
tiếp tục có giá trị đến hết thời hạn ghi trên giấy
trong thời hạn 30 ngày kể từ ngày nhận được quyết định
trách nhiệm phối hợp trong phòng chống buôn lậu vận chuyển trái phép hàng hóa qua biên giới
trước ngày thông tư này có hiệu lực được tiếp tục thực hiện đến hết
tàu bay không người lái và các phương tiện bay siêu nhẹ
tăng cường ứng dụng công nghệ thông tin và chuyển đổi số
tối cao bộ trưởng bộ công an bộ trưởng bộ quốc phòng
tổ chức cá nhân liên quan chịu trách nhiệm thi hành thông tư này nơi nhận
việc lập dự toán quản lý sử dụng và quyết toán kinh phí thực hiện
việt nam và các tổ chức chính trị xã hội tiếp tục
và các đơn vị có liên quan chịu trách nhiệm thi hành
văn bản quy phạm pháp luật dẫn chiếu tại thông tư này
về các tỷ lệ bảo đảm an toàn trong hoạt động của tổ chức tín dụng 3
về kiểm soát tài sản thu nhập của người có chức vụ quyền hạn
về lựa chọn nhà đầu tư thực hiện dự án đầu tư có sử dụng đất
về phát triển điện năng lượng tái tạo điện năng lượng mới
về ứng dụng công nghệ thông tin trong hoạt động của cơ quan nhà nước
điều 1 bãi bỏ toàn bộ văn bản quy phạm pháp luật bãi bỏ toàn bộ các văn bản
điều 2 bãi bỏ một phần văn bản quy phạm pháp luật
điều 2 hiệu lực thi hành thông tư này có hiệu lực thi hành từ ngày
điều 3 tổ chức thực hiện 1 ủy ban nhân dân tỉnh
điều 4 tổ chức thực hiện 1 thông tư này có hiệu lực kể từ ngày
đúng quy định của luật ngân sách nhà nước luật đầu tư công
đăng ký khám bệnh chữa bệnh bảo hiểm y tế ban đầu
đề nghị thẩm định báo cáo đề xuất chủ trương đầu tư
đổi mới sự lãnh đạo của đảng đối với công tác dân vận
ủy ban nhân dân cấp huyện ủy ban nhân dân cấp xã
ủy ban nhân dân cấp xã chủ tịch ủy ban nhân dân
của chính phủ quy định về điều kiện hoạt động của tổ chức kiểm định hiệu chuẩn thử nghiệm phương tiện đo chuẩn đo lường
phê duyệt kết quả thẩm định báo cáo đánh giá tác động môi trường của dự án
05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ
bổ sung khoản 5 vào sau khoản 4 điều 25 như sau 5
bộ trưởng bộ giao thông vận tải ban hành thông tư quy định
các nghị định liên quan đến điều kiện đầu tư kinh doanh
có quyền khởi kiện vụ án hành chính tại tòa án theo quy định của
của chính phủ quản lý cung cấp sử dụng dịch vụ internet và thông tin trên mạng
ngân hàng nhà nước việt nam quy định về hoạt động cho vay
quy định về cơ chế thu quản lý học phí đối với cơ sở giáo dục thuộc hệ thống giáo dục quốc dân
sinh trung học phổ thông ban hành kèm theo thông tư số
thay thế cụm từ bộ thông tin và truyền thông bằng cụm từ
theo quy định tại khoản 3 điều 1 của thông tư số
tổ đại biểu hội đồng nhân dân và đại biểu hội đồng nhân dân
về thủ tục hải quan đối với hàng hóa xuất khẩu nhập khẩu tại chỗ
về điều kiện đầu tư và hoạt động trong lĩnh vực giáo dục
điều 5 hiệu lực và trách nhiệm thi hành 1 nghị định này có hiệu lực
2 sửa đổi bổ sung điểm a khoản 1 điều 5 như sau a
3 phạt tiền từ 3 000 000 đồng đến 5 000 000 đồng đối với hành vi không
bằng cụm từ cơ quan chuyên môn thuộc ủy ban nhân dân cấp
bồi thường hỗ trợ tái định cư khi nhà nước thu hồi đất
cấp giấy phép cho các hoạt động trong phạm vi bảo vệ công trình thủy lợi
của bộ trưởng bộ thông tin và truyền thông quy định chi tiết
của chính phủ quy định về người lao động nước ngoài làm việc tại việt nam
của chính phủ về thực hiện thủ tục hành chính trên môi trường điện tử
của luật này 4 chính phủ quy định chi tiết điều này
của sở nông nghiệp và môi trường chủ tịch ủy ban nhân dân
hết hiệu lực thi hành kể từ ngày quyết định này có hiệu lực
hồ sơ đã được cơ quan có thẩm quyền tiếp nhận trước ngày nghị
luật khoa học công nghệ và đổi mới sáng tạo năm 2025
ngân sách địa phương ủy thác qua ngân hàng chính sách xã
này có hiệu lực thi hành điều 3 điều khoản chuyển tiếp
quy định tại điểm a khoản 2 điều 3 nghị định số
quy định về phân định thẩm quyền của chính quyền địa phương 02 cấp
quyết định chủ trương đầu tư theo quy định của luật đầu tư
quyết định điều chỉnh kế hoạch đầu tư công trung hạn vốn ngân sách
quản lý vận hành kết nối và bảo đảm an toàn thông tin
theo quy định của luật đầu tư theo phương thức đối tác công tư
tại phụ lục ban hành kèm theo nghị định này điều 3
và các văn bản quy định chi tiết hướng dẫn thi hành luật
và cơ sở dữ liệu quốc gia về văn bản pháp luật
và mẫu hồ sơ đấu thầu trên hệ thống mạng đấu thầu quốc gia
về quản lý thuế đối với doanh nghiệp có giao dịch liên kết b
về thí điểm một số cơ chế chính sách đặc biệt tạo đột phá
điều 2 hiệu lực thi hành 1 nghị quyết này có hiệu lực
điều 4 hiệu lực và trách nhiệm thi hành 1 quyết định này có hiệu lực
đăng ký kiểm dịch với cơ quan quản lý chuyên ngành thú y
ủy ban kinh tế và tài chính hội đồng dân tộc các ủy ban khác của quốc hội
ban hành có quy định khác nhau về cùng một vấn đề thì áp dụng
chi phí cho hoạt động quy hoạch đô thị và nông thôn
chia sẻ dữ liệu phục vụ giải quyết thủ tục hành chính
chức năng nhiệm vụ quyền hạn và cơ cấu tổ chức của
cơ quan tổ chức đơn vị thuộc phạm vi quản lý của
cục nhà giáo và cán bộ quản lý giáo dục chủ trì
của bộ trưởng bộ tài chính hướng dẫn một số nội dung
của bộ trưởng bộ tài chính quy định việc lập dự toán quản lý sử dụng và quyết toán kinh phí ngân sách nhà nước bảo đảm cho công tác
của chính phủ quy định xử phạt vi phạm hành chính trong hoạt động
không thuộc phạm vi điều chỉnh của thông tư này điều 2
phản biện xã hội và góp ý xây dựng đảng chính quyền
sắp xếp đổi mới và phát triển nâng cao hiệu quả hoạt động của công ty nông lâm nghiệp
thay thế mẫu số 05 tại phụ lục i ban hành kèm theo nghị định
theo đề nghị của cục trưởng cục kỹ thuật an toàn và môi trường công nghiệp
thực hiện kế hoạch phát triển kinh tế xã hội 5 năm
ubnd các tỉnh thành phố trực thuộc tw cục kiểm tra văn bản
văn bản quy phạm pháp luật do chính phủ thủ tướng chính phủ ban hành
về đánh giá xếp loại chất lượng cán bộ công chức viên chức
cơ cấu tổ chức của bộ tài chính theo đề nghị của cục trưởng cục
nông nghiệp và môi trường 2 chủ tịch ủy ban nhân dân
thông tư quy định mã số tiêu chuẩn chức danh nghề nghiệp và
theo đề nghị của cục trưởng cục nhà giáo và cán bộ quản lý giáo dục
của chính phủ quy định về tuyển dụng sử dụng và quản lý viên chức
về tuyển dụng sử dụng và quản lý viên chức theo đề nghị của
chủ tịch ủy ban nhân dân cấp xã ký giấy chứng nhận
cục kiểm tra văn bản và tổ chức thi hành pháp luật
bộ xây dựng theo đề nghị của vụ trưởng vụ vận tải và an toàn giao thông
công tác dân vận chính quyền năm 2023 phương hướng nhiệm vụ năm 2024
và bầu cử đại biểu hội đồng nhân dân các cấp nhiệm kỳ
luật bầu cử đại biểu quốc hội và đại biểu hội đồng nhân dân
của bộ tư pháp hướng dẫn thực hiện một số quy định của nghị định số
kế hoạch bảo vệ và phát huy giá trị di sản văn hóa
luật dân quân tự vệ về tổ chức xây dựng lực lượng và chế độ chính sách
chủ tịch ủy ban nhân dân tỉnh thành phố và tổ chức cá nhân
hiệu lực kể từ ngày thông tư này có hiệu lực điều 3 tổ chức thực hiện
chủ tịch hội đồng nhân dân chủ tịch ủy ban nhân dân
của chính phủ quy định quyền tự chủ tự chịu trách nhiệm
không thuộc đối tượng tham gia bảo hiểm xã hội bắt buộc
về thực hiện thủ tục hành chính theo cơ chế một cửa một cửa liên thông
có hiệu lực thi hành trừ quy định tại khoản 2 điều
của chính phủ về thực hiện cơ chế một cửa một cửa liên
chủ trì phối hợp với các cơ quan liên quan nghiên cứu tham mưu
đối với các cơ quan đơn vị sử dụng ngân sách nhà nước
tốt nghiệp đại học trở lên phù hợp với vị trí việc làm
chịu trách nhiệm thi hành thông tư này nơi nhận thủ tướng chính phủ
của chính phủ về đào tạo bồi dưỡng cán bộ công chức viên chức
của chính phủ về tuyển dụng sử dụng và quản lý viên chức
trong thời hạn 10 ngày kể từ ngày nhận được thông báo
hướng dẫn thực hiện mức lương cơ sở đối với các đối tượng hưởng lương phụ cấp trong các cơ quan tổ chức đơn vị
của chính phủ quy định về xử lý kỷ luật viên chức và trách nhiệm bồi thường hoàn trả của viên chức
của thủ tướng chính phủ quy định về cơ cấu biểu giá bán lẻ điện
ở vùng có điều kiện kinh tế xã hội đặc biệt khó khăn
công tác xây dựng chỉnh đốn đảng và hệ thống chính trị
hỗ trợ người dân gặp khó khăn do đại dịch covid 19
của tỉnh ủy về thực hiện nghị quyết đại hội đại biểu
văn bản quy phạm pháp luật của ủy ban nhân dân cấp tỉnh
bãi bỏ toàn bộ các văn bản quy phạm pháp luật do
lộ trình nâng trình độ chuẩn được đào tạo của giáo viên
thật sự trong sạch vững mạnh chính quy tinh nhuệ hiện đại
bằng cụm từ chủ tịch ủy ban nhân dân cấp xã tại điều
hiệu lực và trách nhiệm thi hành 1 quyết định này có hiệu lực
quy định một số chính sách phát triển giáo dục mầm non
thay thế cụm từ ủy ban nhân dân cấp huyện bằng cụm từ ủy ban nhân dân cấp xã tại
ký kết trước ngày thông tư này có hiệu lực thi hành
có liên quan chịu trách nhiệm thi hành thông tư này kt thống đốc phó thống đốc đã ký
trước ngày thông tư này có hiệu lực thi hành được tiếp tục thực hiện theo
thủ trưởng các đơn vị có liên quan chịu trách nhiệm thi hành
đấu thầu thì thực hiện theo quy định của pháp luật về đấu
văn bản quy phạm pháp luật do thủ tướng chính phủ ban hành
vụ trưởng vụ pháp chế thủ trưởng các cơ quan đơn vị
quy định chế độ tự chủ tự chịu trách nhiệm về sử dụng
có liên quan chịu trách nhiệm thi hành thông tư này bộ trưởng đã ký đỗ thanh bình
các cơ quan đơn vị có liên quan chịu trách nhiệm thi hành
hiệu lực kể từ ngày quyết định này có hiệu lực điều
của chính phủ quy định chi tiết thi hành pháp lệnh phí và lệ phí
các quy định trước đây trái với nghị định này đều bãi bỏ điều
thay thế cụm từ cấp huyện bằng cụm từ cấp xã tại
bộ nông nghiệp và môi trường theo đề nghị của vụ trưởng vụ
sửa đổi bổ sung thay thế bãi bỏ một số quy định
2 kể từ ngày thông tư này có hiệu lực thi hành
chính sách miễn giảm học phí hỗ trợ chi phí học tập
2 bổ sung khoản 5 vào sau khoản 4 điều 6 như sau 5
học tập và làm theo tấm gương đạo đức hồ chí minh
hướng dẫn thực hiện một số nội dung của nghị định số
sở nông nghiệp và môi trường chủ tịch ủy ban nhân dân
tiếp tục thực hiện cho đến khi có văn bản thay thế
2 thay thế cụm từ phòng giáo dục và đào tạo bằng cụm từ
thì áp dụng nghị định đang có hiệu lực tại thời điểm thực hiện hành vi
"""
_PHRASES = [tuple(re.findall(r"\w+", line)) for line in SET_PHRASES.strip().splitlines()]
_CITED = re.compile(
    r"\d+[a-z]?(?:\.\d+)?(?:\s?/\s?\d{4})?\s?[/–-]\s?[A-ZĐ][\w&]*(?:\s?[/–-]\s?[\w&]+)*"
    r"|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}"
)


def runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of our own words; numbers, dates and set phrases end one."""
    words = re.findall(r"[\w‖]+", _CITED.sub(" ‖ ", text).casefold())
    whole = " ".join(words)
    for phrase in _PHRASES:
        if " ".join(phrase) not in whole:
            continue
        size = len(phrase)
        for i in range(len(words) - size + 1):
            if tuple(words[i : i + size]) == phrase:
                words[i : i + size] = ["‖"] * size
    for i in range(len(words) - RUN + 1):
        if "‖" not in words[i : i + RUN]:
            yield tuple(words[i : i + RUN])


def references() -> Iterator[str]:
    for path in sorted((SHARED / "seeds").glob("*.txt")):
        yield path.read_text(encoding="utf-8")
    for path in sorted(SHARED.glob("**/*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)["text"]


@pytest.mark.shared
@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="no reference texts in ../shared to compare with")
def test_no_sentence_is_taken_from_a_reference_text() -> None:
    ours = {run: gold["file"] for gold in GOLD for run in runs(text_of(gold))}
    starts = {run[:3] for run in ours}
    copied = {}
    for text in references():
        words = re.findall(r"\w+", text.casefold())
        for i, start in enumerate(zip(words, words[1:], words[2:], strict=False)):
            if start in starts and (run := tuple(words[i : i + RUN])) in ours:
                copied[" ".join(run)] = ours[run]
    assert copied == {}
