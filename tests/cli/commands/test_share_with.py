"""Who an entry is shared with: each shared entry names its reader, and no third person sees it."""

import json
import shutil
from pathlib import Path

import pytest

from cli.two_people import One
from conftest import Start
from mentorlog.errors import ExitCode

SETTINGS = "mentorlog.toml"


def set_up(one: One, name: str, role: str) -> Path:
    """Set up another person; return the folder for their copies."""
    to = one.base / f"for-{name}"
    one.does(
        ["share", "--with", name, "--role", role, "--to", str(to), "--from", str(one.base / f"from-{name}"), "--yes"]
    )
    return to


def replace_people(one: One, name: str, *, same_folders: bool = False) -> Path:
    """Replace everybody in the settings by one new person; return the folder for their copies."""
    path, to = one.root / SETTINGS, one.for_other if same_folders else one.base / f"for-{name}"
    to.mkdir(exist_ok=True)
    (one.base / f"from-{name}").mkdir(exist_ok=True)
    head = path.read_text("utf-8").partition("\n[[people]]")[0]
    path.write_text(
        f'{head}\n[[people]]\nname = "{name}"\nrole = "ect"\nmy_folder = "{to}"\n'
        f'their_folder = "{one.base / f"from-{name}"}"\n',
        "utf-8",
    )
    return to


def rename(one: One, old: str, new: str) -> None:
    """Rename a person in the settings."""
    path = one.root / SETTINGS
    path.write_text(path.read_text("utf-8").replace(f'name = "{old}"', f'name = "{new}"'), "utf-8")


def copies(folder: Path) -> list[Path]:
    return sorted(folder.rglob("2026-*.md"))


def heads(one: One) -> str:
    return "".join(path.read_text("utf-8") for path in sorted(one.root.rglob("2026-*.md")))


def test_a_shared_entry_names_its_reader_and_an_ects_private_one_does_not(sam: One) -> None:
    sam.does("new 'A private thought'")
    assert "with = " not in heads(sam)

    sam.does("new 'The bell went' --share")
    sam.does("edit last --set title=Bell")

    assert heads(sam).count('with = "Priya"') == 1


def test_every_way_of_marking_an_entry_as_shared_adds_its_reader(sam: One, tmp_path: Path) -> None:
    (tmp_path / "answers.toml").write_text('critique = "The tick."\n', "utf-8")
    for number, marking in enumerate(
        ("new X --share", f"new --answers {tmp_path / 'answers.toml'} --share", "meeting --notes X --share"), start=1
    ):
        sam.does(marking)
        assert heads(sam).count('with = "Priya"') == number
    sam.does("new Y")
    sam.does("edit last --set share=mentor")
    (sam.root / "2026-11-20-by-hand.md").write_text('+++\nshare = "mentor"\n+++\n\nBy hand.\n', "utf-8")

    sam.does("share --yes")

    assert heads(sam).count('with = "Priya"') == heads(sam).count('share = "mentor"') == 5


def test_the_next_share_adds_a_missing_reader_even_to_an_unchanged_copy(sam: One) -> None:
    sam.does("new 'The bell went' --share")
    sam.does("share --yes")
    [path] = copies(sam.root)
    path.write_text(path.read_text("utf-8").replace('with = "Priya"\n', ""), "utf-8")

    output = sam.does("share --yes")

    assert "In 1 entry of yours, the line about sharing would change." in output
    assert 'with = "Priya"' in heads(sam)
    assert sam.does("share --yes") == "1 entry is shared with Priya, and nothing has changed.\n"


@pytest.mark.parametrize("same_folders", [False, True])
def test_a_new_ect_gets_no_entry_shared_with_the_previous_one(same_folders: bool, priya: One, tmp_path: Path) -> None:
    priya.does("new 'I saw canary' --title canary --share --talk --next canary --ask canary -d critique")
    priya.does("new 'Also canary' --title canary --next canary --ask canary -d critique")
    priya.does("share --yes")
    to = replace_people(priya, "Ali", same_folders=same_folders)

    shared = priya.run("share --with Ali --yes")
    seen = [
        priya.run(f"summary {options}").stdout
        for options in ("", "--format html", "--json", f"-o {tmp_path / 'page.html'}")
    ]

    assert "canary" not in "".join([*seen, (tmp_path / "page.html").read_text("utf-8")])
    assert "canary" not in priya.does("next --with Ali")
    assert "marked to share with Sam, who is not set up: 1 entry" in shared.stderr
    assert len(copies(to)) == (1 if same_folders else 0), "what Sam's folder held stays as it was"
    assert shared.exit_code == (ExitCode.CONTENT if same_folders else ExitCode.DONE)


@pytest.mark.terminal
def test_a_mentors_terminal_shows_no_entry_about_a_previous_ect(priya: One, start: Start) -> None:
    priya.does("new 'Also canary' --title canary --next canary --ask canary -d critique")
    replace_people(priya, "Ali")
    priya.does("list")  # which makes Priya's state the one that is used

    terminal = start(["--journal", str(priya.root), "summary"])

    assert terminal.end() == ExitCode.DONE
    assert "Ali" in terminal.text()
    assert "canary" not in terminal.text()


def test_an_entry_without_a_reader_is_not_shared_if_there_was_another_person(priya: One) -> None:
    priya.does("new 'With Sam' --share --title Ours")
    (priya.root / "2026-11-20-by-hand.md").write_text('+++\nshare = "mentor"\n+++\n\nBy canary.\n', "utf-8")
    to = replace_people(priya, "Ali")

    result = priya.run("share --yes")

    assert copies(to) == []
    assert "marked to share" in result.stderr


def test_adding_a_second_person_leaves_the_first_persons_copies_alone(priya: One) -> None:
    priya.does("new 'The bell went' --share --title Bell")
    priya.does("share --yes")
    before = priya.copies()

    to = set_up(priya, "Ali", "ect")

    assert priya.does("share --with Sam --yes") == "1 entry is shared with Sam, and nothing has changed.\n"
    assert priya.copies() == before
    assert copies(to) == []


def test_renaming_a_person_withdraws_nothing_and_says_what_to_do(priya: One) -> None:
    priya.does("new 'The bell went' --share --title Bell")
    priya.does("share --yes")
    before = priya.copies()
    rename(priya, "Sam", "Samira")

    refused = priya.run("share --yes")

    assert refused.exit_code == ExitCode.CONTENT
    assert "marked to share with Sam, who is not set up: 1 entry" in refused.stderr
    assert "formerly = 'Sam' under the new name in mentorlog.toml" in refused.stderr
    assert priya.copies() == before

    rename(priya, "Samira", 'Samira"\nformerly = "Sam')
    assert priya.does("share --yes") == "1 entry is shared with Samira, and nothing has changed.\n"
    assert priya.does("share --with sam") == "1 entry is shared with Samira, and nothing has changed.\n"


def test_copies_for_a_removed_person_can_be_withdrawn(priya: One) -> None:
    priya.does("new 'The bell went' --share --title Bell")
    priya.does("share --yes")
    replace_people(priya, "Ali", same_folders=True)

    priya.does(["share", "--withdraw", priya.ids()[0], "--yes"])

    assert copies(priya.for_other) == []


def test_new_and_edit_can_name_the_reader(priya: One) -> None:
    set_up(priya, "Ali", "ect")

    priya.does("new 'About ticks' --share --with ali")
    assert 'with = "Ali"' in heads(priya)
    output = priya.does("new 'About the bell' --share")
    assert "It does not say with whom it is shared: mentorlog edit " in output
    [bell] = [path for path in copies(priya.root) if "bell" in path.name]
    priya.does(f"edit {bell} --set with=SAM")
    assert 'with = "Sam"' in bell.read_text("utf-8")
    priya.does(f"edit {bell} --set with=")
    assert "with = " not in bell.read_text("utf-8")

    for command in ("new X --with Nobody", f"edit {bell} --set with=Nobody"):
        refused = priya.run(command)
        assert (refused.exit_code, "nobody called 'Nobody'" in refused.stderr) == (ExitCode.USAGE, True)


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_an_ects_page_for_one_mentor_leaves_out_entries_for_another(form: str, sam: One) -> None:
    set_up(sam, "Tutor", "mentor")
    flags = "--share --talk --next {0} --ask {0} --theory {0} --title {0} -d critique"
    sam.does("new 'I told plover' --with Priya " + flags.format("plover"))
    sam.does("new 'I told canary' --with Tutor " + flags.format("canary"))
    sam.does("new 'I thought canary' --title canary --next canary -d critique")

    page = sam.does(f"summary --with Priya --format {form}")
    unclear = sam.run(f"summary --format {form}")

    assert "plover" in page
    assert "canary" not in page
    assert (unclear.exit_code, "with whom?" in unclear.stderr) == (ExitCode.USAGE, True)
    steps = [line.split("\t")[2] for line in sam.does("next --with Priya").splitlines()]
    assert sorted(steps) == ["canary", "plover"], "Sam's own step that names nobody, and the one with Priya"


@pytest.mark.terminal
def test_an_ects_screen_for_one_mentor_shows_their_entries_and_unaddressed_ones(sam: One, start: Start) -> None:
    set_up(sam, "Tutor", "mentor")
    sam.does("new 'I told Priya about plovers.' --with Priya -d critique")
    sam.does("new 'I told Tutor about canaries.' --with Tutor --next canary -d critique")
    sam.does("new 'I thought of herons.' -d creativity")

    terminal = start(["summary", "--with", "Priya"], rows=90)

    assert terminal.end() == ExitCode.DONE
    assert "For your eyes" in terminal.text()
    assert "plovers" in terminal.text()
    assert "herons" in terminal.text()
    assert "canar" not in terminal.text()


@pytest.mark.parametrize("options", ["", "--json", "--format html", "-o {file}", "--plain"])
def test_a_mentors_page_or_pipe_contains_none_of_their_private_entries(
    options: str, two: tuple[One, One], tmp_path: Path
) -> None:
    sam, priya = two
    sam.does("new 'The tick told me.' -d critique --share")
    sam.does("share --yes")
    priya.does("new 'Only canary.' -d expansion --next canary --ask canary --theory canary --title canary")

    result = priya.run(f"summary {options.format(file=tmp_path / 'page.json')}")

    kept = (tmp_path / "page.json").read_text("utf-8") if "-o" in options else ""
    assert "The tick told me." in result.stdout + kept
    assert "canary" not in result.stdout + result.stderr + kept


def test_the_readers_name_for_a_person_outranks_the_one_in_the_folder(two: tuple[One, One]) -> None:
    sam, priya = two
    sam.does("new 'The tick told me.' -d critique --share --next 'Ask one pair'")
    sam.does("share --yes")
    (sam.for_other / SETTINGS).write_text('name = "The Head"\nrole = "mentor"\n', "utf-8")

    briefs = [priya.does("summary"), priya.does(["summary", str(sam.for_other)])]
    (sam.for_other / SETTINGS).unlink()
    briefs.append(priya.does("summary"))

    assert all(brief.startswith("Before we meet: Sam and Priya\n") for brief in briefs)
    assert all("Sam  Ask one pair" in brief for brief in briefs)
    assert "The Head" not in "".join(briefs)


def test_a_brief_of_an_unknown_folder_leaves_out_the_readers_entries(two: tuple[One, One], tmp_path: Path) -> None:
    sam, priya = two
    sam.does("new 'The tick told me.' -d critique --share")
    sam.does("share --yes")
    priya.does("new 'Hers canary.' -d critique --share --next canary")
    shutil.copytree(sam.for_other, tmp_path / "elsewhere")

    output = priya.does(["summary", str(tmp_path / "elsewhere"), "--json"])

    assert "The tick told me." in output
    assert "canary" not in output


def test_with_everybody_removed_a_page_leaves_out_entries_that_name_a_reader(sam: One) -> None:
    sam.does("new 'I told canary.' -d critique --share --next canary")
    (sam.root / "2026-11-20-by-hand.md").write_text('+++\nshare = "mentor"\n+++\n\n## Critique\n\nA plover.\n', "utf-8")
    path = sam.root / SETTINGS
    path.write_text(path.read_text("utf-8").partition("[[people]]")[0], "utf-8")

    page = sam.does("summary --format html")

    assert "A plover." in page
    assert "canary" not in page


def test_a_meeting_starts_a_new_period_for_both_people_even_if_it_is_private(two: tuple[One, One]) -> None:
    sam, priya = two
    sam.does("new 'Before it.' -d critique --share --date 2026-11-01")
    sam.does("share --yes")
    priya.does("meeting --notes 'Only hers.' --date 2026-11-10")

    output = priya.does("summary --json")

    assert json.loads(output)["since"] == "2026-11-10"
    assert "Only hers" not in output


def test_changing_the_reader_says_that_the_first_one_still_has_a_copy(sam: One) -> None:
    set_up(sam, "Ali", "mentor")
    sam.does("new 'The bell went' --share --with Priya")
    sam.does("share --with Priya --yes")

    output = sam.does("edit last --set with=Ali")

    assert "1 entry that you do not share now is still with Priya until: mentorlog share --with 'Priya'" in output


@pytest.mark.parametrize("command", ["reply last 'What else?'", "next take last", "show last"])
def test_an_unknown_name_is_refused(command: str, sam: One) -> None:
    sam.does("new 'The bell went'")

    result = sam.run(f"{command} --with Leon")

    assert result.exit_code == ExitCode.USAGE
    assert "there is nobody called 'Leon' here" in result.stderr


def test_next_shows_everybodys_steps_with_their_names(two: tuple[One, One]) -> None:
    sam, priya = two
    sam.does("new 'The bell went' --share --next 'Wait longer'")
    sam.does("share --yes")
    set_up(priya, "Leon", "ect")

    output = priya.does("next")

    assert output.endswith("Wait longer\tSam\n")


def test_you_cannot_close_somebody_elses_step(two: tuple[One, One]) -> None:
    sam, priya = two
    sam.does("new 'The bell went' --share --next 'Wait longer'")
    sam.does("share --yes")

    result = priya.run(f"next done {sam.ids()[0]}")

    assert result.exit_code == ExitCode.USAGE
    assert "is Sam's entry, so only Sam can close its step" in result.stderr
