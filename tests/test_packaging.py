"""The question bank is found in every kind of installation, and each test proves which copy ran."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from mentorlog.dimensions import DIMENSIONS

pytestmark = pytest.mark.packaging

ROOT = Path(__file__).resolve().parents[1]
NO_NETWORK = {
    "PIP_NO_INDEX": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "PIP_NO_INPUT": "1",
    "PIP_CONFIG_FILE": os.devnull,
}
WHERE = "import mentorlog; print(mentorlog.__file__)"


def out_of(command: Sequence[str | Path], cwd: Path, **more: str) -> str:
    """Return the output of a command. A failure shows both streams."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(
        command, cwd=cwd, env={**environment, **NO_NETWORK, **more}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def pip(python: Path, *words: str | Path, cwd: Path) -> None:
    out_of([python, "-m", "pip", *words, "--quiet", "--no-deps", "--no-build-isolation"], cwd)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the tracked files in their present state."""
    if not (ROOT / ".git").exists():
        pytest.skip("NOT TESTED: this is no git checkout, so nobody knows which files are tracked")
    copy = tmp_path_factory.mktemp("checkout")
    for name in out_of(["git", "ls-files", "-z"], ROOT).split("\0"):
        if name and (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    return copy


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = tmp_path_factory.mktemp("wheel")
    pip(Path(sys.executable), "wheel", "--wheel-dir", built, checkout, cwd=built)
    (found,) = built.glob("*.whl")
    return found


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """An empty working directory."""
    (tmp_path / "elsewhere").mkdir()
    return tmp_path / "elsewhere"


def assert_runs_from(package: Path, python: Path, elsewhere: Path, **environment: str) -> None:
    """Assert that the bank is complete and that the code in `package` ran."""
    output = out_of([python, "-m", "mentorlog", "questions", "--check"], elsewhere, **environment)
    ran = Path(out_of([python, "-c", WHERE], elsewhere, **environment).strip())

    assert "every one within the rules.\n" in output
    assert ran == package / "__init__.py"


def test_the_bank_is_found_in_a_plain_checkout(checkout: Path, elsewhere: Path) -> None:
    assert_runs_from(checkout / "src" / "mentorlog", Path(sys.executable), elsewhere, PYTHONPATH=str(checkout / "src"))


def test_the_bank_is_found_in_an_installed_wheel(wheel: Path, elsewhere: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"

    pip(Path(sys.executable), "install", "--target", target, wheel, cwd=elsewhere)

    assert (target / "mentorlog" / "prompts" / "creativity.toml").is_file()
    assert_runs_from(target / "mentorlog", Path(sys.executable), elsewhere, PYTHONPATH=str(target))


def test_the_bank_is_found_in_an_editable_install(checkout: Path, elsewhere: Path, tmp_path: Path) -> None:
    python = fresh_environment(tmp_path / "venv", elsewhere)

    pip(python, "install", "--ignore-installed", "--editable", checkout, cwd=elsewhere)

    assert_runs_from(checkout / "src" / "mentorlog", python, elsewhere)


def fresh_environment(folder: Path, elsewhere: Path) -> Path:
    """An empty environment that sees the libraries of the one that runs these tests."""
    out_of([sys.executable, "-m", "venv", "--without-pip", folder], elsewhere)
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    Path(paths["purelib"], "outer.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    return Path(paths["scripts"], "python")


def test_the_wheel_has_the_bank_the_licence_and_the_typing_marker(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert {f"mentorlog/prompts/{dimension.id}.toml" for dimension in DIMENSIONS} <= set(names)
    assert "mentorlog/py.typed" in names
    assert [name for name in names if name.endswith(".dist-info/licenses/LICENSE")]


def test_the_wheel_has_every_word_list_of_the_guard(wheel: Path) -> None:
    lists = {path.relative_to(ROOT / "src").as_posix() for path in ROOT.glob("src/mentorlog/guard/words/*.txt")}

    assert lists
    assert lists <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_has_only_the_package_and_no_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"mentorlog"}
    assert [name for name in names if "test" in name or "__pycache__" in name] == []
