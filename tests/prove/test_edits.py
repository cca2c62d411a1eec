"""A known mistake may be told as an edit of a right answer; one that does not apply is named, and grades nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.course.errors import GraderError
from autograder.course.load import load_course
from autograder.mistakes.catalogue import load_misconceptions

pytestmark = pytest.mark.every_core

REFERENCE, VARIANT = "solutions/adding.py", "autograder/suites/right/{}/other_way.py"
SUBTRACTS = {"before": "return a + b", "after": "return a - b", "zh": "减了。", "en": "Subtracts.", "check": "numbers"}
STOPS = SUBTRACTS | {"base": "other_way", "before": "return sum((a, b))", "check": "zero"}
STOPS["after"] = "if a == 0:\n    return 0\nreturn sum((a, b))\n"
BROKEN = {
    "gone": (SUBTRACTS | {"before": "return b + a"}, f"{REFERENCE}: `before` is found 0 times, not once."),
    "part_of_a_line": (SUBTRACTS | {"before": "a + b"}, f"{REFERENCE}: `before` is found 0 times, not once."),
    "unchanged": (SUBTRACTS | {"after": "return a + b\n"}, f"{REFERENCE}: `before` and `after` are the same."),
    "unparsable": (SUBTRACTS | {"after": "return a -"}, f"{REFERENCE}: the edited answer does not parse, "),
    "baseless": (SUBTRACTS | {"base": "no_way"}, "no_way.py: there is no such file."),
    "wrong_base": (SUBTRACTS | {"base": "other_way"}, f"{VARIANT}: `before` is found 0 times, not once."),
    "unknown_key": (SUBTRACTS | {"chek": "zero"}, "unknown field `chek`. Did you mean `check`?"),
    "missing_key": ({k: v for k, v in SUBTRACTS.items() if k != "check"}, "missing required field `check`."),
    "wrong_type": (SUBTRACTS | {"after": 3}, "Expected `str`, got `int` - at `$.after`."),
    "empty": (SUBTRACTS | {"en": ""}, "`en` is missing, the explanation in that language."),
    "untabled": ("return a - b", "Expected `object`, got `str`."),
    "unreadable": (None, ".toml is not readable as TOML: "),
}


def toml(value: object) -> str:
    """Return a value in TOML."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {toml(item)}' for key, item in value.items())} }}"
    return repr(value).replace("'", '"')


def write_edits(root, exercise: str, **entries: object) -> None:
    """Write the file of an exercise's edits; an entry that is None is a line nobody can read."""
    lines = [f"{name} = {toml(entry)}" if entry is not None else f"{name} =" for name, entry in entries.items()]
    path = root / "autograder" / "suites" / "misconceptions" / f"{exercise}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def course(plant, holes, tmp_path_factory):
    """Return a course with one exercise for each edit that does not apply, and one whose edits do."""
    bare = replace(holes["sound"], wrong={})
    root = plant(tmp_path_factory.mktemp("edits"), {"sound": bare} | dict.fromkeys(BROKEN, bare))
    write_edits(root, "sound", stops_at_zero=STOPS, subtracts=SUBTRACTS)
    for exercise, (entry, _) in BROKEN.items():
        write_edits(root, exercise, stops_at_zero=STOPS, slips=entry)
    return root


@pytest.fixture(scope="module")
def proof(course, autograder):
    return autograder("prove", "--jobs", 2, cwd=course)


def test_an_edit_replaces_whole_lines_and_keeps_their_indentation(course):
    stops, subtracts = load_misconceptions(load_course(course), "sound")
    assert stops.source == "def sound(a, b):\n    if a == 0:\n        return 0\n    return sum((a, b))\n"
    assert subtracts.source == (course / REFERENCE).read_text().replace("return a + b", "return a - b", 1)
    told = subtracts.explanation.zh, subtracts.explanation.en
    assert (subtracts.name, subtracts.check, told) == (
        "subtracts",
        "numbers",
        ("减了。", "Subtracts."),
    )


def test_lines_may_go_and_may_move_to_the_right(plant, holes, tmp_path):
    adds_in_place = replace(holes["sound"], wrong={}, right="if b:\n        a += b\n    return a")
    root = plant(tmp_path, {"sound": adds_in_place})
    lines = {"base": "other_way", "before": "    a += b\nreturn a\n"}
    moved = SUBTRACTS | lines | {"after": "    a += b\n    return a"}
    write_edits(root, "sound", forgets_return=SUBTRACTS | lines | {"after": "    a += b"}, returns_inside=moved)
    forgets, returns_inside = load_misconceptions(load_course(root), "sound")
    assert forgets.source == "def sound(a, b):\n    if b:\n        a += b\n"
    assert returns_inside.source == "def sound(a, b):\n    if b:\n        a += b\n        return a\n"


def test_the_proof_fails_for_each_exercise_with_such_an_edit_and_for_no_other(proof):
    assert proof.returncode == 1, proof.stderr
    assert proof.stdout.splitlines()[-1] == f"Not proven: {', '.join(BROKEN)}"


@pytest.mark.parametrize("exercise", BROKEN)
def test_the_proof_says_in_one_line_which_edit_does_not_apply_and_why(proof, exercise):
    (line,) = (line for line in proof.stdout.splitlines() if line.startswith(f"{exercise}: "))
    assert f"autograder/suites/misconceptions/{exercise}.toml" in line
    assert "[slips]" in line or exercise == "unreadable"
    assert BROKEN[exercise][1].format(exercise) in line


def test_grading_with_such_an_edit_ends_in_one_line_and_grades_nobody(course, grade, make_class, tmp_path):
    folder = make_class(tmp_path / "class", {"a": {"adding.py": "def sound(a, b):\n    return a - b\n"}})
    run = grade(folder, tmp_path / "out", "--jobs", 1, "--allow-unsandboxed", cwd=course)
    assert run.code == 3
    assert "gone.toml: [slips] does not apply to" in run.stderr
    assert "Traceback" not in run.stderr
    assert run.records == {}


def test_a_name_that_a_whole_answer_has_as_well_is_refused(plant, holes, tmp_path):
    root = plant(tmp_path, {"sound": holes["sound"]})
    write_edits(root, "sound", subtracts=SUBTRACTS)
    with pytest.raises(GraderError, match=r"sound\.toml: \[subtracts\] is the name of a file in .*/sound as well"):
        load_misconceptions(load_course(root), "sound")


def test_every_edit_that_does_not_apply_is_named_at_once(plant, holes, tmp_path):
    root = plant(tmp_path, {"sound": replace(holes["sound"], wrong={})})
    write_edits(root, "sound", one=BROKEN["gone"][0], fine=SUBTRACTS, other=BROKEN["baseless"][0])
    with pytest.raises(GraderError) as caught:
        load_misconceptions(load_course(root), "sound")
    assert [line.split("[")[1].split("]")[0] for line in str(caught.value).splitlines()] == ["one", "other"]
