"""Papers issued for what a fragment before their sentence names."""

import pytest

from tests.drafts import told

NEWS = "Sơn La: Kết quả triển khai\n\n"
ISSUED = "UBND tỉnh Sơn La đã ban hành Kế hoạch số 101/KH-UBND ngày 10/12/2019 về học tập."


@pytest.mark.parametrize(
    ("fragment", "behind", "want"),
    [
        ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.", ISSUED, {"101/KH-UBND implements 05-CT/TW"}),
        (
            "Thực hiện Chỉ thị số 35-CT/TW ngày 30/5/2019, Hướng dẫn số 26-HD/BTCTW ngày 18/10/2019 về đại hội.",
            f"Ngày 10/12/2019, {ISSUED}",
            {"101/KH-UBND implements 35-CT/TW", "101/KH-UBND implements 26-HD/BTCTW"},
        ),
        (
            "Căn cứ Quy định số 294-QĐ/TW, ngày 26/5/2025; Nghị định số 9/2024/NĐ-CP.",
            "Ban Thường vụ Tỉnh ủy ban hành Quy định số 19-QĐ/TU, ngày 25/12/2025 về khen thưởng.",
            {"19-QĐ/TU basedOn 294-QĐ/TW", "19-QĐ/TU basedOn 9/2024/NĐ-CP"},
        ),
        # another sentence between, a deed of its own, what is done is not the paper
        ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016. Kết quả đạt khá.", ISSUED, set()),
        ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016, nhà trường tổ chức 5 hội nghị.", ISSUED, set()),
        ("Thực hiện cơ chế một cửa theo Nghị định số 61/2018/NĐ-CP ngày 23/4/2018.", ISSUED, set()),
        ("Thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016.", "Các trường đã ban hành kế hoạch.", set()),
    ],
)
def test_a_fragment_is_read_with_the_sentence_behind(fragment, behind, want):
    assert {row for row in told(f"{NEWS}{fragment} {behind}\n") if not row.startswith("self")} == want


def test_the_text_does_not_stand_on_what_another_was_issued_for():
    text = f"{NEWS}Căn cứ Quy định số 294-QĐ/TW, ngày 26/5/2025. Ban Thường vụ Tỉnh ủy ban hành Quy định số 19-QĐ/TU, ngày 25/12/2025.\n"
    assert told(text) == {"19-QĐ/TU basedOn 294-QĐ/TW"}
