"""Grades into the worksheet a teacher downloaded from Moodle, and a zip with a feedback page for each student."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from autograder.course.errors import UsageError
from autograder.course.manifest import Course
from autograder.course.text import Language
from autograder.export.files import save
from autograder.export.matching import match_rows
from autograder.export.model import Done, Request, only_assignment
from autograder.export.scale import scale_to
from autograder.export.worksheet import HOW, Worksheet, read_worksheet
from autograder.pages.course_texts import CourseTexts
from autograder.pages.student_page import student_page
from autograder.results.files import plain_name
from autograder.results.model import Result

WORKSHEET, FEEDBACK = "worksheet.csv", "feedback.zip"
FOLDER = "{name}_{number}_assignsubmission_file_"
EARLIEST = (1980, 1, 1, 0, 0, 0)  # the date of every file in the zip, so that equal results make equal zips


def write(course: Course, results: Sequence[Result], request: Request) -> Done:
    """Write the worksheet given with --into with the grades of one assignment, and the feedback files beside it.

    Raises `UsageError` where the file is no worksheet, or the results are of several assignments.
    """
    if request.into is None:
        raise UsageError(f"Moodle takes grades in its own worksheet. {HOW} Give that file with --into.")
    only_assignment(results, "A worksheet of Moodle")
    sheet = read_worksheet(request.into, request.column)
    matches = match_rows(results, sheet.students)
    remarks: list[str] = []
    if results:
        scale = scale_to(sheet.of, results[0].max_score, sheet.table.delimiter)
        remarks = scale.remark(sheet.table.header.values()[sheet.grade])
        for index, result in matches.rows.items():
            sheet.table.rows[index].write(sheet.grade, scale.points(result))
    save(request.out / WORKSHEET, sheet.table.to_bytes())
    save(request.out / FEEDBACK, _feedback(course, sheet, matches.rows, request.language))
    return Done(str(request.out), matches.left_out, tuple(remarks))


def _feedback(course: Course, sheet: Worksheet, rows: Mapping[int, Result], language: Language) -> bytes:
    """Return a zip with a page in each student's folder, named as Moodle names the folders of submissions."""
    data, texts = io.BytesIO(), CourseTexts(course)
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for index, result in sorted(rows.items()):
            name = plain_name(sheet.full_names[index].replace("_", " ").strip() or "participant")
            folder = FOLDER.format(name=name, number=sheet.students[index].number)
            entry = zipfile.ZipInfo(f"{folder}/feedback.html", EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, student_page([result], [result.assignment], texts, [language]))
    return data.getvalue()
