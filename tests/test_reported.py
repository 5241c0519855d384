"""Reports that call what they report on by its type alone, and the papers that carry it out."""

import pytest

from kg.analyse import analyse

HEAD = (
    "UBND HUYỆN MAI SƠN\nPHÒNG NỘI VỤ\nSố: 12/{code}-PNV\nMai Sơn, ngày 5 tháng 3 năm 2024\n\n{kind}\n"
    "Tình hình thực hiện Chỉ thị số 26/CT-TTg ngày 05/9/2016 của Thủ tướng Chính phủ về kỷ luật, kỷ cương\n\n"
    "1. Công tác chỉ đạo\n"
)
REPORT = HEAD.format(code="BC", kind="BÁO CÁO")


def implementing(text):
    """Serials of what implements the directive, with how it is said; of all links that others make."""
    a = analyse(text)
    found = {(r.subject.split("_")[-1], r.object.split("_")[-1], r.strength) for r in a.relations
             if r.predicate == "implements" and r.subject != a.document.id}  # fmt: skip
    return {(subject.split("-")[0], object_.split("-")[0], how) for subject, object_, how in found}


@pytest.mark.parametrize(
    ("body", "want"),
    [
        ("UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 triển khai thực hiện Chỉ thị; Công văn số 99/UBND-NC ngày "
         "4/3/2023 về đôn đốc thực hiện Chỉ thị trên địa bàn tỉnh.", {("45", "26", "stated"), ("99", "26", "stated")}),
        ("Để triển khai Chỉ thị, UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023.", {("45", "26", "stated")}),
        ("Huyện đã ban hành các văn bản chỉ đạo thực hiện Chỉ thị[1].\n\n[1] Kế hoạch số 45/KH-UBND ngày 3/3/2023; Công văn số "
         "99/UBND-NC ngày 4/3/2023.", {("45", "26", "footnote"), ("99", "26", "footnote")}),
        ("a) Các văn bản chỉ đạo, triển khai thực hiện Chỉ thị¹\nNội dung.\n\n¹ Kế hoạch số 45/KH-UBND ngày 3/3/2023.",
         {("45", "26", "footnote")}),
        ("Các văn bản triển khai thực hiện Chỉ thị:\n- Kế hoạch số 45/KH-UBND ngày 3/3/2023 về kỷ luật;\n- Công văn số "
         "99/UBND-NC ngày 4/3/2023 về việc đôn đốc.", {("45", "26", "heading"), ("99", "26", "heading")}),
        ("UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 để triển khai thực hiện.", {("45", "26", "stated")}),
        # to carry out another paper, which the sentence names
        ("Theo Nghị quyết số 30/NQ-HĐND ngày 2/2/2023, UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 để triển khai thực "
         "hiện.", {("45", "30", "stated")}),
        ("Các địa phương đã xây dựng kế hoạch thực hiện Chỉ thị số 26/CT-TTg (huyện Gia Lộc: Kế hoạch số 45/KH-UBND ngày 3/3/2023; "
         "thành phố Chí Linh: Kế hoạch số 99/KH-UBND ngày 4/3/2023).", {("45", "26", "stated"), ("99", "26", "stated")}),
        ("Chỉ thị số 45/CT-UBND ngày 3/3/2023 (được ban hành để thực hiện Chỉ thị số 26/CT-TTg) đã được quán triệt.",
         {("45", "26", "stated")}),
        ("Nội dung.\n\nPHỤ LỤC\nDANH MỤC VĂN BẢN TRIỂN KHAI THỰC HIỆN CHỈ THỊ SỐ 26/CT-TTg\n(Kèm theo Báo cáo số 12/BC-PNV ngày 05/3/2024 "
         "của Phòng Nội vụ)\n\nTT | Số, ký hiệu | Ngày | Trích yếu\n1 | Kế hoạch 45/KH-UBND | 28/5/2023 | Hành động\n2 | Công văn "
         "99/UBND-KT | 30/5/2023 | Đôn đốc", {("45", "26", "heading"), ("99", "26", "heading")}),
        ("Để triển khai Chỉ thị số 26/CT-TTg, Phòng ban hành các văn bản:\n- Kế hoạch số 45/KH-PNV ngày 3/3/2023 về kỷ luật;\n- "
         "Công văn số 99/PNV ngày 4/3/2023 về việc đôn đốc.", {("45", "26", "heading"), ("99", "26", "heading")}),
    ],
)  # fmt: skip
def test_papers_that_carry_out_what_is_reported_on(body, want):
    assert implementing(f"{REPORT}{body}\n\n2. Kết quả\nĐã kiểm tra.\n") == want


@pytest.mark.parametrize(
    "body",
    [
        # in brackets, and not for it
        "Chỉ thị số 45/CT-UBND ngày 3/3/2023 (cùng với Chỉ thị số 26/CT-TTg) đã được quán triệt.",
        # a place and what it has
        "Đã quán triệt Chỉ thị số 26/CT-TTg (huyện Gia Lộc: Kế hoạch số 45/KH-UBND ngày 3/3/2023).",
        # whose directive?
        "UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 thực hiện Chỉ thị của Ban Thường vụ Tỉnh ủy.",
        # another directive was named since
        "UBND tỉnh đã ban hành Chỉ thị số 07/CT-UBND ngày 3/3/2023; Công văn số 5/UBND-NC ngày 5/3/2023 về thực hiện Chỉ thị.",
        # the note is called by what was done
        "Huyện đã tổ chức hội nghị[1].\n\n[1] Theo Kế hoạch số 45/KH-UBND ngày 3/3/2023.",
        # no paper of that type is reported on
        "UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 thực hiện Nghị quyết.",
        # no name, the act of directing
        "UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 để thực hiện chỉ thị.",
    ],
)
def test_what_may_be_another_paper_is_left(body):
    assert implementing(f"{REPORT}{body}\n\n2. Kết quả\nĐã kiểm tra.\n") == set()


def test_only_a_report_speaks_so():
    body = "UBND tỉnh đã ban hành Kế hoạch số 45/KH-UBND ngày 3/3/2023 triển khai thực hiện Chỉ thị.\n"
    assert implementing(HEAD.format(code="TB", kind="THÔNG BÁO") + body) == set()
    two = REPORT.replace("về kỷ luật", "và Chỉ thị số 10/CT-TTg ngày 22/4/2019 về kỷ luật")
    assert implementing(two + body) == set()
