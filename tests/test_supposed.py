"""What a text only supposes, asks for or denies gives no link, what it says of a part no whole one."""

import pytest

from kg import analyse
from tests.drafts import DECISION, NOTICE, PLAN, REPORT, told

SAID = [
    (
        REPORT,
        "Cần kiểm tra Thông tư số 39/2016/TT-NHNN có bị ngưng hiệu lực bởi Thông tư số 10/2023/TT-NHNN "
        "hay không.\n",
        set(),
    ),
    (
        REPORT,
        "Nghị định số 29/2023/NĐ-CP dự kiến thay thế cả Nghị định số 108/2014/NĐ-CP và Nghị định số "
        "113/2018/NĐ-CP.\n",
        set(),
    ),
    (
        REPORT,
        "Căn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ, đề nghị của Sở Nội vụ tại Tờ "
        "trình số 54/TTr-SNV ngày 15/12/2023, UBND tỉnh báo cáo như sau:\n",
        {"self basedOn 54/TTr-SNV", "self basedOn 66/2021/NĐ-CP"},
    ),
    (
        PLAN,
        "Căn cứ Nghị định số 66/2021/NĐ-CP ngày 06/7/2021 của Chính phủ, đề nghị các đơn vị thực hiện Kế "
        "hoạch số 5420/KH-UBND ngày 15/12/2023.\n",
        {"self basedOn 66/2021/NĐ-CP"},
    ),
    (
        NOTICE,
        "1. Không đồng ý với đề nghị của Phòng Tài chính tại Tờ trình số 10/TTr-TCKH: điều chỉnh thời "
        "hạn nêu tại Thông báo số 5/TB-UBND ngày 1/2/2024 đến hết ngày 30/9/2024.\n",
        set(),
    ),
    (
        NOTICE,
        "1. Đồng ý với đề nghị của Phòng Tài chính tại Tờ trình số 10/TTr-TCKH: điều chỉnh thời hạn nêu "
        "tại Thông báo số 5/TB-UBND ngày 1/2/2024 đến hết ngày 30/9/2024.\n",
        {"self amends 5/TB-UBND", "self basedOn 10/TTr-TCKH"},
    ),
    (
        PLAN,
        "1. Giao Sở Lao động rà soát; đồng thời điều chỉnh chỉ tiêu tại Kế hoạch số 5/KH-UBND ngày "
        "02/3/2024 từ 2% lên 3%.\n",
        set(),
    ),
    (
        PLAN,
        "1. Kế hoạch này có hiệu lực từ ngày ký; đồng thời điều chỉnh chỉ tiêu tại Kế hoạch số 5/KH-UBND "
        "ngày 02/3/2024 từ 2% lên 3%.\n",
        {"self amends 5/KH-UBND"},
    ),
    (
        DECISION,
        "Nội dung tại Quyết định số 5/2018/QĐ-UBND được bãi bỏ từ ngày Nghị quyết số 6/2024/NQ-HĐND có "
        "hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Chi trả theo Quyết định số 10/2022/QĐ-UBND, Quyết định số 5/2018/QĐ-UBND đã hết hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "Ngay khi có Nghị quyết số 5-NQ/TU, xã chưa ban hành Kế hoạch số 10/KH-UBND để triển khai thực "
        "hiện.\n",
        set(),
    ),
    (
        REPORT,
        "Nghị quyết số 10/2022/NQ-HĐND có hiệu lực từ ngày 15/7/2022 và thay thế Nghị quyết số "
        "5/2018/NQ-HĐND; Nghị quyết số 11/2022/NQ-HĐND quy định mức thu phí.\n",
        {"10/2022/NQ-HĐND replaces 5/2018/NQ-HĐND"},
    ),
    (
        REPORT,
        "Quyết định số 10/2022/QĐ-UBND đã thay thế Quyết định số 5/2018/QĐ-UBND, Quyết định số "
        "7/2022/QĐ-UBND vẫn còn hiệu lực.\n",
        {"10/2022/QĐ-UBND replaces 5/2018/QĐ-UBND", "10/2022/QĐ-UBND replaces 7/2022/QĐ-UBND"},
    ),
    (
        REPORT,
        "Nghị quyết số 10/2022/NQ-HĐND đã thay thế Nghị quyết số 5/2018/NQ-HĐND quy định mức thu phí; "
        "Nghị quyết số 6/2019/NQ-HĐND quy định mức thu lệ phí.\n",
        {"10/2022/NQ-HĐND replaces 5/2018/NQ-HĐND", "10/2022/NQ-HĐND replaces 6/2019/NQ-HĐND"},
    ),
    (
        REPORT,
        "Quyết định số 5/2018/QĐ-UBND chưa được công bố hết hiệu lực bằng Quyết định số 10/2022/QĐ-UBND.\n",
        set(),
    ),
    (
        REPORT,
        "Khoản 8 Điều 8 Nghị định số 20/2016/NĐ-CP không bị ngưng hiệu lực thi hành bởi Nghị định số "
        "10/2022/NĐ-CP.\n",
        set(),
    ),
    (
        REPORT,
        "Quyết định số 5/2018/QĐ-UBND không hết hiệu lực, do Quyết định số 10/2022/QĐ-UBND bãi bỏ văn "
        "bản khác.\n",
        set(),
    ),
    (
        REPORT,
        "Giấy phép cấp theo Nghị định số 20/2016/NĐ-CP mà đã hết hiệu lực theo quy định tại Điều 5 Nghị "
        "định số 10/2022/NĐ-CP thì phải cấp lại.\n",
        set(),
    ),
    (
        REPORT,
        "Quyết định số 10/QĐ-UBND đã bổ sung kinh phí thực hiện nhiệm vụ tại Quyết định số 5/QĐ-UBND.\n",
        set(),
    ),
    (
        REPORT,
        "Trường hợp Nghị quyết số 10/2022/NQ-HĐND được thông qua, thay thế Nghị quyết số 5/2018/NQ-HĐND "
        "thì mức hỗ trợ sẽ tăng.\n",
        set(),
    ),
    (
        REPORT,
        "Ông A được giao đất theo Quyết định số 5/QĐ-UBND ngày 02/3/2000 nhưng diện tích đã được điều "
        "chỉnh theo Quyết định số 10/QĐ-UBND ngày 05/6/2012.\n",
        set(),
    ),
    (
        REPORT,
        "Chi theo Nghị quyết số 5/2018/NQ-HĐND; riêng nhiệm vụ phát sinh được bổ sung từ nguồn dự phòng "
        "theo Nghị quyết số 10/2022/NQ-HĐND.\n",
        set(),
    ),
    (
        REPORT,
        "Có Quyết định số 5/2018/QĐ-UBND và Quyết định số 6/2018/QĐ-UBND. Quyết định số 10/2022/QĐ-UBND "
        "sẽ thay thế cả hai quyết định trên.\n",
        set(),
    ),
    (
        REPORT,
        "Có Nghị quyết số 5-NQ/TU và Nghị quyết số 6-NQ/TU đề ra mục tiêu. Hai nghị quyết này được điều "
        "chỉnh theo Nghị quyết số 10/NQ-HĐND.\n",
        set(),
    ),
    (
        REPORT,
        "Hiện nay, căn cứ Luật Giá năm 2023, UBND tỉnh chưa ban hành Quyết định số 5/2024/QĐ-UBND.\n",
        {"self basedOn Luật Giá"},
    ),
    (
        REPORT,
        "Quyết định số 5/2018/QĐ-UBND chưa được ban hành căn cứ Luật Đất đai năm 2013 và Nghị định số "
        "20/2016/NĐ-CP.\n",
        set(),
    ),
    (
        REPORT,
        "Sở Nội vụ chủ trì tuyên truyền, hướng dẫn Nghị định số 20/2016/NĐ-CP trong Kế hoạch số "
        "5/KH-UBND ngày 02/3/2022.\n",
        set(),
    ),
    (
        REPORT,
        "Chưa có các nghị định quy định chi tiết Luật Đất đai năm 2024, trong đó có Nghị định số "
        "102/2024/NĐ-CP.\n",
        set(),
    ),
    (
        REPORT,
        "Chi trả theo Quyết định số 10/2022/QĐ-UBND, Quyết định số 5/2018/QĐ-UBND đã hết hiệu lực.\n",
        set(),
    ),
    (
        REPORT,
        "UBND tỉnh ban hành Kế hoạch số 10/KH-UBND, trong đó sửa đổi, bổ sung Kế hoạch số 5/KH-UBND là "
        "nhiệm vụ trọng tâm.\n",
        set(),
    ),
    (
        REPORT,
        "Quyết định số 10/QĐ-UBND ban hành Quy định số 5-QĐ/TU.\n",
        set(),
    ),
    (
        REPORT,
        "Nghị quyết số 5/2018/NQ-HĐND hết hiệu lực một phần từ ngày 01/01/2023, do Nghị quyết số "
        "10/2022/NQ-HĐND bãi bỏ Điều 3 và Điều 4.\n",
        {"10/2022/NQ-HĐND repeals 5/2018/NQ-HĐND"},
    ),
    (
        REPORT,
        "UBND tỉnh có Quyết định số 10/QĐ-UBND công bố hết hiệu lực một phần Quyết định số "
        "5/2018/QĐ-UBND.\n",
        {"10/QĐ-UBND repeals 5/2018/QĐ-UBND"},
    ),
    (
        REPORT,
        "Quyết định số 5/2018/QĐ-UBND, trong đó Điều 5 sẽ hết hiệu lực theo Quyết định số "
        "10/2022/QĐ-UBND.\n",
        {"10/2022/QĐ-UBND repeals 5/2018/QĐ-UBND"},
    ),
    (
        REPORT,
        "Có Quyết định số 5/2018/QĐ-UBND và Quyết định số 6/2018/QĐ-UBND. Điều 3 của hai quyết định này "
        "được bãi bỏ bởi Quyết định số 10/2022/QĐ-UBND.\n",
        {"10/2022/QĐ-UBND repeals 5/2018/QĐ-UBND", "10/2022/QĐ-UBND repeals 6/2018/QĐ-UBND"},
    ),
    (
        REPORT,
        "Theo Nghị định số 06/2021/NĐ-CP, Điều 13 được sửa đổi bởi Nghị định số 35/2023/NĐ-CP; Nghị định "
        "số 15/2021/NĐ-CP quy định về dự án.\n",
        {"35/2023/NĐ-CP amends 06/2021/NĐ-CP"},
    ),
    (
        REPORT,
        "Nhằm cụ thể hóa Nghị quyết số 18-NQ/TW, Nghị quyết số 5-NQ/TU, huyện đã ban hành Kế hoạch số "
        "10/KH-UBND.\n",
        {"10/KH-UBND implements 18-NQ/TW", "10/KH-UBND implements 5-NQ/TU"},
    ),
    (
        REPORT,
        "Văn bản hợp nhất số 10/VBHN-BTC chỉ hợp nhất Nghị định số 20/2016/NĐ-CP, và Nghị định số "
        "30/2017/NĐ-CP chưa được hợp nhất.\n",
        {"10/VBHN-BTC consolidates 20/2016/NĐ-CP"},
    ),
    (
        REPORT,
        "Luật Đất đai số 31/2024/QH15 có hiệu lực từ ngày 01/8/2024; kể từ ngày đó, Nghị định số "
        "43/2014/NĐ-CP hết hiệu lực, trừ Điều 18.\n",
        {"31/2024/QH15 repeals 43/2014/NĐ-CP"},
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), SAID)
def test_said_and_only_supposed(draft, text, want):
    assert told(draft + text) == want


NOTES = [
    (
        REPORT,
        "Nghị quyết số 25/NQ-HĐND[1] đã được triển khai.\n"
        "\n"
        "[1] Ngày 10/7/2023, Ủy ban nhân dân tỉnh ban hành Kế hoạch số 77/KH-UBND để thực hiện.\n",
        set(),
    ),
    (
        REPORT,
        "Kế hoạch số 12/KH-UBND[1] chưa hoàn thành trong năm.\n"
        "\n"
        "[1] Do Ủy ban nhân dân huyện Ea Kar chưa bố trí kinh phí.\n",
        set(),
    ),
    (
        REPORT,
        "Kế hoạch số 12/KH-UBND[1] chưa hoàn thành trong năm.\n"
        "\n"
        "[1] Do Ủy ban nhân dân huyện Ea Kar ban hành.\n",
        set(),
    ),
    (
        REPORT,
        "Ủy ban nhân dân tỉnh đã ban hành 02 kế hoạch, Ủy ban nhân dân huyện Ea Kar đã ban hành 03 kế "
        "hoạch[1].\n"
        "\n"
        "[1] Kế hoạch số 30/KH-UBND ngày 1/2/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Ban Thường vụ Tỉnh ủy đã ban hành 01 chỉ thị[1].\n"
        "\n"
        "[1] Chỉ thị số 76-CT/TU ngày 08/9/2023 về tiếp tục thực hiện Nghị quyết số 10-NQ/TU ngày "
        "05/5/2021.\n",
        {"76-CT/TU implements 10-NQ/TU"},
    ),
    (
        REPORT,
        "Triển khai Kế hoạch số 12/KH-UBND[1], ngày 05/5/2023 Sở Y tế đã tổ chức hội nghị.\n"
        "\n"
        "[1] Kế hoạch phòng, chống dịch.\n",
        set(),
    ),
    (
        REPORT,
        "Thực hiện Luật Đất đai số 31/2024/QH15 ngày 18/01/2024, tỉnh ban hành các văn bản sau:\n"
        "STT Tên văn bản\n"
        "14 Quyết định số 50/2024/QĐ-UBND về đất\n"
        "15 Quyết định số 51/2024/QĐ-UBND về đất\n",
        set(),
    ),
    (
        REPORT,
        "Thực hiện Công văn số 4567/UBND-NN2 ngày 05/5/2023, các xã báo cáo như sau:\n"
        "1 Xã Ea Kmút: 12 hộ nghèo\n"
        "2 Xã Ea Đar: 15 hộ nghèo\n",
        {"self implements 4567/UBND-NN2"},
    ),
    (
        REPORT,
        "Thực hiện Kế hoạch số 5/KH-UBND, Sở đã chấm điểm theo bộ tiêu chí mới[1].\n"
        "\n"
        "[1] Ban hành kèm theo Quyết định số 99/QĐ-TTg ngày 1/2/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Theo Quyết định số 99/QĐ-UBND, Ủy ban nhân dân tỉnh đã ban hành quy chế mới[1].\n"
        "\n"
        "[1] Thay thế Quyết định số 05/2015/QĐ-UBND ngày 1/2/2015.\n",
        set(),
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Thực hiện Chỉ thị số 13-CT/TW, tỉnh đã ban hành kế hoạch[1].\n"
        "\n"
        "[1] Kế hoạch số 88/KH-UBND ngày 05/5/2017. Trước đó, tỉnh có Kế hoạch số 20/KH-UBND ngày "
        "01/01/2012 thực hiện Nghị quyết số 7/NQ-CP.\n",
        {"20/KH-UBND implements 7/NQ-CP", "88/KH-UBND implements 13-CT/TW"},
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Thực hiện Nghị quyết số 29-NQ/TW, toàn tỉnh đã ban hành 120 văn bản[1].\n"
        "\n"
        "[1] Xem Báo cáo số 22/BC-UBND ngày 3/4/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Chưa ban hành kế hoạch thực hiện Nghị quyết số 30-NQ/TU[1].\n"
        "\n"
        "[1] Kế hoạch số 5/KH-UBND ngày 05/01/2021 chỉ thực hiện Chỉ thị số 8-CT/TU.\n",
        set(),
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Thực hiện Nghị quyết số 26-NQ/TW, toàn tỉnh có 75 xã đạt chuẩn xây dựng nông thôn mới[1].\n"
        "\n"
        "[1] Quyết định số 500/QĐ-UBND ngày 1/2/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Thực hiện Chỉ thị số 05-CT/TW, tỉnh đã ban hành kế hoạch và khen thưởng 20 tập thể[1].\n"
        "\n"
        "[1] Quyết định số 500/QĐ-UBND ngày 1/2/2023.\n",
        set(),
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Ủy ban nhân dân huyện đã ban hành văn bản triển khai Nghị định số 15/2020/NĐ-CP[1], Nghị định "
        "số 14/2022/NĐ-CP[2].\n"
        "\n"
        "[1] Công văn số 30/UBND-VP ngày 1/2/2021.\n"
        "[2] Công văn số 40/UBND-VP ngày 1/2/2023.\n",
        {"30/UBND-VP implements 15/2020/NĐ-CP", "40/UBND-VP implements 14/2022/NĐ-CP"},
    ),
    (
        REPORT,
        "Báo cáo. Kết quả.\n"
        "\n"
        "Luật Đầu tư công năm 2019 và các văn bản hướng dẫn thi hành[1] được phổ biến.\n"
        "\n"
        "[1] Nghị định số 40/2020/NĐ-CP; Luật số 62/2020/QH14 sửa đổi; Nghị định số 120/2018/NĐ-CP.\n",
        {"40/2020/NĐ-CP guides Luật Đầu tư công"},
    ),
    (
        REPORT,
        "A. VĂN BẢN CỦA ỦY BAN NHÂN DÂN TỈNH PHÚ YÊN (CŨ)\n"
        "| STT | Tên văn bản |\n"
        "|---|---|\n"
        "| 1 | Quyết định số 06/2015/QĐ-UBND |\n",
        set(),
    ),
]


@pytest.mark.parametrize(("draft", "text", "want"), NOTES)
def test_notes(draft, text, want):
    assert told(draft + text) == want


PARTS = [
    "Nghị quyết số 5/2018/NQ-HĐND hết hiệu lực một phần từ ngày 01/01/2023, do Nghị quyết số 10/2022/NQ-HĐND bãi bỏ Điều 3.",
    "UBND tỉnh có Quyết định số 10/2022/QĐ-UBND công bố hết hiệu lực một phần Quyết định số 5/2018/QĐ-UBND.",
    "Quyết định số 5/2018/QĐ-UBND, trong đó Điều 5 sẽ hết hiệu lực theo Quyết định số 10/2022/QĐ-UBND.",
    "Nghị định số 10/2022/NĐ-CP có hiệu lực từ ngày 01/8/2022; kể từ ngày đó, Nghị định số 5/2018/NĐ-CP hết hiệu lực, trừ Điều 8.",
]


@pytest.mark.parametrize("text", PARTS)
@pytest.mark.parametrize("of_a_part", [True, False])
def test_what_is_said_of_a_part(text, of_a_part):
    if not of_a_part:
        text = text.replace(" một phần", "").replace(" Điều 3", "").replace(", trừ Điều 8", "")
        text = text.replace(", trong đó Điều 5 sẽ", " đã")
    links = [r for r in analyse(f"{REPORT}{text}\n").relations if r.predicate == "repeals"]
    assert [r.scope for r in links] == ["partial" if of_a_part else None]
