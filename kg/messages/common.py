"""What every part of the command line says: help, errors, words of the graph."""

from __future__ import annotations

_HELP: dict[str, tuple[str, str]] = {
    "help": (
        "Đồ thị tri thức văn bản hành chính và pháp luật Việt Nam.\n\n"
        "Đọc văn bản, tìm mọi viện dẫn, xác định đúng văn bản được viện dẫn và loại quan hệ, rồi trả lời: "
        "văn bản nào thực hiện, căn cứ, thay thế văn bản nào.\n\n"
        "\b\n"
        "Ví dụ:\n"
        "  kg build vanban/ -o graph\n"
        '  kg query implements "Chỉ thị 33/CT-TTg" --type "Kế hoạch"\n'
        "  kg view -o graph.html\n\n"
        "Mã thoát: 0 có kết quả, 1 không có hoặc chưa rõ văn bản nào, 2 có lỗi.",
        "The knowledge graph of Vietnamese official documents.\n\n"
        "Reads texts, finds every citation, resolves which document is meant and how the two are related, "
        "and answers: which documents implement, rest on, replace which.\n\n"
        "\b\n"
        "Example:\n"
        "  kg build documents/ -o graph\n"
        '  kg query implements "Chỉ thị 33/CT-TTg" --type "Kế hoạch"\n'
        "  kg view -o graph.html\n\n"
        "Exit status: 0 found, 1 nothing found or ambiguous, 2 error.",
    ),
    "help.lang": ("Ngôn ngữ: vi hoặc en (biến KG_LANG).", "Language: vi or en (variable KG_LANG)."),
    "help.version": ("In phiên bản.", "Show the version."),
    "help.help": ("In hướng dẫn này.", "Show this help."),
    "help.folder": ("Thư mục đồ thị (biến KG_GRAPH).", "Folder of the graph (variable KG_GRAPH)."),
    "help.as_json": ("Kết quả dạng JSON.", "Print JSON."),
    "help.kind": (
        "auto: theo đuôi tệp; jsonl, csv, parquet: mỗi dòng một văn bản có id và text.",
        "auto: by file name; jsonl, csv, parquet: a text a row, with id and text.",
    ),
    "help.max_bytes": (
        "Bỏ qua văn bản lớn hơn (ví dụ 800MB).", "Refuse a text that is larger (e.g. 800MB).",
    ),
    "help.extract": (
        "Trích viện dẫn và quan hệ của từng văn bản; mỗi văn bản một dòng JSON.\n\n"
        "INPUT là tệp .txt, .md, .html, .jsonl, thư mục, hoặc - (đầu vào chuẩn).\n\n"
        "Ví dụ: kg extract bao-cao.txt | jq .relations",
        "Extract the citations and relations of each text; one line of JSON a document.\n\n"
        "INPUT is a .txt, .md, .html or .jsonl file, a folder, or - (standard input).\n\n"
        "Example: kg extract report.txt | jq .relations",
    ),
    "help.extract.output": ("Ghi vào tệp thay vì in ra.", "Write to this file instead of printing."),
    "help.build": (
        "Dựng đồ thị từ văn bản và ghi vào một thư mục.\n\n"
        "Đầu vào hỏng không làm dừng việc dựng: nó được liệt kê ở cuối và trong bảng sources.\n\n"
        "Ví dụ: kg build vanban/ -o graph --jobs 2",
        "Build the graph of texts and write it as a folder.\n\n"
        "An input that fails does not stop the build: it is listed at the end and in the table sources.\n\n"
        "Example: kg build documents/ -o graph --jobs 2",
    ),
    "help.build.output": ("Thư mục đồ thị sẽ ghi (biến KG_GRAPH).", "Folder to write (variable KG_GRAPH)."),
    "help.build.jobs": ("Số tiến trình phân tích song song.", "How many processes analyse texts."),
    "help.stats": (
        "Đồ thị có gì, bằng con số.\n\nVí dụ: kg stats --json",
        "What the graph holds, in numbers.\n\nExample: kg stats --json",
    ),
    "help.show": (
        "Một văn bản: thông tin, mâu thuẫn, quan hệ đi và đến kèm câu chứng cứ.\n\n"
        'DOC là mã hoặc tên: "Chỉ thị 33/CT-TTg", "33/ct-ttg 2021", có dấu hay không dấu.\n\n'
        'Ví dụ: kg show "25-NQ/TW"',
        "One document: facts, conflicts, links to and from it with the sentences that state them.\n\n"
        'DOC is an id or a name: "Chỉ thị 33/CT-TTg", "33/ct-ttg 2021", diacritics optional.\n\n'
        'Example: kg show "25-NQ/TW"',
    ),
    "help.query": (
        "Những văn bản có quan hệ PREDICATE với DOC, kèm chứng cứ.\n\n"
        "PREDICATE: implements (thực hiện), guides (hướng dẫn), based-on (căn cứ), amends (sửa đổi), "
        "replaces (thay thế), repeals (bãi bỏ), suspends (đình chỉ), corrects (đính chính), "
        "consolidates (hợp nhất), promulgates (ban hành), approves (phê duyệt), cites (viện dẫn khác).\n\n"
        '"kg query implements X" liệt kê văn bản thực hiện X; thêm --reverse: văn bản mà X thực hiện.\n\n'
        'Ví dụ: kg query implements "Chỉ thị 33/CT-TTg" --type "Kế hoạch" --since 2021',
        "The documents that stand in the relation PREDICATE to DOC, with evidence.\n\n"
        "PREDICATE: implements, guides, based-on, amends, replaces, repeals, suspends, corrects, "
        "consolidates, promulgates, approves, cites (any other reference).\n\n"
        '"kg query implements X" lists what implements X; with --reverse what X implements.\n\n'
        'Example: kg query implements "Chỉ thị 33/CT-TTg" --type "Kế hoạch" --since 2021',
    ),
    "help.query.type": (
        'Chỉ lấy loại văn bản này, ví dụ "Kế hoạch" hay ke-hoach.',
        'Only answers of this type, e.g. "Kế hoạch" or ke-hoach.',
    ),
    "help.query.issuer": (
        'Chỉ lấy của cơ quan này, ví dụ "UBND tỉnh An Giang".',
        'Only answers of this body, e.g. "UBND tỉnh An Giang".',
    ),
    "help.query.since": (
        "Từ ngày này (2021-11-26, 26/11/2021, 2021).", "From this date on (2021-11-26, 2021).",
    ),
    "help.query.until": ("Đến hết ngày này.", "Until this date, included."),
    "help.query.transitive": (
        "Đi tiếp qua nhiều bước và cho biết đi qua văn bản nào.",
        "Follow the relation over several steps and show the way.",
    ),
    "help.query.reverse": (
        "Chiều ngược lại: DOC tác động đến văn bản nào.", "The other way round: what DOC does this to.",
    ),
    "help.query.min_confidence": (
        "Bỏ kết quả kém tin cậy hơn (0 đến 1).", "Leave out what is less sure (0 to 1).",
    ),
    "help.query.strength": (
        "Chỉ chứng cứ mạnh từ mức này: stated, heading, footnote.",
        "Only evidence at least this strong: stated, heading, footnote.",
    ),
    "help.query.provision": (
        'Chỉ quan hệ về quy định này, ví dụ "khoản 2 Điều 19".',
        'Only links about this provision, e.g. "khoản 2 Điều 19".',
    ),
    "help.path": (
        'Chuỗi quan hệ ngắn nhất giữa hai văn bản.\n\nVí dụ: kg path "21/KH-UBND" "49-CT/TW"',
        'The shortest chain of links between two documents.\n\nExample: kg path "21/KH-UBND" "49-CT/TW"',
    ),
    "help.view": (
        "Ghi đồ thị thành một trang HTML mở được khi không có mạng.\n\n"
        'Ví dụ: kg view -o graph.html --root "Chỉ thị 33/CT-TTg" --depth 2',
        "Write the graph as one HTML page that works offline.\n\n"
        'Example: kg view -o graph.html --root "Chỉ thị 33/CT-TTg" --depth 2',
    ),
    "help.view.output": ("Trang sẽ ghi.", "Page to write."),
    "help.view.root": ("Chỉ phần quanh văn bản này.", "Only the part round this document."),
    "help.view.depth": ("Cách văn bản gốc nhiều nhất bao nhiêu bước.", "How many steps from the root."),
    "help.view.direction": (
        "up: văn bản mà nó dựa vào; down: văn bản dựa vào nó; both: cả hai.",
        "up: what it rests on; down: what rests on it; both.",
    ),
    "help.view.limit": ("Số văn bản nhiều nhất trên trang.", "At most this many documents on the page."),
}

_ERRORS: dict[str, tuple[str, str]] = {
    # Inputs: facts of kg.read.records.MESSAGES, in whose words they are said in English.
    "error.missing": ("không có tệp hay thư mục này; hãy kiểm tra đường dẫn", ""),
    "error.unreadable": ("không mở được ({reason}); hãy kiểm tra quyền đọc", ""),
    "error.empty": ("không có nội dung; hãy bỏ ra hoặc đưa tệp có chữ", ""),
    "error.binary": ("là tệp nhị phân, không phải văn bản (đọc được {readable})", ""),
    "error.encoding": ("dòng {line} không phải UTF-8; hãy lưu lại tệp với mã UTF-8", ""),
    "error.encoding-guess": (
        "dòng {line} không phải UTF-8, giống mã {guess}; hãy chuyển sang UTF-8: {how}", "",
    ),
    "error.too-large": ("lớn hơn giới hạn {limit} MB; hãy chia nhỏ hoặc tăng --max-bytes", ""),
    "error.no-files": ("thư mục không có tệp nào (tệp ẩn được bỏ qua)", ""),
    "error.many": ("là thư mục hoặc tập nhiều văn bản", ""),
    "error.broken-gzip": ("dữ liệu nén bị hỏng hoặc bị cắt ({reason}); hãy lấy lại tệp", ""),
    "error.broken-html": ("không phân tích được trang ({reason})", ""),
    "error.broken-json": ("không phải một đối tượng JSON ({reason}); hãy sửa hoặc bỏ dòng này", ""),
    "error.bad-record": ('bản ghi phải có "{id}" (chữ hoặc số) và "{text}" (chữ); hãy sửa hoặc bỏ dòng này', ""),
    "error.duplicate-id": ("id {id} đã có ở dòng {first}; id trong một tệp phải khác nhau", ""),
    "error.analysis": ("không phân tích được văn bản ({reason}); hãy báo lỗi kèm văn bản này", ""),
    # The library.
    "error.graph-absent": (
        "{path}: chưa có đồ thị; hãy dựng bằng kg build, hoặc chỉ đúng thư mục bằng --graph", "",
    ),
    "error.graph-foreign": ("{path}: không phải thư mục đồ thị; hãy chọn thư mục khác", ""),
    "error.graph-incomplete": ("{path}: đồ thị thiếu {file}; hãy dựng lại bằng kg build", ""),
    "error.graph-version": (
        "{path}: đồ thị dạng {found}, bản kg này đọc dạng {expected}; hãy dựng lại bằng kg build", "",
    ),
    "error.graph-damaged": ("{path}: đồ thị bị hỏng; hãy dựng lại bằng kg build", ""),
    "error.graph-unreadable": ("{path}: không được phép đọc; hãy kiểm tra quyền của thư mục", ""),
    "error.graph-write": (
        "{path}: không ghi được đồ thị ({reason}); hãy chọn chỗ khác hoặc kiểm tra quyền", "",
    ),
    "error.graph-row": ("bảng {table}, cột {column}: giá trị {value} không hợp lệ", ""),
    "error.unknown-predicate": ("không có quan hệ {given}; hãy dùng một trong: {known}", ""),
    "error.unknown-strength": ("không có mức chứng cứ {given}; hãy dùng stated, heading hoặc footnote", ""),
    "error.unknown-type": ("không có loại văn bản {given}", ""),
    "error.unknown-format": ("không có định dạng {given}; hãy dùng một trong: {known}", ""),
    "error.bad-provision": ("{given} không phải là một quy định; hãy viết như 'khoản 2 Điều 19'", ""),
    "error.bad-date": ("{given} không phải là ngày; hãy viết 2021-11-26, 26/11/2021, 2021-11 hoặc 2021", ""),
    "error.bad-base-iri": ("{given} không phải IRI tuyệt đối; hãy viết như https://w3id.org/vnlaw/", ""),
    "error.bad-issuer": ("{given} không phải tên một cơ quan", ""),
    "error.bad-limit": ("--depth phải từ 0 và --limit phải từ 1 trở lên", ""),
    "error.unknown-direction": ("chiều phải là up, down hoặc both", ""),
    "error.unknown-language": ("ngôn ngữ phải là vi, en hoặc auto", ""),
    "error.cannot-write": ("{path}: không ghi được; hãy chọn chỗ khác hoặc kiểm tra quyền", ""),
    "error.bad-jobs": ("--jobs là {jobs}, phải từ 1 trở lên", ""),
    "error.needs-folder": ("{format} là một thư mục nhiều tệp; hãy đặt tên bằng -o", ""),
    "error.write-failed": ("{path}: không ghi được; hãy chọn chỗ khác hoặc kiểm tra quyền", ""),
    "error.no-processes": ("không mở được tiến trình con; hãy dùng --jobs 1", ""),
    "error.not-found": ("không tìm thấy văn bản nào ứng với {words}", "no document answers to {words}"),
    "error.ambiguous": (
        "{words} có thể là {count} văn bản; hãy ghi rõ thêm loại, năm hoặc cơ quan:",
        "{words} may be one of {count} documents; say more (type, year, body):",
    ),
    # The command line itself.
    "error.usage-option": ("không có tuỳ chọn {name}", "there is no option {name}"),
    "error.usage-command": (
        "không có lệnh {name}; xem: kg --help", "there is no command {name}; see: kg --help",
    ),
    "error.usage-missing": ("thiếu {name}", "{name} is missing"),
    "error.usage-value": ("{name}: giá trị không hợp lệ, {reason}", "{name}: invalid value, {reason}"),
    "usage-choice": ("hãy dùng một trong: {known}", "use one of: {known}"),
    "usage-integer": ("cần một số nguyên", "a whole number is needed"),
    "usage-share": ("cần một số từ 0 đến 1", "a number from 0 to 1 is needed"),
    "error.usage": ("lệnh không đúng: {reason}", "wrong usage: {reason}"),
    "error.usage-hint": ("xem: {command} --help", "see: {command} --help"),
    "error.internal": (
        "lỗi trong chương trình ({reason}); chạy lại với KG_DEBUG=1 để xem chi tiết và báo lỗi",
        "a fault of the program ({reason}); run again with KG_DEBUG=1 for details and report it",
    ),
    "error.interrupted": ("đã dừng theo yêu cầu", "stopped as asked"),
    "error.no-input": (
        "không đầu vào nào đọc được; đồ thị không được ghi",
        "no input could be read; the graph was not written",
    ),
    "error.size": ("hãy viết như 512MB hay 2GB", "write it like 512MB or 2GB"),
}

_WORDS: dict[str, tuple[str, str]] = {
    "error": ("Lỗi", "Error"),
    "usage": ("Cách dùng:", "Usage:"),
    "options": ("Tuỳ chọn:", "Options:"),
    "commands": ("Các lệnh:", "Commands:"),
    "default": ("mặc định", "default"),
    "number": ("Số, ký hiệu", "Number"),
    "type": ("Loại", "Type"),
    "date": ("Ngày", "Date"),
    "issuer": ("Cơ quan ban hành", "Issuer"),
    "title": ("Về việc", "Title"),
    "strength": ("Liên kết", "Link"),
    "confidence": ("Tin cậy", "Confidence"),
    "evidence": ("Chứng cứ", "Evidence"),
    "relation": ("Quan hệ", "Relation"),
    "document": ("Văn bản", "Document"),
    "source": ("Nguồn", "Source"),
    "status": ("Trạng thái", "Status"),
    "conflicts": ("Mâu thuẫn", "Conflicts"),
    "candidates": ("Có thể là", "May be"),
    "mentions": ("Số lần viện dẫn", "Citations"),
    "locality": ("Địa phương", "Locality"),
    "id": ("Mã", "Id"),
    "via": ("Qua", "Via"),
    "outgoing": ("Văn bản này →", "This document →"),
    "incoming": ("→ Văn bản này", "→ this document"),
    "status.read": ("có toàn văn", "text was read"),
    "status.cited": ("chỉ được viện dẫn", "only cited"),
    "status.unresolved": ("chưa xác định được văn bản nào", "may be several documents"),
    "strength.stated": ("nêu trong câu", "stated"),
    "strength.heading": ("theo đề mục", "under a heading"),
    "strength.footnote": ("qua chú thích (yếu)", "by a footnote (weak)"),
    "scope.partial": ("một phần", "in part"),
    "field.date": ("ngày", "date"),
    "field.issuer": ("cơ quan ban hành", "issuer"),
    "field.type": ("loại", "type"),
    "field.order": ("thứ tự thời gian", "order in time"),
    "in-sources": ("trong {count} nguồn: {names}", "in {count} source(s): {names}"),
    "no-answer": ("không có văn bản nào: {question}", "no document: {question}"),
    "no-path": ("không có chuỗi quan hệ nào giữa {a} và {b}", "no chain of links between {a} and {b}"),
    "same-document": ("hai tên cùng chỉ một văn bản: {name}", "both names mean one document: {name}"),
    "answers": ("{count} văn bản", "{count} document(s)"),
    "more-evidence": ("và {count} chứng cứ khác", "and {count} more"),
    "nearest": ("Gần nhất:", "Nearest:"),
    "progress": ("đã xử lý", "done"),
    "built": ("Đã ghi đồ thị vào {path}", "Wrote the graph to {path}"),
    "built-inputs": (
        "{ok} văn bản đã đọc, {duplicate} trùng nội dung, {failed} không đọc được",
        "{ok} texts read, {duplicate} duplicates, {failed} failed",
    ),
    "built-counts": (
        "{documents} văn bản trong đồ thị, {mentions} viện dẫn, {relations} chứng cứ quan hệ, "
        "{conflicts} mâu thuẫn",
        "{documents} documents in the graph, {mentions} citations, {relations} pieces of evidence, "
        "{conflicts} conflicts",
    ),
    "built-failed": (
        "{count} đầu vào không đọc được (đồ thị vẫn được ghi, mã thoát 2):",
        "{count} input(s) failed (the graph was written all the same, exit status 2):",
    ),
    "extract-failed": (
        "{count} đầu vào không đọc được (mã thoát 2)", "{count} input(s) failed (exit status 2)",
    ),
    "wrote": ("Đã ghi {path}", "Wrote {path}"),
    "stats.documents": ("Văn bản", "Documents"),
    "stats.mentions": ("Viện dẫn", "Citations"),
    "stats.relations": ("Quan hệ", "Links"),
    "stats.evidence": ("Chứng cứ quan hệ", "Pieces of evidence"),
    "stats.unresolved": ("Viện dẫn chưa rõ văn bản", "Unresolved citations"),
    "stats.conflicts": ("Mâu thuẫn", "Conflicts"),
    "stats.sources": ("Nguồn", "Sources"),
    "stats.duplicates": ("Nguồn trùng nội dung", "Duplicate sources"),
    "stats.failed": ("Nguồn không đọc được", "Failed sources"),
    "stats.by_type": ("Theo loại", "By type"),
    "stats.by_status": ("Theo trạng thái", "By status"),
    "stats.by_predicate": ("Theo quan hệ", "By relation"),
    "stats.by_strength": ("Theo độ mạnh của chứng cứ", "By strength of evidence"),
    "stats.most_cited": ("Được liên kết nhiều nhất", "Most linked to"),
    "predicate.implements": ("thực hiện", "implements"),
    "predicate.guides": ("hướng dẫn", "guides"),
    "predicate.basedOn": ("căn cứ", "is based on"),
    "predicate.cites": ("viện dẫn", "cites"),
    "predicate.amends": ("sửa đổi, bổ sung", "amends"),
    "predicate.replaces": ("thay thế", "replaces"),
    "predicate.repeals": ("bãi bỏ", "repeals"),
    "predicate.suspends": ("đình chỉ", "suspends"),
    "predicate.corrects": ("đính chính", "corrects"),
    "predicate.consolidates": ("hợp nhất", "consolidates"),
    "predicate.promulgates": ("ban hành", "promulgates"),
    "predicate.approves": ("phê duyệt", "approves"),
}

TEXTS = {**_HELP, **_ERRORS, **_WORDS}
