"""The configuration of nbgrader that the course comes with."""

from __future__ import annotations

from pathlib import Path

import pytest
from traitlets.config.loader import PyFileConfigLoader

pytest.importorskip("nbgrader")
ROOT = Path(__file__).parents[2]

LISTS = (
    ("Autograde", "sanitize_preprocessors"),
    ("Autograde", "autograde_preprocessors"),
    ("GenerateFeedback", "preprocessors"),
)


def loaded():
    return PyFileConfigLoader("nbgrader_config.py", str(ROOT)).load_config()


@pytest.mark.parametrize(("name", "trait"), LISTS)
def test_nbgrader_which_reads_it_twice_has_each_step_once(name, trait):
    config = loaded()
    config.merge(loaded())
    steps = list(config[name][trait])
    assert len(steps) == len(set(steps)) > 0
