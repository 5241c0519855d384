"""What ``kg check`` and ``kg explain`` say around the texts of the rules."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.check": (
        "Soát lỗi viện dẫn trong dự thảo.\n\n"
        "Tìm số và loại văn bản không khớp, số viết sai, ngày không có thật hoặc mâu thuẫn, cơ quan không có "
        "thẩm quyền, viện dẫn không rõ văn bản nào; với --graph còn đối chiếu với các văn bản đã có: văn bản đã bị "
        "thay thế, bãi bỏ, sửa đổi. Mỗi lỗi có mã, kg explain giải thích.\n\n"
        "INPUT là tệp, thư mục, hoặc - (đầu vào chuẩn). Mã thoát: 0 không có lỗi, 1 có lỗi, 2 không đọc được.\n\n"
        "Ví dụ: kg check du-thao.docx --graph graph",
        "Check the citations of a draft.\n\n"
        "Finds numbers and types that disagree, malformed numbers, dates that do not exist or contradict each "
        "other, bodies that cannot issue such a paper, references that nobody can resolve; with --graph it also "
        "compares with a corpus: what was replaced, repealed, amended. Each finding has a code that kg explain "
        "explains.\n\n"
        "INPUT is a file, a folder, or - (standard input). Exit status: 0 clean, 1 findings, 2 unreadable.\n\n"
        "Example: kg check draft.docx --graph graph",
    ),
    "help.check.folder": (
        "Đối chiếu với đồ thị này (thư mục do kg build ghi).", "Check against this graph (a folder of kg build).",
    ),
    "help.check.select": (
        "Chỉ các mã này, hoặc phần đầu của mã: C012,C02.", "Only these codes or beginnings of codes: C012,C02.",
    ),
    "help.check.ignore": ("Bỏ qua các mã này.", "Leave these codes out."),
    "help.check.severity": ("Mức thấp nhất được báo.", "The least severity that is reported."),
    "help.check.strict": (
        "Thêm các quy tắc về thể thức (cách viện dẫn lần đầu, lần sau …).",
        "Also the rules of house style (first and later citations …).",
    ),
    "help.check.fix": (
        "Ghi bản sao đã sửa những lỗi chắc chắn (TÊN.fixed.txt, .md, .docx; trong .docx là thay đổi được theo dõi).",
        "Write a copy with the safe corrections (NAME.fixed.txt, .md, .docx; as tracked changes in .docx).",
    ),
    "help.check.comments": (
        "Ghi bản sao tệp .docx có lời nhận xét cạnh chỗ sai (TÊN.checked.docx).",
        "Write a copy of a .docx with a comment at each finding (NAME.checked.docx).",
    ),
    "help.check.copies": (
        "Thư mục ghi bản sao (mặc định: cạnh tệp gốc).", "Folder for the copies (default: beside the original).",
    ),
    "help.check.html": (
        "Ghi một trang HTML: dự thảo và lời nhận xét bên cạnh.", "Write one HTML page: the draft with notes beside it.",
    ),
    "help.check.sarif_to": (
        "Ghi kết quả dạng SARIF 2.1.0.", "Write the result as SARIF 2.1.0.",
    ),
    "check-corrected": (
        "Đã sửa {count} chỗ; còn {left} chỗ cần người quyết định.",
        "{count} corrected; {left} left for a person to decide.",
    ),
    "help.explain": (
        "Giải thích một mã lỗi của kg check; không có mã thì liệt kê tất cả.\n\n"
        "Ví dụ: kg explain C012",
        "Explain a code of kg check; without a code, list all of them.\n\n"
        "Example: kg explain C012",
    ),
    "severity.error": ("lỗi", "error"),
    "severity.warning": ("cảnh báo", "warning"),
    "severity.note": ("lưu ý", "note"),
    "check-page": ("trang {page}", "page {page}"),
    "check-paragraph": ("đoạn {paragraph}", "paragraph {paragraph}"),
    "check-place": ("dòng {line}, cột {column}", "line {line}, column {column}"),
    "check-also": ("xem thêm dòng {lines}", "see also line {lines}"),
    "check-clean": ("Không có lỗi viện dẫn nào trong {count} văn bản.", "No faults in the citations (texts: {count})."),
    "check-sum": (
        "{error} lỗi, {warning} cảnh báo, {note} lưu ý trong {files} văn bản.",
        "Texts: {files}. Errors: {error}, warnings: {warning}, notes: {note}.",
    ),
    "check-explain": ("Giải thích một mã: kg explain {code}", "To have a code explained: kg explain {code}"),
    "explain-wrong": ("Sai", "Wrong"),
    "explain-right": ("Đúng", "Right"),
    "explain-source": ("Căn cứ", "Source"),
    "explain-basis.S": ("đã đối chiếu nguồn", "seen in the source"),
    "explain-basis.P": ("theo dữ liệu đã công bố", "from published data"),
    "explain-basis.K": ("kiến thức chung, chưa đối chiếu", "common knowledge, unverified"),
    "explain-strict": ("chỉ xét khi có --strict", "only with --strict"),
    "error.check-docx": ("không ghi được vào tệp Word ({reason}); hãy lưu lại thành .docx rồi thử lại", ""),
    "error.check-fixed": (
        "chỉ sửa được tệp .txt, .md và .docx; hãy sửa tay theo gợi ý",
        "only .txt, .md and .docx files are corrected; follow the advice by hand",
    ),
    "error.check-comments": (
        "chỉ ghi được lời nhận xét vào tệp .docx; hãy dùng --html",
        "comments are written into .docx files only; use --html",
    ),
    "error.check-code": ("không có mã {name}; chạy kg explain để xem các mã", ""),
}
