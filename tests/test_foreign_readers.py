"""You can leave: python-frontmatter and Hugo read the same in an entry as mentorlog."""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import frontmatter
import pytest
from frontmatter.default_handlers import TOMLHandler
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from mentorlog.dimensions import CREATIVITY, CRITIQUE
from mentorlog.entry.compose import Answer, new_text
from mentorlog.entry.frontmatter import split, with_values
from mentorlog.text import typed

TODAY = date(2026, 11, 23)
ANSWERS = [
    Answer("It began at +++ and ended at ---.\n\n+++\n\n---"),
    Answer(
        "## Just for me\n\n> ## Critique\n\nFunnels … “gone” & <b>lost</b>\n\n```\ncode\n```",
        CREATIVITY,
        "What did it hand you?",
    ),
    Answer("Last words", CRITIQUE),
]
FULL: dict[str, object] = {
    "id": "20261123-k3f9",
    "date": TODAY,
    "role": "ect",
    "title": 'No "funnels", thirty faces: Zoë\'s \\ 8Q # [x] = +++ 👩🏽‍🏫',
    "class": "8Q",
    "subject": "Science",
    "tags": ["trip", "a, b", "c # d", 'e "f"'],
    "share": "mentor",
    "talk": True,
    "next": "Ask one pair to predict\nbefore the method is shown",
    "next_state": "done",
    "ask": "Could I watch someone teach the same lesson?",
    "theory": "When the counters stay out, then they exchange sooner, because they can point",
    "follows": "20261016-ab12",
    "zebra": 7,
}
HOSTILE = [
    "'",
    "\\",
    "\\\\",
    "\\n",
    "''' \"\"\" x",
    "+++",
    "---",
    "a\n+++\nb",
    "[red] :smile:",
    "<script>",
    "{{ .Site }}",
    "\x1b[2J",
    "\u202e",
    "=A()",
]


def entries() -> dict[str, str]:
    """Entries by name: one with every key, one with the fewest, one with each awkward title, one changed by hand."""
    texts = {"full": new_text(FULL, ANSWERS), "fewest": new_text({"date": TODAY}, [])}
    texts |= {
        f"awkward-{at}": new_text({"date": TODAY, "title": title, "tags": [title]}, ANSWERS)
        for at, title in enumerate(HOSTILE)
    }
    texts["changed"] = with_values(
        texts["full"], {"title": "Another", "talk": None, "tags": ["x", "y"], "next": HOSTILE[7]}
    )
    texts["windows"] = with_values("Only words.\r\nMore.\r\n", {"date": TODAY, "title": "Found", "share": "mentor"})
    return texts


def by_python_frontmatter(text: str) -> tuple[dict[str, Any], str]:
    post = frontmatter.loads(text, handler=TOMLHandler())
    return post.metadata, post.content


@pytest.mark.parametrize("text", entries().values(), ids=entries())
def test_python_frontmatter_reads_our_entries(text: str) -> None:
    values, body = by_python_frontmatter(text)

    assert values == split(text).values
    assert body.split() == split(text).body.split()


# The toml package behind python-frontmatter loses a text of nothing but double quotes, and a comma alone in a list.
TYPED = st.text(st.characters(codec="utf-8")).map(lambda raw: typed(raw)[0]).filter(lambda text: text.strip('"') != "")
TAGS = st.lists(st.text(st.characters(categories=["L", "N"]), min_size=1), min_size=1)


@examples(60)
@given(TYPED, TAGS, TYPED)
def test_python_frontmatter_reads_any_typed_text(title: str, tags: list[str], answer: str) -> None:
    text = new_text({"date": TODAY, "title": title, "tags": tags}, [Answer(answer, CRITIQUE)])

    values, body = by_python_frontmatter(text)

    assert (values["title"], values["tags"], values["date"]) == (title, tags, TODAY)
    assert body == split(text).body.strip()


@pytest.fixture
def hugo(tmp_path: Path) -> Callable[[dict[str, str]], dict[str, Any]]:
    """Return a function that builds a site and gives the parameters and text of each entry as Hugo reads them."""
    program = shutil.which("hugo")
    if program is None:
        pytest.skip("hugo is not installed")

    def build(texts: dict[str, str]) -> dict[str, Any]:
        site = tmp_path / "site"
        layouts, content = site / "layouts" / "_default", site / "content" / "2026"
        layouts.mkdir(parents=True)
        content.mkdir(parents=True)
        kinds = '["home", "section", "taxonomy", "term", "RSS", "sitemap", "404"]'
        (site / "config.toml").write_text(
            f'baseURL = "https://example.org/"\ndisableKinds = {kinds}\n[outputs]\npage = ["JSON"]\n'
        )
        (layouts / "single.json").write_text('{{ dict "params" .Params "body" .RawContent | jsonify }}')
        for name, text in texts.items():
            (content / f"{name}.md").write_bytes(text.encode())
        command = [program, "--source", str(site), "--cacheDir", str(tmp_path / "cache"), "--buildFuture", "--quiet"]
        built = subprocess.run(command, capture_output=True, text=True, check=False)
        assert (built.returncode, built.stderr) == (0, "")
        return {name: json.loads((site / "public" / "2026" / name / "index.json").read_bytes()) for name in texts}

    return build


def test_hugo_reads_our_entries(hugo: Callable[[dict[str, str]], dict[str, Any]]) -> None:
    texts = entries()

    pages = hugo(texts)

    for name, text in texts.items():
        wanted = split(text).values | {"date": f"{TODAY}T00:00:00Z"}
        read = {key: value for key, value in pages[name]["params"].items() if key in wanted}
        assert (name, read) == (name, wanted)
        assert (name, pages[name]["body"].split()) == (name, split(text).body.split())
