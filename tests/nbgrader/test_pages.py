"""What a student wrote runs in none of nbgrader's pages: they are opened in a real browser, by a teacher who is logged in."""

from __future__ import annotations

import base64
import copy
import json
import os
import shutil
import tomllib
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_output, new_raw_cell

playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive a browser with")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at pages with"),
]
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]
A = "image_convolution"
EXERCISE = "edge_kernel"
HOSTILE = tomllib.loads(Path(__file__).with_name("pages.toml").read_text(encoding="utf-8"))
IMAGE = base64.b64encode(
    b"GIF89a\x02\x00\x02\x00\x80\x00\x00\xff\x00\x00\x00\x00\x00!\xf9\x04\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x02\x00\x02\x00\x00\x02\x02\x84Q\x00;"
).decode()
HONEST = f"""## A heading

A formula $x<y$ and $$\\sum_{{i<n}} a_i$$ and `code`.

| a | b |
|--:|---|
| 1 | 2 |

```python
def f(): return 1
```

![attached](attachment:a.gif) ![in the text](data:image/gif;base64,{IMAGE}) ![forgotten](attachment:forgotten.png)

[a page](https://example.org/a?b=c)
"""
MATHJAX = "https://cdnjs.cloudflare.com/ajax/libs/mathjax/"
NO_MATHJAX = "MathJax = {Hub: {Config() {}, Queue() {}, Startup: {signal: {Interest() {}}}}}"
PRESSED = ("a link", "a file next to the page", "another")  # links in the hostile text
PAGE = "<script>alert('a file that was handed in')</script>"


@dataclass
class Visit:
    """A page that was opened: what ran in it, and where else it asked for something."""

    page: object
    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


def hostile_notebook(released, at, answer: str):
    """Return the release with hostile text in all that a student can write, and an answer that is hostile, too."""
    notebook = copy.deepcopy(released)
    notebook.metadata = notebook.metadata | HOSTILE["metadata"]
    notebook.cells[at(notebook, EXERCISE)].source = answer
    own = [new_markdown_cell(text, attachments=HOSTILE["attachments"]) for text in HOSTILE["markdown"]]
    own.append(new_raw_cell(HOSTILE["raw"], metadata={"raw_mimetype": "text/html"}))
    notebook.cells += own
    return notebook


def store_outputs(path: Path) -> None:
    """Put outputs into a graded notebook, as its own kernel would have left them there."""
    notebook = nbformat.read(path, 4)
    outputs = [new_output("display_data", {kind: data}) for kind, data in HOSTILE["data"].items()]
    size = {"image/png": {"width": "1 onerror=alert('width')", "height": 2}}
    named = {"filenames": {"image/png": "http://127.0.0.2:9/filename"}}
    outputs += [new_output("display_data", {"image/png": "x"}, metadata=extra) for extra in (size, named)]
    outputs.append(
        new_output("display_data", {"text/html": HOSTILE["raw"]}, metadata={"text/html": {"isolated": True}})
    )
    outputs.append(new_output("error", ename="x", evalue="x", traceback=[HOSTILE["raw"]]))
    outputs.append(new_output("stream", name="stdout", text=HOSTILE["raw"]))
    marks = {"grade": False, "solution": False, "task": False, "grade_id": f'x">{HOSTILE["raw"]}'}
    notebook.cells.append(new_code_cell("1", outputs=outputs, metadata={"nbgrader": marks, "tags": [HOSTILE["raw"]]}))
    path.chmod(0o644)
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.fixture(scope="module")
def teacher(make_course, at):
    """A course with one honest student and others who are hostile, all graded and with feedback."""
    teacher = make_course("pages")
    teacher.nbgrader("generate_assignment", A)
    honest = teacher.solved(A)
    honest.cells.append(new_markdown_cell(HONEST, attachments={"a.gif": {"image/gif": IMAGE}}))
    teacher.hand_in("honest", A, honest)
    for name, answer in zip(HOSTILE["names"], HOSTILE["answers"].values(), strict=True):
        path = teacher.hand_in(name, A, hostile_notebook(teacher.released(A), at, answer))
        (path.parent / "page.html").write_text(PAGE, encoding="utf-8")
        (path.parent / "nbgrader_config.py").write_text(f"open({str(teacher.home / 'proof')!r}, 'w')", encoding="utf-8")
    teacher.log = teacher.nbgrader("autograde", A).stderr
    for name in HOSTILE["names"]:
        store_outputs(teacher.home / "autograded" / name / A / f"{A}.ipynb")
    teacher.log += teacher.nbgrader("generate_feedback", A).stderr
    return teacher


@dataclass
class Site:
    """The form grader, in a browser where the teacher has logged in."""

    context: object
    address: str

    def ask(self, path: str) -> str:
        return self.context.request.get(f"{self.address}formgrader/{path}").text()

    def visit(self, path: str) -> Visit:
        return visit(self.context, f"{self.address}formgrader/{path}", self.address)

    def submissions(self) -> dict[str, str]:
        """Return the number of each student's submission."""
        entries = json.loads(self.ask(f"api/submitted_notebooks/{A}/{A}"))
        return {entry["student"]: entry["id"] for entry in entries}


def visit(context, url: str, own: str) -> Visit:
    """Open a page, wait until it is quiet, and follow the links that a student may have made."""
    visit = Visit(context.new_page())
    visit.page.on("dialog", lambda dialog: (visit.ran.append(dialog.message), dialog.dismiss()))
    visit.page.on("request", lambda request: visit.asked.append(request.url))
    visit.page.goto(url, wait_until="networkidle")
    for text in PRESSED:
        for link in visit.page.query_selector_all(f"a:text-is('{text}')"):
            link.click()
            visit.page.wait_for_load_state("networkidle")
    visit.asked = [url for url in visit.asked if not url.startswith((own, "data:", MATHJAX))]
    return visit


@pytest.fixture(scope="module")
def browser() -> Iterator[object]:
    """A browser that reaches nothing but this machine; instead of MathJax it gets a stand-in that does nothing."""
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        context = browser.new_context()
        context.set_default_timeout(60_000)
        context.route("https://**/*", lambda route: route.abort())
        context.route(f"{MATHJAX}**", lambda route: route.fulfill(body=NO_MATHJAX, content_type="text/javascript"))
        yield context
        browser.close()


@pytest.fixture(scope="module")
def site(teacher, serve, browser) -> Iterator[Site]:
    with serve(teacher) as server:
        browser.new_page().goto(f"{server.address}formgrader/manage_assignments?token={server.token}")
        yield Site(browser, server.address)


def feedback_page(teacher, student: str) -> str:
    path = teacher.home / "feedback" / student / A / f"{A}.html"
    return f"file://{urllib.parse.quote(str(path))}"


def test_nothing_runs_on_the_page_of_a_submission(site):
    submissions = site.submissions()
    assert submissions.keys() == {"honest", *HOSTILE["names"]}
    for student, number in submissions.items():
        shown = site.visit(f"submissions/{number}/")
        assert (shown.ran, shown.asked) == ([], [])
        assert shown.page.query_selector_all("div.nbgrader_cell")
        if student == "honest" and (folder := os.environ.get("PICTURES")):
            shown.page.query_selector("div.autograder-feedback").scroll_into_view_if_needed()
            shown.page.screenshot(path=Path(folder) / "formgrader.png")


def test_nothing_runs_on_a_feedback_page(teacher, browser):
    for student in ("honest", *HOSTILE["names"]):
        shown = visit(browser, feedback_page(teacher, student), "file:")
        assert (shown.ran, shown.asked) == ([], [])
        assert shown.page.query_selector_all("div.autograder-feedback ul.checks")


@pytest.mark.parametrize(
    "path", ["manage_assignments", f"manage_submissions/{A}", f"gradebook/{A}", f"gradebook/{A}/{A}", "manage_students"]
)
def test_nothing_runs_on_a_page_with_names(site, path):
    shown = site.visit(path)
    assert (shown.ran, shown.asked) == ([], [])
    assert shown.page.query_selector_all("#main-table td")


@pytest.mark.parametrize("name", HOSTILE["names"])
def test_nothing_runs_on_the_pages_of_a_student_and_they_show_what_is_there(site, name):
    for path in ("", f"/{A}"):
        shown = site.visit(f"manage_students/{urllib.parse.quote(name, safe='')}{path}")
        assert (shown.ran, shown.asked) == ([], [])
        assert A in shown.page.inner_text("#main-table")


@pytest.mark.parametrize("path", ["api/students", f"api/submissions/{A}", f"api/submitted_notebooks/{A}/{A}"])
def test_nothing_runs_where_an_answer_with_names_is_opened_as_a_page(site, path):
    shown = site.visit(path)
    assert "onerror" in shown.page.content()
    assert shown.ran == []


def test_nothing_runs_in_a_file_that_was_handed_in(site):
    for name in HOSTILE["names"]:
        shown = site.visit(f"submissions/{site.submissions()[name]}/page.html")
        assert "<script>" in shown.page.content()
        assert shown.ran == []


def test_a_link_opens_no_folder_of_a_student_as_a_course(site, teacher):
    for folder in ("submitted", "autograded"):
        path = teacher.home / folder / HOSTILE["names"][0] / A
        assert (path / "nbgrader_config.py").is_file()
        site.visit(f"?path={urllib.parse.quote(str(path))}")
    assert not (teacher.home / "proof").exists()


def test_a_link_opens_no_course_that_others_can_write_to(site, teacher, tmp_path):
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "nbgrader_config.py").write_text(f"open({str(teacher.home / 'proof')!r}, 'w')\n")
    (shared / "nbgrader_config.py").chmod(0o666)
    site.visit(f"?path={urllib.parse.quote(str(shared))}")
    assert not (teacher.home / "proof").exists()


def test_a_course_is_opened_by_its_folder(site, teacher):
    shown = site.visit(f"?path={urllib.parse.quote(str(teacher.home))}")
    assert A in shown.page.inner_text("#main-table")


def test_no_name_in_the_log_steers_a_terminal(teacher):
    assert "�]0;title�" in teacher.log
    assert {character for character in teacher.log if not character.isprintable()} == {"\n"}


@pytest.mark.parametrize("where", ["form grader", "feedback"])
def test_an_honest_notebook_is_shown_as_it_was(site, teacher, browser, where):
    shown = (
        visit(browser, feedback_page(teacher, "honest"), "file:")
        if where == "feedback"
        else site.visit(f"submissions/{site.submissions()['honest']}/")
    ).page
    cell = next(cell for cell in shown.query_selector_all(".rendered_html") if "A heading" in cell.inner_text())
    assert cell.query_selector("h2").inner_text() == "A heading"
    assert "A formula $x<y$ and $$\\sum_{i<n} a_i$$ and code." in cell.inner_text()
    assert cell.query_selector("td").get_attribute("style") == "text-align:right"
    assert cell.query_selector(".highlight .k").inner_text() == "def"
    assert [image.evaluate("image => image.naturalWidth") for image in cell.query_selector_all("img")] == [2, 2]
    assert "forgotten" in cell.query_selector("em").inner_text()
    assert cell.query_selector("a").get_attribute("href") == "https://example.org/a?b=c"
    assert shown.query_selector(".input_area .highlight span.kn").text_content() == "import"  # it may be folded
