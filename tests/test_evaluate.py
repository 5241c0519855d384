"""A perfect output scores 1.0; each planted fault lowers the measure it belongs to, and no other."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InputError
from kg.evaluate import Report, Score, evaluate
from kg.gold import load_gold
from kg.pairing import number_key

DATA = Path(__file__).parents[1] / "data" / "gold"

TEXT = (
    "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 và Luật Tiếp công dân; UBND xã ban hành "
    "Kế hoạch số 18/KH-UBND. Nghị định số 71/1998/NĐ-CP (nay là Nghị định số 04/2015/NĐ-CP). "
    "Chỉ thị số 33/CT-TTg ngày 20/8/2020. Chỉ thị nói trên về rác thải."
)


def mention(
    text: str, type: str, number: str | None, date: str | None, issuer: str, nth: int = 0, **more: str
) -> dict[str, Any]:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    row = {"start": start, "end": start + len(text), "text": text, "type": type, "number": number}
    return {**row, "date": date, "issuer": issuer, **more}


def link(subject: str, predicate: str, object: str, **more: str) -> dict[str, Any]:
    return {"subject": subject, "predicate": predicate, "object": object, **more}


PM, GOV = "thu-tuong-chinh-phu", "chinh-phu"
OWN = {"type": "bao-cao", "number": "35/BC-UBND", "date": "2022-12-02", "issuer": "uy-ban-nhan-dan-xa-x"}
LAW = "Luật Tiếp công dân"
GOLD: dict[str, Any] = {
    "file": "a.txt",
    "text": TEXT,
    "complete": True,
    "document": OWN,
    "mentions": [
        mention("Chỉ thị số 33/CT-TTg", "chi-thi", "33/CT-TTg", "2021-11-26", PM),
        mention("Luật Tiếp công dân", "luat", None, None, "quoc-hoi"),
        mention("Kế hoạch số 18/KH-UBND", "ke-hoach", "18/KH-UBND", None, "uy-ban-nhan-dan-xa-x"),
        mention("Nghị định số 71/1998/NĐ-CP", "nghi-dinh", "71/1998/NĐ-CP", "1998", GOV),
        mention("Nghị định số 04/2015/NĐ-CP", "nghi-dinh", "04/2015/NĐ-CP", "2015", GOV),
        mention("Chỉ thị số 33/CT-TTg", "chi-thi", "33/CT-TTg", "2020-08-20", PM, nth=1),
        mention("Chỉ thị nói trên", "chi-thi", "33/CT-TTg", "2020-08-20", PM, kind="back"),
    ],
    "relations": [
        link("18/KH-UBND", "implements", "33/CT-TTg@2021", strength="stated"),
        link("this", "basedOn", LAW, strength="heading"),
        link("04/2015/NĐ-CP", "replaces", "71/1998/NĐ-CP", strength="stated"),
    ],
    "allowed": [link("this", "implements", "33/CT-TTg@2021")],
    "never": [
        link("33/CT-TTg@2021", "same-as", "33/CT-TTg@2020", why="other year"),
        link("71/1998/NĐ-CP", "replaces", "04/2015/NĐ-CP", why="direction"),
    ],
    "conflicts": [{"number": "33/CT-TTg", "field": "date", "values": ["2020-08-20", "2020-08-02"]}],
}
IDS = ["d2021", "law", "d18", "d71", "d04", "d2020", "d2020"]


def perfect() -> dict[str, Any]:
    named = list(zip(GOLD["mentions"], IDS, strict=True))
    keys = ("number", "date", "issuer")
    documents = {id: {"id": id, "title": m["text"], **{k: m[k] for k in keys}} for m, id in named}
    return {
        "source": "some/where/a.txt",
        "document": {"id": "own", **OWN},
        "mentions": [{**m, "kind": "number", "target": id} for m, id in named],
        "documents": list(documents.values()),
        "relations": [
            link("d18", "implements", "d2021", strength="stated"),
            link("own", "basedOn", "law", strength="heading"),
            link("d04", "replaces", "d71", strength="stated"),
            link("own", "cites", "d71", strength="stated"),
        ],
        "conflicts": [{"target": "d2020", "field": "date", "values": ["2020-08-20", "2020-08-02"]}],
    }


def figures(report: Report) -> dict[str, Any]:
    """Every number of a report under a dotted name."""

    def walk(name: str, value: Any) -> Any:
        if isinstance(value, dict):
            for key, part in value.items():
                yield from walk(f"{name}.{key}" if name else key, part)
        else:
            yield name, value

    return dict(walk("", report.as_dict()))


def change(edit: Callable[[dict[str, Any]], Any]) -> tuple[Report, set[str]]:
    """The report on a changed output, and the names of the ratios and counts that got worse or better."""
    output = copy.deepcopy(perfect())
    edit(output)
    report = evaluate([output], [GOLD])
    before, after = figures(evaluate([perfect()], [GOLD])), figures(report)
    # one document or two, and the same figures by type, have tests of their own
    names = {n for n in before.keys() | after.keys() if not n.startswith(("types.", "joined.", "apart."))}
    return report, {n.rsplit(".", 1)[0] for n in names if before.get(n) != after.get(n)}


def test_a_perfect_output_scores_one_everywhere() -> None:
    report = evaluate([perfect()], [GOLD])
    ratios = {n: v for n, v in figures(report).items() if n.endswith(("precision", "recall", "f1"))}
    assert {n: v for n, v in ratios.items() if v not in (1.0, None)} == {}
    assert report.misses == []
    assert report.score("numbered") == Score(right=5)
    assert report.score("relation") == Score(right=3)
    assert report.score("never") == Score(right=2)
    assert report.score("undated") == Score(right=2)


Fault = Callable[[dict[str, Any]], Any]


def drop_mention(i: int) -> Fault:
    return lambda o: o["mentions"].pop(i)


def set_mention(i: int, **fields: Any) -> Fault:
    return lambda o: o["mentions"][i].update(fields)


def add_mention(text: str, number: str | None) -> Fault:
    row = {"start": 0, "end": 9, "text": text, "type": "luat", "number": number, "target": "new"}
    return lambda o: o["mentions"].append({**row, "date": None, "issuer": None})


def set_link(i: int, **fields: Any) -> Fault:
    return lambda o: o["relations"][i].update(fields)


def add_link(subject: str, predicate: str, object: str) -> Fault:
    return lambda o: o["relations"].append(link(subject, predicate, object, strength="stated"))


def set_own(**fields: Any) -> Fault:
    return lambda o: o["document"].update(fields)


def add_conflict(target: str, field: str) -> Fault:
    return lambda o: o["conflicts"].append({"target": target, "field": field, "values": ["a", "b"]})


FIELDS = {"fields.type", "fields.date", "fields.issuer"}
IMPLEMENTS = {"relations", "relations.by_predicate.implements", "relations.by_strength.stated"}
REPLACES = {"relations", "relations.by_predicate.replaces", "relations.by_strength.stated"}


@pytest.mark.parametrize(
    ("fault", "worse"),
    [
        pytest.param(drop_mention(6), {"back", *FIELDS}, id="back-reference lost"),
        pytest.param(set_mention(6, number="18/KH", target="d18"), {"back", *FIELDS}, id="back to another"),
        pytest.param(add_mention("Luật số 99/2015/QH13", "99/2015/QH13"), {"numbered"}, id="number too many"),
        pytest.param(set_mention(0, type="ke-hoach"), {"fields.type"}, id="type"),
        pytest.param(set_mention(0, date="2021"), {"fields.date"}, id="date less exact"),
        pytest.param(set_mention(0, issuer="chinh-phu"), {"fields.issuer"}, id="issuer"),
        pytest.param(set_mention(1, date="2013-11-25"), {"undated"}, id="date guessed"),
        pytest.param(set_own(number="53/BC-UBND"), {"identity.number"}, id="own number"),
        pytest.param(set_own(type=None), {"identity.type"}, id="own type"),
        pytest.param(set_own(date="2022-02-12"), {"identity.date"}, id="own date"),
        pytest.param(set_own(issuer="uy-ban-nhan-dan-xa-y"), {"identity.issuer"}, id="own issuer"),
        pytest.param(set_link(0, predicate="cites"), {"strength", *IMPLEMENTS}, id="link lost"),
        pytest.param(add_link("d18", "implements", "d04"), IMPLEMENTS, id="link too many"),
        pytest.param(add_link("own", "implements", "d2020"), IMPLEMENTS, id="link to the other 33/CT-TTg"),
        pytest.param(set_link(1, strength="stated"), {"strength"}, id="strength"),
        pytest.param(set_link(0, subject="d2021", object="d18"), {"strength", *IMPLEMENTS}, id="reversed"),
        pytest.param(add_link("d71", "replaces", "d04"), {"never", *REPLACES}, id="forbidden link"),
        pytest.param(lambda o: o["conflicts"].clear(), {"conflicts"}, id="conflict lost"),
        pytest.param(add_conflict("d04", "issuer"), {"conflicts"}, id="conflict too many"),
    ],
)
def test_a_planted_fault_lowers_exactly_its_measure(fault: Fault, worse: set[str]) -> None:
    report, changed = change(fault)
    assert changed == worse
    assert report.misses


def test_a_mention_by_name_takes_its_link_along() -> None:
    report, changed = change(drop_mention(1))
    assert report.score("named") == Score(missed=1)
    assert report.score("relation", "basedOn") == Score(missed=1)
    assert report.score("relation", "replaces") == Score(right=1)
    assert "numbered" not in changed


def test_a_link_counts_by_its_documents_where_the_mention_was_lost() -> None:
    for lost in (2, 0):
        report, _ = change(drop_mention(lost))
        assert report.score("numbered") == Score(right=4, missed=1)
        assert report.score("relation") == Score(right=3)


def test_links_to_names_are_extra_only_where_gold_is_complete() -> None:
    output = perfect()
    output["relations"].append(link("d18", "implements", "law", strength="stated"))
    assert evaluate([output], [GOLD]).score("relation") == Score(right=3, extra=1)
    partly = {key: value for key, value in GOLD.items() if key != "complete"}
    assert evaluate([output], [partly]).score("relation") == Score(right=3)
    output["relations"].append(link("d18", "implements", "d04", strength="stated"))
    assert evaluate([output], [partly]).score("relation") == Score(right=3, extra=1)


def test_a_wrong_number_is_one_missed_and_one_extra() -> None:
    report, _ = change(set_mention(2, number="81/KH-UBND", target="d81"))
    assert report.score("numbered") == Score(right=4, missed=1, extra=1)


def test_two_documents_under_one_id_break_a_ban() -> None:
    def merge(output: dict[str, Any]) -> None:
        output["mentions"][5]["target"] = output["mentions"][6]["target"] = "d2021"
        output["conflicts"][0]["target"] = "d2021"

    report, changed = change(merge)
    assert report.score("never") == Score(right=1, missed=1)
    assert changed == {"never"}


@pytest.mark.parametrize(
    "harmless",
    [
        pytest.param(add_link("own", "implements", "d2021"), id="allowed link"),
        pytest.param(add_link("own", "cites", "d04"), id="plain citation"),
        pytest.param(add_link("own", "basedOn", "unknown-name"), id="link to a name gold does not hold"),
        pytest.param(add_mention("Luật Biển Việt Nam", None), id="name gold does not hold"),
        pytest.param(add_mention("Báo cáo số 35/BC-UBND", "35/BC-UBND"), id="own number once more"),
        pytest.param(set_mention(0, number="33/CT–TTG"), id="same number in other letters"),
        pytest.param(set_mention(3, date="1998-09-08"), id="date more exact than gold"),
        pytest.param(set_mention(0, end=GOLD["mentions"][0]["end"] + 16), id="date inside the span"),
        pytest.param(lambda o: o["relations"].append(dict(o["relations"][0])), id="the same link twice"),
    ],
)
def test_what_is_not_wrong_changes_nothing(harmless: Fault) -> None:
    report, changed = change(harmless)
    assert changed == set()
    assert report.misses == []


def with_gold(**changes: Any) -> dict[str, Any]:
    """The gold, its mentions and relations changed by position: ``mentions={0: {...}}``."""
    gold = copy.deepcopy(GOLD)
    for part, rows in changes.items():
        for i, fields in rows.items():
            gold[part][i].update(fields)
    return gold


def test_provisions_are_judged_one_by_one_where_gold_gives_them() -> None:
    wanted = [{"dieu": "19", "khoan": "2"}, {"dieu": "20"}]
    gold = with_gold(mentions={3: {"pinpoints": wanted}, 4: {"pinpoints": []}})
    output = perfect()
    assert evaluate([output], [gold]).score("pinpoint") == Score(missed=2)
    output["mentions"][3]["pinpoint"] = wanted[0]
    assert evaluate([output], [gold]).score("pinpoint") == Score(right=1, missed=1)
    output["mentions"][3]["pinpoints"] = [*wanted[::-1], {"dieu": "21"}]
    assert evaluate([output], [gold]).score("pinpoint") == Score(right=2, extra=1)
    output["mentions"][4]["pinpoint"] = {"chuong": "II"}
    output["mentions"][0]["pinpoint"] = {"chuong": "II"}  # gold says nothing of this one
    report = evaluate([output], [gold])
    assert report.score("pinpoint") == Score(right=2, extra=2)
    assert any("extra, provision cited: chuong ii: Nghị định số 04" in line for line in report.miss_lines("en"))


def test_the_part_that_a_link_touches() -> None:
    part = {"scope": "partial", "provisions": [{"dieu": "5"}]}
    gold = with_gold(relations={2: part, 0: {"scope": None}})
    output = perfect()
    assert evaluate([output], [gold]).score("scope") == Score(right=1, missed=2)
    output["relations"][2].update(part)
    assert evaluate([output], [gold]).score("scope") == Score(right=3)
    output["relations"][0]["scope"] = "partial"
    assert evaluate([output], [gold]).score("scope", "scope") == Score(right=1, missed=1)


def test_a_law_by_name_has_the_number_that_the_corpus_gives_it() -> None:
    gold = with_gold(mentions={1: {"resolves": "42/2013/QH13"}})
    assert evaluate([perfect()], [gold]).score("resolved") == Score(missed=1)
    output = perfect()
    output["resolved"] = {"law": "42/2013/QH13"}
    assert evaluate([output], [gold]).score("resolved") == Score(right=1)
    output["resolved"] = {"law": "43/2013/QH13"}
    assert evaluate([output], [gold]).score("resolved") == Score(missed=1)


def test_targets_join_and_keep_apart() -> None:
    gold = with_gold(mentions={5: {"target": "2020"}, 6: {"target": "2020"}})
    assert evaluate([perfect()], [gold]).score("joined") == Score(right=1)
    apart = evaluate([perfect()], [gold]).score("apart")
    assert (apart.missed, apart.extra) == (0, 0)
    lost = perfect()
    lost["mentions"][6]["target"] = "another"
    assert evaluate([lost], [gold]).score("joined") == Score(missed=1)
    merged = perfect()
    merged["mentions"][0]["target"] = "d2020"
    report = evaluate([merged], [gold])
    assert report.score("apart").missed == 2
    assert report.score("joined") == Score(right=1)


def sure(output: dict[str, Any]) -> dict[str, Any]:
    for row in output["mentions"]:
        row["confidence"] = 0.9
    for row in output["relations"]:
        row.update(confidence=0.8, frame="title", evidence={"start": 3, "end": 5})
    return output


def test_what_has_a_confidence_is_right_or_wrong() -> None:
    def counts(output: dict[str, Any], kind: str) -> tuple[int, int]:
        rows = [one.right for one in evaluate([output], [GOLD]).judged if one.kind == kind]
        return rows.count(True), rows.count(False)

    right = sure(perfect())
    assert counts(right, "mention") == (7, 0)
    assert counts(right, "relation") == (4, 0)  # also the plain citation: gold is complete and types nothing there
    wrong = sure(perfect())
    wrong["mentions"][0]["type"] = "ke-hoach"
    wrong["mentions"][5]["target"] = "d04"  # two documents of gold under one id
    assert counts(wrong, "mention") == (4, 3)
    wrong["relations"][0]["predicate"] = "guides"
    wrong["relations"].append(dict(wrong["relations"][3], subject="d04", object="d71"))
    assert counts(wrong, "relation")[1] == 1
    weak = sure(perfect())
    weak["relations"][2]["predicate"] = "cites"  # gold has a typed link in its place
    assert counts(weak, "relation") == (3, 1)
    allowed = sure(perfect())
    allowed["relations"][0].update(subject="own", object="d2021")
    assert counts(allowed, "relation") == (3, 0)


def test_frames_and_types_are_counted_apart() -> None:
    output = sure(perfect())
    output["relations"][1]["frame"] = "heading"
    output["relations"][2].update(subject="d71", object="d04")
    found = evaluate([output], [GOLD]).as_dict()
    assert {name: (row["right"], row["extra"]) for name, row in found["frames"].items()} == {
        "title": (2, 1), "heading": (1, 0),
    }  # fmt: skip
    assert found["types"]["chi-thi"]["numbered"]["right"] == 2
    assert found["types"]["chi-thi"]["back"]["right"] == 1
    assert sum(row["stated"] * row["count"] for row in found["calibration"]["relation"]) == pytest.approx(0.8 * 4)


def test_pairs_do_not_depend_on_the_order_of_the_output() -> None:
    output = perfect()
    output["mentions"].reverse()
    output["relations"].reverse()
    assert evaluate([output], [GOLD]) == evaluate([perfect()], [GOLD])


def test_a_longer_name_and_the_name_inside_it_are_kept_apart() -> None:
    outer, inner = "Luật sửa đổi một số điều của Luật Thuế", "Luật Thuế"
    at = outer.index(inner)
    common = {"type": "luat", "number": None, "date": None, "issuer": "quoc-hoi"}
    spans = [{"start": 0, "end": len(outer), "text": outer}, {"start": at, "end": len(outer), "text": inner}]
    links = [link(outer, "amends", inner, strength="stated")]
    gold = {"file": "b", "document": {}, "mentions": [{**s, **common} for s in spans], "relations": links,
            "never": [], "conflicts": [], "complete": True}  # fmt: skip
    mentions = [{**s, **common, "target": t} for s, t in zip(spans, ("outer", "inner"), strict=True)]
    documents = [{"id": "outer", "title": outer}, {"id": "inner", "title": inner}]
    found = link("outer", "amends", "inner", strength="stated")
    for rows in (mentions, mentions[::-1]):
        output = {"source": "b", "document": {"id": "own"}, "mentions": rows, "documents": documents,
                  "relations": [found]}  # fmt: skip
        assert evaluate([output], [gold]).misses == []
    output["relations"] = [link("inner", "amends", "outer", strength="stated")]
    assert evaluate([output], [gold]).score("relation") == Score(missed=1, extra=1)


def test_gold_without_offsets_pairs_by_number_type_and_words() -> None:
    gold = copy.deepcopy(GOLD)
    del gold["text"]
    for row in gold["mentions"]:
        row["start"] = row["end"] = None
    assert evaluate([perfect()], [gold]).misses == []
    lost = perfect()
    del lost["mentions"][5]
    report = evaluate([lost], [gold])
    assert report.score("numbered") == Score(right=4, missed=1)
    assert report.score("back") == Score(right=1)


def test_a_text_without_output_is_all_missed_and_output_without_gold_is_ignored() -> None:
    report = evaluate([{**perfect(), "source": "corpus.jsonl#b.txt"}], [GOLD])
    assert report.score("document") == Score(missed=1)
    assert report.score("numbered") == Score(missed=5)
    assert report.score("relation") == Score(missed=3)
    assert report.score("never") == Score(right=2)
    assert evaluate([{**perfect(), "source": "corpus.jsonl#a.txt"}], [GOLD]).misses == []


def test_two_outputs_of_one_name_are_refused() -> None:
    with pytest.raises(InputError, match=r"two outputs are named a\.txt"):
        evaluate([perfect(), {**perfect(), "source": "other/a.txt"}], [GOLD])


def test_faults_name_file_offset_and_words_on_one_line() -> None:
    output = perfect()
    del output["mentions"][0]
    output["document"]["number"] = "53/BC-UBND"
    output["relations"][0]["predicate"] = "guides"
    report = evaluate([output], [GOLD])
    assert "a.txt:10: sót, viện dẫn có số: Chỉ thị số 33/CT-TTg" in report.misses
    english = report.miss_lines("en")
    assert "a.txt: missed, the document itself (number): 35/BC-UBND ≠ 53/BC-UBND" in english
    assert "a.txt:10: missed, relation (implements): 18/KH-UBND → 33/CT-TTg@2021" in english
    assert "a.txt: extra, relation (guides): 18/KH-UBND → 33/CT-TTg" in english
    assert "a.txt:10: sót, quan hệ (thực hiện): 18/KH-UBND → 33/CT-TTg@2021" in report.misses
    assert all("\n" not in line for line in report.misses)


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_the_table_has_equal_columns_and_only_what_was_measured(lang: str) -> None:
    lines = evaluate([perfect()], [GOLD]).lines(lang)
    assert len({len(line) for line in lines}) == 1
    assert any(line.startswith({"vi": "  thay thế", "en": "  replaces"}[lang]) for line in lines)
    assert not any("suspends" in line or "đình chỉ" in line for line in lines)


def test_another_language_is_refused() -> None:
    with pytest.raises(ValueError, match="vi, en"):
        Report().lines("fr")


def test_figures_are_json() -> None:
    assert json.loads(json.dumps(evaluate([perfect()], [GOLD]).as_dict()))["numbered"]["f1"] == 1.0


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("98/2021NĐ-CP", "98/2021/NĐ-CP", True),
        ("772/QÐ-TTg", "772/QĐ-TTg", True),
        ("2033 / QĐ - UBND", "2033/QĐ-UBND", True),
        ("66.7/2025/NQ-CP", "667/2025/NQ-CP", False),
        ("05/ĐA-SNV", "05/DA-SNV", False),
        ("33/CT-TTg", "33/KH-UBND", False),
    ],
)
def test_numbers_are_compared_by_letters_and_digits(a: str, b: str, same: bool) -> None:
    assert (number_key(a) == number_key(b)) is same


def test_no_number_has_no_key() -> None:
    assert number_key(None) is number_key("") is None


def write(folder: Path, name: str, value: Any) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return path


def test_gold_is_read_from_folders_in_order(tmp_path: Path) -> None:
    write(tmp_path, "b/2.json", {**GOLD, "file": "2"})
    write(tmp_path, "a/9.json", {**GOLD, "file": "9"})
    assert [g["file"] for g in load_gold(tmp_path)] == ["9", "2"]
    assert [g["file"] for g in load_gold(tmp_path / "b" / "2.json")] == ["2"]


def broken(**changes: Any) -> dict[str, Any]:
    return {**copy.deepcopy(GOLD), **changes}


LINK = link("this", "implements", "18/KH-UBND", strength="stated")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{", "not readable as JSON"),
        ([], "an object is needed"),
        ({"file": "a"}, "'document'"),
        (broken(mentions=None), "'mentions' must be a list"),
        (broken(mentions=[{"start": 0}]), "mention 0 lacks date, end"),
        (broken(mentions=[{**GOLD["mentions"][0], "start": 9}]), "mention 0: the text at 9 is not 'Chỉ thị"),
        (broken(relations=[{**LINK, "predicate": "loves"}]), "unknown predicate 'loves'"),
        (broken(relations=[{**LINK, "object": "19/KH-UBND"}]), "'19/KH-UBND' is neither"),
        (broken(relations=[{**LINK, "object": "33/CT-TTg@2019"}]), "'33/CT-TTg@2019' is neither"),
        (broken(relations=[{**LINK, "strength": "sure"}]), "a relation needs a strength"),
        (broken(never=[{"subject": "this"}]), "a link needs"),
    ],
)
def test_bad_gold_is_named(tmp_path: Path, value: Any, message: str) -> None:
    path = write(tmp_path, "bad.json", value)
    with pytest.raises(InputError) as error:
        load_gold(tmp_path)
    assert message in str(error.value)
    assert str(path) in str(error.value)
    assert error.value.code == "gold-bad"


def test_one_text_has_gold_once(tmp_path: Path) -> None:
    write(tmp_path, "1.json", GOLD)
    write(tmp_path, "2.json", GOLD)
    with pytest.raises(InputError, match=r"2\.json: 'a\.txt' has gold twice"):
        load_gold(tmp_path)


def test_a_folder_without_gold_and_no_folder_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold in"):
        load_gold(tmp_path)
    with pytest.raises(InputError, match="not readable"):
        load_gold(tmp_path / "absent")


def test_our_gold_is_well_formed() -> None:
    assert len(load_gold(DATA / "samples")) == 16
    assert len(load_gold(DATA / "texts" / "dev")) >= 200
    assert len(load_gold(DATA / "texts" / "test")) >= 30
