"""A text that is made to cost time or space is shown letter by letter, and addresses are whole ones or none."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

safe_html = pytest.importorskip("autograder.nbgrader.safe_html", reason="nbgrader's pages need nh3")
shown_notebook = pytest.importorskip("autograder.nbgrader.shown_notebook")
BOMBS = {
    "deep": "<div>" * 4000,
    "repeated": "<p>" + "".join(f"<b {i}>" for i in range(100)) + "</p>" + "<p>x</p>" * 1000,
}
REFUSED = (
    "page.html",
    "/formgrader/",
    "//a.b/",
    "http:page.html",
    "http:/page.html",
    "javascript:x",
    " https://a.b",
    "#x",
)


@pytest.mark.parametrize("name", BOMBS)
def test_tags_nested_beyond_reason_are_shown_as_they_are_written(name):
    shown = safe_html.clean(BOMBS[name])
    assert shown.startswith("<pre>&lt;")
    assert shown.count("<") == 2


def test_a_large_table_is_no_nest():
    row = "<tr>" + "<td>1</td>" * 10 + "</tr>"
    assert safe_html.clean(f"<table>{row * 1000}</table>").count("<td>") == 10_000


@pytest.mark.parametrize("address", REFUSED)
def test_an_address_that_depends_on_the_page_is_none(address):
    assert "href" not in safe_html.clean(f'<a href="{address}">x</a>')


@pytest.mark.parametrize("address", ["https://a.b/c?d=e#f", "http://a.b:80", "mailto:a@b.c"])
def test_an_address_of_another_place_stays(address):
    assert f'href="{address}"' in safe_html.clean(f'<a href="{address}">x</a>')


def test_a_long_text_and_what_follows_many_texts_are_not_formatted():
    lengths = [10, 20_001, *[19_000] * 6]
    notebook = new_notebook(cells=[new_markdown_cell("x" * length) for length in lengths])
    kinds = [cell.cell_type for cell in shown_notebook.shown_notebook(notebook).cells]
    assert kinds == ["markdown", "raw", *["markdown"] * 4, "raw", "raw"]
