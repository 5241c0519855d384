"""The tour prints what it shows, from its first cell to its last, and shows no machine of anybody's.

``python -m tests.test_notebook`` writes what its cells print now into it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOK = ROOT / "notebooks" / "tour.ipynb"
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|Users|root|tmp|var|opt|usr|mnt|work|private)\b|\bfile://|\b[A-Za-z]:\\")

Cell = dict[str, Any]


def cells(notebook: dict[str, Any], kind: str = "code") -> list[Cell]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == kind]


def source(cell: Cell) -> str:
    return "".join(cell["source"])


def strings(value: Any) -> list[str]:
    """Every string in a JSON value."""
    if isinstance(value, str):
        return [value]
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for each in inner for text in strings(each)]


def machine_paths(notebook: dict[str, Any]) -> list[str]:
    return [text for text in strings(notebook) if MACHINE_PATH.search(text)]


@dataclass(frozen=True, slots=True)
class Heard:
    """What a cell prints, and what a notebook shows of its last value: as text and, where it has a form, as HTML."""

    printed: str = ""
    value: str | None = None
    html: str | None = None

    def outputs(self, count: int) -> list[dict[str, Any]]:
        """The same as a notebook stores it."""
        found: list[dict[str, Any]] = []
        if self.printed:
            found.append({"name": "stdout", "output_type": "stream", "text": self.printed.splitlines(keepends=True)})
        if self.value is not None:
            data = {"text/html": self.html.splitlines(keepends=True)} if self.html is not None else {}
            data["text/plain"] = self.value.splitlines(keepends=True)
            found.append({"data": data, "execution_count": count, "metadata": {}, "output_type": "execute_result"})
        return found


def execute(notebook: dict[str, Any]) -> list[Heard]:
    """Run all code cells in one namespace, in order; what each of them gives."""
    names: dict[str, Any] = {"__name__": "__main__"}
    heard = []
    for at, cell in enumerate(cells(notebook), 1):
        tree = ast.parse(source(cell), f"cell {at}")
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        value = None
        with contextlib.redirect_stdout(io.StringIO()) as out:
            exec(compile(tree, f"cell {at}", "exec"), names)
            if isinstance(last, ast.Expr):
                value = eval(compile(ast.Expression(last.value), f"cell {at}", "eval"), names)
        shown = getattr(value, "_repr_html_", None)
        html = re.sub(r"<style scoped>.*?</style>\n?", "", shown(), flags=re.DOTALL) if shown else None
        heard.append(Heard(out.getvalue(), None if value is None else repr(value), html))
    return heard


@pytest.fixture(scope="module")
def tour() -> dict[str, Any]:
    notebook: dict[str, Any] = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    return notebook


def test_it_is_a_notebook_that_has_been_run(tour: dict[str, Any]) -> None:
    assert (tour["nbformat"], tour["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in tour["cells"]]
    assert len(set(ids)) == len(ids)
    assert [cell["execution_count"] for cell in cells(tour)] == list(range(1, len(cells(tour)) + 1))
    assert len(cells(tour)) >= 8
    for cell in cells(tour):
        assert cell["outputs"], source(cell)
        assert all(out["output_type"] in ("stream", "execute_result") for out in cell["outputs"])
        shown = [out["data"].get("text/html", out["data"]["text/plain"]) if "data" in out else out["text"] for out in cell["outputs"]]
        assert len("".join(strings(shown))) < 6000
    assert sum("text/html" in out.get("data", {}) for cell in cells(tour) for out in cell["outputs"]) >= 6


@pytest.mark.parametrize("where", [".", "notebooks"])
def test_every_cell_prints_what_is_shown(tour: dict[str, Any], where: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(ROOT / "data" / "samples", tmp_path / "data" / "samples")
    (tmp_path / "notebooks").mkdir()
    monkeypatch.chdir(tmp_path / where)
    monkeypatch.delenv("KG_LANG", raising=False)
    for at, (cell, heard) in enumerate(zip(cells(tour), execute(tour), strict=True), 1):
        assert cell["outputs"] == heard.outputs(at), source(cell)
    assert [path.name for path in tmp_path.rglob("*.html") if "samples" not in path.parts] == ["tour.html"]


def test_there_are_no_machine_paths(tour: dict[str, Any]) -> None:
    assert machine_paths(tour) == []


def test_it_is_told_in_vietnamese_with_a_line_of_english(tour: dict[str, Any]) -> None:
    for cell in cells(tour, "markdown"):
        text = source(cell)
        assert text.count("*English: ") == 1, text
        assert re.search("[ạảấầậắặẽếệịọộớợụứựỹđ]", text.partition("*English: ")[0]), text


# The checks themselves


def test_a_cell_that_raises_is_caught() -> None:
    bad = {"cells": [{"cell_type": "code", "source": ["x = 1\n", "print(x)"]}, {"cell_type": "code", "source": ["x + y"]}]}
    with pytest.raises(NameError):
        execute(bad)
    assert execute({"cells": bad["cells"][:1]}) == [Heard("1\n")]


def test_the_last_value_of_a_cell_is_shown_and_compared() -> None:
    cell = {"cell_type": "code", "source": ["x = 1\n", "x + 1"], "outputs": []}
    assert execute({"cells": [cell]}) == [Heard("", "2")]
    [stored] = Heard("", "2").outputs(1)
    assert stored["data"] == {"text/plain": ["2"]}
    card = "class A:\n    def _repr_html_(self): return '<b>x</b>'\n    def __repr__(self): return 'A'\nprint(1)\nA()"
    [heard] = execute({"cells": [{"cell_type": "code", "source": [card]}]})
    assert heard == Heard("1\n", "A", "<b>x</b>")
    assert [out["output_type"] for out in heard.outputs(1)] == ["stream", "execute_result"]


@pytest.mark.parametrize("path", ["/home/me/a", "see /tmp/x", "C:\\data", "'/Users/me'", "file:///home/me"])
def test_a_machine_path_is_caught(path: str) -> None:
    assert machine_paths({"cells": [{"source": ["ok", path]}]}) == [path]


@pytest.mark.parametrize("text", ["https://example.org/home", "data/samples", "a/tmp/b", "58-KH/TU", "3/usr"])
def test_other_slashes_are_none(text: str) -> None:
    assert machine_paths({"cells": [{"source": [text]}]}) == []


if __name__ == "__main__":
    page = json.loads(NOTEBOOK.read_text(encoding="utf-8"))
    for at, (shown, said) in enumerate(zip(cells(page), execute(page), strict=True), 1):
        shown["outputs"] = said.outputs(at)
    NOTEBOOK.write_text(json.dumps(page, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
