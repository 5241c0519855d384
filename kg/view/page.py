"""From data to one HTML file that asks the network for nothing.

pyvis carries the network and gives vis-network itself; its own page template is not used, for it names two
files on a public server whatever one asks for. The page of this package (``assets/page.html``) is rendered
through pyvis instead, with all scripts and styles inside. A Content-Security-Policy names each of them by
its hash, so that nothing which comes in with the data could ever run.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Final

from kg.errors import KgError

__all__ = ["OPTIONS", "SCRIPTS", "STYLES", "asset", "embedded", "render", "vis_network"]

STYLES: Final = ("tokens.css", "page.css")
SCRIPTS: Final = (
    "words.js", "data.js", "paint.js", "vector.js", "search.js", "branches.js", "panel.js", "legend.js", "app.js",
)  # fmt: skip
# Nothing moves by itself and nothing can be pulled apart: the places of the boxes say something.
OPTIONS: Final = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"fixed": True, "chosen": False},
    "edges": {"hidden": True, "smooth": False, "chosen": False},
    "interaction": {
        "dragNodes": False, "hover": True, "hoverConnectedEdges": False, "keyboard": False,
        "multiselect": False, "selectConnectedEdges": False, "tooltipDelay": 3600000,
    },
}  # fmt: skip


def render(data: Mapping[str, Any]) -> str:
    """One HTML page.

    Args:
        data: what :func:`kg.view.payload.payload` gives.

    Returns:
        The page, to be written as UTF-8.

    Raises:
        KgError: the pyvis that is installed does not carry vis-network.
    """
    from jinja2 import Environment, FunctionLoader
    from markupsafe import Markup
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line", notebook=False)
    lang = 1 if data["lang"] == "en" else 0
    for document in data["docs"]:
        network.add_node(
            document["id"],
            label=f"{document['head'][lang]}\n{document['below'][lang]}",
            shape="box",
            x=document["x"],
            y=document["y"],
        )
    ids = [document["id"] for document in data["docs"]]
    for at, link in enumerate(data["links"]):
        network.add_edge(ids[link["from"]], ids[link["to"]], id=f"link-{at}")
    network.set_options(json.dumps(OPTIONS))

    style = "\n".join(asset(name) for name in STYLES)
    scripts = [vis_network(), "\n".join(asset(name) for name in SCRIPTS)]
    environment = Environment(loader=FunctionLoader(asset), autoescape=True, trim_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"sort_keys": True, "ensure_ascii": False}
    environment.globals.update(
        data=Markup(embedded(data)),
        lang="en" if lang else "vi",
        policy=_policy(scripts, style),
        scripts=[Markup(script) for script in scripts],
        style=Markup(style),
        title=_title(data, lang),
    )
    network.templateEnv = environment
    network.path = "page.html"
    page: str = network.generate_html(notebook=False)
    return page


def embedded(data: Mapping[str, Any]) -> str:
    r"""Data as JSON that can stand inside a script element, whatever it says.

    >>> embedded({"title": "</script><b>&\u2028"})
    '{"title":"\\u003c/script\\u003e\\u003cb\\u003e\\u0026\\u2028"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for char in "<>&\u2028\u2029":
        text = text.replace(char, f"\\u{ord(char):04x}")
    # A lone surrogate cannot be written as UTF-8; JSON can name it.
    return re.sub("[\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", text)


def _title(data: Mapping[str, Any], lang: int) -> str:
    root = data["root"]
    about = ("Đồ thị văn bản", "Graph of documents")[lang]
    return about if root is None else f"{data['docs'][root]['head'][lang]} · {about}"


def asset(name: str) -> str:
    """The text of a file in ``assets``, with the line ends that a browser gives it before hashing."""
    file = resources.files("kg.view") / "assets" / name
    return file.read_text(encoding="utf-8").replace("\r\n", "\n")


def vis_network() -> str:
    """The script of vis-network that pyvis carries, the newest if there are several."""
    import pyvis

    folder = Path(pyvis.__file__).parent / "templates" / "lib"
    found = [(list(map(int, re.findall(r"\d+", file.parent.name))), file)
             for file in folder.glob("vis-*/vis-network.min.js")]  # fmt: skip
    if not found:
        raise KgError("the pyvis that is installed has no vis-network; install pyvis 0.3.2 or later")
    text = max(found)[1].read_text(encoding="utf-8").replace("\r\n", "\n")
    # The name of a map file would make developer tools ask for it.
    return re.sub(r"//# sourceMappingURL=\S*", "", text)


def _policy(scripts: list[str], style: str) -> str:
    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    return (
        f"default-src 'none'; script-src {' '.join(map(digest, scripts))}; style-src {digest(style)}; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
