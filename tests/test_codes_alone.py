"""A code without a body beside it: what it may not tell."""

import pytest

from kg.analyse import analyse


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("Căn cứ Kế hoạch số 27/KH-BTL ngày 12/9/2023 của Bộ Tư lệnh Quân khu 2", None),  # no ministry of water any more
        ("Căn cứ Kế hoạch số 27/KH-BTL ngày 12/9/1985 của Bộ Thủy lợi", "bo-thuy-loi"),
        ("Thực hiện Quy chế phối hợp số 15/QCPH-KL-CA-QS ngày 3/11/2021 giữa Hạt Kiểm lâm, Công an và Ban Chỉ huy", None),
        ("Thực hiện Nghị quyết số 63/NQ-HĐTV ngày 2/12/2023 của Hội đồng thành viên Tổng công ty", None),
        ("Thực hiện Quyết định số 6/QĐ-HĐ ngày 2/12/2023 của Hội đồng tỉnh Sơn La", "hoi-dong-tinh-son-la"),
        ("Theo Thông tư liên tịch số 5/2010/TTLT-BTC-BTP ngày 2/3/2010", "bo-tai-chinh+bo-tu-phap"),
    ],
)
def test_issuers(text, issuer):
    assert [m.issuer for m in analyse(text).mentions] == [issuer]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Quyết định này sửa đổi quy chế nội bộ, bảo đảm không trái Điều 2 Luật Đấu thầu số 22/2023/QH15.", "cites"),
        ("Quyết định này sửa đổi Điều 2 Quyết định số 5/2019/QĐ-UBND ngày 2/3/2019 của UBND tỉnh Sơn La.", "amends"),
        ("theo Quyết định số 5/QĐ-UBND ngày 2/3/2019 (được điều chỉnh tại Quyết định số 8/QĐ-UBND ngày 3/4/2021)", "amends"),
        ("theo Luật Giá năm 2023 (lĩnh vực được điều chỉnh bởi nhiều luật, xem Nghị định số 85/2024/NĐ-CP)", "cites"),
        ("Can cu Nghi dinh so 8/2015/ND-CP ngay 21/01/2015, duoc sua doi, bo sung boi Nghi dinh so 59/2018/ND-CP;", "amends"),
    ],
)
def test_effects(text, wanted):
    assert wanted in {r.predicate for r in analyse(text).relations}
    assert wanted == "amends" or "amends" not in {r.predicate for r in analyse(text).relations}


def test_a_flattened_page_below_its_menu():
    page = (
        "Trang chủ » Văn bản\nSố hiệu: 21/2023/QĐ-UBND | Loại văn bản: Quyết định\n"
        "ỦY BAN NHÂN DÂN TỈNH SƠN LA ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- "
        "Số: 21/2023/QĐ-UBND Sơn La, ngày 12 tháng 9 năm 2023 QUYẾT ĐỊNH BAN HÀNH QUY CHẾ LÀM VIỆC ỦY BAN NHÂN DÂN TỈNH "
        "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011; Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020; "
        "QUYẾT ĐỊNH: Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc." + " Các phòng thực hiện." * 20
    )
    assert [r.predicate for r in analyse(page).relations] == ["basedOn", "basedOn"]


def test_a_law_names_itself_where_it_is_issued():
    head = "QUỐC HỘI\nLuật số: 129/2025/QH15\nLUẬT\nVIÊN CHỨC\nCăn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;\n"
    issued = "Quốc hội ban hành Luật Viên chức.\nĐiều 1. Phạm vi điều chỉnh\nLuật này quy định về viên chức.\n"
    assert [m.text for m in analyse(head + issued).mentions] == ["Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam"]
    told = "Năm 2010, Quốc hội ban hành Luật Viên chức."  # an article tells of the law
    assert [m.text for m in analyse(told).mentions] == ["Luật Viên chức"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("theo Luật Thi đua,khen thưởng trong ngành", ["Luật Thi đua,khen thưởng"]),
        ("theo Luật Thi đua - Khen thưởng và các văn bản", ["Luật Thi đua - Khen thưởng"]),
        ("theo Luật Phòng chống thiên tai năm 2013", ["Luật Phòng chống thiên tai năm 2013"]),
        ("theo Luật Đất đai - Nhà ở", ["Luật Đất đai"]),
        ("5050103 Luật Dân sự 5050104 Luật Kinh tế, thương mại", []),
        ("Điều 12 Luật Kinh tế tập thể", ["Luật Kinh tế tập thể"]),
    ],
)
def test_titles_of_laws(text, names):
    assert [m.text for m in analyse(text).mentions] == names
