"""The same seed and submissions give the same bytes, however the class is cut into shards."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.every_core

A = "image_convolution"
RANDOM = "\nimport random, torch\ndef output_shape(a, b):\n    return random.randrange(9), int(torch.randint(9, ()))\n"

MISTAKES = """
def output_shape(a, b):
    if b[0] > a[0] or b[1] > a[1]:
        raise ValueError
    return a[0] - b[0], a[1] - b[1]
def edge_kernel():
    return torch.tensor([[-1.0, 1.0]])
"""


@pytest.fixture(scope="module")
def folder(make_class, perfect, course, tmp_path_factory):
    students = {
        "perfect": {f"{name}.py": source for name, source in perfect.items()},
        "random": {f"{A}.py": perfect[A] + RANDOM},
        "stub": {f"{A}.py": course.stub(A).read_bytes()},
    }
    wrong = perfect[A] + MISTAKES
    students |= {f"wrong {number:02}": {f"{A}.py": wrong} for number in range(12)}
    return make_class(tmp_path_factory.mktemp("seeds") / "class", students)


def test_two_runs_differ_in_duration_only(grade, folder, contents, tmp_path):
    grade(folder, tmp_path / "one", "--jobs", 1)
    grade(folder, tmp_path / "four", "--jobs", 4)
    assert contents(tmp_path / "one") == contents(tmp_path / "four")
    assert {"grades.csv", "summary.json", f"random/{A}.json"} <= set(contents(tmp_path / "one"))


def test_the_first_and_the_last_of_equal_submissions_get_the_same_bytes(grade, folder, contents, tmp_path):
    grade(folder, tmp_path / "out", "--jobs", 1)
    files = {path: text for path, text in contents(tmp_path / "out").items() if path.startswith("wrong ")}
    assert len(files) > 1
    assert len({text.replace(path.partition("/")[0], "") for path, text in files.items()}) == 1
    assert all('"misconception": "' in text for text in files.values())


def test_resuming_finishes_an_interrupted_run(grade, folder, contents, tmp_path):
    grade(folder, tmp_path / "whole", "--jobs", 1)
    grade(folder, tmp_path / "half", "--jobs", 1)
    kept = tmp_path / "half" / "perfect" / f"{A}.json"
    before = kept.stat().st_mtime_ns
    (tmp_path / "half" / "random" / f"{A}.json").unlink()
    (tmp_path / "half" / "stub" / f"{A}.json").write_text('{"schema": "autograder/result/2", "stud')
    (tmp_path / "half" / "grades.csv").unlink()
    grade(folder, tmp_path / "half", "--jobs", 1, "--resume")
    assert contents(tmp_path / "half") == contents(tmp_path / "whole")
    assert kept.stat().st_mtime_ns == before
