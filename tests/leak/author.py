"""Random journals with a canary, a unique word, in each private place, so that a leak reveals its source.

Private entries have even days. Each file comes in two forms: whole, and without its private parts.
"""

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

# In these tables, {} becomes a random word, and %s becomes `Just for me` in a random disguise.
_MISSPELT = (
    "", "", "", "share = true", 'share = "Mentor"', 'share = "mentor "', 'share = ["mentor"]', 'share = "m\\u0435ntor"',
    'share = "mentor\\u200b"', 'share = """mentor\n"""', '# share = "mentor"', 'shared = "mentor"', 'Share = "mentor"',
    '[x]\nshare = "mentor"', 'x.share = "mentor"', '"share " = "mentor"', "share = {with = 'mentor'}")  # fmt: skip
_UNREADABLE = ("share = “mentor”", "share = mentor", '"share = "mentor"')
_SHARED = ('share = "mentor"', "share='mentor'", '"share"="mentor" # {}', 'share = "ment\\u006fr"')
_HEAD = (
    'title = "The {} day"', "title = '# {}'", 'next = "Ask {} to predict"', 'next = "{}"', 'tags = ["{}"]', "# {}",
    'ask = "Could I watch {} teach?"', 'theory = "When {} waits, then {} asks"', 'theory = "{}"', 'class = "{}"',
    'subject = "{}"', "talk = true", 'kind = "meeting"', 'dimensions = ["voice {}", "critique"]', 'role = "{}"',
    'dimensions = ["Solidarity", "expansive"]', '{} = "{}"', 'next_state = "done"', 'role = "mentor"', "schema = 9",
    'theory = """\nWhen {}\n+++\nthen {}"""', 'told.{} = ["{}", 2]')  # fmt: skip
# Keys that copies leave out, although the entry is shared.
_OWN = ("# {}", '{} = "{}"', 'told.{} = ["{}", 2]', '"share"="mentor" # {}')
_DATES = ("date = {day}", 'date = "{day}"', "date = {day}T23:59:00Z", "# {day}")
_NAMES = ("{day}-{}", "2026/{day}-{}", "2026/{day} cafe\u0301 {}", "{day}_{}", "{day}")
_COPIES = ("{} (1)", "{}-LAPTOP", "{} (conflicted copy 2026-11-23)", "{} 2", "Copy of {}", "{}.sync-conflict-20-ABC")
_DIMENSIONS = ("Creativity", "SOLIDARITY", "authenticity", "Articulate", "Articulation", "Critique", "expansive")
_HEADINGS = ("{h} {d}", "{h} {d}: What did {{}} do?", "{h} **{d}** - what …?", "  {h} _{d}_ – {{}}", "{h}\t{d} {h}")
_OPEN = (
    "I saw the {} at the window that day. More.", "{}", "=={} waited for us.== Then on.", "It is left ==open by {}",
    "- {} one\n- {} two", "> {} said so.", "### Notes\n{}", "# {}", "```\n{}\n```\n\nAfter {}.", "``````\n{}",
    "I did this just for me and {}.", "==odd {}\nlines==", "Note: just for me, {}", "\\+++ {}")  # fmt: skip
_PRIVATE = (
    "{}", "{} is mine.", "=={} is mine.== And {}.", "- {}\n- {}", "{}== was left open", "> {}\n> ## Critique\n> {}",
    "## Afterwards\n\n{}", "# {}\n\n{}", "```\n## Critique\n{}\n```\n{}", "~~~ js\n# Expansive\n{}\n~~~\n{}", "==\n{}",
    "    ## Critique\n{}", "\t## Critique\n{}", "## Critique of the lesson\n{}", "## 3. Authenticity\n{}",
    "#critique {}", "Critique\n---\n{}", '+++\nshare = "mentor"\n+++\n{}', "## Just for me\n{}", "Just for me\n=={}==",
    "\u2028## Critique\u2028{}", "<h2>Critique</h2>\n{}", "\\## Critique\n{}", "&#35; Critique\n{}", "**Critique**\n{}",
    "````\n```\n# Critique\n{}\n````\n{}", "```\n    ```\n# Critique\n{}\n```\n{}", "####### Critique\n{}",
    "- ```\n  ## Critique\n  {}\n```\n{}", "# {} #", "I did this just for me.\n{}")  # fmt: skip
_BETWEEN = (" ", " ", "\t", "-", "_", "", "\u00a0", "\u3000", "&nbsp;", " \u200b", "**", "<br>", "</b> <b>", "<!--x-->")
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    str, str.upper, str.capitalize, str.swapcase, lambda word: f"{word[0]}\u200b{word[1:]}", "\u0336".join,
    lambda word: f"{word[0]}&shy;{word[1:]}", lambda word: "".join(chr(ord(x) + 0xFEE0) for x in word))  # fmt: skip
_AROUND = (
    "%s", "%s", "**%s**", "*%s:*", "__%s__", "~~%s~~", "`%s`", "“%s”", "(%s)", "[%s](https://example.org)",
    "==%s==", "<b>%s</b>", "<p align='center'>%s</p>", "<!-- %s -->", "| %s | x |", "🔒 %s")  # fmt: skip
_BEFORE = ("", "", "> ", "> > ", "- ", "* ", "+ ", "1. ", "12) ", "- [ ] ", "- [x] ", "a) ", "> - 12. ", "    ", "\t")
_AFTER = ("", "", ":", ".", "!", "   ", ": {}", " - {}", " – {}", ", {}", " ({})", " **{}**", " <b>{}</b>", ": =={}==")
_HASHED = ("%s", "%s:", "Notes, %s, please", "%s, not for {}", "This is {} %s", "%s ##")
_UNDERLINES = ("\n---", "\n=", "\n  =====  ", "\n> --")
_TITLES = ("Notes of {}, %s\n---", "<h2>Notes, %s</h2>", "<h4>%s", "<summary>Not {}, %s</summary>", "> [!NOTE] %s {}")
_BROKEN = ("title “{}”", 'ask = "no end {}', "when = 30 02", "[{}", "class = “{}”", "talk = 1\ntalk = 2", "next = {}")
_ELSEWHERE = (
    ".{}.md", "~${}.md", "2026/{}.md~", ".mentorlog-{}.tmp", "README.md", ".stversions/{}.md", "{}.txt",
    ".git/{}.md", ".{}.md.icloud", "../drafts/{}.md", "1/2/3/4/5/6/7/8/9/{}.md", "prompts/{}.toml")  # fmt: skip
_BESIDE = '+++\nshare = "mentor"\ndate = 2026-11-20\nnext = "{}"\n+++\n\n## Critique\n\n=={}== {}\n'
_SETTINGS = ('name = "{}"', 'name = "{}"\nid = "k"\nrole = "ect"', '{} = "{}"', "name = “{}”", "")
Parts = list[tuple[str, bool]]  # the parts of a body, with True for an open one
Files = dict[str, tuple[bytes, bytes | None]]  # each whole, and without its private parts


@dataclass
class Author:
    """Writes a random journal. `places` has the place of each word; words in open places begin with ok."""

    chance: random.Random
    places: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    shared: int = 0
    unread: int = 0

    def __post_init__(self) -> None:
        self.pick = self.chance.choice
        self.days = self.chance.sample([date(2026, 9, 1) + timedelta(days=number) for number in range(80)], k=80)

    def day(self, *, is_open: bool) -> str:
        return self.days.pop(next(at for at, day in enumerate(self.days) if day.day % 2 == is_open)).isoformat()

    def filled(self, place: str, pattern: str, *, is_open: bool = False) -> str:
        """Return `pattern` with a new word for each {}."""

        def word(_: object) -> str:
            letters = "".join(self.chance.choices("abcdefghijklmnoprstuvwxy", k=8))
            self.places[word := ("ok" if is_open else "qz") + letters] = place
            return word

        return re.sub(r"\{\}", word, pattern)

    def private_line(self) -> tuple[str, int]:
        """Return a line that begins a private section, and its level."""
        spelt = map(self.pick(_SPELLINGS), ("just", "for", self.pick(("me", "me", "myself"))))
        words, level = self.pick(_AROUND).replace("%s", self.pick(_BETWEEN).join(spelt)), self.chance.randint(1, 6)
        hashed = self.pick(_BEFORE) + "#" * level + self.pick((" ", "", "\t")) + self.pick(_HASHED)
        plain, title = self.pick(_BEFORE) + "%s" + self.pick(_AFTER), self.pick(_TITLES)
        dress, level = self.pick(((hashed, level), (plain, 2), (plain + self.pick(_UNDERLINES), 2), (title, 2)))
        return dress.replace("%s", words), level

    def body(self, kind: str, top: str = "", *, is_open: bool = False) -> Parts:
        """Return a body. `level` is that of the current private section, which a code block may keep from ending."""
        level, is_stuck = 0, False
        parts = [self._part(f"the top of {kind}", top + self._blocks(_OPEN), is_open=is_open)]
        for _ in range(self.chance.randint(0, 5)):
            line, own_level = self.private_line()
            choice = self.pick(("dimension", "dimension", "private", "private", "typed"))
            if choice == "dimension":
                hashes, name = "#" * self.chance.randint(1, level or 6), self.pick(_DIMENSIONS)
                text = self.pick(_HEADINGS).format(h=hashes, d=name) + "\n" + self._blocks(_OPEN)
                parts.append(self._part(f"a dimension of {kind}", text, is_open=is_open and not is_stuck))
                level = level if is_stuck else 0
            elif choice == "typed":  # so neither it nor a heading after it is structure
                parts.append(self._part(f"{kind}, typed: {line!r}", f"\\{line.lstrip()}\n{self._blocks(_PRIVATE[:5])}"))
            else:
                level, gets_stuck = level or own_level, not is_stuck and self.pick((True, *[False] * 5))
                blocks = self._blocks((*_PRIVATE, *["#" * (level + 1) + " Critique\n{}"] * 4))
                parts.append(self._part(f"{kind}: {line!r}", f"{line}\n{blocks}" + "\n~~~~~" * gets_stuck))
                is_stuck |= gets_stuck
        return parts

    def _part(self, place: str, text: str, *, is_open: bool = False) -> tuple[str, bool]:
        return self.filled(place, text + self.pick(("\n", "\n\n")), is_open=is_open), is_open

    def _blocks(self, table: Sequence[str]) -> str:
        return self.pick(("", "\n")) + "\n\n".join(self.chance.choices(table, k=self.chance.randint(1, 3)))

    def head(
        self, kind: str, share: str, day: str, entry_id: str = "", title: str = "", *, is_open: bool = False
    ) -> str:
        """Return random front matter without its fences; a table comes last. `title` is a whole line."""
        keys = {line.split("=")[0].strip(): line for line in self.chance.sample(_HEAD, k=9)}
        keys |= {"title": title} if title else {}
        lines = [*keys.values(), self.pick(_DATES).replace("{day}", day), share]
        lines += [f'id = "{entry_id}"'] if entry_id else []
        lines += [f'follows = "{self.pick(self.ids)}"'] if self.ids else []
        lines.sort(key=lambda line: (line.startswith("["), self.chance.random()))
        places = ("what is not in the format, of" if line in _OWN else "the front matter of" for line in lines)
        filled = (
            self.filled(f"{place} {kind}", line, is_open=is_open) for place, line in zip(places, lines, strict=True)
        )
        return "\n".join(filled) + "\n"

    def entry_id(self, kind: str, day: str, *, is_open: bool) -> str:
        self.ids.append(self.filled(f"the id of {kind}", day.replace("-", "") + "-{}", is_open=is_open))
        return self.ids[-1]

    def name(self, kind: str, day: str, *, is_open: bool) -> str:
        """Return a file's name without its ending; the name and folder of a private entry may contain canaries."""
        folder = "" if is_open else self.pick(("", "", "{}/", "{}/{}/"))
        return self.filled(f"the name of {kind}", folder + self.pick(_NAMES).replace("{day}", day), is_open=is_open)

    def file(self, name: str, head: str, parts: Parts, *, is_open: bool = False) -> Files:
        end, bom = self.pick(("\n", "\n", "\r\n", "\r")), self.pick(("", "", "\ufeff"))
        fence = "+++" + self.pick(("", "  ")) + "\n"
        bodies = ("".join(text for text, _ in parts), "".join(text for text, is_open in parts if is_open))
        whole, left = ((bom + fence + head + fence + body).replace("\n", end).encode() for body in bodies)
        return {name + self.pick((".md", ".md", ".MD")): (whole, left if is_open else None)}

    def entry(
        self, kind: str, share: str, entry_id: str = "", *, day: str = "", title: str = "", is_open: bool = False
    ) -> Files:
        """Return one entry, with an id or without one."""
        day = day or self.day(is_open=is_open)
        entry_id = entry_id or self.pick(("", self.entry_id(kind, day, is_open=is_open)))
        head, body = self.head(kind, share, day, entry_id, title, is_open=is_open), self.body(kind, is_open=is_open)
        self.shared += is_open
        return self.file(self.name(kind, day, is_open=is_open), head, body, is_open=is_open)

    def single(self) -> Files:
        if self.pick((True, True, False)):
            return self.entry("a shared entry", self.pick(_SHARED), is_open=True)
        return self.entry("a private entry", self.pick((*_MISSPELT, *_UNREADABLE)))

    def doubled(self) -> Files:
        """Return two files with one id, of which one is shared.

        Two entries, if both the day and the title differ: somebody copied a form with its id. Otherwise a disputed one.
        """
        return self.pick((self._form_copied, self._disputed_id))()

    def _form_copied(self) -> Files:
        """The id is that of the earlier entry; the later one is as if it had none."""
        days = {is_open: self.day(is_open=is_open) for is_open in (True, False)}
        is_owner_open = days[True] < days[False]
        entry_id = self.entry_id("a copied form", days[is_owner_open], is_open=is_owner_open)
        files: Files = {}
        for is_open, share in ((True, self.pick(_SHARED)), (False, self.pick(_MISSPELT))):
            title = self.filled("the title of a copied form", 'title = "The {} form"', is_open=is_open)
            files |= self.entry("a copied form", share, entry_id, day=days[is_open], title=title, is_open=is_open)
        if is_owner_open:
            return files
        line = f'id = "{entry_id}"'.encode()
        return {name: (whole, left and left.replace(line, b"#")) for name, (whole, left) in files.items()}

    def _disputed_id(self) -> Files:
        """Only the day or only the title differs, or neither, so that what is private in one stays so in both."""
        days, titles = ([self.day(is_open=False) for _ in range(2)], self._titles("a doubled id"))
        entry_id = self.entry_id("a doubled id", days[0], is_open=False)
        days, titles = self.pick(((days, titles[:1] * 2), (days[:1] * 2, titles), (days[:1] * 2, titles[:1] * 2)))
        files: Files = {}
        for share, day, title in zip((self.pick(_SHARED), self.pick(_MISSPELT)), days, titles, strict=True):
            files |= self.entry("a doubled id", share, entry_id, day=day, title=title)
        return files

    def _titles(self, kind: str) -> list[str]:
        return [self.filled(f"the title of {kind}", 'title = "The {} day"') for _ in range(2)]

    def copied(self) -> Files:
        """Return one entry in two files of one day and title, which may disagree about sharing it."""
        is_open = self.pick((True, False, False))
        kind, day = "a copy" if is_open else "a disputed copy", self.day(is_open=is_open)
        self.shared += is_open
        name, entry_id = self.name(kind, day, is_open=is_open), self.entry_id(kind, day, is_open=is_open)
        title = self.filled(f"the title of {kind}", 'title = "The {} day"', is_open=is_open)
        parts = self.body(kind, "I saw the rain at the window of {} all day.\n", is_open=is_open)
        names = [name, re.sub("[^/]+$", lambda stem: self.pick(_COPIES).replace("{}", stem[0]), name)]
        ids = self.pick(((entry_id, entry_id), ("", ""), (entry_id, ""), ("", entry_id)))
        shares = self.chance.sample([self.pick(_SHARED), self.pick(_SHARED if is_open else _MISSPELT)], k=2)
        heads = [
            self.head(kind, share, day, own, title, is_open=is_open) for share, own in zip(shares, ids, strict=True)
        ]
        first, second = (self.file(name, head, parts, is_open=is_open) for name, head in zip(names, heads, strict=True))
        return first | second

    def broken(self) -> Files:
        """Return an unreadable file: the name of a shared one is open, and its text is private."""
        is_marked, kind = self.pick((True, False)), "a file that cannot be read"
        day = self.day(is_open=is_marked)
        self.unread += is_marked
        head = self.head(kind, 'share = "mentor"' if is_marked else "share = 1", day)
        body = "".join(text for text, _ in self.body(kind))
        whole = self.filled(kind, f"+++\n{self.pick(_BROKEN)}\n{head}+++\n{body}")
        others = (whole[4:], f" {whole}", f"+++\n{head}{body}", f"---\nshare: mentor\n---\n{body}")
        text = (whole if is_marked else self.pick((whole, *others))).replace("\n", self.pick(("\n", "\r\n", "\r")))
        data = text.encode(self.pick(("utf-8", "utf-8", "utf-16"))) + self.pick((b"", b"\0\0", b"\xff\xff"))
        return {f"{self.name(kind, day, is_open=is_marked)}.md": (data, data if is_marked else None)}

    def journal(self) -> Files:
        settings = self.filled("the settings", self.pick(_SETTINGS), is_open=True).encode()
        files: Files = {"mentorlog.toml": (settings, settings)}
        for _ in range(self.chance.randint(1, 8)):
            files |= self.pick((self.single, self.single, self.single, self.copied, self.doubled, self.broken))()
        for name in self.chance.sample(_ELSEWHERE, k=3):
            files[self.filled("a name", name)] = (self.filled(f"what is in {name}", _BESIDE).encode(), None)
        return files
