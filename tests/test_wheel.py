"""The built wheel works in an empty environment, outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = "Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ, UBND tỉnh Sơn La ban hành Kế hoạch số 5/KH-UBND ngày 2/2/2022."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--wheel", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_its_data(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for needed in ("types.csv", "issuers.csv", "places.csv", "districts.csv", "terms.csv", "cues.csv", "laws.csv", "related_lists.csv", "resolutions.csv", "checks.toml"):
        assert f"kg/_data/registry/{needed}" in names
    assert "kg/_data/ontology/vl.ttl" in names
    assert "kg/py.typed" in names
    assert any(n.startswith("kg/view/assets/") for n in names)
    for needed in ("templates/document.html", "assets/site.css", "assets/vendor/sigma.min.js", "assets/vendor/LICENSES.txt"):
        assert f"kg/serve/{needed}" in names
    assert not any(n.startswith(("tests/", "data/gold")) for n in names)


def test_the_installed_command_works_away_from_the_checkout(wheel, tmp_path):
    home = tmp_path / "away"
    home.mkdir()
    python = home / "env" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--system-site-packages", str(home / "env")], check=True)
    # the dependencies of this environment serve the empty one; the package itself comes from the wheel alone
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--no-deps", "--force-reinstall", str(wheel)], check=True, cwd=home)
    site = subprocess.run([sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True,
                          capture_output=True, text=True).stdout.strip()
    env = {k: v for k, v in os.environ.items() if k not in ("PYTHONPATH", "KG_GRAPH", "KG_LANG")} | {"PYTHONPATH": str(home / "deps")}
    deps = home / "deps"
    deps.mkdir()
    for entry in Path(site).iterdir():
        if not entry.name.startswith(("kg", "vn_legal_kg", "__editable__", "_vn_legal_kg", "_editable")) and not entry.name.endswith(".pth"):
            (deps / entry.name).symlink_to(entry)
    (home / "a.txt").write_text(TEXT, encoding="utf-8")

    def kg(*args):
        return subprocess.run([str(home / "env" / "bin" / "kg"), *args], cwd=home, env=env, capture_output=True, text=True, encoding="utf-8")

    where = subprocess.run([str(python), "-c", "import kg; print(kg.__file__)"], cwd=home, env=env, capture_output=True, text=True)
    assert str(home) in where.stdout, where.stdout + where.stderr
    done = kg("extract", "a.txt")
    assert done.returncode == 0, done.stderr
    assert "33/CT-TTg" in done.stdout
    done = kg("build", "a.txt", "-o", "g")
    assert done.returncode == 0, done.stderr
    done = kg("query", "implements", "33/CT-TTg", "--graph", "g")
    assert done.returncode == 0, done.stderr
    assert "5/KH-UBND" in done.stdout
    done = kg("export", "--format", "turtle", "--graph", "g", "-o", "g.ttl")
    assert done.returncode == 0, done.stderr
    assert (home / "g.ttl").stat().st_size > 500
