"""The course seed: what is given comes first, then the environment, then the file of the course."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from autograder.course.errors import UsageError
from autograder.course.seed import FILE_NAME, VARIABLE, course_seed


def test_what_is_given_comes_before_the_environment_and_that_before_the_file(tmp_path, monkeypatch):
    monkeypatch.setenv(VARIABLE, "environment")
    assert course_seed(tmp_path, "given") == "given"
    assert course_seed(tmp_path) == "environment"
    assert list(tmp_path.iterdir()) == []


def test_a_seed_is_drawn_once_for_all_who_ask(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with ThreadPoolExecutor(8) as pool:
        seeds = set(pool.map(lambda _: course_seed(tmp_path), range(8)))
    assert len(seeds) == 1
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o777 == 0o600


def test_where_no_seed_can_be_kept_one_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(UsageError, match="Give one with --seed"):
        course_seed(tmp_path / "not there")
