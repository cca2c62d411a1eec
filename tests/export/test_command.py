"""`autograder export`: which results it writes, and what it says of the others."""

from __future__ import annotations

import json
import shutil

import pytest
from typer.testing import CliRunner

from autograder.__main__ import app
from autograder.export.formats import FORMATS


def test_the_help_text_names_every_system():
    text = " ".join(CliRunner().invoke(app, ["export", "--help"], env={"COLUMNS": "200"}).stdout.split())
    assert [name for name in FORMATS if f"{name}," not in text and f"{name}." not in text] == []


def test_only_the_results_of_one_assignment_are_written(export, tmp_path):
    done = export("csv", tmp_path / "grades.csv", "--assignment", "times")
    assert done.exit_code == 0
    assert "1 of 1 results written" in done.stdout
    assert "adding" not in (tmp_path / "grades.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("system", "options", "complaint"),
    [
        ("elsewhere", [], "There is no export to 'elsewhere'. There is: csv, xlsx, canvas"),
        ("csv", ["--assignment", "none"], "There are no results of 'none'. There are some of: adding, times."),
        ("csv", ["--into", "grades.csv"], "csv has no use for --into. Leave that out."),
        ("moodle", ["--bom"], "moodle has no use for --bom"),
        ("gradescope", [], "is one file for 4 results. Give a folder"),
    ],
)
def test_an_export_that_cannot_be_done_says_what_can(export, tmp_path, system, options, complaint):
    assert complaint in str(export(system, tmp_path / "out.json", *options).exception)


def test_a_place_that_cannot_be_written_to_is_named(export, tmp_path):
    (tmp_path / "file").touch()
    done = export("csv", tmp_path / "file" / "grades.csv")
    assert "cannot be written" in str(done.exception)
    assert "--out" in str(done.exception)


@pytest.mark.parametrize("system", ["csv", "xlsx", "junit", "gradescope", "prairielearn"])
def test_results_none_of_which_has_a_score_are_all_named(export, results, tmp_path, system):
    for folder in ("anna-schmidt", "lilei_502", "王芳"):
        shutil.rmtree(results / folder)
    done = export(system, tmp_path / "out", results=results)
    assert done.exit_code == 1, done.exception
    assert "0 of 1 results written" in done.stdout
    assert "tomas/adding" in done.stderr


def test_results_of_an_assignment_that_the_course_has_not_are_written_by_their_names(
    export, course, monkeypatch, tmp_path
):
    monkeypatch.chdir(course.root)
    assert export("csv", tmp_path / "grades.csv", "--assignment", "times").exit_code == 0
    assert "times,times,,partial" in (tmp_path / "grades.csv").read_text(encoding="utf-8")


def test_a_result_of_one_student_goes_into_a_file_of_that_name(export, tmp_path):
    assert export("prairielearn", tmp_path / "results.json", "--assignment", "times").exit_code == 0
    assert json.loads((tmp_path / "results.json").read_bytes())["score"] == 0.633333
