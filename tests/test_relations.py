"""Every frame read both ways: the link that is there, and the link that must not be."""

import pytest

from kg.analyse import analyse
from tests import drafts

OWN = "Số: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý\n"
OWN_PLAN = "UBND TỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nKẾ HOẠCH\nCông tác dân vận năm 2022\n"
LETTER = "SỞ NỘI VỤ TỈNH SƠN LA\nSố: 70/SNV-VP\nSơn La, ngày 5 tháng 8 năm 2020\nKính gửi: Phòng Nội vụ các huyện\n\nSở Nội vụ có ý kiến như sau:\n\n"
REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nVề tín dụng chính sách\n\n"
CONCLUSION = "TỈNH ỦY QUẢNG NAM\n*\nSố 412-KL/TU\nQuảng Nam, ngày 15 tháng 8 năm 2023\n\nKẾT LUẬN\nCỦA BAN THƯỜNG VỤ TỈNH ỦY\nvề kinh tế miền núi\n\n1. Về kết quả\n\n"
CONSOLIDATED = (
    "BỘ TÀI CHÍNH\nSố: 23/VBHN-BTC\nHà Nội, ngày 12 tháng 5 năm 2025\n\nTHÔNG TƯ\nQUY ĐỊNH CHẾ ĐỘ CÔNG TÁC PHÍ\n\nThông tư số 40/2017/TT-BTC ngày 28 tháng 4 "
    "năm 2017 của Bộ Tài chính, có hiệu lực từ ngày 01 tháng 7 năm 2017, được sửa đổi, bổ sung bởi:\nThông tư số 12/2025/TT-BTC ngày 19 tháng 3 năm 2025.\n\n"
    "Theo đề nghị của Vụ trưởng,[1]\n\nĐiều 7. Thuê phòng\n1. Thanh toán khoán.\n2. (được bãi bỏ)[2]\n\nĐiều 8. Hiệu lực\n\n_____\n"
)


def links(text):
    a = analyse(text)
    name = {d.id: d.number or d.title for d in a.documents} | {a.document.id: "self"}
    return {(name[r.subject], r.predicate, name[r.object]) for r in a.relations if r.predicate != "cites"}, a


CASES = [
    # own title
    ("KẾ HOẠCH\nTriển khai thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ\n\nI. MỤC ĐÍCH\n",
     {("self", "implements", "33/CT-TTg")}),
    (OWN_PLAN.replace("Công tác dân vận năm 2022", "Triển khai Kế hoạch số 34-KH/TU ngày 06/12/2016 thực hiện Chỉ thị số 49-CT/TW ngày 20/10/2015"),
     {("self", "implements", "34-KH/TU"), ("34-KH/TU", "implements", "49-CT/TW")}),
    # preamble
    (OWN + "Căn cứ Luật số 77/2015/QH13 ngày 19/6/2015; Nghị định số 34/2016/NĐ-CP;\nXét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số "
     "89/TTr-SNV ngày 1/8/2020,\nQUYẾT ĐỊNH:\nĐiều 1. Theo Nghị định số 30/2020/NĐ-CP thì áp dụng.\n",
     {("self", "basedOn", "77/2015/QH13"), ("self", "basedOn", "34/2016/NĐ-CP"), ("self", "basedOn", "89/TTr-SNV")}),
    # enacting clause
    (OWN + "Điều 2. Quyết định này có hiệu lực kể từ ngày 1/9/2020 và thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n",
     {("self", "replaces", "12/2015/QĐ-UBND")}),
    (OWN + "Điều 2. Bãi bỏ Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", {("self", "repeals", "12/2015/QĐ-UBND")}),
    (OWN + "Điều 2. Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n",
     {("self", "repeals", "12/2015/QĐ-UBND")}),
    (OWN + "Điều 2. Bãi bỏ các văn bản sau đây:\na) Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015;\nb) Quyết định số 13/2015/QĐ-UBND.\n",
     {("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2015/QĐ-UBND")}),
    (OWN + "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", {("self", "amends", "12/2015/QĐ-UBND")}),
    (OWN + "Điều 2. Quyết định này không thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", set()),
    (OWN + "Điều 2. Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 tiếp tục có hiệu lực.\n", set()),
    # grounds, then what is carried out; what the main clause deals with is no ground
    ("TỈNH ỦY SƠN LA\nBAN TỔ CHỨC\n*\nSố 21-HD/BTCTU\nSơn La, ngày 24 tháng 11 năm 2023\n\nHƯỚNG DẪN\nxếp loại đảng viên\n\nCăn cứ Quy định số "
     "124-QĐ/TW, ngày 04/10/2023 của Bộ Chính trị; thực hiện Kế hoạch số 190-KH/TU, ngày 17/11/2023 của Ban Thường vụ Tỉnh ủy, Ban Tổ chức "
     "Tỉnh ủy hướng dẫn như sau:\n1. Đối tượng\n",
     {("self", "basedOn", "124-QĐ/TW"), ("self", "implements", "190-KH/TU")}),
    ("SỞ TƯ PHÁP\nSố: 12/KL-STP\nSơn La, ngày 19 tháng 5 năm 2022\n\nKẾT LUẬN KIỂM TRA\n\nCăn cứ Nghị định số 34/2016/NĐ-CP ngày 14/5/2016 của "
     "Chính phủ, Sở Tư pháp đã kiểm tra Quyết định số 7/2021/QĐ-UBND ngày 18/6/2021 của UBND huyện Mai Sơn. Kết quả như sau:\n1. Nội dung\n",
     {("self", "basedOn", "34/2016/NĐ-CP")}),
    ("BỘ NỘI VỤ\nSố: 4/CT-BNV\nHà Nội, ngày 19 tháng 5 năm 2021\n\nCHỈ THỊ\nVề kỷ luật\n\nĐể khắc phục những tồn tại nêu trên, thực hiện Nghị quyết "
     "số 68/NQ-CP ngày 12/5/2020 của Chính phủ, Bộ trưởng yêu cầu:\n1. Các đơn vị\n",
     {("self", "implements", "68/NQ-CP")}),
    ("KẾ HOẠCH\nKiểm tra việc thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ\n\nI. MỤC ĐÍCH\n", set()),
    # a notice puts right and halts papers of its kind
    ("HUYỆN ỦY MAI SƠN\nSố 90-TB/HU\nMai Sơn, ngày 19 tháng 9 năm 2021\n\nTHÔNG BÁO\nKết luận của Thường trực Huyện ủy\n\n1. Tạm dừng thực hiện Kế "
     "hoạch số 26-KH/HU ngày 08/10/2020 của Ban Thường vụ Huyện ủy.\n\n2. Đính chính Thông báo số 88-TB/HU, ngày 14/9/2021: sửa “20” thành “30”.\n",
     {("self", "suspends", "26-KH/HU"), ("self", "corrects", "88-TB/HU")}),
    (OWN + "Điều 1. Nay bổ sung Điều 3 Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 như sau: mức phụ cấp là 10%.\n",
     {("self", "amends", "12/2015/QĐ-UBND")}),
    # one passive of a list; a list of amending acts ends with its bracket
    ("Các Nghị định số 34/2011/NĐ-CP và số 27/2012/NĐ-CP trước đây đã bị Nghị định số 112/2020/NĐ-CP thay thế.",
     {("112/2020/NĐ-CP", "replaces", "34/2011/NĐ-CP"), ("112/2020/NĐ-CP", "replaces", "27/2012/NĐ-CP")}),
    ("trái Điều 14 Nghị định số 59/2011/NĐ-CP ngày 18/7/2011 về cổ phần hóa (được sửa đổi, bổ sung theo Nghị định số 189/2013/NĐ-CP ngày "
     "20/11/2013) và Điều 6 Thông tư số 202/2011/TT-BTC ngày 30/12/2011",
     {("189/2013/NĐ-CP", "amends", "59/2011/NĐ-CP")}),
    ("KẾ HOẠCH\nKiểm tra việc lãnh đạo, chỉ đạo thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ\n\nI. MỤC ĐÍCH\n", set()),
    ("1. Tổ chức\n- Căn cứ Thông tư số 19/2013/TT-BYT ngày 12/7/2013 của Bộ Y tế hướng dẫn quản lý chất lượng, Bệnh viện đã ban hành Kế hoạch số "
     "71/KH-BV ngày 14/02/2023 về cải tiến chất lượng.\n",
     {("71/KH-BV", "basedOn", "19/2013/TT-BYT")}),
    ("cập nhật Chương trình hành động thực hiện Nghị quyết số 57-NQ/TW ban hành kèm theo Nghị quyết số 03/NQ-CP ngày 09/01/2025",
     {("03/NQ-CP", "implements", "57-NQ/TW")}),
    (OWN + "Điều 2. Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 về tiếp tục thực hiện Chỉ thị số 4/CT-UBND.\n",
     {("self", "replaces", "12/2015/QĐ-UBND"), ("12/2015/QĐ-UBND", "implements", "4/CT-UBND")}),
    (OWN + "Điều 2. Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 về quản lý chợ tiếp tục thực hiện đến hết năm 2021.\n", set()),
    # a heading of grounds holds what its parts list
    ("SỞ Y TẾ\nSố: 5/ĐA-SYT\nCao Bằng, ngày 1 tháng 8 năm 2024\n\nĐỀ ÁN\nY tế thôn bản\n\nI. CĂN CỨ PHÁP LÝ\n1. Văn bản của Đảng\n- Nghị quyết số 20-NQ/TW ngày "
     "25/10/2017;\n2. Các văn bản của Nhà nước\n- Quyết định số 281/QĐ-TTg ngày 05/4/2024;\nII. THỰC TRẠNG\n1. Theo Quyết định số 122/QĐ-TTg ngày "
     "01/02/2013 thì còn thiếu.\n",
     {("self", "basedOn", "20-NQ/TW"), ("self", "basedOn", "281/QĐ-TTg")}),
    # between two documents
    ("theo Kế hoạch số 34-KH/TU ngày 06/12/2016 của Tỉnh ủy thực hiện Chỉ thị số 49-CT/TW ngày 20/10/2015 của Ban Bí thư",
     {("34-KH/TU", "implements", "49-CT/TW")}),
    ("theo Thông tư số 01/2016/TT-BNV hướng dẫn một số nội dung Nghị định số 04/2015/NĐ-CP", {("01/2016/TT-BNV", "guides", "04/2015/NĐ-CP")}),
    ("theo Nghị định số 71/1998/NĐ-CP (nay là Nghị định số 04/2013/NĐ-CP)", {("04/2013/NĐ-CP", "replaces", "71/1998/NĐ-CP")}),
    ("Luật số 15/2012/QH13 được sửa đổi, bổ sung một số điều bởi Luật số 54/2014/QH13, Luật số 18/2017/QH14",
     {("54/2014/QH13", "amends", "15/2012/QH13"), ("18/2017/QH14", "amends", "15/2012/QH13")}),
    ("Quyết định số 5/2010/QĐ-TTg được thay thế bởi Quyết định số 7/2015/QĐ-TTg", {("7/2015/QĐ-TTg", "replaces", "5/2010/QĐ-TTg")}),
    ("Nghị định số 10/2018/NĐ-CP bị bãi bỏ bởi Nghị định số 12/2020/NĐ-CP", {("12/2020/NĐ-CP", "repeals", "10/2018/NĐ-CP")}),
    ("Nghị định số 12/2020/NĐ-CP thay thế Nghị định số 10/2018/NĐ-CP", {("12/2020/NĐ-CP", "replaces", "10/2018/NĐ-CP")}),
    # do and issue
    ("Thực hiện Kế hoạch số 38/KH-UBND ngày 04/3/2021 của UBND tỉnh Hà Giang về dân vận; Sở Nội vụ ban hành Kế hoạch số 150/KH-SNV ngày 18/3/2021.",
     {("150/KH-SNV", "implements", "38/KH-UBND")}),
    ("Thực hiện Kế hoạch số 31-KH/TU ngày 16/3/2021 về thi đua và Hướng dẫn số 08-HD/BDVTU ngày 19/4/2021; Ban Dân tộc xây dựng 01 mô hình.",
     None),
    # opening of a report
    ("BÁO CÁO\nKết quả năm 2023\n\nThực hiện Công văn số 2748/BNV-CTTN ngày 17/5/2024 của Bộ Nội vụ, UBND tỉnh An Giang báo cáo như sau:\nI. KẾT QUẢ\n",
     {("self", "implements", "2748/BNV-CTTN")}),
    # under a heading
    ("ĐỀ ÁN\nTăng cường dân vận\n\nI. CĂN CỨ PHÁP LÝ\n\nNghị quyết số 25-NQ/TW ngày 03/6/2013 về dân vận;\n\nII. THỰC TRẠNG\n\nTheo Quyết định số 5/QĐ-TTg ngày 2/2/2015.\n",
     {("self", "basedOn", "25-NQ/TW")}),
    # what is younger than the holder of a title stands outside of it, with the verb or the provisions that lead to it
    (OWN + "Điều 2. Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 về mức thu phí và bãi bỏ Điều 2 Quyết định số "
     "31/2018/QĐ-UBND ngày 6/7/2018.\n", {("self", "replaces", "12/2015/QĐ-UBND"), ("self", "repeals", "31/2018/QĐ-UBND")}),
    (OWN + "Điều 2. Bãi bỏ Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 ban hành quy chế và các Quyết định sửa đổi, bổ sung: Quyết định số "
     "31/2018/QĐ-UBND ngày 6/7/2018, Quyết định số 40/2019/QĐ-UBND ngày 1/8/2019.\n",
     {("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "31/2018/QĐ-UBND"), ("self", "repeals", "40/2019/QĐ-UBND")}),
    (OWN + "Điều 2. Bãi bỏ khoản 1 Điều 4 Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 sửa đổi Quyết định số 5/2012/QĐ-UBND và Điều 6 "
     "Quyết định số 31/2018/QĐ-UBND ngày 6/7/2018.\n",
     {("self", "repeals", "12/2015/QĐ-UBND"), ("12/2015/QĐ-UBND", "amends", "5/2012/QĐ-UBND"), ("self", "repeals", "31/2018/QĐ-UBND")}),
    ("theo Kế hoạch số 20/KH-UBND ngày 5/3/2024 thực hiện Chỉ thị số 5-CT/TW ngày 15/5/2016 và Kết luận số 1-KL/TW ngày 18/5/2021",
     {("20/KH-UBND", "implements", "5-CT/TW"), ("20/KH-UBND", "implements", "1-KL/TW")}),
    # nothing amends what is younger: the next paper of a list, not one more agent
    ("theo Thông tư số 38/2022/TT-BCA ngày 14/10/2022 quy định xử lý kỷ luật được sửa đổi, bổ sung bởi Thông tư số 84/2025/TT-BCA ngày "
     "03/9/2025 và Thông tư số 32/2021/TT-BCA ngày 26/3/2021 quy định công tác quản lý", {("84/2025/TT-BCA", "amends", "38/2022/TT-BCA")}),
    ("theo Nghị định số 123/2020/NĐ-CP về hóa đơn được sửa đổi bởi Nghị định số 70/2025/NĐ-CP và Nghị định số 82/2025/NĐ-CP",
     {("70/2025/NĐ-CP", "amends", "123/2020/NĐ-CP"), ("82/2025/NĐ-CP", "amends", "123/2020/NĐ-CP")}),
    ("theo Nghị định số 112/2020/NĐ-CP ngày 18/9/2020 về kỷ luật cán bộ (sửa đổi, bổ sung tại Nghị định số 71/2023/NĐ-CP ngày 20/9/2023)",
     {("71/2023/NĐ-CP", "amends", "112/2020/NĐ-CP")}),
    ("theo Nghị định số 112/2020/NĐ-CP ngày 18/9/2020 về kỷ luật cán bộ (sửa đổi Nghị định số 34/2011/NĐ-CP ngày 17/5/2011)",
     {("112/2020/NĐ-CP", "amends", "34/2011/NĐ-CP")}),
    # where a title ends: at the sentence that goes on with "thì", at a colon
    ("Hồ sơ theo Nghị định số 12/2020/NĐ-CP về hóa đơn thì bị thay thế như quy định tại Nghị định số 10/2018/NĐ-CP.", set()),
    ("Chi theo Nghị định số 12/2020/NĐ-CP về hóa đơn: Áp dụng mức chi hướng dẫn tại Nghị định số 10/2018/NĐ-CP.", set()),
    # the opening: grounds with bullets, a body that no registry knows, capitals of the letterhead above it
    (OWN_PLAN + "- Căn cứ Luật số 79/2015/QH13;\n- Thực hiện Công điện số 22/CĐ-TTg ngày 12/3/2022; Kế hoạch số 29/KH-UBND ngày 2/3/2022;\n"
     "- Thực hiện Công văn số 611/SNN-CNTY ngày 20/3/2022,\nTrạm Thú y xây dựng kế hoạch như sau:\n\n1. Mục tiêu\n- Thực hiện Thông tư số "
     "7/2016/TT-BNNPTNT.\n", {("self", "basedOn", "79/2015/QH13"), ("self", "implements", "22/CĐ-TTg"), ("self", "implements", "29/KH-UBND"),
                              ("self", "implements", "611/SNN-CNTY")}),
    ("ĐẢNG BỘ TỈNH LÂM ĐỒNG\nĐẢNG ỦY BỆNH VIỆN\n*\nSố 74-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nĐà Lạt, ngày 8 tháng 11 năm 2022\n\nBÁO CÁO\nsơ kết công tác năm 2022\n\n"
     "Thực hiện Công văn số 586-CV/TU ngày 25/10/2022 về sơ kết thực hiện Nghị quyết số 20-NQ/TW ngày 25/10/2017, Chi bộ Khối Nội báo cáo như sau:\n",
     {("self", "implements", "586-CV/TU")}),
    ("Để lãnh đạo, chỉ đạo thực hiện Nghị quyết số 7-NQ/HU ngày 25/2/2016, Đảng ủy Quân sự ban hành Nghị quyết số 12-NQ/ĐU ngày 6/4/2016.",
     {("12-NQ/ĐU", "implements", "7-NQ/HU")}),
    # told of others: passed, in force, in place of another; amended by way of another
    ("Quốc hội đã thông qua Luật số 34/2024/QH15, có hiệu lực từ ngày 01/01/2025, thay thế Luật số 62/2014/QH13.",
     {("34/2024/QH15", "replaces", "62/2014/QH13")}),
    ("Bộ đã sửa đổi Thông tư số 16/2021/TT-BGTVT ngày 12/8/2021 bằng Thông tư số 2/2023/TT-BGTVT ngày 21/3/2023.",
     {("2/2023/TT-BGTVT", "amends", "16/2021/TT-BGTVT")}),
    # a passive round its agent; what an order proclaims, what is attached; points of a resolution; columns of titles
    ("theo Quy định số 30-QĐ/TW, ngày 26/7/2016 (đã được Quy định số 22-QĐ/TW, ngày 28/7/2021 thay thế)", {("22-QĐ/TW", "replaces", "30-QĐ/TW")}),
    ("theo Quy định số 30-QĐ/TW, ngày 26/7/2016 (đã được Quy định số 22-QĐ/TW, ngày 28/7/2021 nhắc lại)", set()),
    ("theo Thông tư số 10/2016/TT-BTC về phí (bị Thông tư số 12/2020/TT-BTC bãi bỏ)", {("12/2020/TT-BTC", "repeals", "10/2016/TT-BTC")}),
    (OWN + "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế số 1/QC-UBND về tiếp dân.\n", {("self", "promulgates", "1/QC-UBND")}),
    ("CHÍNH PHỦ\nSố: 126/NQ-CP\nHà Nội, ngày 10 tháng 12 năm 2019\nNGHỊ QUYẾT\nPhiên họp thường kỳ\n\nQUYẾT NGHỊ:\n1. Về thuế\nXét đề nghị của Bộ Tài "
     "chính tại Tờ trình số 156/TTr-BTC ngày 22/11/2019, Chính phủ đồng ý chủ trương.\n", {("self", "basedOn", "156/TTr-BTC")}),
    ("BÁO CÁO\nKết quả năm 2023\n\nI. KẾT QUẢ\n\nDanh mục văn bản chỉ đạo thực hiện Chỉ thị số 18-CT/TW ngày 1/2/2018\n\n| TT | Văn bản | Cơ quan | Trích yếu |\n"
     "| 1 | Quyết định số 1893-QĐ/TU ngày 21/5/2019 | Tỉnh ủy | Phê duyệt Đề án số 5-ĐA/TU |\n"
     "| 2 | Kế hoạch số 76/KH-UBND ngày 22/6/2018 | UBND tỉnh | Thực hiện Chương trình số 23-CTr/TU |\n",
     {("1893-QĐ/TU", "implements", "18-CT/TW"), ("76/KH-UBND", "implements", "18-CT/TW"), ("1893-QĐ/TU", "approves", "5-ĐA/TU"),
      ("76/KH-UBND", "implements", "23-CTr/TU")}),
    # a title behind a body that no registry names, or that names some of the contents; "thì" before an effect of the paper
    ("theo Hướng dẫn số 24/HD-HNM ngày 8/3/2018 của Ban Thường trực Hội người mù hướng dẫn thực hiện Nghị quyết số 403/2017/NQ-HĐND",
     {("24/HD-HNM", "guides", "403/2017/NQ-HĐND")}),
    ("theo Kế hoạch số 12/KH-HNM ngày 5/3/2023 của Hội người mù quận đã triển khai thực hiện Chỉ thị số 5/CT-TTg ngày 1/2/2022", set()),
    ("Số: 163/2011/TT-BTC\nHà Nội, ngày 5 tháng 11 năm 2011\nTHÔNG TƯ\nHướng dẫn thực hiện một số nội dung về tài chính và nhân sự của Nghị định số "
     "115/2005/NĐ-CP\n", {("self", "guides", "115/2005/NĐ-CP")}),
    ("Còn Nghị định số 15/2021/NĐ-CP về dự án thì thay thế Nghị định số 59/2015/NĐ-CP.", {("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")}),
    ("theo Quyết định số 49/QĐ-TTT ngày 1/6/2023 về thanh tra (theo kế hoạch được phê duyệt tại Quyết định số 660/QĐ-UBND ngày 14/12/2022)", set()),
    # what a letter says; it changes no act, but a letter takes the place of a letter
    (OWN + "Căn cứ Công văn số 3752/BNV-TL ngày 8/7/2020 của Bộ Nội vụ thống nhất về việc bãi bỏ Thông tư số 15/2010/TT-BNV;\nQUYẾT ĐỊNH:\n",
     {("self", "basedOn", "3752/BNV-TL")}),
    (OWN_PLAN + "Thực hiện Công văn số 3752/UBND-NC ngày 8/7/2022 của UBND tỉnh yêu cầu báo cáo kết quả thực hiện Chỉ thị số 33/CT-TTg, Sở Nội vụ ban hành kế hoạch:\n",
     {("self", "implements", "3752/UBND-NC")}),
    (OWN_PLAN + "Thực hiện Công văn số 3752/UBND-NC ngày 8/7/2022 của UBND tỉnh về việc báo cáo và tiếp tục triển khai Chỉ thị số 33/CT-TTg, Sở Nội vụ ban hành kế hoạch:\n",
     {("self", "implements", "3752/UBND-NC"), ("3752/UBND-NC", "implements", "33/CT-TTg")}),
    (OWN_PLAN + "Thực hiện Công văn số 3752/UBND-NC ngày 8/7/2022 của UBND tỉnh về việc triển khai Chỉ thị số 33/CT-TTg, Sở Nội vụ ban hành kế hoạch:\n",
     {("self", "implements", "3752/UBND-NC"), ("3752/UBND-NC", "implements", "33/CT-TTg")}),
    ("Công văn số 12/BNV-TL ngày 5/3/2020 thay thế Công văn số 10/BNV-TL ngày 1/2/2020", {("12/BNV-TL", "replaces", "10/BNV-TL")}),
    # what stands behind the brackets that hold the change, or has a matter of its own, has changed nothing
    ("theo Nghị định số 156/2020/NĐ-CP ngày 31/12/2020 quy định xử phạt (được sửa đổi theo Nghị định số 128/2021/NĐ-CP ngày 30/12/2021) và Nghị định "
     "số 158/2020/NĐ-CP ngày 31/12/2020 về chứng khoán", {("128/2021/NĐ-CP", "amends", "156/2020/NĐ-CP")}),
    ("theo Nghị định số 101/2017/NĐ-CP ngày 1/9/2017 đã được sửa đổi bởi Nghị định số 89/2021/NĐ-CP ngày 18/10/2021, Nghị định số 171/2025/NĐ-CP ngày "
     "30/6/2025 của Chính phủ quy định về đào tạo", {("89/2021/NĐ-CP", "amends", "101/2017/NĐ-CP")}),
    # from the day of an act on another ends: whoever tells it
    (LETTER + "2. Về rừng: Kể từ khi Nghị định số 163/1999/NĐ-CP ngày 16/11/1999 của Chính phủ có hiệu lực, thay thế Nghị định số 2/CP ngày 15/01/1994, "
     "việc giao đất thuộc trách nhiệm của Sở.", {("163/1999/NĐ-CP", "replaces", "2/CP")}),
    (LETTER + "2. Kể từ khi Nghị định số 10/2020/NĐ-CP có hiệu lực, UBND huyện ban hành quy chế mới, thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", set()),
    (OWN + "Điều 2. Kể từ ngày Nghị định số 10/2020/NĐ-CP có hiệu lực, Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n",
     {("self", "replaces", "12/2015/QĐ-UBND")}),
    # in brackets the paper before them acts
    (LETTER + "Thực hiện theo Quy định số 124-QĐ/TW, ngày 04/10/2023 (đã thay thế Quy định số 132-QĐ/TW, ngày 08/3/2018 của Bộ Chính trị).",
     {("124-QĐ/TW", "replaces", "132-QĐ/TW")}),
    (LETTER + "Theo Quyết định số 9/2021/QĐ-UBND (bãi bỏ Quyết định số 132/2018/QĐ-UBND).", {("9/2021/QĐ-UBND", "repeals", "132/2018/QĐ-UBND")}),
    (LETTER + "Theo Quyết định số 9/2018/QĐ-UBND (đã bị bãi bỏ bởi Quyết định số 132/2021/QĐ-UBND).", {("132/2021/QĐ-UBND", "repeals", "9/2018/QĐ-UBND")}),
    # the grounds end where a body acts
    (REPORT + "Theo đề nghị của Sở Y tế tại Công văn số 33/SYT-VP ngày 6/5/2022, UBND tỉnh Sơn La báo cáo kết quả 10 năm thực hiện Chỉ thị số 40-CT/TW như sau:\n",
     {("self", "basedOn", "33/SYT-VP"), ("self", "implements", "40-CT/TW")}),
    (OWN + "Căn cứ Luật số 77/2015/QH13 ngày 19/6/2015, Nghị định số 34/2016/NĐ-CP ngày 14/5/2016;\nQUYẾT ĐỊNH:\n",
     {("self", "basedOn", "77/2015/QH13"), ("self", "basedOn", "34/2016/NĐ-CP")}),
    # what stands under a heading of grounds and is told there of something else
    (LETTER + "1. Về căn cứ pháp lý\n- Luật Đất đai năm 2013;\n- Thuế được giảm theo quy định; việc này căn cứ vào Nghị quyết số 110/2020/QH14.\n2. Ý kiến\n",
     {("self", "basedOn", "Luật Đất đai")}),
    # a letter speaks of what it says, and replaces what a letter said
    (LETTER + "Nội dung tại điểm 2 nêu trên thay thế cho hướng dẫn tại điểm 3 công văn số 4083/SNV-VP ngày 15/9/2019 của Sở Nội vụ.",
     {("self", "replaces", "4083/SNV-VP")}),
    (LETTER + "Nội dung tại điểm 2 nêu trên thay thế cho quy định tại điểm 3 Thông tư số 15/2019/TT-BNV.", set()),
    (LETTER + "Đơn vị lập báo cáo thay thế cho hướng dẫn tại điểm 3 công văn số 4083/SNV-VP ngày 15/9/2019 của Sở Nội vụ.", set()),
    ("Sau đó thay thế Thông tư số 1/2020/TT-BNV hướng dẫn Nghị định số 34/2016/NĐ-CP.", {("1/2020/TT-BNV", "guides", "34/2016/NĐ-CP")}),
    # "công văn này" may be the letter named before it
    (LETTER + "Biểu mẫu theo Hướng dẫn số 38/HD-SNV ngày 6/1/2020, thay cho biểu mẫu gửi kèm Công văn số 1102/SNV-VP ngày 08/11/2019 của Sở Nội vụ tỉnh Sơn La; "
     "công văn này hết hiệu lực từ quý I/2021.", {("self", "repeals", "1102/SNV-VP")}),
    # a heading of one word above a list, and the word that begins a ground
    (OWN_PLAN + "UBND tỉnh Sơn La ban hành Kế hoạch như sau:\n\nI. CĂN CỨ\n- Quyết định số 389/QĐ-TTg ngày 19/3/2014;\n- Nghị quyết số 41/NQ-CP ngày 9/6/2015;\n\n"
     "II. MỤC ĐÍCH\n1. Theo Chỉ thị số 17/CT-TTg ngày 19/6/2018.\n", {("self", "basedOn", "389/QĐ-TTg"), ("self", "basedOn", "41/NQ-CP")}),
    (OWN_PLAN + "I. Căn cứ\n1. Quyết định số 389/QĐ-TTg ngày 19/3/2014;\n2. Nghị quyết số 41/NQ-CP ngày 9/6/2015.\nII. Mục đích\n1. Theo Chỉ thị số 17/CT-TTg.\n",
     {("self", "basedOn", "389/QĐ-TTg"), ("self", "basedOn", "41/NQ-CP")}),
    # papers issued one after the other, each with its matter, however that is worded
    (REPORT + "Thực hiện Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ, UBND huyện đã ban hành Kế hoạch số 5/KH-UBND ngày 12/01/2017 riêng cho cải cách hành chính; "
     "Kế hoạch số 14/KH-UBND ngày 06/02/2017 về kiểm soát thủ tục.\n",
     {("5/KH-UBND", "implements", "30c/NQ-CP"), ("14/KH-UBND", "implements", "30c/NQ-CP")}),
    (REPORT + "Thực hiện Nghị quyết số 30c/NQ-CP ngày 08/11/2011 của Chính phủ, UBND huyện đã ban hành Kế hoạch số 5/KH-UBND ngày 12/01/2017 riêng cho cải cách hành chính; "
     "Kế hoạch số 14/KH-UBND ngày 06/02/2012 của huyện đã được tổng kết.\n",
     {("5/KH-UBND", "implements", "30c/NQ-CP")}),
    # an act stays but for some provisions
    (OWN + "Điều 2. Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 tiếp tục có hiệu lực, trừ Điều 3 và Điều 4 hết hiệu lực kể từ ngày Quyết định này có hiệu lực.\n",
     {("self", "repeals", "12/2015/QĐ-UBND")}),
    (OWN + "Điều 2. Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 tiếp tục có hiệu lực, trừ trường hợp giấy phép hết hiệu lực.\n", set()),
    # a conclusion changes what it tells anew; what is to be changed later is a task
    (CONCLUSION + "2. Điều chỉnh chỉ tiêu tại mục II Nghị quyết số 10-NQ/TU, ngày 17/7/2017 từ 10.000 ha lên 15.000 ha.\n", {("self", "amends", "10-NQ/TU")}),
    (CONCLUSION + "2. Điều chỉnh, bổ sung Nghị quyết số 10-NQ/TU, ngày 17/7/2017 trong năm 2024.\n", set()),
    (CONCLUSION + "2. Ban cán sự đảng tham mưu điều chỉnh mục II Nghị quyết số 10-NQ/TU, ngày 17/7/2017 từ 10 lên 15.\n", set()),
    # notes of a consolidated text tell the grounds of the act that changed it, and what that repealed
    (CONSOLIDATED + "[1] Thông tư số 12/2025/TT-BTC có căn cứ ban hành như sau:\n“Căn cứ Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015 và Luật số 56/2024/QH15;\nCăn cứ Nghị định số "
     "29/2025/NĐ-CP ngày 24 tháng 02 năm 2025 của Chính phủ;”\n[2] Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 2 Thông tư số 12/2025/TT-BTC.\n",
     {("self", "consolidates", "40/2017/TT-BTC"), ("self", "consolidates", "12/2025/TT-BTC"), ("12/2025/TT-BTC", "amends", "40/2017/TT-BTC"),
      ("12/2025/TT-BTC", "basedOn", "Luật Ngân sách nhà nước"), ("12/2025/TT-BTC", "basedOn", "56/2024/QH15"), ("12/2025/TT-BTC", "basedOn", "29/2025/NĐ-CP"), ("12/2025/TT-BTC", "repeals", "40/2017/TT-BTC")}),
    (CONSOLIDATED + "[1] Thông tư số 12/2025/TT-BTC nêu Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015.\n[2] Khoản này không bị bãi bỏ tại Thông tư số 12/2025/TT-BTC.\n",
     {("self", "consolidates", "40/2017/TT-BTC"), ("self", "consolidates", "12/2025/TT-BTC"), ("12/2025/TT-BTC", "amends", "40/2017/TT-BTC")}),
    # no decree carries out a circular: somebody else does
    ("Doanh nghiệp tại Nghị định số 22/2021/NĐ-CP về khu kinh tế tiếp tục thực hiện chính sách tại Thông tư số 2/2018/TT-BTC.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("text", "want"), CASES, ids=range(len(CASES)))
def test_frames(text, want):
    got, a = links(text)
    if want is None:
        assert not {g for g in got if g[1] == "implements" and "31-KH/TU" in g and "08-HD/BDVTU" in g}
        assert not any(g[0] == "self" and g[1] == "implements" for g in got) or a.document.type is None
    else:
        assert got == want


NEWS = "Quảng Ngãi có quy định mới\n(QN)- UBND tỉnh Quảng Ngãi vừa ban hành Quyết định số 24/2024/QĐ-UBND về hạn mức giao đất. "


@pytest.mark.parametrize(
    ("text", "want"),
    [
        (NEWS + "Quyết định này có hiệu lực từ ngày 20/6/2024 và thay thế Quyết định số 54/2015/QĐ-UBND.",
         {("24/2024/QĐ-UBND", "replaces", "54/2015/QĐ-UBND")}),
        (NEWS + "Quyết định này thay thế Quyết định số 54/2015/QĐ-UBND.", {("24/2024/QĐ-UBND", "replaces", "54/2015/QĐ-UBND")}),
        (NEWS + "Trước đó có Quyết định số 9/2020/QĐ-UBND. Quyết định này bãi bỏ Quyết định số 5/2012/QĐ-UBND.",
         {("24/2024/QĐ-UBND", "repeals", "5/2012/QĐ-UBND")}),
        ("Hỏi về đất. Căn cứ khoản 2 Điều 5 Nghị định số 102/2024/NĐ-CP thì hộ gia đình được giao đất.", set()),
        ("Hỏi về đất. Căn cứ Điều 12 Luật Đất đai năm 2024 quy định: Nhà nước giao đất.", set()),
        ("Hỏi về đất. Căn cứ Nghị định số 102/2024/NĐ-CP, có thể xác định giá đất theo đề nghị của người dân.", set()),
        ("Căn cứ Nghị định số 102/2024/NĐ-CP quy định chi tiết Luật Đất đai;\nSở Tài chính có ý kiến như sau:\n",
         {("self", "basedOn", "102/2024/NĐ-CP")}),
        (NEWS + "Từ ngày 20/6/2024, Quyết định số 24/2024/QĐ-UBND ngày 5/6/2024 của UBND tỉnh có hiệu lực và thay thế Quyết định số 54/2015/QĐ-UBND.",
         {("24/2024/QĐ-UBND", "replaces", "54/2015/QĐ-UBND")}),
        (NEWS + "Kể từ ngày Quyết định này có hiệu lực, Quyết định số 54/2015/QĐ-UBND hết hiệu lực².", {("24/2024/QĐ-UBND", "repeals", "54/2015/QĐ-UBND")}),
        (NEWS + "Văn bản có hiệu lực từ 20-6 và thay thế Quyết định số 54/2015/QĐ-UBND.", {("24/2024/QĐ-UBND", "replaces", "54/2015/QĐ-UBND")}),
        (NEWS + "Quyết định có hiệu lực từ 20-6, thay thế Quyết định số 54/2015/QĐ-UBND.", {("24/2024/QĐ-UBND", "replaces", "54/2015/QĐ-UBND")}),
        ("(Báo X) - Nghị định 168/2024/NĐ-CP quy định xử phạt; văn bản này thay thế một phần Nghị định 100/2019/NĐ-CP.",
         {("168/2024/NĐ-CP", "replaces", "100/2019/NĐ-CP")}),
        ("Đáp: Còn Nghị định số 15/2021/NĐ-CP về dự án đầu tư thì thay thế Nghị định số 59/2015/NĐ-CP.",
         {("15/2021/NĐ-CP", "replaces", "59/2015/NĐ-CP")}),
        # two decisions are told of: whose effect it is remains open
        ("Có Quyết định số 3/2020/QĐ-UBND và Quyết định số 4/2020/QĐ-UBND. Quyết định này thay thế Quyết định số 5/2012/QĐ-UBND.", set()),
        ("Quyết định 2895/QĐ-UBND 2017 công bố thủ tục tài nguyên tỉnh Bến Tre đã được thay thế bởi Quyết định 891/QĐ-UBND 2019 công bố danh mục.",
         {("891/QĐ-UBND", "replaces", "2895/QĐ-UBND")}),
        # a decree of which only articles are at hand speaks of itself
        ("Điều 1. Phạm vi\nGiao đất.\nĐiều 2. Hiệu lực\nQuyết định này thay thế Quyết định số 54/2015/QĐ-UBND.\n",
         {("self", "replaces", "54/2015/QĐ-UBND")}),
    ],
)  # fmt: skip
def test_news_and_answers_tell_of_others(text, want):
    got = analyse(text)
    names = {d.id: d.number for d in got.documents} | {got.document.id: "self"}
    typed = {(names[r.subject], r.predicate, names[r.object]) for r in got.relations if r.predicate not in ("cites", "guides")}
    assert typed == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("theo Thông tư số 99/2006/TT-BNN hướng dẫn thực hiện một số điều của Quy chế quản lý rừng ban hành kèm theo Quyết định 186/2006/QĐ-TTg.",
         {("99/2006/TT-BNN", "guides", "186/2006/QĐ-TTg")}),
        ("theo Kế hoạch số 12/KH-UBND thực hiện Chương trình phòng chống ma túy ban hành kèm theo Quyết định số 5/QĐ-TTg.",
         {("12/KH-UBND", "implements", "5/QĐ-TTg")}),
        ("theo Kế hoạch số 12/KH-UBND thực hiện chế độ báo cáo theo mẫu 5 ban hành kèm theo Quyết định số 5/QĐ-TTg.", set()),
    ],
)  # fmt: skip
def test_rules_that_a_decision_issued_as_its_attachment(text, want):
    got = analyse(text)
    names = {d.id: d.number for d in got.documents}
    assert {(names[r.subject], r.predicate, names[r.object]) for r in got.relations if r.predicate != "cites"} == want


def test_every_citation_that_is_not_in_a_title_links_from_the_text():
    _, a = links("Theo Nghị định số 30/2020/NĐ-CP quy định chi tiết Luật số 77/2015/QH13 thì áp dụng.")
    cited = {r.object for r in a.relations if r.subject == a.document.id}
    assert cited == {a.mentions[0].target}


def test_partial_effect_keeps_its_provisions():
    a = analyse(OWN + "Điều 2. Bãi bỏ khoản 2 Điều 5 của Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n")
    r = next(r for r in a.relations if r.predicate == "repeals")
    assert r.scope == "partial"
    assert [p.as_dict() for p in r.provisions] == [{"dieu": "5", "khoan": "2"}]


def test_each_item_of_a_list_keeps_its_own_provision():
    a = analyse(OWN + "3. Quyết định này bãi bỏ:\na) Điều 3 Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 sửa đổi, bổ sung một số quyết định về chợ;\n"
                      "b) Điều 1 Quyết định số 14/2016/QĐ-UBND ngày 5/4/2016 về bến xe.\n")  # fmt: skip
    assert [(p.as_dict(), r.predicate) for r in a.relations for p in r.provisions] == [
        ({"dieu": "3"}, "repeals"), ({"dieu": "1"}, "repeals"),
    ]  # fmt: skip


def test_a_provision_that_another_changed_is_a_part():
    text = "theo khoản 1 Điều 2 Nghị định số 178/2024/NĐ-CP (được sửa đổi, bổ sung {} Nghị định số 67/2025/NĐ-CP) thì được hưởng."
    changed, whole = (analyse(text.format(by)).relations for by in ("tại khoản 2 Điều 1", "bởi"))
    assert [(r.scope, [p.as_dict() for p in r.provisions]) for r in changed if r.predicate == "amends"] == [
        ("partial", [{"dieu": "2", "khoan": "1"}])
    ]
    assert [(r.scope, r.provisions) for r in whole if r.predicate == "amends"] == [(None, ())]


def test_what_is_against_the_new_rules_is_a_part():
    head = OWN + "Điều 2. Các quy định tại Quyết định số 12/2015/QĐ-UBND "
    ends = ("trái với Quyết định này đều bãi bỏ.\n", "hết hiệu lực từ ngày Quyết định này có hiệu lực.\n",
            "hết hiệu lực từ ngày Quyết định này có hiệu lực, trừ Điều 5 tiếp tục thực hiện.\n")  # fmt: skip
    found = [r for e in ends for r in analyse(head + e).relations]
    assert [(r.predicate, r.scope) for r in found] == [("repeals", "partial"), ("repeals", None), ("repeals", "partial")]


def test_words_in_a_list_of_what_ends_change_their_act():
    a = analyse(OWN + "Điều 2. Các văn bản sau hết hiệu lực:\n1. Quyết định số 12/2015/QĐ-UBND;\n2. Cụm từ “A”, “B” tại khoản 3 Điều 4 Quyết định số 14/2016/QĐ-UBND.\n")
    assert [(r.predicate, r.scope) for r in a.relations] == [("repeals", None), ("amends", "partial")]


def test_nothing_implements_what_is_younger():
    a = analyse("Kế hoạch số 34-KH/TU ngày 06/12/2016 của Tỉnh ủy thực hiện Chỉ thị số 49-CT/TW ngày 20/10/2019 của Ban Bí thư")
    assert {r.predicate for r in a.relations} == {"cites"}
    assert [(c.field, c.values[:2]) for c in a.conflicts] == [("order", ("2016-12-06", "2019-10-20"))]


def test_a_note_tells_which_provision_was_repealed():
    notes = "[1] Thông tư số 12/2025/TT-BTC.\n[2] Khoản này được bãi bỏ theo quy định tại khoản 1 Điều 2 Thông tư số 12/2025/TT-BTC.\n"
    (link,) = [r for r in links(CONSOLIDATED + notes)[1].relations if r.predicate == "repeals"]
    assert (link.strength, link.scope, [p.as_dict() for p in link.provisions]) == ("footnote", "partial", [{"dieu": "7", "khoan": "2"}])


def test_footnote_links_are_marked():
    a = analyse(
        "UBND tỉnh An Giang đã ban hành các văn bản thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ¹.\n\n"
        "¹ Kế hoạch số 7/KH-UBND ngày 18/10/2022; Kế hoạch số 2/KH-UBND ngày 19/01/2021.\n"
    )
    notes = [r for r in a.relations if r.strength == "footnote"]
    assert [r.subject for r in notes] == ["vn_ubnd.an-giang_ke-hoach_2022_07-kh-ubnd"], "the plan of January 2021 is older than the directive"
    assert {r.frame for r in notes} == {"footnote"}


def test_a_note_belongs_to_what_stands_before_its_mark():
    got, _ = links(
        "Huyện đã ban hành văn bản triển khai Chỉ thị số 1/CT-TTg ngày 3/1/2023[1]; chỉ đạo thực hiện Công điện số 825/CĐ-TTg ngày 15/9/2023[2].\n\n"
        "[1] Kế hoạch số 66/KH-UBND ngày 6/3/2023.\n[2] Công văn số 2040/UBND-NC ngày 20/9/2023.\n"
    )
    assert got == {("66/KH-UBND", "implements", "1/CT-TTg"), ("2040/UBND-NC", "implements", "825/CĐ-TTg")}


def test_evidence_is_the_mention_and_the_cue():
    text = "theo Thông tư số 01/2016/TT-BNV hướng dẫn một số nội dung Nghị định số 04/2015/NĐ-CP"
    r = next(r for r in analyse(text).relations if r.predicate == "guides")
    assert text[r.evidence.start : r.evidence.end] == "Nghị định số 04/2015/NĐ-CP"
    assert r.evidence.cue == "hướng dẫn"


def test_a_line_that_ends_with_a_preposition_goes_on():
    from kg.analyse import analyse

    text = "Ngày 12/8/2024, Ban Chấp hành Trung ương ban hành Kết luận số 91-KL/TW ngày 12/8/2024 tiếp tục thực hiện\nNghị quyết số 29-NQ/TW ngày 04/11/2013."
    assert ("91-kl-tw", "implements", "29-nq-tw") in [
        (r.subject.rpartition("_")[2], r.predicate, r.object.rpartition("_")[2]) for r in analyse(text).relations
    ]
    heading = "IV. Tổ chức triển khai kế hoạch và các giải pháp thực hiện\nNghị quyết số 29-NQ/TW ngày 04/11/2013 là căn cứ."
    assert all(r.predicate == "cites" for r in analyse(heading).relations)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Nghị định số 5/2003/NĐ-CP qui định chi tiết và hướng dẫn thi hành Luật Thủy sản.", {("5/2003/NĐ-CP", "guides", "Luật Thủy sản")}),
        ("Nghị định số 5/2003/NĐ-CP qui định tại Điều 4 Luật Thủy sản.", set()),
        ("Nghị định số 5/2017/NĐ-CP sửa đổi một số nghị định quy định chi tiết Luật Đất đai.", set()),
        (
            "Nghị định số 5/2017/NĐ-CP sửa đổi Nghị định số 4/2014/NĐ-CP quy định chi tiết Luật Đất đai.",
            {("5/2017/NĐ-CP", "amends", "4/2014/NĐ-CP"), ("4/2014/NĐ-CP", "guides", "Luật Đất đai")},
        ),
        ("Nghị định số 5/2018/NĐ-CP sửa đổi thay thế Nghị định số 4/2014/NĐ-CP.", {("5/2018/NĐ-CP", "amends", "4/2014/NĐ-CP")}),
        ("Nghị định số 5/2018/NĐ-CP thay thế Nghị định số 4/2014/NĐ-CP.", {("5/2018/NĐ-CP", "replaces", "4/2014/NĐ-CP")}),
        ("Quyết định số 9/QĐ-TTg nêu rõ, bãi bỏ Quyết định số 4/QĐ-TTg.", {("9/QĐ-TTg", "repeals", "4/QĐ-TTg")}),
        ("Bộ nêu rõ, theo Quyết định số 9/QĐ-TTg, chưa bãi bỏ Quyết định số 4/QĐ-TTg.", set()),
        ("Quy định số 7-QĐ/TW tên gọi là Quy định thi hành Chương II Điều lệ Đảng.", {("7-QĐ/TW", "implements", "Điều lệ Đảng")}),
        (
            "Hướng dẫn số 12/HD-TLĐ về thực hiện kết luận của hội nghị về tình hình thực hiện Nghị quyết số 20-NQ/TW.",
            set(),
        ),
        ("Hướng dẫn số 12/HD-TLĐ về thực hiện Nghị quyết số 20-NQ/TW.", {("12/HD-TLĐ", "guides", "20-NQ/TW")}),
        ("Bộ Y tế đề xuất bãi bỏ 2 văn bản sau: Quyết định số 15-HĐBT ngày 3/2/1986.", set()),
        (
            "Bộ trả lời như sau: việc này theo Nghị định số 7/2025/NĐ-CP quy định chi tiết, hướng dẫn thi hành Luật Ban hành văn bản"
            " quy phạm pháp luật, cụ thể như sau:",
            {("7/2025/NĐ-CP", "guides", "Luật Ban hành văn bản quy phạm pháp luật")},
        ),
        ("Thực hiện Nghị quyết số 40/NQ-CP, theo đề xuất của các cục, Bộ Y tế đã thống kê 8 thủ tục.", set()),
    ],
)  # fmt: skip
def test_what_titles_news_and_proposals_do(text, want):
    assert links(text)[0] == want


def test_the_subject_of_a_list_in_news_holds_to_its_end():
    head = "Hôm 3/7, Thủ tướng Chính phủ ban hành Quyết định số 21/2019/QĐ-TTg bãi bỏ 12 văn bản gồm:\n\n"
    items = [f"{n}. Quyết định số {n}/2004/QĐ-TTg ngày 6/5/2004 về việc phê duyệt chiến lược {'bảo vệ rừng ' * 9}đến năm 2015.\n\n" for n in range(1, 13)]  # fmt: skip
    assert links(head + "".join(items))[0] == {("21/2019/QĐ-TTg", "repeals", f"{n}/2004/QĐ-TTg") for n in range(1, 13)}


def test_the_subject_below_the_number_of_a_guideline():
    head = "ỦY BAN KIỂM TRA TRUNG ƯƠNG\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nSố: 3-HD/UBKTTW\nV/v thực hiện Quy định số 9-QĐ/TW\n\n"
    a = analyse(head + "Hà Nội, ngày 4 tháng 8 năm 2009\n\nHƯỚNG DẪN\n\nCăn cứ Quy định số 9-QĐ/TW, Ủy ban hướng dẫn như sau:\n")
    assert {(r.predicate, r.frame) for r in a.relations} >= {("guides", "own-title")}
    assert a.document.type == "huong-dan"


def test_what_changed_a_provision_before_is_not_changed_now():
    text = (
        "BỘ TÀI CHÍNH\nSố: 8/2026/TT-BTC\nHà Nội, ngày 3 tháng 2 năm 2026\nTHÔNG TƯ\nSửa đổi một số điều về chứng khoán\n"
        "Điều 6. {} Thông tư số 68/2024/TT-BTC.\n"
    )
    changed = [
        [r.predicate for r in analyse(text.format(words)).relations]
        for words in (
            "Bổ sung khoản 1a vào sau khoản 1 Điều 9a được bổ sung bởi khoản 2 Điều 1",
            "Sửa đổi khoản 2 Điều 25 đã được sửa đổi, bổ sung tại khoản 1 Điều 2",
            "Bổ sung khoản 1a vào sau khoản 1 Điều 9a",
        )
    ]
    assert changed == [["cites"], ["cites"], ["amends"]]


def test_a_ground_may_have_a_title_of_two_parts():
    text = (
        "BỘ NỘI VỤ\nSố: 20/2025/TT-BNV\nHà Nội, ngày 5 tháng 8 năm 2025\nTHÔNG TƯ\nVề khen thưởng\n"
        "Căn cứ Nghị định số 152/2025/NĐ-CP ngày 14 tháng 6 năm 2025 của Chính phủ quy định về phân cấp; {} Luật số 06/2022/QH15;\n"
    )
    assert {
        (r.predicate, r.object) for r in analyse(text.format("quy định chi tiết một số điều của")).relations
    } >= {("guides", "vn_quoc-hoi_luat_k15_06-2022-qh15")}
    assert ("basedOn", "vn_quoc-hoi_luat_k15_06-2022-qh15") in {
        (r.predicate, r.object) for r in analyse(text.format("căn cứ")).relations
    }


@pytest.mark.parametrize(("said", "predicate"), [("quy định thi hành", "guides"), ("quy định việc thi hành", "guides"), ("về tổ chức thi hành", "implements")])
def test_what_provides_for_a_law(said, predicate):
    a = analyse(f"Nghị định số 21/2021/NĐ-CP ngày 19/3/2021 của Chính phủ {said} Bộ luật Dân sự.")
    assert [r.predicate for r in a.relations if r.predicate != "cites"] == [predicate]


@pytest.mark.parametrize(("words", "predicate"), [("Thực hiện chỉ đạo", "implements"), ("Căn cứ hướng dẫn", "basedOn"), ("Tại cuộc họp", None)])
def test_papers_of_notes_behind_two_bodies(words, predicate):
    text = (
        "SỞ Y TẾ TỈNH CAO BẰNG\nSố: 6/BC-SYT\nCao Bằng, ngày 8 tháng 9 năm 2024\nBÁO CÁO\nKết quả y tế cơ sở\n"
        f"{words} của Bộ Y tế[1] và Ủy ban nhân dân tỉnh[2], Sở Y tế báo cáo kết quả như sau:\n1. Kết quả\nTốt.\n_____\n"
        "[1] Công văn số 2961/BYT-KH-TC ngày 15/5/2023 của Bộ Y tế về việc báo cáo.\n[2] Công văn số 1902/UBND-KGVX ngày 22/5/2023 của UBND tỉnh.\n"
    )
    a = analyse(text)
    got = [(r.predicate, r.strength) for r in a.relations if r.predicate != "cites"]
    assert got == ([(predicate, "footnote")] * 2 if predicate else [])


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("Sửa đổi mức chi tại Quyết định số 20/QĐ-UBND ngày 5/1/2024 như sau:", True),
        ("Bổ sung mức hỗ trợ cho các đối tượng quy định tại Quyết định số 20/QĐ-UBND ngày 5/1/2024.", False),
        ("Bổ sung nhiệm vụ cho Ban Chỉ đạo thành lập tại Quyết định số 20/QĐ-UBND ngày 5/1/2024.", False),
        ("Điều chỉnh kế hoạch sử dụng đất đã được UBND tỉnh phê duyệt tại Quyết định số 20/QĐ-UBND ngày 5/1/2024.", True),
        ("Phê duyệt điều chỉnh dự án thuộc kế hoạch được phê duyệt tại Quyết định số 20/QĐ-UBND ngày 5/1/2024.", False),
        ("Phê duyệt điều chỉnh dự án phù hợp quy hoạch được phê duyệt tại Quyết định số 20/QĐ-UBND ngày 5/1/2024.", False),
    ],
)
def test_for_whom_a_matter_is_changed(text, changes):
    assert (("self", "amends", "20/QĐ-UBND") in drafts.said(f"{drafts.DECISION}Điều 1. {text}\n")) == changes
