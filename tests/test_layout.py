"""Imports run downward only, pure packages stay pure, and only one module writes."""

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[1] / "src" / "mentorlog"
MODULES = sorted(path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py"))

# A folder's files may import from its own and from those before it in this list; the modules at the top come first.
FOLDERS = (
    "files",
    "entry",
    "guard",
    "finding",
    "questions",
    "conversation",
    "brief",
    "journal",
    "programs",
    "sharing",
    "together",
    "drafting",
    "render",
    "ask",
    "cli",
    "cli/people",
    "cli/writing",
    "cli/guided",
    "cli/commands",
)
AFTER_ALL = {"mentorlog.cli.app", "mentorlog.__main__"}  # the table of commands, and where mentorlog begins
IMPURE = FOLDERS.index("journal")  # from here on: the disk, the terminal, the clock
MOST_FILES = 20  # in one folder, its `__init__.py` aside
MOST_OF_THE_CODE = 0.25  # lines in one package, of all
UNKNOWN_TO_THE_PURE = {
    "os",
    "io",
    "time",
    "random",
    "secrets",
    "tempfile",
    "shutil",
    "subprocess",
    "rich",
    "prompt_toolkit",
}
NEVER = {"click", "tomllib", "socket", "urllib", "http", "requests"}
NOT_CALLED_BY_THE_PURE = {"print", "input", "open", "today", "now", "utcnow", "monotonic"}

WRITERS = {
    *(
        "os.open",
        "os.write",
        "os.replace",
        "os.rename",
        "os.renames",
        "os.link",
        "os.symlink",
        "os.unlink",
        "os.remove",
    ),
    *("os.mkdir", "os.makedirs", "os.rmdir", "os.removedirs", "os.truncate", "os.chmod", "os.utime", "os.mkfifo"),
    *("shutil.copy", "shutil.copy2", "shutil.copyfile", "shutil.copytree", "shutil.move", "shutil.rmtree"),
    *("tempfile.mkdtemp", "tempfile.mkstemp", "tempfile.NamedTemporaryFile", "tempfile.TemporaryDirectory"),
}
WRITING_METHODS = {
    "write_text",
    "write_bytes",
    "unlink",
    "mkdir",
    "rmdir",
    "touch",
    "symlink_to",
    "hardlink_to",
    "chmod",
}
DISK = "journal/disk.py"
WRITES_ELSEWHERE = {
    (
        "cli/commands/demo.py",
        "tempfile.mkdtemp",
    ): "the sample journal's own new folder; what goes in it goes through disk.py",
    ("journal/locks.py", "os.open"): "the lock file, in which no word stands",
    ("programs/browser.py", "webbrowser.open"): "the browser, on a page that disk.py wrote",
    ("programs/pages.py", "tempfile.TemporaryDirectory"): "a folder for the program that prints, gone when it has",
    ("programs/pages.py", "shutil.rmtree"): "pages that were opened or printed, which are copies",
    ("together/given.py", "archive.open"): "a file in a zip, to read it",
    ("cli/app.py", "os.open"): "the null device, in place of an output that broke off",
}


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((SOURCE / module).read_text("utf-8"))


def place_of(dotted: str) -> int:
    """Return the place in the list of a module's folder; -1 for a module at the top."""
    if dotted in AFTER_ALL:
        return len(FOLDERS)
    parts = dotted.split(".")[1:]
    folders = ("/".join(parts[:depth]) for depth in range(len(parts), 0, -1))
    return next((FOLDERS.index(folder) for folder in folders if folder in FOLDERS), -1)


def dotted_name(module: str) -> str:
    parts = ("mentorlog", *Path(module).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(module: str) -> Iterator[tuple[int, str, str]]:
    """Return every import, inside functions too: its line, the module, and the name taken from it ("" for none)."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno} imports by dots"
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)


def own_imports(module: str) -> Iterator[tuple[int, str]]:
    """Return the modules of mentorlog that a module imports, each with its line."""
    for line, name, taken in imports_of(module):
        if name.partition(".")[0] == "mentorlog":
            inside = SOURCE.joinpath(*name.split(".")[1:], taken)
            is_module = bool(taken) and (inside.is_dir() or inside.with_suffix(".py").is_file())
            yield line, f"{name}.{taken}" if is_module else name


@cache
def calls_of(module: str) -> tuple[tuple[int, str, ast.Call], ...]:
    """Return every call as it is written: `print`, `os.open`, `date.today`."""
    calls = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call)]
    return tuple((node.lineno, ast.unparse(node.func), node) for node in calls)


def test_every_folder_is_in_the_list_and_has_a_docstring_of_one_line() -> None:
    folders = {path.parent.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py")} - {"."}
    first_lines = {folder: ast.get_docstring(tree_of(f"{folder}/__init__.py")) or "" for folder in folders}

    assert folders == set(FOLDERS)
    assert [folder for folder, line in first_lines.items() if not line or "\n" in line] == []


def test_a_folder_imports_only_from_those_before_it() -> None:
    upward = [
        f"{module}, line {line}: {name}"
        for module in MODULES
        for line, name in own_imports(module)
        if place_of(name) > place_of(dotted_name(module))
    ]

    assert upward == []


def test_no_files_import_each_other_in_a_circle() -> None:
    known = {dotted_name(module) for module in MODULES}
    imports = {dotted_name(module): {name for _, name in own_imports(module)} & known for module in MODULES}

    with_all_imported_done: list[str] = []
    while ready := [name for name, wanted in imports.items() if wanted <= {*with_all_imported_done, name}]:
        with_all_imported_done += ready
        imports = {name: wanted for name, wanted in imports.items() if name not in ready}

    assert sorted(imports) == []


def test_no_folder_has_too_many_files_and_no_package_too_much_of_the_code() -> None:
    files = Counter(str(Path(module).parent) for module in MODULES if not module.endswith("__init__.py"))
    lines: Counter[str] = Counter()
    for module in MODULES:
        lines[module.split("/")[0]] += len((SOURCE / module).read_text("utf-8").splitlines())

    assert {folder: number for folder, number in files.items() if number > MOST_FILES} == {}
    assert {name: n for name, n in lines.items() if n > MOST_OF_THE_CODE * lines.total()} == {}


def test_render_does_not_import_the_journal() -> None:
    shown = [module for module in MODULES if module.startswith("render/")]

    assert len(shown) > 1
    assert [
        f"{module}, line {line}"
        for module in shown
        for line, name in own_imports(module)
        if name.startswith("mentorlog.journal")
    ] == []


def test_no_module_imports_a_forbidden_one() -> None:
    assert [
        f"{module}, line {line}: {name}"
        for module in MODULES
        for line, name, _ in imports_of(module)
        if name.partition(".")[0] in NEVER
    ] == []


def test_pure_packages_use_no_clock_no_chance_no_files_and_no_terminal() -> None:
    middle = [module for module in MODULES if place_of(dotted_name(module)) < IMPURE and module != "signals.py"]
    imported = [
        f"{module}, line {line}: {name} {taken}"
        for module in middle
        for line, name, taken in imports_of(module)
        if name.partition(".")[0] in UNKNOWN_TO_THE_PURE or (name == "pathlib" and not taken.startswith("Pure"))
    ]
    called = [
        f"{module}, line {line}: {name}"
        for module in middle
        for line, name, _ in calls_of(module)
        if name.rpartition(".")[2] in NOT_CALLED_BY_THE_PURE
    ]

    assert len(middle) > 15
    assert imported == []
    assert called == []


def test_no_file_has_300_lines_or_more() -> None:
    lengths = {module: len((SOURCE / module).read_text("utf-8").split("\n")) - 1 for module in MODULES}

    assert {module: lines for module, lines in lengths.items() if lines >= 300} == {}


def is_opened_to_write(name: str, call: ast.Call) -> bool:
    """True for `open` or `path.open` with a mode that writes, or with a mode that is not a constant."""
    place = 0 if name.endswith(".open") else 1
    modes = [*call.args[place : place + 1], *(keyword.value for keyword in call.keywords if keyword.arg == "mode")]
    return any(not isinstance(mode, ast.Constant) or bool(set(str(mode.value)) & set("wax+")) for mode in modes)


def writes_in(module: str) -> set[str]:
    """Return the calls in a module that change something on the disk."""
    writes = set()
    for _, name, call in calls_of(module):
        owner, _, method = name.rpartition(".")
        opened = method == "open" and owner != "os" and is_opened_to_write(name, call)
        if name in WRITERS or (owner and method in WRITING_METHODS) or opened:
            writes.add(name)
    return writes


def test_only_the_disk_module_writes() -> None:
    elsewhere = {(module, call) for module in MODULES if module != DISK for call in writes_in(module)}

    assert elsewhere == WRITES_ELSEWHERE.keys()


def test_writes_of_the_disk_module_are_detected() -> None:
    assert {"os.open", "os.write", "os.link", "os.replace", "os.unlink", "os.mkdir"} <= writes_in(DISK)


def test_no_module_takes_a_writing_function_by_its_bare_name() -> None:
    taken = {(module, f"{name}.{taken_name}") for module in MODULES for _, name, taken_name in imports_of(module)}

    assert {(module, call) for module, call in taken if call in WRITERS} == set()


# The modules that send characters to a terminal. Each passes them through `text.safe` first.
WAYS_OUT = {
    "print": {"render/lines.py"},
    "input": {"ask/plain.py"},  # with a prompt of our own
    "rich.text": {"render/screen.py"},
    "rich.console.Console": {"render/screen.py"},
    "prompt_toolkit": {"ask/field.py"},
}
SAFE = {"safe", "safe_line", "_wrapped", "_inline", "_up"}  # the last is a number of rows and nothing else
DRAWN = {"Text", "print", "FormattedText"}


def test_each_kind_of_terminal_has_one_way_out() -> None:
    used: dict[str, set[str]] = {way: set() for way in WAYS_OUT}
    for module in MODULES:
        names = {f"{name}.{taken}".rstrip(".") for _, name, taken in imports_of(module)}
        names |= {name for _, name, _ in calls_of(module)}
        for way in WAYS_OUT:
            if any(name == way or name.startswith(f"{way}.") for name in names):
                used[way].add(module)

    assert used == WAYS_OUT


def test_no_module_writes_to_a_stream_directly() -> None:
    streams = {"sys.stdout.write", "sys.stderr.write", "sys.stdout.buffer.write", "sys.__stdout__.write"}
    raised = {"sys.stdout.writelines", "sys.stderr.writelines", "typer.echo", "typer.secho", "typer.confirm"}

    assert [(module, name) for module in MODULES for _, name, _ in calls_of(module) if name in streams | raised] == []


def test_all_printed_or_drawn_text_is_made_safe() -> None:
    unsafe = [
        f"{module}, line {line}"
        for module in ("render/lines.py", "render/screen.py")
        for line, name, call in calls_of(module)
        if name in DRAWN
        and not SAFE & {ast.unparse(node.func) for node in ast.walk(call) if isinstance(node, ast.Call)}
    ]

    assert unsafe == []


def test_other_modules_draw_only_safe_pieces() -> None:
    """A bare string given to Rich would be printed as it is."""
    drawing = ("show", "add_row", "Padding", "Group")
    bare = [
        f"{module}, line {line}"
        for module in ("render/pages.py", "render/brief_terminal.py")
        for line, name, call in calls_of(module)
        if name.rpartition(".")[2] in drawing
        and any(isinstance(argument, ast.Constant | ast.JoinedStr) for argument in call.args[:1])
    ]

    assert bare == []
