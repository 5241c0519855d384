"""What one paper is told to do to another by its verb: bent words, days behind, parts, lists by turns."""

import pytest

from tests.drafts import REPORT, told

ACTS = [
    (
        REPORT,
        "Huyện đã khắc phục bằng Quyết định số 2450/QĐ-UBND ngày 05/7/2023, theo đó bãi bỏ khoản 3 Điều "
        "1 Quyết định số 1187/QĐ-UBND ngày 5/6/2022.\n",
        {"2450/QĐ-UBND repeals 1187/QĐ-UBND"},
    ),
    (
        REPORT,
        "Thực hiện Thông tư số 01/2025/TT-BNV ngày 17/01/2025. Thông tư nêu trên hiện vẫn còn hiệu lực, "
        "chỉ được sửa đổi, bổ sung một số điều tại Thông tư số 002/2025/TT-BNV ngày 04/4/2025.\n",
        {"002/2025/TT-BNV amends 01/2025/TT-BNV"},
    ),
    (
        REPORT,
        "Phần đã quy định tại Thông tư số 19/2021/TT-BTC, kể cả phần đã sửa đổi theo Thông tư số "
        "46/2024/TT-BTC, tiếp tục có hiệu lực.\n",
        {"46/2024/TT-BTC amends 19/2021/TT-BTC"},
    ),
    (
        REPORT,
        "Nghị định số 04/2021/NĐ-CP, kể cả sau khi được sửa đổi bởi Nghị định số 127/2021/NĐ-CP, không "
        "còn điều nào về dạy thêm.\n",
        {"127/2021/NĐ-CP amends 04/2021/NĐ-CP"},
    ),
    (
        REPORT,
        "UBND huyện có Quyết định số 2015/QĐ-UBND ngày 2/8/2019 đính chính diện tích tại Điều 1 Quyết "
        "định số 1904/QĐ-UBND ngày 1/7/2019 thành 2.510 m2.\n",
        {"2015/QĐ-UBND corrects 1904/QĐ-UBND"},
    ),
    (
        REPORT,
        "UBND tỉnh áp dụng Quyết định số 31/2019/QĐ-UBND ngày 16/12/2019 của UBND tỉnh, đã sửa đổi một "
        "lần bằng Quyết định số 27/2021/QĐ-UBND.\n",
        {"27/2021/QĐ-UBND amends 31/2019/QĐ-UBND"},
    ),
    (
        REPORT,
        "Kế hoạch số 4120/KH-UBND ngày 18/9/2017 và số 812/KH-UBND ngày 10/3/2023 của UBND tỉnh lần lượt "
        "triển khai Quyết định số 939/QĐ-TTg ngày 30/6/2017 và Quyết định số 01/QĐ-TTg ngày 3/1/2023 "
        "trên địa bàn tỉnh.\n",
        {"4120/KH-UBND implements 939/QĐ-TTg", "812/KH-UBND implements 01/QĐ-TTg"},
    ),
    (
        REPORT,
        "Theo Thông tư số 30/2014/TT-BGDĐT ngày 28/8/2014, được sửa đổi, bổ sung bởi Thông tư số "
        "22/2016/TT-BGDĐT ngày 22/9/2016 (hợp nhất tại Văn bản hợp nhất số 03/VBHN-BGDĐT ngày "
        "28/9/2016).\n",
        {
            "03/VBHN-BGDĐT consolidates 22/2016/TT-BGDĐT",
            "03/VBHN-BGDĐT consolidates 30/2014/TT-BGDĐT",
            "22/2016/TT-BGDĐT amends 30/2014/TT-BGDĐT",
        },
    ),
    (
        REPORT,
        "Văn bản hợp nhất số 31/VBHN-BGTVT ngày 22/11/2021 mới hợp nhất Thông tư số 12/2017/TT-BGTVT với "
        "Thông tư số 38/2019/TT-BGTVT và Thông tư số 01/2021/TT-BGTVT.\n",
        {
            "31/VBHN-BGTVT consolidates 01/2021/TT-BGTVT",
            "31/VBHN-BGTVT consolidates 12/2017/TT-BGTVT",
            "31/VBHN-BGTVT consolidates 38/2019/TT-BGTVT",
        },
    ),
    (
        REPORT,
        "Quyết định 1216/QĐ-UB ngày 1/2/2001. Quyết định số 530/QĐ-UBND ngày 2/3/2005 chỉ điều chỉnh "
        "diện tích ghi tại Điều 1 Quyết định số 1216/QĐ-UB ngày 1/2/2001 từ 540 m² thành 521 m².\n",
        {"530/QĐ-UBND amends 1216/QĐ-UB"},
    ),
    (
        REPORT,
        "Mới đây, Quyết định số 768/QĐ-TTg ngày 15/4/2025 đã điều chỉnh nhiều nội dung của Quyết định số "
        "500/QĐ-TTg ngày 15/5/2023, do đó cần có kế hoạch.\n",
        {"768/QĐ-TTg amends 500/QĐ-TTg"},
    ),
    (
        REPORT,
        "Điều 53 Nghị định số 168/2024/NĐ-CP chỉ bãi bỏ Chương II của Nghị định số 100/2019/NĐ-CP; các "
        "quy định về đường sắt vẫn áp dụng.\n",
        {"168/2024/NĐ-CP repeals 100/2019/NĐ-CP"},
    ),
    (
        REPORT,
        "UBND huyện đã tự bãi bỏ Quyết định số 1107/QĐ-UBND ngày 1/2/2022 tại Quyết định số 2388/QĐ-UBND "
        "ngày 12/8/2022.\n",
        {"2388/QĐ-UBND repeals 1107/QĐ-UBND"},
    ),
    (
        REPORT,
        "UBND quận đã tạm đình chỉ việc thi hành Quyết định số 4571/QĐ-UBND ngày 20/11/2023 bằng Quyết "
        "định số 512/QĐ-UBND ngày 06/02/2024 để giải quyết khiếu nại.\n",
        {"512/QĐ-UBND suspends 4571/QĐ-UBND"},
    ),
    (
        REPORT,
        "Thông tư số 10/2023/TT-BNV do Bộ này ban hành năm ngoái hết hiệu lực, được thay bằng Thông tư "
        "số 07/2024/TT-BNV kể từ ngày 17/8.\n",
        {"07/2024/TT-BNV replaces 10/2023/TT-BNV"},
    ),
    (
        REPORT,
        "Riêng dự án số 3 được điều chỉnh tổng mức đầu tư tại Quyết định số 690/QĐ-UBND ngày 16/5/2022 "
        "của UBND huyện (điều chỉnh khoản 5 Điều 1 Quyết định số 2045/QĐ-UBND ngày 1/1/2021).\n",
        {"690/QĐ-UBND amends 2045/QĐ-UBND"},
    ),
    (
        REPORT,
        "Khoản 2 Mục III Kế hoạch số 689/KH-UBND ngày 1/2/2018 được điều chỉnh tại Quyết định số "
        "412/QĐ-UBND ngày 12/8/2021 của UBND tỉnh; các nội dung khác giữ nguyên.\n",
        {"412/QĐ-UBND amends 689/KH-UBND"},
    ),
    (
        REPORT,
        "Nghị định số 125/2020/NĐ-CP tại Điều 46 quy định: Nghị định này có hiệu lực từ ngày 05/12/2020, "
        "thay thế Nghị định số 129/2013/NĐ-CP; bãi bỏ Chương 4 và Điều 44 Nghị định số 109/2013/NĐ-CP.\n",
        {"125/2020/NĐ-CP repeals 109/2013/NĐ-CP", "125/2020/NĐ-CP replaces 129/2013/NĐ-CP"},
    ),
    (
        REPORT,
        "Nghị định số 175/2024/NĐ-CP quy định chi tiết một số điều, thay thế Nghị định số 15/2021/NĐ-CP "
        "ngày 03/3/2021; đồng thời, bãi bỏ Điều 4 Nghị định số 35/2023/NĐ-CP ngày 20/6/2023.\n",
        {"175/2024/NĐ-CP repeals 35/2023/NĐ-CP", "175/2024/NĐ-CP replaces 15/2021/NĐ-CP"},
    ),
    (
        REPORT,
        "Quy định số 69-QĐ/TW ngày 06/7/2022 của Bộ Chính trị gộp và thay thế hai văn bản trước đó là "
        "Quy định số 102-QĐ/TW ngày 15/11/2017 và Quy định số 07-QĐi/TW ngày 28/8/2018.\n",
        {"69-QĐ/TW replaces 07-QĐi/TW", "69-QĐ/TW replaces 102-QĐ/TW"},
    ),
    (
        REPORT,
        "Tuy nhiên, khi Nghị định số 15/2021/NĐ-CP ngày 03/3/2021 được ban hành, thay thế Nghị định số "
        "59/2015/NĐ-CP ngày 18/6/2015 của Chính phủ, UBND huyện chưa kịp thời sửa đổi.\n",
        {"15/2021/NĐ-CP replaces 59/2015/NĐ-CP"},
    ),
    (
        REPORT,
        "Bản án phúc thẩm số 12/2022/HS-PT ngày 18-01-2022 của Tòa án nhân dân tỉnh Thanh Hóa đã sửa Bản "
        "án hình sự sơ thẩm số 44/2021/HS-ST ngày 30-9-2021 về phần dân sự.\n",
        {"12/2022/HS-PT amends 44/2021/HS-ST"},
    ),
    (
        REPORT,
        "Chế độ quy định tại Nghị định số 108/2014/NĐ-CP ngày 20/11/2014 của Chính phủ; hành vi quy định "
        "tại Nghị định số 113/2018/NĐ-CP ngày 31/12/2018. Hai nghị định này lần lượt được sửa đổi, bổ "
        "sung một số điều bởi Nghị định số 124/2021/NĐ-CP và Nghị định số 123/2021/NĐ-CP, cùng ngày "
        "28/12/2021.\n",
        {"123/2021/NĐ-CP amends 113/2018/NĐ-CP", "124/2021/NĐ-CP amends 108/2014/NĐ-CP"},
    ),
    (
        REPORT,
        "Luật số 23/2024/QH15 được Quốc hội thông qua ngày 20/6/2024 để sửa đổi một số điều của Luật số"
        " 13/2008/QH12.\n",
        {"23/2024/QH15 amends 13/2008/QH12"},
    ),
    (
        REPORT,
        "Nghị định số 47/2014/NĐ-CP được thay bằng Nghị định số 88/2024/NĐ-CP.\n",
        {"88/2024/NĐ-CP replaces 47/2014/NĐ-CP"},
    ),
    (
        REPORT,
        "Tỉnh ủy ban hành Quy định số 21-QĐi/TU ngày 05/10/2023. Quy định này gồm 5 chương, 32 điều, "
        "được xây dựng để thực hiện Quy định số 80-QĐ/TW ngày 18/8/2022 của Bộ Chính trị và thay thế "
        "Quy định số 09-QĐi/TU ngày 20/11/2020.\n",
        {
            "21-QĐi/TU implements 80-QĐ/TW",
            "21-QĐi/TU replaces 09-QĐi/TU",
        },
    ),
]

NO_ACTS = [
    (
        REPORT,
        "Quyết định số 530/QĐ-UBND ngày 2/3/2005 chưa điều chỉnh diện tích ghi tại Điều 1 Quyết định số "
        "1216/QĐ-UB ngày 1/2/2001.\n",
        set(),
    ),
    (
        REPORT,
        "Đề nghị UBND huyện bãi bỏ Quyết định số 1107/QĐ-UBND ngày 1/2/2022 tại Quyết định số "
        "2388/QĐ-UBND ngày 12/8/2022.\n",
        set(),
    ),
    (
        REPORT,
        "Sở áp dụng Quyết định số 530/QĐ-UBND ngày 2/3/2022 đã sửa đổi theo Quyết định số 1216/QĐ-UBND "
        "ngày 1/2/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Ông K khiếu nại Quyết định số 530/QĐ-UBND ngày 2/3/2022, theo đó yêu cầu bãi bỏ Quyết định số "
        "216/QĐ-UBND ngày 1/2/2020.\n",
        set(),
    ),
    (
        REPORT,
        "Sở vẫn áp dụng Thông tư số 10/2023/TT-BNV, chưa được thay bằng Thông tư số 07/2024/TT-BNV.\n",
        set(),
    ),
    (
        REPORT,
        "Luật số 23/2024/QH15 được Quốc hội thông qua ngày 20/6/2024 sau khi xem xét sửa đổi một số "
        "điều của Luật số 13/2008/QH12.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), ACTS)
def test_acts(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_ACTS)
def test_no_acts(draft, text, want):
    assert told(draft + text) == want
