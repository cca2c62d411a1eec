"""Making a released notebook from a source notebook, with nbgrader's own preprocessors."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import nbformat
from traitlets.config.loader import Config, PyFileConfigLoader

from autograder.course.layout import NBGRADER_CONFIG

PREPROCESSORS = (
    "ClearSolutions",
    "LockCells",
    "ClearOutput",
    "ClearHiddenTests",
    "ClearMarkScheme",
    "ComputeChecksums",
)


def can_release() -> bool:
    """Tell whether nbgrader is installed, whose preprocessors remove what students may not see."""
    return find_spec("nbgrader") is not None


def release_notebook(source: str, root: Path) -> str:
    """Return the JSON of a source notebook without solutions, model answers, hidden tests and outputs.

    The settings are those of the nbgrader course in `root`, if there is one.
    """
    from nbgrader import preprocessors  # type: ignore[import-untyped] # here, because nbgrader is optional

    given = (root / NBGRADER_CONFIG).is_file()
    config = PyFileConfigLoader(NBGRADER_CONFIG, str(root)).load_config() if given else Config()
    notebook = nbformat.reads(source, as_version=4)  # type: ignore[no-untyped-call]
    for name in PREPROCESSORS:
        notebook, _ = getattr(preprocessors, name)(config=config).preprocess(notebook, {})
    return f"{nbformat.writes(notebook, ensure_ascii=False)}\n"  # type: ignore[no-untyped-call]
