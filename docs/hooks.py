"""What the site shows that is not written by hand: commands, Python, the tour, the changelog.

MkDocs calls the functions by their names. Everything is made from the checkout; nothing comes from a network.
"""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[1]
#: What is public, in the order in which a reader meets it.
MODULES = (
    "kg", "kg.analyse", "kg.models", "kg.contract", "kg.build", "kg.graph", "kg.query", "kg.check", "kg.sparql",
    "kg.export", "kg.rdf", "kg.view", "kg.read", "kg.read.records", "kg.read.places", "kg.dataframes", "kg.cards",
    "kg.spacy_component", "kg.evaluate", "kg.errors",
)  # fmt: skip
_ROLE = re.compile(r":(?:func|class|meth|mod|data|attr|exc):<code>~?([^<]+)</code>")
_WORDS = {
    "vi": ("Lệnh kg", "Mọi lệnh, như `kg LỆNH --help` in ra."),
    "en": ("Commands", "Every command, as `kg COMMAND --help --lang en` prints it."),
}


def on_files(files: Files, config: Any) -> Files:
    """Adds the pages that are made."""
    made = {
        "reference/cli.vi.md": commands("vi"),
        "reference/cli.md": commands("en"),
        "reference/python.md": modules(),
        "tour.md": tour(),
        "changelog.md": (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"),
    }
    for name, text in made.items():
        files.append(File.generated(config, name, content=text))
    return files


def on_page_content(html: str, **_: Any) -> str:
    """Docstrings name others with Sphinx roles; the page shows the name alone."""
    return _ROLE.sub(r"<code>\1</code>", html)


def commands(lang: Any) -> str:
    """The help of every command."""
    from kg.cli import COMMANDS, run
    from kg.console import Screen

    def said(*words: str) -> str:
        screen = Screen(lang, io.StringIO(), io.StringIO())
        run([*words, "--help"], screen)
        return screen.out.getvalue()  # type: ignore[attr-defined]

    title, lead = _WORDS[lang]
    parts = [f"# {title}\n\n{lead}\n\n```text\n{said()}```\n"]
    parts += [f"## kg {one.name}\n\n```text\n{said(str(one.name))}```\n" for one in COMMANDS]
    return "\n".join(parts)


def modules() -> str:
    """Directives from which mkdocstrings makes the reference of Python."""
    lead = "# Python\n\nEverything named here is public; names that begin with `_` are not.\n\n"
    return lead + "\n\n".join(f"::: {name}" for name in MODULES) + "\n"


def tour() -> str:
    """The notebook as a page: cells, what they print, what they show."""
    cells = json.loads((ROOT / "notebooks" / "tour.ipynb").read_text(encoding="utf-8"))["cells"]
    parts: list[str] = []
    for cell in cells:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source.replace("../docs/", ""))
            continue
        parts.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            data = output.get("data", {})
            text = "".join(output.get("text") or data.get("text/plain") or ())
            parts.append("".join(data["text/html"]) if "text/html" in data else f"```text\n{text.rstrip()}\n```")
    return "\n\n".join(parts) + "\n"
