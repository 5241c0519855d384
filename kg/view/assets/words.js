/* Every word of the page in both languages. A pair is [Vietnamese, English]. */
"use strict";

const kg = {};

kg.words = {
  title: ["Đồ thị văn bản", "Graph of documents"],
  counts: ["{0} văn bản · {1} liên kết", "{0} documents · {1} links"],
  search: ["Tìm số, tên hoặc cơ quan", "Find a number, title or body"],
  hint: ["Tìm số, tên, cơ quan: 33/CT-TTg, dân vận…", "Number, title or body: 33/CT-TTg, dan van…"],
  found: ["{0} văn bản phù hợp", "{0} documents match"],
  none: ["Không có văn bản nào phù hợp", "No document matches"],
  filters: ["Chú giải và bộ lọc", "Legend and filters"],
  fit: ["Hiện toàn bộ (0)", "Show everything (0)"],
  save: ["Lưu ảnh PNG", "Save as PNG"],
  saveVector: ["Lưu ảnh SVG (nét ở mọi cỡ)", "Save as SVG (sharp at any size)"],
  collapse: ["Thu gọn nhánh này ({0})", "Collapse this branch ({0})"],
  expand: ["Mở lại nhánh này ({0})", "Expand this branch ({0})"],
  onlyNear: ["Chỉ hiện lân cận", "Only its neighbours"],
  addNear: ["Thêm lân cận ({0})", "Add its neighbours ({0})"],
  showAll: ["Hiện tất cả", "Show everything"],
  noBranch: ["Văn bản này không có nhánh riêng", "Nothing stands on this document alone"],
  collapsed: ["Đã thu gọn nhánh của {0}", "The branch of {0} is collapsed"],
  expanded: ["Đã mở nhánh của {0}", "The branch of {0} is expanded"],
  language: ["English", "Tiếng Việt"],
  languageTip: ["Switch to English", "Chuyển sang tiếng Việt"],
  types: ["Loại văn bản", "Document types"],
  relations: ["Quan hệ", "Relations"],
  signs: ["Ký hiệu", "Signs"],
  all: ["Hiện tất cả", "Show all"],
  only: ["chỉ", "only"],
  onlyTip: ["Chỉ hiện: {0}", "Show only: {0}"],
  signRead: ["Đã đọc toàn văn", "Text was read"],
  signCited: ["Chỉ được dẫn chiếu", "Known from citations"],
  signUnresolved: ["Chưa rõ là văn bản nào", "Not resolved"],
  signArrow: ["Mũi tên chỉ tới văn bản được nói đến", "The arrow points to the document acted on"],
  signWeak: ["Suy từ tiêu đề, chú thích", "From a heading or footnote"],
  mapHelp: [
    "Sơ đồ văn bản theo cấp, từ trung ương bên trái tới cơ sở bên phải. Phím mũi tên chuyển giữa các văn bản, Enter mở chi tiết, Esc đóng, dấu cộng và trừ phóng to thu nhỏ, số 0 hiện toàn bộ, C thu gọn nhánh, N chỉ hiện lân cận, A hiện tất cả, dấu gạch chéo để tìm.",
    "Map of documents by level, from the centre on the left to the commune on the right. Arrow keys move between documents, Enter opens details, Esc closes, plus and minus zoom, 0 fits the map, C collapses a branch, N shows neighbours only, A shows everything, slash searches.",
  ],
  cut: [
    "Đang hiện {0} văn bản có nhiều liên kết nhất trong số {1}. Hãy chọn một văn bản gốc hoặc bộ lọc để xem phần khác.",
    "Showing the {0} most connected of {1} documents. Choose a root document or a filter to see other parts.",
  ],
  cutRoot: [
    "Đang hiện {0} văn bản gần văn bản gốc nhất trong số {1}.",
    "Showing the {0} documents nearest to the root, of {1}.",
  ],
  understood: ["Đã rõ", "Got it"],
  empty: ["Không có văn bản nào để hiện.", "There is no document to show."],
  close: ["Đóng", "Close"],
  number: ["Số, ký hiệu", "Number"],
  date: ["Ngày ban hành", "Date"],
  body: ["Cơ quan ban hành", "Issued by"],
  place: ["Địa phương", "Place"],
  status: ["Tình trạng", "Status"],
  source: ["Tệp nguồn", "Source file"],
  mentions: ["Số lần được nhắc", "Mentions"],
  id: ["Mã", "Identifier"],
  unknown: ["chưa rõ", "not known"],
  states: {
    read: ["Đã đọc toàn văn", "Its text was read"],
    cited: ["Chỉ được biết qua dẫn chiếu", "Known only from citations"],
    unresolved: ["Chưa xác định được là văn bản nào", "Not resolved to one document"],
  },
  candidates: ["Có thể là một trong các văn bản", "It may be one of these documents"],
  conflicts: ["Các nguồn không thống nhất", "The sources disagree"],
  disputed: {
    date: ["Ngày ban hành", "Date"],
    issuer: ["Cơ quan ban hành", "Issuing body"],
    type: ["Loại văn bản", "Type"],
    order: ["Thứ tự thời gian", "Order in time"],
  },
  mostFirst: ["ý kiến được nhiều nơi nêu nhất đứng trước", "the value with most support first"],
  inSources: ["trong {0}", "in {0}"],
  outgoing: ["Văn bản này", "This document"],
  incoming: ["Văn bản khác nói về văn bản này", "Other documents about this one"],
  lonely: ["Không có liên kết nào trong hình.", "No links in this picture."],
  outside: ["Còn {0} văn bản liên quan không hiện trong hình.", "{0} more related documents are not in this picture."],
  filtered: ["{0} liên kết đang bị bộ lọc ẩn.", "{0} links are hidden by the filters."],
  sure: ["tin cậy {0}", "confidence {0}"],
  sureTip: ["Độ tin cậy của liên kết", "How sure the link is"],
  cue: ["từ nối “{0}”", "cue “{0}”"],
  strength: {
    stated: ["nêu ngay trong câu", "stated in the sentence"],
    heading: ["liệt kê dưới tiêu đề", "listed under a heading"],
    footnote: ["qua chú thích", "through a footnote"],
  },
  rule: ["Quy tắc", "Rule"],
  parts: ["về {0}", "on {0}"],
  partial: ["chỉ một phần", "in part"],
  whole: ["Cả câu", "Whole sentence"],
  moreEvidence: ["và {0} chỗ khác", "and {0} more places"],
  moreLinks: ["Hiện thêm {0}", "Show {0} more"],
  moreProof: ["Thêm {0} câu làm chứng", "{0} more sentences"],
  link: ["Liên kết", "Link"],
  openPage: ["Mở trang văn bản", "Open its page"],
  asRoot: ["Lấy làm gốc sơ đồ", "Make it the root"],
  saved: ["Đã lưu ảnh", "Picture saved"],
  flags: {
    replaces: ["Đã được thay thế", "Replaced"],
    repeals: ["Đã bị bãi bỏ", "Repealed"],
    suspends: ["Đã bị đình chỉ", "Suspended"],
    amends: ["Đã được sửa đổi, bổ sung", "Amended"],
  },
  by: ["bởi", "by"],
};

/* Predicate: what the subject does, and what happens to the object. The order is that of the legend. */
kg.relations = {
  implements: { out: ["Thực hiện", "Implements"], into: ["Được thực hiện bởi", "Implemented by"] },
  guides: { out: ["Hướng dẫn, quy định chi tiết", "Guides"], into: ["Được hướng dẫn bởi", "Guided by"] },
  basedOn: { out: ["Căn cứ", "Based on"], into: ["Là căn cứ của", "Basis of"] },
  amends: { out: ["Sửa đổi, bổ sung", "Amends"], into: ["Được sửa đổi, bổ sung bởi", "Amended by"] },
  replaces: { out: ["Thay thế", "Replaces"], into: ["Được thay thế bởi", "Replaced by"] },
  repeals: { out: ["Bãi bỏ", "Repeals"], into: ["Bị bãi bỏ bởi", "Repealed by"] },
  suspends: { out: ["Đình chỉ", "Suspends"], into: ["Bị đình chỉ bởi", "Suspended by"] },
  corrects: { out: ["Đính chính", "Corrects"], into: ["Được đính chính bởi", "Corrected by"] },
  consolidates: { out: ["Hợp nhất", "Consolidates"], into: ["Được hợp nhất bởi", "Consolidated by"] },
  promulgates: { out: ["Ban hành", "Promulgates"], into: ["Được ban hành bởi", "Promulgated by"] },
  approves: { out: ["Phê duyệt", "Approves"], into: ["Được phê duyệt bởi", "Approved by"] },
  cites: { out: ["Dẫn chiếu", "Cites"], into: ["Được dẫn chiếu bởi", "Cited by"] },
};

kg.lang = 0;

/* The words for a key in the language of the page, with values put in for {0}, {1}. */
kg.say = (words, ...values) => {
  const pair = typeof words === "string" ? kg.words[words] : words;
  return pair[kg.lang].replace(/\{(\d)\}/g, (_, at) => String(values[at]));
};

kg.count = (n) => n.toLocaleString(kg.lang ? "en" : "vi");
kg.share = (n) => `${Math.round(n * 100)}%`;
