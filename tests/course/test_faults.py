"""A wrong manifest is refused in one line, which names the file, the key and what is expected there."""

from __future__ import annotations

import pickle
from typing import get_args

import pytest
from msgspec.structs import replace

from autograder.course import load as loading
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.manifest import Isolation
from autograder.sandbox.levels import NAMES

MANIFEST = """
[course]
title = { zh = "加法", en = "Adding" }
[limits]
load_seconds = 10
check_seconds = 2.5
timeouts = 2
memory_mb = 1024
file_mb = 16
source_mb = 10
reply_mb = 16
isolation = "process"
[assignments.sums]
title = { zh = "和", en = "Sums" }
given = ["zero"]
[assignments.sums.exercises]
add = { points = 60, title = { zh = "加", en = "Add" } }
double = { points = 40.5, title = { zh = "倍", en = "Double" } }
[assignments.sums.written]
why = { points = 5, title = { zh = "为什么", en = "Why" } }
[assignments.products]
title = { zh = "积", en = "Products" }
[assignments.products.exercises]
"times two" = { points = 100, title = { zh = "乘", en = "Times" } }
"""
NUMBER = "it must be a number above 0"
FAULTS = [
    ("points = 60", 'points = "5"', f"assignments.sums.exercises.add.points is '5'; {NUMBER}"),
    ("points = 60", "points = true", f"assignments.sums.exercises.add.points is True; {NUMBER}"),
    ("points = 60", "points = -1", f"assignments.sums.exercises.add.points is -1; {NUMBER}"),
    ("points = 40.5", "points = inf", f"assignments.sums.exercises.double.points is inf; {NUMBER}"),
    ("points = 60, ", "", f"assignments.sums.exercises.add.points is missing; {NUMBER}"),
    ("points = 100", "point = 1", 'exercises."times two".point is unknown; did you mean `points`?'),
    ("points = 5", "points = []", f"assignments.sums.written.why.points is []; {NUMBER}"),
    ('given = ["zero"]', 'give = ["zero"]', "assignments.sums.give is unknown; did you mean `given`?"),
    ('given = ["zero"]', 'given = "zero"', "assignments.sums.given is 'zero'; it must be a list of names."),
    ('given = ["zero"]', 'given = ["add"]', "assignments.sums.given has add, the name of an exercise"),
    ("why =", "add =", "assignments.sums.written has add, the name of an exercise"),
    ('"times two"', "add", "assignments.products.exercises.add has the name of assignments.sums.exercises.add"),
    ("[assignments.sums.exercises]", "[exercises]", "exercises is unknown; known here: course, limits, assignments."),
    ("[assignments.sums.exercises]", "", "assignments.sums.add is unknown; known here: title, exercises,"),
    ("[assignments.sums.exercises]", "[assignments.sums.exercises]\npoints = 3", "exercises.points is 3; it must be a table with points, title."),
    ('title = { zh = "和", en = "Sums" }', 'title = "Sums"', "assignments.sums.title is 'Sums'; it must be a table with zh, en."),
    ('zh = "和"', "zh = 1", "assignments.sums.title.zh is 1; it must be a string."),
    ('zh = "和", ', "", "assignments.sums.title.zh is missing; it must be a title, for course.languages has zh."),
    ("load_seconds = 10", "load_seconds = 0", "limits.load_seconds is 0; it must be a number of seconds above 0"),
    ("load_seconds = 10", "load_seconds = nan", "limits.load_seconds is nan; it must be a number of seconds above 0"),
    ("memory_mb = 1024", "memory_mb = -1", "limits.memory_mb is -1; it must be a whole number above 0."),
    ("timeouts = 2", "timeouts = 2.5", "limits.timeouts is 2.5; it must be a whole number above 0."),
    ("timeouts = 2", "timeout = 2", "limits.timeout is unknown; did you mean `timeouts`?"),
    ('isolation = "process"', 'isolation = "docker"', "limits.isolation is 'docker'; it must be a level of isolation: full,"),
    ("[limits]", "[[limits]]", "limits is [{"),
    ("[limits]", "handin_names = ['(']\n[limits]", "course.handin_names has '(', which is no regular expression"),
    ("[limits]", "handin_names = ['(?P<who>.+)']\n[limits]", "course.handin_names has the group who; known here: id, name,"),
    ("[limits]", "handin_names = ['(?P<section>.+)']\n[limits]", "which needs one of the groups id, name, email"),
    ("[limits]", "handin_names = 'x'\n[limits]", "course.handin_names is 'x'; it must be a list of names."),
    ("[limits]", "languages = ['fr']\n[limits]", "course.languages is ['fr']; it must be a list with \"zh\", \"en\" or both."),
    ("[limits]", "languages = []\n[limits]", "course.languages is []; it must be a list with"),
    ("[limits]", "languages = ['en', 'en']\n[limits]", "course.languages names a language twice"),
    ("[limits]", "language = ['en']\n[limits]", "course.language is unknown; did you mean `languages`?"),
    ("[limits]", "libraries = 'torch'\n[limits]", "course.libraries is 'torch'; it must be a list of names that Python can import."),
    ("[limits]", "libraries = ['scikit-learn']\n[limits]", "course.libraries has 'scikit-learn'; it must be a name as `import` takes it."),
    ("[limits]", "suites = '../suites'\n[limits]", "course.suites is '../suites'; it must be a folder below that of the manifest."),
    ("[limits]", "suites = 3\n[limits]", "course.suites is 3; it must be a folder, relative to the manifest."),
    ('given = ["zero"]', "limits = { check_second = 1 }", "assignments.sums.limits.check_second is unknown; did you mean `check_seconds`?"),
    ('given = ["zero"]', "limits = { timeouts = 0 }", "assignments.sums.limits.timeouts is 0; it must be a whole number above 0."),
    ('given = ["zero"]', "limits = 3", "assignments.sums.limits is 3; it must be a table of limits."),
    ("[course]", "[course", "is not readable as TOML"),
]  # fmt: skip


@pytest.fixture
def load(tmp_path):
    """Load the course of a manifest."""

    def load(text: str):
        (tmp_path / "exercises.toml").write_text(text, encoding="utf-8")
        return load_course(tmp_path)

    return load


def test_a_manifest_becomes_a_course(load, tmp_path):
    course = load(MANIFEST)
    sums = course.assignments["sums"]
    assert [exercise.name for exercise in sums.exercises] == ["add", "double"]
    assert (sums.points, sums.given, sums.written[0].title.en) == (100.5, ("zero",), "Why")
    assert course.limits.check_seconds == 2.5
    assert course.solution("sums") == tmp_path / "solutions" / "sums.py"


@pytest.mark.parametrize(("old", "new", "words"), FAULTS, ids=[f"{old} -> {new}" for old, new, _ in FAULTS])
def test_a_wrong_manifest_is_refused_in_one_line_with_file_key_and_what_is_expected(load, tmp_path, old, new, words):
    assert old in MANIFEST
    with pytest.raises(UsageError) as refused:
        load(MANIFEST.replace(old, new, 1))
    said = str(refused.value)
    assert str(tmp_path / "exercises.toml") in said
    assert words in said
    assert len(said.splitlines()) == 1


def test_a_manifest_that_cannot_be_read_is_refused(load, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.read_text", refuse)
    with pytest.raises(UsageError, match="cannot be read: Permission denied"):
        load(MANIFEST)


def test_a_folder_without_a_manifest_above_it_is_in_no_course(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "BESIDE_ENGINE", tmp_path)  # as where the engine is installed
    with pytest.raises(UsageError, match="Run this inside the folder of a course"):
        load_course(tmp_path)


def test_a_course_is_the_same_in_another_process_and_can_be_changed_in_a_copy(load):
    course = load(MANIFEST)
    assert pickle.loads(pickle.dumps(course)) == course
    hasty = replace(course, limits=replace(course.limits, timeouts=1))
    assert (hasty.limits.timeouts, course.limits.timeouts) == (1, 2)
    assert hasty != course


def test_the_manifest_knows_the_levels_of_isolation_that_there_are():
    assert get_args(get_args(Isolation)[0]) == NAMES


def test_a_course_in_one_language_has_its_titles_in_that_language_alone(load):
    text = MANIFEST.replace("[limits]", 'languages = ["en"]\n[limits]').replace('zh = "和", ', "")
    course = load(text)
    assert course.languages == ("en",)
    assert course.assignments["sums"].title.both() == "Sums"
    assert course.title.both() == "Adding"  # a title in another language may stay


def test_a_course_has_both_languages_no_libraries_and_its_suites_in_their_place_unless_it_says_otherwise(
    load, tmp_path
):
    for folder in ("autograder/suites", "hidden"):
        (tmp_path / folder).mkdir(parents=True)
    course = load(MANIFEST)
    assert (course.languages, course.libraries) == (("zh", "en"), ())
    assert course.suites == tmp_path / "autograder" / "suites"
    keys = 'languages = ["en", "zh"]\nlibraries = ["numpy"]\nsuites = "hidden"\n[limits]'
    other = load(MANIFEST.replace("[limits]", keys))
    assert (other.languages, other.libraries, other.suites) == (("en", "zh"), ("numpy",), tmp_path / "hidden")


def test_an_assignment_may_have_limits_of_its_own(load):
    course = load(MANIFEST.replace('given = ["zero"]', "limits = { check_seconds = 20 }"))
    assert course.limits_of("sums") == replace(course.limits, check_seconds=20)
    assert course.limits_of("products") == course.limits


def test_an_engine_in_a_checkout_knows_the_course_beside_it(tmp_path, course):
    assert load_course(tmp_path).root == course.root


def test_a_missing_title_asks_for_one_in_the_languages_of_the_course(load):
    text = MANIFEST.replace("[limits]", 'languages = ["en"]\n[limits]').replace(
        'title = { zh = "和", en = "Sums" }', ""
    )
    with pytest.raises(UsageError, match=r"assignments.sums.title is missing; it must be a table with en\."):
        load(text)
