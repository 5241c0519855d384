"""What the pages of ``kg serve`` say."""

from __future__ import annotations

_HELP: dict[str, tuple[str, str]] = {
    "help.serve": (
        "Mở đồ thị trong trình duyệt: tra cứu, sơ đồ, ai thực hiện, kiểm tra văn bản, API và SPARQL.\n\n"
        "GRAPH là thư mục đồ thị (mặc định: thư mục của -g). Chỉ máy này truy cập được, trừ khi đổi --host. "
        "Không ghi gì; dựng lại đồ thị thì trang tự dùng bản mới.\n\n"
        "Ví dụ: kg serve graph --port 8000",
        "Open the graph in a browser: search, map, who implements what, checking a text, API and SPARQL.\n\n"
        "GRAPH is the folder of the graph (by default that of -g). Only this machine can reach it unless --host "
        "says otherwise. Nothing is written; a graph that is built again is picked up by itself.\n\n"
        "Example: kg serve graph --port 8000",
    ),
    "help.serve.host": (
        "Địa chỉ lắng nghe; mặc định chỉ máy này truy cập được.",
        "Address to listen on; by default only this machine reaches it.",
    ),
    "help.serve.port": ("Cổng; 0: cổng trống bất kỳ.", "Port; 0 for any free one."),
    "help.serve.base_iri": ("Địa chỉ gốc của mã văn bản trong RDF.", "Where the names of documents begin in RDF."),
    "serving": (
        "Đang phục vụ {path} tại {address}  (Ctrl+C để dừng)",
        "Serving {path} at {address}  (Ctrl+C to stop)",
    ),
    "serving-open": (
        "Máy khác cũng truy cập được địa chỉ này; không có mật khẩu.",
        "Other machines can reach this address; there is no password.",
    ),
    "error.no-serve": (
        "kg serve cần gói {package}; cài bằng: pip install 'vn-legal-kg[serve]'",
        "kg serve needs the package {package}; install it with: pip install 'vn-legal-kg[serve]'",
    ),
    "error.serve-address": (
        "không mở được {host}:{port} ({reason}); hãy chọn --port hoặc --host khác",
        "cannot listen on {host}:{port} ({reason}); choose another --port or --host",
    ),
}

_FRAME: dict[str, tuple[str, str]] = {
    "serve.name": ("Đồ thị văn bản", "Graph of documents"),
    "serve.search": ("Tra cứu", "Search"),
    "serve.overview": ("Tổng quan", "Overview"),
    "serve.corpus": ("Bản đồ", "Map"),
    "serve.check": ("Kiểm tra văn bản", "Check a text"),
    "serve.data": ("Dữ liệu", "Data"),
    "serve.skip": ("Tới nội dung chính", "Skip to the content"),
    "serve.menu": ("Các trang", "Pages"),
    "serve.language": ("English", "Tiếng Việt"),
    "serve.language-tip": ("Switch to English", "Chuyển sang tiếng Việt"),
    "serve.find": ("Tìm số, tên hoặc cơ quan", "Find a number, title or body"),
    "serve.find-hint": ("33/CT-TTg, dân vận, UBND Yên Bái…", "33/CT-TTg, dan van, UBND Yen Bai…"),
    "serve.find-go": ("Tìm", "Search"),
    "serve.foot": (
        "{0} văn bản · {1} liên kết. Mọi liên kết đều kèm câu chứng cứ; điều văn bản không nói rõ thì để ngỏ.",
        "{0} documents · {1} links. Each link has the sentence that states it; what the texts leave open stays open.",
    ),
    "serve.unknown": ("chưa rõ", "not known"),
    "serve.none": ("không có", "none"),
    "serve.all": ("Tất cả", "All"),
    "serve.more": ("Xem thêm", "More"),
    "serve.newer": ("Trang trước", "Previous"),
    "serve.older": ("Trang sau", "Next"),
    "serve.page": ("Trang {0}/{1}", "Page {0} of {1}"),
    "serve.or": ("hoặc", "or"),
    "serve.download": ("Tải về", "Download"),
}

_SEARCH: dict[str, tuple[str, str]] = {
    "serve.lead": (
        "Văn bản nào dẫn chiếu, thực hiện, sửa đổi, thay thế văn bản nào, và câu nào nói điều đó.",
        "Which document cites, implements, amends or replaces which, and the sentence that says so.",
    ),
    "serve.try": ("Thử:", "Try:"),
    "serve.filter": ("Lọc", "Filter"),
    "serve.filters": ("Bộ lọc", "Filters"),
    "serve.clear": ("Bỏ lọc", "Clear"),
    "serve.type": ("Loại văn bản", "Type"),
    "serve.issuer": ("Cơ quan ban hành", "Issued by"),
    "serve.place": ("Địa phương", "Province"),
    "serve.year": ("Năm", "Year"),
    "serve.since": ("Từ năm", "From year"),
    "serve.until": ("Đến năm", "To year"),
    "serve.relation": ("Quan hệ với văn bản khác", "What it does to others"),
    "serve.sort": ("Sắp xếp", "Sort"),
    "serve.sort.best": ("Phù hợp nhất", "Best match"),
    "serve.sort.newest": ("Mới nhất", "Newest"),
    "serve.sort.oldest": ("Cũ nhất", "Oldest"),
    "serve.sort.cited": ("Được dẫn chiếu nhiều nhất", "Most cited"),
    "serve.found": ("{0} văn bản", "{0} documents"),
    "serve.found-for": ("{0} văn bản cho “{1}”", "{0} documents for “{1}”"),
    "serve.nothing": ("Không có văn bản nào phù hợp", "No document matches"),
    "serve.nothing-hint": (
        "Hãy bớt từ, bỏ bộ lọc, hoặc chỉ nhập số (ví dụ 33/CT-TTg). Có dấu hay không dấu đều được.",
        "Use fewer words, clear the filters, or type the number alone (33/CT-TTg). Diacritics are optional.",
    ),
    "serve.most-cited": ("Được dẫn chiếu nhiều nhất", "Most cited"),
    "serve.newest": ("Mới nhất", "Newest"),
    "serve.times-cited": ("{0} văn bản dẫn", "cited by {0}"),
}

_DOCUMENT: dict[str, tuple[str, str]] = {
    "serve.facts": ("Thông tin", "Facts"),
    "serve.number": ("Số, ký hiệu", "Number"),
    "serve.date": ("Ngày ban hành", "Date"),
    "serve.status": ("Tình trạng", "Status"),
    "serve.status.read": ("Đã đọc toàn văn", "Its text was read"),
    "serve.status.cited": ("Chỉ được biết qua dẫn chiếu", "Known only from citations"),
    "serve.status.unresolved": ("Chưa xác định được là văn bản nào", "Not resolved to one document"),
    "serve.source": ("Tệp nguồn", "Source file"),
    "serve.mentions": ("Số lần được nhắc", "Mentions"),
    "serve.id": ("Mã", "Identifier"),
    "serve.permalink": ("Địa chỉ cố định", "Permalink"),
    "serve.tab.document": ("Văn bản", "Document"),
    "serve.tab.implementation": ("Ai thực hiện", "Who implements it"),
    "serve.tab.map": ("Sơ đồ", "Hierarchy"),
    "serve.tab.text": ("Toàn văn", "Text"),
    "serve.fate.none": (
        "Chưa thấy văn bản nào thay thế, bãi bỏ hay sửa đổi, trong các văn bản đã đọc.",
        "No document that replaces, repeals or amends it, among the texts that were read.",
    ),
    "serve.fate.replaces": ("Đã được thay thế", "Replaced"),
    "serve.fate.repeals": ("Đã bị bãi bỏ", "Repealed"),
    "serve.fate.suspends": ("Đã bị đình chỉ", "Suspended"),
    "serve.fate.amends": ("Đã được sửa đổi, bổ sung", "Amended"),
    "serve.fate.corrects": ("Đã được đính chính", "Corrected"),
    "serve.fate.consolidates": ("Đã được hợp nhất", "Consolidated"),
    "serve.fate.part": ("một phần", "in part"),
    "serve.by": ("bởi", "by"),
    "serve.conflicts": ("Các nguồn không thống nhất", "The sources disagree"),
    "serve.conflict.date": ("Ngày ban hành", "Date"),
    "serve.conflict.issuer": ("Cơ quan ban hành", "Issuing body"),
    "serve.conflict.type": ("Loại văn bản", "Type"),
    "serve.conflict.order": ("Thứ tự thời gian", "Order in time"),
    "serve.in-sources": ("trong {0}", "in {0}"),
    "serve.candidates": ("Có thể là một trong các văn bản", "It may be one of these documents"),
    "serve.timeline": ("Dòng thời gian", "Timeline"),
    "serve.issued": ("Ban hành", "Issued"),
    "serve.by-year": ("Văn bản thực hiện theo năm", "Implementing documents by year"),
    "serve.hierarchy": ("Sơ đồ thứ bậc", "Hierarchy"),
    "serve.hierarchy-open": ("Mở sơ đồ lớn", "Open the full map"),
    "serve.way.up": ("Lên trên", "Up"),
    "serve.way.down": ("Xuống dưới", "Down"),
    "serve.way.both": ("Cả hai chiều", "Both"),
    "serve.depth": ("Số bước", "Steps"),
    "serve.out": ("Văn bản này", "This document"),
    "serve.in": ("Văn bản khác nói về văn bản này", "Other documents about this one"),
    "serve.no-links": ("Không có liên kết nào.", "There are no links."),
    "serve.see-all": ("Xem cả {0}", "See all {0}"),
    "serve.sure": ("tin cậy {0}", "confidence {0}"),
    "serve.cue": ("từ nối “{0}”", "cue “{0}”"),
    "serve.strength.stated": ("nêu ngay trong câu", "stated in the sentence"),
    "serve.strength.heading": ("liệt kê dưới tiêu đề", "listed under a heading"),
    "serve.strength.footnote": ("qua chú thích", "through a footnote"),
    "serve.on": ("về {0}", "on {0}"),
    "serve.partial": ("chỉ một phần", "in part"),
    "serve.more-proof": ("Thêm {0} câu chứng cứ", "{0} more sentences"),
    "serve.more-proof-untold": ("và {0} chỗ khác", "and {0} more places"),
    "serve.text-absent": (
        "Không có toàn văn: tệp nguồn không còn ở chỗ cũ hoặc đã thay đổi từ khi dựng đồ thị.",
        "The text is not here: its file has moved or changed since the graph was built.",
    ),
    "serve.text-none": (
        "Văn bản này chỉ được biết qua dẫn chiếu; chưa có toàn văn trong đồ thị.",
        "This document is known from citations alone; its text is not in the graph.",
    ),
    "serve.text-mentions": (
        "{0} chỗ dẫn chiếu, bấm để mở văn bản được dẫn.", "{0} citations; each opens its document.",
    ),
    "serve.text-open": ("Đọc toàn văn với các dẫn chiếu được tô", "Read the text with its citations marked"),
}

_RELATIONS: dict[str, tuple[str, str]] = {
    "serve.out.implements": ("Thực hiện", "Implements"),
    "serve.in.implements": ("Được thực hiện bởi", "Implemented by"),
    "serve.out.guides": ("Hướng dẫn, quy định chi tiết", "Guides"),
    "serve.in.guides": ("Được hướng dẫn bởi", "Guided by"),
    "serve.out.basedOn": ("Căn cứ", "Based on"),
    "serve.in.basedOn": ("Là căn cứ của", "Basis of"),
    "serve.out.amends": ("Sửa đổi, bổ sung", "Amends"),
    "serve.in.amends": ("Được sửa đổi, bổ sung bởi", "Amended by"),
    "serve.out.replaces": ("Thay thế", "Replaces"),
    "serve.in.replaces": ("Được thay thế bởi", "Replaced by"),
    "serve.out.repeals": ("Bãi bỏ", "Repeals"),
    "serve.in.repeals": ("Bị bãi bỏ bởi", "Repealed by"),
    "serve.out.suspends": ("Đình chỉ", "Suspends"),
    "serve.in.suspends": ("Bị đình chỉ bởi", "Suspended by"),
    "serve.out.corrects": ("Đính chính", "Corrects"),
    "serve.in.corrects": ("Được đính chính bởi", "Corrected by"),
    "serve.out.consolidates": ("Hợp nhất", "Consolidates"),
    "serve.in.consolidates": ("Được hợp nhất bởi", "Consolidated by"),
    "serve.out.promulgates": ("Ban hành", "Promulgates"),
    "serve.in.promulgates": ("Được ban hành bởi", "Promulgated by"),
    "serve.out.approves": ("Phê duyệt", "Approves"),
    "serve.in.approves": ("Được phê duyệt bởi", "Approved by"),
    "serve.out.cites": ("Dẫn chiếu", "Cites"),
    "serve.in.cites": ("Được dẫn chiếu bởi", "Cited by"),
}

_ERRORS: dict[str, tuple[str, str]] = {
    "serve.error": ("Không trả lời được", "That could not be answered"),
    "serve.error.home": ("Về trang tra cứu", "Back to the search"),
    "serve.error.404": ("Không có trang hay văn bản này.", "There is no such page or document."),
    "error.absent": ("Không có trang hay văn bản này.", "There is no such page or document."),
    "serve.error.405": ("Địa chỉ này không nhận phương thức đó.", "This address does not take that method."),
    "error.not-acceptable": ("Không có dạng dữ liệu được yêu cầu.", "It is not available in the form asked for."),
    "serve.error.422": ("Yêu cầu chưa đúng: {0}", "The request is not right: {0}"),
    "serve.error.host": (
        "Máy chủ không trả lời dưới tên miền này.", "The server does not answer under this name.",
    ),
    "serve.error.address-long": ("Địa chỉ quá dài.", "The address is too long."),
    "serve.error.body-large": ("Nội dung gửi lên quá lớn.", "What was sent is too large."),
    "serve.error.body-slow": ("Nội dung gửi lên quá chậm.", "What was sent came in too slowly."),
    "serve.error.internal": (
        "Máy chủ gặp lỗi ngoài dự kiến; đã ghi vào nhật ký của người quản trị.",
        "The server met an unexpected error; it is in the log of whoever runs it.",
    ),
}

TEXTS: dict[str, tuple[str, str]] = {**_HELP, **_FRAME, **_SEARCH, **_DOCUMENT, **_RELATIONS, **_ERRORS}
