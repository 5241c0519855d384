"""What a text ends by a clause on effect: parts, rows, lists, and the day of its own effect."""

import pytest

from tests.drafts import DECISION, PLAN, REPORT, told

COUNCIL = "HỘI ĐỒNG NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 15/NQ-HĐND\nNgày 20 tháng 12 năm 2024\nNGHỊ QUYẾT\nVề chương trình giảm nghèo\n\nQUYẾT NGHỊ:\n"
HEAD_1 = "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTỈNH QUẢNG NINH            Độc lập - Tự do - Hạnh phúc\nSố: 31/CĐ-UBND             Quảng Ninh, ngày 05 tháng 9 năm 2024\n\nCÔNG ĐIỆN\nVề việc tập trung ứng phó bão số 3\n\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n\n- Giám đốc các sở, ban, ngành;\n\nChủ tịch UBND tỉnh yêu cầu:\n\n1. Các sở trực 24/24 giờ.\n\n5. Về hiệu lực các công điện đã ban hành\n\n"
HEAD_2 = "CHỦ TỊCH ỦY BAN NHÂN DÂN\nTỈNH ĐẮK LẮK\nSố: 07/CĐ-UBND\nĐắk Lắk, ngày 20 tháng 12 năm 2024\n\nCÔNG ĐIỆN\nVề việc ứng phó mưa lũ\n\nCHỦ TỊCH UBND TỈNH ĐẮK LẮK ĐIỆN:\n\n"

ENDS = [
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "1. Quyết định này có hiệu lực từ ngày ký.\n"
        "2. Quy định về diện tích tại khoản 8 Điều 1 Quyết định số 855/QĐ-UBND ngày 3/3/2020 hết hiệu "
        "lực từ ngày nêu tại khoản 1 Điều này.\n",
        {"self repeals 855/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "2. Mục II và Phụ lục số 2 của Quyết định số 14/QĐ-UBND ngày 3/3/2020 nói trên hết hiệu lực; các "
        "phần còn lại của Quyết định 14 vẫn có giá trị thi hành.\n",
        {"self repeals 14/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "2. Kế hoạch số 33/KH-UBND ngày 15/7/2014 giữa hai đơn vị hết hiệu lực, trừ mục 4 về quản lý.\n",
        {"self repeals 33/KH-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "2. Khoản 2 Điều 15 Quyết định số 04/2018/QĐ-UBND ngày 3/3/2018 hết hiệu lực kể từ ngày Quyết "
        "định này có hiệu lực.\n",
        {"self repeals 04/2018/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "3. Nội dung chương trình quan trắc tại khoản 4 Điều 1 Quyết định số 1356/QĐ-UBND ngày 9/8/2018 "
        "bị bãi bỏ; các nội dung còn lại của Quyết định nêu trên không thay đổi.\n",
        {"self repeals 1356/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "3. Phần hướng dẫn về lệ phí chi trả tại Quyết định số 2290/QĐ-UBND ngày 01-9-1999 của UBND tỉnh "
        "cũng bãi bỏ.\n",
        {"self repeals 2290/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực thi hành\n"
        "Bãi bỏ Quyết định số 413/QĐ-UBND ngày 15-9-1993 của UBND tỉnh về quản lý tôm giống và Mục III "
        "Chỉ thị số 04/CT-UBND ngày 30-8-1990 của UBND tỉnh hướng dẫn thực hiện Nghị định số 195-HĐBT.\n",
        {"04/CT-UBND guides 195-HĐBT", "self repeals 413/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Hiệu lực\n"
        "2. Bãi bỏ nội dung công bố tại mục I Phần A kèm theo Quyết định số 676/QĐ-UBND ngày 18 tháng 02 "
        "năm 2019 của UBND tỉnh.\n",
        {"self repeals 676/QĐ-UBND"},
    ),
    (
        PLAN,
        "1. Kế hoạch này có hiệu lực từ ngày ký. Các văn bản sau đây của Ủy ban nhân dân tỉnh hết hiệu "
        "lực:\n"
        "\n"
        "STT | Văn bản | Ngày ban hành | Phạm vi hết hiệu lực\n"
        "1 | Quyết định số 09/QĐ-UBND | 06/4/2020 | Toàn bộ\n"
        "2 | Quyết định số 12/QĐ-UBND | 17/5/2021 | Mục 2, mục 5\n"
        "\n"
        "2. Vướng mắc báo về Sở.\n",
        {"self repeals 09/QĐ-UBND", "self repeals 12/QĐ-UBND"},
    ),
    (
        PLAN,
        "1. Kế hoạch này có hiệu lực từ ngày ký. Các văn bản sau đây hết hiệu lực:\n"
        "\n"
        "STT | Văn bản | Ngày ban hành | Phạm vi hết hiệu lực\n"
        "1 | Quyết định số 09/QĐ-UBND | 06/4/2020 | Toàn bộ\n"
        "2 | Quyết định số 12/QĐ-UBND | 17/5/2021 | Mục 2, mục 5\n"
        "\n"
        "2. Vướng mắc báo về Sở.\n",
        {"self repeals 09/QĐ-UBND", "self repeals 12/QĐ-UBND"},
    ),
    (
        HEAD_1,
        "- Công điện này thay thế Công điện số 30/CĐ-UBND ngày 04/9/2024 của Chủ tịch UBND tỉnh.\n"
        "- Điểm c mục 3 Công điện số 29/CĐ-UBND ngày 03/9/2024 của Chủ tịch UBND tỉnh hết hiệu lực; các "
        "nội dung khác của Công điện số 29 vẫn tiếp tục thực hiện.\n",
        {"self repeals 29/CĐ-UBND", "self replaces 30/CĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Bãi bỏ một số quy định và văn bản\n"
        "1. Bãi bỏ khoản 4 Điều 9, Điều 15 của Quy định ban hành kèm theo Quyết định số\n"
        "18/2019/QĐ-UBND.\n"
        "2. Bãi bỏ toàn bộ các quyết định sau đây của Ủy ban nhân dân tỉnh:\n"
        "STT  Số, ký hiệu  Ngày ban hành  Trích yếu nội dung\n"
        "1 Quyết định số\n"
        "11/2016/QĐ-UBND 14/3/2016 Ban hành Quy chế thu gom rác\n"
        "thải khu vực ven biển\n"
        "2 Quyết định số\n"
        "26/2017/QĐ-UBND 05/6/2017 Quy định giá dịch vụ vệ sinh\n"
        "3. Khoản 1 Điều 1 Quyết định số 44/2020/QĐ-UBND hết hiệu lực kể từ ngày Quyết\n"
        "định này có hiệu lực thi hành.\n",
        {
            "self repeals 11/2016/QĐ-UBND",
            "self repeals 18/2019/QĐ-UBND",
            "self repeals 26/2017/QĐ-UBND",
            "self repeals 44/2020/QĐ-UBND",
        },
    ),
    (
        DECISION,
        "Điều 2. Bãi bỏ một số quy định và văn bản\n"
        "2. Bãi bỏ toàn bộ các quyết định sau đây của Ủy ban nhân dân tỉnh:\n"
        "STT  Số, ký hiệu  Ngày ban hành  Trích yếu nội dung\n"
        "1 Quyết định số 11/2016/QĐ-UBND 14/3/2016 Ban hành Quy chế thu gom rác thải khu vực ven biển\n"
        "2 Quyết định số 26/2017/QĐ-UBND 05/6/2017 Quy định giá dịch vụ vệ sinh\n",
        {"self repeals 11/2016/QĐ-UBND", "self repeals 26/2017/QĐ-UBND"},
    ),
    (
        DECISION,
        "Điều 2. Bãi bỏ một số quy định và văn bản\n"
        "2. Bãi bỏ toàn bộ các quyết định sau đây của Ủy ban nhân dân tỉnh:\n"
        "1 Quyết định số 11/2016/QĐ-UBND 14/3/2016 Ban hành Quy chế thu gom rác thải khu vực ven biển\n"
        "2 Quyết định số 26/2017/QĐ-UBND 05/6/2017 Quy định giá dịch vụ vệ sinh\n",
        {"self repeals 11/2016/QĐ-UBND", "self repeals 26/2017/QĐ-UBND"},
    ),
    (
        REPORT,
        "Báo cáo này thay thế Báo cáo số 372/BC-UBND ngày 24/5/2024.\n",
        {"self replaces 372/BC-UBND"},
    ),
    (
        HEAD_2,
        "Kể từ thời điểm ban hành Công điện này, Công điện số 07/CĐ-UBND ngày 14/9/2024 hết hiệu lực; "
        "các yêu cầu khác tiếp tục được thực hiện.\n",
        set(),
    ),
    (
        COUNCIL,
        "Nghị quyết số 12/2021/NQ-HĐND ngày 20 tháng 12 năm 2021 của Hội đồng nhân dân tỉnh kết thúc "
        "hiệu lực cùng lúc Nghị quyết này có hiệu lực.\n",
        {"self repeals 12/2021/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Không thực hiện khoản 4 Điều 1 Nghị quyết số 112/NQ-HĐND ngày 20 tháng 12 năm 2021 kể từ ngày "
        "Nghị quyết này có hiệu lực.\n",
        {"self repeals 112/NQ-HĐND"},
    ),
    (
        COUNCIL,
        "Không áp dụng khoản 4 Điều 1 Nghị quyết số 112/NQ-HĐND ngày 20 tháng 12 năm 2021 đối với hộ "
        "nghèo.\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), ENDS)
def test_ends(draft, text, want):
    assert told(draft + text) == want
