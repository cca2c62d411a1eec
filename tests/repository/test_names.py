"""Names are the field's words: the engine's old private words name nothing any more."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

# The word of today stands behind each old one.
PRIVATE = {
    "bookmark": "progress",
    "likeness": "same_reply",
    "mention": "forbidden names",
    "offspring": "descendants",
    "rehearse": "warm_up",
    "rescue": "repair",
    "scenery": "unused_cells",
    "steadfast": "continue_after_error",
    "struck": "killed_externally",
    "warm_parent": "fork server",
    "zygote": "fork server",
}
# These are plain English too, so the sentence that names a test may have them.
IN_SENTENCES_ONLY = {
    "alike": "same_reply",
    "calm": "global_settings",
    "judge": "run, check, grade, verdict, result",
    "judged": "run, checked, graded",
    "judgement": "CheckRun, ExerciseRun, verdict",
    "preparation": "setup",
    "settle": "warm_up",
    "settled": "warm_up",
}
# As the whole name of a function, a class or a module these are private; in a longer name they are plain.
AS_WHOLE_NAMES = {
    "again": "repeat calls, second call",
    "apart": "needs_setup",
    "become": "drop_privileges",
    "beside": "helper modules",
    "link": "connection",
    "parts": "unpack",
}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")


def names(source: str) -> Iterator[tuple[int, str, str]]:
    """Yield every name that a source defines: its line, its kind and itself."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.lineno, "definition", node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, "parameter", node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, "variable", node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.lineno, "variable", node.attr
        elif isinstance(node, ast.alias) and node.asname:
            yield node.lineno, "variable", node.asname


def old_word(kind: str, name: str) -> str | None:
    """Return the old word that a name has, if any."""
    words = "_".join(WORD.findall(name)).lower()
    anywhere = PRIVATE if name.startswith("test_") else PRIVATE | IN_SENTENCES_ONLY
    found = {old for old in anywhere if re.search(rf"(^|_){old}s?(_|$)", words)}
    if kind in ("definition", "module"):
        found |= AS_WHOLE_NAMES.keys() & {words}
    return min(found, default=None)


def old_names(source: str, module: str = "sample") -> list[str]:
    """Return a line for every name in a module, its own included, that has an old word, with the word of today."""
    today = PRIVATE | IN_SENTENCES_ONLY | AS_WHOLE_NAMES
    found = [(line, name, old_word(kind, name)) for line, kind, name in [(1, "module", module), *names(source)]]
    return [f"{line}: {name}; say: {today[word]}" for line, name, word in sorted(found) if word]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("class WarmZygote: ...", "1: WarmZygote; say: fork server"),
        ("def settle_down(): ...", "1: settle_down; say: warm_up"),
        ("async def judge(): ...", "1: judge; say: run, check, grade, verdict, result"),
        ("def test_a_bookmark_moves(): ...", "1: test_a_bookmark_moves; say: progress"),
        ("def f(preparation): ...", "1: preparation; say: setup"),
        ("x = 1\nSCENERY: int = 2", "2: SCENERY; say: unused_cells"),
        ("for warm_parents in []: ...", "1: warm_parents; say: fork server"),
        ("self._likeness = 1", "1: _likeness; say: same_reply"),
        ("import unused_cells as scenery", "1: scenery; say: unused_cells"),
        ("def again(): ...", "1: again; say: repeat calls, second call"),
    ],
)
def test_every_name_with_an_old_word_is_seen(source, said):
    assert old_names(source) == [said]


def test_a_module_with_an_old_name_is_seen():
    assert old_names("", "rescue") == ["1: rescue; say: repair"]


@pytest.mark.parametrize(
    "source",
    [
        "# a zygote\nx = 'scenery'",
        "def test_two_judges_judge_alike(): ...",
        "def test_it_is_graded_again(): ...",
        "links = parts = 1",
        "def misjudged(): ...",
    ],
)
def test_prose_and_plain_words_are_left_alone(source):
    assert old_names(source) == []


@pytest.mark.parametrize("folder", ["autograder", "benchmarks", "tests"])
def test_no_old_name_is_left(root, python_files, folder):
    files = [path for path in python_files(root / folder) if path != Path(__file__)]
    found = [
        f"{path.relative_to(root)}:{name}"
        for path in files
        for name in old_names(path.read_text(encoding="utf-8"), path.stem)
    ]
    assert not found, "\n".join(found)
