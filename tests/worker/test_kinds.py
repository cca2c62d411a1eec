"""Every kind of value crosses in both directions, without its library where it is not needed."""

from __future__ import annotations

import collections
import dataclasses
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import hypothesis.extra.numpy as numpy_strategies
import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.worker.shared.messages import MAX_DEPTH
from autograder.worker.shared.pack import pack, pack_strictly
from autograder.worker.shared.unpack import unpack, unpack_reply
from autograder.worker.shared.values import Foreign, NamedTuple, NotPlain, Record

LIMIT = 1 << 20
Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Person:
    """A dataclass as exercises have it."""

    name: str
    scores: list[float]


numbers = (
    st.integers()
    | st.floats(allow_nan=False)
    | st.complex_numbers(allow_nan=False)
    | st.fractions()
    | st.decimals(allow_nan=False)
)
keys = st.recursive(
    st.none() | st.booleans() | numbers | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4).map(tuple) | st.frozensets(inner, max_size=4),
    max_leaves=8,
)
plain = st.recursive(
    keys | st.sets(keys, max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)
simple_dtypes = (
    numpy_strategies.boolean_dtypes()
    | numpy_strategies.integer_dtypes()
    | numpy_strategies.unsigned_integer_dtypes()
    | numpy_strategies.floating_dtypes(sizes=(16, 32, 64))
    | numpy_strategies.complex_number_dtypes(sizes=(64, 128))
    | numpy_strategies.datetime64_dtypes()
    | numpy_strategies.timedelta64_dtypes()
    | numpy_strategies.unicode_string_dtypes(min_len=1)
    | numpy_strategies.byte_string_dtypes(min_len=1)
)
dtypes = simple_dtypes | numpy_strategies.array_dtypes(simple_dtypes, min_size=1, max_size=3, allow_subarrays=False)
arrays = numpy_strategies.arrays(dtypes, numpy_strategies.array_shapes(min_dims=0, max_dims=3, min_side=0))


def depth(value):
    """Return how many containers stand in each other at most."""
    if not isinstance(value, (tuple, list, dict, set, frozenset)):
        return 0
    items = [*value, *value.values()] if isinstance(value, dict) else value
    return 1 + max(map(depth, items), default=0)


def crossed(value):
    """Return a value as it arrives; a request and a reply are read alike."""
    assert repr(unpack(pack_strictly(value, LIMIT))) == repr(unpack(pack(value, LIMIT)))
    return unpack_reply(pack(value, LIMIT))[0]


def same_form(dtype):
    """Return a dtype with its bytes in the order of the wire, and without space between its fields."""
    if dtype.names is None:
        return dtype.newbyteorder("<")
    return numpy.dtype([(name, same_form(dtype[name])) for name in dtype.names])


@given(plain.filter(lambda value: depth(value) <= MAX_DEPTH))
@settings(deadline=None)
def test_containers_of_numbers_and_texts_come_back_with_their_types(value):
    back = crossed(value)
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize(
    "value",
    [float("nan"), Decimal("NaN"), Decimal("-Infinity"), Decimal("1.500"), complex(1, float("-inf")), -0.0, 2**4000],
)
def test_odd_numbers_come_back_as_they_are(value):
    assert repr(crossed(value)) == repr(value)


@given(arrays)
@settings(deadline=None)
def test_arrays_come_back_with_dtype_shape_and_values(array):
    back = crossed(array)
    assert (type(back), back.dtype, back.shape) == (numpy.ndarray, same_form(array.dtype), array.shape)
    assert back.tobytes() == array.astype(back.dtype).tobytes()


@given(numpy_strategies.arrays(dtypes, (1,)))
@settings(deadline=None)
def test_scalars_of_numpy_come_back_as_such(array):
    scalar = array[0]
    back = crossed(scalar)
    expected = {numpy.float64: float, numpy.complex128: complex, numpy.str_: str, numpy.bytes_: bytes}
    assert type(back) is expected.get(type(scalar), type(scalar))
    assert (
        numpy.asarray(back, same_form(array.dtype)).tobytes() == numpy.asarray(scalar, same_form(array.dtype)).tobytes()
    )


@pytest.mark.parametrize(
    "array",
    [
        numpy.arange(12.0).reshape(3, 4).T[::2, 1:],
        numpy.broadcast_to(numpy.float32(1), (2, 3)),
        numpy.arange(4, dtype=">i4"),
        numpy.zeros((0, 3)),
        numpy.array(["卷积", ""]),
    ],
)
def test_an_array_crosses_whatever_its_layout(array):
    assert crossed(array).tolist() == array.tolist()


@given(st.text(), st.lists(st.floats(allow_nan=False)))
def test_a_dataclass_crosses_as_its_name_and_fields(name, scores):
    assert crossed(Person(name, scores)) == Record("Person", {"name": name, "scores": scores})
    assert crossed(crossed(Person(name, scores))) == Record("Person", {"name": name, "scores": scores})


def test_a_named_tuple_crosses_as_a_tuple_with_names():
    back = crossed([Point(1, "y")])[0]
    assert (type(back), back, back.name, back.fields) == (NamedTuple, (1, "y"), "Point", {"x": 1, "y": "y"})
    assert crossed(back).fields == back.fields


@dataclasses.dataclass
class Unset:
    """A dataclass without a value for its field."""

    field: int = dataclasses.field(init=False)


@pytest.mark.parametrize(
    "value",
    [
        numpy.array([{}, None], dtype=object),
        numpy.ma.masked_array([1, 2], [True, False]),
        numpy.zeros(2, dtype="f8,O"),
        numpy.longdouble(1),
        Decimal("1E+99999"),
        Decimal("sNaN"),
        Decimal("1" * 2000),
        Fraction(2**5000, 3),
        1 << 5000,
        {(1, object()): 2},
        {n * (2**61 - 1) for n in range(100)},
        Unset(),
        numpy.broadcast_to(numpy.zeros(1), (1 << 20,)),
    ],
)
def test_what_no_kind_takes_is_named_in_a_reply_and_refused_in_a_request(value):
    assert isinstance(crossed_or_named(value), Foreign)
    with pytest.raises(NotPlain):
        pack_strictly(value, LIMIT)


def crossed_or_named(value):
    """Return a value as it arrives in a reply."""
    return unpack_reply(pack(value, LIMIT))[0]


FRESH = """
import sys
from decimal import Decimal
from fractions import Fraction
from autograder.worker.shared.messages import MAX_DEPTH
from autograder.worker.shared.pack import pack, pack_strictly
from autograder.worker.shared.unpack import unpack, unpack_reply
values = [None, 1, 2.5, "x", (1, [2]), {"a": {1: 2}}, {3}, frozenset((4,)), 1j, Fraction(1, 3), Decimal("1.5")]
assert unpack_reply(pack(values, 99))[0] == values
assert unpack(pack_strictly(values, 99)) == values
"""
IMPORTED = "print(sorted({'torch', 'numpy', 'pandas'} & set(sys.modules)))"


def in_fresh_interpreter(code, *args):
    """Return what some code prints in an interpreter of its own."""
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_plain_values_cross_without_any_library():
    assert in_fresh_interpreter(FRESH + IMPORTED) == "[]"


@pytest.mark.parametrize("value", [numpy.zeros((2, 3)), numpy.zeros(1, "i4,U3"), numpy.int64(3)])
def test_a_worker_cannot_make_the_grader_import_a_library(value):
    reply = pack([value, numpy.zeros(2), "after"], LIMIT)
    code = FRESH + f"print(unpack_reply(bytes.fromhex({reply.hex()!r}))[0])\n" + IMPORTED
    assert in_fresh_interpreter(code).splitlines() == [
        "[Foreign(type_name='numpy.ndarray'), Foreign(type_name='numpy.ndarray'), 'after']",
        "[]",
    ]


def test_a_request_brings_the_library_of_its_values():
    request = pack_strictly(numpy.arange(3), LIMIT)
    code = FRESH + f"print(unpack(bytes.fromhex({request.hex()!r})))"
    assert in_fresh_interpreter(code) == "[0 1 2]"
