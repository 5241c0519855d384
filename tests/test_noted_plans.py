"""Papers that only a note names: the plan that carries out what the sentence of its call says."""

import pytest

from tests.drafts import REPORT, told

NOTES = [
    (
        REPORT,
        "Thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021, tỉnh đã ban hành kế hoạch thực hiện[4]. Kết quả "
        "tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021, tỉnh đã ban hành kế hoạch[4] và tổ chức hội "
        "nghị. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Sau khi Bộ Chính trị ban hành Quy định số 22-QĐ/TW ngày 28/7/2021, tỉnh đã ban hành kế hoạch "
        "thực hiện[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Tỉnh đã ban hành kế hoạch thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Tỉnh đã ban hành kế hoạch[4] thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Cụ thể hóa Quy định số 22-QĐ/TW ngày 28/7/2021, Tỉnh ủy kịp thời ban hành các văn bản chỉ "
        "đạo[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Quán triệt Quy định số 22-QĐ/TW ngày 28/7/2021, Tỉnh ủy kịp thời ban hành các văn bản chỉ "
        "đạo[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Tỉnh ủy chỉ đạo thực hiện Quy định số 22-QĐ/TW ngày 28/7/2021 bằng kế hoạch[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Quy định số 22-QĐ/TW ngày 28/7/2021 được Tỉnh ủy cụ thể hóa bằng kế hoạch[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Ban Thường vụ Huyện ủy đã ban hành kế hoạch để triển khai Kế hoạch số 21-KH/TU ngày 1/8/2016 "
        "trong toàn Đảng bộ(1), đồng thời ban hành kế hoạch học tập.\n"
        "\n"
        "(1) Kế hoạch số 18-KH/HU, ngày 1/9/2016 của Ban Thường vụ Huyện ủy.\n",
        {"18-KH/HU implements 21-KH/TU"},
    ),
    (
        REPORT,
        "Ban Tuyên giáo Huyện ủy có văn bản hướng dẫn thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016(1).\n"
        "\n"
        "(1) Hướng dẫn số 09-HD/BTGHU, ngày 1/9/2016.\n",
        {"09-HD/BTGHU guides 05-CT/TW"},
    ),
    (
        REPORT,
        "UBND tỉnh đã ban hành Kế hoạch số 236/KH-UBND ngày 12/7/2017 và các văn bản chỉ đạo thực hiện "
        "Kế hoạch số 236/KH-UBND[1].\n"
        "\n"
        "[1] Quyết định số 2481/QĐ-UBND ngày 1/9/2017; Công văn số 5640/UBND-VX ngày 2/10/2017.\n",
        {"2481/QĐ-UBND implements 236/KH-UBND", "5640/UBND-VX implements 236/KH-UBND"},
    ),
    (
        REPORT,
        "Đầu năm, Ban Thường trực đã ban hành kế hoạch giám sát để thực hiện Quyết định số 217-QĐ/TW và"
        " Quyết định số 218-QĐ/TW¹, gửi các tổ chức thành viên.\n"
        "¹ Kế hoạch số 71/KH-MTTQ-BTT ngày 10/02/2020. Quyết định số 218-QĐ/TW được Bộ Chính trị ban "
        "hành ngày 12/12/2013.\n",
        {
            "71/KH-MTTQ-BTT implements 217-QĐ/TW",
            "71/KH-MTTQ-BTT implements 218-QĐ/TW",
        },
    ),
]

OTHER_NOTES = [
    (
        REPORT,
        "Ngay sau khi có Quy định số 22-QĐ/TW ngày 28/7/2021, tỉnh đã ban hành kế hoạch[4] và tổ chức "
        "hội nghị. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        set(),
    ),
    (
        REPORT,
        "Quy định số 22-QĐ/TW ngày 28/7/2021 được Tỉnh ủy triển khai kịp thời[4]. Kết quả tốt.\n"
        "[4] Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), NOTES)
def test_notes(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), OTHER_NOTES)
def test_other_notes(draft, text, want):
    assert told(draft + text) == want
