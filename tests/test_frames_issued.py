"""What a paper was issued for, as the sentence that issues it tells."""

import pytest

from tests.drafts import REPORT, told

ISSUED = [
    (
        REPORT,
        "Ngay sau khi có Quy định số 22-QĐ/TW ngày 28/7/2021, tỉnh đã ban hành kế hoạch thực hiện(4). "
        "Kết quả tốt.\n"
        "(4) Kế hoạch số 70-KH/TU, ngày 16/11/2021 của Ban Thường vụ Tỉnh ủy.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Ngay sau khi có Quy định số 22-QĐ/TW ngày 28/7/2021, Tỉnh ủy đã ban hành Kế hoạch số 70-KH/TU, "
        "ngày 16/11/2021 để thực hiện.\n",
        {"70-KH/TU implements 22-QĐ/TW"},
    ),
    (
        REPORT,
        "Để triển khai Chỉ thị số 18/CT-TTg ngày 16/5/2017, Bộ ban hành Kế hoạch số 2361/KH-LĐTBXH ngày "
        "13/6/2017, giao Cục Trẻ em làm đầu mối.\n",
        {"2361/KH-LĐTBXH implements 18/CT-TTg"},
    ),
    (
        REPORT,
        "Thực hiện Kế hoạch số 28/KH-UBND ngày 17/01/2023 của UBND tỉnh, UBND huyện đã ban hành các Kế "
        "hoạch: số 38/KH-UBND ngày 03/02/2023 về CCHC; số 41/KH-UBND ngày 15/02/2023 về tuyên truyền và "
        "Công văn số 245/UBND-NV ngày 20/02/2023 về đôn đốc.\n",
        {
            "245/UBND-NV implements 28/KH-UBND",
            "38/KH-UBND implements 28/KH-UBND",
            "41/KH-UBND implements 28/KH-UBND",
        },
    ),
    (
        REPORT,
        "Sau khi có Nghị quyết số 08-NQ/TU ngày 1/2/2016, UBND tỉnh đã ban hành Kế hoạch số 186/KH-UBND "
        "ngày 15-6-2016 thực hiện Nghị quyết; HĐND tỉnh ban hành Nghị quyết số 07/2017/NQ-HĐND ngày "
        "1/7/2017.\n",
        {"186/KH-UBND implements 08-NQ/TU"},
    ),
    (
        REPORT,
        "Nghị quyết số 14-NQ/TU ngày 1/8/2017 đã đi vào cuộc sống. Ủy ban nhân dân tỉnh đã ban hành Kế "
        "hoạch số 4521/KH-UBND, ngày 05/10/2017 triển khai Nghị quyết; Hội đồng kịp thời ban hành các "
        "chính sách.\n",
        {"4521/KH-UBND implements 14-NQ/TU"},
    ),
    (
        REPORT,
        "UBND tỉnh đã ban hành Kế hoạch số 4521/KH-UBND, ngày 05/10/2018 triển khai Nghị quyết số "
        "15-NQ/TU.\n",
        {"4521/KH-UBND implements 15-NQ/TU"},
    ),
    (
        REPORT,
        "Thực hiện Quyết định số 28/QĐ-TTg ngày 17/01/2023, UBND huyện đã ban hành các văn bản: Kế hoạch "
        "số 38/KH-UBND ngày 03/02/2023, Kế hoạch số 41/KH-UBND ngày 15/02/2023.\n",
        {"38/KH-UBND implements 28/QĐ-TTg", "41/KH-UBND implements 28/QĐ-TTg"},
    ),
    (
        REPORT,
        "Quyết định số 23/2014/QĐ-UBND ngày 20/6/2014 của UBND TP. Hà Nội được ban hành để thi hành Luật "
        "Đất đai năm 2013.\n",
        {"23/2014/QĐ-UBND implements Luật Đất đai"},
    ),
    (
        REPORT,
        "Chỉ đạo tại Kế hoạch số 37/KH-UBND ngày 1/2/2023 về kế hoạch thực hiện Quyết định số 90/QĐ-TTg "
        "trên địa bàn tỉnh.\n",
        {"37/KH-UBND implements 90/QĐ-TTg"},
    ),
    (
        REPORT,
        "Kế hoạch số 09/KH-UBND-MTTQ ngày 25/02/2021 của hai cơ quan triển khai Quy chế phối hợp số "
        "01/QCPH-UBND-MTTQ ngày 22/3/2017 được thực hiện đến hết năm.\n",
        {"09/KH-UBND-MTTQ implements 01/QCPH-UBND-MTTQ"},
    ),
    (
        REPORT,
        "Huyện đã ban hành Kế hoạch số 07/KH-UBND ngày 09/01/2023 thay thế Kế hoạch số 41/KH-UBND ngày "
        "09/8/2022 để triển khai Quyết định số 1719/QĐ-TTg ngày 14/10/2021.\n",
        {"07/KH-UBND implements 1719/QĐ-TTg", "07/KH-UBND replaces 41/KH-UBND"},
    ),
    (
        REPORT,
        "Huyện đã ban hành Kế hoạch số 07/KH-UBND ngày 09/01/2023 thay thế Kế hoạch số 41/KH-UBND ngày "
        "09/8/2022 triển khai Quyết định số 1719/QĐ-TTg ngày 14/10/2021.\n",
        {"07/KH-UBND replaces 41/KH-UBND", "41/KH-UBND implements 1719/QĐ-TTg"},
    ),
    (
        REPORT,
        "Nghị quyết số 78/NQ-CP ngày 18/6/2022 là chương trình hành động của Chính phủ thực hiện Nghị "
        "quyết số 13-NQ/TW ngày 02/4/2022 của Bộ Chính trị.\n",
        {"78/NQ-CP implements 13-NQ/TW"},
    ),
]

NOT_ISSUED = [
    (
        REPORT,
        "Ngay sau khi có Quy định số 22-QĐ/TW ngày 28/7/2021, Tỉnh ủy đã ban hành Kế hoạch số 70-KH/TU, "
        "ngày 16/11/2021.\n",
        set(),
    ),
    (
        REPORT,
        "Sau khi Chỉ thị số 22-CT/TW ngày 28/7/2021 được ban hành, Tỉnh ủy đã ban hành Kế hoạch số "
        "70-KH/TU, ngày 16/11/2021.\n",
        set(),
    ),
    (
        REPORT,
        "Sau khi nhận được Công văn số 22/BNV-TCCB ngày 28/7/2021, Sở đã ban hành Kế hoạch số 70/KH-SNV, "
        "ngày 16/11/2021.\n",
        set(),
    ),
    (
        REPORT,
        "Về bảo hiểm y tế, để thực hiện Quyết định số 546/QĐ-TTg ngày 29/4/2022 của Thủ tướng Chính phủ, "
        "UBND tỉnh đã giao chỉ tiêu cho từng địa phương tại Quyết định số 395/QĐ-UBND ngày 01/7/2022.\n",
        set(),
    ),
    (
        REPORT,
        "Có Nghị quyết số 14-NQ/TU ngày 1/8/2017 và Nghị quyết số 15-NQ/TU ngày 1/8/2018. UBND tỉnh đã "
        "ban hành Kế hoạch số 4521/KH-UBND, ngày 05/10/2018 triển khai Nghị quyết.\n",
        set(),
    ),
    (
        REPORT,
        "Tiếp theo đó, Chủ tịch UBND huyện ban hành Quyết định số 2471/QĐ-UBND ngày 19/9/2022 cưỡng chế "
        "thi hành Quyết định số 88/QĐ-XPHC ngày 1/8/2022.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), ISSUED)
def test_issued(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NOT_ISSUED)
def test_not_issued(draft, text, want):
    assert told(draft + text) == want
