"""What is remembered beside the work, and files that are saved."""

from __future__ import annotations

import sys
import threading

import pytest

from autograder.check import progress
from autograder.check.model import State, Text
from autograder.check.report.report import ExerciseReport
from autograder.check.terminal.watch_files import watch_files


def exercise(name, state):
    return ExerciseReport(name, Text("题", "exercise"), 5, state)


def test_an_exercise_that_passes_is_remembered_until_it_fails(tmp_path):
    remembered = progress.read(tmp_path)
    remembered.add("lesson", exercise("f", State.passed))
    progress.write(tmp_path, remembered)
    assert progress.read(tmp_path).passed == {"lesson": ["f"]}
    remembered.add("lesson", exercise("f", State.failed))
    assert remembered.passed == {"lesson": []}


def test_hints_are_forgotten_when_the_exercise_passes():
    remembered = progress.Progress(hints={"f": 2, "g": 1})
    remembered.add("lesson", exercise("f", State.passed))
    assert remembered.hints == {"g": 1}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"passed": 1, "hints": {}}', '{"passed": {}, "hints": {"f": "x"}}'])
def test_a_file_that_was_edited_counts_as_none(tmp_path, text):
    (tmp_path / progress.NAME).write_text(text)
    assert progress.read(tmp_path) == progress.Progress()


def test_a_folder_that_cannot_be_written_to_is_left_alone(tmp_path):
    progress.write(tmp_path / "missing", progress.Progress())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("installed", [True, False], ids=["watchfiles", "polling"])
def test_a_save_is_noticed_once_even_where_an_editor_replaces_the_file(tmp_path, monkeypatch, installed):
    if not installed:
        monkeypatch.setitem(sys.modules, "watchfiles", None)
    file, other = tmp_path / "work.py", tmp_path / "other.py"
    file.write_text("1")
    saved, stop, noticed = [], threading.Event(), threading.Event()

    def tell(path):
        saved.append(path)
        noticed.set()

    thread = threading.Thread(target=watch_files, args=([file], tell, stop))
    thread.start()
    try:
        other.write_text("22")
        (tmp_path / "new").write_text("333")
        while not noticed.is_set():  # the first look may come after the first save
            (tmp_path / "new").replace(file) if (tmp_path / "new").exists() else file.write_text(file.read_text() + "4")
            noticed.wait(1)
    finally:
        stop.set()
        thread.join()
    assert set(saved) == {file}
