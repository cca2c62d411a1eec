"""Examples of Hypothesis strategies that depend on a number alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from autograder.course.errors import GraderError

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

T = TypeVar("T")
TRIED = 10  # the first one is always the simplest; the last of a few is as good as any
MISSING = "draw.example needs Hypothesis. Run: pip install hypothesis"
NO_EXAMPLE = "draw.example found no example of {strategy}: {error}"


def example_of(strategy: SearchStrategy[T], number: int) -> T:
    """Return an example that depends on `number`; raise `GraderError` where there is none, or no Hypothesis."""
    try:
        from hypothesis import HealthCheck, Phase, given, seed, settings
        from hypothesis.errors import HypothesisException
    except ImportError:
        raise GraderError(MISSING) from None
    found: list[T] = []

    @seed(number)
    @settings(
        database=None,
        deadline=None,
        max_examples=TRIED,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def keep(value: T) -> None:
        found.append(value)

    try:
        keep()
    except HypothesisException as error:
        raise GraderError(NO_EXAMPLE.format(strategy=strategy, error=error)) from None
    return found[-1]
