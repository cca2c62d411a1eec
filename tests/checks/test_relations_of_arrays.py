"""Relations in a course with NumPy: arguments stay arrays of their dtype, and no torch is needed or spoken of."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import torch

from autograder.checks.relations.change_sentences import CHANGE_SENTENCES, EXCHANGED
from autograder.checks.relations.changes import CHANGES
from autograder.checks.relations.difference import Difference, Right
from autograder.checks.relations.find import told_relation
from autograder.checks.relations.kind_sentences import KIND_SENTENCES
from autograder.checks.relations.sentences import SENTENCES

CHANCE = np.random.default_rng(7)
IMAGE, WEIGHTS = CHANCE.normal(size=(5, 7)), CHANCE.normal(size=(6, 5, 7)) * 3
OF_TABLES = [name for name, change in CHANGES.items() if [*change(IMAGE)]]
WITHOUT_TORCH = """
import sys
import numpy as np
from autograder.checks.relations.difference import Difference
from autograder.checks.relations.tell import tell_relation
right = np.random.default_rng(7).normal(size=(5, 7))
print(tell_relation([Difference(np.flip(right, 0), right, 1e-5, ())]).sentence.en, "torch" in sys.modules)
"""


def told(got, expected, arguments=(), right=None):
    found = told_relation([Difference(got, expected, 1e-5, arguments, right)])
    return None if found is None else found.sentence


def test_a_relation_is_told_where_torch_is_not_imported():
    done = subprocess.run([sys.executable, "-c", WITHOUT_TORCH], capture_output=True, text=True, check=True)
    assert done.stdout == "It is upside down. False\n"


@pytest.mark.parametrize("change", ["transposed", "cut", "rounded", "last_row"])
def test_a_value_that_is_right_for_a_changed_array_says_so(change):
    right = Right(("W",), lambda table: table @ table.sum(axis=0) if table.shape == (7, 7) else None)
    table = CHANCE.normal(size=(7, 7)) * 3
    (changed,) = CHANGES[change](table)
    sentence = told(right.answer(changed), right.answer(table), (table,), right)
    assert sentence == CHANGE_SENTENCES[change].format(name="W")


def test_numbers_of_numpy_in_a_list_are_looked_at_as_numbers():
    right = [1.5, -2.0, 4.25, 3.0, 7.5]
    assert told([np.float64(2 * number) for number in right], right) == told([2 * number for number in right], right)


def test_nothing_is_told_of_a_right_value_that_few_bits_cannot_hold():
    right = np.append(WEIGHTS[0], 1e5)
    assert told(right + CHANCE.normal(size=right.size), right) is None


def test_arrays_that_are_mixed_up_are_named():
    right = Right(("a", "b"), lambda a, b: a - 2 * b)
    one, other = IMAGE, WEIGHTS[0]
    assert told(right.answer(other, one), right.answer(one, other), (one, other), right) == EXCHANGED.format(
        one="a", other="b"
    )


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
@pytest.mark.parametrize("name", OF_TABLES)
def test_a_changed_array_stays_an_array_of_its_dtype(name, dtype):
    (changed,) = CHANGES[name](IMAGE.astype(dtype))
    assert isinstance(changed, np.ndarray)
    assert changed.dtype == dtype


@pytest.mark.parametrize("dtype", [torch.float16, torch.bfloat16, torch.float32, torch.float64])
@pytest.mark.parametrize("name", OF_TABLES)
def test_a_changed_tensor_stays_a_tensor_of_its_dtype(name, dtype):
    (changed,) = CHANGES[name](torch.from_numpy(IMAGE).to(dtype))
    assert isinstance(changed, torch.Tensor)
    assert changed.dtype is dtype


@pytest.mark.parametrize("name", OF_TABLES)
def test_a_change_of_an_array_leaves_the_array_as_it_was(name):
    before = IMAGE.copy()
    for changed in CHANGES[name](IMAGE):
        changed += 1
    assert np.array_equal(IMAGE, before)


@pytest.mark.parametrize("value", [np.array([[1, 2], [3, 4]]), np.array([[True, False], [False, True]])])
def test_an_array_of_whole_numbers_or_marks_is_not_changed(value):
    assert [name for name in OF_TABLES if [*CHANGES[name](value)]] == []


@pytest.mark.parametrize("value", [np.float32(2.5), np.array(2.5)])
def test_a_number_of_numpy_stays_what_it_is_when_it_is_left_out(value):
    (changed,) = CHANGES["left_out"](value)
    assert (type(changed), changed.dtype, float(changed)) == (type(value), value.dtype, 0.0)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_a_right_number_that_is_not_finite_is_looked_at_without_a_warning(number):
    right = IMAGE.copy()
    right[0, 0] = number
    assert told(IMAGE - 3 * WEIGHTS[0], right) is None


@pytest.mark.filterwarnings("error")
def test_a_number_that_no_float16_can_hold_is_looked_at_without_a_warning():
    right = IMAGE.copy()
    right[0, 0] = 1e300
    assert told(2 * right, right) == SENTENCES["double"]


@pytest.mark.parametrize("empty", [np.zeros((0, 7)), torch.zeros(0, 7)])
def test_an_empty_table_among_the_arguments_says_nothing(empty):
    right = Right(("X",), lambda table: table.sum(0) + 2)
    assert told(right.answer(empty) / 2, right.answer(empty), (empty,), right) is None


def test_an_empty_right_answer_says_nothing():
    right = Right(("a", "b"), lambda a, b: np.arange(float(a), float(b)))
    assert told(right.answer(2, 9), right.answer(9, 2), (9, 2), right) is None


@pytest.mark.parametrize(
    ("name", "got", "expected"),
    [
        ("array_for_number", IMAGE, np.float64(1.5)),
        ("number_for_array", np.float64(1.5), IMAGE),
        ("complex", IMAGE + 1j, IMAGE),
        ("list_for_array", (1.0, 2.0), IMAGE),
    ],
)
def test_the_kind_of_an_array_is_told(name, got, expected):
    assert told(got, expected) == KIND_SENTENCES[name]


def test_no_word_of_torch_is_told_of_an_array():
    words = "torch", "tensor", "张量", "gradient", "梯度"
    texts = [text.both() for name, text in KIND_SENTENCES.items() if "array" in name and "tensor" not in name]
    assert texts
    assert [word for text in texts for word in words if word in text] == []
