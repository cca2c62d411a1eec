"""Links in hand-ins are left out where nbgrader copies files: they could name any file of the teacher's."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from nbgrader import utils  # type: ignore[import-untyped]
from nbgrader.converters import base  # type: ignore[import-untyped]
from nbgrader.exchange.default import exchange  # type: ignore[import-untyped]

_find_all_files, _ignore_patterns = utils.find_all_files, utils.ignore_patterns


def leave_out_links() -> None:
    """Replace, in this process, how nbgrader lists the files that it copies; it has no setting for that."""
    utils.find_all_files = base.find_all_files = _files_but_links
    exchange.ignore_patterns = _ignore_links_too


def _files_but_links(path: str, exclude: list[str] | None = None) -> list[str]:
    """Return all files below `path` that are no links; none if `path` or the student's folder around it is one."""
    if os.path.islink(path) or os.path.islink(os.path.dirname(path)):
        return []
    return [file for file in _find_all_files(path, exclude) if not os.path.islink(file)]


def _ignore_links_too(**options: Any) -> Callable[[str, list[str]], list[str]]:
    """Return what tells `shutil.copytree` which names of a folder to leave out: links, and what nbgrader leaves out."""
    ignored: Callable[[str, list[str]], list[str]] = _ignore_patterns(**options)

    def links_and_ignored(folder: str, names: list[str]) -> list[str]:
        links = [name for name in names if os.path.islink(folder) or os.path.islink(os.path.join(folder, name))]
        if links and options.get("log"):
            options["log"].warning("Left out of %s, because they are links: %s", folder, ", ".join(links))
        return [*links, *ignored(folder, [name for name in names if name not in links])]

    return links_and_ignored
