"""The two guides for instructors say the same: the same commands in the same order, and links that lead somewhere."""

import re

import pytest

GUIDES = ("instructors.zh.md", "instructors.en.md")
BLOCK = re.compile(r"^ *```(\w+)\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def texts(root):
    """Return the text of each guide."""
    return {name: (root / "docs" / name).read_text(encoding="utf-8") for name in GUIDES}


def commands(text):
    """Return the lines of the code blocks without their comments."""
    lines = [line for _, block in BLOCK.findall(text) for line in block.splitlines()]
    return [line.partition(" #")[0].strip() for line in lines]


def outline(text):
    """Return the levels of the headings, the beginnings of list items, and the code words that begin rows of tables."""
    return re.findall(r"^#+(?= )|^\| `[^`]+`|^ *(?:-|\d\.)(?= )", BLOCK.sub("", text), re.MULTILINE)


def test_both_have_the_same_commands_in_the_same_order(texts):
    chinese, english = (commands(texts[name]) for name in GUIDES)
    assert chinese == english
    assert "autograder watch-exchange" in chinese


def test_both_have_the_same_sections_and_lists(texts):
    chinese, english = (outline(texts[name]) for name in GUIDES)
    assert chinese == english


@pytest.mark.parametrize("name", GUIDES)
def test_every_link_leads_to_a_file(root, texts, name):
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)]+)\)", texts[name]) if "://" not in link]
    assert links
    assert [link for link in links if not (root / "docs" / link).is_file()] == []
