"""What a student reads of an exception: the hint in it, and never the data of a hidden case."""

from __future__ import annotations

import re

import pytest
import torch

from autograder.checks import Failed, Student
from autograder.worker.shared.values import Raised, raised

CODE = "def f(picture):\n    return picture.numpy()\n"
WEIGHT = torch.rand(3, 4, requires_grad=True)
HONEST = {
    "numpy of a graph": (lambda: WEIGHT.numpy(), "Can't call numpy() on Tensor that requires grad"),
    "no graph": (lambda: torch.ones(()).backward(), "does not require grad and does not have a grad_fn"),
    "shapes": (lambda: torch.ones(3) + torch.ones(5), "The size of tensor a (…) must match the size of tensor b (…)"),
    "expand": (lambda: torch.ones(3).expand(7), "must match the existing size (…)"),
    "product": (lambda: torch.ones(2, 3) @ torch.ones(2, 3), "cannot be multiplied (…x… and …x…)"),
    "none": (lambda: None + 1, "unsupported operand type(s) for +: 'NoneType' and 'int'"),
    "own name": (lambda: picture, "name 'picture' is not defined"),  # noqa: F821
}
FORGED = {
    "free text": "the hidden image is 3.25 1.5",
    "a name that carries data": "name 'data325150' is not defined",
    "words after a known message": "division by zero 3 2 5",
    "words inside a known message": "f(): argument 'picture' (position 325) must be three two five, not one",
    "an end of one's own": "The expanded size of the tensor (3) must match the existing size (2) at non-singleton dimension 5. three",
}


class Replies:
    """A loaded submission that gives one reply."""

    def __init__(self, reply: Raised, *cells: str) -> None:
        self.cells = cells or (CODE,)
        self._reply = reply

    def ask_call(self, *_request: object) -> Raised:
        return self._reply


def shown(reply: Raised, *cells: str, public: bool = False) -> str:
    with pytest.raises(Failed) as caught:
        Student("f", Replies(reply, *cells), public).call(1, public=public)
    return caught.value.message.en


def error_of(function) -> Raised:
    with pytest.raises(Exception) as caught:  # noqa: PT011 - whatever it is
        function()
    return raised(caught.value, None, 2)


@pytest.mark.parametrize("name", HONEST)
def test_a_known_message_is_shown_with_its_numbers_masked(name):
    function, words = HONEST[name]
    text = shown(error_of(function))
    assert words in text
    assert not re.search(r"\d", re.sub(r"\(line 2\)|mat[12]", "", text))


@pytest.mark.parametrize("name", FORGED)
def test_a_text_of_the_submissions_own_carries_nothing(name):
    text = shown(Raised(("NameError", "Exception"), "NameError", FORGED[name], None, 2))
    assert not re.search(r"\d|three|two|five", text.replace("(line 2)", ""))


def test_the_text_is_shown_whole_where_the_case_is_public():
    reply = Raised(("ValueError", "Exception"), "ValueError", "3.25 is too large", None, 2)
    assert "ValueError: 3.25 is too large (line 2)" in shown(reply, public=True)


@pytest.mark.parametrize(("cell", "line"), [(None, 4), (None, 0), (None, 325150), (2, 1), (1, 99)])
def test_a_line_that_the_submission_does_not_have_is_not_shown(cell, line):
    assert "line" not in shown(Raised(("ValueError",), "ValueError", "", cell, line))


def test_a_line_is_shown_with_its_cell():
    assert "(cell 2, line 2)" in shown(Raised(("ValueError",), "ValueError", "", 2, 2), "x = 1", CODE)


@pytest.mark.parametrize("public", [True, False])
def test_what_a_common_exception_means_is_said_in_the_same_words_for_every_case(public):
    texts = {
        shown(
            Raised(
                ("IndexError",), "IndexError", f"index {number} is out of bounds for dimension 0 with size 3", None, 2
            ),
            public=public,
        )
        for number in (3, 31)
    }
    assert all("counting starts at 0" in text for text in texts)
    assert len({text.split("(line 2)")[1] for text in texts}) == 1


def test_an_uncommon_exception_is_left_to_speak_for_itself():
    text = shown(Raised(("ValueError",), "ValueError", "3.25 is too large", None, 2), public=True)
    assert text.endswith("ValueError: 3.25 is too large (line 2).")
