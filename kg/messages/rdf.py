"""What the commands for linked data say."""

from __future__ import annotations

TEXTS: dict[str, tuple[str, str]] = {
    "help.sparql": (
        "Hỏi đồ thị bằng SPARQL. QUERY là tên một câu hỏi có sẵn (xem --list), một tệp .rq, một câu SPARQL, "
        "hay - để đọc từ đầu vào chuẩn. Đồ thị chỉ được đọc.\n\n"
        'Ví dụ: kg sparql implementing --bind "doc=33/CT-TTg 2021"',
        "Ask the graph in SPARQL. QUERY is the name of a query (see --list), a file .rq, a SPARQL text, or - "
        "for standard input. The graph is only read.\n\n"
        'Example: kg sparql implementing --bind "doc=33/CT-TTg 2021"',
    ),
    "help.sparql.listing": (
        "Liệt kê các câu hỏi có sẵn và tham số của chúng.", "List the queries that have a name, and what they take.",
    ),
    "help.sparql.bind": (
        'Giá trị của một biến: văn bản ("33/CT-TTg 2021"), <IRI>, "chữ", số hay ngày. Dùng được nhiều lần.',
        'Value of a variable: a document ("33/CT-TTg 2021"), an <IRI>, a "text", a number or a date. May be repeated.',
    ),
    "help.sparql.format": (
        "Dạng của kết quả; ttl, nt, rdfxml, jsonld chỉ cho CONSTRUCT và DESCRIBE.",
        "Format of the answer; ttl, nt, rdfxml, jsonld only for CONSTRUCT and DESCRIBE.",
    ),
    "help.sparql.output": ("Tệp sẽ ghi (không có: in ra màn hình).", "File to write (without it: print)."),
    "help.sparql.limit": ("Số dòng nhiều nhất.", "At most this many rows."),
    "help.sparql.timeout": ("Dừng câu hỏi sau ngần này giây.", "Stop the query after so many seconds."),
    "help.export": (
        "Xuất đồ thị, hay một phần của nó, cho công cụ khác.\n\n"
        'Ví dụ: kg export --format turtle --root "33/CT-TTg 2021" --depth 2 -o graph.ttl',
        "Write the graph, or a part of it, for other tools.\n\n"
        'Example: kg export --format turtle --root "33/CT-TTg 2021" --depth 2 -o graph.ttl',
    ),
    "help.export.format": (
        "turtle, nquads, jsonld, rdfxml, graphml, gexf, cypher, json; thư mục: csv, parquet, neo4j.",
        "turtle, nquads, jsonld, rdfxml, graphml, gexf, cypher, json; folders: csv, parquet, neo4j.",
    ),
    "help.export.output": (
        "Tệp sẽ ghi (không có: in ra màn hình); đuôi .gz, .zst thì nén.",
        "File to write (without it: print); the endings .gz and .zst pack it.",
    ),
    "help.export.base_iri": ("Phần đầu của mọi IRI.", "Where all IRIs begin."),
    "help.export.root": (
        "Chỉ phần quanh văn bản này. Dùng được nhiều lần.", "Only the part round this document. May be repeated.",
    ),
    "help.export.depth": (
        "Cách văn bản gốc nhiều nhất bao nhiêu bước.", "How many steps from a root.",
    ),
    "help.export.types": (
        "Chỉ loại văn bản này. Dùng được nhiều lần.", "Only documents of this type. May be repeated.",
    ),
    "help.export.predicates": (
        "Chỉ quan hệ này. Dùng được nhiều lần.", "Only this relation. May be repeated.",
    ),
    "help.export.min_confidence": (
        "Bỏ chứng cứ kém tin cậy hơn (0 đến 1).", "Leave out evidence that is less sure (0 to 1).",
    ),
    "help.export.mentions": (
        "RDF có cả từng chỗ nhắc đến; không có thì tệp nhỏ hơn một phần ba.",
        "Tell every mention in RDF; without them a file is a third smaller.",
    ),
    "help.export.since": (
        "Đồ thị dựng trước đó: tên cũ trong RDF được dẫn đến tên mới.",
        "A graph built before: in RDF its names are led to those of today.",
    ),
    "help.export.compress": ("Nén: gzip hay zstd.", "Pack: gzip or zstd."),
    "help.validate": (
        "Kiểm tra một đồ thị hay một tệp RDF: hình dạng (SHACL) và quy tắc trên toàn đồ thị. In ra văn bản sai và "
        "điều sai, thoát với mã 1 nếu có.\n\nVí dụ: kg validate graph.ttl",
        "Check a graph or a file of RDF: shapes (SHACL) and rules about the whole. Prints which document is wrong "
        "and why, and exits with 1 if any is.\n\nExample: kg validate graph.ttl",
    ),
    "help.validate.limit": ("Số lỗi nhiều nhất của mỗi quy tắc.", "At most so many faults of each rule."),
    "validate-found": ("{count} lỗi, {rules} quy tắc.", "{count} faults, {rules} rules."),
    "validate-clean": ("Không có lỗi.", "No faults."),
    "error.needs-extra": ('cần cài thêm: pip install "vn-legal-kg[{extra}]"', ""),
    "sparql-name": ("Tên", "Name"),
    "sparql-asks": ("Câu hỏi", "Asks"),
    "sparql-takes": ("Tham số", "Takes"),
    "sparql-building": (
        "Đang nạp đồ thị để hỏi bằng SPARQL (chỉ lần đầu)…", "Loading the graph for SPARQL (the first time only) …",
    ),
    "sparql-cut": (
        "Chỉ hiện {count} dòng đầu; dùng --limit để xem thêm.", "Only the first {count} rows; --limit shows more.",
    ),
    "sparql-nothing": ("Không có kết quả nào.", "Nothing was found."),
    "sparql-yes": ("có", "yes"),
    "sparql-no": ("không", "no"),
    "error.bad-compression": ("không nén {format} bằng {given} được; tệp đơn nén bằng một trong: {known}", ""),
    "error.needs-file": ("không nén chữ được; hãy ghi ra tệp", ""),
    "error.rdf-format": ("{path}: RDF được đọc từ tệp có đuôi {known}", ""),
    "error.rdf-syntax": ("{path}: không phân tích được: {reason}", ""),
    "error.rdf-file": ("{path}: không đọc được ({reason}); hãy kiểm tra đường dẫn", ""),
    "error.rdf-content": ("<{subject}>: {reason}: không tạo được dòng của bảng {table}; xem kg validate", ""),
    "error.sparql-service": ("SERVICE sẽ hỏi máy chủ khác; đồ thị chỉ được hỏi tại chỗ", ""),
    "error.sparql-update": ("{word} làm thay đổi dữ liệu, mà đồ thị chỉ được đọc; hãy dựng lại đồ thị", ""),
    "error.sparql-syntax": (
        "không đọc được câu SPARQL tại dòng:cột {reason}", "the query cannot be read at line:column {reason}",
    ),
    "error.sparql-format": ("kết quả của {form} không có dạng {given}; hãy dùng một trong: {known}", ""),
    "error.sparql-binding": ("câu hỏi không có biến ?{name}", ""),
    "error.sparql-binding-unselected": ("?{name} được gán giá trị nên câu hỏi phải SELECT nó", ""),
    "error.sparql-bind": ("--bind {given} phải có dạng TÊN=GIÁ_TRỊ", ""),
    "error.sparql-iri": ("{given} không phải IRI tuyệt đối", ""),
    "error.sparql-value-number": ("{given} không phải là số", ""),
    "error.sparql-value-type": ("{given} không phải một loại văn bản", ""),
    "error.sparql-value-place": ("{given} không phải tên tỉnh, thành phố", ""),
    "error.sparql-missing": ("câu hỏi cần --bind {name}=… ({kind})", ""),
    "error.sparql-head": ("dòng đầu câu hỏi sai: {line}; loại giá trị là một trong: {known}", ""),
    "error.sparql-file": ("{path}: không đọc được tệp câu hỏi; hãy kiểm tra đường dẫn", ""),
    "error.sparql-unknown": ("không có câu hỏi tên {given}; xem kg sparql --list", ""),
    "error.sparql-failed": ("câu hỏi không chạy được: {reason}", ""),
    "error.sparql-timeout": ("câu hỏi bị dừng sau {seconds} giây; hãy hỏi ít hơn hoặc tăng --timeout", ""),
    "error.sparql-busy": ("đang có quá nhiều câu hỏi; hãy thử lại sau giây lát", ""),
    "error.sparql-store": (
        "{path}: không ghi được kho SPARQL ({reason}); hãy giải phóng chỗ hoặc chép đồ thị sang thư mục ghi được", "",
    ),
    "error.sparql-store-unreadable": ("không đọc được kho SPARQL của đồ thị: {reason}", ""),
}  # fmt: skip
