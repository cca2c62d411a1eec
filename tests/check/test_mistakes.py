"""A wrong answer is named where it replies to the public cases as exactly one known mistake does."""

from __future__ import annotations

import json

import pytest

from autograder.course.load import load_course
from autograder.mistakes import public_replies, run_public
from autograder.mistakes.public_answers import Answer, Cases, PublicReply, PublicRun
from autograder.mistakes.public_replies import mistake_files
from autograder.mistakes.run_public import run_answers

FLIPPED = """
def corr2d(X, K):
    windows = X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1)
    return torch.einsum("ijab,ab->ij", windows, torch.flip(K, (0, 1)))
"""


def test_a_students_own_way_into_a_known_mistake_is_named_in_both_languages(verdict_on):
    mistake = verdict_on("corr2d", FLIPPED).mistake
    assert mistake.en.startswith("You flipped the kernel")
    assert mistake.zh.startswith("你把卷积核翻转了")


def test_a_mistake_that_nobody_knows_gets_no_name(verdict_on):
    assert verdict_on("corr2d", FLIPPED.replace("(0, 1))", "(0, 1)) + 0.125")).mistake is None


def test_the_kind_of_an_exception_alone_names_nothing(verdict_on):
    assert verdict_on("corr2d", "def corr2d(X, K):\n    raise RuntimeError").mistake is None


@pytest.fixture
def two_known(course_copy, monkeypatch):
    """Return a function that makes the file of mistakes of `practice`, as if these fingerprints were found in turn."""

    def two_known(fingerprints):
        found = iter(fingerprints)

        def run(_course, answers):
            replies = [
                PublicReply("failed", None if one.right else next(found, None), told=False, warned=False)
                for one in answers
            ]
            named = tuple((1, one.exercise) for one in answers)
            return PublicRun({answers[0].assignment: Cases(named)}, replies)

        monkeypatch.setattr(public_replies, "run_public", run)
        course = load_course(course_copy)
        (course.check / "mistakes" / "practice.json").unlink()
        return json.loads(mistake_files(course)[course.check / "mistakes" / "practice.json"])["exercises"]

    return two_known


def test_what_two_mistakes_reply_names_neither(two_known):
    assert list(two_known(["a", "a", "b"])["diagonal_image"]) == ["b"]


def test_nothing_is_run_again_as_long_as_nothing_has_changed(course_copy, monkeypatch):
    def refuse(*_args):
        raise AssertionError("the mistakes were run")

    monkeypatch.setattr(public_replies, "run_public", refuse)
    course = load_course(course_copy)
    mistake_files(course)
    cases = course.public_cases("practice")
    cases.write_text(cases.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="were run"):
        mistake_files(course)


def test_a_course_may_name_no_mistakes(course_copy):
    manifest = course_copy / "exercises.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("name_mistakes = true", "name_mistakes = false"), encoding="utf-8")
    files = mistake_files(load_course(course_copy))
    assert [json.loads(text)["exercises"] for text in files.values()] == [{}] * len(files)


def test_an_answer_that_takes_forever_ends_with_its_process(course, monkeypatch):
    endless = Answer("image_convolution", "edge_image", "def edge_image():\n    while True: pass")
    monkeypatch.setattr(run_public, "SECONDS_PER_ANSWER", 1)
    (reply,) = run_answers(course, [endless])
    assert reply.state == "failed"
    assert not reply.told
