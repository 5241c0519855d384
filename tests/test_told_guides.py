"""Which papers are told to guide or detail which."""

import pytest

from tests.drafts import DECISION, REPORT, told

GUIDES = [
    (
        REPORT,
        "Thông tư số 28/2015/TT-BLĐTBXH ngày 31/7/2015 của Bộ Lao động - Thương binh và Xã hội hướng dẫn "
        "thực hiện Điều 52 của Luật Việc làm và một số điều của Nghị định số 28/2015/NĐ-CP.\n",
        {"28/2015/TT-BLĐTBXH guides 28/2015/NĐ-CP", "28/2015/TT-BLĐTBXH guides Luật Việc làm"},
    ),
    (
        REPORT,
        "Thông tư số 28/2015/TT-BLĐTBXH ngày 31/7/2015 hướng dẫn thực hiện Điều 52 Luật Việc làm năm "
        "2013 và một số điều của Nghị định số 28/2015/NĐ-CP ngày 12/3/2015 của Chính phủ quy định chi "
        "tiết thi hành một số điều của Luật Việc làm về bảo hiểm thất nghiệp.\n",
        {
            "28/2015/NĐ-CP guides Luật Việc làm",
            "28/2015/TT-BLĐTBXH guides 28/2015/NĐ-CP",
            "28/2015/TT-BLĐTBXH guides Luật Việc làm",
        },
    ),
    (
        REPORT,
        "Thông tư số 78/2021/TT-BTC ngày 17/9/2021 hướng dẫn thực hiện một số điều của Luật Quản lý thuế "
        "ngày 13/6/2019, Nghị định số 123/2020/NĐ-CP ngày 19/10/2020 của Chính phủ.\n",
        {"78/2021/TT-BTC guides 123/2020/NĐ-CP", "78/2021/TT-BTC guides Luật Quản lý thuế"},
    ),
    (
        REPORT,
        "Thông tư số 32/2025/TT-BTC (ký ngày 31/5/2025) hướng dẫn thực hiện một số điều của Luật Quản lý "
        "thuế năm 2019 và hai nghị định là Nghị định 123/2020/NĐ-CP, Nghị định 70/2025/NĐ-CP.\n",
        {
            "32/2025/TT-BTC guides 123/2020/NĐ-CP",
            "32/2025/TT-BTC guides 70/2025/NĐ-CP",
            "32/2025/TT-BTC guides Luật Quản lý thuế",
        },
    ),
    (
        REPORT,
        "Nghị định số 115/2024/NĐ-CP (ban hành ngày 16/9/2024, có hiệu lực cùng ngày) quy định chi tiết "
        "một số điều và biện pháp thi hành Luật Đấu thầu năm 2023 về lựa chọn nhà đầu tư.\n",
        {"115/2024/NĐ-CP guides Luật Đấu thầu"},
    ),
    (
        REPORT,
        "Luật Lưu trữ năm 2011 thay thế Pháp lệnh số 34/2001/PL-UBTVQH10 ngày 04/4/2001 và được quy định "
        "chi tiết tại Nghị định số 01/2013/NĐ-CP ngày 03/01/2013.\n",
        {"01/2013/NĐ-CP guides Luật Lưu trữ", "Luật Lưu trữ replaces 34/2001/PL-UBTVQH10"},
    ),
    (
        REPORT,
        "Luật Dữ liệu số 60/2024/QH15 ngày 30/11/2024 đã có hiệu lực. Luật này điều chỉnh dữ liệu số nói "
        "chung, và được hướng dẫn bởi Nghị định số 165/2025/NĐ-CP ngày 30/6/2025.\n",
        {"165/2025/NĐ-CP guides 60/2024/QH15"},
    ),
    (
        REPORT,
        "Chính phủ đã quy định chi tiết Pháp lệnh số 26/2005/PL-UBTVQH11 tại Nghị định số 31/2013/NĐ-CP "
        "ngày 09/4/2013.\n",
        {"31/2013/NĐ-CP guides 26/2005/PL-UBTVQH11"},
    ),
    (
        REPORT,
        "Pháp lệnh số 26/2005/PL-UBTVQH11 ngày 29/6/2005. Chính phủ đã quy định chi tiết Pháp lệnh nêu "
        "trên tại Nghị định số 31/2013/NĐ-CP ngày 09/4/2013.\n",
        {"31/2013/NĐ-CP guides 26/2005/PL-UBTVQH11"},
    ),
    (
        REPORT,
        "Bộ Tài chính hướng dẫn Nghị định số 154/2005/NĐ-CP bằng Thông tư số 112/2005/TT-BTC cùng ngày "
        "15/12/2005.\n",
        {"112/2005/TT-BTC guides 154/2005/NĐ-CP"},
    ),
    (
        REPORT,
        "Bộ Tài chính hướng dẫn thực hiện Nghị định số 154/2005/NĐ-CP tại Thông tư số 112/2005/TT-BTC "
        "ngày 15/12/2005.\n",
        {"112/2005/TT-BTC guides 154/2005/NĐ-CP"},
    ),
    (
        REPORT,
        "Thông tư số 02/2022/TT-UBDT ngày 30/6/2022 của Ủy ban Dân tộc hướng dẫn thực hiện một số dự án "
        "theo Quyết định số 1719/QĐ-TTg chưa rõ.\n",
        {"02/2022/TT-UBDT guides 1719/QĐ-TTg"},
    ),
    (
        REPORT,
        "Bộ Tư pháp ban hành Thông tư số 04/2020/TT-BTP ngày 28/5/2020 hướng dẫn Luật Hộ tịch năm 2014 "
        "và Nghị định số 123/2015/NĐ-CP nêu trên, thay thế Thông tư số 15/2015/TT-BTP ngày 16/11/2015.\n",
        {
            "04/2020/TT-BTP guides 123/2015/NĐ-CP",
            "04/2020/TT-BTP guides Luật Hộ tịch",
            "04/2020/TT-BTP replaces 15/2015/TT-BTP",
        },
    ),
    (
        REPORT,
        "Tập huấn các nghị định quy định chi tiết Luật Đất đai năm 2024, trước hết là Nghị định số "
        "71/2024/NĐ-CP ngày 27 tháng 6 năm 2024 về giá đất và Nghị định số 88/2024/NĐ-CP ngày 15 tháng 7 "
        "năm 2024 về bồi thường.\n",
        {"71/2024/NĐ-CP guides Luật Đất đai", "88/2024/NĐ-CP guides Luật Đất đai"},
    ),
    (
        REPORT,
        "Thông tư số 02/2022/TT-UBDT ngày 30/6/2022 của Ủy ban Dân tộc hướng dẫn thực hiện một số dự án "
        "theo Quyết định số 1719/QĐ-TTg ngày 14/10/2021 chưa rõ.\n",
        {"02/2022/TT-UBDT guides 1719/QĐ-TTg"},
    ),
    (
        REPORT,
        "Các thông tư hướng dẫn Nghị định số 71/2024/NĐ-CP gồm: Thông tư số 10/2024/TT-BTNMT ngày "
        "31/7/2024 và Thông tư số 11/2024/TT-BTNMT ngày 31/7/2024.\n",
        {"10/2024/TT-BTNMT guides 71/2024/NĐ-CP", "11/2024/TT-BTNMT guides 71/2024/NĐ-CP"},
    ),
    (
        REPORT,
        "Nghị quyết số 38/2016/NQ-HĐND ngày 11/12/2016 (được sửa đổi, bổ sung bởi Nghị quyết số "
        "18/2021/NQ-HĐND ngày 29/7/2021), là nghị quyết do HĐND tỉnh ban hành để quy định chi tiết Nghị "
        "định số 116/2016/NĐ-CP.\n",
        {"18/2021/NQ-HĐND amends 38/2016/NQ-HĐND", "38/2016/NQ-HĐND guides 116/2016/NĐ-CP"},
    ),
]

NO_GUIDES = [
    (
        REPORT,
        "Quyết định số 5/2024/QĐ-UBND ngày 1/8/2024 quy định cụ thể một số nội dung của Luật Đất đai năm "
        "2024.\n",
        set(),
    ),
    (
        DECISION,
        "Điều 2. Ban hành kèm theo Quyết định này Quy trình thử nghiệm, hướng dẫn thực hiện khoản 3 Điều "
        "42 Thông tư số 25/2016/TT-BCT và Điều 51 Thông tư số 39/2015/TT-BCT.\n",
        set(),
    ),
    (
        REPORT,
        "Thông tư số 28/2015/TT-BLĐTBXH chưa hướng dẫn Điều 52 Luật Việc làm năm 2013.\n",
        set(),
    ),
    (
        REPORT,
        "Bộ Tài chính chưa hướng dẫn Nghị định số 154/2005/NĐ-CP tại Thông tư số 112/2005/TT-BTC ngày "
        "15/12/2005.\n",
        set(),
    ),
    (
        REPORT,
        "Đề nghị Bộ Tài chính hướng dẫn Nghị định số 154/2005/NĐ-CP tại Thông tư số 112/2005/TT-BTC ngày "
        "15/12/2005.\n",
        set(),
    ),
    (
        REPORT,
        "Các văn bản sau chưa hướng dẫn Nghị định số 71/2024/NĐ-CP: Thông tư số 10/2024/TT-BTNMT ngày "
        "31/7/2024 và Thông tư số 11/2024/TT-BTNMT ngày 31/7/2024.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), GUIDES)
def test_guides(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_GUIDES)
def test_no_guides(draft, text, want):
    assert told(draft + text) == want
