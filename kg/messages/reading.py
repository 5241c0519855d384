"""Reading files: what is wrong with one, what a person should know of it, where a piece of it stands."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.ocr": (
        "Nhận dạng chữ trong ảnh và PDF quét (cần Tesseract), khoảng 1 giây mỗi trang.",
        "Read the letters of pictures and scanned PDF (needs Tesseract), about 1 s a page.",
    ),
    "place.page": ("tr. {page}", "p. {page}"),
    "place.paragraph": ("đoạn {paragraph}", "par. {paragraph}"),
    "built-remarks": ("Cần lưu ý {count} đầu vào:", "{count} input(s) to take note of:"),
    "error.format": (
        "định dạng {kind} chưa đọc được (đọc được {readable}); hãy lưu lại thành .docx, .pdf hoặc .txt", "",
    ),
    "error.damaged": ("tệp {kind} hỏng hoặc bị cắt ({reason}); hãy lấy lại hoặc lưu lại tệp", ""),
    "error.encrypted": ("tệp {kind} đặt mật khẩu; hãy lưu một bản không có mật khẩu", ""),
    "error.scanned": ("{pages} trang là ảnh, không có lớp chữ; hãy thêm --ocr để nhận dạng", ""),
    "error.scanned-pages": ("trang {pages} là ảnh, chưa đọc; hãy thêm --ocr", ""),
    "error.picture": ("ảnh chỉ được đọc khi có --ocr", ""),
    "error.needs-program": ("muốn đọc {kind} phải có {program}; hãy cài: {how}", ""),
    "error.program-failed": ("{program} không đọc được ({reason}); hãy lưu lại thành .docx hoặc .pdf", ""),
    "error.bomb": ("giải nén ra lớn hơn giới hạn {limit} MB; không mở", ""),
    "error.unsafe-xml": ("khai báo thực thể XML, điều không phần mềm văn phòng nào làm; không mở", ""),
    "error.too-many": ("có hơn {limit} tệp; hãy giải nén rồi đưa thư mục", ""),
    "error.too-slow": ("đọc quá {limit} giây nên đã dừng; hãy chia nhỏ tệp", ""),
    "error.too-hungry": ("đọc cần hơn {limit} MB bộ nhớ nên đã dừng; hãy chia nhỏ tệp", ""),
    "error.reader-died": ("làm hỏng trình đọc ({reason}); tệp hư hoặc cố ý gây hại", ""),
    "error.macros": ("tệp có macro; không chạy macro, chỉ đọc phần chữ", ""),
    "error.old-letters": ("chữ mã cũ {name} đã được đổi sang Unicode; hãy xem lại vài dòng", ""),
}
