"""A roster: who of it handed in what, who is missing, and who is not in it."""

from __future__ import annotations

import pytest

from autograder.course.errors import UsageError
from autograder.course.person import Person
from autograder.submissions.roster import read_roster

A, B = "image_convolution", "fc_to_conv"
LI = Person("20231234", "李雷", "lilei@x.edu", "1班")
HAN = Person("20231235", "韩梅梅", "han@x.edu", "2班")
ROWS = "20231234,李雷,lilei@x.edu,1班\n20231235,韩梅梅,han@x.edu,2班\n"


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("id,name,email,section\n" + ROWS, encoding="utf-8")
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("header", ["id,name,email,section", "学号,姓名,邮箱,班级", "ID, Name ,E-Mail,Class"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_roster_is_read_in_the_usual_encodings_and_headers(tmp_path, encoding, header, delimiter):
    path = tmp_path / "roster.csv"
    path.write_bytes((header + "\n" + ROWS + "\n,,,\n").replace(",", delimiter).encode(encoding))
    assert read_roster(path) == [LI, HAN]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("a,b\n1,2\n", "has no column for who a student is"),
        ("", "has no column"),
        ("id,name\n", "lists no student"),
        ("id,name\n1,a\n1,b\n", "lists the id 1 twice"),
        (b"PK\x03\x04\xff\xff\x00\x00", "is no CSV file"),
    ],
)
def test_a_wrong_roster_is_refused_in_one_line(tmp_path, content, words):
    path = tmp_path / "roster.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UsageError) as refused:
        read_roster(path)
    assert words in str(refused.value)
    assert len(str(refused.value).splitlines()) == 1


@pytest.mark.parametrize(
    ("place", "key", "number"),
    [
        (f"20231234/{A}.py", "20231234", ""),
        (f"李雷/{A}.py", "李雷", ""),
        (f"lilei@x.edu/{A}.py", "lilei@x.edu", ""),
        (f"20231234-李雷/{A}.py", "20231234-李雷", ""),
        ("20231234_李雷_图像卷积.py", "20231234", ""),
        (f"李雷_12_34_{A}.py", "20231234", "12"),
        (f"李雷_41_assignsubmission_file_/{A}.py", "20231234", "41"),
        (f"李雷_41_assignsubmission_file_{A}.py", "20231234", "41"),
    ],
)
def test_a_student_of_the_roster_is_known_in_every_layout(classes, find, perfect, roster, tmp_path, place, key, number):
    class_ = find(classes.write_folder(tmp_path / "class", {place: perfect[A].encode()}), roster)
    there, missing = sorted(class_.handins, key=lambda handin: handin.path is None)
    assert (there.student, there.person) == (key, Person(LI.id, LI.name, LI.email, LI.section, number))
    assert (missing.student, missing.person, missing.problem.en) == (HAN.id, HAN, "Not handed in.")
    assert class_.unlisted == ()


def test_who_missed_one_of_the_assignments_of_the_class_has_a_row_for_it(classes, find, perfect, roster, tmp_path):
    files = {f"20231234/{A}.py": perfect[A].encode(), f"20231235/{B}.py": perfect[B].encode()}
    class_ = find(classes.write_folder(tmp_path / "class", files), roster)
    rows = {(handin.student, handin.assignment): handin.path is not None for handin in class_.handins}
    assert rows == {(LI.id, A): True, (LI.id, B): False, (HAN.id, B): True, (HAN.id, A): False}


def test_who_is_not_in_the_roster_is_named_and_graded(classes, find, perfect, roster, tmp_path):
    class_ = find(classes.write_folder(tmp_path / "class", {f"吴昊/{A}.py": perfect[A].encode()}), roster)
    assert [(line.place, "nobody in the roster is 吴昊" in line.reason) for line in class_.unlisted] == [("吴昊", True)]
    assert [handin.student for handin in class_.handins if handin.path] == ["吴昊"]


def test_two_hand_ins_are_not_given_to_one_student_of_the_roster(classes, find, perfect, roster, tmp_path):
    names = [f"李雷_{number}_assignsubmission_file_/{A}.py" for number in (41, 42)]
    class_ = find(classes.write_folder(tmp_path / "class", {name: perfect[A].encode() for name in names}), roster)
    assert {handin.student for handin in class_.handins if handin.path} == {"李雷_41", "李雷_42"}
    assert all("would all be 20231234" in line.reason for line in class_.unlisted)
    assert len(class_.unlisted) == 2


def test_an_id_with_another_name_is_not_believed(classes, find, perfect, roster, tmp_path):
    class_ = find(classes.write_folder(tmp_path / "class", {f"20231234_王芳_{A}.py": perfect[A].encode()}), roster)
    assert [line.place for line in class_.unlisted] == [f"20231234_王芳_{A}.py"]
    assert {handin.student for handin in class_.handins if not handin.path} == {LI.id, HAN.id}


def test_a_name_that_two_of_the_roster_have_means_neither(classes, find, perfect, tmp_path):
    roster = tmp_path / "roster.csv"
    roster.write_text("id,name\n1,张伟\n2,张伟\n", encoding="utf-8")
    class_ = find(classes.write_folder(tmp_path / "class", {f"张伟_41_7_{A}.py": perfect[A].encode()}), roster)
    assert len(class_.unlisted) == 1
    assert {handin.student for handin in class_.handins if not handin.path} == {"1", "2"}


@pytest.mark.parametrize("name", ["canvas", "moodle", "moodle_flat", "gradescope", "local_folders", "local_files"])
def test_a_whole_class_has_the_keys_of_the_roster(classes, few, texts, tmp_path, name):
    folder = classes.write_folder(tmp_path / "class", classes.files_of(name, few))
    roster = classes.write_roster(tmp_path / "roster.csv", few, "gbk")
    expected = {(one.id, assignment): text for one in few for (assignment, _), text in one.files.items()}
    assert texts(folder, roster) == expected


def test_a_user_name_that_is_the_number_of_another_student_takes_nobodys_row(classes, find, perfect, roster, tmp_path):
    files = {f"cs-fc-to-conv-20231234/{B}.py": perfect[B].encode(), "cs-fc-to-conv-20231234/.git/HEAD": b""}
    class_ = find(classes.write_folder(tmp_path / "class", files), roster)
    rows = {(handin.student, handin.path is not None) for handin in class_.handins}
    assert rows == {("20231234", True), (LI.email, False), (HAN.id, False)}


def test_who_may_have_handed_in_what_is_refused_is_not_said_to_have_handed_in_nothing(
    classes, find, perfect, roster, tmp_path
):
    entry = "submission_{}:\n  :submitters:\n  - :name: 李雷\n"
    files = {"submission_metadata.yml": (entry.format(1) + entry.format(2)).encode()}
    files |= {f"submission_{number}/{A}.py": perfect[A].encode() for number in (1, 2)}
    class_ = find(classes.write_folder(tmp_path / "class", files), roster)
    said = {handin.student: handin.problem.en for handin in class_.handins if handin.assignment == A}
    assert "could not be told from another student's" in said[LI.id]
    assert said[HAN.id] == "Not handed in."
