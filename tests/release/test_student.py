"""A student follows the README of the released folder to the letter, in an empty environment, in both languages."""

from __future__ import annotations

import re
import signal

import nbformat
import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1500)]
NAMED = {"zh": "你把卷积核翻转了", "en": "You flipped the kernel"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
both_languages = pytest.mark.parametrize("student", ["zh", "en"], indirect=True)
ASSIGNMENT = "image_convolution"


def test_both_halves_of_the_readme_have_the_same_commands(unpacked):
    """So who follows one of them has tried the other."""
    assert unpacked("zh").commands == unpacked("en").commands


@both_languages
def test_from_the_first_exercise_in_a_python_file_until_everything_passes(student, answers, flipped, course):
    first, *_ = course.assignments.values()
    exercise = first.exercises[0].name
    student.write(first.name, {exercise: answers(first.name)[exercise]})
    assert f"✓ {exercise}" in student.run(student.command(r"python -m check \w+")).stdout

    student.write(ASSIGNMENT, {"corr2d": flipped})
    wrong = student.run("python -m check corr2d")
    assert (wrong.returncode, NAMED[student.language] in wrong.stdout) == (1, True), wrong.stdout + wrong.stderr
    for language, name in NAMED.items():
        assert name in student.run(f"python -m check corr2d --lang {language}").stdout

    for name in course.assignments:
        student.write(name, answers(name))
    right = student.run(student.command("python -m check"))
    assert right.returncode == 0, right.stdout + right.stderr
    tested = student.run(student.command("python -m pytest"))
    assert tested.returncode == 0, tested.stdout


@both_languages
def test_watching_names_the_mistake_and_sees_that_it_is_mended(student, answers, flipped):
    student.write(ASSIGNMENT, {"corr2d": flipped})
    watching = f"{student.command('python -m check --watch')} corr2d"
    with student.start(f"{student.commands[0].splitlines()[1]}\nexec {watching}") as process:
        try:
            until(process.stdout, NAMED[student.language])
            student.write(ASSIGNMENT, answers(ASSIGNMENT))
            until(process.stdout, "✓ corr2d")
        finally:
            process.send_signal(signal.SIGINT)
    assert process.returncode == 0


def until(lines, wanted):
    """Read lines until one has the words wanted."""
    seen = []
    for line in lines:
        seen.append(line)
        if wanted in line:
            return
    raise AssertionError("".join(seen))


@both_languages
def test_a_notebook_names_the_mistake_on_a_card_and_then_passes(student, answers, flipped, course):
    run_notebook(student, {"corr2d": flipped})
    wrong = cards(student)["corr2d"]
    assert NAMED[student.language] in wrong
    assert student.language == "zh" or not CHINESE.search(wrong)

    run_notebook(student, answers(ASSIGNMENT))
    right = cards(student)
    assert list(right) == [exercise.name for exercise in course.assignments[ASSIGNMENT].exercises]
    assert [name for name, card in right.items() if f"✓ {name}" not in card] == []


def run_notebook(student, answers):
    """Fill in answers by exercise and run the notebook from the first cell to the last."""
    path = student.folder / f"{ASSIGNMENT}.ipynb"
    notebook = nbformat.read(path, 4)
    for cell in notebook.cells:
        cell.source = answers.get(cell.metadata.get("nbgrader", {}).get("grade_id"), cell.source)
    nbformat.write(notebook, path)
    done = student.run(f"jupyter nbconvert --to notebook --inplace --execute {path.name}")
    assert done.returncode == 0, done.stderr


def cards(student):
    """Return the card under each exercise of a notebook that was run."""
    found = {}
    for cell in nbformat.read(student.folder / f"{ASSIGNMENT}.ipynb", 4).cells:
        if match := re.match(r"check\((\w+)\)", cell.source):
            (found[match[1]],) = [one.data["text/html"] for one in cell.outputs if one.output_type == "display_data"]
    return found
