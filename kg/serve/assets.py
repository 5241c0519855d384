"""The files that the pages load, all read at the start and served by name from memory.

A name that a visitor asks for is only looked up in a table: no part of an address ever becomes a path.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Final

from kg.view.page import SCRIPTS, asset, vis_network

_KINDS: Final = {
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    "txt": "text/plain; charset=utf-8",
}  # fmt: skip
_OWN: Final = ("site.css", "site.js", "corpus.css", "corpus.js", "icon.svg")
_VENDOR: Final = ("sigma.min.js", "graphology.umd.min.js", "LICENSES.txt")
_VIEW: Final = ("tokens.css", "page.css", *SCRIPTS)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file as it is sent: its bytes and what they are."""

    data: bytes
    kind: str


@dataclass(frozen=True, slots=True)
class Assets:
    """All files by name, and a version that changes when any of them does."""

    files: Mapping[str, Asset]
    version: str

    def address(self, name: str) -> str:
        """The path of a file, with the version in it: what was loaded once need never be asked for again.

        Raises:
            KeyError: there is no such file.
        """
        self.files[name]
        return f"/static/{self.version}/{name}"


def load() -> Assets:
    """Read the files.

    >>> assets = load()
    >>> assets.files["site.css"].kind, assets.address("tokens.css").endswith("/tokens.css")
    ('text/css; charset=utf-8', True)
    """
    folder = resources.files("kg.serve") / "assets"
    text = {name: (folder / name).read_text(encoding="utf-8") for name in _OWN}
    text |= {f"vendor-{name}": (folder / "vendor" / name).read_text(encoding="utf-8") for name in _VENDOR}
    text |= {name: asset(name) for name in _VIEW}
    text["vis-network.js"] = vis_network()
    files = {
        name: Asset(content.encode(), _KINDS[name.rsplit(".", 1)[1]]) for name, content in sorted(text.items())
    }
    digest = hashlib.sha256(b"".join(name.encode() + one.data for name, one in files.items())).hexdigest()
    return Assets(files, digest[:12])
