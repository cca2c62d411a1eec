"""On a terminal the screen has colours; PICTURES=FOLDER keeps screenshots of it to be looked at."""

from __future__ import annotations

import io
import os
import shutil
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[3]
WIDTH = 100


@pytest.fixture
def picture(tmp_path):
    """Return a function that keeps a screenshot of what a terminal shows, where there is a browser to draw it."""

    def picture(name, ansi):
        folder, chromium = os.environ.get("PICTURES"), shutil.which("chromium")
        if not folder or not chromium:
            return
        from playwright.sync_api import sync_playwright

        console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True)
        console.print(Text.from_ansi(ansi))
        console.save_html(str(tmp_path / "screen.html"), theme=MONOKAI)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 900, "height": 200})
            page.goto((tmp_path / "screen.html").as_uri())
            page.screenshot(path=str(Path(folder) / f"terminal-{name}.png"), full_page=True)
            browser.close()

    return picture


def on_a_terminal(folder, *arguments):
    """Run the check as on a terminal of full colours and return what it shows."""
    return folder.check(*arguments, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS=str(WIDTH))[1]


def test_a_wrong_answer_is_red_and_its_field_is_blue(folder, picture):
    folder.answer("corr2d", folder.flipped)
    folder.answer("edge_image", "    return torch.ones(6，8)\n")
    shown = on_a_terminal(folder, "image_convolution.py")
    picture("failing", shown)
    assert "\x1b[1;31m✗ corr2d" in shown
    assert "\x1b[1;34m[0]" in shown
    assert "\x1b[1;31m[ 5]" in shown
    assert "\x1b[1;32m[19]" in shown


def test_right_answers_are_green(folder, picture):
    shutil.copy(ROOT / "solutions" / "image_convolution.py", folder.file)
    shown = on_a_terminal(folder, "image_convolution.py", "--lang", "en")
    picture("passing", shown)
    assert "\x1b[32m✓ All public checks pass." in shown


def test_every_exercise_in_full(folder, picture):
    for exercise in ("corr2d", "receptive_field"):
        folder.answer(exercise, "    return None\n")
    folder.answer("edge_kernel", "    return torch.tensor([[-1.0, 1.0]])\n")
    folder.answer("receptive_field_mask", "    return torch.ones(input_shape)\n")
    shown = on_a_terminal(folder, "image_convolution.py", "--all")
    picture("all", shown)
    assert "corr2d" in shown
