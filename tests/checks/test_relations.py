"""How a wrong value is related to the right one: told where it is so, and never by chance."""

from __future__ import annotations

import re

import pytest
import torch

from autograder.checks.relations.find import ALL, find_relations, told_relation
from autograder.checks.relations.sentences import SENTENCES

CHANCE = torch.Generator().manual_seed(7)
RIGHT = torch.randn(5, 7, generator=CHANCE) * 3
LIST = torch.randn(9, generator=CHANCE)
IMAGE = torch.randn(5, 7, generator=CHANCE)
SQUARE, LONG = RIGHT[:, :5], RIGHT.reshape(5, 7, 1)


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
}


def told(got, right, *given):
    return told_relation([find_relations(got, right, 1e-5, given)])


@pytest.mark.parametrize("name", WRONG)
def test_a_relation_that_holds_is_told(name):
    assert told(*WRONG[name], IMAGE) == SENTENCES[name]


def test_every_relation_has_a_sentence_and_an_example_here():
    assert set(SENTENCES) == set(ALL) == set(WRONG)


def test_a_list_of_numbers_is_compared_as_a_whole():
    assert told([1.0, 5.0, 2.0, 8.0], [2.0, 10.0, 4.0, 16.0]) == SENTENCES["half"]


@pytest.mark.parametrize("shape", [(1,), (2,), (1, 3), (2, 2), (5,), (3, 3), (4, 6), (2, 3, 4), (9, 9)])
def test_a_random_wrong_value_has_no_relation(shape):
    for _ in range(200):
        assert told(torch.randn(shape), torch.randn(shape), torch.randn(shape)) is None


@pytest.mark.parametrize("shape", [(2,), (2, 2), (3, 3), (4, 6)])
def test_a_random_wrong_value_of_another_shape_has_no_relation(shape):
    for _ in range(100):
        assert told(torch.randn(*shape, 2), torch.randn(shape)) is None
        assert told(torch.randn([side + 2 for side in shape]), torch.randn(shape)) is None


@pytest.mark.parametrize(
    "right", [torch.tensor([[19.0, 25.0], [37.0, 43.0]]), torch.ones(4, 4), torch.tensor([3.0, 1.0])]
)
def test_values_that_follow_a_pattern_or_are_few_say_nothing(right):
    assert told(right + 2, right) is None


def test_a_relation_has_to_hold_in_every_check_that_fails():
    halved, other = find_relations(RIGHT / 2, RIGHT, 1e-5, ()), find_relations(RIGHT + 1, RIGHT, 1e-5, ())
    assert told_relation([halved, halved]) == SENTENCES["half"]
    assert told_relation([halved, other]) is None


def test_a_value_that_can_prove_nothing_can_still_refute():
    few = torch.tensor([3.0, 7.0])
    halved = find_relations(RIGHT / 2, RIGHT, 1e-5, ())
    assert told_relation([halved, find_relations(few / 3, few, 1e-5, ())]) is None
    assert told_relation([halved, find_relations(few / 2, few, 1e-5, ())]) == SENTENCES["half"]


@pytest.mark.parametrize("factor", [3.0, 0.7, -2.0, 1e6])
def test_no_sentence_tells_a_number_that_a_submission_chose(factor):
    assert told(factor * RIGHT, RIGHT) is None


def test_no_sentence_has_a_number_of_the_case_in_it():
    allowed = {"0", "1", "90"}  # 0 as a value, axes of size 1, a quarter of a turn
    assert {number for text in SENTENCES.values() for number in re.findall(r"\d+", text.both())} <= allowed


@pytest.mark.parametrize(
    "value",
    [
        float("nan") * RIGHT,
        torch.zeros(0),
        "text",
        None,
        [1.0, "two"],
        [10**400] * 5,
        torch.ones(5, 7, dtype=torch.bool),
    ],
)
def test_what_is_no_table_of_numbers_has_no_relation(value):
    assert told(value, RIGHT) is None
