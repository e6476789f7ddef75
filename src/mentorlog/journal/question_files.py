"""Question files: find and read the shipped bank, and the questions in a journal's own `prompts/` folder."""

from collections.abc import Iterable
from pathlib import Path

from mentorlog.dimensions import DIMENSIONS
from mentorlog.entry.problems import Problem
from mentorlog.errors import MentorlogError
from mentorlog.journal import disk
from mentorlog.journal.folder import PROMPTS_NAME
from mentorlog.journal.journal import Journal
from mentorlog.questions.bank import Bank, read_questions


def shipped_folder() -> Path:
    """The folder of the shipped bank: in the package, or at the top of a checkout. Raises MentorlogError for none."""
    package = Path(__file__).resolve().parents[1]
    for folder in (package / PROMPTS_NAME, package.parents[1] / PROMPTS_NAME):
        if (folder / f"{DIMENSIONS[0].id}.toml").is_file():
            return folder
    raise MentorlogError("the question bank is missing from this installation", hint="install mentorlog again")


def shipped_bank() -> Bank:
    """Read the questions that come with mentorlog."""
    folder = shipped_folder()
    return read_bank(folder / f"{dimension.id}.toml" for dimension in DIMENSIONS)


def journal_bank(journal: Journal) -> Bank:
    """Read the shipped bank, in the words of the journal's setting, and the journal's own questions as they are.

    A fault in the latter is a problem, and hides no other question.
    """
    own = journal.root / PROMPTS_NAME
    names = sorted(name for name in disk.names_in(own) if name.endswith(".toml") and not name.startswith("."))
    return (
        shipped_bank()
        .in_words_of(journal.settings.setting)
        .with_more(read_bank((own / name for name in names), shown=f"{PROMPTS_NAME}/"))
    )


def read_bank(paths: Iterable[Path], shown: str = "") -> Bank:
    """Read the questions in these files. `shown` is the prefix of each file's name in a problem."""
    bank = Bank()
    for path in paths:
        bank = bank.with_more(_read_file(path, shown + path.name))
    return bank


def _read_file(path: Path, name: str) -> Bank:
    try:
        return read_questions(name, disk.read(path).decode("utf-8-sig"))
    except OSError as error:
        return Bank(problems=(Problem(name, 1, disk.reason(error)),))
    except UnicodeDecodeError:
        return Bank(problems=(Problem(name, 1, "it is not UTF-8"),))
