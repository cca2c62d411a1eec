"""The first wrong element of a result, worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..messages import fill
from ..model import CaseVerdict, Text, Windows
from .differing import Tables, differing_tables, fits
from .pictures import number

MOST_TERMS = 9
RELATIVE = 1e-5  # of a sum, beside the difference that the case allows
SUM = Text("{place}：应为 {right} = {expected}；{yours}", "{place}: {right} = {expected}; {yours}")
THEIR_SUM = Text("你算的是 {sum} = {got}", "yours: {sum} = {got}")
THEIR_NUMBER = Text("你得到的是 {got}", "yours is {got}")
ELEMENT = Text(
    "第一个不对的是 {place}：应为 {expected}，你得到的是 {got}",
    "The first wrong one is {place}: it should be {expected}, and yours is {got}",
)
Rows = list[list[float]]
REARRANGED: tuple[Callable[[Rows], Rows], ...] = (
    lambda kernel: [row[::-1] for row in kernel[::-1]],
    lambda kernel: kernel[::-1],
    lambda kernel: [row[::-1] for row in kernel],
    lambda kernel: _transposed(kernel),
    lambda kernel: [row[::-1] for row in _transposed(kernel)[::-1]],
)


def _transposed(kernel: Rows) -> Rows:
    return [list(column) for column in zip(*kernel, strict=True)]


def worked(verdict: CaseVerdict) -> Text | None:
    """Return the first wrong element of a failed case worked by hand; None if shapes differ or there are no tables."""
    both = differing_tables(verdict)
    if both is None or both.got.shape != both.expected.shape:
        return None
    place = next(iter(both.places), None)
    if not place:
        return None
    shown = verdict.case.picture
    if shown is not None and fits(shown, both.expected):
        return _sum(shown, both, (place[0], place[1]))
    return fill(ELEMENT, place=list(place), expected=_at(both.expected, place), got=_at(both.got, place))


def _at(table: Any, place: tuple[int, ...]) -> str:
    return number(table[place].item())


def _sum(shown: Windows, both: Tables, place: tuple[int, int]) -> Text:
    image, kernel = shown.image.tolist(), shown.kernel.tolist()
    value = _at(both.got, place)
    theirs = _their_kernel(image, kernel, shown.bias, both)
    yours = fill(THEIR_NUMBER, got=value)
    if theirs is not None:
        yours = fill(THEIR_SUM, sum=_terms(image, theirs, shown.bias, place), got=value)
    right = _terms(image, kernel, shown.bias, place)
    where = f"Y[{place[0]},{place[1]}]"
    return fill(SUM, place=where, right=right, expected=_at(both.expected, place), yours=yours)


def _their_kernel(image: Rows, kernel: Rows, bias: float, both: Tables) -> Rows | None:
    """Return the kernel in another arrangement that gives all that was got, None where none does."""
    got, close = both.got.tolist(), both.rule.close
    kernels = (arrange(kernel) for arrange in REARRANGED)
    same = (one for one in kernels if len(one) == len(kernel) and _gives(image, one, bias, got, close))
    return next(same, None)


def _gives(image: Rows, kernel: Rows, bias: float, got: Rows, close: float) -> bool:
    """Tell whether a kernel gives all that was got; the first element that it does not give ends this."""
    places = ((i, j, value) for i, row in enumerate(got) for j, value in enumerate(row))
    sums = ((bias + sum(x * w for x, w in _factors(image, kernel, (i, j))), value) for i, j, value in places)
    return all(abs(one - value) <= close + RELATIVE * abs(value) for one, value in sums)


def _factors(image: Rows, kernel: Rows, place: tuple[int, int]) -> Iterator[tuple[float, float]]:
    for a, row in enumerate(kernel):
        for b, weight in enumerate(row):
            yield image[place[0] + a][place[1] + b], weight


def _terms(image: Rows, kernel: Rows, bias: float, place: tuple[int, int]) -> str:
    terms = [f"{_factor(pixel)}×{_factor(weight)}" for pixel, weight in _factors(image, kernel, place)]
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 1], "…"]
    if bias:
        terms.append(_factor(bias))
    return " + ".join(terms)


def _factor(value: float) -> str:
    return number(value) if value >= 0 else f"({number(value)})"
