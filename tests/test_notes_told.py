"""What notes tell of the papers that call them."""

import pytest

from tests.drafts import REPORT, told

HEAD_1 = "ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 15/KH-UBND\nNgày 20 tháng 12 năm 2025\nKẾ HOẠCH\nVề chương trình giảm nghèo\n\n"

TOLD = [
    (
        REPORT,
        "Đã ban hành Quy chế số 03-QC/HU, ngày 06/9/2022 về phối hợp giữa các cơ quan[6]. Kết quả tốt.\n"
        "[6] Kèm theo Quyết định số 640-QĐ/HU, ngày 06/9/2022 của Ban Thường vụ Huyện ủy; Quy chế này "
        "thay thế Quy chế số 01-QC/HU, ngày 14/02/2016.\n",
        {"03-QC/HU replaces 01-QC/HU", "640-QĐ/HU promulgates 03-QC/HU"},
    ),
    (
        REPORT,
        "Thực hiện theo Quy chế dân chủ của cơ quan Bộ². Sở báo cáo.\n"
        "² Ban hành kèm theo Quyết định số 1034/QĐ-BLĐTBXH ngày 09/8/2016 của Bộ trưởng để thực hiện "
        "Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ.\n",
        {"1034/QĐ-BLĐTBXH implements 04/2015/NĐ-CP"},
    ),
    (
        REPORT,
        "UBND tỉnh ban hành Quyết định số 41/2024/QĐ-UBND về hạn mức giao đất[3] và Quyết định số "
        "44/2024/QĐ-UBND về bồi thường[4].\n"
        "[3] Quyết định số 41/2024/QĐ-UBND ngày 02/9/2024 của UBND tỉnh, thay thế Quyết định số "
        "16/2018/QĐ-UBND của UBND tỉnh. Lỗi kỹ thuật tại khoản 4 Điều 5 Quyết định này đã được đính "
        "chính theo Quyết định số 2115/QĐ-UBND ngày 25/10/2024 của UBND tỉnh.\n"
        "[4] Quy định chi tiết một số điều của Nghị định số 88/2024/NĐ-CP.\n",
        {
            "2115/QĐ-UBND corrects 41/2024/QĐ-UBND",
            "41/2024/QĐ-UBND replaces 16/2018/QĐ-UBND",
            "44/2024/QĐ-UBND guides 88/2024/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Huyện ban hành Kế hoạch số 48/KH-UBND ngày 05/9/2022 để thực hiện Đề án số 03/ĐA-UBND ngày "
        "20/7/2022[4].\n"
        "[4] Thay cho Kế hoạch số 19/KH-UBND ngày 28/5/2021 của UBND huyện không còn phù hợp.\n",
        {"48/KH-UBND implements 03/ĐA-UBND", "48/KH-UBND replaces 19/KH-UBND"},
    ),
    (
        REPORT,
        "Chính sách thực hiện theo Nghị định số 108/2014/NĐ-CP[4], đã được sửa đổi, bổ sung hai lần[5].\n"
        "[5] Nghị định số 113/2018/NĐ-CP ngày 31/8/2018, Nghị định số 143/2020/NĐ-CP ngày 10/12/2020 của "
        "Chính phủ.\n",
        {"113/2018/NĐ-CP amends 108/2014/NĐ-CP", "143/2020/NĐ-CP amends 108/2014/NĐ-CP"},
    ),
    (
        REPORT,
        "Đánh giá chính sách tại Nghị quyết số 33/2021/NQ-HĐND[5], đã được sửa đổi, bổ sung năm 2022[6]; "
        "nghiên cứu nâng mức.\n"
        "[5] Ngày 10/12/2021.\n"
        "[6] Nghị quyết số 12/2022/NQ-HĐND ngày 15/7/2022.\n",
        {"12/2022/NQ-HĐND amends 33/2021/NQ-HĐND"},
    ),
    (
        REPORT,
        "Luật Phòng, chống tham nhũng năm 2018 đã được quy định chi tiết bằng nghị định của Chính "
        "phủ(7), bảo đảm tính tương thích.\n"
        "(7) Nghị định số 59/2019/NĐ-CP ngày 01/7/2019.\n",
        {"59/2019/NĐ-CP guides Luật Phòng, chống tham nhũng"},
    ),
    (
        REPORT,
        "Sở thực hiện theo Nghị quyết số 03/NQ-CP ngày 13/01/2025[2].\n"
        "[2] Được sửa đổi, bổ sung, cập nhật bởi Nghị quyết số 71/NQ-CP ngày 01/4/2025.\n",
        {"71/NQ-CP amends 03/NQ-CP"},
    ),
    (
        HEAD_1,
        "Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị và Nghị quyết số 03/NQ-CP, "
        "ngày 09/01/2025 của Chính phủ ban hành Chương trình hành động thực hiện Nghị quyết 57¹, Ban "
        "Thường vụ Tỉnh ủy ban hành Chương trình như sau:\n"
        "\n"
        "¹ Được sửa đổi, bổ sung bởi Nghị quyết số 71/NQ-CP, ngày 01/4/2025 của Chính phủ.\n",
        {
            "03/NQ-CP implements 57-NQ/TW",
            "71/NQ-CP amends 03/NQ-CP",
            "self implements 03/NQ-CP",
            "self implements 57-NQ/TW",
        },
    ),
    (
        REPORT,
        "Số liệu có chênh lệch so với Báo cáo số 372/BC-UBND ngày 24/3/2024³. Báo cáo này thay thế Báo "
        "cáo số 372/BC-UBND.\n"
        "\n"
        "³ UBND huyện đã có Công văn số 655/UBND-LĐTBXH ngày 03/6/2024 đính chính Báo cáo 372.\n",
        {"655/UBND-LĐTBXH corrects 372/BC-UBND", "self replaces 372/BC-UBND"},
    ),
    (
        REPORT,
        "Sau khi có Nghị quyết số 18-NQ/TW, ngày 25/10/2017, tỉnh đã ban hành các văn bản để thực "
        "hiện(*), phân công rõ trách nhiệm.\n"
        "(*) Chương trình hành động số 26-CTr/TU, ngày 18/01/2018 của Tỉnh ủy; Kế hoạch số 71/KH-UBND, "
        "ngày 25/7/2018 của UBND tỉnh.\n",
        {
            "26-CTr/TU implements 18-NQ/TW",
            "71/KH-UBND implements 18-NQ/TW",
        },
    ),
    (
        REPORT,
        "Quy định số 04-QĐi/TU, ngày 08/3/2016 của Ban Thường vụ Tỉnh ủy về phân cấp quản lý cán bộ đã "
        "được thay thế(**). Kết quả tốt(*).\n"
        "(*) Báo cáo số 9-BC/TU, ngày 04/5/2022.\n"
        "(**) Bằng Quy định số 21-QĐi/TU, ngày 14/11/2022 của Ban Thường vụ Tỉnh ủy.\n",
        {"21-QĐi/TU replaces 04-QĐi/TU"},
    ),
    (
        REPORT,
        "Chính sách hỗ trợ tại Nghị quyết số 22/2020/NQ-HĐND ngày 17/7/2020 của HĐND tỉnh đã được thay "
        "thế[1] sau ba năm.\n"
        "[1] Bằng Nghị quyết số 09/2023/NQ-HĐND ngày 14/7/2023 của HĐND tỉnh.\n",
        {"09/2023/NQ-HĐND replaces 22/2020/NQ-HĐND"},
    ),
    (
        REPORT,
        "HĐND tỉnh đã ban hành nghị quyết thay thế Nghị quyết số 165/2019/NQ-HĐND ngày 15/12/2019 về "
        "chính sách phát triển nông nghiệp(1). UBND tỉnh cũng đã bãi bỏ toàn bộ Quyết định số "
        "31/2017/QĐ-UBND(2) do không còn đối tượng.\n"
        "(1) Nghị quyết số 124/2024/NQ-HĐND ngày 18/7/2024.\n"
        "(2) Tại Quyết định số 19/2024/QĐ-UBND ngày 04/9/2024.\n",
        {
            "124/2024/NQ-HĐND replaces 165/2019/NQ-HĐND",
            "19/2024/QĐ-UBND repeals 31/2017/QĐ-UBND",
        },
    ),
    (
        REPORT,
        "Huyện đã chỉ đạo theo Chương trình hành động số 28-CTr/TU ngày 12/12/2022 của Tỉnh ủy[3].\n"
        "[3] Thực hiện Nghị quyết số 20-NQ/TW, ngày 16/6/2022.\n",
        {"28-CTr/TU implements 20-NQ/TW"},
    ),
    (
        REPORT,
        "HĐND tỉnh đã ban hành nghị quyết thay thế Nghị quyết số 165/2019/NQ-HĐND ngày 15/12/2019(1).\n"
        "(1) Tờ trình số 12/TTr-UBND ngày 18/7/2024.\n",
        set(),
    ),
    (
        REPORT,
        "HĐND tỉnh chưa bãi bỏ toàn bộ Nghị quyết số 165/2019/NQ-HĐND ngày 15/12/2019(1).\n"
        "(1) Nghị quyết số 124/2024/NQ-HĐND ngày 18/7/2024.\n",
        set(),
    ),
    (
        REPORT,
        "Chính sách tại Nghị quyết số 22/2020/NQ-HĐND ngày 17/7/2020 chưa được thay thế[1].\n"
        "[1] Theo Nghị quyết số 09/2023/NQ-HĐND ngày 14/7/2023 của HĐND tỉnh.\n",
        set(),
    ),
    (
        REPORT,
        "Sở đã áp dụng Thông tư số 12/2019/TT-BTC ngày 08/3/2019[1] khi tính phí.\n"
        "[1] Hết hiệu lực do được thay thế bằng Thông tư số 30/2024/TT-BTC ngày 16/5/2024.\n",
        {"30/2024/TT-BTC replaces 12/2019/TT-BTC"},
    ),
    (
        REPORT,
        "Huyện dừng theo Kế hoạch số 88/KH-UBND ngày 10/10/2023[1].\n"
        "[1] Bị tạm đình chỉ thực hiện theo Quyết định số 1201/QĐ-UBND ngày 14/3/2024 của UBND tỉnh.\n",
        {"1201/QĐ-UBND suspends 88/KH-UBND"},
    ),
    (
        REPORT,
        "Tỉnh ủy đã ban hành Nghị quyết số 05-NQ/TU ngày 12/10/2021[1].\n"
        "[1] Được cụ thể hóa bằng Kế hoạch số 44/KH-UBND ngày 03/01/2022 của UBND tỉnh.\n",
        {"44/KH-UBND implements 05-NQ/TU"},
    ),
    (
        REPORT,
        "Sở đã ban hành Kế hoạch số 21/KH-SYT ngày 05/02/2024[1].\n"
        "[1] Về triển khai Chỉ thị số 05/CT-TTg ngày 15/01/2024 và Kế hoạch số 20/KH-UBND ngày "
        "30/01/2024.\n",
        {
            "21/KH-SYT implements 05/CT-TTg",
            "21/KH-SYT implements 20/KH-UBND",
        },
    ),
    (
        REPORT,
        "UBND tỉnh ban hành Quyết định số 41/2021/QĐ-UBND ngày 02/9/2021[1] về hạn mức.\n"
        "[1] Thay thế Quyết định số 16/2018/QĐ-UBND ngày 10/5/2018; được sửa đổi, bổ sung bởi Quyết "
        "định số 09/2023/QĐ-UBND ngày 20/3/2023.\n",
        {
            "09/2023/QĐ-UBND amends 41/2021/QĐ-UBND",
            "41/2021/QĐ-UBND replaces 16/2018/QĐ-UBND",
        },
    ),
    (
        REPORT,
        "UBND tỉnh ban hành Quyết định số 41/2021/QĐ-UBND ngày 02/9/2021[1] về hạn mức.\n"
        "[1] Thay thế Quyết định số 16/2018/QĐ-UBND ngày 10/5/2018; chưa được sửa đổi, bổ sung bởi "
        "Quyết định số 09/2023/QĐ-UBND ngày 20/3/2023.\n",
        {"41/2021/QĐ-UBND replaces 16/2018/QĐ-UBND"},
    ),
    (
        REPORT,
        "UBND tỉnh ban hành Quyết định số 41/2021/QĐ-UBND ngày 02/9/2021(*****) về hạn mức.\n"
        "(*****) Đã được thay thế bởi Quyết định số 09/2023/QĐ-UBND ngày 20/3/2023.\n",
        {"09/2023/QĐ-UBND replaces 41/2021/QĐ-UBND"},
    ),
    (
        REPORT,
        "Việc này theo Nghị định số 34/2016/NĐ-CP ngày 14/5/2016, đã hai lần được sửa đổi[1].\n"
        "[1] Nghị định số 154/2020/NĐ-CP ngày 31/12/2020; Nghị định số 59/2024/NĐ-CP ngày 25/5/2024.\n",
        {
            "154/2020/NĐ-CP amends 34/2016/NĐ-CP",
            "59/2024/NĐ-CP amends 34/2016/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Mức chi theo Thông tư số 338/2016/TT-BTC mới chỉ được sửa đổi một số mức chi[3].\n"
        "[3] Thông tư số 42/2022/TT-BTC ngày 6/7/2022.\n",
        {"42/2022/TT-BTC amends 338/2016/TT-BTC"},
    ),
    (
        REPORT,
        "Thị xã từng áp dụng quy định tại Quyết định số 2120/QĐ-UBND ngày 11/8/2015 của UBND tỉnh[2].\n"
        "[2] Hiện đã bị bãi bỏ bởi Quyết định số 1475/QĐ-UBND ngày 25/4/2018 của UBND tỉnh.\n",
        {"1475/QĐ-UBND repeals 2120/QĐ-UBND"},
    ),
    (
        REPORT,
        "Trước đây là Nghị định số 38/2019/NĐ-CP(*).\n"
        "(*) Thay thế Nghị định số 136/2013/NĐ-CP ngày 21/10/2013; được hướng dẫn thực hiện bởi Thông "
        "tư số 02/2021/TT-BLĐTBXH ngày 24/6/2021.\n",
        {
            "02/2021/TT-BLĐTBXH guides 38/2019/NĐ-CP",
            "38/2019/NĐ-CP replaces 136/2013/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Theo Chỉ thị số 05-CT/TW ngày 02/3/2020[2], huyện đã làm.\n"
        "[2] Triển khai tại Báo cáo số 07-BC/TU ngày 05/6/2021.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), TOLD)
def test_told(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(
    ("clause", "links"),
    [
        ("Thực hiện theo Kế hoạch này; các kế hoạch trước đây của UBND tỉnh hết hiệu lực*.", {"self repeals 9/KH-UBND"}),
        ("Kế hoạch này thay cho kế hoạch trước đây của UBND tỉnh (*).", {"self replaces 9/KH-UBND"}),
        ("Các kế hoạch trước đây của UBND tỉnh hết hiệu lực*.", set()),
        ("Thực hiện theo Kế hoạch này; các kế hoạch trước đây của UBND tỉnh đã hết hiệu lực từ năm 2020*.", set()),
        ("Thực hiện theo Kế hoạch này; các kế hoạch trước đây của UBND tỉnh hết hiệu lực vẫn tiếp tục thực hiện*.", set()),
        ("Thực hiện theo Kế hoạch này; các dự án trước đây của tỉnh hết hiệu lực*.", set()),
    ],
)
def test_papers_that_a_text_ends_in_a_note_with_a_star(clause, links):
    mark = "(*)" if "(*)" in clause else "*"
    assert told(f"{HEAD_1}{clause}\n\n{mark} Kế hoạch số 9/KH-UBND ngày 2/3/2021.\n") == links


PLAN_A, PLAN_B = "Quyết định số 36/QĐ-UBND ngày 15/5/2016", "Quyết định số 9/QĐ-UBND ngày 8/2/2020"


@pytest.mark.parametrize(
    ("clause", "note", "links"),
    [
        (f"Theo khoản 2 Điều 5 {PLAN_A}[1].", f"Khoản này được {PLAN_B} sửa đổi", {"9/QĐ-UBND amends 36/QĐ-UBND"}),
        (f"Theo {PLAN_A}[1].", f"Đã bị {PLAN_B} của UBND tỉnh bãi bỏ", {"9/QĐ-UBND repeals 36/QĐ-UBND"}),
        (f"Theo {PLAN_A}[1].", f"Được {PLAN_B} dẫn lại", set()),
        ("Theo Đề án số 36/ĐA-UBND ngày 15/5/2016[1].", f"Được UBND tỉnh phê duyệt tại {PLAN_B}", {"9/QĐ-UBND approves 36/ĐA-UBND"}),
        ("Theo Đề án số 36/ĐA-UBND ngày 15/5/2016[1].", f"Chưa được phê duyệt tại {PLAN_B}", set()),
        (f"Theo {PLAN_B}[1].", f"Có hiệu lực từ 01/3/2020, thay thế {PLAN_A}", {"9/QĐ-UBND replaces 36/QĐ-UBND"}),
        (f"Theo {PLAN_B}[1].", f"Thay thế quy chế tạm thời ban hành kèm theo {PLAN_A}", {"9/QĐ-UBND replaces 36/QĐ-UBND"}),
        (f"Theo {PLAN_A}[1].", f"Hết hiệu lực từ ngày 01/3/2020, bị bãi bỏ bởi {PLAN_B}", {"9/QĐ-UBND repeals 36/QĐ-UBND"}),
        ("Kế hoạch này áp dụng từ năm 2024[1].", "Thay thế Kế hoạch số 9/KH-UBND ngày 2/3/2021", {"self replaces 9/KH-UBND"}),
        ("Kế hoạch năm 2024 được áp dụng[1].", "Thay thế Kế hoạch số 9/KH-UBND ngày 2/3/2021", set()),
    ],
)
def test_what_a_note_says_in_other_words(clause, note, links):
    assert told(f"{HEAD_1}{clause}\n\n[1] {note}.\n") == links
