"""Plain values survive the wire exactly; anything else is named or refused, and never runs."""

from __future__ import annotations

import contextlib
import pickle

import hypothesis.extra.numpy as numpy_strategies
import msgpack
import pytest
import torch
from hypothesis import example, given, settings
from hypothesis import strategies as st

from autograder.worker.shared.messages import SKELETON_LENGTH
from autograder.worker.shared.pack import pack, pack_strictly
from autograder.worker.shared.unpack import unpack, unpack_reply
from autograder.worker.shared.values import Foreign, NotPlain, Raised, raised

LIMIT = 1 << 20
numbers = st.integers(-(10**40), 10**40) | st.floats(allow_nan=False)
scalars = st.none() | st.booleans() | numbers | st.text() | st.binary()
plain = st.recursive(
    scalars, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner)
)
DTYPES = ["float32", "float64", "int64", "uint8", "bool", "float16"]
arrays = st.sampled_from(DTYPES).flatmap(
    lambda dtype: numpy_strategies.arrays(dtype, numpy_strategies.array_shapes(min_dims=0, max_dims=4, min_side=0))
)


@given(plain)
@example([{}] * 9)  # nearly as many containers as bytes
@settings(deadline=None)
def test_plain_values_come_back_with_their_types(value):
    back = unpack(pack(value, LIMIT))
    assert back == value
    assert repr(back) == repr(value)


@given(arrays)
@settings(deadline=None)
def test_tensors_come_back_bit_for_bit(array):
    tensor = torch.from_numpy(array)
    back = unpack(pack(tensor, LIMIT))
    assert (back.dtype, back.shape) == (tensor.dtype, tensor.shape)
    assert back.numpy().tobytes() == array.tobytes()


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_arbitrary_bytes_give_a_value_or_a_refusal(data):
    with contextlib.suppress(NotPlain):
        unpack(data)


def message(tree, contents=b""):
    """Return the message with this skeleton."""
    skeleton = msgpack.packb(tree)
    return SKELETON_LENGTH.pack(len(skeleton)) + skeleton + contents


@pytest.mark.parametrize(
    ("tree", "contents"),
    [
        (["a", "float32", [2, 3]], b"\0" * 20),
        (["a", "float32", [-1]], b""),
        (["a", "float32", [2**40]], b""),
        (["a", "complex64", [1]], b"\0" * 8),
        (["a", "float32", [1] * 70], b"\0" * 4),
        (["l", ["a", "float32", [1]], ["a", "float32", [1]]], b"\0" * 4),
        (None, b"\0"),
        (["x", 1], b""),
        ([["l"], 1], b""),
        ([], b""),
        ({b"key": 1}, b""),
        ({1: 1}, b""),
        (["i", "zz"], b""),
        (["f", ["f"]], b""),
        (["r", [], ["f"], "", None, None], b""),
        (["r", [["f"]], "", "", None, None], b""),
    ],
)
def test_what_breaks_the_rules_is_refused(tree, contents):
    with pytest.raises(NotPlain):
        unpack(message(tree, contents))


def test_a_pickle_is_only_bytes():
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("ran",))

    pickled = pickle.dumps(Trap())
    with pytest.raises(NotPlain):
        unpack(SKELETON_LENGTH.pack(len(pickled)) + pickled)


@pytest.mark.parametrize(
    "value",
    [
        object(),
        torch.zeros(1).expand(1 << 30),
        torch.zeros(2, dtype=torch.complex64),
        torch.zeros(2, device="meta"),
        {object(): 2},
        [[0.0] * 1000] * 1000,
        "long" * LIMIT,
    ],
)
def test_anything_else_is_only_named(value):
    assert isinstance(unpack(pack(value, LIMIT)), Foreign)


def test_a_list_that_holds_itself_ends():
    circle: list[object] = []
    circle.append(circle)
    assert isinstance(unpack(pack(circle, LIMIT)), list)


def test_an_exception_is_described_even_if_its_text_cannot_be_had():
    class Mute(ValueError):
        def __str__(self) -> str:
            raise SystemExit

    described = unpack(pack(raised(Mute()), LIMIT))
    assert described == Raised(("ValueError", "Exception", "BaseException", "object"), "Mute", "", None, None)


@pytest.mark.parametrize("place", [(None, "1.5 2.5"), (1 << 40, 1), (None, -1), (None, True)])
def test_an_exception_whose_place_is_made_up_is_refused(place):
    with pytest.raises(NotPlain):
        unpack(message(["r", ["ValueError"], "E", "", *place]))


def test_only_built_in_kinds_of_an_exception_are_believed():
    forged = ["r", ["1.5 2.5", "print", "ValueError", "Exception"], "E", "", None, None]
    assert unpack(message(forged)).kinds == ("ValueError", "Exception")


def test_the_texts_of_an_exception_are_cut_and_cannot_steer_a_terminal():
    read = unpack(message(["r", [], "\x1b[2J" * 999, "\x1b[2J\n卷积" * 999, None, None]))
    assert "\x1b" not in read.name + read.message
    assert "\n卷积" in read.message
    assert len(read.name) + len(read.message) < 3000


@given(st.text(st.characters(exclude_categories=())))
def test_half_characters_cross(text):
    assert unpack(pack([text, {text: 1}], LIMIT)) == [text, {text: 1}]


@given(
    st.recursive(scalars | arrays.map(torch.from_numpy), lambda inner: st.lists(inner) | st.tuples(inner), max_leaves=9)
)
@settings(deadline=None)
def test_a_reply_that_was_packed_is_never_too_much(value):
    unpack_reply(pack(value, 64))


def test_tensors_cross_as_long_as_there_is_room_for_them():
    first, second, third = unpack(pack([torch.zeros(4), torch.zeros(4), torch.zeros(1)], 20))
    assert isinstance(second, Foreign)
    assert (first.shape, third.shape) == ((4,), (1,))


@pytest.mark.parametrize("value", [object(), [{}.keys()], {object(): 2}, torch.zeros(9), {"a": range(2)}])
def test_a_request_holds_nothing_that_would_only_be_named(value):
    with pytest.raises(NotPlain):
        pack_strictly((1, value), 32)


@given(plain)
@settings(deadline=None)
def test_a_request_of_plain_values_arrives_as_it_is(value):
    assert repr(unpack(pack_strictly(value, LIMIT))) == repr(value)
