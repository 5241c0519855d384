"""The READMEs are true: their commands are run, their Python is run, their names and links exist."""

from __future__ import annotations

import contextlib
import difflib
import doctest
import glob
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import textwrap
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
READMES = [name for name in ("README.md", "README.vi.md") if name == "README.md" or (ROOT / name).exists()]
VERBS = frozenset(command.name for command in COMMANDS)

RUN = frozenset(["cat", "cut", "echo", "grep", "head", "ls", "mkdir", "printf", "sort", "tail", "wc"])
"""Commands besides kg that are run as they are."""
LEFT_OUT = frozenset([".", "cd", "git", "make", "pip", "python", "python3", "source"])
"""Commands that set things up: they are not run (but ``make demo`` is), nor is their output compared."""
GAP = "…"


# Reading


@dataclass
class Command:
    """One ``$ …`` line of a block, the lines printed under it, and whether it is shown as one that fails."""

    line: str
    shown: list[str]
    fails: bool = False


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return [body for name, body in fences(text) if name == language]


def fences(text: str) -> list[tuple[str, str]]:
    """The language and the lines of all fenced blocks, in order."""
    found = re.finditer(r"(?ms)^([ \t]*)```(\w*)[^\n]*\n(.*?)^\1```[ \t]*$", text)
    return [(match[2], textwrap.dedent(match[3])) for match in found]


def commands(text: str) -> list[Command]:
    """The commands of all console blocks, in order, and of text blocks, which show commands that fail."""
    found: list[Command] = []
    for language, block in fences(text):
        if language != "console" and (language != "text" or not block.startswith("$ ")):
            continue
        current: Command | None = None
        lines = iter(block.splitlines())
        for line in lines:
            if line.startswith("$ "):
                words = line[2:].rstrip()
                while words.endswith("\\"):
                    words = words[:-1].rstrip() + " " + next(lines, "").strip()
                current = Command(words, [], language == "text")
                found.append(current)
            elif current is not None:
                current.shown.append(line)
            elif line.strip():
                raise ValueError(f"a console block begins with output: {line!r}")
    return found


# Comparing


def plain(line: str) -> str:
    """A line with its whitespace squeezed and without its timings."""
    return re.sub(r"[0-9][0-9.,]* ?(s|giây|MB/s)(?!\w)", r"# \1", " ".join(line.split()))


def pieces(shown: list[str], printed: list[str]) -> list[list[str]]:
    """The shown lines, cut where a line says that lines are left out.

    Output may itself have a line that begins with the mark of a gap: where one is much like the shown line,
    that line is meant.
    """
    begun = [line for line in printed if line.startswith(GAP)]
    found: list[list[str]] = [[]]
    for line in shown:
        if line.startswith(GAP) and not difflib.get_close_matches(line, begun):
            found.append([])
        else:
            found[-1].append(line)
    return [piece for piece in found if piece]


def missing(shown: list[str], output: str) -> str | None:
    """The first shown line (or run of lines) that the output lacks at its place; None if it has all."""
    printed = [line for each in output.splitlines() if (line := plain(each))]
    at = 0
    for piece in pieces([line for each in shown if (line := plain(each))], printed):
        size = len(piece)
        while printed[at : at + size] != piece:
            at += 1
            if at + size > len(printed):
                return "\n".join(piece)
        at += size
    return None


# Running


def environment() -> dict[str, str]:
    """UTF-8, no colour, 120 columns, nothing of the user's own settings."""
    kept = {k: v for k, v in os.environ.items() if k not in ("FORCE_COLOR", "KG_GRAPH", "KG_LANG", "MAKEFLAGS")}
    path = os.pathsep.join(filter(None, [str(ROOT), kept.get("PYTHONPATH")]))
    return kept | {
        "COLUMNS": "120", "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "PYTHONPATH": path, "PYTHONUNBUFFERED": "1",
        "PYTHONUTF8": "1", "TERM": "dumb",
    }  # fmt: skip


def workspace(folder: Path) -> Path:
    """A copy of what the commands need, with a ``.venv`` whose kg is the one of this interpreter."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copytree(ROOT / "data", folder / "data")
    for name in ("pyproject.toml", "Makefile"):
        shutil.copy(ROOT / name, folder / name)
    kg = folder / ".venv" / "bin" / "kg"
    kg.parent.mkdir(parents=True)
    kg.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m kg "$@"\n', encoding="utf-8")
    kg.chmod(0o755)
    for name in (".user", ".dev"):  # says to make that everything is installed
        (folder / ".venv" / name).touch()
    return folder


def words_of(line: str) -> list[str]:
    """The words of a shell line, operators apart, up to a comment."""
    reader = shlex.shlex(line, posix=True, punctuation_chars=True)
    reader.whitespace_split = True
    reader.commenters = ""
    words = list(reader)
    return words[: next((at for at, word in enumerate(words) if word.startswith("#")), len(words))]


def one(words: list[str], folder: Path, given: str) -> tuple[int, str]:
    """Run one command of a line."""
    settings = environment()
    while words and re.fullmatch(r"[A-Z_]+=.*", words[0]):
        name, _, value = words.pop(0).partition("=")
        settings[name] = value
    target: str | None = None
    if len(words) > 1 and words[-2] in (">", ">>"):
        *words, operator, target = words
    if bad := [word for word in words if word and set(word) <= set("();<>|&")]:
        raise ValueError(f"{bad[0]!r} is more shell than the test of the README knows")
    program = words[0] if words else ""
    if Path(program).name == "kg":
        start = [sys.executable, "-m", "kg"]
    elif program in RUN or words == ["make", "demo"]:
        start = [program]
    else:
        raise ValueError(f"the test of the README does not know the command {program!r}")
    rest = [name for word in words[1:] for name in (sorted(glob.glob(word, root_dir=folder)) or [word])]
    done = subprocess.run(
        [*start, *rest], cwd=folder, env=settings, input=given, text=True, encoding="utf-8", check=False,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE if target else subprocess.STDOUT,
    )  # fmt: skip
    if target is None:
        return done.returncode, done.stdout
    with (folder / target).open("a" if operator == ">>" else "w", encoding="utf-8") as file:
        file.write(done.stdout)
    return done.returncode, done.stderr


def run(line: str, folder: Path) -> tuple[int, str] | None:
    """Exit code and output of a line; None for one that is left out."""
    words = words_of(line)
    if words and words[0] in LEFT_OUT and words != ["make", "demo"]:
        return None
    output, stage = "", []
    for word in [*words, "|"]:
        if word != "|":
            stage.append(word)
            continue
        code, output = one(stage, folder, output)
        if code:
            return code, output
        stage = []
    return 0, output


def console_faults(text: str, folder: Path) -> list[str]:
    """What is not true in the console blocks."""
    try:
        given = commands(text)
    except ValueError as error:
        return [str(error)]
    found = []
    if not any(is_kg(command.line) and not command.fails for command in given):
        found.append("there is no console block with a `$ kg …` line")
    for command in given:
        try:
            ran = run(command.line, folder)
        except (OSError, ValueError) as error:
            found.append(f"$ {command.line}\n{error}")
            continue
        if ran is None:
            continue
        code, output = ran
        if bool(code) != command.fails:
            found.append(f"$ {command.line}\nexit code {code}:\n{output}")
        elif (lacking := missing(command.shown, output)) is not None:
            found.append(f"$ {command.line}\nshown, but not printed there:\n{lacking}\nprinted:\n{output}")
    return found


def is_kg(line: str) -> bool:
    return re.match(r"([A-Z_]+=\S* )*(\S*/)?kg\b", line) is not None


def python_faults(text: str, folder: Path) -> list[str]:
    """What is not true in the Python blocks, run in one namespace inside the folder."""
    names: dict[str, Any] = {"__name__": "readme"}
    found = []
    with contextlib.chdir(folder):
        for at, block in enumerate(blocks(text, "python"), 1):
            heard = io.StringIO()
            if block.lstrip().startswith(">>>"):
                test = doctest.DocTestParser().get_doctest(block, names, f"python block {at}", None, 0)
                options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
                doctest.DocTestRunner(optionflags=options, verbose=False).run(test, out=heard.write, clear_globs=False)
                names.update(test.globs)
                if heard.getvalue():
                    found.append(heard.getvalue())
                continue
            try:
                with contextlib.redirect_stdout(heard):
                    exec(compile(block, f"python block {at}", "exec"), names)
            except Exception:
                found.append(f"{block}\n{traceback.format_exc(limit=-2)}")
    return found


# Names, links, targets

INLINE = re.compile(r"`((?:[^`\n]|\n(?!\s*\n))+)`")


def prose(text: str) -> str:
    """A text without its fenced blocks."""
    return re.sub(r"(?ms)^([ \t]*)```.*?^\1```[ \t]*$", "", text)


def code_lines(text: str) -> list[str]:
    """Inline code, and the lines of all fenced blocks but Python ones."""
    fenced = [line for language, body in fences(text) if language != "python" for line in body.splitlines()]
    inline = [" ".join(m[1].split()) for m in INLINE.finditer(prose(text))]
    return [re.sub(r"^\s*\$ ", "", line).strip() for line in (*fenced, *inline)]


def verbs(text: str) -> list[str]:
    """The words after ``kg`` where a line of code is a kg command."""
    pattern = r"(?:[A-Z_]+=\S* )*(?:\S*/)?kg(?: --lang[ =]\w+)? ([a-z][\w-]*)"
    return [m[1] for line in code_lines(text) if (m := re.match(pattern, line))]


def make_targets(text: str) -> set[str]:
    return {word for line in code_lines(text) if (m := re.match(r"make ([a-z][a-z ]*)", line)) for word in m[1].split()}


def links(text: str) -> list[str]:
    """Targets of links that are files beside the README."""
    words = INLINE.sub("`code`", prose(text))
    found = re.findall(r"\]\(\s*<?([^)\s>]+)", words)
    found += re.findall(r"(?m)^ {0,3}\[[^\]]+\]:\s*<?([^\s>]+)", words)
    found += re.findall(r"\b(?:href|src)\s*=\s*[\"']([^\"']+)", words)
    return [target for target in found if not re.match(r"[a-z][a-z0-9+.-]*:|#|//", target, re.IGNORECASE)]


def dead_links(text: str, folder: Path) -> list[str]:
    return [target for target in links(text) if not (folder / re.split(r"[#?]", target)[0]).exists()]


def defined_targets(makefile: str) -> set[str]:
    return set(re.findall(r"(?m)^([a-z][\w-]*):", makefile))


# The READMEs


@pytest.fixture(scope="module", params=READMES)
def readme(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, list[str]]:
    """A README, the folder in which its commands have been run, and what was not as shown."""
    text = (ROOT / request.param).read_text(encoding="utf-8")
    folder = workspace(tmp_path_factory.mktemp("readme") / "kg")
    return text, folder, console_faults(text, folder)


def test_the_commands_print_what_is_shown(readme: tuple[str, Path, list[str]]) -> None:
    assert not readme[2], "\n\n".join(readme[2])


def test_the_python_runs(readme: tuple[str, Path, list[str]]) -> None:
    text, folder, _ = readme
    assert blocks(text, "python"), "there is no Python block"
    faults = python_faults(text, folder)
    assert not faults, "\n\n".join(faults)


@pytest.mark.parametrize("name", READMES)
def test_every_command_that_is_named_exists(name: str) -> None:
    named = verbs((ROOT / name).read_text(encoding="utf-8"))
    assert named
    assert set(named) <= VERBS


@pytest.mark.parametrize("name", READMES)
def test_every_linked_file_exists(name: str) -> None:
    assert dead_links((ROOT / name).read_text(encoding="utf-8"), ROOT) == []


@pytest.mark.parametrize("name", READMES)
def test_the_make_targets_are_named_and_exist(name: str) -> None:
    named = make_targets((ROOT / name).read_text(encoding="utf-8"))
    assert named >= {"demo", "test"}
    assert named <= defined_targets((ROOT / "Makefile").read_text(encoding="utf-8"))


@pytest.mark.skipif(len(READMES) < 2, reason="there is one README")
def test_both_languages_give_the_same_commands() -> None:
    one_, other = (commands((ROOT / name).read_text(encoding="utf-8")) for name in READMES)
    assert [" ".join(c.line.split()) for c in one_] == [" ".join(c.line.split()) for c in other]


# The runner itself

OUTPUT = "Số Loại\n\n41   Kế hoạch\n76 Kế hoạch\nXong: 16 văn bản, 0,4 giây\n"


@pytest.mark.parametrize(
    "shown",
    [
        "Số   Loại\n41 Kế hoạch\n76 Kế hoạch",
        "Số Loại\n…\n76 Kế hoạch",
        "Số Loại\n… (1 dòng)\n76 Kế hoạch\n…",
        "Xong: 16 văn bản, 12.5 giây",
        "",
    ],
)
def test_true_output_is_accepted(shown: str) -> None:
    assert missing(shown.splitlines(), OUTPUT) is None


@pytest.mark.parametrize(
    "shown",
    [
        "Số Loại\n41 Báo cáo",
        "76 Kế hoạch\n41 Kế hoạch",
        "76 Kế hoạch\n…\n41 Kế hoạch",
        "Số Loại\n76 Kế hoạch",
        "Xong: 17 văn bản, 0,4 giây",
        "41 Kế hoạch\n…\n41 Kế hoạch",
        "Xong: 16 văn bản, 0,4 giây\nhết",
    ],
)
def test_wrong_output_is_caught(shown: str) -> None:
    assert missing(shown.splitlines(), OUTPUT) is not None


def test_a_printed_line_that_begins_like_a_gap_is_compared() -> None:
    printed = "… thực hiện Chỉ thị: 5 văn bản\n41\n"
    assert missing(["… thực hiện Chỉ thị: 5 văn bản", "41"], printed) is None
    assert missing(["… thực hiện Chỉ thị: 6 văn bản", "41"], printed) is not None
    assert missing(["… thi hành Chỉ thị: 5 văn bản", "41"], printed) is not None
    assert missing(["… (1 dòng)", "41"], printed) is None


def test_only_timings_are_made_equal() -> None:
    assert plain("16 files in  0.4 s, 3,1 MB/s") == "16 files in # s, # MB/s"
    assert plain("3 samples, 2 sources, 5s") == "3 samples, 2 sources, # s"


def fenced(language: str, body: str) -> str:
    return f"Text\n\n```{language}\n{body}\n```\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("runner") / "kg")


BUILD = "$ kg build data/samples \\\n    -o graph  # a comment"


def test_a_true_console_block_has_no_fault(folder: Path) -> None:
    body = f"""{BUILD}
Đã ghi đồ thị vào graph
…
$ git clone somewhere
whatever git says
$ kg stats --graph graph --json > stats.json
$ head -c 1 stats.json
{{
$ echo "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021." | kg extract - | wc -l
1
$ KG_LANG=en .venv/bin/kg stats --help
…
Options:
"""
    assert console_faults(fenced("console", body), folder) == []
    assert (folder / "stats.json").stat().st_size > 100


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
def test_make_demo_is_run(folder: Path) -> None:
    body = "$ make demo\n…\n$ kg stats --graph demo/graph"
    assert console_faults(fenced("console", body), folder) == []
    assert (folder / "demo" / "graph.html").exists()


@pytest.mark.parametrize(
    "body",
    [
        f"{BUILD}\nĐã ghi đồ thị vào nơi khác",
        "$ kg stats --graph nowhere",
        "$ kg no-such-verb",
        "$ kg stats --help && kg show --help",
        "$ frobnicate\n$ kg stats --help",
        "output first\n$ kg stats --help",
        "$ git status",
    ],
)
def test_a_false_console_block_is_caught(folder: Path, body: str) -> None:
    assert console_faults(fenced("console", body), folder)


def test_a_text_block_shows_a_command_that_fails(folder: Path) -> None:
    shown = fenced("console", BUILD)
    fails = '$ kg query implements "Chỉ thị 33/CT-TTg" --graph graph\n'
    assert console_faults(shown + fenced("text", f"{fails}Lỗi: “Chỉ thị 33/CT-TTg” có thể là 2 văn bản; …\n…"), folder)
    assert console_faults(shown + fenced("text", f"{fails}…\n  Chỉ thị  33/CT-TTg  2020-08-20  Thủ tướng Chính phủ  vn_ttg_chi-thi_2020_33-ct-ttg"), folder) == []
    assert console_faults(shown + fenced("console", fails), folder)
    assert console_faults(shown + fenced("text", "$ kg stats --graph graph"), folder)
    assert console_faults(shown + fenced("text", "a picture of a tree\n$ not a command"), folder) == []
    assert console_faults(fenced("text", fails), folder)


def test_no_console_block_is_a_fault(folder: Path) -> None:
    assert console_faults("", folder)
    assert console_faults(fenced("python", "1 + 1"), folder)


def test_python_blocks_share_names_and_folder(folder: Path) -> None:
    text = fenced("python", "import os\nn = 2") + fenced("python", ">>> m = n + 1\n>>> m\n3") + fenced("python", "assert m == 3")
    assert python_faults(text + fenced("python", "assert os.path.isdir('data/samples')"), folder) == []
    assert Path.cwd() != folder


@pytest.mark.parametrize("block", ["import kg\nkg.no_such_verb()", ">>> 1 + 1\n3", "this is no Python", ">>> nothing\n1"])
def test_false_python_is_caught(folder: Path, block: str) -> None:
    assert len(python_faults(fenced("python", block), folder)) == 1


def test_names_links_and_targets_are_found() -> None:
    text = (
        "`kg frob x`, (`kg\nfrob2`), `make demo` [a](docs/none.md#b) [b](https://example.org) [c](#d) ![d](README.md)\n"
        "<img src='none.png'>\n\n[e]: none.txt\n"
        + fenced("console", "$ kg --lang en build x\n$ make test\n[f](g)")
        + fenced("sh", "KG_LANG=en kg view -o x")
        + fenced("python", "kg frob")
    )
    assert sorted(verbs(text)) == ["build", "frob", "frob2", "view"]
    assert make_targets(text) == {"demo", "test"}
    assert dead_links(text, ROOT) == ["docs/none.md#b", "none.txt", "none.png"]
    assert defined_targets("all: demo\n.PHONY: x\nA := b\ndemo: y  ## z\n") == {"all", "demo"}
