"""A value of each kind is compared as its kind asks, and the message names the first difference in both languages."""

from __future__ import annotations

import inspect
import math
import runpy
from pathlib import Path

import numpy as np
import pytest

from autograder.check import printed
from autograder.check.asking import call, prints, program, require_unchanged, second_call
from autograder.check.model import Case, Layer, Raises, State, Text
from autograder.check.verdicts import check_case
from autograder.worker.shared import printed as graded_printed

CUBE = np.arange(8.0).reshape(2, 2, 2)
LINES = "1 * 1 = 1\n2 * 2 = 4\n3 * 3 = 9\n"
LONG = "the quick brown fox jumps over the lazy dog, and the lazy dog sleeps on, whatever the quick brown fox may do"


@pytest.fixture
def verdict():
    """Return the verdict on an answer that replies with a value."""

    def verdict(got, expected, **rules):
        case = Case("f", Text("例", "an example"), lambda student: student.f(), expected, **rules)
        return check_case(case, {"f": lambda: got})

    return verdict


@pytest.mark.parametrize(
    ("got", "expected"),
    [
        (3, 3),
        (3, 3.0),
        (2.00001, 2.0),
        (math.nan, math.nan),
        (math.inf, math.inf),
        (1 + 1e-6j, 1 + 0j),
        (None, None),
        ("text", "text"),
        (b"bytes", b"bytes"),
        ([1, (2.0, "a")], [1, (2.00001, "a")]),
        ({"a": [1.0], 2: None}, {2: None, "a": [1.00001]}),
        ({3, 1}, {1, 3}),
        (np.array([1, 2]), np.array([1.0, 2.0])),
        (np.array([1.0, math.nan]), np.array([1.00001, math.nan])),
        (np.array(["a", "b"]), np.array(["a", "b"])),
        (3, np.int32(3)),
        (np.int64(3), np.int32(3)),
        (3, 3 + 0j),
        (frozenset({1}), frozenset({1})),
        (np.array([1j]), np.array([1j])),
        (np.array([[True]]), np.array([[True]])),
        ([np.array([1.0])], [np.array([1.0])]),
    ],
)
def test_a_right_value_passes(verdict, got, expected):
    assert verdict(got, expected).state is State.passed


@pytest.mark.parametrize(
    ("got", "expected", "layer", "words"),
    [
        (2.5, 2.0, "values", "is 2.5; it should be 2."),
        (10**400, 2.0, "values", "it should be 2."),
        (math.nan, 2.0, "values", "nan or inf"),
        ("2", 2, "type", "has type str; it should be int."),
        (True, 1, "type", "has type bool; it should be int."),
        (None, 1, "type", "`return`"),
        ("Hello", "hello", "values", "is 'Hello'; it should be 'hello'."),
        (["h"], "h", "type", "has type list; it should be str."),
        (LONG.replace("dog,", "cat,"), LONG, "values", "is wrong from character 41: "),
        ("a\nb c\n", "a\nb  c\n", "values", "differs in spaces only, in line 2 from character 3"),
        ("a\nB\n", "a\nb\n", "values", "is wrong in line 2 from character 1: 'B'; it should be 'b'."),
        ("a\n", "a\nb\n", "values", "lacks line 2: 'b'."),
        ("a\nb\nc\n", "a\nb\n", "values", "should end before line 3, which is 'c'."),
        ("a\nb", "a\nb\n", "values", "lacks the line break at its end"),
        ("a\nb\n", "a\nb", "values", "has a line break too many at its end"),
        ([1, 2], [1, 3], "values", "Item 2 of the returned value is 2; it should be 3."),
        ([1], [1, 3], "shape", "has 1 items; it should have 2."),
        ((1,), [1], "type", "has type tuple; it should be list."),
        ([1], {1}, "type", "has type list; it should be set."),
        (frozenset({1}), {1}, "type", "has type frozenset; it should be set."),
        (np.int64(3), 3, "type", "has type int64; it should be int."),
        ("3", np.int64(3), "type", "has type str; it should be int64."),
        (np.float64(3.0), np.array(3.0), "type", "has type float64; it should be numpy.ndarray."),
        (np.array([1.0]), np.array([1]), "type", "has dtype float64; it should be int64."),
        ({"a": 1}, {"a": 1, "b": 2}, "values", "lacks the key 'b'."),
        ({"a": 1, "c": 2}, {"a": 1}, "values", "has the key 'c', which should not be there."),
        ({"a": 1}, {"a": 2}, "values", "under 'a' is 1; it should be 2."),
        ({1, 2}, {1, 3}, "values", "lacks 3."),
        ({1, 2}, {1}, "values", "has 2, which should not be there."),
        ([[1.0]], np.array([[1.0]]), "type", "`np.array(…)`"),
        (1.0, np.array([1.0]), "type", "has type float; it should be numpy.ndarray."),
        (np.array([1j]), np.array([1.0]), "type", "is complex (complex128)"),
        (np.array([1]), np.array([True]), "type", "has dtype int64, not bool"),
        (np.array(["1"]), np.array([1.0]), "type", "has dtype <U1; it should be float64."),
        (np.array([[1.0]]), np.array([1.0]), "shape", "has shape (1, 1), not (1,)"),
        (np.array([np.inf, 1]), np.array([1.0, 1.0]), "values", "`np.empty`"),
        (np.array([1.0, 2.0]), np.array([1.0, 3.0]), "values", "1 of 2 values are wrong"),
        (np.array([2.0, 2.0]), np.array([1.0, 3.0]), "values", "all 2 values are wrong"),
        (np.array([2**53 + 1]), np.array([2**53]), "values", "is 9007199254740993; it should be 9007199254740992."),
        (np.array(["a", "c"]), np.array(["a", "b"]), "values", "1 of 2 values are wrong"),
    ],
)
def test_a_wrong_value_is_told_with_its_first_difference(verdict, got, expected, layer, words):
    found = verdict(got, expected)
    assert (found.state, found.layer) == (State.failed, layer)
    assert words in found.message.en
    assert any("\u4e00" <= character <= "\u9fff" for character in found.message.zh)


def test_the_dtype_of_an_array_counts_only_where_it_is_asked_for(verdict):
    got, expected = np.array([1.0]), np.array([1.0], dtype=np.float32)
    assert verdict(got, expected).state is State.passed
    found = verdict(got, expected, dtype=True)
    assert found.layer is Layer.type
    assert "has dtype float64; it should be float32." in found.message.en


def test_the_order_of_a_list_does_not_count_where_the_case_says_so(verdict):
    assert verdict([1, 2.00001, "a"], ["a", 1, 2.0], order=False).state is State.passed
    assert "lacks 2." in verdict([1, 1], [2, 1], order=False).message.en
    assert verdict([1, 2], [2, 1]).state is State.failed


def test_a_value_whose_repr_fails_is_named_by_its_type(verdict):
    class Silent:
        def __repr__(self):
            raise RuntimeError

    assert verdict(Silent(), Raises(ValueError)).message.en.startswith(
        "This should raise ValueError, but it gave <Silent>"
    )
    assert verdict([Silent()], [3]).layer is Layer.type


@pytest.fixture
def verdict_on_source():
    """Return the verdict on the text of an answer."""

    def verdict_on_source(source, ask, expected):
        names = {"__name__": "answer"}
        exec(source, names)
        return check_case(Case("f", "an example", ask, expected), names)

    return verdict_on_source


def test_arguments_may_have_names(verdict_on_source):
    source = "def f(a, *, b=2):\n    b.append(a)\n    return b"
    assert verdict_on_source(source, call("f", 1, b=[3]), [3, 1]).state is State.passed


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("def f(n):\n    for i in range(1, n + 1): print(i, '*', i, '=', i * i)", None),
        ("def f(n):\n    return 'a table'", "Nothing was printed: use `print(…)`"),
        ("def f(n):\n    for i in range(1, n): print(i, '*', i, '=', i * i)", "The printed text lacks line 3"),
        (
            "def f(n):\n    for i in range(1, n + 1): print(i, 'x', i, '=', i * i)",
            "is wrong in line 1 from character 3",
        ),
        ("def f(n):\n    print(1 / 0)", "ZeroDivisionError"),
        ("def f(n):\n    while True: print('again')", None),
    ],
)
def test_what_a_call_prints_is_compared_line_by_line(verdict_on_source, source, words):
    if "while" in source:
        source = source.replace("True", "n < 300_000").replace("print('again')", "print('again'); n += 1")
        words = "is wrong in line 1"
    found = verdict_on_source(source, prints("f", 3), LINES)
    assert (found.state is State.passed) == (words is None)
    assert words is None or words in found.message.en


def test_a_call_may_read_standard_input(verdict_on_source):
    source = "import sys\ndef f():\n    name = input('Name? ')\n    print('Hello,', name, len(sys.stdin.read()))"
    assert verdict_on_source(source, prints("f", stdin="Ada\nrest\n"), "Hello, Ada 5\n").state is State.passed
    found = verdict_on_source(source, prints("f"), "")
    assert "EOFError" in found.message.en


def test_a_call_may_read_and_write_bytes(verdict_on_source):
    source = "import sys\ndef f():\n    sys.stdout.buffer.write(sys.stdin.buffer.readline().upper())"
    assert verdict_on_source(source, prints("f", stdin="Ada\n"), "ADA\n").state is State.passed


def test_what_is_printed_is_found_out_as_it_is_when_it_is_graded():
    """Neither program may import the other, so each has the same file."""
    assert Path(inspect.getfile(printed)).read_bytes() == Path(inspect.getfile(graded_printed)).read_bytes()


def test_a_whole_file_is_run_as_a_program(tmp_path):
    file = tmp_path / "answer.py"
    file.write_text(
        "import sys\ndef f():\n    print(int(input()) * 2)\nif __name__ == '__main__':\n    f()\n    sys.exit(0)\n"
    )
    names = runpy.run_path(str(file))
    asked = program(stdin="21\n")
    assert check_case(Case("f", "an example", asked, "42\n"), names).state is State.passed


def test_the_line_of_an_error_in_a_program_is_told(tmp_path):
    file = tmp_path / "answer.py"
    file.write_text("def f():\n    print(1 / 0)\nif __name__ == '__main__':\n    f()\n")
    names = runpy.run_path(str(file))
    found = check_case(Case("f", "an example", program(), ""), names)
    assert (found.layer, found.line) == (Layer.runs, 2)


@pytest.mark.parametrize(
    ("change", "words"),
    [("x.append(1)", "`list(…)`"), ("y[0] = 5", "`.copy()`"), ("z['a'] = 5", "`dict(…)`"), ("len(x)", None)],
)
def test_an_argument_that_a_call_changes_is_told(verdict_on_source, change, words):
    args = [1], np.array([1.0]), {"a": np.array([1.0])}
    found = verdict_on_source(f"def f(x, y, z):\n    {change}", second_call("f", args, args), None)
    assert (found.message.en if found.message else None) is None if words is None else words in found.message.en


def test_an_unchanged_nan_is_no_change():
    require_unchanged([np.array([math.nan])], [np.array([math.nan])])


def test_the_text_of_an_exception_may_be_asked_for(verdict_on_source):
    source = "def f():\n    raise ValueError('no sample')"
    assert verdict_on_source(source, call("f"), Raises(ValueError, "sample")).state is State.passed
    found = verdict_on_source(source, call("f"), Raises(ValueError, "empty"))
    assert found.message.en == "ValueError is right, but its text should have empty; it raised ValueError: no sample."


def test_random_numbers_are_the_same_in_every_check(verdict_on_source):
    source = "import random, numpy as np\ndef f():\n    return [random.random(), float(np.random.rand())]"
    replies = [verdict_on_source(source, call("f"), []).got for _ in range(2)]
    assert replies[0] == replies[1]


def test_a_title_may_be_a_sentence_in_the_one_language_of_the_course(verdict_on_source):
    assert verdict_on_source("def f(): pass", call("f"), 1).case.about == Text("an example", "an example")


def test_frames_are_compared_by_their_index_and_columns(verdict):
    pandas = pytest.importorskip("pandas")
    right = pandas.DataFrame({"a": [1.0, 2.0], "b": ["x", "y"]})
    for change, layer, words in (
        (right.copy(), None, ""),
        (right["a"], "type", "has type Series; it should be DataFrame."),
        (right.iloc[:1], "shape", "has 1 items; it should have 2."),
        (right.set_index([[0, 2]]), "values", "Item 2 of the index of the returned value is 2; it should be 1."),
        (right[["a"]], "values", "lacks the key 'b'."),
        (right.assign(a=[1.0, 3.0]), "values", "under 'a' has the right shape; 1 of 2 values are wrong"),
        (right.assign(a=["1", "2"]), "type", "under 'a' has dtype"),
    ):
        found = verdict(change, right)
        assert found.layer == layer, found.message
        assert words in (found.message.en if found.message else "")
    assert verdict(right["a"], right["a"]).state is State.passed
