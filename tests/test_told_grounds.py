"""The grounds of a paper that a text tells of, and of the text where its sentence goes on."""

import pytest

from tests.drafts import REPORT, told

HEAD_1 = "SỞ Y TẾ                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH SƠN LA                 Độc lập - Tự do - Hạnh phúc\nSố: 412/SYT-NVY             Sơn La, ngày 5 tháng 6 năm 2026\nV/v góp ý dự thảo nghị quyết\n\nKính gửi: Sở Tư pháp\n\n"
HEAD_2 = "TỈNH ỦY NGHỆ AN              ĐẢNG CỘNG SẢN VIỆT NAM\n*                            Nghệ An, ngày 12 tháng 8 năm 2022\nSố 385-KL/TU\n\nKẾT LUẬN\ncủa Ban Thường vụ Tỉnh ủy về phát triển nông nghiệp\n-----\n\n"

GROUNDS = [
    (
        REPORT,
        "Nghị định số 47/2026/NĐ-CP gồm 5 chương, 52 điều, được ban hành căn cứ Luật Xử lý vi phạm hành "
        "chính năm 2012 (được sửa đổi, bổ sung gần nhất bởi Luật số 88/2025/QH15) và Luật Chăn nuôi năm "
        "2018.\n",
        {
            "47/2026/NĐ-CP basedOn Luật Chăn nuôi",
            "47/2026/NĐ-CP basedOn Luật Xử lý vi phạm hành chính",
            "88/2025/QH15 amends Luật Xử lý vi phạm hành chính",
        },
    ),
    (
        REPORT,
        "Nghị quyết số 18/2021/NQ-HĐND được ban hành căn cứ Luật Phí và lệ phí năm 2015 và Thông tư số "
        "85/2019/TT-BTC ngày 29/11/2019.\n",
        {"18/2021/NQ-HĐND basedOn 85/2019/TT-BTC", "18/2021/NQ-HĐND basedOn Luật Phí và lệ phí"},
    ),
    (
        REPORT,
        "Chánh Thanh tra Bộ đã ban hành Quyết định số 266/QĐ-XPHC ngày 30/10/2023 căn cứ Nghị định số "
        "36/2020/NĐ-CP ngày 24/3/2020 của Chính phủ.\n",
        {"266/QĐ-XPHC basedOn 36/2020/NĐ-CP"},
    ),
    (
        REPORT,
        "HĐND tỉnh thông qua Nghị quyết số 03/2026/NQ-HĐND ngày 23/01/2026 căn cứ Luật Tổ chức chính "
        "quyền địa phương năm 2025.\n",
        {"03/2026/NQ-HĐND basedOn Luật Tổ chức chính quyền địa phương"},
    ),
    (
        REPORT,
        "Ngay từ cuối năm 2023, căn cứ Luật Phòng, chống thiên tai năm 2013, Nghị định số 66/2021/NĐ-CP "
        "ngày 06/7/2021 của Chính phủ, UBND tỉnh đã ban hành Kế hoạch số 5420/KH-UBND ngày 15/12/2023.\n",
        {"5420/KH-UBND basedOn 66/2021/NĐ-CP", "5420/KH-UBND basedOn Luật Phòng, chống thiên tai"},
    ),
    (
        REPORT,
        "Bản án số 18/2022/DS-ST ngày 28/9/2022 căn cứ khoản 9 Điều 26 Bộ luật Tố tụng dân sự năm 2015, "
        "Điều 166 Bộ luật Dân sự năm 2015, đã xử: buộc bà Đ trả đất.\n",
        {"18/2022/DS-ST basedOn Bộ luật Dân sự", "18/2022/DS-ST basedOn Bộ luật Tố tụng dân sự"},
    ),
    (
        REPORT,
        "Quy định số 296-QĐ/TW gồm 5 chương, được xây dựng căn cứ Điều lệ Đảng và Kết luận số 121-KL/TW "
        "ngày 24/01/2025.\n",
        {"296-QĐ/TW basedOn 121-KL/TW", "296-QĐ/TW basedOn Điều lệ Đảng"},
    ),
    (
        REPORT,
        "Căn cứ để ban hành Quyết định số 14/2025/QĐ-UBND là khoản 3 Điều 21 Luật Thủy lợi năm 2017 và "
        "Nghị định số 67/2018/NĐ-CP ngày 14/5/2018 của Chính phủ.\n",
        {"14/2025/QĐ-UBND basedOn 67/2018/NĐ-CP", "14/2025/QĐ-UBND basedOn Luật Thủy lợi"},
    ),
    (
        REPORT,
        "5 | 12/2015/QĐ-UBND ngày 18/6/2015 | Ban hành Quy định quản lý giống | Căn cứ ban hành là Thông "
        "tư số 26/2013/TT-BNNPTNT ngày 14/5/2013 đã được thay thế bởi Thông tư số 11/2020/TT-BNNPTNT\n",
        {"11/2020/TT-BNNPTNT replaces 26/2013/TT-BNNPTNT", "12/2015/QĐ-UBND basedOn 26/2013/TT-BNNPTNT"},
    ),
    (
        REPORT,
        "Chủ tịch UBND xã ký Quyết định số 96/QĐ-UBND ngày 1/8/2025 về việc công bố dịch. Căn cứ ban "
        "hành gồm khoản 1 Điều 26 Luật Thú y năm 2015; Thông tư số 07/2016/TT-BNNPTNT ngày 31/5/2016.\n",
        {"96/QĐ-UBND basedOn 07/2016/TT-BNNPTNT", "96/QĐ-UBND basedOn Luật Thú y"},
    ),
    (
        REPORT,
        "Về an ninh, căn cứ Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở năm 2023 và Nghị "
        "định số 40/2024/NĐ-CP ngày 16/4/2024 của Chính phủ, HĐND tỉnh đã ban hành Nghị quyết số "
        "16/2024/NQ-HĐND ngày 5/7/2024.\n",
        {
            "16/2024/NQ-HĐND basedOn 40/2024/NĐ-CP",
            "16/2024/NQ-HĐND basedOn Luật Lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở",
        },
    ),
    (
        REPORT,
        "Nghị định số 118/2025/NĐ-CP ngày 9/6/2025 được ban hành trên cơ sở đề nghị của Văn phòng Chính "
        "phủ tại Tờ trình số 3215/TTr-VPCP ngày 28/5/2025 và căn cứ Nghị quyết số 190/2025/QH15 ngày "
        "19/2/2025 của Quốc hội.\n",
        {"118/2025/NĐ-CP basedOn 190/2025/QH15", "118/2025/NĐ-CP basedOn 3215/TTr-VPCP"},
    ),
    (
        REPORT,
        "Thực hiện chức năng, Ủy ban nhân dân tỉnh báo cáo như sau:\n"
        "\n"
        "I. KẾT QUẢ\n"
        "\n"
        "1. Kinh tế tăng trưởng khá, đời sống được nâng lên.\n"
        "\n"
        "Căn cứ Nghị quyết số 40/NQ-HĐND ngày 16/4/2024 của HĐND tỉnh, UBND huyện đã ban hành Quyết định "
        "số 16/QĐ-UBND ngày 5/7/2024 giao vốn.\n",
        {"16/QĐ-UBND basedOn 40/NQ-HĐND"},
    ),
    (
        REPORT,
        "Thực hiện chức năng, Ủy ban nhân dân tỉnh báo cáo như sau:\n"
        "\n"
        "I. KẾT QUẢ\n"
        "\n"
        "1. Kinh tế tăng trưởng khá, đời sống được nâng lên.\n"
        "\n"
        "Trên cơ sở Nghị quyết số 40/NQ-HĐND ngày 16/4/2024 của HĐND tỉnh, UBND huyện đã ban hành Quyết "
        "định số 16/QĐ-UBND ngày 5/7/2024 giao vốn.\n",
        {"16/QĐ-UBND basedOn 40/NQ-HĐND"},
    ),
    (
        HEAD_1,
        "Căn cứ chức năng, nhiệm vụ được giao tại Quyết định số 15/2025/QĐ-UBND ngày 28/02/2025 của UBND "
        "tỉnh, Sở Y tế có ý kiến như sau:\n",
        {"self basedOn 15/2025/QĐ-UBND"},
    ),
    (
        HEAD_1,
        "Sau khi kiểm tra hồ sơ và làm việc với các hộ liền kề, căn cứ Luật Đất đai năm 2024; Nghị định "
        "số 101/2024/NĐ-CP ngày 29/7/2024 và Nghị định số 151/2025/NĐ-CP ngày 12/6/2025 của Chính phủ, "
        "Sở Y tế trả lời như sau:\n",
        {"self basedOn 101/2024/NĐ-CP", "self basedOn 151/2025/NĐ-CP", "self basedOn Luật Đất đai"},
    ),
    (
        HEAD_2,
        "Tại phiên họp ngày 09/8/2022, trên cơ sở xem xét Tờ trình số 57-TTr/BCSĐ và Báo cáo số "
        "112-BC/BCSĐ, cùng ngày 01/8/2022 của Ban cán sự đảng Ủy ban nhân dân tỉnh về sơ kết 05 năm thực "
        "hiện Nghị quyết số 14-NQ/TU, Ban Thường vụ Tỉnh ủy thảo luận và kết luận như sau:\n",
        {"112-BC/BCSĐ implements 14-NQ/TU", "self basedOn 112-BC/BCSĐ", "self basedOn 57-TTr/BCSĐ"},
    ),
    (
        REPORT,
        "Căn cứ trực tiếp của Nghị định số 13/2023/NĐ-CP ngày 17/4/2023 là Bộ luật Dân sự năm 2015, "
        "Luật An ninh quốc gia năm 2004 và Luật An ninh mạng năm 2018.\n",
        {
            "13/2023/NĐ-CP basedOn Bộ luật Dân sự",
            "13/2023/NĐ-CP basedOn Luật An ninh mạng",
            "13/2023/NĐ-CP basedOn Luật An ninh quốc gia",
        },
    ),
    (
        REPORT,
        "Căn cứ pháp lý của Quyết định số 20/QĐ-UBND ngày 17/4/2023 là Luật Đất đai năm 2013.\n",
        {"20/QĐ-UBND basedOn Luật Đất đai"},
    ),
]

NO_GROUNDS = [
    (
        REPORT,
        "Thực hiện chức năng, Ủy ban nhân dân tỉnh báo cáo như sau:\n"
        "\n"
        "I. KẾT QUẢ\n"
        "\n"
        "1. Kinh tế tăng trưởng khá, đời sống được nâng lên.\n"
        "\n"
        "Căn cứ Nghị quyết số 40/NQ-HĐND ngày 16/4/2024 của HĐND tỉnh, UBND huyện báo cáo tại Báo cáo số "
        "16/BC-UBND ngày 5/7/2024.\n",
        set(),
    ),
    (
        REPORT,
        "Căn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ, đề nghị UBND tỉnh thu hồi Kế "
        "hoạch số 5420/KH-UBND ngày 15/12/2023.\n",
        {"self basedOn 66/2021/NĐ-CP"},
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), GROUNDS)
def test_grounds(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_GROUNDS)
def test_no_grounds(draft, text, want):
    assert told(draft + text) == want
