"""Notebooks are built from a lesson, a solution and public cases; sources that do not match are refused."""

from __future__ import annotations

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from autograder.build.tree import generated_files, stale_files
from autograder.course.errors import UsageError
from autograder.course.load import load_course

MANIFEST = """
[course]
title = { zh = "课程", en = "A course" }
[limits]
load_seconds = 1
check_seconds = 1
timeouts = 1
memory_mb = 1
file_mb = 1
source_mb = 1
reply_mb = 1
isolation = "process"
[assignments.tiny]
title = { zh = "小", en = "Tiny" }
given = ["helper"]
[assignments.tiny.exercises]
Add = { points = 60, title = { zh = "加", en = "Addition" } }
add_up = { points = 40, title = { zh = "求和", en = "A sum" } }
[assignments.tiny.written]
why = { points = 5, title = { zh = "为什么", en = "Why" } }
"""
SOLUTION = '''from __future__ import annotations

import math


def helper(x):
    return x


def Add(a, b):
    """Add."""
    ### BEGIN SOLUTION
    return helper(a + b)
    ### END SOLUTION


# Between two functions.
def add_up(xs):
    return sum(xs)
'''
CASES = """from check.asking import call
from check.model import Case, Text

CASES = (
    Case("Add", Text("一加一", "one and one"), call("Add", 1, 1), 2),
    Case("add_up", Text("两项", "two terms"), call("add_up", [1, 2]), 3),
)
"""
CODE = '''"""Code of the lesson."""

import json

# %% name="shown"
json.dumps(1)

# %% name="hidden" jupyter={"source_hidden": true}
json.dumps(2)
'''
LESSON = """# Tiny

What to do.

```python given="helper"
```

## Addition

```python code="shown"
```

```python exercise="Add"
```

Then a sum.

```python exercise="add_up"
```

<!-- #region written="why" -->
Because it is.
<!-- #endregion -->

```python code="hidden"
```
"""


@pytest.fixture
def tiny(tmp_path):
    """Return the folder of a small course, which each test may break."""
    files = {
        "exercises.toml": MANIFEST, "solutions/tiny.py": SOLUTION, "assignments/cases/tiny.py": CASES,
        "source/tiny.py": CODE, "source/tiny.zh.md": LESSON.replace("What to do", "要做什么"), "source/tiny.en.md": LESSON,
    }  # fmt: skip
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def build(folder, language="zh"):
    """Return the built notebook of the small course."""
    course = load_course(folder)
    return nbformat.reads(generated_files(course, language)[course.notebook("tiny")], as_version=4)


def cell(notebook, key):
    """Return the cell with this id."""
    return next(cell for cell in notebook.cells if cell.id == key)


def test_cells_are_in_the_order_of_the_text_with_ids_from_their_names(tiny):
    assert [cell.id for cell in build(tiny).cells] == [
        "opening", "imports", "setup", "check_setup", "helper", "helper_text_1", "shown", "Add_title", "Add", "Add_checks", "Add_text_1",
        "add_up_title", "add_up", "add_up_checks", "why_title", "why", "hidden",
    ]  # fmt: skip


def test_the_notebook_says_that_it_is_generated_and_from_which_file(tiny):
    first = build(tiny).cells[0].source.splitlines()[0]
    assert "autograder build" in first
    assert "source/tiny.zh.md" in first


def test_the_language_changes_only_the_text(tiny):
    chinese, english = build(tiny, "zh"), build(tiny, "en")
    assert "要做什么" in chinese.cells[0].source
    assert "What to do" in english.cells[0].source
    assert "加" in cell(chinese, "Add_title").source
    assert "Addition" in cell(english, "Add_title").source
    code = [
        {c.id: c.source for c in notebook.cells if c.cell_type == "code" and c.id != "check_setup"}
        for notebook in (chinese, english)
    ]
    assert code[0] == code[1]


def test_a_solution_cell_holds_the_function_to_the_end_of_its_region(tiny):
    source = cell(build(tiny), "Add").source
    assert source.startswith("def Add(a, b):")
    assert source.endswith("### END SOLUTION")


def test_a_check_cell_asks_for_the_public_cases_and_then_has_the_hidden_part(tiny):
    public, hidden = cell(build(tiny), "add_up_checks").source.split("### BEGIN HIDDEN TESTS\n")
    assert public == "check(add_up)\n"
    assert hidden.endswith('points("tiny", "add_up")\n### END HIDDEN TESTS')


def test_jupyter_runs_on_after_a_check_that_fails(tiny):
    checks = [c for c in build(tiny).cells if c.id.endswith("_checks")]
    assert [c.metadata.tags for c in checks] == [["raises-exception"]] * 2


def test_the_check_answers_in_the_language_of_the_notebook(tiny):
    for language in ("zh", "en"):
        source = cell(build(tiny, language), "check_setup").source
        assert source == f'from check import check, set_language\n\nset_language("{language}")'


def test_imports_come_from_the_solution_and_the_lesson_but_not_those_of_future(tiny):
    notebook = build(tiny)
    assert cell(notebook, "imports").source == "import math"
    assert cell(notebook, "setup").source == "import json"


def test_cells_have_the_metadata_of_nbgrader(tiny):
    notebook = build(tiny)
    MetadataValidator().validate_nb(notebook)
    metadata = {c.id: c.metadata.nbgrader for c in notebook.cells if "nbgrader" in c.metadata}
    assert {key: cell.points for key, cell in metadata.items() if cell.grade} == {
        "Add_checks": 60,
        "add_up_checks": 40,
        "why": 5,
    }
    assert {key for key, cell in metadata.items() if cell.solution} == {"Add", "add_up", "why"}
    assert {key for key, cell in metadata.items() if cell.locked} == {
        "imports",
        "setup",
        "check_setup",
        "helper",
        "Add_checks",
        "add_up_checks",
    }


def test_a_folded_code_cell_of_the_lesson_is_folded_in_the_notebook(tiny):
    notebook = build(tiny)
    assert cell(notebook, "hidden").metadata == {"jupyter": {"source_hidden": True}}
    assert cell(notebook, "shown").metadata == {}


def test_a_missing_or_changed_notebook_is_stale(tiny):
    course = load_course(tiny)
    wanted = generated_files(course)
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert stale_files(generated_files(course)) == []
    course.lesson("tiny", "zh").write_text(f"{LESSON}\nMore.\n", encoding="utf-8")
    assert stale_files(generated_files(course)) == [course.notebook("tiny")]
    course.notebook("tiny").unlink()
    assert stale_files(wanted) == [course.notebook("tiny")]


SLOT = '```python exercise="Add"\n```\n'


@pytest.mark.parametrize(
    ("file", "old", "new", "complaint"),
    [
        ("source/tiny.zh.md", SLOT, "", 'tiny.zh.md: a slot is missing: exercise="Add"'),
        ("source/tiny.zh.md", SLOT, SLOT * 2, 'tiny.zh.md: a slot stands twice: exercise="Add"'),
        ("source/tiny.zh.md", SLOT, SLOT + SLOT.replace("Add", "Sub"), 'there is nothing for the slot exercise="Sub"'),
        ("source/tiny.zh.md", SLOT, SLOT + "\n```python\nx = 1\n```\n", "this code is in no slot: x = 1"),
        ("source/tiny.zh.md", SLOT, SLOT.replace("\n", "\nx = 1\n", 1), "this code is in no slot: x = 1"),
        ("source/tiny.zh.md", "# Tiny\n\n要做什么.\n", "", "source/tiny.zh.md:1: the lesson has no title"),
        (
            "source/tiny.en.md",
            LESSON,
            "# Tiny\n",
            'source/tiny.zh.md:5: here stands given="helper"; source/tiny.en.md:1: here the lesson ends',
        ),
        (
            "source/tiny.en.md",
            '="shown"',
            '="hidden"',
            'source/tiny.zh.md:10: here stands code="shown"; source/tiny.en.md:10: here stands code="hidden". Give both',
        ),
        (
            "solutions/tiny.py",
            "    ### END SOLUTION\n",
            "",
            "solutions/tiny.py:12: this solution region never ends. Write `### END SOLUTION` below its answer.",
        ),
        ("source/tiny.py", ' name="shown"', "", "every cell needs a name of its own"),
        ("source/tiny.py", "hidden", "shown", "every cell needs a name of its own"),
        ("assignments/cases/tiny.py", 'Case("Add",', 'Case("Add",,', "tiny.py:5: invalid syntax"),
        ("solutions/tiny.py", "\n# Between", "\ndef other(): ...\n\n\n# Between", "has no place for other"),
    ],
)
def test_sources_that_do_not_match_are_refused_in_one_line(tiny, file, old, new, complaint):
    path = tiny / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(UsageError) as refused:
        build(tiny)
    assert complaint in str(refused.value)
    assert "\n" not in str(refused.value)


def test_an_empty_lesson_is_refused_in_one_line(tiny):
    (tiny / "source" / "tiny.zh.md").write_text("\n")
    with pytest.raises(UsageError) as refused:
        build(tiny)
    assert (
        str(refused.value) == "source/tiny.zh.md:1: the lesson is empty. Begin with `# Title` and what is to be done."
    )


@pytest.mark.parametrize(
    "file", ["source/tiny.zh.md", "source/tiny.py", "assignments/cases/tiny.py", "solutions/tiny.py"]
)
def test_a_missing_source_is_named(tiny, file):
    (tiny / file).unlink()
    with pytest.raises(UsageError, match=file):
        build(tiny)


def test_the_command_builds_the_notebooks_of_either_language(autograder, tiny):
    assert autograder("build", "--lang", "en", cwd=tiny).returncode == 0
    assert autograder("build", "--check", "--lang", "en", cwd=tiny).returncode == 0
    done = autograder("build", "--check", cwd=tiny)
    assert done.returncode == 1
    assert done.stdout == "source/tiny/tiny.ipynb: stale; run `autograder build`\n"


def test_a_file_of_the_check_that_is_not_made_any_more_is_noticed_and_removed(tiny, autograder):
    left_over = tiny / "assignments" / "check" / "old.py"
    autograder("build", cwd=tiny)
    left_over.write_text("", encoding="utf-8")
    noticed = autograder("build", "--check", cwd=tiny)
    assert (noticed.returncode, noticed.stdout) == (1, "assignments/check/old.py: left over; run `autograder build`\n")
    assert autograder("build", cwd=tiny).stdout == "assignments/check/old.py: removed\n"
    assert not left_over.exists()


def test_the_notebooks_have_links_to_the_check_and_its_cases(tiny, autograder):
    autograder("build", cwd=tiny)
    for name in ("check", "cases"):
        assert (tiny / "source" / "tiny" / name).samefile(tiny / "assignments" / name)
