"""Every kind of value is compared by what it is, and each way of being wrong has a sentence in both languages."""

from __future__ import annotations

import collections
import dataclasses
import os
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import numpy
import pytest
import torch

from autograder.checks import ANY, Failed, compare, compare_pairs
from autograder.checks.kinds import copied, form_of, same_values, size_of
from autograder.course.errors import GraderError
from autograder.course.text import LANGUAGES
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack_reply
from autograder.worker.shared.values import Foreign, NamedTuple, Raised, Record

Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Person:
    """A dataclass as exercises have it."""

    name: str
    scores: list[float]


def said(got, expected, **options):
    """Return what is said of a wrong value, in both languages."""
    with pytest.raises(Failed) as caught:
        compare(got, expected, **options)
    return {language: caught.value.message.in_language(language) for language in LANGUAGES}


def sent(value):
    """Return a value as it comes from a worker."""
    return unpack_reply(pack(value, 1 << 20))[0]


GRID = numpy.arange(6.0).reshape(2, 3)
TABLE = numpy.array([(1, 2.5), (2, 3.5)], dtype="i4, f8")
RIGHT = [
    *(None, True, 3, 2.5, float("inf"), "x", b"x", 2j, Fraction(1, 3), Decimal("1.50")),
    *((1, [2.0, "x"]), {"a": [1.0], (1, "b"): None}, {1, 2}, frozenset(("a",))),
    *(Person("x", [1.0]), Point(1, 2.5), [Point(1, 2)]),
    *(GRID, GRID > 2, numpy.array(["a", "b"]), TABLE, numpy.int64(3), numpy.float32(1.5), GRID.astype(complex)),
    *(numpy.array(["2026-01-01", "NaT"], dtype="M8[D]"), torch.arange(3.0), numpy.zeros((0, 2))),
]


@pytest.mark.parametrize("value", RIGHT, ids=repr)
def test_the_right_value_passes_and_is_the_same(value):
    finite = value != float("inf") if isinstance(value, float) else True
    compare(sent(value), value, equal_nan=not finite)
    assert same_values(sent(value), sent(value), 0.0)
    assert form_of(sent(value)) == form_of(sent(value))
    assert size_of(value) >= 0
    compare(copied(sent(value)), value, equal_nan=not finite)


WRONG = {  # what came, what was expected, and what is said of it
    "missing": (None, GRID, "是不是忘了写 return", "is None"),
    "nothing expected": (3, None, "的类型是 int，应为 None", "has type int; expected None"),
    "type of an array": ([1.0], GRID, "应为 numpy.ndarray", "expected numpy.ndarray"),
    "type of a set": ([1], {1}, "应为 set", "has type list; expected set"),
    "type of a dict": ([1], {1: 2}, "应为 dict", "has type list; expected dict"),
    "type of a record": (Person("x", []), Point(1, 2), "应为 Point", "of no known kind; expected Point"),
    "a tuple without names": ((1, 2), Point(1, 2), "应为 Point", "has type tuple; expected Point"),
    "kind of numbers": (1.5, Fraction(3, 2), "应为 Fraction", "has type float; expected Fraction"),
    "complex for real": (GRID * 1j, GRID, "是复数", "is complex (complex128)"),
    "shape": (GRID.T, GRID, "形状是 (3, 2)", "has shape (3, 2); expected (2, 3)"),
    "dtype": (numpy.array(["a"]), numpy.array([1.0]), "dtype 是 str32", "has dtype str32; expected float64"),
    "a mask": (GRID, GRID > 1, "应为 bool", "expected bool"),
    "nan": (GRID * float("nan"), GRID, "nan 或 inf", "contains nan or inf"),
    "nan in a complex number": (complex("nan"), 1j, "nan 或 inf", "contains nan or inf"),
    "values": (GRID + 1, GRID, "6 个元素中有 6 个", "6 of its 6 elements"),
    "texts": (numpy.array(["a", "c"]), numpy.array(["a", "b"]), "有 1 个", "1 of its 2 elements"),
    "one value": (numpy.int64(4), numpy.int64(3), "数值不对", "its value is wrong"),
    "a fraction": (Fraction(1, 2), Fraction(1, 3), "不对", "is not right"),
    "keys missing": ({"a": 1}, {"a": 1, 2: 3}, "缺少 1 个应有的键", "lacks 1 of the expected keys"),
    "keys too many": ({"a": 1, 2: 3}, {"a": 1}, "多出了 1 个键", "has 1 keys too many"),
    "value of a key": ({"secret": 2}, {"secret": 1}, "某个键的值", "the value of one of its keys"),
    "elements missing": ({1}, {1, 2}, "缺少 1 个应有的元素", "lacks 1 of the expected elements"),
    "elements too many": ({1, 3, 2}, {1, 2}, "多出了 1 个元素", "has 1 elements too many"),
    "fields missing": (Record("Person", {"name": ""}), Person("", []), "缺少字段 scores", "lacks the fields scores"),
    "fields too many": (
        Record("Person", {"name": "", "scores": [], "SECRET": 1}), Person("", []), "多出了 1 个字段", "1 fields too many",
    ),
    "value of a field": (Person("y", []), Person("x", []), "字段 name 不对", "field name, is not right"),
    "field of a structured array": (
        numpy.array([(1, 2.5), (2, 0.0)], TABLE.dtype), TABLE, "字段 f1 的形状正确", "field f1, has the right shape",
    ),
    "fields of a structured array": (
        TABLE[["f0"]], TABLE, "缺少字段 f1", "lacks the fields f1",
    ),
}  # fmt: skip


def test_numbers_count_whatever_their_dtype_unless_one_is_asked_for():
    whole, real = numpy.array([[1, 2], [3, 4]]), numpy.array([[1.0, 2.0], [3.0, 4.0]])
    compare(sent(real), whole)
    compare(sent(whole), real)
    with pytest.raises(Failed, match="has dtype float64; expected int64"):
        compare(sent(real), whole, dtype=True)


@pytest.mark.parametrize("name", WRONG)
def test_each_way_of_being_wrong_has_its_sentence(name):
    got, expected, chinese, english = WRONG[name]
    message = said(sent(got), expected)
    assert chinese in message["zh"]
    assert english in message["en"]
    assert "secret" not in str(message).lower()


@pytest.mark.parametrize(
    ("got", "expected", "shown"),
    [
        (numpy.array([7.5]), numpy.array([8.5]), "Got [7.5], expected [8.5]."),
        ({"key": 7}, {"key": 8}, "the value of the key 'key', is not right. Got 7, expected 8."),
        ({7}, {8}, "lacks 1 of the expected elements. Got {7}, expected {8}."),
        (Fraction(7, 9), Fraction(8, 9), "Got Fraction(7, 9), expected Fraction(8, 9)."),
    ],
)
def test_values_are_shown_for_public_cases_only(got, expected, shown):
    assert shown in said(got, expected, public=True)["en"]
    assert not {"7", "8"} & set(str(said(got, expected)))


def test_a_long_number_is_shown_as_dots():
    assert "Got …, expected 1" in said(10**5000, 1, public=True)["en"]


@pytest.mark.parametrize(
    "made", [float, lambda value: numpy.array([value]), lambda value: torch.tensor([value]), complex]
)
def test_an_error_may_be_allowed_relative_and_absolute(made):
    compare(made(100.9), made(100.0), rtol=0.01)
    compare(made(100.9), made(100.0), atol=1.0)
    compare(made(101.9), made(100.0), rtol=0.01, atol=1.0)
    said(made(102.1), made(100.0), rtol=0.01, atol=1.0)
    said(made(100.9), made(100.0), rtol=0.001)


@pytest.mark.parametrize("got", [4, 4.0, 4.05, Fraction(4), numpy.float32(4.05), numpy.int64(4)])
@pytest.mark.parametrize("expected", [4, 4.0])
def test_a_number_with_a_tolerance_may_have_any_real_type(got, expected):
    compare(got, expected, atol=0.1)
    compare([got], [expected], rtol=0.1)
    compare([5, got], [expected, 5], atol=0.1, order=False) if type(got) in (int, float) else None
    compare_pairs([(got, expected)], [(expected, expected)], rtol=0, atol=0.1)


@pytest.mark.parametrize("got", [True, "4", 4.2, 5, None, 4j, [4]])
def test_what_is_no_number_or_not_close_is_wrong_with_a_tolerance_too(got):
    said(got, 4, atol=0.1)


def test_a_long_whole_number_is_right_with_a_tolerance():
    compare(10**400, 10**400, rtol=0.1)
    said(10**400, 10**401, rtol=0.1)


def test_without_a_tolerance_a_whole_number_stays_one():
    said(4.0, 4)
    said(4.0, 4, scale=1.0)


@pytest.mark.parametrize("made", [numpy.array, lambda values: torch.tensor(values), list])
def test_nan_may_be_right_where_it_is_expected(made):
    nan, inf = float("nan"), float("inf")
    compare(made([1.0, nan, inf]), made([1.0, nan, inf]), equal_nan=True)
    assert "nan or inf" in said(made([1.0, nan]), made([1.0, nan]))["en"]
    assert "nan or inf" in said(made([nan, nan]), made([1.0, nan]), equal_nan=True)["en"]
    assert "nan or inf" in said(made([-inf, 1.0]), made([inf, 1.0]), equal_nan=True)["en"]
    said(made([1.0, 2.0]), made([1.0, nan]), equal_nan=True)


@pytest.mark.parametrize("asked", [True, "float32", numpy.float32, numpy.dtype("float32"), torch.float32])
def test_a_dtype_may_be_asked_for(asked):
    for right in (numpy.zeros(2, "float32"), torch.zeros(2)):
        wrong = right.astype("float64") if isinstance(right, numpy.ndarray) else right.double()
        compare(wrong, right)
        compare(right, right, dtype=asked)
        assert "has dtype float64; expected float32" in said(wrong, right, dtype=asked)["en"]
        compare(wrong, right, dtype=False)


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        ([3, 1, 2, 1], [1, 1, 2, 3]),
        ([2.0, 1, 1.0000001], [1.0, 1.0, 2.0]),
        ([("b", 1), ("a", 2)], [("a", 2), ("b", 1)]),
        ([{"b": [1.0]}, {"a": [2.0]}], [{"a": [2.0]}, {"b": [1.0]}]),
        ([torch.ones(2), torch.zeros(2)], [torch.zeros(2), torch.ones(2)]),
        ((None, "x"), ("x", None)),
    ],
)
def test_lists_may_be_right_in_any_order(got, expected):
    compare(got, expected, order=False, scale=1.0)
    said(got, expected, scale=1.0)
    wrong = said([*got[:-1], "z"] if isinstance(got, list) else ("z", "x"), expected, order=False, scale=1.0)
    assert f"has 1 wrong elements of {len(expected)}, whatever their order" in wrong["en"]
    assert f"{len(expected)} 个元素中有 1 个不对" in wrong["zh"]


def test_the_items_of_a_list_without_order_keep_theirs():
    assert "2 wrong elements" in said([[2, 1], [4, 3]], [[1, 2], [3, 4]], order=False)["en"]


def test_a_multiset_counts_and_tells_types_apart():
    assert "1 wrong" in said([1, 1, 2], [1, 2, 2], order=False)["en"]
    assert "1 wrong" in said([True, 2], [1, 2], order=False)["en"]


def test_a_long_list_without_order_is_compared_if_its_items_can_be_sorted_or_looked_up():
    compare(list(range(20_000))[::-1], list(range(20_000)), order=False)
    compare([0.5 * n for n in range(20_000)][::-1], [0.5 * n for n in range(20_000)], order=False, scale=1.0)
    with pytest.raises(GraderError, match="at most 64"):
        compare([[n] for n in range(100)], [[n] for n in range(100)], order=False)


def test_numbers_with_one_hash_are_no_trouble_in_a_list_without_order():
    """They are looked up among the expected ones, so none is compared with another of its own."""
    compared = []

    class Counted(int):
        def __eq__(self, other):
            compared.append(other)
            return int(self) == other

        __hash__ = int.__hash__

    got = [Counted(n * (2**61 - 1)) for n in range(500)]
    said(got, list(range(500)), order=False)
    assert len(compared) < 5_000


def test_a_named_tuple_passes_as_the_tuple_that_it_is():
    compare(sent(Point(1, 2)), (1, 2))
    assert "has type tuple" in said(sent(Point(1, 2)), [1, 2])["en"]


def test_scalars_of_numpy_ask_for_numbers_of_their_kind():
    compare(3, numpy.int64(3))
    compare(numpy.int32(3), numpy.int64(3))
    compare(3, numpy.float64(3.0))
    compare(3.0, numpy.int64(3))
    assert "has type numpy.int64; expected int" in said(numpy.int64(3), 3)["en"]
    assert "expected int64" in said(3.0, numpy.int64(3), dtype=True)["en"]
    assert "nan or inf" in said(10**400, numpy.float32(1))["en"]


def test_any_values_pass_where_none_in_particular_are_asked_for():
    compare(GRID + 1, GRID, scale=ANY)
    compare([2.0, 1.0], [0.0, 0.0], scale=ANY, order=False)
    assert "shape" in said(GRID[:1], GRID, scale=ANY)["en"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GRID, GRID + 1e-9),
        (numpy.float32(1.0), numpy.float32(1.0 + 1e-7)),
        ({"a": 1.0}, {"a": 1.0 + 1e-9}),
        (1j, 1j + 1e-9),
        (Decimal("NaN"), Decimal("NaN")),
        (TABLE, TABLE.copy()),
        (Person("x", [1.0]), Person("x", [1.0 + 1e-9])),
        (Raised(("E",), "E", "at 3", None, 1), Raised(("E",), "F", "at 4", None, 2)),
        ([Foreign("a.b")], [Foreign("a.b")]),
        (GRID, GRID.astype("float32")),
    ],
)
def test_replies_that_differ_by_rounding_are_the_same(one, other):
    assert same_values(sent(one), sent(other), 1e-6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (GRID, GRID + 1),
        (GRID, torch.from_numpy(GRID)),
        (GRID > 1, (GRID > 1).astype(int)),
        (GRID, GRID.T),
        (numpy.array(3), numpy.int64(3)),
        ({1, 2}, {1, 3}),
        ({1}, frozenset((1,))),
        ({"a": 1}, {"b": 1}),
        (Person("x", []), Person("y", [])),
        (Point(1, 2), (1, 2)),
        (Record("A", {"x": 1}), Record("B", {"x": 1})),
        (TABLE, TABLE[["f0"]]),
        (numpy.array(["a"]), numpy.array(["b"])),
        (1, True),
        (Fraction(1, 2), 0.5),
        ([Foreign("a.b")], [Foreign("a.c")]),
    ],
)
def test_other_replies_are_not_the_same(one, other):
    assert not same_values(sent(one), sent(other), 0.0)
    assert form_of(sent(one)) != form_of(sent(other))


def test_floats_of_every_kind_are_taken_to_double_precision():
    given = {"a": [numpy.float32(0.1).reshape(1), torch.tensor([0.1])], "b": Point(torch.tensor(0.1), 3)}
    doubled = copied(given, double=True)
    assert [str(item.dtype) for item in doubled["a"]] == ["float64", "torch.float64"]
    assert (type(doubled["b"]), doubled["b"].x.dtype, doubled["b"].y) == (Point, torch.float64, 3)
    person = copied(Person("x", [numpy.zeros(1, "float32")]), double=True)
    assert (type(person), person.scores[0].dtype) == (Person, numpy.float64)
    assert isinstance(copied(sent(Point(1, 2))), NamedTuple)


def test_a_copy_shares_nothing_that_can_change():
    given = [numpy.zeros(2), {"a": torch.zeros(2)}, Person("x", [1.0])]
    copy = copied(given)
    copy[0][0], copy[1]["a"][0], copy[2].scores[0] = 1, 1, 2.0
    assert (given[0][0], given[1]["a"][0], given[2].scores) == (0, 0, [1.0])


FRESH = """
import sys
from autograder.checks import compare, Failed
from autograder.checks.kinds import same_values, form_of, copied
from autograder.mistakes.same_reply import same_reply
from autograder.mistakes.hints import with_hints
from autograder.grading.example import example_of
values = [None, 1, 2.5, "x", (1, [2]), {"a": {1: 2}}, {3}, frozenset((4,)), 1j]
compare(values, copied(values))
assert same_values(values, values, 0.0)
form_of(values)
try:
    compare([1], [2.0])
except Failed:
    pass
print(sorted({'torch', 'numpy', 'pandas'} & set(sys.modules)))
"""


def test_plain_values_are_compared_without_any_library():
    done = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, text=True, check=False, env=os.environ)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
