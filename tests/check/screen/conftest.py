"""A student's folder: stubs, public cases, and the package `check`, as `autograder build` writes them."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

ROOT = Path(__file__).parents[3]
RIGHT = """
    h, w = K.shape
    Y = torch.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K).sum()
    return Y
"""
FLIPPED = RIGHT.replace("* K)", "* K.flip(0, 1))")


@dataclass
class Folder:
    """A student's folder, and the command `python -m check` in it."""

    path: Path
    right: str = RIGHT
    flipped: str = FLIPPED

    @property
    def file(self) -> Path:
        return self.path / "image_convolution.py"

    def answer(self, exercise: str, body: str) -> None:
        """Replace the `pass` of an exercise."""
        before, name, after = self.file.read_text(encoding="utf-8").partition(f"def {exercise}(")
        assert name
        self.file.write_text(before + name + after.replace("    pass\n", body.lstrip("\n"), 1), encoding="utf-8")

    def check(self, *arguments: str, **settings: str) -> tuple[int, str, str]:
        """Run `python -m check`; return the exit code and what it printed."""
        env = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
        command = [sys.executable, "-m", "check", *arguments]
        done = subprocess.run(
            command, cwd=self.path, env=env | settings, capture_output=True, encoding="utf-8", timeout=120, check=False
        )
        return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="session")
def make_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Folder]:
    def make_folder() -> Folder:
        folder = tmp_path_factory.mktemp("作业") / "学生 one"
        shutil.copytree(ROOT / "assignments", folder, ignore=shutil.ignore_patterns("__pycache__", "test_*"))
        shutil.copytree(ROOT / "autograder" / "check", folder / "check", dirs_exist_ok=True)
        return Folder(folder)

    return make_folder


@pytest.fixture
def folder(make_folder: Callable[[], Folder]) -> Folder:
    return make_folder()


@pytest.fixture
def picture(tmp_path: Path) -> Callable[[str, str], None]:
    """Return a function that keeps a screenshot of what a terminal shows, where there is a browser to draw it."""

    def picture(name: str, ansi: str) -> None:
        folder, chromium = os.environ.get("PICTURES"), shutil.which("chromium")
        if not folder or not chromium:
            return
        from playwright.sync_api import sync_playwright

        console = Console(record=True, width=100, file=io.StringIO(), force_terminal=True)
        console.print(Text.from_ansi(ansi))
        console.save_html(str(tmp_path / "screen.html"), theme=MONOKAI)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_page(viewport={"width": 900, "height": 200})
            page.goto((tmp_path / "screen.html").as_uri())
            page.screenshot(path=str(Path(folder) / f"terminal-{name}.png"), full_page=True)
            browser.close()

    return picture
