"""Pages in a real browser: what it says, what it asks for, and which rules of axe-core fail."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@dataclass(frozen=True)
class Seen:
    """What came of opening a page: messages of its console, addresses it asked for, rules that fail, what is shown."""

    said: list[str]
    asked: list[str]
    failing: list[str]
    text: str


@pytest.fixture(scope="module")  # playwright starts once in a process until it is closed, and other folders use it too
def chromium() -> Iterator[Any]:
    """The system's chromium, driven by playwright."""
    playwright = pytest.importorskip("playwright.sync_api", reason="there is no playwright to drive a browser with")
    if CHROMIUM is None:
        pytest.skip("there is no chromium to look at pages with")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Callable[..., Seen]:
    """Open a page in a light or dark browser; a picture of it is kept in $PICTURES."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="there is no axe-core")

    def visit(html: str, name: str, scheme: str = "light", press: str = "", width: int = 900) -> Seen:
        path = tmp_path / f"{name}.html"
        path.write_text(html, encoding="utf-8")
        said: list[str] = []
        asked: list[str] = []
        context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 700})
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri(), wait_until="networkidle")
        if press:
            page.click(press)
        folder = os.environ.get("PICTURES", str(tmp_path))
        # The default hides the caret by a style of its own, which the policy of the page forbids.
        page.screenshot(path=f"{folder}/{name}-{scheme}.png", full_page=True, caret="initial")
        text = page.inner_text("body")
        found = axe.Axe().run(page, options={"runOnly": RULES}).response["violations"]
        failing = [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]
        context.close()
        return Seen(said, [url for url in asked if url != path.as_uri() and not url.startswith("data:")], failing, text)

    return visit
