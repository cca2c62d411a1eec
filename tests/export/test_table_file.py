"""A CSV file of a platform is written back as it was read, and its cells are those that Python's own reader finds."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course.errors import UsageError
from autograder.export.table_file import read_table

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
CELLS = st.one_of(WORDS, st.text("\",;\n\r\t a'=", max_size=8))


@pytest.fixture(scope="module")
def read(tmp_path_factory):
    """Return a file with this content as it is read."""
    path = tmp_path_factory.mktemp("tables") / "table.csv"

    def read(data: bytes):
        path.write_bytes(data)
        return read_table(path)

    return read


@given(text=st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(',;"\r\n\t'))))
def test_whatever_is_read_is_written_back_byte_for_byte(read, text):
    data = f"Student{text}".encode()
    assert read(data).to_bytes() == data


@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4), mark=st.booleans())
def test_cells_are_those_of_any_other_reader(read, rows, mark):
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(rows)
    table = read((b"\xef\xbb\xbf" if mark else b"") + text.getvalue().encode())
    assert [row.values() for row in (table.header, *table.rows)] == [[cell.strip() for cell in row] for row in rows]


@given(rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4), place=st.integers(0, 2))
def test_one_cell_changes_and_the_others_stay(read, rows, place):
    rows = [["Student", "ID", "Grade"], *rows]  # the header tells what separates the cells
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    table = read(text.getvalue().encode())
    table.rows[0].write(place, "87.5")
    rows[1][place] = "87.5"
    assert list(csv.reader(io.StringIO(table.to_bytes().decode(), newline=""))) == rows


@pytest.mark.parametrize(
    ("data", "complaint"),
    [(b"", "has no header"), (b"\xef\xbb\xbf\n", "has no header"), ("姓名,分数".encode("gbk"), "is not in UTF-8")],
)
def test_a_file_that_is_no_table_is_refused(read, data, complaint):
    with pytest.raises(UsageError, match=complaint):
        read(data)
