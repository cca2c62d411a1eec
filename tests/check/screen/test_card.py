"""The card in a notebook: what it says, in one language only, and in a browser without a failing rule of axe-core."""

from __future__ import annotations

import json
import os
import re
import shutil

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

CHROMIUM = shutil.which("chromium")
HOSTILE = """
def edge_image():
    raise ValueError("<script>document.title = 'ran'</script><img src=x onerror=alert(1)>")
"""
LOOP = """
def output_shape(input_shape, kernel_shape):
    while True:
        input_shape = input_shape
"""
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def run(folder, language, *cells):
    """Run cells in a notebook of a student's folder and return what each of them displays."""
    begin = f'import torch\nfrom torch import nn\nfrom check import check, set_language\nset_language("{language}")'
    notebook = new_notebook(cells=[new_code_cell(begin), *map(new_code_cell, cells)])
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    NotebookClient(
        notebook, timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder.path)}}
    ).execute()
    nbformat.write(notebook, folder.path / "ran.ipynb")
    return [cell.outputs for cell in notebook.cells[1:]]


def html(outputs):
    """Return the one card among the outputs of a cell."""
    (card,) = [one["data"]["text/html"] for one in outputs if one.output_type == "display_data"]
    return card


@pytest.fixture(scope="module")
def cards(make_folder):
    """Cards by name, in Chinese and in English, from two notebooks."""
    folder = make_folder()
    source = {
        "wrong": f"def corr2d(X, K):{folder.flipped}\ncheck(corr2d)",
        "right": f"def corr2d(X, K):{folder.right}\ncheck(corr2d)",
        "hostile": f"{HOSTILE}\ncheck(edge_image)",
        "loop": f"{LOOP}\ncheck(output_shape)",
        "stub": "def receptive_field(kernel_sizes):\n    pass\n\ncheck(receptive_field)",
    }
    names = [f"{name}-{language}" for language in ("zh", "en") for name in source]
    outputs = [*run(folder, "zh", *source.values()), *run(folder, "en", *source.values())]
    return {name: html(shown) for name, shown in zip(names, outputs, strict=True)}


def test_a_wrong_answer_has_pictures_and_one_element_by_hand(cards):
    card = cards["wrong-zh"]
    assert card.count("<svg") == 5
    assert "你算的是 0×3 + 1×2 + 3×1 + 4×0 = 5" in card
    assert "不对的格子：[0,0] [0,1] [1,0] [1,1]" in card  # for those who see no picture
    assert ">得到</div><svg" in card


def test_a_right_answer_shows_the_student_s_own_result_and_how_much_is_done(cards):
    assert "✓ corr2d" in cards["right-en"]
    assert "Your own result" in cards["right-en"]
    assert "This assignment: 1 of 8 exercises pass" in cards["right-en"]


def test_an_endless_loop_ends_and_names_its_line(cards):
    assert "Not finished after 5 seconds: it was in line" in cards["loop-en"]
    assert "in the `while`" not in cards["loop-en"]
    assert "<code" in cards["loop-en"]


def test_an_unwritten_exercise_has_a_card(cards):
    assert "○ receptive_field" in cards["stub-zh"]


def test_english_cards_have_no_chinese(cards):
    assert [name for name, card in cards.items() if name.endswith("-en") and CHINESE.search(card)] == []


def test_what_a_student_wrote_is_escaped(cards):
    assert "<script" not in cards["hostile-zh"]
    assert "<img" not in cards["hostile-zh"]
    assert "&lt;script&gt;" in cards["hostile-zh"]


def test_an_exercise_that_does_not_pass_is_an_error_of_one_line(make_folder):
    """So nbgrader counts it."""
    (outputs,) = run(make_folder(), "zh", "def corr2d(X, K):\n    pass\n\ncheck(corr2d)")
    (error,) = [one for one in outputs if one.output_type == "error"]
    assert len(error.traceback) == 1


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at pages with")
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_rule_of_level_a_or_aa_fails_in_a_browser(cards, tmp_path, theme):
    playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive a browser with")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe-core")
    colours = {"light": ("#ffffff", "#000000de"), "dark": ("#111111", "#ffffffe0")}[theme]
    variables = f"--jp-layout-color1:{colours[0]};--jp-content-font-color1:{colours[1]}"
    body = "<br>".join(cards.values())
    page_text = f'<!doctype html><html lang="zh-CN"><title>check</title><body style="{variables};background:{colours[0]}"><main>{body}</main>'
    (tmp_path / "cards.html").write_text(f'<meta charset="utf-8">{page_text}', encoding="utf-8")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 900, "height": 700})
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((tmp_path / "cards.html").as_uri())
        page.screenshot(path=os.environ.get("PICTURES", str(tmp_path)) + f"/cards-{theme}.png", full_page=True)
        found = axe.Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        browser.close()
    assert said == []
    assert json.dumps([rule["id"] for rule in found.response["violations"]]) == "[]", found.generate_report()
