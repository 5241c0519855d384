"""What each frame reads and what it must leave alone, as written by us around real forms of drafting.

``READS``: frame → texts with the links that this frame has to read in them, as (subject, predicate, object);
``self`` is the text. ``LEAVES``: frame → texts with links that nothing may read in them. Each link of ``READS``
is also forbidden the other way round.
"""

DECISION = "Số: 88/2020/QĐ-UBND\nSơn La, ngày 5 tháng 8 năm 2020\nQUYẾT ĐỊNH\nVề việc quản lý đất\n"
CIRCULAR = "BỘ Y TẾ\nSố: 15/2020/TT-BYT\nHà Nội, ngày 10 tháng 8 năm 2020\nTHÔNG TƯ\nBan hành danh mục thuốc\n"
PLAN = "UBND TỈNH SƠN LA\nSố: 15/KH-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nKẾ HOẠCH\nCông tác dân vận năm 2022\n\n"
REPORT = "UBND TỈNH SƠN LA\nSố: 90/BC-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nBÁO CÁO\nKết quả công tác dân vận\n\n"

Link = tuple[str, str, str]
Examples = dict[str, list[tuple[str, list[Link]]]]

READS: Examples = {
    "own-title": [
        ("Trang chủ\nCông văn V/v sơ kết 6 tháng thực hiện Nghị quyết số 92/NQ-CP\n\nKính gửi: Ủy ban nhân dân các tỉnh\nNgày 8/12, Bộ đã họp.\n",
         [("self", "implements", "92/NQ-CP")]),
        ("KẾ HOẠCH\nTriển khai thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ\n\nI. MỤC ĐÍCH\n",
         [("self", "implements", "33/CT-TTg")]),
        (DECISION.replace("Về việc quản lý đất", "Phê duyệt Đề án số 12/ĐA-SNV ngày 20/5/2020 của Sở Nội vụ") + "QUYẾT ĐỊNH:\nĐiều 1. Giao Sở Nội vụ.\n",
         [("self", "approves", "12/ĐA-SNV")]),
        ("TỈNH ỦY SƠN LA\nSố: 21-HD/TU\nSơn La, ngày 5 tháng 8 năm 2022\nHƯỚNG DẪN\nthực hiện Quy định số 22-QĐ/TW ngày 28/7/2021 của Ban Chấp hành Trung ương\n",
         [("self", "guides", "22-QĐ/TW")]),
        ("BỘ TÀI CHÍNH\nSố: 15/2011/TT-BTC\nHà Nội, ngày 10 tháng 8 năm 2011\nTHÔNG TƯ\nHướng dẫn một số nội dung về tài chính và nhân sự của Nghị định số 115/2005/NĐ-CP\nCăn cứ Luật A;\n",
         [("self", "guides", "115/2005/NĐ-CP")]),
    ],
    "issue": [
        ("CHÍNH PHỦ\nSố: 20/2021/NĐ-CP\nHà Nội, ngày 15 tháng 3 năm 2021\nNGHỊ ĐỊNH\nVề trợ giúp xã hội\nCăn cứ Luật Người cao tuổi ngày 23 tháng 11 năm 2009;\n"
         "Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 136/2013/NĐ-CP ngày 21 tháng 10 năm 2013.\nĐiều 1. Phạm vi\n",
         [("self", "amends", "136/2013/NĐ-CP")]),
        (CIRCULAR + "Căn cứ Nghị định số 75/2017/NĐ-CP;\nBộ trưởng Bộ Y tế ban hành Thông tư hướng dẫn một số nội dung của Nghị định số 54/2017/NĐ-CP.\nĐiều 1. Phạm vi\n",
         [("self", "guides", "54/2017/NĐ-CP")]),
    ],
    "attached": [
        ("Căn cứ Pháp lệnh Ngân hàng công bố theo Lệnh số 37/LCT-HĐNN8 ngày 24-5-1990;\n", [("37/LCT-HĐNN8", "promulgates", "Pháp lệnh Ngân hàng")]),
        ("QUY CHẾ\nQuản lý vỉa hè\n(Ban hành kèm theo Quyết định số 12/2019/QĐ-UBND ngày 3/4/2019 của UBND tỉnh)\nĐiều 1. Phạm vi\n",
         [("12/2019/QĐ-UBND", "promulgates", "self")]),
    ],
    "enacting": [
        (DECISION + "Điều 2. Quyết định này thay thế Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", [("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Thay cho Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015.\n", [("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Sửa đổi, bổ sung, bãi bỏ một số điều của Quyết định số 12/2015/QĐ-UBND.\n", [("self", "amends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Thay thế cụm từ “Phòng Y tế” bằng cụm từ “Trung tâm y tế” tại khoản 2 Điều 4 Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Thay thế Mẫu số 01 tại Phụ lục I ban hành kèm theo Quyết định số 12/2015/QĐ-UBND.\n", [("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Bãi bỏ khoản 2 Điều 1 Quyết định số 12/2015/QĐ-UBND; khoản 3 Điều 5 Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Điều 5 của Quyết định số 12/2015/QĐ-UBND được bãi bỏ.\n", [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định số 12/2015/QĐ-UBND hết hiệu lực kể từ ngày 01 tháng 9 năm 2020.\n", [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Kể từ ngày Quyết định này có hiệu lực, các văn bản sau hết hiệu lực:\n1. Quyết định số 12/2015/QĐ-UBND;\n"
         "2. Khoản 2 Điều 5 Quy chế ban hành kèm theo Quyết định số 13/2016/QĐ-UBND; Quyết định số 14/2016/QĐ-UBND.\nĐiều 3. Theo Quyết định số 15/2016/QĐ-UBND.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND"), ("self", "repeals", "14/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Các quyết định sau hết hiệu lực kể từ ngày Quyết định này có hiệu lực: Quyết định số 12/2015/QĐ-UBND ngày 3/4/2015 về đất; Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định này thay thế:\na) Quyết định số 12/2015/QĐ-UBND;\nb) Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "replaces", "12/2015/QĐ-UBND"), ("self", "replaces", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Đính chính Quyết định số 12/2020/QĐ-UBND ngày 3/4/2020 như sau:\n", [("self", "corrects", "12/2020/QĐ-UBND")]),
        (DECISION + "Điều 2. Đính chính nội dung tại khoản 3 Điều 7 Quy định ban hành kèm theo Quyết định số 12/2020/QĐ-UBND.\n",
         [("self", "corrects", "12/2020/QĐ-UBND")]),
        (DECISION + "Điều 2. Khoản 5 Điều 3 Quyết định số 12/2015/QĐ-UBND (đã được sửa đổi tại khoản 2 Điều 1 Quyết định số 13/2016/QĐ-UBND) được sửa đổi như sau:\n",
         [("self", "amends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Điều chỉnh Điều 2 của Quy định ban hành theo Quyết định số 12/2015/QĐ-UBND như sau:\n", [("self", "amends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Đính chính Điều 2 của Quy định ban hành theo Quyết định số 12/2015/QĐ-UBND.\n", [("self", "corrects", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Sửa đổi, bổ sung khoản 1 Điều 6 Quyết định số 12/2015/QĐ-UBND và bãi bỏ Điều 7 Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Sửa đổi khoản 2 Điều 5 Quyết định số 12/2015/QĐ-UBND về quản lý đê điều và bãi bỏ Điều 7 Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Bổ sung Điều 9a vào sau Điều 9 và bãi bỏ khoản 4 Điều 12 Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND"), ("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định này sửa đổi, bổ sung Điều 3 và thay thế Phụ lục II của Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND"), ("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Bãi bỏ Quyết định số 12/2015/QĐ-UBND và các Quyết định sửa đổi Quyết định số 12/2015/QĐ-UBND gồm: Quyết định số 13/2016/QĐ-UBND, "
         "Quyết định số 14/2017/QĐ-UBND.\n", [("self", "repeals", "13/2016/QĐ-UBND"), ("self", "repeals", "14/2017/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định số 12/2015/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực, trừ Điều 5 tiếp tục thực hiện đến hết năm 2020.\n",
         [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 1. Thu hồi, hủy bỏ Quyết định số 1223/QĐ-UBND ngày 05/3/2019.\n", [("self", "repeals", "1223/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định này thay thế Quyết định số 13/2016/QĐ-UBND sửa đổi một số điều của Quyết định số 12/2015/QĐ-UBND và bãi bỏ khoản 2 Điều 1 "
         "Quyết định số 18/2018/QĐ-UBND.\n", [("self", "replaces", "13/2016/QĐ-UBND"), ("self", "repeals", "18/2018/QĐ-UBND")]),
        (DECISION + "Điều 2. Kể từ ngày Quyết định này có hiệu lực, Quyết định số 12/2015/QĐ-UBND và Quyết định số 13/2016/QĐ-UBND hết hiệu lực thi hành.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "13/2016/QĐ-UBND")]),
        (DECISION + "Điều 2. Thay Điều 4 của Quyết định số 12/2015/QĐ-UBND bằng Điều 4 mới như sau:\n", [("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Tạm ngưng hiệu lực thi hành Quyết định số 12/2015/QĐ-UBND đến ngày 01/01/2021.\n", [("self", "suspends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 1. Phê duyệt kèm theo Quyết định này Đề án số 12/ĐA-SNV ngày 20/5/2020.\n", [("self", "approves", "12/ĐA-SNV")]),
        ("CHỦ TỊCH NƯỚC\nSố: 08/2020/L-CTN\nHà Nội, ngày 26 tháng 6 năm 2020\nLỆNH\nVề việc công bố Luật\nNAY CÔNG BỐ:\nLuật Thanh niên số 57/2020/QH14 đã được Quốc hội thông qua ngày 16 tháng 6 năm 2020.\n",
         [("self", "promulgates", "57/2020/QH14")]),
        ("TỈNH ỦY SƠN LA\nSố: 21-KL/TU\nSơn La, ngày 5 tháng 8 năm 2022\nKẾT LUẬN\nvề công tác cán bộ\n\n3. Kết luận này thay thế Kết luận số 98-KL/TU ngày 05/3/2019; Chỉ thị số 19-CT/TU tiếp tục có hiệu lực.\n",
         [("self", "replaces", "98-KL/TU")]),
    ],
    "preamble": [
        ("Căn cứ Nghị định số 27/2015/NĐ-CP ngày 10/3/2015; \nHội đồng lấy ý kiến.\n", [("self", "basedOn", "27/2015/NĐ-CP")]),  # a space at the end
        (DECISION + "Theo đề nghị của Giám đốc Sở\nTư pháp tại Tờ trình số 16/TTr-STP ngày 18 tháng 7 năm 2020.\nQUYẾT ĐỊNH:\n", [("self", "basedOn", "16/TTr-STP")]),
        (DECISION + "Căn cứ Luật số 77/2015/QH13; Nghị định số 34/2016/NĐ-CP;\nXét đề nghị của Sở Nội vụ tại Tờ trình số 89/TTr-SNV ngày 1/8/2020,\nQUYẾT ĐỊNH:\nĐiều 1.\n",
         [("self", "basedOn", "77/2015/QH13"), ("self", "basedOn", "34/2016/NĐ-CP"), ("self", "basedOn", "89/TTr-SNV")]),
    ],
    "preamble-amending": [
        (DECISION + "Căn cứ Luật số 15/2012/QH13 được sửa đổi, bổ sung bởi Luật số 54/2014/QH13;\nQUYẾT ĐỊNH:\nĐiều 1.\n", [("self", "basedOn", "54/2014/QH13")]),
    ],
    "opening": [
        (CIRCULAR + "Thực hiện ý kiến chỉ đạo tại Công văn số 7484/VPCP-KTTH ngày 26/10/2019 của Văn phòng Chính phủ về việc kiểm tra,\n\n"
         "Bộ trưởng Bộ Y tế quy định như sau:\n\nĐiều 1. Phạm vi\n", [("self", "implements", "7484/VPCP-KTTH")]),
        ("Kính gửi: Các trường trực thuộc.\nCăn cứ Nghị định số 27/2015/NĐ-CP ngày 10/3/2015; \nThực hiện Công văn số 45/SNV-CC ngày 7/7/2016 về thi đua;\n"
         "Qua xét duyệt, có 02 nhà giáo đủ điều kiện.\n", [("self", "implements", "45/SNV-CC")]),
        ("BỘ Y TẾ\nSố: 11-BYT/TT\nHà Nội, ngày 3 tháng 5 năm 1995\nThi hành Nghị định số 19-CP ngày 3-12-1994 của Chính phủ về lương, sau khi trao đổi ý kiến với các ngành; Bộ Y tế hướng dẫn như sau:\nI. ĐỐI TƯỢNG\n",
         [("self", "implements", "19-CP")]),
        (CIRCULAR + "Thực hiện Quyết định số 1489/QĐ-TTg ngày 08/10/2012 của Thủ tướng Chính phủ.\nBộ trưởng Bộ Y tế ban hành Thông tư về kinh phí.\nĐiều 1. Phạm vi\n",
         [("self", "implements", "1489/QĐ-TTg")]),
        (REPORT + "Thực hiện Công văn số 2748/BNV-CTTN ngày 17/5/2022 của Bộ Nội vụ, UBND tỉnh báo cáo như sau:\nI. KẾT QUẢ\n", [("self", "implements", "2748/BNV-CTTN")]),
        (DECISION + "UBND TỈNH SƠN LA\nThực hiện Kết luận số 120-KL/TW ngày 07/01/2016 của Bộ Chính trị;\nQUYẾT ĐỊNH:\nĐiều 1.\n", [("self", "implements", "120-KL/TW")]),
        (CIRCULAR + "Thi hành Quyết định số 139/1998/QĐ-TTg của Thủ tướng Chính phủ, Bộ Y tế hướng dẫn như sau:\nI. QUY ĐỊNH CHUNG\n", [("self", "implements", "139/1998/QĐ-TTg")]),
        (PLAN + "Thực hiện Nghị quyết số 25-NQ/TW ngày 03/6/2013 về dân vận;\nHướng dẫn số 08-HD/BDVTU ngày 25/9/2021 của Ban Dân vận Tỉnh ủy; UBND tỉnh ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH\n",
         [("self", "implements", "25-NQ/TW"), ("self", "implements", "08-HD/BDVTU")]),
    ],
    "self": [
        (PLAN + "I. MỤC ĐÍCH\nKế hoạch này cụ thể hóa Chỉ thị số 33/CT-TTg ngày 26/11/2021.\n", [("self", "implements", "33/CT-TTg")]),
        (CIRCULAR + "Điều 1. Phạm vi\nThông tư này hướng dẫn việc đấu thầu thuốc quy định tại khoản 2 Điều 5 Nghị định số 54/2017/NĐ-CP.\n", [("self", "guides", "54/2017/NĐ-CP")]),
    ],
    "purpose": [
        (PLAN + "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Tổ chức quán triệt và thực hiện nghiêm túc, có hiệu quả Nghị quyết số 37-NQ/TW ngày 24/12/2018.\n2. Yêu cầu\n",
         [("self", "implements", "37-NQ/TW")]),
        (DECISION.replace("Về việc quản lý đất", "Ban hành Đề án cải cách") + "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Đề án.\nViệc xây dựng Đề án góp phần thực hiện Chỉ thị số 16/CT-TTg ngày 16/5/2018.\n",
         [("self", "implements", "16/CT-TTg")]),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Chương trình hành động bảo vệ rừng nhằm thực hiện Chỉ thị số 13-CT/TW ngày 12/01/2017 của Ban Bí thư.\n",
         [("self", "implements", "13-CT/TW")]),
    ],
    "closing": [
        (REPORT + "I. KẾT QUẢ\nĐã mở 12 lớp.\nTrên đây là báo cáo kết quả thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021.\n", [("self", "implements", "33/CT-TTg")]),
        (REPORT + "Tiếp theo báo cáo quý I, UBND tỉnh báo cáo kết quả thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 trong quý II như sau:\nI. KẾT QUẢ\n", [("self", "implements", "33/CT-TTg")]),
    ],
    "heading": [
        ("Nghị định 45/2019/NĐ-CP về xử phạt\nSố hiệu: 45/2019/NĐ-CP\nLoại văn bản: Nghị định\nNgày ban hành: 21/05/2019\n\nVăn bản bị thay thế (1)\n"
         "1. Nghị định số 158/2013/NĐ-CP\n\nVăn bản thay thế (1)\n1. Nghị định số 38/2021/NĐ-CP\n",
         [("self", "replaces", "158/2013/NĐ-CP"), ("38/2021/NĐ-CP", "replaces", "self")]),
        ("ĐỀ ÁN\nTăng cường dân vận\n\nI. CĂN CỨ PHÁP LÝ\n\nNghị quyết số 25-NQ/TW ngày 03/6/2013 về dân vận;\n\nII. THỰC TRẠNG\n\nTheo Quyết định số 5/QĐ-TTg ngày 2/2/2015.\n",
         [("self", "basedOn", "25-NQ/TW")]),
    ],
    "do-and-issue": [
        ("Sở Xây dựng đã ban hành Công văn số 5/SXD-QLXD ngày 2/3/2020 để sửa Công văn số 3/SXD-QLXD ngày 1/2/2020.", [("5/SXD-QLXD", "amends", "3/SXD-QLXD")]),
        ("Thực hiện Chỉ thị số 45-CT/TW ngày 14/4/2025 về đại hội đảng bộ các cấp, Ban Thường vụ Huyện ủy Mộc Châu đã khẩn trương ban hành Kế hoạch số 08 về đại hội.",
         [("08", "implements", "45-CT/TW")]),
        ("Thực hiện Kế hoạch số 38/KH-UBND ngày 04/3/2021 của UBND tỉnh Hà Giang; Sở Nội vụ ban hành Kế hoạch số 150/KH-SNV ngày 18/3/2021.",
         [("150/KH-SNV", "implements", "38/KH-UBND")]),
        ("Trên cơ sở Kế hoạch số 38/KH-UBND ngày 04/3/2021 của UBND tỉnh, Sở Nội vụ đã ban hành Kế hoạch số 150/KH-SNV và Công văn số 99/SNV-CCHC.",
         [("150/KH-SNV", "basedOn", "38/KH-UBND"), ("99/SNV-CCHC", "basedOn", "38/KH-UBND")]),
        ("Ngay sau khi có Nghị quyết số 05/NQ-HĐND, UBND xã đã ban hành Kế hoạch số 03/KH-UBND ngày 05/01/2024 để triển khai thực hiện.",
         [("03/KH-UBND", "implements", "05/NQ-HĐND")]),
    ],
    "title": [
        ("theo Thông tư số 148/2013/TT-BTC ngày 25/10/2013 hướng dẫn Quy chế bán hàng miễn thuế kèm theo Quyết định số 24/2009/QĐ-TTg và số 44/2013/QĐ-TTg.",
         [("148/2013/TT-BTC", "guides", "24/2009/QĐ-TTg"), ("148/2013/TT-BTC", "guides", "44/2013/QĐ-TTg")]),
        ("theo Quyết định số 4267/QĐ-BCT ngày 10/11/2017 sửa đổi tạm thời một số nội dung của Quy chế pha màu xăng dầu đính kèm Quyết định số 1273/2004/QĐ-BTM.",
         [("4267/QĐ-BCT", "amends", "1273/2004/QĐ-BTM")]),
        ("Các văn bản của Tòa án:\n\n2/ Nghị quyết số 2/2003/NQ-HĐTP\n\nHướng dẫn áp dụng một số quy định của Nghị quyết số 32/1999/QH10\n– Về án treo\n",
         [("2/2003/NQ-HĐTP", "guides", "32/1999/QH10")]),
        ("theo Kế hoạch số 34-KH/TU ngày 06/12/2016 của Tỉnh ủy thực hiện Chỉ thị số 49-CT/TW ngày 20/10/2015 của Ban Bí thư", [("34-KH/TU", "implements", "49-CT/TW")]),
        ("theo Thông tư số 01/2016/TT-BNV hướng dẫn một số nội dung Nghị định số 04/2015/NĐ-CP", [("01/2016/TT-BNV", "guides", "04/2015/NĐ-CP")]),
        ("Văn bản hợp nhất số 05/VBHN-BTC ngày 12/3/2020 hợp nhất Thông tư số 39/2014/TT-BTC và Thông tư số 119/2014/TT-BTC.",
         [("05/VBHN-BTC", "consolidates", "39/2014/TT-BTC"), ("05/VBHN-BTC", "consolidates", "119/2014/TT-BTC")]),
        ("theo Thông tư số 63/2010/TT-BTC hướng dẫn một số nội dung về tài chính và nhân sự của Nghị định số 115/2005/NĐ-CP", [("63/2010/TT-BTC", "guides", "115/2005/NĐ-CP")]),
        ("Căn cứ Nghị định số 16/2009/NĐ-CP về sửa đổi, bổ sung khoản 2, Điều 8, Nghị định số 13/2008/NĐ-CP;", [("16/2009/NĐ-CP", "amends", "13/2008/NĐ-CP")]),
        ("Quyết định số 10/QĐ-UBND ngày 5/1/2020 được ban hành thay thế cho Quyết định số 9/QĐ-UBND ngày 5/1/2018.", [("10/QĐ-UBND", "replaces", "9/QĐ-UBND")]),
    ],
    "passive": [
        (DECISION + "Điều 1. Phạm vi\nHết hiệu lực bởi Quyết định số 13/2021/QĐ-UBND ngày 3/4/2021 về đất đai\n", [("13/2021/QĐ-UBND", "repeals", "self")]),
        ("| Số hiệu | 88/2020/QĐ-UBND | Ngày ban hành | 05/08/2020 |\n| Loại văn bản | Quyết định | Cơ quan ban hành | UBND tỉnh Sơn La |\n"
         "| Lý do hết hiệu lực: | Bị thay thế bởi Quyết định số 13/2021/QĐ-UBND ngày 3/4/2021 về đất đai | Ngày hết hiệu lực | 01/05/2021 |\n",
         [("13/2021/QĐ-UBND", "replaces", "self")]),
        ("Luật số 15/2012/QH13 được sửa đổi bởi Luật số 54/2014/QH13, Luật số 18/2017/QH14", [("54/2014/QH13", "amends", "15/2012/QH13"), ("18/2017/QH14", "amends", "15/2012/QH13")]),
        ("Thông tư số 05/2012/TT-BNV được sửa đổi bởi Thông tư số 02/2015/TT-BNV, bị thay thế bởi Thông tư số 07/2018/TT-BNV.",
         [("02/2015/TT-BNV", "amends", "05/2012/TT-BNV"), ("07/2018/TT-BNV", "replaces", "05/2012/TT-BNV")]),
        ("Nghị định số 34/2005/NĐ-CP bị thay thế bởi Nghị định số 128/2008/NĐ-CP, được sửa đổi bởi Nghị định số 13/2009/NĐ-CP.",
         [("128/2008/NĐ-CP", "replaces", "34/2005/NĐ-CP"), ("13/2009/NĐ-CP", "amends", "128/2008/NĐ-CP")]),
        ("Quyết định số 45/2018/QĐ-TTg đã hết hiệu lực và được thay thế bằng Quyết định số 12/2022/QĐ-TTg.", [("12/2022/QĐ-TTg", "replaces", "45/2018/QĐ-TTg")]),
        ("Nghị quyết số 18-NQ/TW được Huyện ủy cụ thể hóa bằng Chương trình số 15-CTr/HU ngày 02/02/2018.", [("15-CTr/HU", "implements", "18-NQ/TW")]),
        ("Quyết định số 217-QĐ/TW và Quyết định số 218-QĐ/TW được cụ thể hóa tại Quy chế số 05-QC/TU ngày 08/8/2014.",
         [("05-QC/TU", "implements", "217-QĐ/TW"), ("05-QC/TU", "implements", "218-QĐ/TW")]),
        ("DANH MỤC\n1. Quyết định số 09/2017/QĐ-UBND ngày 20/3/2017 của UBND tỉnh. Lý do: được thay thế bởi Quyết định số 33/2023/QĐ-UBND.",
         [("33/2023/QĐ-UBND", "replaces", "09/2017/QĐ-UBND")]),
        ("1 | Thông tư số 200/2014/TT-BTC ngày 22/12/2014 | Điều 128 | Được sửa đổi bởi Thông tư số 75/2015/TT-BTC", [("75/2015/TT-BTC", "amends", "200/2014/TT-BTC")]),
        ("Căn cứ Quy chế ban hành kèm theo Nghị quyết số 12/2016/NQ-HĐND của Hội đồng nhân dân tỉnh; được sửa đổi, bổ sung tại Nghị quyết số 20/2018/NQ-HĐND, "
         "Nghị quyết số 31/2020/NQ-HĐND;", [("20/2018/NQ-HĐND", "amends", "12/2016/NQ-HĐND"), ("31/2020/NQ-HĐND", "amends", "12/2016/NQ-HĐND")]),
        ("theo Điều 15 Nghị định số 34/2016/NĐ-CP - được sửa đổi bởi khoản 3 Điều 1 Nghị định số 154/2020/NĐ-CP.", [("154/2020/NĐ-CP", "amends", "34/2016/NĐ-CP")]),
    ],
    "swap": [
        ("Việc thay thế Quyết định số 290-QĐ/TW ngày 25/02/2010 bằng Quyết định số 23-QĐ/TW ngày 30/7/2021 được phổ biến.", [("23-QĐ/TW", "replaces", "290-QĐ/TW")]),
        ("Đảng bộ tỉnh đã triển khai Nghị quyết số 19-NQ/TW, ngày 31/10/2012 bằng Chương trình hành động số 31-CTr/TU, ngày 28/01/2013 của Tỉnh ủy.",
         [("31-CTr/TU", "implements", "19-NQ/TW")]),
    ],
    "paren": [
        ("theo Nghị định số 71/1998/NĐ-CP (nay là Nghị định số 04/2013/NĐ-CP)", [("04/2013/NĐ-CP", "replaces", "71/1998/NĐ-CP")]),
        ("Kế hoạch số 12/KH-UBND ngày 5/2/2021 (thay thế Kế hoạch số 05/KH-UBND ngày 05/01/2021)", [("12/KH-UBND", "replaces", "05/KH-UBND")]),
    ],
    "inside": [
        ("Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương số 47/2019/QH14;",
         [("47/2019/QH14", "amends", "Luật Tổ chức Chính phủ")]),
    ],
    "list": [
        ("UBND huyện đã ban hành 02 văn bản triển khai thực hiện Chỉ thị số 10/CT-TTg ngày 22/4/2019 (Công văn số 905/UBND-NV ngày 15/5/2019; Kế hoạch số 60/KH-UBND ngày 01/7/2019).",
         [("905/UBND-NV", "implements", "10/CT-TTg"), ("60/KH-UBND", "implements", "10/CT-TTg")]),
        ("Các văn bản chỉ đạo thực hiện Nghị quyết số 18-NQ/TW gồm: Kế hoạch số 21-KH/HU ngày 05/01/2018; Quyết định số 1200/QĐ-UBND ngày 08/3/2018.",
         [("21-KH/HU", "implements", "18-NQ/TW"), ("1200/QĐ-UBND", "implements", "18-NQ/TW")]),
        ("Thực hiện Chỉ thị số 35-CT/TW ngày 14/6/2024 của Bộ Chính trị, Ban Thường vụ Thành ủy Thủ Đức đã xây dựng và ban hành:\n1. Kế hoạch số 411-KH/TU ngày 05/9/2024 về đại hội.\n"
         "2. Kế hoạch số 412-KH/TU ngày 05/9/2024 về nhân sự.\n", [("411-KH/TU", "implements", "35-CT/TW"), ("412-KH/TU", "implements", "35-CT/TW")]),
    ],
    "consolidated": [
        ("VĂN PHÒNG QUỐC HỘI\nSố: 12/VBHN-VPQH\nHà Nội, ngày 4 tháng 7 năm 2019\nLUẬT\nBẢO HIỂM XÃ HỘI\nLuật Bảo hiểm xã hội số 58/2014/QH13, được sửa đổi, bổ sung bởi:\n"
         "1. Luật số 84/2015/QH13 ngày 25 tháng 6 năm 2015 của Quốc hội.\n", [("self", "consolidates", "58/2014/QH13"), ("self", "consolidates", "84/2015/QH13")]),
    ],
    "annex": [
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Bãi bỏ toàn bộ 02 văn bản quy phạm pháp luật (Danh mục kèm theo).\nDANH MỤC\nVĂN BẢN BỊ BÃI BỎ\n"
         "1. Quyết định số 15/2010/QĐ-UBND ngày 04/3/2010;\n2 | Chỉ thị | Chỉ thị số 05/2011/CT-UBND ngày 7/7/2011 | Không còn phù hợp\n",
         [("self", "repeals", "15/2010/QĐ-UBND"), ("self", "repeals", "05/2011/CT-UBND")]),
    ],
    "footnote": [
        ("UBND tỉnh đã ban hành các văn bản thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021¹.\n\n¹ Kế hoạch số 7/KH-UBND ngày 18/10/2022.\n", [("7/KH-UBND", "implements", "33/CT-TTg")]),
    ],
    "cite": [("Theo Nghị định số 30/2020/NĐ-CP thì áp dụng.", [("self", "cites", "30/2020/NĐ-CP")])],
}  # fmt: skip

LEAVES: Examples = {
    "own-title": [
        (PLAN + "I. MỤC ĐÍCH\nThực hiện theo Chỉ thị số 33/CT-TTg.\n", [("self", "implements", "33/CT-TTg")]),
        ("Trang chủ\nV/v sơ kết 6 tháng thực hiện Nghị quyết số 92/NQ-CP\n\nNgày 8/12, Bộ đã họp.\n", [("self", "implements", "92/NQ-CP")]),
    ],
    "issue": [
        (REPORT + "Ngày 15/3/2021, Chính phủ ban hành Nghị định sửa đổi Nghị định số 136/2013/NĐ-CP.\n", [("self", "amends", "136/2013/NĐ-CP")]),
    ],
    "attached": [("Theo Quy chế ban hành kèm theo Quyết định số 12/2019/QĐ-UBND thì phải báo cáo.\n", [("12/2019/QĐ-UBND", "promulgates", "self")]),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Ban hành Chương trình.\nCHƯƠNG TRÌNH\nTHỰC HIỆN NGHỊ QUYẾT SỐ 06-NQ/TU NGÀY 04/11/2016 CỦA TỈNH ỦY SƠN LA KHÓA XIV\n(Ban hành kèm theo Quyết định số 88/2020/QĐ-UBND ngày 05/8/2020)\n",
         [("self", "promulgates", "06-NQ/TU")]),
    ],
    "enacting": [
        (DECISION + "Điều 2. Quyết định này không thay thế Quyết định số 12/2015/QĐ-UBND.\n", [("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định này không làm thay thế, bãi bỏ Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định số 12/2015/QĐ-UBND tiếp tục có hiệu lực đến khi bị thay thế.\n",
         [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định số 12/2015/QĐ-UBND đã hết hiệu lực từ ngày 01 tháng 01 năm 2018.\n", [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Thay thế cụm từ “Luật số 08/2007/QH12” bằng cụm từ “Luật số 15/2012/QH13” tại Điều 4 Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "amends", "08/2007/QH12"), ("self", "replaces", "08/2007/QH12"), ("15/2012/QH13", "replaces", "08/2007/QH12")]),
        (DECISION + "Điều 2. Các quyết định sau tiếp tục có hiệu lực: Quyết định số 12/2015/QĐ-UBND.\n", [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Các văn bản sau tiếp tục có hiệu lực:\n1. Quyết định số 12/2015/QĐ-UBND.\n", [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Bãi bỏ các văn bản sau:\na) Quyết định số 12/2015/QĐ-UBND.\nĐiều 3. Quyết định số 13/2016/QĐ-UBND là căn cứ để áp dụng.\n",
         [("self", "repeals", "13/2016/QĐ-UBND")]),
        ("UBND TỈNH SƠN LA\nSố: 15/TTr-UBND\nSơn La, ngày 5 tháng 8 năm 2022\nTỜ TRÌNH\nVề việc ban hành Nghị quyết thay thế Nghị quyết số 12/2015/NQ-HĐND\n",
         [("self", "replaces", "12/2015/NQ-HĐND")]),
        (DECISION + "Điều 2. Bãi bỏ Điều 2 Quyết định số 41/2019/QĐ-UBND sửa đổi, bổ sung một số điều của Quyết định số 12/2015/QĐ-UBND; "
         "Quyết định số 18/2017/QĐ-UBND về thu phí.\n", [("self", "repeals", "12/2015/QĐ-UBND"), ("self", "repeals", "18/2017/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nPHỤ LỤC\nMẪU SỐ 03\nSố: ..../QĐ-....\nQUYẾT ĐỊNH\nĐiều 1. Bãi bỏ Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "repeals", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 3. Giao Sở Tài chính thực hiện Quyết định này; tham mưu UBND tỉnh sửa đổi Quyết định số 12/2015/QĐ-UBND.\n",
         [("self", "amends", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quyết định số 41/2019/QĐ-UBND thay thế Quyết định số 12/2015/QĐ-UBND và bãi bỏ Quyết định số 13/2016/QĐ-UBND.\n",
         [("self", "repeals", "13/2016/QĐ-UBND"), ("self", "replaces", "12/2015/QĐ-UBND")]),
        (DECISION + "Điều 2. Quy định này không trái với Nghị định số 30/2020/NĐ-CP.\n", [("self", "repeals", "30/2020/NĐ-CP")]),
        (REPORT + "Đề nghị Chính phủ sửa đổi Nghị định số 59/2019/NĐ-CP, bãi bỏ Thông tư số 08/2017/TT-TTCP.\n",
         [("self", "amends", "59/2019/NĐ-CP"), ("self", "repeals", "08/2017/TT-TTCP"), ("59/2019/NĐ-CP", "repeals", "08/2017/TT-TTCP")]),
    ],
    "preamble": [
        (DECISION + "Trên cơ sở kết quả kiểm tra tình hình thực hiện Quyết định số 12/2015/QĐ-UBND, các huyện báo cáo;\nQUYẾT ĐỊNH:\n", [("self", "basedOn", "12/2015/QĐ-UBND")]),
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Phạm vi\nCăn cứ Luật số 77/2015/QH13, các huyện lập dự toán.\n", [("self", "basedOn", "77/2015/QH13")]),
        (PLAN + "Thực hiện Hướng dẫn số 04-HD/BTGTW ngày 25/3/2021; căn cứ vào tình hình thực tế, UBND tỉnh xây dựng kế hoạch triển khai Nghị quyết số 25-NQ/TW như sau:\nI. MỤC ĐÍCH\n",
         [("self", "basedOn", "25-NQ/TW")]),
    ],
    "preamble-amending": [(DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Theo Luật số 15/2012/QH13 được sửa đổi bởi Luật số 54/2014/QH13.\n", [("self", "basedOn", "54/2014/QH13")])],
    "opening": [
        ("Ngày 6/6, xã sơ kết công tác.\nThực hiện Công văn số 45/SNV-CC ngày 7/7/2016 về thi đua;\nCác trường đã đăng ký.\n", [("self", "implements", "45/SNV-CC")]),
        ("Kính gửi: Bộ Nội vụ.\nThực hiện Công văn số 45/SNV-CC ngày 7/7/2016, trường tôi đã đăng ký.\n", [("self", "implements", "45/SNV-CC")]),
        (CIRCULAR + "Điều 1. Các việc khác\nThi hành Nghị định số 19-CP ngày 3/12/1994 của Chính phủ về lương; các đơn vị báo cáo.\n", [("self", "implements", "19-CP")]),
        (REPORT + "I. KẾT QUẢ\nThực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021, các huyện đã mở 12 lớp.\n", [("self", "implements", "33/CT-TTg")]),
        (PLAN + "I. NHIỆM VỤ\n1. Thực hiện Luật số 77/2015/QH13.\n", [("self", "implements", "77/2015/QH13")]),
        ("Ngày 6/6, xã sơ kết công tác.\nĐể thực hiện hiệu quả Chỉ thị số 03-CT/TW, các chi bộ trong xã đã quan tâm tuyên truyền.\n", [("self", "implements", "03-CT/TW")]),
    ],
    "self": [
        (CIRCULAR + "Điều 5. Việc không quy định tại Thông tư này được thực hiện theo hướng dẫn tại Thông tư số 63/2002/TT-BTC.\n", [("self", "guides", "63/2002/TT-BTC")]),
    ],
    "purpose": [
        (PLAN + "I. MỤC ĐÍCH\nCác xã xây dựng mô hình góp phần thực hiện Chỉ thị số 33/CT-TTg.\n", [("self", "implements", "33/CT-TTg")]),
        (PLAN + "I. MỤC ĐÍCH, YÊU CẦU\n1. Mục đích\na) Nâng cao nhận thức của cán bộ.\n2. Yêu cầu\na) Thực hiện nghiêm túc Nghị quyết số 37-NQ/TW.\n", [("self", "implements", "37-NQ/TW")]),
        (PLAN + "I. MỤC ĐÍCH\n- Tiếp tục quán triệt Nghị quyết số 37-NQ/TW.\n- Các xã thực hiện Luật số 77/2015/QH13.\nII. NHIỆM VỤ\n- Thực hiện Luật số 80/2015/QH13.\n",
         [("self", "implements", "37-NQ/TW"), ("self", "implements", "77/2015/QH13"), ("self", "implements", "80/2015/QH13")]),
    ],
    "closing": [
        (REPORT + "I. KẾT QUẢ\nKết quả thực hiện Chỉ thị số 33/CT-TTg được ghi trong biểu.\n", [("self", "implements", "33/CT-TTg")]),
        (REPORT + "Theo đề nghị báo cáo kết quả thực hiện Chỉ thị số 33/CT-TTg của Bộ Nội vụ, UBND tỉnh có ý kiến.\n", [("self", "implements", "33/CT-TTg")]),
    ],
    "heading": [("ĐỀ ÁN\nTăng cường dân vận\n\nI. THỰC TRẠNG\n\nNghị quyết số 25-NQ/TW ngày 03/6/2013 về dân vận;\n", [("self", "basedOn", "25-NQ/TW")])],
    "do-and-issue": [
        ("Sở Xây dựng đã ban hành Công văn số 5/SXD-QLXD ngày 2/3/2020 để sửa Công văn số 3/SXD-QLXD ngày 1/2/2020.", [("3/SXD-QLXD", "amends", "5/SXD-QLXD")]),
        ("Sở Xây dựng dùng Công văn số 5/SXD-QLXD ngày 2/3/2020 để sửa nhà theo Công văn số 3/SXD-QLXD ngày 1/2/2020.", [("5/SXD-QLXD", "amends", "3/SXD-QLXD")]),
        ("Thực hiện Kế hoạch số 31-KH/TU ngày 16/3/2021 và Hướng dẫn số 08-HD/BDVTU ngày 19/4/2021; Ban Dân tộc xây dựng 01 mô hình.",
         [("08-HD/BDVTU", "implements", "31-KH/TU"), ("31-KH/TU", "implements", "08-HD/BDVTU")]),
        ("Căn cứ Kế hoạch số 20/KH-UBND, Sở Tư pháp ban hành Kế hoạch số 11/KH-STP ngày 01/02/2019, Công văn số 99/STP-PBGDPL.",
         [("self", "basedOn", "11/KH-STP"), ("self", "basedOn", "99/STP-PBGDPL")]),
    ],
    "title": [
        ("Căn cứ Nghị định số 17/2006/NĐ-CP ngày 27/01/2006 về sửa đổi, bổ sung một số điều của các Nghị định hướng dẫn thi hành Luật Đất đai;",
         [("17/2006/NĐ-CP", "guides", "Luật Đất đai"), ("17/2006/NĐ-CP", "amends", "Luật Đất đai")]),
        ("Căn cứ Nghị định số 50/2025/NĐ-CP ngày 28/02/2025 sửa đổi một số điều của các Nghị định quy định chi tiết một số điều của Luật Đất đai;",
         [("50/2025/NĐ-CP", "guides", "Luật Đất đai"), ("50/2025/NĐ-CP", "amends", "Luật Đất đai")]),
        ("theo Thông tư số 148/2013/TT-BTC ngày 25/10/2013 hướng dẫn khai báo theo mẫu kèm theo Quyết định số 24/2009/QĐ-TTg.", [("148/2013/TT-BTC", "guides", "24/2009/QĐ-TTg")]),
        ("Các văn bản:\n\nNghị quyết số 2/2003/NQ-HĐTP\n\nHướng dẫn áp dụng Bộ luật Hình sự năm 1999\n", [("2/2003/NQ-HĐTP", "guides", "Bộ luật Hình sự")]),  # no item
        ("theo Tờ trình số 45/TTr-UBND ngày 25/3/2020 về việc ban hành Nghị quyết thay thế Nghị quyết số 12/2015/NQ-HĐND", [("45/TTr-UBND", "replaces", "12/2015/NQ-HĐND")]),
        ("Việc quy định tại Luật số 93/2025/QH15 tiếp tục thực hiện theo quy định của Luật số 29/2013/QH13 và văn bản hướng dẫn thi hành Luật số 29/2013/QH13.",
         [("93/2025/QH15", "guides", "29/2013/QH13"), ("93/2025/QH15", "implements", "29/2013/QH13")]),
        ("theo Thông tư số 63/2010/TT-BTC hướng dẫn xử lý vi phạm theo quy định của Nghị định số 115/2005/NĐ-CP", [("63/2010/TT-BTC", "guides", "115/2005/NĐ-CP")]),
        ("Căn cứ Nghị định số 60/2003/NĐ-CP ngày 26/6/2003 hướng dẫn thi hành Luật Ngân sách nhà nước và Thông tư số 59/2003/TT-BTC ngày 23/6/2003 về ngân sách;",
         [("60/2003/NĐ-CP", "guides", "59/2003/TT-BTC")]),
    ],
    "passive": [
        (DECISION + "Điều 1. Danh mục\n1. Quyết định số 12/2015/QĐ-UBND.\nBị thay thế bởi Quyết định số 13/2016/QĐ-UBND.\n", [("13/2016/QĐ-UBND", "replaces", "self")]),
        (DECISION + "Điều 1. Giấy phép không còn giá trị khi:\n- Hết hiệu lực theo Quyết định số 13/2016/QĐ-UBND.\n", [("13/2016/QĐ-UBND", "repeals", "self")]),
        ("Luật số 15/2012/QH13 được sửa đổi bởi Luật số 54/2014/QH13, Nghị định số 81/2013/NĐ-CP thì phải lập biên bản.", [("81/2013/NĐ-CP", "amends", "15/2012/QH13")]),
        ("theo Thông tư số 120/2020/TT-BTC được sửa đổi bởi Thông tư số 68/2024/TT-BTC, Thông tư số 121/2020/TT-BTC quy định về công ty chứng khoán.",
         [("121/2020/TT-BTC", "amends", "120/2020/TT-BTC")]),
    ],
    "swap": [("Thay thế Quyết định số 290-QĐ/TW và giao các đơn vị báo cáo bằng văn bản theo Quyết định số 23-QĐ/TW.", [("23-QĐ/TW", "replaces", "290-QĐ/TW")])],
    "paren": [("theo Nghị định số 71/1998/NĐ-CP (Nghị định số 04/2013/NĐ-CP không áp dụng)", [("04/2013/NĐ-CP", "replaces", "71/1998/NĐ-CP")])],
    "inside": [("Căn cứ Luật Tổ chức Chính phủ và Luật số 47/2019/QH14;", [("47/2019/QH14", "amends", "Luật Tổ chức Chính phủ")])],
    "list": [
        ("UBND huyện thực hiện Chỉ thị số 10/CT-TTg ngày 22/4/2019 và gửi báo cáo (Báo cáo số 90/BC-UBND ngày 15/5/2019).", [("90/BC-UBND", "implements", "10/CT-TTg")]),
        ("2. Các văn bản ban hành để thực hiện Chỉ thị số 10/CT-TTg gồm:\n- Kế hoạch số 60/KH-UBND ngày 01/7/2019;\n3. Kế hoạch số 7/KH-UBND ngày 2/2/2018 đã hoàn thành.\n", [("7/KH-UBND", "implements", "10/CT-TTg")]),
    ],
    "consolidated": [(DECISION + "Điều 1. Theo Luật số 58/2014/QH13, được sửa đổi, bổ sung bởi:\n1. Luật số 84/2015/QH13.\n", [("self", "consolidates", "58/2014/QH13")])],
    "annex": [
        (DECISION + "QUYẾT ĐỊNH:\nĐiều 1. Công bố Danh mục văn bản hết hiệu lực (kèm theo).\nDANH MỤC\nVĂN BẢN HẾT HIỆU LỰC\n1. Quyết định số 15/2010/QĐ-UBND.\n",
         [("self", "repeals", "15/2010/QĐ-UBND")]),
    ],
    "footnote": [
        ("UBND tỉnh đã ban hành các văn bản thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021¹.\n\n¹ Kế hoạch số 2/KH-UBND ngày 19/01/2021.\n", [("2/KH-UBND", "implements", "33/CT-TTg")]),
    ],
    "cite": [(DECISION + "Điều 2. Bãi bỏ Quyết định số 12/2015/QĐ-UBND.\n", [("self", "cites", "12/2015/QĐ-UBND")])],
}  # fmt: skip
