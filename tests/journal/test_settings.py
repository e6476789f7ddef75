"""`mentorlog.toml`: a slip is named with file, line and key, and the file is never overwritten."""

import os
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mentorlog.errors import ContentError, MentorlogError
from mentorlog.journal.settings import Settings, complete_person, create_journal, key_of, read_settings, set_setting

NAME = "mentorlog.toml"


def test_a_folder_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings(id="", name="", role="ect")


@pytest.mark.parametrize("text", ['name = "Sam"\nrole = "mentor"\n', '\ufeffname = "Sam"\r\nrole = "mentor"\r\n'])
def test_settings_written_by_hand_are_read(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, "utf-8", newline="")

    settings = read_settings(tmp_path)

    assert (settings.name, settings.role) == ("Sam", "mentor")


SLIPS = [
    ('nmae = "Sam"\n', "mentorlog.toml, line 1: nmae: this key is not known here"),
    ('name = "Sam"\nrole = "Mentor"\n', "mentorlog.toml, line 2: role: input should be 'ect' or 'mentor'"),
    ('name = "Sam"\nname = "Ann"\n', "mentorlog.toml, line 2: TOML cannot read this line"),
    ("name = “Sam”\n", "mentorlog.toml, line 1: the name is in curly quotes; TOML needs straight ones"),
    ("schema = 2\n", "mentorlog.toml, line 1: schema: input should be less than or equal to 1"),
    ("name = 7\n", "mentorlog.toml, line 1: name: input should be a valid string"),
    ("[pupils]\n", "mentorlog.toml, line 1: pupils: this key is not known here"),
    ('[[people]]\nname = "Priya"\n', "mentorlog.toml, line 1: role: this key is missing"),
    (
        '[[people]]\nname = "Priya"\nrole = "mentor"\n[[people]]\nname = "Ali"\nrole = "ect"\nfolder = "x"\n',
        "mentorlog.toml, line 7: folder: this key is not known here",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), SLIPS)
def test_a_slip_is_named_with_file_line_and_key(text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, "utf-8")

    with pytest.raises(ContentError) as caught:
        read_settings(tmp_path)

    assert str(caught.value).startswith(sentence)
    assert "\n" not in str(caught.value)


UNREADABLE: list[tuple[Callable[[Path], object], str]] = [
    (lambda path: path.symlink_to("elsewhere.toml"), "cannot be read: it is a link, and links are not followed"),
    (lambda path: path.mkdir(), "cannot be read: it is not an ordinary file"),
    (os.mkfifo, "cannot be read: it is not an ordinary file"),
    (lambda path: path.write_bytes(b'name = "Zo\xeb"'), ", line 1: it is not UTF-8"),
]


@pytest.mark.parametrize(("make", "reason"), UNREADABLE)
def test_unreadable_settings_are_an_error_of_one_line(
    make: Callable[[Path], object], reason: str, tmp_path: Path
) -> None:
    make(tmp_path / NAME)

    with pytest.raises(ContentError) as caught:
        read_settings(tmp_path)

    assert str(caught.value).startswith(NAME)
    assert str(caught.value).endswith(reason)


@pytest.mark.parametrize("name", ["Sam", "", 'Zoë "Zo" O\'Neil', "a\\b", "one\ntwo", "# not a comment"])
def test_the_settings_of_a_new_journal_read_back_the_same(name: str, tmp_path: Path) -> None:
    founded = create_journal(tmp_path / "new" / "journal", name, "mentor")

    assert read_settings(tmp_path / "new" / "journal") == founded
    assert (founded.name, founded.role, len(founded.id)) == (name, "mentor", 12)


def test_a_new_journal_is_open_to_this_account_only(tmp_path: Path) -> None:
    before = os.umask(0)
    create_journal(tmp_path / "journal", "Sam", "ect")
    os.umask(before)

    assert stat.S_IMODE((tmp_path / "journal").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "journal" / NAME).stat().st_mode) == 0o600


def test_existing_settings_are_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text("mine", "utf-8")

    with pytest.raises(MentorlogError, match=r"has a mentorlog\.toml already$"):
        create_journal(tmp_path, "Sam", "ect")

    assert (tmp_path / NAME).read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_a_journal_is_an_error_of_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(MentorlogError, match=r"cannot be a journal: its folder is not a folder$"):
        create_journal(tmp_path / "file", "Sam", "ect")


def test_a_journal_keeps_its_history_when_its_folder_moves() -> None:
    with_id, without = Settings(id="abc"), Settings()

    assert key_of(Path("/one"), with_id) == key_of(Path("/two"), with_id)
    assert key_of(Path("/one"), without) != key_of(Path("/two"), without)
    assert key_of(Path("/one"), with_id) != key_of(Path("/one"), Settings(id="abd"))


@pytest.mark.parametrize("journal_id", ["../../x", "/etc", "C:\\x", "a\nb"])
def test_an_id_from_a_shared_folder_is_never_a_path(journal_id: str) -> None:
    assert key_of(Path("/one"), Settings(id=journal_id)).isalnum()


BY_HAND = [
    '# Ours\n[[people]]\nname = "Ali"\nrole = "ect"\n\n[[people]]\nname = "Priya"\nrole = "mentor"\n# hers\n',
    'name = "Sam"\r\n\r\n[[people]]\r\nrole = "ect"\r\nname = "Ali"\r\n[[people]]\r\nname = "Priya"\r\nrole = "mentor"',
    '[[people]]\nname = "Ali"\nrole = "ect"\n[[people]]\nmy_folder = ""\nname = "Priya"\nrole = "mentor"\n',
]


@pytest.mark.parametrize("text", BY_HAND)
def test_a_folder_is_added_to_its_person_and_every_other_line_stays(text: str, tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(text, "utf-8", newline="")
    priya = read_settings(tmp_path).people[1]

    complete_person(tmp_path, replace(priya, my_folder="/for her", their_folder="/hers"))

    after = (tmp_path / NAME).read_bytes().decode()
    ali, changed = read_settings(tmp_path).people
    assert (ali.my_folder, changed.my_folder, changed.their_folder) == ("", "/for her", "/hers")
    kept = [line for line in text.splitlines() if line != 'my_folder = ""']
    assert [line for line in after.splitlines() if "_folder" not in line] == kept
    assert ("\r\n" in text) == ("\r\n" in after)


def test_people_written_on_one_line_are_not_edited(tmp_path: Path) -> None:
    text = 'people = [{ name = "Priya", role = "mentor" }]\n'
    (tmp_path / NAME).write_text(text, "utf-8")
    priya = read_settings(tmp_path).people[0]

    with pytest.raises(ContentError, match="make the change in an editor"):
        complete_person(tmp_path, replace(priya, my_folder="/for her"))

    assert (tmp_path / NAME).read_text("utf-8") == text


def test_a_former_name_that_another_person_has_is_a_slip(tmp_path: Path) -> None:
    people = '[[people]]\nname = "Sam"\nrole = "ect"\n\n[[people]]\nname = "Leon"\nrole = "ect"\nformerly = "sam"\n'
    (tmp_path / "mentorlog.toml").write_text(f'name = "Priya"\nrole = "mentor"\n\n{people}', "utf-8")

    with pytest.raises(ContentError, match="line 11: formerly: 'sam' is somebody else who is set up here"):
        read_settings(tmp_path)


def test_a_journals_setting_is_written_and_read(tmp_path: Path) -> None:
    create_journal(tmp_path / "journal", "Sam", "ect", "early years")

    assert read_settings(tmp_path / "journal").setting == "early years"


def test_a_new_setting_changes_its_own_line_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(
        b'# mine\r\nname = "Sam"\r\nrole = "ect"\r\n\r\n[[people]]\r\nname = "Priya"\r\nrole = "mentor"\r\n'
    )

    set_setting(tmp_path, "college")
    set_setting(tmp_path, "special")

    assert (tmp_path / NAME).read_bytes() == (
        b'# mine\r\nname = "Sam"\r\nrole = "ect"\r\nsetting = "special"\r\n\r\n'
        b'[[people]]\r\nname = "Priya"\r\nrole = "mentor"\r\n'
    )


def test_a_setting_that_is_none_of_the_five_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text('name = "Sam"\nsetting = "nursery"\n', "utf-8")

    with pytest.raises(ContentError, match=r"^mentorlog\.toml, line 2: setting: "):
        read_settings(tmp_path)


def test_a_byte_order_mark_stays_first_when_a_setting_is_added(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b'\xef\xbb\xbfname = "Ann"\n')

    assert set_setting(tmp_path, "primary") == Settings(name="Ann", setting="primary")
    assert (tmp_path / NAME).read_bytes() == b'\xef\xbb\xbfname = "Ann"\nsetting = "primary"\n'
    assert set_setting(tmp_path, "college").setting == "college"
