"""The mark that makes a pytest test a check: its points and its title."""

from __future__ import annotations

import pytest


def check(points: float, zh: str, en: str) -> pytest.MarkDecorator:
    """Mark a test as a check worth `points`, titled for the student in both languages.

    The points of a suite sum to the points of its exercise in the manifest.
    """
    return pytest.mark.check(points=points, zh=zh, en=en)
