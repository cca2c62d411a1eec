"""The first wrong element of a result, worked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from ..messages import fill
from ..model import CaseVerdict, Text, Windows
from .pictures import differing, first_wrong, fits, number

MOST_TERMS = 9
SUM = Text("{place}：应为 {right} = {expected}；{yours}", "{place}: {right} = {expected}; {yours}")
THEIR_SUM = Text("你算的是 {sum} = {got}", "yours: {sum} = {got}")
THEIR_NUMBER = Text("你得到的是 {got}", "yours is {got}")
ELEMENT = Text(
    "第一个不对的是 {place}：应为 {expected}，得到 {got}", "The first wrong one is {place}: {expected}, not {got}"
)
REARRANGED: tuple[Callable[[Tensor], Tensor], ...] = (
    lambda kernel: kernel.flip(0, 1),
    lambda kernel: kernel.flip(0),
    lambda kernel: kernel.flip(1),
    lambda kernel: kernel.T,
    lambda kernel: kernel.T.flip(0, 1),
)


def worked(verdict: CaseVerdict) -> Text | None:
    """Return the first wrong element of a failed case worked by hand; None if shapes differ or there are no tensors."""
    pair = differing(verdict)
    if pair is None or pair[0].shape != pair[1].shape:
        return None
    got, expected = pair
    place = first_wrong(got, expected, verdict.case.close)
    if not place:
        return None
    shown = verdict.case.picture
    if shown is not None and fits(shown, expected):
        return _sum(shown, got, expected, (place[0], place[1]), verdict.case.close)
    numbers = {"expected": number(expected[place].item()), "got": number(got[place].item())}
    return fill(ELEMENT, place=list(place), **numbers)


def _sum(shown: Windows, got: Tensor, expected: Tensor, place: tuple[int, int], close: float) -> Text:
    value = number(got[place].item())
    kernel = _their_kernel(shown, got, close)
    yours = fill(THEIR_NUMBER, got=value)
    if kernel is not None:
        yours = fill(THEIR_SUM, sum=_terms(shown, kernel, place), got=value)
    right = _terms(shown, shown.kernel, place)
    where = f"Y[{place[0]},{place[1]}]"
    return fill(SUM, place=where, right=right, expected=number(expected[place].item()), yours=yours)


def _their_kernel(shown: Windows, got: Tensor, close: float) -> Tensor | None:
    """Return the kernel in another arrangement that gives all that was got, None where none does."""
    kernels = (arrange(shown.kernel) for arrange in REARRANGED)
    same = (kernel for kernel in kernels if kernel.shape == shown.kernel.shape and _gives(shown, kernel, got, close))
    return next(same, None)


def _gives(shown: Windows, kernel: Tensor, got: Tensor, close: float) -> bool:
    windows = shown.image.unfold(0, kernel.shape[0], 1).unfold(1, kernel.shape[1], 1)
    result = (windows * kernel).sum((-2, -1)) + shown.bias
    return bool(torch.allclose(result.double(), got.double(), atol=close))


def _terms(shown: Windows, kernel: Tensor, place: tuple[int, int]) -> str:
    terms = list(_products(shown, kernel, place))
    if len(terms) > MOST_TERMS:
        terms = [*terms[: MOST_TERMS - 1], "…"]
    if shown.bias:
        terms.append(_factor(shown.bias))
    return " + ".join(terms)


def _products(shown: Windows, kernel: Tensor, place: tuple[int, int]) -> Iterator[str]:
    for a in range(kernel.shape[0]):
        for b in range(kernel.shape[1]):
            pixel = shown.image[place[0] + a, place[1] + b].item()
            yield f"{_factor(pixel)}×{_factor(kernel[a, b].item())}"


def _factor(value: float) -> str:
    return number(value) if value >= 0 else f"({number(value)})"
