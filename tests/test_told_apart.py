"""What a sentence tells of a paper that stands apart from its verb."""

import pytest

from tests.drafts import REPORT, told

CHANGES = [
    (
        REPORT,
        "a) Tờ khai trước ngày 15/7/2023: áp dụng khoản 1 Điều 7a Thông tư số 38/2018/TT-BTC ngày "
        "20/4/2018 (Điều 7a được bổ sung bởi khoản 5 Điều 1 Thông tư số 62/2019/TT-BTC ngày 5/9/2019);\n",
        {"62/2019/TT-BTC amends 38/2018/TT-BTC"},
    ),
    (
        REPORT,
        "- Căn cứ Thông tư số 219/2013/TT-BTC ngày 31/12/2013 của Bộ Tài chính:\n"
        "+ Tại khoản 1 Điều 9 (đã được sửa đổi theo khoản 2 Điều 1 Thông tư số 130/2016/TT-BTC ngày "
        "12/8/2016 của Bộ Tài chính) quy định đối tượng áp dụng thuế suất 0%;\n",
        {"130/2016/TT-BTC amends 219/2013/TT-BTC", "self basedOn 219/2013/TT-BTC"},
    ),
    (
        REPORT,
        "Mức hỗ trợ theo Nghị quyết số 05/2019/NQ-HĐND ngày 12/7/2019 của HĐND tỉnh; mức hỗ trợ tại "
        "khoản 1 Điều 4 đã được sửa đổi tại Nghị quyết số 12/2020/NQ-HĐND ngày 10/7/2020.\n",
        {"12/2020/NQ-HĐND amends 05/2019/NQ-HĐND"},
    ),
    (
        REPORT,
        "Điều 18 Nghị định số 43/2014/NĐ-CP quy định việc này. Lưu ý, Điều 18 này đã được sửa đổi bởi "
        "khoản 16 Điều 2 Nghị định số 01/2017/NĐ-CP ngày 06/01/2017.\n",
        {"01/2017/NĐ-CP amends 43/2014/NĐ-CP"},
    ),
    (
        REPORT,
        "Người bị kiện viện dẫn Quyết định số 48/2017/QĐ-UBND của UBND tỉnh để áp giá là không đúng, vì "
        "đã được thay thế bằng Quyết định số 13/2019/QĐ-UBND ngày 05/8/2019 của UBND tỉnh.\n",
        {"13/2019/QĐ-UBND replaces 48/2017/QĐ-UBND"},
    ),
    (
        REPORT,
        "Lưu ý các đơn vị không áp dụng Hướng dẫn số 03/HD-CCB ngày 10/02/2023 của Hội CCB tỉnh vì đã "
        "được thay thế bởi Hướng dẫn số 08/HD-CCB ngày 3/3/2024.\n",
        {"08/HD-CCB replaces 03/HD-CCB"},
    ),
    (
        REPORT,
        "Không tiếp tục áp dụng Thông tư số 15/2022/TT-BTC ngày 04/3/2022 và Thông tư số 46/2022/TT-BTC "
        "ngày 28/7/2022 do đã được Thông tư số 55/2023/TT-BTC thay thế.\n",
        {"55/2023/TT-BTC replaces 15/2022/TT-BTC", "55/2023/TT-BTC replaces 46/2022/TT-BTC"},
    ),
    (
        REPORT,
        "Không viện dẫn Quyết định số 31-QĐ/TW ngày 1/10/1997 của Bộ Chính trị, do đã được thay thế bởi "
        "Quy định số 66-QĐ/TW ngày 06/02/2017.\n",
        {"66-QĐ/TW replaces 31-QĐ/TW"},
    ),
    (
        REPORT,
        "Nghị định mà ông nêu là Nghị định số 136/2013/NĐ-CP không còn áp dụng vì đã được thay thế bằng "
        "Nghị định số 20/2021/NĐ-CP ngày 15/3/2021.\n",
        {"20/2021/NĐ-CP replaces 136/2013/NĐ-CP"},
    ),
    (
        REPORT,
        "Kế hoạch số 3208/KH-UBND ngày 3/3/2020 chưa sát thực tế nhưng đến năm 2023 mới được thay thế "
        "bằng Kế hoạch số 1875/KH-UBND ngày 12/8/2023 của UBND tỉnh.\n",
        {"1875/KH-UBND replaces 3208/KH-UBND"},
    ),
    (
        REPORT,
        "Quyết định số 17/2018/QĐ-UBND mà cán bộ xã viện dẫn đã được thay thế bằng Quyết định số "
        "31/2019/QĐ-UBND ngày 20/12/2019 của UBND tỉnh.\n",
        {"31/2019/QĐ-UBND replaces 17/2018/QĐ-UBND"},
    ),
    (
        REPORT,
        "UBND huyện đã ban hành Thông báo số 215/TB-UBND ngày 09/3/2023 về thu hồi đất; do ghi nhầm số "
        "thửa nên được đính chính bằng Thông báo số 231/TB-UBND ngày 20/3/2023.\n",
        {"231/TB-UBND corrects 215/TB-UBND"},
    ),
    (
        REPORT,
        "Dự thảo còn dẫn chiếu Nghị quyết số 09/2017/NQ-HĐND ngày 14/7/2017 của HĐND tỉnh, trong khi "
        "Nghị quyết này đã được thay thế bởi Nghị quyết số 18/2021/NQ-HĐND.\n",
        {"18/2021/NQ-HĐND replaces 09/2017/NQ-HĐND"},
    ),
    (
        REPORT,
        "Lưu ý Thông tư số 002/2025/TT-BNV ngày 04/4/2025 của Bộ Nội vụ đã sửa đổi, bổ sung Thông tư số "
        "01/2025/TT-BNV.\n",
        {"002/2025/TT-BNV amends 01/2025/TT-BNV"},
    ),
    (
        REPORT,
        "Lưu ý: Thông tư liên tịch số 04/2018/TTLT-VKSNDTC-BCA-BQP ngày 19/10/2018 đã thay thế Thông tư "
        "liên tịch số 05/2005/TTLT-VKSTC-BCA-BQP ngày 07/9/2005, do đó không viện dẫn văn bản cũ.\n",
        {"04/2018/TTLT-VKSNDTC-BCA-BQP replaces 05/2005/TTLT-VKSTC-BCA-BQP"},
    ),
]

NO_CHANGES = [
    (
        REPORT,
        "Đề nghị không áp dụng Thông tư số 15/2022/TT-BTC ngày 04/3/2022 nếu được thay thế bởi Thông tư "
        "số 55/2023/TT-BTC.\n",
        set(),
    ),
    (
        REPORT,
        "Ông K cho rằng Quyết định số 48/2017/QĐ-UBND đã được thay thế bằng Quyết định số "
        "13/2019/QĐ-UBND là không có căn cứ.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), CHANGES)
def test_changes(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_CHANGES)
def test_no_changes(draft, text, want):
    assert told(draft + text) == want
