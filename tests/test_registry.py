import re
import shutil
from pathlib import Path

import pytest

from kg import registry
from kg.errors import RegistryError
from kg.numbers import read_number
from kg.registry_check import check

TABLES = Path(__file__).resolve().parents[1] / "data" / "registry"


@pytest.fixture
def tables(tmp_path):
    """A copy of the tables, in which a fault can be planted."""
    return Path(shutil.copytree(TABLES, tmp_path / "registry"))


def plant(folder, table, old, new):
    path = folder / table
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {table}: the fault cannot be planted"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_shipped_tables_are_right():
    check()


FAULTS = [
    ("types.csv", "\nke-hoach,Kế hoạch", "\nke-hoach,Kế hoạc", r"types\.csv, line \d+, column slug"),
    ("types.csv", "\nchi-thi,Chỉ thị,Directive,chi-thi,", "\nchi-thi,Chỉ thị,Directive,chi-thj,", r"column family"),
    ("types.csv", "\nchi-thi,Chỉ thị,Directive,chi-thi,state;party;front,CT,", "\nchi-thi,Chỉ thị,Directive,chi-thi,state;party;front,CX,",
     r"line \d+, column examples: .*CT"),
    ("types.csv", "\nchi-thi,Chỉ thị,Directive,chi-thi,state;", "\nchi-thi,Chỉ thị,Directive,chi-thi,stat;", r"column branches"),
    ("issuers.csv", "thu-tuong-chinh-phu,TTg,TTG;TTq", "thu-tuong-chinh-phu,TXg,TTq", r"issuers\.csv, line \d+, column examples"),
    ("issuers.csv", "Prime Minister,state,central", "Prime Minister,state,centre", r"column levels"),
    ("places.csv", "\ncao-bang,Cao Bằng", "\ncao-bang,Cao Bàng", r"places\.csv, line \d+"),
    ("cues.csv", "thay thế,replaces,", "thay thế,replace,", r"cues\.csv, line \d+, column predicate"),
    ("cues.csv", "active,đính\\s+chính,", "active,đính\\s+chínhh,", r"column examples"),
    ("cues.csv", "(?!\\s+(?:đất|vốn", "(?!\\s+(?:dat|vốn", r"column counter_examples: 'thu hồi đất'"),
    ("cues.csv", "đính\\s+chính", "(đính\\s+chính", r"column pattern"),
    ("related_lists.csv", "replaces,listed,no,(?:văn", "replaces,other,no,(?:văn", r"related_lists\.csv, line \d+, column acts"),
    ("related_lists.csv", "\\s+được\\s+hợp\\s+nhất,Văn", "\\s+hợp\\s+nhất,Văn", r"column examples: 'Văn bản được hợp nhất'"),
    ("types.csv", ",12,yes,Nghị định", ",twelve,yes,Nghị định", r"column rank: is 'twelve'"),
    ("types.csv", ",12,yes,Nghị định", ",12,true,Nghị định", r"column citable: is 'true'"),
    ("issuers.csv", "\nchinh-phu,CP,", "\nthu-tuong-chinh-phu,CP,", r"column slug: 'thu-tuong-chinh-phu' comes a second time"),
    ("places.csv", ",tinh,,,tuyen-quang,", ",tinh,,,tuyen-quan,", r"column merged_into: 'tuyen-quan' is no place"),
    ("terms.csv", "party,11,XI,2011-01-20", "party,11,XI,20-01-2011", r"terms\.csv, line \d+, column start"),
    ("laws.csv", "42/2013/QH13", "42-2013/QH13", r"laws\.csv, line \d+, column number"),
    ("laws.csv", ",42/2013/QH13,2013-11-25,2014-07-01", ",42/2013/QH13,2014-11-25,2014-12-01", r"column date"),
    ("laws.csv", ",42/2013/QH13,2013-11-25,2014-07-01", ",42/2013/QH13,2013-11-25,2012-07-01", r"column valid_from"),
    ("laws.csv", "2024-07-31,31/2024/QH15", "2013-07-31,31/2024/QH15", r"column valid_to"),
    ("laws.csv", "2024-07-31,31/2024/QH15", "2024-08-01,31/2024/QH15", r"column valid_to: Luật Đất đai 45/2013/QH13"),
    ("laws.csv", "2024-07-31,31/2024/QH15", "2024-07-31,31/2024/QH16", r"column successor"),
    ("resolutions.csv", "11,7,25-NQ/TW,2013-06-03", "11,7,25-NQ/TW,2007-06-03", r"25-NQ/TW of term 11, column date"),
    ("resolutions.csv", ",công tác dân vận,", ",ứng phó với biến đổi khí hậu và dân vận,", r"column subject"),
    ("resolutions.csv", "nghi-quyet,11,7,25-NQ", "nghi-quyett,11,7,25-NQ", r"column type"),
]  # fmt: skip


@pytest.mark.parametrize(("table", "old", "new", "message"), FAULTS, ids=range(len(FAULTS)))
def test_a_planted_fault_is_named(tables, table, old, new, message):
    plant(tables, table, old, new)
    with pytest.raises(RegistryError, match=message):
        check(tables)


def test_a_missing_column_and_a_torn_row_are_named(tables):
    plant(tables, "terms.csv", "body,number,label", "body,nummer,label")
    with pytest.raises(RegistryError, match=r"terms\.csv, line 1"):
        check(tables)
    plant(tables, "terms.csv", "body,nummer,label", "body,number,label")
    head = "title,type,number,date,valid_from,valid_to,successor,source,basis"
    (tables / "laws.csv").write_text(f"{head}\nLuật A,luat\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"laws\.csv, line 2"):
        check(tables)


@pytest.mark.parametrize("table", sorted(p.name for p in TABLES.glob("*.csv")))
def test_every_row_has_a_source(table):
    import csv

    for row in csv.DictReader((TABLES / table).read_text(encoding="utf-8").splitlines()):
        assert row["source"].strip(), row
        assert row["basis"] in ("S", "P", "K"), row


def test_stroke_is_never_folded_before_the_type_is_read():
    codes = registry.type_codes()
    assert codes["đa"] == ("de-an",)
    assert codes["da"] == ("du-an",)


def test_one_party_code_is_one_register_of_three_organs():
    bodies = registry.issuer_codes()["tw"]
    assert {b.series for b in bodies} == {"dcsvn-tw"}
    assert len(bodies) == 3


def test_a_code_means_one_type_by_itself():
    owners = {}
    for kind in registry.types().values():
        for code in kind.codes:
            assert owners.setdefault(code.casefold(), kind.slug) == kind.slug, code
        for code in kind.shared_codes:
            assert registry.type_codes()[code.casefold()][0] != kind.slug, f"{code} of {kind.slug} is not shared"


def test_codes_that_look_alike_stay_apart():
    codes = registry.issuer_codes()
    assert codes["tu"][0].slug == "tinh-uy"
    assert {b.series for b in codes["tu"]} == {"tu"}
    assert [b.slug for b in codes["bnv"]] == ["bo-noi-vu"]
    assert [b.slug for b in codes["snv"]] == ["so-noi-vu"]
    assert [b.slug for b in codes["bct"]] == ["bo-cong-thuong"], "the Politburo numbers with TW"
    assert not {b.slug for b in codes["tw"]} & {b.slug for b in codes["tu"]}


def test_a_name_means_one_body():
    """Whatever the case, the tone marks and the spaces round a dash."""
    owners = {}
    for name, body in registry.issuer_names():
        assert owners.setdefault(registry.fold_title(name), body.slug) == body.slug, name
    assert owners["bộ lao động-thương binh và xã hội"] == owners["bộ lao động - thương binh và xã hội"]


def test_bodies_that_followed_are_known():
    for body in registry.issuers():
        for code in body.successor:
            assert code.casefold() in registry.issuer_codes(), f"{body.slug}: successor {code}"


def test_a_template_takes_a_place_exactly_where_the_body_is_local():
    for body in registry.issuers():
        filled = body.template.format(unit="tinh", committee="tinh-uy", place="son-la")
        assert re.fullmatch(r"[a-z0-9-]+", filled), body.slug
        assert (filled != body.template) == body.local, body.slug


def test_a_law_is_of_the_type_its_title_says():
    words = {"luat": "Luật ", "bo-luat": "Bộ luật ", "phap-lenh": "Pháp lệnh ", "hien-phap": "Hiến pháp"}
    for law in registry.laws():
        assert law.title.startswith(words[law.type]), law


def test_titles_of_laws_are_whole():
    """No title runs into what follows it in a sentence, none is cut at a comma."""
    tail = re.compile(r"[,;:.]$|\s(?:và|của|về|năm|ngày|các|một)$|\d{4}|Nghị định|Thông tư|Căn cứ|được |có hiệu lực")
    for law in registry.laws():
        assert not tail.search(law.title), law.title
        assert "  " not in law.title, law.title


@pytest.mark.parametrize(
    ("date", "term"),
    [("2016-01-28", 11), ("2016-01-29", 12), ("2016", None), ("2021-01-30", 12), ("2013", 11), ("2026-01-23", 14), ("1900", None)],
)
def test_party_terms_change_on_their_day(date, term):
    assert registry.party_term(date) == term


@pytest.mark.parametrize(
    ("date", "term"),
    [("2021-07-19", 14), ("2021-07-20", 15), ("2021-07", None), ("2015", 13), ("2026-04-06", 16), ("1945", None)],
)
def test_assembly_terms_change_on_their_day(date, term):
    assert registry.assembly_term(date) == term


@pytest.mark.parametrize("year", [2005, 2010, 2015, 2020, 2025])
def test_provincial_terms_are_unknown_while_the_congresses_meet(year):
    assert registry.local_party_term(f"{year}-07-31") == str(year - 5)
    assert [registry.local_party_term(f"{year}-{month}") for month in ("08", "09", "10")] == [None] * 3
    assert registry.local_party_term(f"{year}-11-01") == str(year)
    assert registry.local_party_term(f"{year}") is None
    assert registry.local_party_term(f"{year + 1}") == str(year)


def test_the_unit_of_a_place_follows_the_day():
    places = registry.places()
    assert [places["quang-ninh"].unit_on(d) for d in ("2026-08-31", "2026-09-01")] == ["tinh", "thanh-pho"]
    assert places["kon-tum"].unit_on("") == "tinh"
    assert places["thua-thien-hue"].unit_on("2020-01-01") == "tinh"
    assert places["hue"].unit_on("2025-02-01") == "thanh-pho"


def test_every_place_of_the_past_leads_to_one_of_today():
    places = registry.places()

    def today(slug, steps=0):
        place = places[slug]
        assert steps < 5, f"{slug} leads in a circle"
        if place.unit_2025:
            return True
        return all(today(s, steps + 1) for s in (place.parts or (place.merged_into,)) if s)

    assert all(p.unit_2025 or p.merged_into or p.parts for p in places.values())
    assert all(today(slug) for slug in places)


def test_series_tell_bodies_apart():
    """Bodies with different codes share a register only where they are organs or heads of one body."""
    by_series = {}
    for body in registry.issuers():
        by_series.setdefault(body.series, []).append(body)
    for series, bodies in by_series.items():
        assert len({b.branch for b in bodies}) == 1, series
        assert re.fullmatch(r"[a-z0-9-]+", series), "a series is one segment of an id"


def test_mergers_of_2025():
    places = registry.places()
    now = [p for p in places.values() if p.unit_2025]
    assert len(now) == 34
    assert places["ha-giang"].merged_into == "tuyen-quang"


@pytest.mark.parametrize("number", ["33/CT-TTg", "25-NQ/TW", "664/KH-UBND", "893/TTr-SNV", "08-HD/BDVTU", "01/2016/TT-BNV", "246-CV/TU"])
def test_numbers_of_the_field_are_known(number):
    n = read_number(number, 0)
    assert n.type_code
    assert n.bodies


@pytest.mark.parametrize(
    ("title", "day", "number"),
    [
        ("Luật Đất đai", "2015-03-01", "45/2013/QH13"),
        ("luật đất đai", "2024-10", "31/2024/QH15"),
        ("Luật Đất đai", "2024-03-01", None),  # the new law is passed, the old one in force
        ("Luật Đất đai", "2024", None),
        ("Luật Tổ chức chính quyền địa phương", "2018", "77/2015/QH13"),
        ("Luật Tổ chức chính quyền địa phương", "2014-05-01", None),  # before the first
        ("Luật Thông tin không có thật", "2018-01-01", None),
        ("Luật Tiếp công dân", "2030-01-01", None),  # beyond what the table knows
        ("Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn", "2010-01-01", "34/2007/PL-UBTVQH11"),
        ("Pháp lệnh Thực hiện dân chủ ở xã, phường, thị trấn", "2024-01-01", "34/2007/PL-UBTVQH11"),  # ended, and no other was called so
    ],
)
def test_the_law_that_a_bare_title_means_on_a_day(title, day, number):
    law = registry.law_at(title, day)
    assert (law.number if law else None) == number


def test_no_two_laws_of_one_title_are_in_force_on_one_day():
    for law in registry.laws():
        if law.number and law.valid_from and (not law.valid_to or law.valid_to > "2000"):
            found = registry.law_at(law.title, law.valid_from)
            assert found is None or found.number == law.number, law
