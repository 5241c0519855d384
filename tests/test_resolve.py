import itertools
import random

from kg.analyse import analyse
from kg.claims import claims
from kg.resolve import resolve, resolve_block

A = "UBND TỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 5 tháng 2 năm 2022\nKẾ HOẠCH\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021\n"
B = "UBND TỈNH HÀ GIANG\nSố: 7/BC-UBND\nHà Giang, ngày 5 tháng 6 năm 2023\nBÁO CÁO\nKết quả\n\nThực hiện Chỉ thị số 33/CT-TTg về dân vận.\n"
C = "UBND TỈNH HÀ GIANG\nSố: 8/BC-UBND\nHà Giang, ngày 5 tháng 6 năm 2017\nBÁO CÁO\nKết quả\n\nTheo Chỉ thị số 33/CT-TTg ngày 30/12/2016.\n"
D = "UBND TỈNH HÀ GIANG\nSố: 9/BC-UBND\nHà Giang, ngày 5 tháng 6 năm 2015\nBÁO CÁO\nKết quả\n\nTheo Chỉ thị số 33/CT-TTg về dân vận.\n"


def target(res, analysis):
    return res.ids[analysis.source, analysis.mentions[-1].target]


def corpus(**texts):
    return [analyse(t, source=s) for s, t in texts.items()]


def test_an_undated_citation_joins_the_only_document_that_fits():
    a, b = corpus(a=A, b=B)
    res = resolve([a, b])
    assert target(res, b) == "vn_ttg_chi-thi_2021_33-ct-ttg"


def test_two_candidates_leave_it_open_with_both():
    a, b, c = corpus(a=A, b=B, c=C)
    res = resolve([a, b, c])
    open_ = next(d for d in res.documents if d.id == target(res, b))
    assert open_.status == "unresolved"
    assert open_.candidates == ("vn_ttg_chi-thi_2016_33-ct-ttg", "vn_ttg_chi-thi_2021_33-ct-ttg")


def test_a_text_does_not_cite_its_future():
    a, d = corpus(a=A, d=D)
    assert target(resolve([a, d]), d).startswith("ref_")


def test_order_of_texts_does_not_matter():
    texts = corpus(a=A, b=B, c=C, d=D)
    first = resolve(texts)
    for order in itertools.permutations(texts):
        res = resolve(order)
        assert (res.documents, dict(res.ids), res.conflicts, dict(res.mentions)) == (
            first.documents, dict(first.ids), first.conflicts, dict(first.mentions))


def test_a_block_is_a_pure_function_of_its_rows():
    rows = [c for a in corpus(a=A, b=B, c=C) for c in claims(a) if c.document.block == "chi-thi|33|ct-ttg"]
    assert len(rows) == 3
    shuffled = rows[:]
    random.Random(1).shuffle(shuffled)
    assert resolve_block(rows) == resolve_block(shuffled)


def test_own_header_is_trusted_over_citations_and_the_disagreement_kept():
    own = "BỘ NỘI VỤ\nSố: 05/2020/TT-BNV\nHà Nội, ngày 9 tháng 11 năm 2020\nTHÔNG TƯ\nVề lưu trữ\n"
    wrong = "Theo Thông tư số 05/2020/TT-BNV ngày 19/11/2020 của Bộ Nội vụ."
    res = resolve(corpus(x=own, y=wrong, z=wrong + " Chỉ thị số 33/CT-TTg."))
    d = next(d for d in res.documents if d.number == "05/2020/TT-BNV")
    assert (d.date, d.status) == ("2020-11-09", "read")
    conflict, where = next((c, w) for c, w in res.conflicts if c.target == d.id)
    assert conflict.values == ("2020-11-09", "2020-11-19")
    assert set(where) >= {"y", "z"}


def test_adding_texts_keeps_resolved_ids():
    a, b, c = corpus(a=A, b=B, c=C)
    small = {d.id for d in resolve([a]).documents if d.status != "unresolved"}
    assert small <= {d.id for d in resolve([a, b, c]).documents}


def test_every_claim_has_a_document():
    texts = corpus(a=A, b=B, c=C, d=D)
    res = resolve(texts)
    known = {d.id for d in res.documents}
    for a in texts:
        for d in (a.document, *a.documents):
            assert res.ids[a.source, d.id] in known


def test_a_district_without_its_province_is_the_one_of_the_same_paper_and_day():
    cited = "Theo Kế hoạch số 76/KH-UBND ngày 21/3/2022 của UBND huyện Châu Thành{}."
    a, b, c = corpus(a=cited.format(", tỉnh Bến Tre"), b=cited.format(""), c=cited.format("").replace("21/3", "22/3"))
    assert b.mentions[0].target.startswith("ref_"), "alone, b names a district of ten provinces"
    res = resolve([a, b])
    assert target(res, a) == target(res, b) == a.mentions[0].target
    res = resolve([a, c])
    assert target(res, c) == c.mentions[0].target, "the days differ: nothing says that it is the same district"
    other = analyse(cited.format(", tỉnh Long An"), source="o")
    res = resolve([a, b, other])
    open_ = next(d for d in res.documents if d.id == target(res, b))
    assert open_.candidates == tuple(sorted((a.mentions[0].target, other.mentions[0].target))), "neither is meant"


def test_papers_of_districts_without_a_province_are_not_joined():
    cited = "Theo Kế hoạch số 76/KH-UBND ngày 21/3/2022 của UBND huyện Châu Thành và văn bản số {}."
    b, c = corpus(b=cited.format(1), c=cited.format(2))
    res = resolve([b, c])
    assert target(res, b) != target(res, c), "one may be of Bến Tre, the other of Long An"
    own = "ỦY BAN NHÂN DÂN\nHUYỆN CHÂU THÀNH\nSố: 76/KH-UBND\nChâu Thành, ngày 21 tháng 3 năm 2022\nKẾ HOẠCH\n{}\n"
    x, y = corpus(x=own.format("Về dân vận"), y=own.format("Về đất đai"))
    assert x.document.number == y.document.number == "76/KH-UBND"
    assert x.document.id != y.document.id
    assert target(resolve([b, x]), b) == x.document.id
    assert target(resolve([b, x, y]), b) == b.mentions[0].target


def test_a_district_that_one_province_has_needs_no_province():
    a = analyse("Theo Kế hoạch số 76/KH-UBND ngày 21/3/2022 của UBND huyện Văn Chấn.")
    assert a.mentions[0].target == "vn_ubnd.huyen-van-chan.yen-bai_ke-hoach_2022_76-kh-ubnd"


def test_in_one_text_a_district_and_the_same_with_its_province_are_one():
    cited = "Theo Kế hoạch số 76/KH-UBND ngày 21/3/2022 của UBND huyện Châu Thành{}. "
    a = analyse(cited.format(", tỉnh Bến Tre") + cited.format("") + "Kế hoạch số 76/KH-UBND nêu rõ.")
    assert {m.target for m in a.mentions} == {"vn_ubnd.huyen-chau-thanh.ben-tre_ke-hoach_2022_76-kh-ubnd"}
    b = analyse(cited.format("") + "Kế hoạch số 76/KH-UBND nêu rõ.")
    assert len({m.target for m in b.mentions}) == 1
    assert b.documents[0].status == "unresolved"
