"""The READMEs are true: what they show is what the commands print, and what they name exists.

In a ``console`` block each ``$`` line is a command. It is run by bash in a copy of the checkout, and all that it
prints has to be what stands below it, line for line; a line that holds nothing but ``…`` stands for any lines.
Commands under which nothing is shown only have to succeed. Python blocks are doctests.

``python -m tests.test_readme`` writes what the commands print now into the READMEs; read the difference before you
commit it.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.vi.md")
GAP = "…"
NOT_RUN = re.compile(r"make test\b|python3? -m (venv|pip)\b|(source|\.) |git ")
"""They set things up or would start this test again."""

# Reading


@dataclass(frozen=True, slots=True)
class Command:
    """A ``$`` line with the lines shown below it."""

    line: str
    shown: tuple[str, ...]


def fences(text: str, *languages: str) -> list[str]:
    """The fenced blocks of some languages, in order."""
    found = re.finditer(r"(?ms)^```(\w*)[^\n]*\n(.*?)^```[ \t]*$", text)
    return [match[2] for match in found if match[1] in languages]


def commands(text: str) -> list[Command]:
    """The commands of the console blocks, in order.

    Raises:
        ValueError: a block shows output before its first command.
    """
    found: list[tuple[str, list[str]]] = []
    for block in fences(text, "console"):
        if not block.startswith("$ "):
            raise ValueError(f"a console block begins without a command: {block[:60]!r}")
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append((line[2:], []))
            else:
                found[-1][1].append(line)
    return [Command(line, tuple(shown)) for line, shown in found]


def agree(shown: tuple[str, ...], printed: list[str]) -> bool:
    """Whether the printed lines are the shown ones, gaps filled in."""
    kinds = [r"(?:[^\n]*\n)*" if line.strip() == GAP else re.escape(line.rstrip()) + r"\n" for line in shown]
    whole = "".join(line.rstrip() + "\n" for line in printed)
    return re.fullmatch("".join(kinds) + r"\n*", whole) is not None


# Running


def workspace(folder: Path) -> Path:
    """A copy of what the commands need, with a ``.venv`` whose programs are those of this interpreter."""
    shutil.copytree(ROOT / "data", folder / "data")
    shutil.copy(ROOT / "Makefile", folder)
    (folder / "pyproject.toml").touch()
    programs = folder / ".venv" / "bin"
    programs.mkdir(parents=True)
    for name, start in (("kg", "-m kg"), ("python", "")):
        program = programs / name
        program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} {start} "$@"\n', encoding="utf-8")
        program.chmod(0o755)
    for name in (".user", ".dev"):  # tells make that everything is installed
        (folder / ".venv" / name).touch()
    return folder


def environment(folder: Path) -> dict[str, str]:
    """Nothing of the settings of whoever runs the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KG_", "MAKE"))}
    paths = [str(folder / ".venv" / "bin"), kept.get("PATH", "")]
    return kept | {"PATH": os.pathsep.join(paths), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}


def outputs(text: str, folder: Path) -> list[tuple[Command, int, str]]:
    """The commands that are run, in order, with their exit status and what they print."""
    settings = environment(folder)
    found = []
    for command in commands(text):
        if setting := re.fullmatch(r"export (\w+)=(\S+)", command.line):
            settings[setting[1]] = setting[2]
        elif not NOT_RUN.match(command.line):
            done = subprocess.run(
                ["bash", "-c", command.line], cwd=folder, env=settings, encoding="utf-8", check=False,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            found.append((command, done.returncode, done.stdout))
    return found


def faults(text: str, folder: Path) -> list[str]:
    """What is not true in the console blocks of a text."""
    found = []
    for command, status, printed in outputs(text, folder):
        if status:
            found.append(f"$ {command.line}\nends with {status}:\n{printed}")
        elif command.shown and not agree(command.shown, printed.splitlines()):
            found.append(f"$ {command.line}\nprints\n{printed}\nbut this is shown\n" + "\n".join(command.shown))
    return found


def refreshed(text: str, folder: Path) -> str:
    """A text whose console blocks show what is printed now; blocks with gaps are left as they are."""
    for command, status, printed in outputs(text, folder):
        if command.shown and not status and GAP not in (line.strip() for line in command.shown):
            old = "\n".join((f"$ {command.line}", *command.shown)) + "\n"
            new = "\n".join((f"$ {command.line}", *(line.rstrip() for line in printed.strip("\n").splitlines()))) + "\n"
            text = text.replace(old, new)
    return text


def python_faults(text: str, folder: Path) -> list[str]:
    """What is not true in the Python blocks, run in one namespace inside the folder."""
    names: dict[str, Any] = {}
    found = []
    with contextlib.chdir(folder):
        for at, block in enumerate(fences(text, "python"), 1):
            heard = io.StringIO()
            test = doctest.DocTestParser().get_doctest(block, names, f"python block {at}", None, 0)
            if not test.examples:
                found.append(f"no doctest:\n{block}")
            doctest.DocTestRunner(verbose=False).run(test, out=heard.write, clear_globs=False)
            names.update(test.globs)
            if heard.getvalue():
                found.append(heard.getvalue())
    return found


# Names and links


def code(text: str) -> list[str]:
    """Every line of code outside Python: lines of blocks, and code within sentences."""
    lines = [line.removeprefix("$ ") for block in fences(text, "console", "bash", "text", "") for line in block.splitlines()]
    prose = re.sub(r"(?ms)^```.*?^```[ \t]*$", "", text)
    return [*lines, *(" ".join(m[1].split()) for m in re.finditer(r"`([^`]+)`", prose))]


def verbs(text: str) -> set[str]:
    """The words after ``kg`` in lines of code."""
    pattern = r"(?:[A-Z_]+=\S* )*(?:\S*/)?kg (?:--lang[ =]\w+ )?([a-z][\w-]*)"
    return {m[1] for line in code(text) if (m := re.match(pattern, line))}


def targets(text: str) -> set[str]:
    """The words after ``make`` in lines of code."""
    return {m[1] for line in code(text) if (m := re.match(r"(?:[A-Z_]+=\S* )*make ([a-z]+)", line))}


def dead_links(text: str) -> list[str]:
    """Links to files of the checkout that are not there."""
    prose = re.sub(r"(?ms)^```.*?^```[ \t]*$|`[^`]+`", "", text)
    linked = re.findall(r"\]\(([^)\s]+)\)", prose)
    return [one for one in linked if not re.match(r"https?:|#", one) and not (ROOT / one.split("#")[0]).exists()]


@pytest.fixture(scope="module", params=READMES)
def readme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, list[str]]:
    """A README, the folder in which its commands ran, and what was not as shown."""
    text = (ROOT / request.param).read_text(encoding="utf-8")
    folder = workspace(tmp_path_factory.mktemp("readme"))
    return text, folder, faults(text, folder)


def test_commands_print_what_is_shown(readme: tuple[str, Path, list[str]]) -> None:
    text, _, wrong = readme
    assert not wrong, "\n\n".join(wrong)
    assert sum(bool(command.shown) for command in commands(text)) >= 5


def test_python_answers_what_is_shown(readme: tuple[str, Path, list[str]]) -> None:
    text, folder, _ = readme
    assert fences(text, "python")
    wrong = python_faults(text, folder)
    assert not wrong, "\n\n".join(wrong)


@pytest.mark.parametrize("name", READMES)
def test_what_is_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert verbs(text) >= {"build", "query", "show", "export", "view", "eval"}
    assert verbs(text) <= {command.name for command in COMMANDS}
    assert {"demo", "test"} <= targets(text)
    assert targets(text) <= set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert dead_links(text) == []


def test_both_languages_show_the_same_work() -> None:
    ours, theirs = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    both = [[c.line for c in commands(text) if "KG_LANG" not in c.line] for text in (ours, theirs)]
    assert both[0] == both[1]
    assert fences(ours, "python") == fences(theirs, "python")


# The checks themselves

PRINTED = ["Số    Loại", "", "41    Kế hoạch", "… 76  Kế hoạch", ""]


@pytest.mark.parametrize(
    "shown",
    [
        ("Số    Loại", "", "41    Kế hoạch", "… 76  Kế hoạch"),
        ("Số    Loại", "…", "… 76  Kế hoạch"),
        ("Số    Loại", "…"),
        ("…", "41    Kế hoạch", "…"),
    ],
)
def test_true_output_is_accepted(shown: tuple[str, ...]) -> None:
    assert agree(shown, PRINTED)


@pytest.mark.parametrize(
    "shown",
    [
        ("Số    Loại", "", "41    Kế hoạch"),
        ("41    Kế hoạch", "… 76  Kế hoạch"),
        ("Số    Loại", "… 76  Kế hoạch"),
        ("Số    Loại", "…", "… 77  Kế hoạch"),
        ("Số    Loại", "", "41  Kế hoạch", "… 76  Kế hoạch"),
        ("…", "41    Kế", "…"),
        ("…", "Kế hoạch", "…"),
        ("…", "41    Kế hoạch", "…", "41    Kế hoạch", "…"),
    ],
)
def test_drift_is_caught(shown: tuple[str, ...]) -> None:
    assert not agree(shown, PRINTED)


@pytest.mark.parametrize(
    ("block", "right"),
    [
        ("$ kg --version | cut -c1-3\nkg", True),
        ("$ export KG_LANG=en\n$ kg stats --help | head -n 1\nUsage: kg stats [OPTIONS]", True),
        ("$ kg stats --help | head -n 1\nUsage: kg stats [OPTIONS]", False),
        ("$ kg stats --graph nowhere", False),
        ("$ git frobnicate", True),
        ("$ frobnicate", False),
    ],
)
def test_a_console_block_is_run(block: str, right: bool, tmp_path: Path) -> None:
    assert (faults(f"```console\n{block}\n```\n", workspace(tmp_path / "kg")) == []) == right


def test_output_without_a_command_is_refused() -> None:
    with pytest.raises(ValueError, match="begins without a command"):
        commands("```console\n41\n$ kg stats\n```\n")


@pytest.mark.parametrize(
    ("block", "right"), [(">>> 1 + 1\n2", True), (">>> 1 + 1\n3", False), ("1 + 1", False), (">>> nothing", False)]
)
def test_a_python_block_is_run(block: str, right: bool, tmp_path: Path) -> None:
    assert (python_faults(f"```python\n{block}\n```\n", tmp_path) == []) == right


def test_names_and_links_are_found() -> None:
    text = "`kg frob x`, `make\ndemo`, [a](docs/none.md#b) [b](https://x.org) [c](#d)\n\n```console\n$ K=1 kg build x\n[f](g)\n```\n"
    assert verbs(text) == {"frob", "build"}
    assert targets(text) == {"demo"}
    assert dead_links(text) == ["docs/none.md#b"]


def test_shown_output_is_refreshed(tmp_path: Path) -> None:
    text = "```console\n$ echo 42 văn bản\n41 văn bản\n$ echo 1\n…\n```\n"
    new = refreshed(text, workspace(tmp_path / "kg"))
    assert new == text.replace("41", "42")


if __name__ == "__main__":
    import tempfile

    for each in READMES:
        with tempfile.TemporaryDirectory() as temporary:
            now = refreshed((ROOT / each).read_text(encoding="utf-8"), workspace(Path(temporary) / "kg"))
        (ROOT / each).write_text(now, encoding="utf-8")
