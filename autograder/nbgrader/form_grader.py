"""The pages of nbgrader's form grader, where the names, texts and files of students are data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from nbgrader.server_extensions.formgrader import base, handlers  # type: ignore[import-untyped]
from tornado.web import HTTPError

from autograder.nbgrader.page import SafePage

IDS = ("student_id", "assignment_id", "notebook_id")  # parts of an address, which nbgrader writes into scripts
PAGE = "autograder_page"
# For answers that are no pages: a student's own files, and JSON with names in it that nbgrader sends as HTML.
SANDBOX = "sandbox; default-src 'none'"
CONFIG = "nbgrader_config.py"

_render, _open = base.BaseHandler.render, handlers.FormgraderHandler.get


def protect_form_grader() -> None:
    """Replace, in this process, what the form grader's request handlers make their pages with.

    nbgrader has no setting for it; the handlers are shared by all courses that a server shows.
    """
    base.BaseHandler.render = _render_in_script
    base.BaseHandler.exporter = property(_page)
    handlers.FormgraderHandler.get = _open_course
    for handler in (base.BaseApiHandler, handlers.SubmissionFilesHandler):
        handler.content_security_policy = SANDBOX


def in_script(text: str) -> str:
    """Return a text that ends neither a string of JavaScript nor a piece of HTML it is written into."""
    return json.dumps(text, ensure_ascii=False)[1:-1].replace("<", r"\u003c").replace(">", r"\u003e")


def _render_in_script(handler: Any, name: str, **values: Any) -> str:
    ids = {key: in_script(values[key]) for key in IDS if key in values}
    page: str = _render(handler, name, **(values | ids))
    return page


def _page(handler: Any) -> SafePage:
    """Return the maker of a submission's page, with the settings of the one that nbgrader has made."""
    if PAGE not in handler.settings:
        handler.settings[PAGE] = SafePage(config=handler.settings["nbgrader_exporter"].config)  # type: ignore[no-untyped-call]
    page: SafePage = handler.settings[PAGE]
    return page


def _open_course(handler: Any) -> Any:
    """Open the course that the address names, unless it lies in another one: that is where students' files are.

    nbgrader runs the configuration of what it opens, and a link in a notebook can name any folder.
    """
    path = handler.get_argument("path", "")
    if path and _inside_a_course(Path(path).absolute()):
        raise HTTPError(403, "%s lies inside a course and is not opened as one.", path)
    return _open(handler)


def _inside_a_course(path: Path) -> bool:
    return any((folder / CONFIG).exists() for place in (path, path.resolve()) for folder in place.parents)
