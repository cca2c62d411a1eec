"""The two READMEs say the same: the same commands in the same order, the same tables, and nothing that is not there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(name):
    """Return the text of a README."""
    return (ROOT / name).read_text(encoding="utf-8")


def code_blocks(name):
    """Return the language and the lines of each code block, comments left out."""
    blocks = BLOCK.findall(read(name))
    return [(language, [line.partition("#")[0].rstrip() for line in text.splitlines()]) for language, text in blocks]


def commands(name):
    """Return the command lines of a README."""
    return [line for language, lines in code_blocks(name) if language == "sh" for line in lines]


def outline(name):
    """Return the levels of the headings, and the code words that begin the rows of the tables."""
    return re.findall(r"^#+(?= )|^\| `[^`]+`|^\| \d", BLOCK.sub("", read(name)), re.MULTILINE)


def test_both_have_the_same_code_blocks_in_the_same_order():
    """A command changed in one language only is noticed."""
    assert code_blocks("README.md") == code_blocks("README.zh-CN.md")


def test_both_have_the_same_sections_and_table_rows():
    """So is a section or an outcome."""
    assert outline("README.md") == outline("README.zh-CN.md")


@pytest.mark.parametrize("name", READMES)
def test_the_two_commands_come_first(name):
    """A visitor needs nothing else."""
    assert commands(name)[:2] == ["make grade", "make test"]


@pytest.mark.parametrize("name", READMES)
def test_every_link_leads_to_a_file_or_a_section(name):
    """Links to other sites are not followed."""
    links = [link for link in re.findall(r"\]\(([^)]+)\)", read(name)) if "://" not in link]
    headings = {
        "#" + "-".join(heading.lower().split()) for heading in re.findall(r"^#+ (.+)$", read(name), re.MULTILINE)
    }
    assert links
    assert [link for link in links if link not in headings and not (ROOT / link).is_file()] == []


def test_the_sample_class_leaves_nothing_in_the_folders_of_a_real_class():
    """Nobody's marks stand beside those of made-up students."""
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ngrade:")[2].partition("\n\n")[0]
    written = re.findall(r"--out (\S+)", recipe)
    assert written
    assert [place for place in written if not place.startswith("sample/")] == []


@pytest.mark.parametrize("name", READMES)
def test_every_make_target_is_in_the_makefile(name):
    """The Makefile is the one place for them."""
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {target for line in commands(name) for target in re.findall(r"\bmake (\w+)", line)}
    assert named <= targets
