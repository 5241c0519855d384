"""What a release needs: packages that can be uploaded, one version everywhere, extras that hold what is no core."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS: dict[str, list[str]] = PROJECT["optional-dependencies"]
#: Packages whose import has another name.
IMPORTS = {"python-docx": "docx", "python-multipart": "multipart", "mkdocs-material": "material"}


#: What comes with a package that is named, and is part of its interface.
WITH = {"py4j": "pyspark", "markupsafe": "jinja2", "anyio": "fastapi", "starlette": "fastapi", "pydantic": "fastapi"}


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", one)[0].lower() for one in requirements}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(folder), str(ROOT)], check=True, capture_output=True)
    return sorted(folder.iterdir())


def test_both_packages_can_be_uploaded(made: list[Path]) -> None:
    assert [path.name.rpartition(".")[2] for path in made] == ["whl", "gz"]
    done = subprocess.run([sys.executable, "-m", "twine", "check", "--strict", *map(str, made)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_source_package_holds_what_the_tests_need(made: list[Path]) -> None:
    with tarfile.open(made[1]) as archive:
        held = {name.partition("/")[2] for name in archive.getnames()}
    for needed in ("mkdocs.yml", "docs/hooks.py", "tests/papers.py", "notebooks/tour.ipynb", "CITATION.cff", "constraints.txt", "Makefile", "LICENSE"):
        assert needed in held
    with zipfile.ZipFile(made[0]) as wheel:
        metadata = next(wheel.read(name).decode() for name in wheel.namelist() if name.endswith("METADATA"))
    assert "License-Expression: MIT" in metadata


def test_one_version_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    version, day = re.findall(r"(?m)^## \[(\d+\.\d+\.\d+)\] - (\d{4}-\d\d-\d\d)$", changelog)[0]
    assert re.fullmatch(r"\d+\.\d+\.\d+", PROJECT["version"])
    assert PROJECT["version"] == version
    assert f"\nversion: {version}\n" in citation
    assert f"\ndate-released: {day}\n" in citation
    assert f"\nlicense: {PROJECT['license']}\n" in citation


def test_every_requirement_is_pinned() -> None:
    pinned = dict(
        re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;]+)", line).groups()  # type: ignore[union-attr]
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    )
    folded = {name.lower().replace("_", "-") for name in pinned}
    wanted = names(PROJECT["dependencies"]).union(*(names(extra) for extra in EXTRAS.values()))
    assert wanted <= folded, f"not pinned: {sorted(wanted - folded)}; run: make lock"


def imported() -> dict[str, set[str]]:
    """Top packages that the modules import, with the modules."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "kg").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                tops = [one.name.partition(".")[0] for one in node.names]
            elif isinstance(node, ast.ImportFrom) and not node.level:
                tops = [(node.module or "").partition(".")[0]]
            else:
                continue
            for top in tops:
                if top not in sys.stdlib_module_names and top != "kg":
                    found.setdefault(top, set()).add(path.relative_to(ROOT).as_posix())
    return found


def test_every_import_is_a_dependency_or_an_extra() -> None:
    core = {IMPORTS.get(name, name) for name in names(PROJECT["dependencies"])}
    user = {IMPORTS.get(name, name) for extra, listed in EXTRAS.items() if extra not in ("dev", "docs") for name in names(listed)}
    for top, modules in imported().items():
        top = WITH.get(top, top)
        assert top in core | user, f"{top} is imported by {modules} and no dependency"
    # What only tests and the site need is in no extra of users, and the core is what modules import.
    assert core - set(imported()) == set()
    assert names(EXTRAS["dev"]) >= names([one for extra in ("docs", "pandas", "serve") for one in EXTRAS[extra]])
