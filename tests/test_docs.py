"""The site is built from what is there, with no link that leads nowhere; what its pages show is true."""

from __future__ import annotations

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

import kg
from kg.cli import COMMANDS
from tests.test_readme import commands, faults, fences, python_faults, workspace

ROOT = Path(__file__).resolve().parents[1]
DOCS = ROOT / "docs"
RUN = ("tutorial.vi.md", "tutorial.md", "how-to.md")


class Fetched(HTMLParser):
    """What a browser would fetch for a page by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in ("script", "img", "iframe"):
            self.addresses.append(given.get("src") or "")
        elif tag == "link" and given.get("rel") not in ("canonical", "next", "prev"):
            self.addresses.append(given.get("href") or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_is_there_and_needs_no_network(site: Path) -> None:
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert {f"{path.stem}.html" for path in DOCS.glob("*.md")} <= pages.keys()
    for name, page in pages.items():
        fetched = Fetched()
        fetched.feed(page)
        assert not [one for one in fetched.addresses if re.match(r"https?:|//", one)], name


def test_every_command_is_in_the_reference(site: Path) -> None:
    for name, word in (("cli.vi.html", "Cách dùng"), ("cli.html", "Usage")):
        page = (site / "reference" / name).read_text(encoding="utf-8")
        assert word in page
        for command in COMMANDS:
            assert f">kg {command.name}<" in page


def test_every_public_name_is_in_the_reference(site: Path) -> None:
    page = (site / "reference" / "python.html").read_text(encoding="utf-8")
    homes = {name: getattr(getattr(kg, name), "__module__", None) for name in kg.__all__ if name not in ("analyse", "build", "extract")}
    for name, home in homes.items():
        if home and home.startswith("kg"):
            assert f".{name}" in page, name
    for verb in ("kg.analyse.analyse", "kg.build.build", "kg.query", "kg.check"):
        assert verb in page
    assert ":func:" not in page


def test_the_tour_is_shown_with_its_output(site: Path) -> None:
    page = (site / "tour.html").read_text(encoding="utf-8")
    assert "33/CT-TTg" in page
    assert "kg.build" in page or ">build<" in page


@pytest.mark.parametrize("name", RUN)
def test_what_a_page_shows_is_true(name: str, tmp_path: Path) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    folder = workspace(tmp_path)
    assert commands(text)
    assert faults(text, folder) == []
    assert python_faults(text, folder) == []


def test_both_tutorials_show_the_same_work() -> None:
    ours, theirs = ((DOCS / name).read_text(encoding="utf-8") for name in RUN[:2])
    assert [one.line for one in commands(ours)] == [one.line for one in commands(theirs)]


@pytest.mark.parametrize("path", [path for path in sorted(DOCS.glob("*.md")) if path.name not in RUN], ids=lambda path: path.name)
def test_python_in_the_other_pages_is_true(path: Path, tmp_path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    blocks = [block for block in fences(text, "python") if ">>>" in block]
    if blocks:
        shown = "\n".join(f"```python\n{block}```" for block in blocks)
        assert python_faults(shown, workspace(tmp_path)) == []
