"""The tree of tests mirrors the tree of the code."""

from pathlib import Path

import pytest

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src" / "mentorlog"
PACKAGES = sorted(path.parent.relative_to(SOURCE) for path in SOURCE.glob("*/**/__init__.py"))


def is_named_after(name: str, module: str) -> bool:
    return name == module or name.startswith(f"{module}_")


def test_the_packages_are_found() -> None:
    assert {Path("journal"), Path("cli"), Path("cli/commands")} <= set(PACKAGES)


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_a_test_file_is_named_after_a_module_of_its_package(package: Path) -> None:
    """`test_share.py` and `test_share_copies.py` test `share.py`; other folders than the packages' are free."""
    modules = [path.stem for path in (SOURCE / package).glob("*.py")]
    tests = [path.stem.removeprefix("test_") for path in (TESTS / package).glob("test_*.py")]

    assert [name for name in tests if not any(is_named_after(name, module) for module in modules)] == []


def test_every_property_takes_its_number_of_examples_from_the_profile() -> None:
    paths = [path for path in TESTS.rglob("*.py") if path.name not in ("examples.py", "test_tree.py")]

    assert len(paths) > 100
    assert [path.name for path in paths if "max_examples" in path.read_text("utf-8")] == []
