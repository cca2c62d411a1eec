"""A watcher that is killed again and again, whatever it is doing: each hand-in gets its own feedback in the end."""

from __future__ import annotations

import json
import random
import time

import pytest
from nbgrader.utils import notebook_hash

pytestmark = pytest.mark.slow
A = "practice"
STUDENTS, KILLS = 8, 5
SETTINGS = "\nc.Exchange.root = {!r}\nc.ExchangeCollect.check_owner = False\n"


@pytest.fixture(scope="module")
def teacher(make_course):
    teacher = make_course("watcher-killed")
    with (teacher.home / "nbgrader_config.py").open("a") as file:
        file.write(SETTINGS.format(str(teacher.exchange)))
    for step in ("generate_assignment", "release_assignment"):
        teacher.nbgrader(step, A)
    return teacher


def hand_in(teacher, number, minute, notebook):
    """Hand in as `nbgrader submit` does, and return where the feedback will be."""
    timestamp, secret = f"2026-01-01 10:{minute:02}:00.000000 UTC", f"the-secret-of-{number}-at-{minute}"
    exchange = teacher.exchange / "convolution"
    folder = exchange / "inbound" / f"s{number}+{A}+{timestamp}+random"
    folder.mkdir()
    texts = {f"{A}.ipynb": json.dumps(notebook), "timestamp.txt": timestamp, "submission_secret.txt": secret}
    for name, text in texts.items():
        (folder / name).write_text(text)
    return exchange / "feedback" / f"{notebook_hash(secret=secret, notebook_id=A)}.html"


def test_each_hand_in_has_its_own_feedback_and_score_in_the_end(teacher, full_marks):
    """Everybody hands in twice, and the second time some exchange right answers for wrong ones, or the other way."""
    chance = random.Random("kills")
    for minute in range(2):
        right = [chance.random() < 0.5 for _ in range(STUDENTS)]
        notebooks = [teacher.solved(A) if one else teacher.released(A) for one in right]
        pages = [hand_in(teacher, number, minute, notebook) for number, notebook in enumerate(notebooks)]
        for _ in range(KILLS):
            with teacher.start("autograder", "watch-exchange", "--every", "0.1", "--wait", "0") as watcher:
                time.sleep(chance.uniform(2, 8))
                watcher.kill()
                watcher.communicate()
        teacher.run("autograder", "watch-exchange", "--once", "--wait", "0")
        totals = {
            student: sum(score or 0.0 for score in book.values()) for student, book in teacher.gradebook(A).items()
        }
        assert totals == {f"s{number}": full_marks[A] * one for number, one in enumerate(right)}
        for number, page in enumerate(pages):
            assert page.read_bytes() == (teacher.home / "feedback" / f"s{number}" / A / f"{A}.html").read_bytes()
    assert teacher.run("autograder", "watch-exchange", "--once").stdout.count("\n") == 1  # nothing is left to do
