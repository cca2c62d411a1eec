"""The shapes a class may come in: nbgrader's folders, a zip, odd names; and the command's plain refusals."""

from __future__ import annotations

import csv
import json
import zipfile

A = "practice"
SOURCE = "def minimum_kernel_width(d):\n    if d < 0:\n        raise ValueError\n    return d + 1\n"


def test_nbgrader_folders_and_plain_ones_give_the_same_marks(grade, make_class, to_notebook, tmp_path):
    notebook = to_notebook([SOURCE])
    folder = make_class(tmp_path / "class", {"a": {f"{A}/{A}.ipynb": notebook}, "b": {f"{A}.py": SOURCE}})
    run = grade(folder, tmp_path / "out")
    assert run.records["a", A]["score"] == run.records["b", A]["score"] == 5.0


def test_a_zip_is_unpacked_and_its_traps_are_left_out(grade, tmp_path):
    with zipfile.ZipFile(tmp_path / "class.zip", "w") as archive:
        archive.writestr(f"class/王芳/{A}.py", SOURCE)
        archive.writestr(f"class/b/{A}.py", SOURCE)
        archive.writestr("../../outside.py", SOURCE)
        link = zipfile.ZipInfo("class/b/link.py")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    run = grade(tmp_path / "class.zip", tmp_path / "out")
    assert {key: record["score"] for key, record in run.records.items()} == {("王芳", A): 5.0, ("b", A): 5.0}
    assert not list(tmp_path.parent.rglob("outside.py"))


def test_students_with_odd_folder_names_are_not_mixed_up(grade, make_class, tmp_path):
    names = ["grades.csv", "summary.json", "a,b", 'say "hi"', "100%", "100%25", "=1+1", "Ünï cødé", "n\nl"]
    run = grade(make_class(tmp_path / "class", {name: {f"{A}.py": SOURCE} for name in names}), tmp_path / "out")
    assert run.code == 0, run.stderr
    assert {student for student, _ in run.records} == set(names)
    with open(tmp_path / "out" / "grades.csv", encoding="utf-8", newline="") as file:
        assert {row["student"].removeprefix("'") for row in csv.DictReader(file)} == set(names)
    assert json.loads((tmp_path / "out" / "summary.json").read_bytes())["results"] == len(names)


def test_the_command_works_from_any_folder(grade, make_class, tmp_path):
    folder = make_class(tmp_path / "class", {"a": {f"{A}.py": SOURCE}})
    assert grade(folder, tmp_path / "out", cwd=tmp_path).records["a", A]["score"] == 5.0


def refused(done) -> str:
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def test_a_path_that_does_not_exist_is_refused_in_one_line(autograder, tmp_path):
    assert "does not exist" in refused(autograder("grade", tmp_path / "nowhere", "--out", tmp_path / "out"))


def test_a_class_without_students_is_refused_in_one_line(autograder, tmp_path):
    (tmp_path / "class").mkdir()
    assert "no student folders" in refused(autograder("grade", tmp_path / "class", "--out", tmp_path / "out"))


def test_a_file_that_is_no_zip_is_refused_in_one_line(autograder, tmp_path):
    (tmp_path / "class.zip").write_bytes(b"PK nothing")
    assert "not a readable zip" in refused(autograder("grade", tmp_path / "class.zip", "--out", tmp_path / "out"))


def test_an_unknown_assignment_is_refused_in_one_line(autograder, tmp_path):
    assert "no assignment" in refused(autograder("grade", tmp_path, "--out", tmp_path / "out", "--assignment", "nope"))


def test_an_output_that_is_a_file_is_refused_in_one_line(autograder, make_class, tmp_path):
    folder = make_class(tmp_path / "class", {"a": {f"{A}.py": SOURCE}})
    (tmp_path / "out").write_text("")
    assert "cannot be written" in refused(autograder("grade", folder, "--out", tmp_path / "out"))


def test_help_shows_an_example_for_every_command(autograder):
    for command in ("grade", "build"):
        done = autograder(command, "--help")
        assert done.returncode == 0
        assert f"Example: autograder {command}" in done.stdout
