"""Scores in a gradebook that Canvas exported: the right cells change, and nothing else does."""

from __future__ import annotations

import csv
import json

import pytest

from autograder.course.errors import UsageError

HEADER = "Student,ID,SIS User ID,SIS Login ID,Section,Adding (1201),Final Score"
POINTS = "    Points Possible,,,,,100.00,(read only)"
ROW = '"Wang, Fang",501,20231234,wangfang@example.edu,1班,,'


@pytest.fixture
def scores(export, tmp_path):
    """Export into a gradebook of these lines; return the scores by the ID, and what was said."""

    def scores(*lines: str, end: str = "\n", options: tuple = ("--assignment", "adding"), **places) -> tuple:
        book = tmp_path / "gradebook.csv"
        book.write_bytes("".join(f"{line}{end}" for line in lines).encode())
        done = export("canvas", tmp_path / "out.csv", "--into", book, *options, **places)
        if isinstance(done.exception, UsageError):
            raise done.exception
        with open(tmp_path / "out.csv", encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))[2:]
        return {row[1]: row[5] for row in rows}, done.stderr

    return scores


@pytest.mark.parametrize(
    "row",
    [
        "somebody,501,,,1班,,",
        "somebody,9,20231234,,1班,,",
        "somebody,9,,20231234,1班,,",
        "somebody,9,,WangFang@Example.edu,1班,,",
        "王芳,9,,,1班,,",
        '"王, 芳",9,,,1班,,',
    ],
)
def test_a_student_is_found_by_number_id_login_and_name(scores, row):
    found, _ = scores(HEADER, POINTS, row)
    assert list(found.values()) == ["100"]


@pytest.mark.parametrize(
    "rows",
    [
        ["王芳,8,,,1班,,", "王芳,9,,,2班,,"],
        ["李雷,501,,,1班,,", "王芳,9,,,1班,,"],
        ["somebody,8,20231234,,1班,,", "somebody,9,,wangfang@example.edu,1班,,"],
    ],
    ids=["two of one name", "number and name of two rows", "id and login of two rows"],
)
def test_a_student_whose_data_fit_several_rows_gets_none_of_them(scores, rows):
    found, said = scores(HEADER, POINTS, *rows)
    assert "100" not in found.values()
    assert "not written, several rows of the file fit this student: 王芳/adding" in said
    assert said.count("autograder grade … --roster roster.csv") == 1


def test_two_results_that_fit_one_row_are_both_left_out(scores, results):
    path = results / "lilei_502" / "adding.json"
    record = json.loads(path.read_bytes())
    record["person"]["platform_id"] = record["person"]["id"] = record["person"]["email"] = ""
    record["person"]["name"] = "王芳"
    path.write_text(json.dumps(record), encoding="utf-8")
    found, said = scores(HEADER, POINTS, "王芳,501,,,1班,,", results=results)
    assert found == {}
    assert said.count("another result fits the same row of the file") == 2


def test_a_student_who_is_not_in_the_gradebook_is_named(scores):
    _, said = scores(HEADER, POINTS, ROW)
    assert "not written, the file has no row for this student: lilei_502/adding" in said
    assert said.count("autograder grade … --roster roster.csv") == 1


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_other_byte_of_the_file_stays(scores, tmp_path, end):
    lines = [f'{HEADER},"Notes, ""old"""', f"{POINTS},", f'{ROW},"two\nlines, ""quoted"""']
    scores(*lines, end=end)
    written = (tmp_path / "out.csv").read_bytes().decode()
    lines[-1] = lines[-1].replace("1班,,", "1班,100,")
    assert written == "".join(f"{line}{end}" for line in lines)


def test_a_gradebook_with_semicolons_has_its_decimals_with_commas(export, tmp_path):
    book = tmp_path / "gradebook.csv"
    book.write_text(
        "Student;ID;SIS Login ID;Section;Times (7)\n    Points Possible;;;;5,00\n王芳;501;;1班;\n", encoding="utf-8"
    )
    done = export("canvas", tmp_path / "out.csv", "--into", book, "--assignment", "times")
    assert done.exit_code == 0, done.stderr
    assert "王芳;501;;1班;3,17\n" in (tmp_path / "out.csv").read_text(encoding="utf-8")
    assert "Times (7) is out of 5: scores out of 10 are scaled to that." in done.stderr


@pytest.mark.parametrize("column", ["Homework (77)", "Homework", "77"])
def test_a_column_can_be_named(scores, column):
    header = HEADER.replace("Adding (1201)", "Homework (77)")
    found, _ = scores(header, POINTS, ROW, options=("--assignment", "adding", "--column", column))
    assert found == {"501": "100"}


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["Name,ID,Section,Adding", "x,1,2,3"], "is no gradebook of Canvas"),
        ([HEADER.replace("Adding", "Essay"), POINTS, ROW], r"No column fits adding.*--column: 'Essay \(1201\)'"),
        ([HEADER, POINTS.replace("100.00", "(read only)"), ROW], "No column fits adding"),
        ([HEADER.replace("Final Score", "加法 (9)"), POINTS.replace("(read only)", "1"), ROW], "Several columns fit"),
        ([], "has no header"),
    ],
)
def test_a_file_that_scores_cannot_go_into_is_refused(scores, lines, complaint):
    with pytest.raises(UsageError, match=complaint):
        scores(*lines)


def test_an_assignment_without_a_column_is_named(scores):
    _, said = scores(HEADER, POINTS, ROW, options=())
    assert "not written, the gradebook has no column for this assignment: 王芳/times" in said


def test_canvas_needs_its_gradebook_and_leaves_it_alone(export, here, tmp_path):
    assert "Export Entire Gradebook" in str(export("canvas", tmp_path / "out.csv").exception)
    book = tmp_path / "gradebook.csv"
    book.write_bytes((here / "platforms" / "canvas.csv").read_bytes())
    assert "stays as it is" in str(export("canvas", book, "--into", book).exception)
