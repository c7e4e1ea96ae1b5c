"""The wheel carries all it needs: installed away from the checkout, it does the main job."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from samestory.assets import asset
from samestory.warehouse.schema import connect
from tests.plain import SAMPLES

ROOT = asset("flows").parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, text=True)
    (built,) = folder.glob("*.whl")
    return built


def test_wheel_holds_sql_expectations_and_seeds_but_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("sql/tables", "sql/compare", "sql/views", "sql/macros", "expectations", "seeds"):
        shipped = {Path(name).name for name in names if name.startswith(f"samestory/_assets/{folder}/")}
        assert {path.name for path in asset(*folder.split("/")).iterdir() if path.is_file()} <= shipped
    assert not [name for name in names if "tests/" in name or Path(name).name.startswith("test_")]


@pytest.mark.xdist_group("wheel")
def test_installed_wheel_does_the_main_job_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    bare = tmp_path / "venv"
    venv.create(bare, with_pip=False)
    site = next((bare / "lib").glob("python*")) / "site-packages"
    zipfile.ZipFile(wheel).extractall(site)
    # The dependencies are this environment's, the package is the wheel's: editable installs are not followed.
    dependencies = next(path for path in sys.path if path.endswith("site-packages"))
    work = tmp_path / "work"
    work.mkdir()
    environment = {"HOME": str(work), "PREFECT_HOME": str(work / ".prefect"), "PYTHONPATH": f"{site}:{dependencies}"}
    command = [str(bare / "bin" / "python"), "-m", "samestory.cli", "run", str(SAMPLES)]
    ran = subprocess.run(command, cwd=work, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    with connect(work / "warehouse" / "news.duckdb") as connection:
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (15,)
