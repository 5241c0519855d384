"""What a text changes of a matter in another paper, and puts in its place."""

import pytest

from tests.drafts import DECISION, NOTICE, PLAN, told

COUNCIL = "HỘI ĐỒNG NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 15/NQ-HĐND\nNgày 20 tháng 12 năm 2024\nNGHỊ QUYẾT\nVề chương trình giảm nghèo\n\nQUYẾT NGHỊ:\n"
ASSEMBLY = "QUỐC HỘI\nNghị quyết số: 155/2024/QH15\nHà Nội, ngày 30 tháng 11 năm 2024\nNGHỊ QUYẾT\nVề điều chỉnh chủ trương đầu tư\n\nQUYẾT NGHỊ:\n\n"
HEAD_1 = "CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 07/CĐ-UBND\nĐắk Lắk, ngày 20 tháng 12 năm 2024\n\nCÔNG ĐIỆN\nVề việc ứng phó mưa lũ\n\nCHỦ TỊCH UBND TỈNH ĐẮK LẮK ĐIỆN:\n\n"
HEAD_2 = "BỘ NỘI VỤ\nSố: 1450/BNV-TCBC\nHà Nội, ngày 20 tháng 12 năm 2024\nV/v trả lời kiến nghị\n\nKính gửi: Sở Nội vụ các tỉnh.\n\n"
HEAD_3 = "TỈNH ỦY ĐẮK LẮK\n*\nSố 418-KL/TU\nĐắk Lắk, ngày 15 tháng 8 năm 2022\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề tiếp tục thực hiện Nghị quyết 08-NQ/TU\n\n"
HEAD_4 = "CHÍNH PHỦ\nSố: 120/NQ-CP\nHà Nội, ngày 20 tháng 9 năm 2023\nNGHỊ QUYẾT\nPhiên họp Chính phủ thường kỳ tháng 8 năm 2023\n\nCHÍNH PHỦ\nCăn cứ Luật Tổ chức Chính phủ;\nQUYẾT NGHỊ:\n"
HEAD_5 = "CHÍNH PHỦ                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n-------                   Độc lập - Tự do - Hạnh phúc\nSố: 164/2026/NĐ-CP             Hà Nội, ngày 04 tháng 3 năm 2026\n\nNGHỊ ĐỊNH\nVề phát triển và quản lý chợ\n\nCăn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;\n\nChính phủ ban hành Nghị định về phát triển và quản lý chợ.\n\nĐiều 24. Sửa đổi, bổ sung một số nghị định liên quan\n1. Sửa đổi khoản 3 Điều 52 Nghị định số 98/2020/NĐ-CP ngày 26 tháng 8 năm 2020 của Chính phủ như sau:\n“3. Phạt tiền từ 3.000.000 đồng đến 5.000.000 đồng đối với hành vi không niêm yết nội quy chợ.”\n"

CHANGES = [
    (
        HEAD_1,
        "1. Báo cáo thực hiện 02 lần/ngày; nội dung này thay thế Mục 4 Công điện số 06/CĐ-UBND ngày "
        "19/12/2024. Các nội dung khác của Công điện 06 vẫn giữ nguyên.\n",
        {"self replaces 06/CĐ-UBND"},
    ),
    (
        NOTICE,
        "5. Thời hạn hoàn thành tái định cư nêu tại điểm c khoản 2 Mục II Thông báo số 160/TB-UBND ngày "
        "19/7/2024 của UBND huyện không còn phù hợp; nay bãi bỏ nội dung này và thực hiện theo thời hạn "
        "mới.\n",
        {"self repeals 160/TB-UBND"},
    ),
    (
        HEAD_2,
        "Nội dung hướng dẫn tại mục 2 Công văn số 1020/BNV-TCBC ngày 12/6/2018 của Bộ Nội vụ được thay "
        "thế bằng mục 1 Công văn này.\n",
        {"self replaces 1020/BNV-TCBC"},
    ),
    (
        PLAN,
        "1. Điều chỉnh nội dung, thời gian kiểm tra nêu tại mục 3, phần II Kế hoạch số 06/KH-UBND ngày "
        "18/3/2024 theo biểu trên; các nội dung khác giữ nguyên.\n",
        {"self amends 06/KH-UBND"},
    ),
    (
        PLAN,
        "2. Điều chỉnh chỉ tiêu 65% tại mục 1 phần II Kế hoạch số 10/KH-UBND ngày 02/10/2023 của UBND "
        "tỉnh về quản lý tăng huyết áp; các chỉ tiêu khác của Kế hoạch 10 không thay đổi.\n",
        {"self amends 10/KH-UBND"},
    ),
    (
        PLAN,
        "3. Nguồn lực: điều chỉnh chỉ tiêu vận động nêu tại điểm b mục 3 phần II Kế hoạch số 12/KH-UBND "
        "ngày 14/01/2024 của UBND tỉnh về công tác năm 2024, từ 800 triệu đồng lên 1,2 tỷ đồng.\n",
        {"self amends 12/KH-UBND"},
    ),
    (
        PLAN,
        "3. Kế hoạch này thay thế Kế hoạch số 09/KH-UBND ngày 20/8/2023; đồng thời điều chỉnh thời gian "
        "thực hiện cuộc giám sát nêu tại mục 3 Phần II Kế hoạch số 05/KH-UBND, ngày 05/8/2024 từ quý III "
        "sang quý IV/2024. Các nội dung khác của Kế hoạch 05 giữ nguyên.\n",
        {"self amends 05/KH-UBND", "self replaces 09/KH-UBND"},
    ),
    (
        PLAN,
        "3. Việc tiêm vét vắc xin sởi tại mục IV Kế hoạch số 22/KH-UBND ngày 20/10/2023 của UBND tỉnh "
        "được điều chỉnh thời gian theo Kế hoạch này; các nội dung khác của Kế hoạch 22 giữ nguyên.\n",
        {"self amends 22/KH-UBND"},
    ),
    (
        PLAN,
        "Kế hoạch này được ban hành theo đề nghị của Sở Nội vụ tại Tờ trình số 96/TTr-SNV ngày 06/5/2024 "
        "và thay thế Kế hoạch số 41/KH-UBND ngày 30/01/2024 của UBND tỉnh.\n",
        {"self basedOn 96/TTr-SNV", "self replaces 41/KH-UBND"},
    ),
    (
        HEAD_3,
        "2. Thống nhất điều chỉnh chỉ tiêu tại điểm 2 mục II Nghị quyết số 08-NQ/TU ngày 3/4/2020 như "
        "sau: đến năm 2025 đón 3,5 triệu lượt khách.\n",
        {"self amends 08-NQ/TU", "self implements 08-NQ/TU"},
    ),
    (
        HEAD_3,
        "2. Thống nhất điều chỉnh chỉ tiêu \"đến năm 2025 có 60% hợp tác xã xếp loại khá, tốt\" tại khoản "
        "2 mục II Nghị quyết số 08-NQ/TU ngày 3/4/2020 thành \"đến năm 2025 có 70%\"; bỏ một chỉ tiêu ở "
        "khoản 4 mục II Nghị quyết 08. Các nội dung khác giữ nguyên.\n",
        {"self amends 08-NQ/TU", "self implements 08-NQ/TU"},
    ),
    (
        HEAD_4,
        "4. Chính phủ thống nhất với đề nghị của Bộ Y tế tại Tờ trình số 1102/TTr-BYT ngày 25/8/2023: "
        "sửa đổi thời hạn \"trước ngày 31 tháng 8 năm 2023\" tại khoản 3 Mục II Nghị quyết số 97/NQ-CP "
        "ngày 08/7/2023 thành \"trước ngày 30 tháng 11 năm 2023\". Các nội dung khác giữ nguyên.\n",
        {"self amends 97/NQ-CP", "self basedOn 1102/TTr-BYT", "self basedOn Luật Tổ chức Chính phủ"},
    ),
    (
        HEAD_4,
        "3. Chính phủ thống nhất nội dung dự án Luật theo đề nghị của Bộ Tư pháp tại Tờ trình số "
        "31/TTr-BTP ngày 22 tháng 5 năm 2023. Giao Bộ trưởng Bộ Tư pháp hoàn thiện.\n",
        {"self basedOn 31/TTr-BTP", "self basedOn Luật Tổ chức Chính phủ"},
    ),
    (
        DECISION,
        "b) Thời hạn thanh toán ghi ở Điều 6 Quyết định số 88/QĐ-UBND ngày 5-4-1988 của UBND tỉnh được "
        "kéo dài từ 10 ngày lên 20 ngày.\n",
        {"self amends 88/QĐ-UBND"},
    ),
    (
        PLAN,
        "Nhiệm vụ số 6 mục II Kế hoạch số 20/KH-UBND ngày 03/02/2023 về công tác pháp chế năm 2023 được "
        "thay thế bằng nhiệm vụ số 1 và số 2 tại mục III Kế hoạch này.\n",
        {"self replaces 20/KH-UBND"},
    ),
    (
        PLAN,
        "Nội dung kết luận tại mục 2 Kế hoạch số 06/KH-UBND ngày 25/10/2024 của UBND huyện không thực "
        "hiện nữa mà được thay bằng nội dung tại Kế hoạch này; các mục khác vẫn thực hiện.\n",
        {"self replaces 06/KH-UBND"},
    ),
    (
        PLAN,
        "b) Bãi bỏ khoản 1 Điều 2 Quyết định số 22/QĐ-UBND ngày 20/02/2023 của Chủ tịch UBND xã Phan "
        "Thanh (cũ) về phân công trực một cửa; các nội dung còn lại tiếp tục thực hiện.\n",
        {"self repeals 22/QĐ-UBND"},
    ),
    (
        HEAD_5,
        "2. Thay thế cụm từ “Phòng Kinh tế và Hạ tầng cấp huyện” bằng cụm từ “cơ quan chuyên môn thuộc "
        "Ủy ban nhân dân cấp xã” tại điểm b khoản 2 Điều 11 và bãi bỏ Điều 13 Nghị định số "
        "139/2025/NĐ-CP ngày 12 tháng 6 năm 2025 của Chính phủ.\n",
        {
            "self amends 139/2025/NĐ-CP",
            "self amends 98/2020/NĐ-CP",
            "self basedOn Luật Tổ chức Chính phủ",
            "self repeals 139/2025/NĐ-CP",
        },
    ),
    (
        HEAD_5,
        "2. Sửa đổi điểm b khoản 2 Điều 11 và bãi bỏ Điều 13 Nghị định số 139/2025/NĐ-CP ngày 12 tháng 6 "
        "năm 2025 của Chính phủ.\n",
        {
            "self amends 139/2025/NĐ-CP",
            "self amends 98/2020/NĐ-CP",
            "self basedOn Luật Tổ chức Chính phủ",
            "self repeals 139/2025/NĐ-CP",
        },
    ),
    (
        DECISION,
        "Điều 2. Sửa đổi điểm c khoản 2 Điều 10, bãi bỏ khoản 5 Điều 16 và thay thế Phụ lục VI của Quyết "
        "định số 113/2017/QĐ-UBND ngày 09 tháng 10 năm 2017.\n",
        {"self amends 113/2017/QĐ-UBND", "self replaces 113/2017/QĐ-UBND"},
    ),
    (
        ASSEMBLY,
        "Điều 1. Quốc hội quyết định điều chỉnh một số nội dung của Nghị quyết số 59/2022/QH15 ngày 16 "
        "tháng 6 năm 2022 về chủ trương đầu tư Dự án như sau:\n"
        "1. Khoản 4 Điều 2 được sửa đổi như sau: “4. Vốn”.\n",
        {"self amends 59/2022/QH15"},
    ),
    (
        ASSEMBLY,
        "Điều 2. Bổ sung Dự án thành phần 2 vào Phụ lục I của Nghị quyết số 106/2023/QH15 ngày 28 tháng"
        " 11 năm 2023 của Quốc hội.\n",
        {"self amends 106/2023/QH15"},
    ),
    (
        COUNCIL,
        "Điều 1. Điều chỉnh giảm 4.150 triệu đồng kế hoạch vốn giao cho các xã tại Phụ lục I kèm theo "
        "Nghị quyết số 112/NQ-HĐND ngày 20 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh.\n",
        {"self amends 112/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Điều 1. Thông qua việc điều chỉnh, bổ sung danh mục dự án tại Nghị quyết số 112/NQ-HĐND ngày "
        "20 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh, gồm 5 dự án.\n",
        {"self amends 112/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Điều 1. Đưa ra khỏi danh mục ban hành kèm theo Nghị quyết số 112/NQ-HĐND ngày 20 tháng 12 năm "
        "2021 02 dự án.\n",
        {"self amends 112/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Điều 1. Nâng mức hỗ trợ quy định tại khoản 2 Điều 3 Nghị quyết số 12/2021/NQ-HĐND ngày 20 "
        "tháng 12 năm 2021 từ 300.000 đồng lên 500.000 đồng.\n",
        {"self amends 12/2021/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Điều 1. Phê duyệt việc điều chỉnh thời gian thực hiện dự án đã được quyết định tại Nghị quyết "
        "số 12/NQ-HĐND ngày 20 tháng 12 năm 2021.\n",
        {"self amends 12/NQ-HĐND"},
    ),
]

NO_CHANGES = [
    (
        HEAD_3,
        "Kết nạp từ 13 đảng viên trở lên. Chỉ tiêu này điều chỉnh chỉ tiêu nêu tại khoản 3 Mục II Nghị "
        "quyết số 09-NQ/TU ngày 3/4/2020; các chỉ tiêu còn lại giữ nguyên.\n",
        {"self implements 08-NQ/TU"},
    ),
    (
        HEAD_4,
        "Đồng ý xây dựng Nghị định theo trình tự rút gọn như Bộ Tài chính đề nghị tại Tờ trình số "
        "112/TTr-BTC ngày 27 tháng 5 năm 2023.\n",
        {"self basedOn Luật Tổ chức Chính phủ"},
    ),
    (
        PLAN,
        "Chương trình hành động số 07-CTr/TU, ngày 15/5/2011 của Tỉnh ủy về phát triển nguồn nhân lực "
        "vẫn còn hiệu lực; riêng điểm 3 mục II của Chương trình hành động này được thay bằng các chỉ "
        "tiêu tại mục I Kế hoạch này.\n",
        set(),
    ),
    (
        COUNCIL,
        "Tăng cường thực hiện các nhiệm vụ nêu tại Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2021.\n",
        set(),
    ),
    (
        COUNCIL,
        "Nâng cao chất lượng các phong trào tại Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm 2021 lên "
        "10%.\n",
        set(),
    ),
    (
        COUNCIL,
        "Bổ sung kinh phí 5 tỷ đồng từ nguồn vốn tại Nghị quyết số 12/NQ-HĐND ngày 20 tháng 12 năm "
        "2021.\n",
        set(),
    ),
    (
        COUNCIL,
        "Các nội dung khác giữ nguyên theo Nghị quyết số 112/NQ-HĐND ngày 20 tháng 12 năm 2021.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), CHANGES)
def test_changes(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_CHANGES)
def test_no_changes(draft, text, want):
    assert told(draft + text) == want
