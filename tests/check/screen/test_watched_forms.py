"""Watching sees saves of the file and of the notebook, and tells of a file that is gone or empty."""

from __future__ import annotations

import threading

import pytest

from autograder.check.terminal.watch_files import watch_files


@pytest.fixture
def saved(tmp_path):
    """Watch two files of which only the first is there; return what waits for the next one that is told."""
    told, stop, noticed = [], threading.Event(), threading.Condition()
    files = [tmp_path / "work.py", tmp_path / "work.ipynb"]
    files[0].write_text("1")

    def tell(file):
        with noticed:
            told.append(file.name)
            noticed.notify()

    def saved(change):
        """Make a change until it is told, and return what was told."""
        with noticed:
            told.clear()
            while not told:
                change(*files)
                noticed.wait(3)
            return set(told)

    thread = threading.Thread(target=watch_files, args=(files, tell, stop))
    thread.start()
    yield saved
    stop.set()
    thread.join()


def test_either_form_is_told_also_a_new_one(saved):
    assert saved(lambda file, _book: file.write_text(file.read_text() + "1")) == {"work.py"}
    assert saved(lambda _file, book: book.write_text("{}")) == {"work.ipynb"}


def test_a_file_that_stays_empty_is_told_once_and_then_its_next_save(saved):
    saved(lambda file, _book: file.write_text(file.read_text() + "1"))
    assert saved(lambda file, _book: file.write_text("")) == {"work.py"}
    assert saved(lambda file, _book: file.write_text("1")) == {"work.py"}


def test_a_file_that_is_gone_is_told(saved):
    saved(lambda file, _book: file.write_text(file.read_text() + "1"))
    assert saved(lambda file, _book: file.unlink(missing_ok=True)) == {"work.py"}
