"""Sharing with one person: plan which copies go and come back, revise the plan, carry it out."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from mentorlog.entry.entry import Entry
from mentorlog.errors import ContentError, UsageError
from mentorlog.finding.duplicates import copies, disputed, originals
from mentorlog.guard.in_entry import Named, reworded
from mentorlog.journal.folder import Contents
from mentorlog.journal.history import Record
from mentorlog.journal.journal import Journal
from mentorlog.journal.settings import Person
from mentorlog.sharing.audience import Audience, audience_of, is_with_somebody
from mentorlog.sharing.folders_apart import refuse_overlapping_folders
from mentorlog.sharing.handovers import Handovers
from mentorlog.sharing.plan import Handover, LeftAloneError, Plan, Withdrawal
from mentorlog.sharing.shared_folder import SharedFolder, shared_folder
from mentorlog.sharing.shared_with_me import shared_with_me
from mentorlog.sharing.unaddressed import UnaddressedError, unaddressed
from mentorlog.sharing.view import consistently_shared
from mentorlog.text import safe_line


@dataclass(frozen=True, slots=True)
class Revision:
    """A writer's changes to a plan: new wordings or whole texts, by the path of their entry, and entries to leave out.

    `left_out` are the ids of these.
    """

    wordings: Mapping[str, Sequence[tuple[Named, str]]] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self.wordings and not self.left_out and not self.texts

    def text_of(self, entry: Entry) -> str:
        """The text of an entry's file as its writer wants it. Raises ContentError if it cannot be reworded."""
        if entry.path in self.wordings:
            return reworded(entry, self.wordings[entry.path])
        return self.texts.get(entry.path, entry.text)


@dataclass(frozen=True, slots=True)
class _Marked:
    """Every entry marked to share, without duplicates; `chosen` are those for the person, who is the `audience`."""

    entries: Sequence[Entry]
    chosen: Sequence[Entry]
    audience: Audience


@dataclass(frozen=True, slots=True)
class Share:
    """Sharing of one journal with one person, on one day."""

    journal: Journal
    person: Person
    day: date
    handovers: Handovers

    @classmethod
    def of(cls, journal: Journal, person: Person, day: date) -> "Share":
        return cls(journal, person, day, Handovers.of(journal))

    def sweep(self) -> None:
        """Remove half-written files of an interrupted share from the folder. Raises MentorlogError."""
        self.journal.sweep(shared_folder(self.person, "to"))

    def plan(self, contents: Contents, named: Sequence[Entry], left_out: Collection[str] = ()) -> Plan:
        """Plan to share every entry marked to share, and to mark and share the entries `named`.

        The copies of entries with the ids `left_out` stay as they are. Raises MentorlogError.
        """
        marked = self._marked(contents)
        self._refuse_others(named, marked.audience)
        _refuse_disputed(named, contents)
        chosen, asked_for = _without(marked.chosen, left_out), _without(named, left_out)
        folder, handovers = self._handovers(contents, [*chosen, *asked_for], left_out)
        plan = Plan(folder.root, handovers, left_out=frozenset(left_out)).also_marked(
            asked_for, {"share": "mentor", "with": self.person.name}
        )
        plan = plan.also_marked(_unnamed(chosen, named), {"with": self.person.name})
        plan = plan.with_own_ids([*chosen, *asked_for])
        held_back = [entry for entry, _ in disputed(contents.entries) if marked.audience.holds(entry)]
        return replace(plan, unaddressed=self._unaddressed(plan, marked, named), disputed=tuple(held_back))

    def others_than(self, named: Sequence[Entry], contents: Contents) -> frozenset[str]:
        """The ids to leave out of a plan so that it is only about the entries `named`. Raises MentorlogError."""
        copies = self.handovers.ledger.copies_in(shared_folder(self.person, "to"))
        return frozenset({*copies, *(entry.id for entry in contents.entries)} - {entry.id for entry in named})

    def mark(self, named: Sequence[Entry]) -> None:
        """Mark entries to share, as one change, without handing anything over. Raises MentorlogError."""
        plan = Plan(self.journal.root).also_marked(named, {"share": "mentor", "with": self.person.name})
        self.journal.apply(*plan.on_record(safe_line(self.person.name)), plan.edits)

    def withdrawal(self, contents: Contents, named: Sequence[Entry]) -> Withdrawal:
        """Plan to take back the copies of the entries `named` and mark these private. Raises MentorlogError."""
        marked = self._marked(contents)
        paths = _paths_of(named, contents)
        folder, handovers = self._handovers(contents, [entry for entry in marked.chosen if entry.path not in paths])
        plan = Withdrawal(folder.root, handovers).also_marked(named, {"share": None})
        return replace(plan, unaddressed=self._unaddressed(plan, marked, named))

    def revise(self, plan: Plan, named: Sequence[Entry], revision: Revision) -> Plan:
        """Reword entries in the journal, as one change, then read it again and make the plan anew.

        What the plan leaves out stays left out.
        """
        going = [handover.entry for handover in plan.of("new", "changed") if handover.entry]
        left_out = plan.left_out | revision.left_out
        self._reword(_without(going, left_out), revision)
        contents, paths = self.journal.read(), {entry.path for entry in named}
        return self.plan(contents, [entry for entry in contents.entries if entry.path in paths], left_out)

    def carry_out(self, plan: Plan) -> Record | None:
        """Carry out the plan as one recorded change; None if nothing was left to change. Raises MentorlogError."""
        self._refuse_moved(plan)
        return self.handovers.carry_out(plan, *plan.on_record(safe_line(self.person.name)), self.day)

    def refuse_left_alone(self, plan: Plan) -> None:
        """Raise LeftAloneError if the plan leaves files alone that are not ours to change."""
        if files := plan.of("theirs"):
            raise LeftAloneError(safe_line(self.person.name), len(files))

    def _marked(self, contents: Contents) -> _Marked:
        refuse_overlapping_folders(self.journal, self.person)
        audience = audience_of(self.journal, contents.entries, self.person)
        entries = originals(consistently_shared(contents.entries))
        return _Marked(entries, list(filter(audience.holds, entries)), audience)

    def _handovers(
        self, contents: Contents, going: Sequence[Entry], left_out: Collection[str] = ()
    ) -> tuple[SharedFolder, tuple[Handover, ...]]:
        folder = SharedFolder.at(shared_folder(self.person, "to"))
        theirs = {entry.id for entry in shared_with_me(self.journal, self.person.name).entries}
        return folder, self.handovers.planned(folder, contents, going, self.day, theirs, left_out)

    def _unaddressed(self, plan: Plan, marked: _Marked, named: Sequence[Entry]) -> tuple[Entry, ...]:
        """Shared entries that name nobody set up. Raises UnaddressedError if the plan takes back copies of some."""
        people, back = self.journal.settings.people, {handover.entry_id for handover in plan.of("back")}
        entries = unaddressed(marked.entries, [*marked.chosen, *named], people)
        if losing := [entry for entry in entries if entry.id in back]:
            raise UnaddressedError(losing, people)
        return entries

    def _refuse_others(self, named: Sequence[Entry], audience: Audience) -> None:
        """Raise UsageError for an entry that names somebody else."""
        for entry in named:
            if is_with_somebody(entry) and not audience.is_named_in(entry):
                name = safe_line(self.person.name)
                raise UsageError(
                    f"{entry.short_id} is for {safe_line(entry.head.with_)}, and so not for {name}",
                    hint=f"mentorlog edit {entry.short_id} --set with='{name}'",
                )

    def _refuse_moved(self, plan: Plan) -> None:
        """Raise MentorlogError if a link has replaced the folder since the plan was made."""
        refuse_overlapping_folders(self.journal, self.person)
        if shared_folder(self.person, "to") != plan.folder:
            raise ContentError(f"{safe_line(self.person.my_folder)} is another folder now, and nothing was shared")

    def _reword(self, entries: Sequence[Entry], revision: Revision) -> None:
        texts = {entry.path: (entry.text, revision.text_of(entry)) for entry in entries}
        changed = {path: (before, after) for path, (before, after) in texts.items() if before != after}
        for entry in entries:
            if entry.path in changed:
                self.journal.refuse_newer(entry)
        if changed:
            self.journal.mend(changed, "edit")


def _without(entries: Sequence[Entry], left_out: Collection[str]) -> list[Entry]:
    return [entry for entry in entries if entry.id not in left_out]


def _paths_of(named: Sequence[Entry], contents: Contents) -> set[str]:
    """The paths of these entries, and of every other copy of them in the journal."""
    own = {entry.path for entry in named}
    groups = ({entry.path for entry in group} for group in copies(contents.entries, is_wide=True))
    return own.union(*(group for group in groups if group & own))


def _refuse_disputed(named: Sequence[Entry], contents: Contents) -> None:
    """Raise ContentError for an entry with what may be a private copy: the next share would take it back again."""
    paths = {entry.path for entry in named}
    for group in copies(contents.entries, is_wide=True):
        private = next((entry for entry in group if not entry.is_shared and entry.path not in paths), None)
        wanted = next((entry for entry in group if entry.path in paths), None)
        if private and wanted:
            shown, other = safe_line(wanted.path), safe_line(private.path)
            raise ContentError(
                f"{shown} may be a copy of {other}, which is private; share both, or give one another day and title",
                hint="mentorlog check",
            )


def _unnamed(chosen: Sequence[Entry], named: Sequence[Entry]) -> list[Entry]:
    """The chosen entries that name nobody. They get the person's name, since a second person may be set up later."""
    paths = {entry.path for entry in named}
    unnamed = (entry for entry in chosen if not is_with_somebody(entry) and not entry.is_newer)
    return [entry for entry in unnamed if entry.path not in paths]
