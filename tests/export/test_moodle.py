"""Grades in a worksheet of Moodle in any language, and feedback files under the names that Moodle takes back."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest

from autograder.course.errors import UsageError

LANGUAGES = {  # the header of a worksheet, the word before a participant's number
    "en": ("Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed", "Participant "),
    "zh": ("识别码,全名,邮箱,状态,成绩,最高成绩,允许更改成绩", "参与者"),
    "de": (
        "ID,Vollständiger Name,E-Mail-Adresse,Status,Bewertung,Bestwertung,Bewertung kann geändert werden",
        "Teilnehmer/in",
    ),
    "unknown": ("가,나,다,라,마,바,사", "참가자 "),
}
FOLDER = re.compile(r"[^_/]+_(\d+)_assignsubmission_file_/feedback\.html")


@pytest.fixture
def sheet(export, tmp_path):
    """Export into a worksheet of these lines, and return the rows that are written."""

    def sheet(*lines: str, options: tuple = ()) -> list[list[str]]:
        (tmp_path / "in.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        into = ["--into", tmp_path / "in.csv", "--assignment", "adding"]
        done = export("moodle", tmp_path / "out", *into, *options)
        if isinstance(done.exception, UsageError):
            raise done.exception
        text = (tmp_path / "out" / "worksheet.csv").read_text(encoding="utf-8")
        return list(csv.reader(io.StringIO(text)))

    return sheet


@pytest.mark.parametrize("language", LANGUAGES)
def test_grades_are_written_whatever_the_language_of_the_site(sheet, language):
    header, word = LANGUAGES[language]
    rows = sheet(
        header, f"{word}501,王芳,a@b,x,,50.00,y", f"{word}502,李雷,c@d,x,,50.00,y", f"{word}9,Eve,e@f,x,,50.00,y"
    )
    assert [row[4] for row in rows[1:]] == ["50", "10", ""]
    assert rows[0] == header.split(",")


def test_a_worksheet_without_names_works_by_its_numbers(sheet):
    rows = sheet("Identifier,Status,Grade,Maximum grade", "Participant 501,x,,100.00", "Participant 502,x,7.00,100.00")
    assert [row[2] for row in rows[1:]] == ["100", "20"]


def test_a_number_that_belongs_to_somebody_else_is_not_taken(sheet):
    """The numbers of another platform may be there by chance."""
    rows = sheet(
        LANGUAGES["en"][0], "Participant 501,李雷,lilei@example.edu,x,,100,y", "Participant 7,王芳,x@y,x,,100,y"
    )
    assert [row[4] for row in rows[1:]] == ["20", ""]


def test_the_column_of_the_grade_can_be_named(sheet):
    rows = sheet("Identifier,A,B,C", "Participant 501,1,,3", "Participant 502,2,,4", options=("--column", "B"))
    assert [row[2] for row in rows[1:]] == ["100", "20"]


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["Name,Grade", "x,1"], "is no worksheet of Moodle: no column holds `Participant 123`"),
        (["Identifier,A,B", "Participant 501,,x"], "The column of the grade in in.csv cannot be told.*'A', 'B'"),
    ],
)
def test_a_file_that_is_no_worksheet_is_refused(sheet, lines, complaint):
    with pytest.raises(UsageError, match=complaint):
        sheet(*lines)


def test_a_worksheet_takes_one_assignment(export, here, tmp_path):
    done = export("moodle", tmp_path / "out", "--into", here / "platforms" / "moodle.csv")
    assert "Name it with --assignment: adding, times" in str(done.exception)


def test_feedback_files_have_names_that_moodle_reads_the_participant_from(sheet, tmp_path):
    """The importer splits the folder's name at `_` and takes the second part for the number."""
    names = ["_.~/../王_芳", "<b>..\\x</b>"]
    sheet(
        LANGUAGES["en"][0], *(f"Participant {n},{name},a@b,x,,1,y" for n, name in zip((501, 502), names, strict=True))
    )
    with zipfile.ZipFile(tmp_path / "out" / "feedback.zip") as archive:
        found = archive.namelist()
    assert [FOLDER.fullmatch(name)[1] for name in found] == ["501", "502"]


def test_the_feedback_file_is_the_students_page(export, here, tmp_path):
    out, options = tmp_path / "out", ("--assignment", "adding", "--lang", "en")
    export("moodle", out, "--into", here / "platforms" / "moodle.csv", *options)
    with zipfile.ZipFile(out / "feedback.zip") as archive:
        pages = [archive.read(name).decode() for name in archive.namelist()]
    assert pages
    assert all('lang="en"' in page and "Feedback for" in page for page in pages)
