"""The pages of `nbgrader generate_feedback`: short, in one language, by the exercises' names, and with no network."""

from __future__ import annotations

import os
import re
import shutil

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

shown_notebook = pytest.importorskip("autograder.nbgrader.shown_notebook", reason="nbgrader's pages need nh3")
CHROMIUM = shutil.which("chromium")
A = "image_convolution"
FLIPPED = """
def corr2d(X, K):
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i : i + h, j : j + w] * K.flip(0, 1)).sum()
    return Y
"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OF_GRADES, OF_A_STUDENT = {"grade": True, "solution": False}, {"grade": False, "solution": False}


@pytest.mark.parametrize(
    ("marks", "left"), [(OF_GRADES, ["display_data"]), (OF_A_STUDENT, ["display_data", "execute_result"])]
)
def test_the_score_that_nbgrader_reads_is_not_shown_as_an_output(marks, left):
    outputs = [new_output("display_data", {"text/plain": "card"}), new_output("execute_result", {"text/plain": "0.0"})]
    cell = new_code_cell("", outputs=outputs, metadata={"nbgrader": marks})
    (shown,) = shown_notebook.shown_notebook(new_notebook(cells=[cell])).cells
    assert [output.output_type for output in shown.outputs] == left


@pytest.fixture(scope="module")
def pages(make_course, at):
    """The pages of a perfect hand-in, one with a known mistake, and a broken one."""
    teacher = make_course("feedback-page")
    teacher.nbgrader("generate_assignment", A)
    middling = teacher.solved(A)
    middling.cells[at(middling, "corr2d")].source = FLIPPED
    for student, notebook in {"perfect": teacher.solved(A), "middling": middling, "broken": "{no notebook"}.items():
        teacher.hand_in(student, A, notebook)
    teacher.nbgrader("autograde", A)
    teacher.nbgrader("generate_feedback", A)
    return {path.parts[-3]: path for path in teacher.home.glob("feedback/*/*/*.html")}


def text_of(path):
    return path.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_table_of_contents_has_the_names_of_the_exercises(pages, course):
    contents = re.search(r"<nav.*?</nav>", text_of(pages["middling"]), re.DOTALL)[0]
    entries = re.findall(r'<a href="#(\w+)">(.*?)</a>', contents)
    wanted = [f"{one.name} {one.title.zh}" for one in course.assignments[A].exercises]
    assert [title for _, title in entries][: len(wanted)] == wanted
    assert all(f'id="{key}"' in text_of(pages["middling"]) for key, _ in entries)
    assert "Test cell" not in text_of(pages["middling"])


@pytest.mark.slow
def test_a_page_has_the_card_of_each_exercise_with_its_picture(pages):
    page = text_of(pages["middling"])
    assert page.count('<div class="autograder-feedback') == 8
    assert '<td class="seen">' in page
    assert "<strong>→ 你把卷积核翻转了" in page


@pytest.mark.slow
def test_a_page_speaks_one_language_but_for_what_the_notebook_says(pages):
    """Docstrings have both, and nbgrader itself says that an answer is empty."""
    page = re.sub(r'<div class="highlight.*?</div>|No response\.', "", text_of(pages["broken"]), flags=re.DOTALL)
    words = re.sub(r"<[^>]*>", "", page.partition("<main")[2])
    assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", words.replace("JSON", ""))


@pytest.mark.slow
def test_the_lesson_is_folded_and_what_a_student_wrote_is_not(pages):
    page = text_of(pages["middling"])
    folded = "".join(re.findall(r'<details class="lesson">.*?</details>', page, re.DOTALL))
    assert "编程题" in folded
    assert "K.flip" not in re.sub(r"<[^>]*>", "", folded)


@pytest.mark.slow
def test_a_page_loads_nothing_and_shows_no_score_as_an_output(pages):
    for path in pages.values():
        page = text_of(path)
        assert not re.search(r"<script|(src|href)=\"(?!data:|#)|Out\[", page)
        assert len(page.encode()) <= 300_000


@pytest.mark.slow
@pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at pages with")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_level_a_or_aa_fails(pages, tmp_path, scheme):
    playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive a browser with")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe-core")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        context = browser.new_context(color_scheme=scheme, viewport={"width": 900, "height": 700})
        for student, path in pages.items():
            page, said, asked = context.new_page(), [], []
            page.on("console", lambda message, said=said: said.append(message.text))
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.goto(path.as_uri(), wait_until="networkidle")
            folder = os.environ.get("PICTURES", str(tmp_path))
            page.screenshot(path=f"{folder}/nbgrader-feedback-{student}-{scheme}.png", full_page=True)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            found = axe.Axe().run(page, options={"runOnly": RULES}).response["violations"]
            failing = [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
            assert (said, asked, failing) == ([], [path.as_uri()], [])
        browser.close()
