"""Pictures of a wrong result: the input, the kernel, what was got, what is expected, and the difference."""

from __future__ import annotations

from torch import Tensor

from ..compare import difference, wrong_places
from ..model import CaseVerdict, State, Text, Windows
from .report import Grid, Place

ROWS, COLUMNS = 8, 10  # the most that is drawn of a grid
GOT, EXPECTED, DIFFERENCE = Text("得到", "got"), Text("应为", "expected"), Text("差", "difference")
MORE = "…"


def grids(verdict: CaseVerdict) -> tuple[Grid, ...]:
    """Return what to draw of a case: the difference, or the student's own result where it is right."""
    if verdict.state is State.passed:
        return _result(verdict)
    pair = differing(verdict)
    if pair is None:
        return ()
    got, expected = pair
    shown = verdict.case.picture
    if got.shape != expected.shape:
        return (*_inputs(shown, None), *_plain(got, GOT), *_plain(expected, EXPECTED))
    place = first_wrong(got, expected, verdict.case.close)
    if place is None:
        return ()
    window = place if shown is not None and fits(shown, expected) else None
    return (*_inputs(shown, window), *_compared(got, expected, place, verdict.case.close))


def _result(verdict: CaseVerdict) -> tuple[Grid, ...]:
    got, expected = verdict.got, verdict.case.expected
    if isinstance(got, tuple) and isinstance(expected, tuple) and got:
        got, expected = got[0], expected[0]
    if not isinstance(got, Tensor) or not isinstance(expected, Tensor):
        return ()
    tables = *_plain(got.detach().to_dense().cpu(), GOT), *_plain(expected, EXPECTED)
    return (*_inputs(verdict.case.picture, None), *tables)


def differing(verdict: CaseVerdict) -> tuple[Tensor, Tensor] | None:
    """Return the tensors, got and expected, that the message of a failed case is about; None if it is about no tensors.

    What was got may be another thing than the result, such as an input that was changed; the message tells.
    """
    got, expected, close = verdict.got, verdict.case.expected, verdict.case.close
    found = difference(got, expected, close) if verdict.state is State.failed else None
    if found is None or found.message != verdict.message:
        return None
    while isinstance(got, (tuple, list)) and isinstance(expected, (tuple, list)) and len(got) == len(expected):
        pairs = zip(got, expected, strict=True)
        got, expected = next(pair for pair in pairs if difference(*pair, close) is not None)
    if not isinstance(got, Tensor) or not isinstance(expected, Tensor) or got.is_complex():
        return None
    return got.detach().to_dense().cpu(), expected


def first_wrong(got: Tensor, expected: Tensor, close: float) -> tuple[int, ...] | None:
    """Return the place of the first wrong element of two tensors of one shape, None where all are right."""
    places = (wrong_places(got, expected, close) | ~got.double().isfinite()).nonzero()
    return tuple(places[0].tolist()) if len(places) else None


def fits(shown: Windows, result: Tensor) -> bool:
    """Tell whether a result has one element for each place of the window."""
    heights, widths = zip(shown.image.shape, shown.kernel.shape, strict=True)
    return tuple(result.shape) == (heights[0] - heights[1] + 1, widths[0] - widths[1] + 1)


def _inputs(shown: Windows | None, place: tuple[int, ...] | None) -> tuple[Grid, ...]:
    if shown is None:
        return ()
    field: frozenset[Place] = frozenset()
    if place is not None:
        k_h, k_w = shown.kernel.shape
        field = frozenset((place[0] + a, place[1] + b) for a in range(k_h) for b in range(k_w))
    return Grid(Text("X", "X"), cells(shown.image), field), Grid(Text("K", "K"), cells(shown.kernel))


def _plain(tensor: Tensor, label: Text) -> tuple[Grid, ...]:
    return (Grid(label, cells(tensor)),) if 0 < tensor.dim() <= 2 and tensor.numel() else ()


def _compared(got: Tensor, expected: Tensor, place: tuple[int, ...], close: float) -> tuple[Grid, ...]:
    """Return the grids of two tensors of one shape; of more than two axes, the slice with the first wrong element."""
    if not place:
        return ()
    slice_, rest = place[:-2], place[-2:] if len(place) > 1 else (0, place[0])
    at = f"[{', '.join(map(str, slice_))}]" if slice_ else ""
    got, expected = got[slice_], expected[slice_]
    wrong = wrong_places(got, expected, close) | ~got.double().isfinite()
    places = frozenset((row, column) for row, column in wrong.reshape(-1, wrong.shape[-1]).nonzero().tolist())
    first = frozenset({(rest[0], rest[1])})
    return (
        Grid(_at(GOT, at), cells(got), first, places),
        Grid(_at(EXPECTED, at), cells(expected), first),
        Grid(_at(DIFFERENCE, at), cells(got.double() - expected.double()), frozenset(), places),
    )


def _at(label: Text, place: str) -> Text:
    return Text(label.zh + place, label.en + place)


def cells(tensor: Tensor) -> tuple[tuple[str, ...], ...]:
    """Return the elements of a tensor of one or two axes as text, and no more than fit on a screen."""
    table = tensor.reshape(-1, tensor.shape[-1])
    rows = [_row([number(value) for value in row.tolist()]) for row in table[:ROWS]]
    if len(table) > ROWS:
        rows.append((MORE,) * len(rows[0]))
    return tuple(rows)


def _row(numbers: list[str]) -> tuple[str, ...]:
    return tuple(numbers) if len(numbers) <= COLUMNS else (*numbers[:COLUMNS], MORE)


def number(value: float) -> str:
    """Return a number in at most four digits; a bool as 0 or 1."""
    return f"{value + 0.0:.4g}"
