"""Plain values survive the wire exactly; anything else is named or refused, and never runs."""

from __future__ import annotations

import contextlib
import pickle

import hypothesis.extra.numpy as numpy_strategies
import msgpack
import numpy
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.worker.shared.values import Foreign, NotPlain, Raised, pack, raised, unpack

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


@pytest.mark.parametrize(
    "tree",
    [
        ["a", "float32", [2, 3], b"\0" * 20],
        ["a", "float32", [-1], b""],
        ["a", "float32", [2**40], b""],
        ["a", "complex64", [1], b"\0" * 8],
        ["a", "float32", [1] * 40, b"\0" * 4],
        ["x", 1],
        [],
        ["d", [[[], 1]]],
        ["i", "zz"],
    ],
)
def test_what_breaks_the_rules_is_refused(tree):
    import msgpack

    with pytest.raises(NotPlain):
        unpack(msgpack.packb(tree))


def test_a_pickle_is_only_bytes():
    class Trap:
        def __reduce__(self):
            return (pytest.fail, ("ran",))

    with pytest.raises(NotPlain):
        unpack(pickle.dumps(Trap()))


def test_strided_parameters_and_subclasses_cross_as_tensors():
    class Mine(torch.Tensor):
        pass

    for tensor in (
        torch.arange(6.0).reshape(2, 3).T,
        torch.nn.Parameter(torch.ones(2)),
        torch.ones(2).as_subclass(Mine),
    ):
        back = unpack(pack(tensor, LIMIT))
        assert type(back) is torch.Tensor
        assert torch.equal(back, tensor.detach().as_subclass(torch.Tensor))


@pytest.mark.parametrize(
    "value",
    [
        numpy.zeros(2),
        numpy.int64(3),
        object(),
        torch.zeros(1).expand(1 << 30),
        torch.zeros(2, dtype=torch.complex64),
        torch.zeros(2, device="meta"),
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
        unpack(msgpack.packb(["r", ["ValueError"], "E", "", *place]))


def test_only_built_in_kinds_of_an_exception_are_believed():
    forged = ["r", ["1.5 2.5", "print", "ValueError", "Exception"], "E", "", None, None]
    assert unpack(msgpack.packb(forged)).kinds == ("ValueError", "Exception")


def test_the_texts_of_an_exception_are_cut_and_cannot_steer_a_terminal():
    read = unpack(msgpack.packb(["r", [], "\x1b[2J" * 999, "\x1b[2J\n卷积" * 999, None, None]))
    assert "\x1b" not in read.name + read.message
    assert "\n卷积" in read.message
    assert len(read.name) + len(read.message) < 3000
