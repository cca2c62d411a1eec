"""The pages of nbgrader's form grader, where the names, texts and files of students are data."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path
from typing import Any

from nbgrader.server_extensions.formgrader import base, handlers  # type: ignore[import-untyped]
from tornado.web import HTTPError

from autograder.course.layout import NBGRADER_CONFIG
from autograder.nbgrader.page import SafePage

IDS = ("student_id", "assignment_id", "notebook_id")  # parts of an address, which nbgrader writes into scripts
PAGE = "autograder_page"
# For answers that are no pages: a student's own files, and JSON with names in it that nbgrader sends as HTML.
SANDBOX = "sandbox; default-src 'none'"
UNSAFE = re.compile(r'[\x00-\x1f"\\<>]')

_render, _open = base.BaseHandler.render, handlers.FormgraderHandler.get


def protect_form_grader() -> None:
    """Replace, in this process, what the form grader's request handlers make their pages with.

    nbgrader has no setting for it; the handlers are shared by all courses that a server shows.
    """
    base.BaseHandler.render = _render_escaped
    base.BaseHandler.exporter = property(_page)
    handlers.FormgraderHandler.get = _open_course
    for handler in (base.BaseApiHandler, handlers.SubmissionFilesHandler):
        handler.content_security_policy = SANDBOX


def _escaped(text: str) -> str:
    """Return a text that means itself in a string of JavaScript, and ends no attribute and no text of HTML either."""
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _render_escaped(handler: Any, name: str, **values: Any) -> str:
    ids = {key: _escaped(values[key]) for key in IDS if key in values}
    page: str = _render(handler, name, **(values | ids))
    return page


def _page(handler: Any) -> SafePage:
    """Return the maker of a submission's page, with the settings of the one that nbgrader has made."""
    if PAGE not in handler.settings:
        handler.settings[PAGE] = SafePage(config=handler.settings["nbgrader_exporter"].config)  # type: ignore[no-untyped-call]
    page: SafePage = handler.settings[PAGE]
    return page


def _open_course(handler: Any) -> Any:
    """Open the course that the address names if it is the user's own and lies in no other course.

    nbgrader runs the configuration of what it opens, and a link in a notebook can name any folder: one of students'
    files, or the home of somebody else.
    """
    path = handler.get_argument("path", "")
    if path and _inside_a_course(Path(path).absolute()):
        raise HTTPError(403, "%s lies inside a course and is not opened as one.", path)
    if path and not all(_own(place) for place in (Path(path), Path(path) / NBGRADER_CONFIG)):
        raise HTTPError(403, "%s belongs to somebody else, or others can write to it, and is not opened.", path)
    return _open(handler)


def _own(path: Path) -> bool:
    """Tell whether a file or folder is the user's or root's, and not writable by everybody; or is not there."""
    try:
        status = path.stat()
    except OSError:
        return True
    return status.st_uid in (os.geteuid(), 0) and not status.st_mode & stat.S_IWOTH


def _inside_a_course(path: Path) -> bool:
    return any((folder / NBGRADER_CONFIG).exists() for place in (path, path.resolve()) for folder in place.parents)
