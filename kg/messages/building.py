"""What ``kg build`` says of large corpora: work that is kept, rates, disks that are full."""

from __future__ import annotations

from collections.abc import Mapping

TEXTS: Mapping[str, tuple[str, str]] = {
    "help.build.fresh": (
        "Phân tích lại tất cả, không dùng kết quả của lần dựng trước.",
        "Analyse everything anew, use no results of an earlier build.",
    ),
    "help.id_column": ("Cột (trường) chứa id của mỗi văn bản.", "Column (field) with the id of each text."),
    "help.text_column": ("Cột (trường) chứa nội dung.", "Column (field) with the text."),
    "error.no-column": (
        "không có cột {column} (các cột: {columns}); hãy nêu tên cột bằng --id-column hoặc --text-column", "",
    ),
    "error.bad-row": ("dòng không khớp bảng ({reason}); hãy sửa hoặc bỏ dòng này", ""),
    "error.broken-csv": ("không đọc tiếp được bảng từ dòng này ({reason}); hãy sửa dòng này", ""),
    "error.broken-parquet": ("không phải tệp Parquet nguyên vẹn ({reason}); hãy lấy lại tệp", ""),
    "help.build.engine": (
        "local: máy này; spark: một cụm Spark (cần pip install 'vn-legal-kg[spark]').",
        "local: this machine; spark: a Spark cluster (needs pip install 'vn-legal-kg[spark]').",
    ),
    "help.build.master": ("Địa chỉ cụm Spark, ví dụ spark://host:7077.", "The Spark cluster, e.g. spark://host:7077."),
    "help.build.conf": ("Thuộc tính của Spark, có thể lặp lại.", "A property of Spark; may be repeated."),
    "error.property": ("phải có dạng TÊN=GIÁ_TRỊ", "it has to be NAME=VALUE"),
    "error.no-spark": ("bộ máy spark cần pyspark: pip install 'vn-legal-kg[spark]'", ""),
    "error.spark-stdin": ("nhiều máy không đọc được đầu vào chuẩn; hãy nêu tên tệp", ""),
    "error.spark-failed": ("Spark bị lỗi: {reason}", ""),
    "built-reused": (
        "{count} văn bản không phải phân tích lại", "{count} texts did not have to be analysed again",
    ),
    "build-rate": ("{rate:.1f} MB/s", "{rate:.1f} MB/s"),
    "build-left": ("còn {minutes} phút {seconds:02d} giây", "{minutes} min {seconds:02d} s left"),
    "build-resolving": ("đang hợp nhất và ghi bảng …", "resolving and writing tables …"),
    "error.build-running": (
        "một lần dựng khác đang ghi vào {path}; hãy đợi nó xong hoặc dựng vào thư mục khác", "",
    ),
    "error.work-write": (
        "không ghi được vào {path}: {reason}; không mất gì cả: hãy giải phóng chỗ trống rồi chạy lại đúng lệnh này",
        "",
    ),
    "error.too-many-links": (
        "{links} liên kết là quá nhiều cho networkx; hãy lấy một phần (quanh một văn bản, theo quan hệ hoặc loại)",
        "",
    ),
    "error.resolution": ("bước hợp nhất văn bản bị lỗi ({reason}); hãy báo lỗi này", ""),
}  # fmt: skip
