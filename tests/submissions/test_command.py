"""`autograder hand-ins` shows who would be graded for what, and `autograder grade` grades the same and goes on."""

from __future__ import annotations

import pytest

A, B = "image_convolution", "fc_to_conv"
SOURCE = "def output_shape(input_shape, kernel_shape):\n    return 1, 1\n"
EDGE = "def edge_kernel():\n    import torch\n    return torch.tensor([[1.0, -1.0]])\n"


@pytest.fixture
def folder(classes, tmp_path):
    files = {
        f"张三_41_assignsubmission_file_/{A}.py": EDGE, "李四_42_assignsubmission_file_/homework.py": EDGE,
        "王五_43_assignsubmission_file_/hw.rar": "Rar!", "lost.py": EDGE,
    }  # fmt: skip
    return classes.write_folder(tmp_path / "class", {name: text.encode() for name, text in files.items()})


@pytest.fixture
def roster(tmp_path):
    path = tmp_path / "roster.csv"
    path.write_text("学号,姓名,邮箱,班级\n1001,张三,z@x.edu,1班\n1002,赵六,l@x.edu,2班\n", encoding="gbk")
    return path


def test_a_dry_run_shows_everybody_and_grades_nobody(autograder, folder, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    done = autograder("hand-ins", folder)
    assert done.returncode == 1
    rows = {line.split()[0]: line for line in done.stdout.splitlines() if f" {A} " in line}
    assert set(rows) == {"张三_41", "李四_42", "王五_43"}
    assert f"{A}.py" in rows["张三_41"]
    assert "homework.py" in rows["李四_42"]
    assert "RAR" in done.stdout
    assert "2 of 3 rows have a file to grade" in done.stdout
    assert done.stderr.count("not understood: ") == 2
    assert "not understood: lost.py: it is a file in no folder" in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_a_class_that_is_understood_has_exit_code_0(autograder, classes, tmp_path):
    folder = classes.write_folder(tmp_path / "class", {f"li/{A}.py": b"x = 1\n", "wu/notes.txt": b""})
    assert autograder("hand-ins", folder).returncode == 0


def test_an_empty_file_is_none_to_grade(autograder, classes, tmp_path):
    folder = classes.write_folder(tmp_path / "class", {f"li/{A}.py": b"x = 1\n", f"wu/{A}.py": b""})
    done = autograder("hand-ins", folder)
    assert "1 of 2 rows have a file to grade" in done.stdout
    assert "文件是空的或已经损坏，无法评分。" in done.stdout


def test_a_file_from_a_zip_is_shown_with_the_zip(autograder, classes, tmp_path):
    inner = classes.write_zip(tmp_path / "one.zip", {f"{A}.py": b"x = 1\n"}).read_bytes()
    files = {"li/work.zip": inner, "1001_张三.zip": inner, f"wu/{A}.py": b"x = 1\n"}
    done = autograder("hand-ins", classes.write_folder(tmp_path / "class", files))
    assert f"{A}.py (work.zip)" in done.stdout
    assert f"{A}.py (1001_张三.zip)" in done.stdout
    assert done.stdout.count(".zip") == 2


def test_one_assignment_alone_can_be_looked_for(autograder, classes, tmp_path):
    folder = classes.write_folder(tmp_path / "class", {f"li/{A}.py": b"x = 1\n", f"li/{B}.py": b"x = 1\n"})
    done = autograder("hand-ins", folder, "--assignment", B)
    assert "1 of 1 rows have a file to grade" in done.stdout


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nowhere"], "does not exist"),
        ([".", "--roster", "nowhere.csv"], "nowhere.csv cannot be read"),
        ([".", "--assignment", "nope"], "no assignment 'nope'"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_line(autograder, words, said):
    done = autograder("hand-ins", *words)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert said in done.stderr


def test_grading_goes_on_beside_what_is_not_understood(grade, folder, roster, tmp_path):
    run = grade(folder, tmp_path / "out", "--roster", roster)
    assert run.code == 0, run.stderr
    scores = {key: (record["status"], record["score"]) for key, record in run.records.items()}
    assert scores == {
        ("1001", A): ("graded", 5.0), ("李四_42", A): ("graded", 5.0), ("王五_43", A): ("not_gradable", 0.0),
        ("1002", A): ("not_gradable", 0.0),
    }  # fmt: skip
    assert "not understood: lost.py" in run.stderr
    assert "not in the roster: 李四_42_assignsubmission_file_" in run.stderr
    persons = {student: record.get("person") for (student, _), record in run.records.items()}
    assert persons["1001"] == {"id": "1001", "name": "张三", "email": "z@x.edu", "section": "1班", "platform_id": "41"}
    assert persons["1002"] == {"id": "1002", "name": "赵六", "email": "l@x.edu", "section": "2班"}
    assert persons["王五_43"] == {"name": "王五", "platform_id": "43"}
    assert run.records["1002", A]["message"] == {"zh": "没有提交。", "en": "Not handed in."}
    assert "homework.py does not say the assignment" in run.records["李四_42", A]["message"]["en"]


def test_a_class_of_nothing_that_is_understood_is_refused_with_the_reasons(autograder, classes, tmp_path):
    files = {f"lost{number}.py": b"x = 1\n" for number in range(30)}
    done = autograder("grade", classes.write_folder(tmp_path / "class", files), "--out", tmp_path / "out")
    assert done.returncode == 2
    assert done.stderr.count("it is a file in no folder") == 20
    assert "10 more; `autograder hand-ins` shows all" in done.stderr
    assert "holds nothing that can be graded" in done.stderr.splitlines()[-1]


def test_a_folder_for_each_student_has_results_without_person_and_remark(grade, make_class, tmp_path):
    run = grade(make_class(tmp_path / "class", {"20231234-张三": {f"{A}.py": EDGE}}), tmp_path / "out")
    record = run.records["20231234-张三", A]
    assert {"person", "remark"} & record.keys() == set()


def test_a_kept_result_has_the_person_of_the_roster_of_today(grade, classes, roster, tmp_path):
    folder = classes.write_folder(tmp_path / "class", {f"1001/{A}.py": EDGE.encode()})
    runs = [grade(folder, tmp_path / "out").records["1001", A]]
    runs.append(grade(folder, tmp_path / "out", "--roster", roster).records["1001", A])
    roster.write_text("id,name,section\n1001,张三,5班\n", encoding="utf-8")
    runs.append(grade(folder, tmp_path / "out", "--roster", roster).records["1001", A])
    assert [run.get("person", {}).get("section") for run in runs] == [None, "1班", "5班"]
    assert len({run["duration"] for run in runs}) == 1, "it was graded again"


def test_a_kept_result_has_the_remark_of_today(grade, classes, to_notebook, tmp_path):
    names = [f"张三_12_{number}_{A}.ipynb" for number in (34, 33)]
    folder = classes.write_folder(tmp_path / "class", {names[0]: to_notebook([EDGE]).encode()})
    runs = [grade(folder, tmp_path / "out").records["张三_12", A]]
    (folder / names[1]).write_text(to_notebook(["x = 1"]))
    runs += [grade(folder, tmp_path / "out").records["张三_12", A] for _ in range(2)]
    (folder / names[1]).unlink()
    runs.append(grade(folder, tmp_path / "out").records["张三_12", A])
    remark = f"2 files were handed in for this assignment; {A}.ipynb is graded."
    alone = runs[0]["message"]["en"]
    both = f"{remark} {alone}"
    assert [run["message"]["en"] for run in runs] == [alone, both, both, alone]
    assert len({run["duration"] for run in runs}) == 1, "it was graded again"


@pytest.fixture(scope="module")
def small(classes, perfect):
    return classes.members(6, perfect)


@pytest.fixture(scope="module")
def own_scores(classes, small, grade, tmp_path_factory):
    around = tmp_path_factory.mktemp("own")
    folder = classes.write_folder(around / "class", classes.files_of("own", small))
    roster = classes.write_roster(around / "roster.csv", small)
    return scores(grade(folder, around / "out", "--roster", roster))


def scores(run):
    assert run.code == 0, run.stderr
    return {key: record["score"] for key, record in run.records.items()}


@pytest.mark.parametrize("name", ["canvas", "local_files", "gradescope"])
def test_a_class_has_the_same_scores_in_another_layout(classes, small, grade, own_scores, tmp_path, name):
    archive = classes.write_zip(tmp_path / "class.zip", classes.files_of(name, small), gbk=True)
    roster = classes.write_roster(tmp_path / "roster.csv", small)
    assert scores(grade(archive, tmp_path / "out", "--roster", roster)) == own_scores


@pytest.mark.slow
@pytest.mark.every_core
def test_a_class_of_200_has_the_same_scores_in_another_layout(classes, members, grade, tmp_path):
    roster = classes.write_roster(tmp_path / "roster.csv", members)
    folder = classes.write_folder(tmp_path / "own", classes.files_of("own", members))
    own = scores(grade(folder, tmp_path / "one", "--roster", roster))
    archive = classes.write_zip(tmp_path / "class.zip", classes.files_of("moodle", members))
    assert scores(grade(archive, tmp_path / "other", "--roster", roster)) == own
    assert len(own) > 200
