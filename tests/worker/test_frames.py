"""Series and DataFrames cross with their labels and plain columns."""

from __future__ import annotations

import pytest

from autograder.worker.shared.pack import pack, pack_strictly
from autograder.worker.shared.unpack import unpack, unpack_reply
from autograder.worker.shared.values import Foreign, NotPlain

pandas = pytest.importorskip("pandas")

LIMIT = 1 << 20
TABLE = pandas.DataFrame({"city": ["北京", None, "x"], "people": [1, 2, 3], "warm": [True, False, True], 4: [0.5] * 3})
FRAMES = {
    "columns of many types": TABLE,
    "rows with names": TABLE.set_index("people"),
    "rows in another order": TABLE.sort_values("people", ascending=False),
    "two levels of labels": TABLE.set_index(["people", "warm"]),
    "two columns of one name": pandas.concat([TABLE, TABLE], axis=1),
    "no rows": TABLE.iloc[:0],
    "no columns": TABLE[[]],
    "times": pandas.DataFrame({"at": pandas.to_datetime(["2026-01-01", None])}),
    "lists as items": pandas.DataFrame({"items": [[1, 2], "x"]}),
}
SERIES = {
    "numbers": pandas.Series([1.5, float("nan")], name="n"),
    "texts": pandas.Series(["a", None], index=["x", "y"]),
    "objects": pandas.Series([1, "a", None], dtype=object),
    "counts by group": TABLE.groupby(["warm", "people"]).size(),
    "a row": TABLE.iloc[0],
}


@pytest.mark.parametrize("name", FRAMES)
def test_a_data_frame_comes_back(name):
    for back in (unpack_reply(pack(FRAMES[name], LIMIT))[0], unpack(pack_strictly(FRAMES[name], LIMIT))):
        pandas.testing.assert_frame_equal(back, FRAMES[name], check_index_type="equiv")


@pytest.mark.parametrize("name", SERIES)
def test_a_series_comes_back(name):
    for back in (unpack_reply(pack(SERIES[name], LIMIT))[0], unpack(pack_strictly(SERIES[name], LIMIT))):
        pandas.testing.assert_series_equal(back, SERIES[name], check_index_type="equiv")


@pytest.mark.parametrize(
    "value",
    [
        TABLE.astype({"city": "category"}),
        TABLE.astype({"people": "Int64"}),
        pandas.DataFrame({n: [n] for n in range(300)}),
        pandas.Series(range(1 << 20)),
        pandas.Series(pandas.to_datetime(["2026-01-01"]).tz_localize("UTC")),
    ],
)
def test_what_has_no_plain_columns_is_named(value):
    assert unpack_reply(pack(value, LIMIT))[0] == Foreign(f"pandas.{type(value).__name__}")
    with pytest.raises(NotPlain):
        pack_strictly(value, LIMIT)
