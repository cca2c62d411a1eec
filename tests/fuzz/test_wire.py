"""Whatever a worker sends, the grader reads a plain value or refuses, and never takes much memory for it."""

from __future__ import annotations

import contextlib
import socket
import tracemalloc

import msgpack
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.worker.shared.messages import SKELETON_LENGTH
from autograder.worker.shared.unpack import unpack_reply
from autograder.worker.shared.values import NotPlain
from autograder.worker.shared.wire import HEADER, Lost, TooSlow, receive
from autograder.workers.time_limit import Stopwatch, TimeLimit

LIMIT = 1 << 16
TAGS = ["a", "i", "r", "d", "f", "t", "l", "x", "s", "z", "m", "c", "q", "o", "y", "n", "g", "p", "e"]
DTYPES = ["float32", "bool", "int64", "complex64", "nothing", "", "<f8", "|b1", "<U3", "<M8[D]", "|O", "object", "str"]
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.text(max_size=9)
    | st.binary(max_size=9)
)


def columns(inner):
    """Return columns of frames as a worker may send them."""
    items = st.lists(inner, max_size=3).map(lambda found: ["l", *found])
    arrays = st.tuples(st.just("n"), st.sampled_from(DTYPES), st.lists(st.integers(0, 3), min_size=1, max_size=2))
    return st.tuples(st.sampled_from(["", "object", "str"]), items | arrays.map(list)).map(list)


labels = st.lists(st.tuples(leaves, columns(leaves)).map(list), max_size=3)
trees = st.recursive(
    leaves | st.sampled_from(TAGS + DTYPES),
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.dictionaries(st.text(max_size=5) | st.binary(max_size=5), inner, max_size=4)
        | st.tuples(st.sampled_from(TAGS), inner).map(list)
        | st.tuples(
            st.sampled_from(["a", "n", "g"]),
            st.sampled_from(DTYPES) | st.lists(st.tuples(st.text(max_size=3), st.sampled_from(DTYPES)), max_size=3),
            st.lists(st.integers(-9, 2**40), max_size=20),
        ).map(list)
        | st.tuples(st.sampled_from(["o", "y"]), st.text(max_size=3), st.lists(st.text(max_size=3)), inner).map(list)
        | st.tuples(st.sampled_from(["s", "z", "m", "c", "q"]), inner, inner).map(list)
        | st.tuples(st.just("p"), labels, labels, st.lists(columns(inner), max_size=3)).map(list)
        | st.tuples(st.just("e"), labels, inner, columns(inner)).map(list)
    ),
    max_leaves=30,
)


def message(skeleton: bytes, contents: bytes = b"") -> bytes:
    return SKELETON_LENGTH.pack(len(skeleton)) + skeleton + contents


@given(trees, st.binary(max_size=16))
def test_any_tree_of_values_is_read_or_refused(tree, contents):
    with contextlib.suppress(NotPlain):
        unpack_reply(message(msgpack.packb(tree), contents))


@given(st.binary(max_size=400), st.binary(max_size=16))
def test_any_skeleton_is_read_or_refused(skeleton, contents):
    with contextlib.suppress(NotPlain):
        unpack_reply(message(skeleton, contents))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(NotPlain):
        unpack_reply(data)


@pytest.mark.parametrize(
    "bomb",
    [
        b"\xdd\xff\xff\xff\xff" * 9,
        b"\xdf\xff\xff\xff\xff" * 9,
        b"\xc6\xff\xff\xff\xff",
        b"\xdb\xff\xff\xff\xff",
        b"\xc9\xff\xff\xff\xff\x01",
        b"\x91" * 100_000,
        msgpack.packb(["a", "float32", [2**31 - 1] * 16]),
        msgpack.packb(["a", "float32", [0] * 3 + [2**31 - 1] * 9]),
        msgpack.packb(["i", "f" * 3_000_000]),
        msgpack.packb(["n", "<f8", [2**31 - 1] * 16]),
        msgpack.packb(["n", "<U99999", [0] * 3 + [2**31 - 1] * 9]),
        msgpack.packb(["a", "float32", [2**31 - 1] * 100_000]),
        msgpack.packb(["n", [["x", "<f8"]] * 60_000, [0]]),
        msgpack.packb(["d", "1E+999999999"]),
        msgpack.packb(["d", "1" * 900_000]),
        msgpack.packb(["q", "f" * 300_000, "1"]),
        msgpack.packb(["o", "x", ["y"] * 90_000]),
    ],
)
def test_a_bomb_is_refused_or_read_cheaply(bomb):
    tracemalloc.start()
    try:
        with contextlib.suppress(NotPlain):
            unpack_reply(message(bomb))
        assert tracemalloc.get_traced_memory()[1] < len(bomb) * 20 + (32 << 20)
    finally:
        tracemalloc.stop()


def at_most(seconds):
    """Return a limit of the time on the wall for something that computes nothing."""
    return Stopwatch(TimeLimit(seconds, seconds), lambda: 0.0).wait


@given(st.binary(max_size=300))
def test_any_bytes_on_the_line_are_a_frame_or_the_end_of_the_conversation(data):
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(data)
        theirs.shutdown(socket.SHUT_WR)
        with contextlib.suppress(Lost):
            nonce, payload = receive(ours, LIMIT, at_most(60))
            assert HEADER.pack(len(payload), nonce) + payload == data[: HEADER.size + len(payload)]


def test_a_frame_that_never_ends_is_given_up():
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(HEADER.pack(5, bytes(16)) + b"1")
        with pytest.raises(TooSlow):
            receive(ours, LIMIT, at_most(0.2))
