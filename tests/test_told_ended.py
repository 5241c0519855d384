"""What is told to have lost its effect, by which paper, and what only a list or a letter says of it."""

import pytest

from tests.drafts import PLAN, REPORT, told

ENDS = [
    (
        REPORT,
        "Thực hiện nghiêm Điều 4 Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012. Các Điều 6, 8, 9 của Thông "
        "tư này đã hết hiệu lực theo Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019 của Bộ.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Theo Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019 của Bộ, Thông tư số 17/2012/TT-BGDĐT ngày "
        "16/5/2012 đã hết hiệu lực từ ngày 01/9/2019.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Ngày 26/8/2019, Bộ có Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019 công bố hết hiệu lực các Điều "
        "6, 8, 9, 10 của Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Các Điều 6, 8, 9 của Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 đã được công bố hết hiệu lực "
        "bằng Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019, nên không còn cơ sở.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Một loạt điều khoản của Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 về cấp phép (các điều 6, 8, "
        "9) đã được công bố hết hiệu lực tại Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019, do Luật Đầu tư "
        "năm 2014.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Bằng Quyết định số 2499/QĐ-BGDĐT ngày 26/8/2019, Bộ đã công bố hết hiệu lực các Điều 6, 8, 9 "
        "của Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012, khiến việc cấp phép không còn.\n",
        {"2499/QĐ-BGDĐT repeals 17/2012/TT-BGDĐT"},
    ),
    (
        REPORT,
        "Riêng các khoản 8, 9 và 10 Điều 8 Thông tư số 39/2016/TT-NHNN đã bị ngưng hiệu lực thi hành bởi "
        "Thông tư số 10/2023/TT-NHNN ngày 23/8/2023 nên không xét.\n",
        {"10/2023/TT-NHNN suspends 39/2016/TT-NHNN"},
    ),
    (
        REPORT,
        "Thông tư số 39/2016/TT-NHNN (đã được sửa đổi, bổ sung bởi Thông tư số 06/2023/TT-NHNN ngày 28 "
        "tháng 6 năm 2023); riêng các khoản 8, 9 và 10 Điều 8 Thông tư số 39/2016/TT-NHNN đã được ngưng "
        "hiệu lực thi hành bởi Thông tư số 10/2023/TT-NHNN ngày 23 tháng 8 năm 2023.\n",
        {"06/2023/TT-NHNN amends 39/2016/TT-NHNN", "10/2023/TT-NHNN suspends 39/2016/TT-NHNN"},
    ),
    (
        REPORT,
        "Công trình thứ ba vẫn áp dụng Thông tư số 10/2020/TT-BTC ngày 20/02/2020 dù đã hết hiệu lực từ "
        "ngày 01/01/2022 theo quy định tại Nghị định số 99/2021/NĐ-CP ngày 11/11/2021 của Chính phủ.\n",
        {"99/2021/NĐ-CP repeals 10/2020/TT-BTC"},
    ),
    (
        REPORT,
        "Giải quyết theo Nghị định số 29/2023/NĐ-CP ngày 03/6/2023 quy định về tinh giản biên chế (hết "
        "hiệu lực kể từ ngày Nghị định số 154/2025/NĐ-CP ngày 15/6/2025 của Chính phủ có hiệu lực thi "
        "hành).\n",
        {"154/2025/NĐ-CP repeals 29/2023/NĐ-CP"},
    ),
    (
        REPORT,
        "Quốc hội vừa thông qua Luật Thực hiện dân chủ ở cơ sở (ngày 10/11/2022), có hiệu lực từ ngày "
        "01/7/2023; kể từ ngày đó, Pháp lệnh số 34/2007/PL-UBTVQH11, ngày 20/4/2007 hết hiệu lực.\n",
        {"Luật Thực hiện dân chủ ở cơ sở repeals 34/2007/PL-UBTVQH11"},
    ),
    (
        REPORT,
        "Cũng từ ngày 1/8/2024, Nghị định số 47/2014/NĐ-CP và Nghị định số 06/2020/NĐ-CP ngày 3/1/2020 "
        "sửa đổi, bổ sung Điều 17 Nghị định số 47/2014/NĐ-CP hết hiệu lực toàn bộ theo Nghị định số "
        "88/2024/NĐ-CP.\n",
        {
            "06/2020/NĐ-CP amends 47/2014/NĐ-CP",
            "88/2024/NĐ-CP repeals 06/2020/NĐ-CP",
            "88/2024/NĐ-CP repeals 47/2014/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Ban rà soát Nghị quyết số 13/2020/NQ-HĐND ngày 04/12/2020 của HĐND thành phố, trong đó Điều 5 "
        "đã hết hiệu lực theo Nghị quyết số 04/2023/NQ-HĐND.\n",
        {"04/2023/NQ-HĐND repeals 13/2020/NQ-HĐND"},
    ),
    (
        REPORT,
        "Nghị định số 29/2023/NĐ-CP (hết hiệu lực kể từ ngày Nghị định số 154/2025/NĐ-CP có hiệu lực thi "
        "hành).\n",
        {"154/2025/NĐ-CP repeals 29/2023/NĐ-CP"},
    ),
    (
        REPORT,
        "Kế hoạch số 88/KH-UBND ngày 10/10/2024 của UBND huyện đã tạm dừng thực hiện theo Thông báo số "
        "19/TB-UBND ngày 14/2/2025.\n",
        {"19/TB-UBND suspends 88/KH-UBND"},
    ),
    (
        REPORT,
        "Việc dạy thêm theo Kế hoạch số 88/KH-SGDĐT ngày 10/10/2024 bị tạm ngưng từ 14/2/2025 theo Công"
        " văn số 19/UBND-VP ngày 12/2/2025 của UBND tỉnh.\n",
        {"19/UBND-VP suspends 88/KH-SGDĐT"},
    ),
    (
        REPORT,
        "Nghị định số 05/2015/NĐ-CP ngày 12/01/2015 (từng được sửa đổi, bổ sung bởi Nghị định số "
        "148/2018/NĐ-CP ngày 24/12/2018) đã bị Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 bãi bỏ.\n",
        {
            "145/2020/NĐ-CP repeals 05/2015/NĐ-CP",
            "148/2018/NĐ-CP amends 05/2015/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Nghị định số 05/2015/NĐ-CP ngày 12/01/2015 (được sửa đổi, bổ sung bởi Nghị định số "
        "148/2018/NĐ-CP ngày 24/12/2018) đã được Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 thay thế.\n",
        {
            "145/2020/NĐ-CP replaces 05/2015/NĐ-CP",
            "148/2018/NĐ-CP amends 05/2015/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Quyết định số 844/QĐ-UBND ngày 12/4/2019, hủy bỏ theo Điều 2 Quyết định số 1487/QĐ-UBND ngày "
        "18/6/2020 của UBND tỉnh.\n",
        {"1487/QĐ-UBND repeals 844/QĐ-UBND"},
    ),
    (
        REPORT,
        "Thông tư số 05/2025/TT-BGDĐT ngày 07/3/2025; thay cho Thông tư số 28/2009/TT-BGDĐT ngày "
        "21/10/2009 và Thông tư số 15/2017/TT-BGDĐT ngày 09/6/2017.\n",
        {
            "05/2025/TT-BGDĐT replaces 15/2017/TT-BGDĐT",
            "05/2025/TT-BGDĐT replaces 28/2009/TT-BGDĐT",
        },
    ),
    (
        REPORT,
        "Với việc Nghị định số 102/2024/NĐ-CP được ban hành, Nghị định số 43/2014/NĐ-CP và Nghị định số"
        " 47/2014/NĐ-CP hết hiệu lực thi hành.\n",
        {
            "102/2024/NĐ-CP repeals 43/2014/NĐ-CP",
            "102/2024/NĐ-CP repeals 47/2014/NĐ-CP",
        },
    ),
    (
        REPORT,
        "Kể từ ngày này, Thông tư số 12/2019/TT-BTC và Thông tư số 14/2020/TT-BTC hết hiệu lực, được "
        "thay thế bởi Thông tư số 30/2024/TT-BTC.\n",
        {
            "30/2024/TT-BTC replaces 12/2019/TT-BTC",
            "30/2024/TT-BTC replaces 14/2020/TT-BTC",
        },
    ),
]

NO_ENDS = [
    (
        REPORT,
        "Các văn bản sau đây đã hết hiệu lực:\n"
        "\n"
        "STT | Văn bản | Ngày ban hành | Phạm vi hết hiệu lực\n"
        "1 | Quyết định số 09/QĐ-UBND | 06/4/2020 | Toàn bộ\n"
        "2 | Quyết định số 12/QĐ-UBND | 17/5/2021 | Mục 2, mục 5\n"
        "\n"
        "2. Vướng mắc báo về Sở.\n",
        set(),
    ),
    (
        PLAN,
        "Sở công bố các văn bản sau đây hết hiệu lực:\n"
        "\n"
        "STT | Văn bản | Ngày ban hành | Phạm vi hết hiệu lực\n"
        "1 | Quyết định số 09/QĐ-UBND | 06/4/2020 | Toàn bộ\n"
        "2 | Quyết định số 12/QĐ-UBND | 17/5/2021 | Mục 2, mục 5\n"
        "\n"
        "2. Vướng mắc báo về Sở.\n",
        set(),
    ),
    (
        REPORT,
        "Đề nghị Bộ công bố hết hiệu lực Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 theo Thông tư số "
        "12/2019/TT-BGDĐT ngày 26/8/2019.\n",
        set(),
    ),
    (
        REPORT,
        "Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 chưa hết hiệu lực theo Thông tư số 12/2019/TT-BGDĐT "
        "ngày 26/8/2019.\n",
        set(),
    ),
    (
        REPORT,
        "Theo Thông tư số 12/2019/TT-BGDĐT ngày 26/8/2019, Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 "
        "không hết hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Theo Công văn số 12/BGDĐT-GDTH ngày 26/8/2019 của Bộ, Thông tư số 17/2012/TT-BGDĐT ngày "
        "16/5/2012 đã hết hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Theo Báo cáo số 12/BC-BTP ngày 26/8/2019 của Bộ, Thông tư số 17/2012/TT-BGDĐT ngày 16/5/2012 đã "
        "hết hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Điều 5 Nghị quyết số 13/2020/NQ-HĐND hết hiệu lực chưa được nêu trong Nghị quyết số "
        "04/2023/NQ-HĐND.\n",
        set(),
    ),
    (
        REPORT,
        "Kế hoạch số 88/KH-UBND ngày 10/10/2024 của UBND huyện chưa tạm dừng thực hiện theo Thông báo "
        "số 19/TB-UBND ngày 14/2/2025.\n",
        set(),
    ),
    (
        REPORT,
        "Đề nghị cho Kế hoạch số 88/KH-UBND ngày 10/10/2024 được tạm dừng thực hiện theo Thông báo số "
        "19/TB-UBND ngày 14/2/2025.\n",
        set(),
    ),
    (
        REPORT,
        "Kế hoạch số 88/KH-UBND ngày 10/10/2025 đã tạm dừng thực hiện theo Thông báo số 19/TB-UBND ngày"
        " 14/2/2024.\n",
        set(),
    ),
    (
        REPORT,
        "Với việc Nghị định số 102/2024/NĐ-CP được ban hành, Nghị định số 43/2014/NĐ-CP và Nghị định số"
        " 47/2014/NĐ-CP vẫn còn hiệu lực thi hành.\n",
        set(),
    ),
    (
        REPORT,
        "Khi Nghị định số 102/2024/NĐ-CP được ban hành, Quyết định số 43/QĐ-UBND ngày 15/5/2014 hết "
        "hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Trước khi Nghị định số 20/2023/NĐ-CP được ban hành, Nghị định số 15/2020/NĐ-CP đã hết hiệu "
        "lực.\n",
        set(),
    ),
    (
        REPORT,
        "Khi Nghị định số 20/2023/NĐ-CP được ban hành, Nghị định số 15/2020/NĐ-CP đã hết hiệu lực từ "
        "năm 2022.\n",
        set(),
    ),
    (
        REPORT,
        "Một số ý kiến lo ngại khi Nghị định số 20/2023/NĐ-CP được ban hành, Nghị định số 15/2020/NĐ-CP"
        " hết hiệu lực thì doanh nghiệp khó.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), ENDS)
def test_ends(draft, text, want):
    assert told(draft + text) == want


@pytest.mark.parametrize(("draft", "text", "want"), NO_ENDS)
def test_no_ends(draft, text, want):
    assert told(draft + text) == want
