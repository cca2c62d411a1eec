"""JupyterLab, started as the README says: untouched notebooks run to the end, and cards are readable.

PICTURES=FOLDER keeps screenshots to be looked at.
"""

from __future__ import annotations

import contextlib
import json
import os
import shlex
import shutil
import signal
import time
from pathlib import Path

import pytest

sync = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive a browser with")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe-core")
CHROMIUM = shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(1500),
    pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium to look at pages with"),
]
TOKEN = "student"
SETTINGS = {
    "jupyter_server_config.json": {
        "ServerApp": {"allow_root": True, "open_browser": False, "port": 0},
        "IdentityProvider": {"token": TOKEN},
        "LabApp": {"expose_app_in_browser": True},
    },
    "lab/user-settings/@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"},
    "lab/user-settings/@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}
CELLS = """jupyterapp.shell.currentWidget.content.widgets.filter(cell => cell.model.type === "code").map(cell => ({
  key: cell.model.getMetadata("nbgrader")?.grade_id ?? "",
  source: cell.model.sharedModel.getSource(),
  count: cell.model.executionCount,
  errors: cell.model.outputs.toJSON().filter(output => output.output_type === "error").map(output => output.ename),
  pictures: [...cell.node.querySelectorAll(".jp-OutputArea-output img")].map(picture => picture.naturalWidth),
}))"""
READY = """path => {
  const session = window.jupyterapp?.shell.currentWidget?.sessionContext
  return session?.path === path && session.isReady && session.session?.kernel?.status === "idle"
}"""
HEIGHT = """node => [...node.querySelectorAll(".jp-Cell")].at(-1).getBoundingClientRect().bottom
  - node.getBoundingClientRect().top + node.scrollTop"""
SIZE = {"width": 1200, "height": 900}
LONG = 120_000  # milliseconds
LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture
def lab(student):
    """Start JupyterLab as the README says, and return its address."""
    for name, content in SETTINGS.items():
        path = student.home / ".jupyter" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    activate, log = student.commands[0].splitlines()[1], shlex.quote(str(student.home / "log"))
    process = student.start(f"{activate}\n{student.command('jupyter lab')} > {log} 2>&1")
    try:
        yield address(student.home, process)
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.communicate()


def address(home: Path, process) -> str:
    """Wait until the server says where it is."""
    for _ in range(1200):
        for path in home.rglob("jpserver-*.json"):
            with contextlib.suppress(ValueError):
                return json.loads(path.read_text())["url"]
        assert process.poll() is None, (home / "log").read_text()
        time.sleep(0.1)
    raise AssertionError((home / "log").read_text())


@pytest.fixture
def page():
    """Return a page of a browser; what it says on its console and what it cannot do is in `page.said`."""
    with sync.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport=SIZE)
        page.set_default_timeout(LONG)
        page.said = []
        page.on("console", lambda message: page.said.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: page.said.append(str(error)))
        yield page
        browser.close()


def open_notebook(page, lab, assignment):
    """Open a notebook in a new workspace, and wait for its kernel: what is run before that is lost."""
    page.goto(f"{lab}lab/tree/{assignment}.ipynb?reset&token={TOKEN}")
    page.wait_for_function(READY, arg=f"{assignment}.ipynb")


def run_all(page):
    """Choose Run All Cells from the menu, as the README says, and return the code cells once all have run."""
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    page.wait_for_function(f"() => ({CELLS}).every(cell => cell.count)")
    return page.evaluate(CELLS)


def screenshot(page, name, tmp_path):
    """Keep a picture of the whole notebook."""
    notebook = page.locator(".jp-WindowedPanel-outer:visible")
    for _ in range(2):  # it grows when what was outside of the window is drawn
        height = notebook.evaluate(HEIGHT)
        page.set_viewport_size(SIZE | {"height": int(height) + 200})
        page.wait_for_timeout(500)
    notebook.evaluate("node => { node.scrollTop = 0 }")
    page.wait_for_timeout(200)
    page.screenshot(path=os.environ.get("PICTURES", str(tmp_path)) + f"/{name}.png")
    page.set_viewport_size(SIZE)


@pytest.mark.parametrize("student", ["zh", "en"], indirect=True)
def test_an_untouched_notebook_runs_to_the_end_and_shows_every_figure(student, lab, page, course, tmp_path):
    for assignment in course.assignments:
        open_notebook(page, lab, assignment)
        cells = run_all(page)
        drawn = {cell["key"] or cell["source"]: cell["pictures"] for cell in cells if "plt.show()" in cell["source"]}
        assert drawn
        assert [source for source, widths in drawn.items() if not widths or not all(widths)] == []
        failed = {cell["key"]: cell["errors"] for cell in cells if cell["errors"]}
        exercises = course.assignments[assignment].exercises
        assert failed == {f"{exercise.name}_checks": ["NotPassed"] for exercise in exercises}
        screenshot(page, f"lab-{assignment}-{student.language}", tmp_path)
    assert page.said == []


@pytest.mark.parametrize("student", ["zh", "en"], indirect=True)
def test_the_card_of_a_wrong_and_of_a_right_answer(student, lab, page, answers, flipped, tmp_path):
    folder = os.environ.get("PICTURES", str(tmp_path))
    open_notebook(page, lab, "image_convolution")
    for name, source in {"failing": flipped, "passing": answers("image_convolution")["corr2d"]}.items():
        page.evaluate(
            """source => jupyterapp.shell.currentWidget.content.widgets
            .find(cell => cell.model.getMetadata("nbgrader")?.grade_id === "corr2d")
            .model.sharedModel.setSource(source)""",
            source,
        )
        run_all(page)
        card = page.locator(".jp-OutputArea-output").filter(has_text="corr2d").first
        card.scroll_into_view_if_needed()
        card.screenshot(path=f"{folder}/lab-card-{name}-{student.language}.png")
        card.evaluate("node => node.setAttribute('data-card', '')")
        found = axe.Axe().run(page, context={"include": [["[data-card]"]]}, options={"runOnly": LEVELS})
        assert [rule["id"] for rule in found.response["violations"]] == [], found.generate_report()
    assert page.said == []
