"""Texts of ``kg eval``."""

from __future__ import annotations

_HELP: dict[str, tuple[str, str]] = {
    "help.eval": (
        "Chấm kết quả trích so với bộ mẫu GOLD (thư mục, hoặc tệp nhãn .jsonl).\n\n"
        "Ví dụ: kg eval data/gold/samples --errors\n\n"
        "Hoặc rút ngẫu nhiên kết quả trên kho văn bản để đọc:\n\n"
        "kg eval --sample relations -n 200 --seed 7 corpus.jsonl.gz",
        "Score the extraction against GOLD (folders, or .jsonl files of labelled references).\n\n"
        "Example: kg eval data/gold/samples --errors\n\n"
        "Or draw random results of a corpus to read:\n\n"
        "kg eval --sample relations -n 200 --seed 7 corpus.jsonl.gz",
    ),
    "help.eval.errors": ("Liệt kê từng chỗ sai cùng câu chữ quanh nó.", "List every miss with the words around it."),
    "help.eval.details": (
        "Thêm bảng theo loại văn bản, theo khung quan hệ và theo độ tin cậy.",
        "Also by document type, by relation frame and by confidence.",
    ),
    "help.eval.save": (
        "Lưu kết quả trích vào tệp này, để sau này so sánh.", "Save the output to this file, to compare later.",
    ),
    "help.eval.compare": (
        "So với kết quả đã lưu: chỗ tốt lên (+) và xấu đi (-) của từng văn bản.",
        "Compare with saved output: gains (+) and losses (-) of each text.",
    ),
    "help.eval.texts": (
        "Thư mục văn bản gốc (không có: tìm cạnh bộ mẫu).",
        "Folder of the texts (without it: beside the gold).",
    ),
    "help.eval.outputs": (
        "Chấm kết quả đã lưu của kg extract (- là đầu vào chuẩn).",
        "Score what kg extract wrote to this file (- for standard input).",
    ),
    "help.eval.sample": (
        "Rút ngẫu nhiên để đọc: mentions (viện dẫn), outside (chuỗi giống số hiệu bị bỏ qua), relations (quan hệ).",
        "Draw at random to read: mentions, outside (number-like words in no mention), relations.",
    ),
    "help.eval.count": ("Rút bao nhiêu.", "How many to draw."),
    "help.eval.seed": ("Số gieo; cùng số thì cùng kết quả.", "Seed; the same seed draws the same."),
    "help.eval.predicate": ("Chỉ rút quan hệ này, ví dụ amends.", "Draw only this relation, e.g. amends."),
}

_ERRORS: dict[str, tuple[str, str]] = {
    "error.labels-bad": (
        "{path}, dòng {line}: không phải dòng nhãn viện dẫn; cần id, text và references", "",
    ),
    "error.bad-outputs": ("{path}: không phải kết quả của kg extract ({reason})", ""),
    "error.gold-none": ("{path}: không có tệp mẫu .json nào", ""),
    "error.gold-bad": ("{path}: tệp mẫu sai; chạy với --lang en để xem sai ở đâu", ""),
    "error.gold-twice": ("hai kết quả cùng tên {name}; hãy chấm riêng", ""),
    "error.gold-text": (
        "{file}: không thấy văn bản của mẫu này trong {folders}; hãy chỉ thư mục bằng --texts", "",
    ),
}

_WORDS: dict[str, tuple[str, str]] = {
    "eval.drawn": ("{count} mục, seed {seed}", "{count} items, seed {seed}"),
}

TEXTS = {**_HELP, **_ERRORS, **_WORDS}
