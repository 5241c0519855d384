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
    ("terms.csv", "party,11,XI,2011-01-20", "party,11,XI,20-01-2011", r"terms\.csv, line \d+, column start"),
    ("laws.csv", "42/2013/QH13", "42-2013/QH13", r"laws\.csv, line \d+, column number"),
    ("laws.csv", ",42/2013/QH13,2013-11-25", ",42/2013/QH13,2014-11-25", r"column date"),
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
    (tables / "laws.csv").write_text("title,type,number,date,source,basis\nLuật A,luat\n", encoding="utf-8")
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
