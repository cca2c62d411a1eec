"""The pages of nbgrader's form grader, where the names and texts of students are data."""

from __future__ import annotations

import json
from typing import Any

from nbgrader.server_extensions.formgrader import base, handlers  # type: ignore[import-untyped]

from autograder.nbgrader.page import SafePage

IDS = ("student_id", "assignment_id", "notebook_id")  # parts of an address, which nbgrader writes into scripts
PAGE = "autograder_page"
# Answers that are no pages: a student's own files, and JSON with names in it that nbgrader sends as HTML.
SANDBOX = "sandbox; default-src 'none'"

_render = base.BaseHandler.render


def protect_form_grader() -> None:
    """Replace, in this process, what the form grader's request handlers make their pages with.

    nbgrader has no setting for it; the handlers are shared by all courses that a server shows.
    """
    base.BaseHandler.render = _render_in_script
    base.BaseHandler.exporter = property(_page)
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
