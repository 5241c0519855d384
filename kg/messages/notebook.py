"""What values say in a notebook."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "card.graph": ("Đồ thị tri thức văn bản", "Knowledge graph of documents"),
    "card.documents": ("Văn bản", "Documents"),
    "card.relations": ("Quan hệ", "Relations"),
    "card.unresolved": ("Viện dẫn chưa rõ", "Unresolved"),
    "card.conflicts": ("Mâu thuẫn", "Conflicts"),
    "card.most-cited": ("Được viện dẫn nhiều nhất", "Cited most"),
    "card.candidates": ("Có thể là", "May be"),
    "card.provisions": ("Điều khoản", "Provisions"),
    "card.target": ("Văn bản", "Document"),
    "card.place": ("Vị trí", "Offsets"),
    "card.this": ("văn bản này", "this text"),
    "error.needs-package": (
        "chưa cài {package}; hãy cài: pip install 'vn-legal-kg[{extra}]'", "",
    ),
    "error.unknown-table": ("không có bảng {given}; hãy dùng một trong: {known}", ""),
}  # fmt: skip
