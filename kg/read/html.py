"""A web page to text: what a reader of the page reads, block by block.

Recall comes first. Portals put the facts of a document (number, issuer, date) in a table beside the
text, so no "main element" is picked: the page is kept, and only what is surely not the document is
dropped (scripts, navigation, page footers, lists of nothing but links).

The shape of the text: paragraphs, headings, lists and tables are separated by an empty line; ``br``,
``div``, items and rows by a line end; cells by a tab. A footnote mark that the page raises becomes
``¹`` or stays ``[1]``, and the number that a list or note gets from the browser is written out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_DROPPED = frozenset({
    "script", "style", "noscript", "template", "nav", "head", "iframe", "svg", "math", "button", "select",
    "option", "input", "textarea", "object", "canvas", "video", "audio", "dialog", "datalist", "map",
})
_PARAGRAPH = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl", "blockquote", "section", "article",
    "main", "pre", "figure", "hr", "header", "footer", "aside", "address", "fieldset", "details",
})
_LINE = frozenset({
    "div", "li", "tr", "dt", "dd", "caption", "figcaption", "form", "center", "summary", "legend",
})
#: Words in ``class`` or ``id`` of a block that goes around a document and never holds it.
_AROUND = frozenset({
    "menu", "navbar", "breadcrumb", "breadcrumbs", "sidebar", "pagination", "cookie", "social", "share",
    "related",
})
_ROLES = frozenset({"navigation", "search", "banner", "contentinfo"})
_LISTS = frozenset({"ul", "ol", "div", "table", "header", "section", "td", "dl", "form"})
_NUMBER = re.compile(r"\d+[a-zđ]?\s?[/-]\s?\w{2,}")
_NOTE = re.compile(r"^(?:_?ftn|fn|footnote|cite_note|note|chu-thich)[-:_]?(\d{1,3})$", re.IGNORECASE)
_MARK = re.compile(r"^([\[(]?)\s*(\d{1,3})\s*[\])]?$")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_BLANKS = re.compile(r"[ \t\n\r\f]+")
#: Labels in the tables of portals (vbpl.vn, thuvienphapluat.vn, chinhphu.vn, those of provinces).
_FACTS = {
    "số hiệu": "number", "số ký hiệu": "number", "số hiệu văn bản": "number", "số văn bản": "number",
    "ký hiệu": "number", "loại văn bản": "type", "thể loại": "type", "hình thức văn bản": "type",
    "ngày ban hành": "date", "ngày ký": "date", "ngày văn bản": "date",
    "cơ quan ban hành": "issuer", "nơi ban hành": "issuer", "đơn vị ban hành": "issuer",
    "cơ quan ban hành chức danh người ký": "issuer", "cơ quan ban hành người ký": "issuer",
    "trích yếu": "title", "trích yếu nội dung": "title", "nội dung trích yếu": "title", "tên văn bản": "title",
    "ngày có hiệu lực": "effective", "ngày hiệu lực": "effective", "hiệu lực từ ngày": "effective",
    "ngày hết hiệu lực": "expires", "tình trạng": "status", "tình trạng hiệu lực": "status",
    "hiệu lực": "status", "người ký": "signer", "lĩnh vực": "field", "ngành": "field",
}  # fmt: skip
_DATED = frozenset({"number", "date", "effective", "expires"})
_LABELLED = re.compile(r"\s*(?P<label>[^\t:]{4,40}?)\s*:\s*(?P<value>[^\t]{1,300})")
_BACK_LINKS = frozenset({"↩", "↩︎", "⏎", "^"})


def page_text(html: str) -> tuple[str, str | None]:
    """The text of a page and its title.

    Args:
        html: the page, decoded.

    Returns:
        The text (empty if the page shows none) and the title, or None.

    >>> page_text("<title>T</title><p>Thực hiện <b>Chỉ thị</b> số 33/CT-TTg<sup>1</sup>.<ul><li>a<li>b</ul>")
    ('Thực hiện Chỉ thị số 33/CT-TTg¹.\\n\\na\\nb', 'T')
    >>> page_text("<table><tr><td>Số hiệu<td>12/KH-UBND<tr><td>Loại<td><p>Kế hoạch</p></table>")[0]
    'Số hiệu\\t12/KH-UBND\\nLoại\\tKế hoạch'
    """
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(html)
    head = tree.css_first("head title") or tree.css_first("h1")
    title = _BLANKS.sub(" ", head.text()).strip() if head is not None else ""
    text = _render(tree, _sizes(tree))
    # A page of links only is still a page: better its links than nothing.
    return text or _render(tree, {}), title or None


def page_facts(text: str) -> dict[str, str]:
    """What the table beside a document says of it, by the names that the analysis takes.

    Args:
        text: the text of a page, cells separated by tabs.

    Returns:
        ``number``, ``type``, ``date``, ``issuer``, ``title``, ``effective``, ``expires``, ``status``, ``signer``,
        ``field``, as far as a labelled cell gives them, or a line "label: value" of which there are two.

    >>> page_facts("Số ký hiệu\\t12/KH-UBND\\tNgày ban hành\\t01/02/2021")
    {'number': '12/KH-UBND', 'date': '01/02/2021'}
    >>> page_facts("Số hiệu: 12/KH-UBND\\nTình trạng: Còn hiệu lực")
    {'number': '12/KH-UBND', 'status': 'Còn hiệu lực'}
    >>> page_facts("Ký hiệu: xem bảng 2")
    {}
    """
    found: dict[str, str] = {}
    lines: dict[str, str] = {}
    for line in text.split("\n"):
        cells = line.split("\t")
        for label, value in pairwise(cells):
            _keep(found, label, value)
        if len(cells) == 1 and (said := _LABELLED.fullmatch(line)):
            _keep(lines, said["label"], said["value"])
    return {**lines, **found} if len(lines) > 1 else found


def _keep(found: dict[str, str], label: str, value: str) -> None:
    name = _FACTS.get(_folded(label))
    if name is None or not value.strip() or _folded(value) in _FACTS:
        return
    # "Đang cập nhật" stands where a portal does not know.
    if name not in _DATED or any(c.isdigit() for c in value):
        found.setdefault(name, value.strip())


def _folded(label: str) -> str:
    return " ".join(unicodedata.normalize("NFC", label).lower().replace("/", " ").split()).rstrip(" :")


@dataclass(slots=True)
class _Size:
    """How much text an element holds, and how much of it in links."""

    text: int = 0
    linked: int = 0
    links: int = 0
    numbers: bool = False


@dataclass(slots=True)
class _Writer:
    """Collects text; breaks wait until there is text after them."""

    parts: list[str] = field(default_factory=list)
    wait: int = 0
    space: bool = False
    cells: list[int] = field(default_factory=list)
    fresh: bool = False  # a cell has begun and holds nothing yet

    def say(self, words: str) -> None:
        flat = _BLANKS.sub(" ", words)
        if flat == " ":
            self.space = True
            return
        if flat:
            self._put(flat.strip(" "), flat[0] == " ")
            self.space = flat[-1] == " "

    def verbatim(self, words: str) -> None:
        if words:
            self._put(words, False)
            self.space = False

    def _put(self, words: str, space: bool) -> None:
        if self.wait and self.parts:
            self.parts.append("\n" * self.wait)
        elif (self.space or space) and self.parts and not self.fresh:
            self.parts.append(" ")
        self.wait = 0
        self.fresh = False
        self.parts.append(words)

    def stop(self, lines: int) -> None:
        """Ends the line (1) or the paragraph (2); inside a cell a paragraph is a line."""
        if self.fresh:
            return
        self.wait = max(self.wait, min(lines, 1) if self.cells else lines)
        self.space = False

    def cell(self) -> None:
        """Begins a cell: the first one at its line, the others after a tab."""
        if not self.cells:
            return
        self.cells[-1] += 1
        if self.cells[-1] > 1:
            self.parts.append("\t")
        elif self.parts:
            self.parts.append("\n" * self.wait)
        self.wait, self.space, self.fresh = 0, False, True

    def text(self) -> str:
        lines = "".join(self.parts).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        joined = "\n".join(line.rstrip() for line in lines)
        return re.sub(r"\n{3,}", "\n\n", joined).strip("\n")


def _walk(node: Any, enter: Callable[[Any], bool], leave: Callable[[Any], None]) -> None:
    """Depth first without recursion: pages nest deeper than Python's stack."""
    stack: list[tuple[Any, bool]] = [(node, False)]
    while stack:
        at, done = stack.pop()
        if done:
            leave(at)
        elif enter(at):
            stack.append((at, True))
            stack.extend((child, False) for child in reversed(list(_children(at))))


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _sizes(tree: LexborHTMLParser) -> dict[int, _Size]:
    """What every element of the page holds, by its address."""
    sizes: dict[int, _Size] = {}
    open_elements: list[_Size] = []
    in_link = [0]

    def enter(node: Any) -> bool:
        if node.tag == "-text":
            words = node.text_content or ""
            held = open_elements[-1]
            held.text += (count := len("".join(words.split())))
            held.linked += count if in_link[0] else 0
            held.numbers = held.numbers or _NUMBER.search(words) is not None
            return False
        if node.tag in _DROPPED or node.tag.startswith(("-", "!")):
            return False
        size = sizes[node.mem_id] = _Size()
        open_elements.append(size)
        if node.tag == "a":
            in_link[0] += 1
            size.links = 1
        return True

    def leave(node: Any) -> None:
        size = open_elements.pop()
        in_link[0] -= node.tag == "a"
        if open_elements:
            above = open_elements[-1]
            above.text += size.text
            above.linked += size.linked
            above.links += size.links
            above.numbers = above.numbers or size.numbers

    if tree.body is not None:
        _walk(tree.body, enter, leave)
    return sizes


def _is_around(node: Any, size: _Size | None, whole: int, inside: int) -> bool:
    """Whether the block stands around the document and is not part of it."""
    attributes = node.attributes
    if "hidden" in attributes:
        return True
    if size is None or node.tag in ("body", "main", "article"):
        return False
    note = (attributes.get("role") or "").startswith("doc-")
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".lower()
    if note or "footnote" in names:
        return False
    if node.tag == "aside" or (node.tag == "footer" and not inside):
        return True
    named = attributes.get("role") in _ROLES or not _AROUND.isdisjoint(re.split(r"[^a-z0-9]+", names))
    if named and size.text * 2 < whole:
        return True
    # A menu: links and hardly anything else, short ones, and none that names a document.
    return (
        node.tag in _LISTS
        and size.links >= 4
        and not size.numbers
        and size.linked >= 0.85 * size.text
        and size.text <= 60 * size.links
    )


def _render(tree: LexborHTMLParser, sizes: dict[int, _Size]) -> str:
    body = tree.body
    if body is None:
        return ""
    out = _Writer()
    whole = sizes[body.mem_id].text if sizes else 0
    inside = [0]
    verbatim = [0]
    counters: list[tuple[str, int]] = []

    def enter(node: Any) -> bool:
        tag = node.tag
        if tag == "-text":
            words = node.text_content or ""
            (out.verbatim if verbatim[0] else out.say)(words)
            return False
        if tag in _DROPPED or tag is None or tag.startswith(("-", "!")):
            return False
        if tag == "br":
            out.stop(min(out.wait + 1, 2))
            return False
        if _is_around(node, sizes.get(node.mem_id), whole, inside[0]):
            return False
        if tag == "sup" and (mark := _mark(node.text())):
            out.space = False
            out.verbatim(mark)
            return False
        if tag == "a" and node.text().strip() in _BACK_LINKS:
            return False
        if tag in ("td", "th"):
            out.cell()
        elif tag in _PARAGRAPH:
            out.stop(2)
        elif tag in _LINE:
            out.stop(1)
        if tag == "tr":
            out.cells.append(0)
        elif tag in ("main", "article"):
            inside[0] += 1
        elif tag == "pre":
            verbatim[0] += 1
        elif tag in ("ol", "ul"):
            counters.append((tag, _start(node)))
        elif tag == "q":
            out.say("“")
        if label := _label(node, counters):
            out.say(label)
        return True

    def leave(node: Any) -> None:
        tag = node.tag
        if tag in ("td", "th"):
            out.fresh = False
        elif tag == "tr":
            out.cells.pop()
        elif tag in ("main", "article"):
            inside[0] -= 1
        elif tag == "pre":
            verbatim[0] -= 1
        elif tag in ("ol", "ul"):
            counters.pop()
        elif tag == "q":
            out.space = False
            out.say("”")
        if tag in _PARAGRAPH:
            out.stop(2)
        elif tag in _LINE:
            out.stop(1)

    _walk(body, enter, leave)
    return out.text()


def _mark(words: str) -> str | None:
    """A raised number as it is written in plain text: ``¹``, or ``[1]`` where the page has brackets."""
    found = _MARK.match(words.strip())
    if not found:
        return None
    return f"[{found.group(2)}]" if found.group(1) else found.group(2).translate(_RAISED)


def _start(node: Any) -> int:
    start = node.attributes.get("start") or ""
    return int(start) - 1 if re.fullmatch(r"\d{1,6}", start) else 0


def _label(node: Any, counters: list[tuple[str, int]]) -> str:
    """What the browser writes before an item: the mark of a note, the number of a numbered list."""
    if node.tag != "li":
        return ""
    note = _NOTE.match(node.attributes.get("id") or "")
    if note:
        return f"{note.group(1).translate(_RAISED)} "
    if not counters or counters[-1][0] != "ol":
        return ""
    kind, count = counters[-1]
    counters[-1] = (kind, count + 1)
    style = re.search(r"list-style[^;]*:\s*none", node.parent.attributes.get("style") or "")
    if style:
        return ""
    if node.parent.attributes.get("type") == "a" and count < 26:
        return f"{chr(ord('a') + count)}) "
    return f"{count + 1}. "
