"""Series and DataFrames are compared by shape, labels and columns."""

from __future__ import annotations

import pytest

from autograder.checks import Failed, compare
from autograder.checks.kinds import copied, form_of, same_values, size_of
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack_reply

pandas = pytest.importorskip("pandas")

TABLE = pandas.DataFrame({"city": ["a", None], "people": [1, 2], "warm": [0.5, float("nan")]}, index=[3, 4])
SERIES = pandas.Series([1.5, 2.5], index=["x", "y"], name="n")


def sent(value):
    """Return a value as it comes from a worker."""
    return unpack_reply(pack(value, 1 << 20))[0]


def said(got, expected, **options):
    """Return what is said of a wrong value, in both languages."""
    with pytest.raises(Failed) as caught:
        compare(sent(got), expected, **options)
    return caught.value.message


@pytest.mark.parametrize("value", [TABLE, SERIES, TABLE.iloc[:0], TABLE["city"], TABLE.set_index("city")])
def test_the_right_frame_passes_and_is_the_same(value):
    compare(sent(value), value, equal_nan=True)
    compare(copied(sent(value), double=True), value, equal_nan=True)
    assert same_values(sent(value), sent(value), 0.0)
    assert form_of(sent(value)) == form_of(sent(value))
    assert size_of(value) >= 0


@pytest.mark.parametrize(
    ("got", "expected", "chinese", "english"),
    [
        (None, TABLE, "忘了写 return", "is None"),
        ([1], TABLE, "应为 pandas.DataFrame", "has type list; expected pandas.DataFrame"),
        (SERIES, TABLE, "应为 pandas.DataFrame", "has type pandas.Series; expected pandas.DataFrame"),
        (TABLE.iloc[:1], TABLE, "形状是 (1, 3)", "has shape (1, 3); expected (2, 3)"),
        (TABLE.rename(columns={"city": "City"}), TABLE, "列名不对", "wrong column labels"),
        (TABLE.set_axis([1, 2]), TABLE, "行标签", "wrong row labels"),
        (SERIES.rename("m"), SERIES, "name 不对", "a wrong name"),
        (TABLE.assign(people=["1", "2"]), TABLE, "第 2 列", "column 2, has dtype"),
        (TABLE.assign(people=[1, 3]), TABLE, "1 个数值不对", "column 2, has the right shape, but 1 of its 2"),
        (TABLE.assign(city=["b", None]), TABLE, "第 1 列", "column 1, element 1, is not right"),
        (SERIES + 1, SERIES, "2 个数值不对", "2 of its 2 elements"),
        (SERIES / 0, SERIES, "nan 或 inf", "nan or inf"),
    ],
)
def test_each_way_of_being_wrong_has_its_sentence(got, expected, chinese, english):
    message = said(got, expected, equal_nan=True)
    assert chinese in message.zh
    assert english in message.en


def test_nan_is_right_only_where_that_is_allowed():
    assert "nan or inf" in said(TABLE, TABLE).en


def test_a_dtype_may_be_asked_for():
    compare(sent(SERIES.astype("float32")), SERIES)
    assert "has dtype float32; expected float64" in said(SERIES.astype("float32"), SERIES, dtype=True).en


@pytest.mark.parametrize("other", [TABLE.assign(people=[1, 3]), TABLE.T, TABLE.set_axis([1, 2]), TABLE["city"]])
def test_another_frame_is_not_the_same(other):
    assert not same_values(sent(TABLE), sent(other), 0.0)
    assert form_of(sent(TABLE)) != form_of(sent(other))
