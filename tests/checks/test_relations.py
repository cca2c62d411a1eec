"""How a wrong value is related to the right one: told where it is so, and never by chance."""

from __future__ import annotations

import re

import pytest
import torch

from autograder.checks.relations.change_sentences import CHANGE_SENTENCES, EXCHANGED
from autograder.checks.relations.changes import CHANGES
from autograder.checks.relations.difference import Difference, Right
from autograder.checks.relations.find import told_relation
from autograder.checks.relations.sentences import SENTENCES
from autograder.course.text import Text
from autograder.worker.shared.values import Foreign

CHANCE = torch.Generator().manual_seed(7)
RIGHT = torch.randn(5, 7, generator=CHANCE) * 3
LIST = torch.randn(9, generator=CHANCE)
IMAGE = torch.randn(5, 7, generator=CHANCE)
SQUARE, LONG = RIGHT[:, :5], RIGHT.reshape(5, 7, 1)
MASK = RIGHT > 0


def spoilt(*parts):
    """Return the right table with a number added in some parts."""
    wrong = RIGHT.clone()
    for number, part in enumerate(parts, start=5):
        wrong[part] += number
    return wrong


def shifted(axis):
    return RIGHT.roll(1, axis) + torch.zeros_like(RIGHT).index_fill(axis, torch.tensor([0]), 5.0)


COLUMN = slice(None), 0
LAST_COLUMN = slice(None), -1
WRONG = {  # a wrong value for each relation, and the right one
    "zeros": (torch.zeros(5, 7), RIGHT),
    "input": (IMAGE, RIGHT),
    "negative": (-RIGHT, RIGHT),
    "double": (2 * RIGHT, RIGHT),
    "half": (RIGHT / 2, RIGHT),
    "mean": (RIGHT / 35, RIGHT),
    "sum": (RIGHT * 35, RIGHT),
    "constant": (RIGHT + 0.25, RIGHT),
    "absolute": (RIGHT.abs(), RIGHT),
    "cut": (RIGHT.relu(), RIGHT),
    "whole": (RIGHT.trunc(), RIGHT),
    "running": (RIGHT.cumsum(0), RIGHT),
    "equal": (torch.full((5, 7), 1.5), RIGHT),
    "decimals": (RIGHT.round(decimals=2), RIGHT),
    "half_precision": (RIGHT.half(), RIGHT),
    "order": (RIGHT.flatten().roll(3).reshape(5, 7), RIGHT),
    "upside_down": (RIGHT.flip(0), RIGHT),
    "mirrored": (RIGHT.flip(1), RIGHT),
    "flipped_both_ways": (RIGHT.flip(0, 1), RIGHT),
    "transposed": (SQUARE.T, SQUARE),
    "turned": (SQUARE.rot90(), SQUARE),
    "reversed": (LIST.flip(0), LIST),
    "moved_rows": (shifted(0), RIGHT),
    "moved_columns": (shifted(1), RIGHT),
    "moved": (torch.cat([torch.ones(1), LIST[:-1]]), LIST),
    "first_row": (spoilt(0), RIGHT),
    "last_row": (spoilt(-1), RIGHT),
    "first_column": (spoilt(COLUMN), RIGHT),
    "last_column": (spoilt(LAST_COLUMN), RIGHT),
    "border": (spoilt(0, -1, COLUMN, LAST_COLUMN), RIGHT),
    "after_first_row": (RIGHT * torch.eye(5)[0][:, None], RIGHT),
    "transposed_shape": (RIGHT.T, RIGHT),
    "flattened": (RIGHT.flatten(), RIGHT),
    "axes": (RIGHT[None, None], RIGHT),
    "axes_order": (LONG.permute(1, 2, 0), LONG),
    "other_sides": (RIGHT.reshape(7, 5), RIGHT),
    "margin": (torch.nn.functional.pad(RIGHT, (1, 1, 1, 1)), RIGHT),
    "more": (torch.nn.functional.pad(RIGHT, (0, 1, 0, 2)), RIGHT),
    "cut_off": (RIGHT[:-1, :-1], RIGHT),
    "left_out": (RIGHT[::2, ::3], RIGHT),
    "one_less": ([4, 9, 1, 7], [5, 10, 2, 8]),
    "one_more": ([4, 9, 1, 7], [3, 8, 0, 6]),
    "nearly": (RIGHT * torch.linspace(1.001, 1.009, 7), RIGHT),
    "first_item": ((5, 2, 3), (1, 2, 3)),
    "second_item": ((1, 5, 3), (1, 2, 3)),
    "third_item": ((1, 2, 5), (1, 2, 3)),
    "rows_wrong": (torch.rand(2, 7), RIGHT),
    "columns_wrong": (torch.rand(5, 2), RIGHT),
    "inverted": (~MASK, MASK),
    "full": (MASK | True, MASK),
    "too_many": (MASK | (IMAGE > 0), MASK),
    "too_few": (MASK & (IMAGE < 0), MASK),
    "exchanged_sides": (IMAGE.T, RIGHT),
    "no_axes": (torch.tensor(3.0), RIGHT),
    "axis_missing": (torch.rand(7), torch.rand(1, 7)),
    "axis_extra": (torch.rand(1, 5, 7), RIGHT),
    "item_missing": ([1.0, 2.0], [5.0, 6.0, 7.0]),
    "item_extra": ([1.0, 2.0, 3.0], [5.0, 6.0]),
    "input_shape": (torch.rand(5, 7), torch.rand(3, 3)),
    "side_too_short": (torch.rand(4, 6), RIGHT),
    "side_too_long": (torch.rand(6, 8), RIGHT),
    "empty_text": ("", "a message"),
    "text_too_many": ("a message", ""),
    "text_and_more": ("Error: a message", "a message"),
    "part_of_text": ("message", "a message"),
    "function": (Foreign("builtins.function"), RIGHT),
    "lazy": (Foreign("builtins.generator"), [1.0]),
    "complex": (Foreign("torch.Tensor (complex64)"), RIGHT),
    "array_for_tensor": (Foreign("numpy.ndarray"), RIGHT),
    "array_for_list": (RIGHT.numpy(), [1.0]),
    "array_for_tuple": (RIGHT.numpy(), (1, 2)),
    "array_for_number": (RIGHT.numpy(), 3),
    "number_of_numpy": (Foreign("numpy.int64"), 3),
    "numbers_for_bool": (RIGHT, MASK),
    "numbers_for_bool_array": (RIGHT.numpy(), MASK.numpy()),
    "list_for_tensor": ([1.0], RIGHT),
    "list_for_array": ([1.0], RIGHT.numpy()),
    "number_for_tensor": (1.0, RIGHT),
    "number_for_array": (1.0, RIGHT.numpy()),
    "tensor_for_tuple": (RIGHT, (1, 2)),
    "tensor_for_list": (RIGHT, [1.0]),
    "tensor_for_number": (RIGHT, 1),
    "list_for_tuple": ([1, 2], (1, 2)),
    "tuple_for_list": ((1.0, 2.0), [1.0, 2.0]),
    "number_for_tuple": (1, (1, 2)),
    "number_for_list": (1.0, [1.0]),
    "tuple_for_number": ((1,), 1),
    "float_for_int": (1.0, 1),
    "exception_for_text": (Foreign("builtins.RuntimeError"), "a message"),
}
OF_TENSORS = {name for name in WRONG if "tensor" in name} | {"numbers_for_bool"}  # they have sentences of their own
TWICE = {"input_shape", "side_too_short", "side_too_long"}  # one shape alone may be so by chance


def told(got, right, *given, close=1e-5, times=1):
    exact = isinstance(right, (list, tuple)) and all(isinstance(item, int) for item in right)
    found = told_relation([Difference(got, right, 0.0 if exact else close, given)] * times)
    return None if found is None else found.sentence


def in_numpy(value):
    return value.numpy() if isinstance(value, torch.Tensor) else value


@pytest.mark.parametrize("name", WRONG)
def test_a_relation_that_holds_is_told(name):
    assert told(*WRONG[name], IMAGE, times=2 if name in TWICE else 1) == SENTENCES[name]


@pytest.mark.parametrize("name", [name for name in WRONG if name not in OF_TENSORS])
def test_a_relation_of_arrays_is_told_as_that_of_tensors_is(name):
    wrong = map(in_numpy, WRONG[name])
    assert told(*wrong, IMAGE.numpy(), times=2 if name in TWICE else 1) == SENTENCES[name]


@pytest.mark.parametrize("name", sorted(TWICE))
def test_a_shape_that_may_be_so_by_chance_is_told_of_where_it_comes_twice(name):
    assert told(*WRONG[name], IMAGE) is None


def test_every_relation_has_an_example_here():
    assert set(SENTENCES) == set(WRONG)


def test_a_list_of_numbers_is_compared_as_a_whole():
    assert told([1.0, 5.0, 2.0, 8.0], [2.0, 10.0, 4.0, 16.0]) == SENTENCES["half"]


MAKERS = {"tensors": lambda value: value, "arrays": in_numpy}
AS_EITHER = pytest.mark.parametrize("made", MAKERS.values(), ids=MAKERS)


@AS_EITHER
@pytest.mark.parametrize("shape", [(1,), (2,), (1, 3), (2, 2), (5,), (3, 3), (4, 6), (2, 3, 4), (9, 9)])
def test_a_random_wrong_value_has_no_relation(shape, made):
    for _ in range(60):
        assert told(*(made(torch.randn(shape)) for _ in range(3))) is None


@AS_EITHER
@pytest.mark.parametrize("shape", [(2,), (2, 2), (3, 3), (4, 6)])
def test_a_random_wrong_value_of_another_shape_has_no_relation(shape, made):
    for _ in range(40):
        assert told(made(torch.randn(*shape, 2)), made(torch.randn(shape))) is None
        assert told(made(torch.randn([side + 2 for side in shape])), made(torch.randn(shape))) is None


@pytest.mark.parametrize(
    "right", [torch.tensor([[19.0, 25.0], [37.0, 43.0]]), torch.ones(4, 4), torch.tensor([3.0, 1.0])]
)
@AS_EITHER
def test_values_that_follow_a_pattern_or_are_few_say_nothing(right, made):
    assert told(made(right + 2), made(right)) is None


def told_together(*pairs):
    found = told_relation([Difference(got, right, 1e-5, ()) for got, right in pairs])
    return None if found is None else (found.sentence, found.places)


def test_a_relation_has_to_hold_in_every_check_that_fails():
    halved, other = (RIGHT / 2, RIGHT), (RIGHT + 1, RIGHT)
    assert told_together(halved, halved) == (SENTENCES["half"], (0, 1))
    assert told_together(halved, other) is None


def test_a_value_that_can_prove_nothing_can_still_refute():
    few = torch.tensor([3.0, 7.0])
    assert told_together((RIGHT / 2, RIGHT), (few / 3, few)) is None
    assert told_together((RIGHT / 2, RIGHT), (few / 2, few)) == (SENTENCES["half"], (0, 1))


def test_single_numbers_tell_together_what_one_of_them_cannot():
    pairs = [(2 * number, number) for number in (3, 8, 5, 14)]
    assert told_together(*pairs) == (SENTENCES["double"], (0, 1, 2, 3))
    assert told_together(*pairs[:2]) is None


def test_numbers_of_very_different_size_are_compared_exactly():
    assert told((10**12, 42, 7, 5), (10**12 + 10**6, 43, 8, 6)) is None


@pytest.mark.parametrize("factor", [3.0, 0.7, -2.0, 1e6])
def test_no_sentence_tells_a_number_that_a_submission_chose(factor):
    assert told(factor * RIGHT, RIGHT) is None


def test_no_sentence_has_a_number_of_the_case_in_it():
    allowed = {"0", "1", "90"}  # 0 and 1 as values, axes of size 1, a quarter of a turn
    texts = [*SENTENCES.values(), *CHANGE_SENTENCES.values(), EXCHANGED]
    assert {number for text in texts for number in re.findall(r"\d+", text.both())} <= allowed


@pytest.mark.parametrize(
    "value",
    [
        float("nan") * RIGHT,
        torch.zeros(0),
        "text",
        None,
        [1.0, "two"],
        [10**400] * 5,
    ],
)
@AS_EITHER
def test_what_is_no_table_of_numbers_has_no_relation(value, made):
    assert told(made(value), made(RIGHT)) in (None, SENTENCES["list_for_tensor"], SENTENCES["list_for_array"])


def weighted(X, W, u):
    """Sum the products of an image and its weights, and add a number."""
    return torch.stack([(X * row).sum() for row in W.double()]) + u


WEIGHTS = torch.randn(6, 5, 7, generator=CHANCE)
ARGUMENTS = IMAGE.double(), WEIGHTS.double(), 0.75
ANSWER = Right(("X", "W", "u"), weighted)
OF_ARGUMENTS = {  # what a wrong answer computes instead, and the change of an argument that explains it
    "flipped": weighted(IMAGE, WEIGHTS.flip(-2, -1), 0.75),
    "rows_flipped": weighted(IMAGE, WEIGHTS.flip(-2), 0.75),
    "left_out": weighted(IMAGE, WEIGHTS, 0.0),
    "ones": weighted(IMAGE, torch.ones(6, 5, 7), 0.75),
    "rounded": weighted(IMAGE, WEIGHTS.round(), 0.75),
}


def told_of_arguments(got, arguments, right):
    wrong = Difference(got, right.answer(*arguments), 1e-4, arguments, right)
    found = told_relation([wrong])
    return None if found is None else found.sentence


@pytest.mark.parametrize(
    ("change", "name"), [("flipped", "X 或 W"), ("rows_flipped", "X 或 W"), ("ones", "W"), ("rounded", "W")]
)
def test_a_value_that_is_right_for_a_changed_argument_says_which(change, name):
    sentence = told_of_arguments(OF_ARGUMENTS[change], ARGUMENTS, ANSWER)
    assert sentence == CHANGE_SENTENCES[change].format(name=Text(name, name.replace("或", "or")))


def test_a_random_value_is_right_for_no_changed_argument():
    for _ in range(20):
        assert told_of_arguments(torch.randn(6), ARGUMENTS, ANSWER) is None


def field(sizes):
    return tuple(1 + sum(size[side] - 1 for size in sizes) for side in (0, 1))


SIZES_OF_LAYERS = [[(2, 3), (5, 7), (3, 2)], [(9, 4), (2, 6)], [(3, 8), (4, 4), (7, 5)]]


@pytest.mark.parametrize(
    ("change", "of"),
    [
        ("sides", lambda sizes: [size[::-1] for size in sizes]),
        ("square", lambda sizes: [(size[0], size[0]) for size in sizes]),
        ("first_item", lambda sizes: sizes[:1]),
        ("last_item", lambda sizes: sizes[-1:]),
    ],
)
def test_numbers_that_are_right_for_changed_arguments_say_so_together(change, of):
    right = Right(("sizes",), field)
    wrong = [Difference(field(of(sizes)), field(sizes), 0.0, ("field", [(sizes,)]), right) for sizes in SIZES_OF_LAYERS]
    found = told_relation(wrong)
    assert found is not None
    assert found.sentence == CHANGE_SENTENCES[change].format(name="sizes")


def test_arguments_that_are_mixed_up_are_named():
    right = Right(("a", "b"), lambda a, b: [2.0 * a + b, a * b, 3.0 * a - b, a])
    wrong = Difference(right.answer(7.0, 4.0), right.answer(4.0, 7.0), 0.0, (4.0, 7.0), right)
    found = told_relation([wrong])
    assert found is not None
    assert found.sentence == EXCHANGED.format(one="a", other="b")


def test_every_change_has_a_sentence():
    assert {*CHANGES, "itself"} == set(CHANGE_SENTENCES)


@pytest.mark.parametrize("width", [1, 2, 3])
def test_a_border_as_wide_as_a_hidden_number_is_told_without_its_width(width):
    right = torch.randn(12, 12, generator=CHANCE)
    wrong = right.clone() + 5
    wrong[width:-width, width:-width] = right[width:-width, width:-width]
    assert told(wrong, right) == SENTENCES["border"]
