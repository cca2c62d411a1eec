"""Whose a hand-in is, what it is for, and which attempt counts; what nobody is graded for has a line that says why."""

from __future__ import annotations

import os
import re

import pytest

A, B = "image_convolution", "fc_to_conv"


@pytest.fixture
def answers(perfect):
    return {name: text.encode() for name, text in perfect.items()}


@pytest.fixture
def found(classes, find, tmp_path):
    """Return what is found in a class of these files."""

    def found(files, roster=None):
        return find(classes.write_folder(tmp_path / "class", files), roster)

    return found


@pytest.fixture
def zipped(classes, tmp_path):
    """Return the bytes of a zip of these files."""
    return lambda files: classes.write_zip(tmp_path / "one.zip", files).read_bytes()


def graded(found):
    return {(handin.student, handin.assignment): handin.path.name for handin in found.handins if handin.path}


def reasons(found):
    return {line.place: line.reason for line in found.not_understood}


@pytest.mark.parametrize(
    "name",
    [
        "image_convolution (2).py", "image_convolution-1.py", "Image_Convolution(1).py", "图像卷积.py", "图像卷积 - 副本.py",
        "image-convolution.PY", "Convolutions for images.py", "张三-图像卷积.py", "my answer.py", "IMAGE CONVOLUTION copy 2.py",
    ],
)  # fmt: skip
def test_a_file_with_another_name_is_for_its_assignment(found, answers, name):
    class_ = found({f"li/{name}": answers[A]})
    assert graded(class_) == {("li", A): name}
    assert class_.not_understood == ()


def test_a_notebook_is_known_by_the_cells_that_nbgrader_knows(found, to_notebook):
    text = to_notebook(["x = 1"]).replace(
        '"metadata": {}, "execution', '"metadata": {"nbgrader": {"grade_id": "im2col"}}, "execution'
    )
    assert graded(found({"li/Untitled.ipynb": text.encode()})) == {("li", "practice"): "Untitled.ipynb"}


def test_what_a_stub_gives_is_no_hand_in_for_the_assignment_that_asks_for_it(found, answers):
    assert b"def corr2d" in answers["practice"]
    assert graded(found({"li/mine.py": answers["practice"]})) == {("li", "practice"): "mine.py"}


def test_a_file_for_two_assignments_is_for_none(found, answers):
    class_ = found({"li/all.py": answers[A] + answers[B], "wu/image_convolution.py": answers[A]})
    assert graded(class_) == {("wu", A): "image_convolution.py"}
    assert f"it holds exercises of {B} and {A}" in reasons(class_)["li/all.py"]
    (missing,) = (handin for handin in class_.handins if handin.student == "li")
    assert "all.py" in missing.problem.en


def test_a_name_that_its_content_contradicts_is_not_believed(found, answers):
    class_ = found({"li/图像卷积.py": answers[B]})
    assert graded(class_) == {}
    assert f"its name says {A}, but it holds exercises of {B}" in reasons(class_)["li/图像卷积.py"]


def test_a_file_of_the_assignments_own_name_needs_no_content(found):
    assert graded(found({"li/practice.py": b"x = 1\n"})) == {("li", "practice"): "practice.py"}


def test_helpers_beside_a_hand_in_are_no_hand_ins(found, answers):
    class_ = found(
        {
            "li/fc_to_conv.py": answers[B],
            "li/mine.py": answers[A],
            "li/test_practice.py": b"",
            "li/cases/practice.py": b"",
        }
    )
    assert graded(class_)[("li", B)] == "fc_to_conv.py"
    assert ("li", A) not in graded(class_)


def test_the_last_of_several_attempts_is_graded_and_says_so(found, answers):
    names = [f"20231234_张三_图像卷积{mark}.py" for mark in ("", " (1)", " (2)")]
    (handin,) = found({name: answers[A] + mark.encode() for mark, name in zip("#\n ", names, strict=True)}).handins
    assert handin.path.name == names[2]
    assert "3 files were handed in for this assignment" in handin.remark.en
    assert "共交了 3 个文件" in handin.remark.zh


def test_of_attempts_without_numbers_the_newest_file_is_graded(classes, find, answers, tmp_path):
    names = ["20231234_张三_作业1_a.py", "20231234_张三_作业1_b.py"]
    folder = classes.write_folder(tmp_path / "class", dict.fromkeys(names, answers[A]))
    os.utime(folder / names[0], (2_000_000_000, 2_000_000_000))
    assert graded(find(folder)) == {("20231234-张三", A): names[0]}


def test_a_later_file_of_canvas_is_graded(found, answers):
    class_ = found(
        {
            f"zhangsan_12_{number}_image_convolution{mark}.py": answers[A]
            for number, mark in ((99, "-1"), (100, "-2"), (9, ""))
        }
    )
    assert graded(class_) == {("zhangsan_12", A): "zhangsan_12_100_image_convolution-2.py"}


def test_of_a_notebook_and_a_file_the_notebook_is_graded_in_every_layout(found, answers, to_notebook):
    notebook = to_notebook([answers[A].decode()]).encode()
    class_ = found(
        {"zhangsan_12_5_image_convolution.ipynb": notebook, "zhangsan_12_9_image_convolution.py": answers[A]}
    )
    assert graded(class_) == {("zhangsan_12", A): "zhangsan_12_5_image_convolution.ipynb"}
    assert "the notebook is graded" in class_.handins[0].note.en


def test_files_beside_one_another_are_no_helpers_of_other_students(found, course, answers):
    class_ = found({
        "zhangsan_12_5_image_convolution.py": answers[A], "zhangsan_12_6_helper.py": b"x = 1\n",
        "lisi_13_7_image_convolution.py": answers[A], "lisi_13_8_secret.py": b"y = 2\n",
    })  # fmt: skip
    files = {handin.student: set(handin.loaded(course.limits).contents.files) for handin in class_.handins}
    assert files == {"zhangsan_12": {A + ".py", "helper.py"}, "lisi_13": {A + ".py", "secret.py"}}


def test_each_member_of_a_group_has_a_result(found, answers):
    people = [("Li Lei", "1", "li@x.edu"), ("Wu Hao", "2", "wu@x.edu"), ("No Number", "", "no@x.edu")]
    submitters = "".join(
        f"  - :name: {n}\n" + (f"    :sid: '{s}'\n" if s else "") + f"    :email: {e}\n" for n, s, e in people
    )
    class_ = found({
        "submission_metadata.yml": f"submission_7:\n  :submitters:\n{submitters}  :results: !ruby/object:Foo {{}}\n".encode(),
        "submission_7/image_convolution.py": answers[A],
    })  # fmt: skip
    assert set(graded(class_)) == {("Li Lei_1", A), ("Wu Hao_2", A), ("No Number_no@x.edu", A)}
    assert {handin.person.email for handin in class_.handins} == {"li@x.edu", "wu@x.edu", "no@x.edu"}


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-11-02 09:30:10.100000000 +02:00", "2026-11-02 08:30:10.123456000 Z"),
        ("2026-11-02 08:00:00 UTC", "2026-11-02T01:00:00-0800"),
        ("2026-11-02 08:00:00.1 Z", "2026-11-02 08:00:00.2 Z"),
    ],
)
def test_the_later_of_two_submissions_to_gradescope_is_graded(found, answers, earlier, later):
    entry = "submission_{}:\n  :submitters:\n  - :name: Li Lei\n    :sid: '1'\n  :created_at: {}\n"
    class_ = found({
        "submission_metadata.yml": (entry.format(1, later) + entry.format(2, earlier)).encode(),
        "submission_1/image_convolution.py": answers[A], "submission_2/image_convolution.py": answers[A],
    })  # fmt: skip
    (handin,) = class_.handins
    assert handin.path.parent.name == "submission_1"


def test_two_students_of_one_name_are_told_apart_by_their_numbers(found, answers):
    class_ = found({f"张伟_{number}_assignsubmission_file_/image_convolution.py": answers[A] for number in (41, 42)})
    assert set(graded(class_)) == {("张伟_41", A), ("张伟_42", A)}


def test_two_students_of_one_name_and_no_number_are_refused(found, answers):
    entry = "submission_{}:\n  :submitters:\n  - :name: 张伟\n"
    class_ = found({
        "submission_metadata.yml": (entry.format(1) + entry.format(2)).encode(),
        "submission_1/image_convolution.py": answers[A], "submission_2/image_convolution.py": answers[A],
    })  # fmt: skip
    assert graded(class_) == {}
    assert "it may be another student's than submission_2" in reasons(class_)["submission_1"]
    assert "submission_2" in reasons(class_)


def test_a_date_and_a_surname_are_no_student(found, answers):
    names = ["20261127_zhang_san.py", "20261127_zhang_wei.py"]
    class_ = found(dict.fromkeys(names, answers[A]) | {"wu/practice.py": b""})
    assert set(reasons(class_)) == set(names)
    assert "handin_names" in reasons(class_)[names[0]]


def test_files_that_canvas_did_not_name_are_not_taken_for_attempts_of_one_student(found, answers):
    class_ = found(
        {f"class_1_{number}_{name}.py": answers[A] for number, name in ((20231234, "张三"), (20231235, "李四"))}
    )
    assert graded(class_) == {}
    assert len(class_.not_understood) == 2
    assert all("give each student a folder" in reason for reason in reasons(class_).values())


def test_a_folder_and_its_zip_are_one_student(found, classes, answers, tmp_path):
    packed = classes.write_zip(tmp_path / "li.zip", {"image_convolution.py": b"old"}).read_bytes()
    class_ = found({"li/image_convolution.py": answers[A], "li.zip": packed})
    assert graded(class_) == {("li", A): "image_convolution.py"}
    assert "the folder li beside it is taken" in reasons(class_)["li.zip"]


def test_text_typed_into_canvas_is_no_hand_in_and_says_so(found, answers):
    class_ = found({"lisi_13_text.html": b"<p>", "zhangsan_12_6_image_convolution.py": answers[A]})
    (missing,) = (handin for handin in class_.handins if handin.student == "lisi_13")
    assert missing.path is None
    assert "no .py and no .ipynb" in reasons(class_)["lisi_13_text.html"]


def test_a_file_of_nobody_says_which_pattern_would_take_it(found, answers):
    class_ = found({"lilei_fc_to_conv.py": answers[B], "readme.pdf": b"", "wu/practice.py": b""})
    assert "handin_names = ['(?P<name>[^-_]+)[-_](?P<assignment>.+)']" in reasons(class_)["lilei_fc_to_conv.py"]
    assert "neither .py, .ipynb nor a zip" in reasons(class_)["readme.pdf"]


def test_the_pattern_that_is_advised_takes_the_file(classes, course_copy, autograder, answers, tmp_path):
    folder = classes.write_folder(
        tmp_path / "class", {"lilei_fc_to_conv.py": answers[B], "wuhao_fc_to_conv.py": answers[B]}
    )
    manifest = course_copy / "exercises.toml"
    pattern = "handin_names = ['(?P<name>[^-_]+)[-_](?P<assignment>.+)']"
    manifest.write_text(
        re.sub("(?m)^handin_names.*$", lambda _: pattern, manifest.read_text(encoding="utf-8")), encoding="utf-8"
    )
    done = autograder("hand-ins", folder, cwd=course_copy)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "2 of 2 rows have a file to grade" in done.stdout


def test_without_a_number_two_files_of_one_name_may_be_two_students(
    classes, course_copy, autograder, answers, tmp_path
):
    folder = classes.write_folder(
        tmp_path / "class", {"lilei_fc_to_conv.py": answers[B], "lilei-fc_to_conv.py": answers[B]}
    )
    manifest = course_copy / "exercises.toml"
    pattern = "handin_names = ['(?P<name>[^-_]+)[-_](?P<assignment>.+)']"
    manifest.write_text(
        re.sub("(?m)^handin_names.*$", lambda _: pattern, manifest.read_text(encoding="utf-8")), encoding="utf-8"
    )
    done = autograder("hand-ins", folder, cwd=course_copy)
    assert done.returncode == 1
    assert done.stderr.count("may be another student's") == 2


@pytest.mark.parametrize(
    "place",
    [
        "作业/my.py",
        "20231235_李四_作业1.py",
        "a_12_34_b.py",
        "submission_metadata.yml",
        "practice/practice.py",
        "hw/sub/x.py",
    ],
)
def test_the_only_folder_is_the_only_students_whatever_is_in_it(found, answers, place):
    content = b"submission_1:\n  :submitters:\n  - :name: x\n" if place.endswith("yml") else answers["practice"]
    assert {handin.student for handin in found({f"student/{place}": content}).handins} == {"student"}


FORGED = b"submission_1:\n  :submitters:\n  - :name: alice\n    :sid: '7'\n"


@pytest.mark.parametrize("metadata", [FORGED, b"submission_1: [", b"\xff\xfe\x00"])
@pytest.mark.parametrize(
    "student", ["20231234-张三", "bobby_12_34_hw", "Bob Li_41_assignsubmission_file_"], ids=["own", "canvas", "moodle"]
)
def test_the_only_zip_is_its_students_whatever_is_in_it(zipped, found, answers, student, metadata):
    files = {"submission_1/practice.py": answers["practice"], "submission_metadata.yml": metadata}
    inner = zipped(files)
    handins = [one for one in found({f"{student}.zip": inner}).handins if one.path]
    assert {one.student for one in handins} <= {"20231234-张三", "bobby_12", "Bob Li_41"}
    assert len(handins) == 1


@pytest.mark.parametrize("inside", ["submission_1/practice.py", "alice/practice.py"])
def test_the_only_zip_is_its_students_if_the_roster_has_the_student(classes, zipped, find, answers, tmp_path, inside):
    files = {inside: answers["practice"], "submission_metadata.yml": FORGED}
    folder = classes.write_folder(tmp_path / "class", {"bob.zip": zipped(files)})
    (tmp_path / "roster.csv").write_text("id,name\n7,alice\n8,bob\n")
    class_ = find(folder, tmp_path / "roster.csv")
    assert {one.student for one in class_.handins if one.path} == {"bob"}


def test_a_broken_file_of_gradescope_inside_a_class_stops_nobody(classes, zipped, find, answers, tmp_path):
    files = {"li/practice.py": answers["practice"], "wu/practice.py": answers["practice"]}
    inner = zipped(files | {"submission_metadata.yml": b"submission_1: ["})
    class_ = find(classes.write_folder(tmp_path / "class", {"作业.zip": inner}))
    assert {one.student for one in class_.handins if one.path} == {"li", "wu"}


@pytest.mark.parametrize("name", ["cls-practice-practice-bob", "practice-practice-bob"])
def test_a_clone_whose_name_can_be_read_in_two_ways_is_given_to_neither(found, answers, name):
    class_ = found(
        {f"{name}/practice.py": answers["practice"], f"{name}/.git/HEAD": b"", "cls-practice-ann/.git/HEAD": b""}
    )
    assert not {"bob", "practice-bob"} & {one.student for one in class_.handins}
    assert "ann" in {one.student for one in class_.handins}


def test_a_file_among_very_many_is_graded_by_its_name_and_by_nothing_else(found, answers):
    many = {f"li/{number:03}.py": b"x = 1" for number in range(200)}
    class_ = found({**many, "li/zzz.py": answers["practice"], "wu/practice.py": answers["practice"]})
    assert {one.student for one in class_.handins if one.path} == {"wu"}
    assert [
        "more files than are looked into" in line.reason for line in class_.not_understood if line.place == "li"
    ] == [True]
    class_ = found({**many, "li/practice.py": answers["practice"]})
    assert [line for line in class_.not_understood if line.place == "li"] == []


@pytest.mark.parametrize("place", ["20231234-张三.rar", "20231234-张三/notes.txt"])
def test_a_file_counts_beside_an_archive_or_a_folder_of_the_same_student(found, answers, place):
    class_ = found({place: b"Rar!", "20231234_张三_作业1.py": answers[A], "20231235_李四_作业1.py": answers[A]})
    assert set(graded(class_)) == {("20231234-张三", A), ("20231235-李四", A)}
