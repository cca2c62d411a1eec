"""The mark that makes a pytest test a check, with its points and its title."""

from __future__ import annotations

import pytest


def check(points: float, zh: str, en: str, *, needs_setup: bool = False) -> pytest.MarkDecorator:
    """Mark a test as a check worth `points`, titled for the student in both languages.

    The points of a suite sum to the points of its exercise in the manifest. `needs_setup` says that the check asks
    for a worker in which a setup has run. Such checks run after the others, so that fewer workers are started.
    """
    return pytest.mark.check(points=points, zh=zh, en=en, needs_setup=needs_setup)
