"""The mark that makes a pytest test a check, with its points and its title."""

from __future__ import annotations

import pytest


def check(
    points: float, zh: str = "", en: str = "", *, public: bool = False, needs_setup: bool = False
) -> pytest.MarkDecorator:
    """Mark a test as a check worth `points`, titled for the student in the languages of the course.

    The points of a suite sum to the points of its exercise in the manifest. `public` says that no case of the check is
    secret, so that its messages may show values. Such checks run first, in a worker that has seen no hidden case.
    `needs_setup` says that the check asks for a worker in which a setup has run. Such checks run last, so that fewer
    workers are started.
    """
    return pytest.mark.check(points=points, zh=zh, en=en, public=public, needs_setup=needs_setup)
