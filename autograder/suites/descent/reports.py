"""Ways to report the losses of a training: the right one, and known mistakes."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from torch import Tensor

from autograder.checks import Text

Losses = Sequence[float]


@dataclass(frozen=True)
class Report:
    """Which losses are reported; `wrong` says what is not right about it, or is None for the right report.

    `of(losses, epochs, n)` takes the losses before each update and after the last, for n outputs. The losses are of the
    errors to the `power`, and may be rounded to `digits`.
    """

    wrong: Text | None
    of: Callable[[Losses, int, int], Losses]
    power: int = 2
    digits: int | None = None

    def losses(self, errors: Sequence[Tensor], epochs: int) -> Losses:
        """Return what is reported when the outputs have these errors, before each update and after the last."""
        totals = [float(error.abs().pow(self.power).sum()) for error in errors]
        return self.of(totals, epochs, errors[0].numel())

    def agrees(self, got: Losses, expected: Losses, close: float) -> bool:
        """Tell whether the reported losses are the expected ones, but for errors of `close` and the rounding."""
        if self.digits is not None:
            if any(abs(round(loss, self.digits) - loss) > 1e-6 * abs(loss) for loss in got):
                return False
            close += 0.5 * 10**-self.digits
        return (
            len(got) == len(expected)
            and math.isfinite(close)
            and all(abs(a - b) <= close for a, b in zip(got, expected, strict=True))
        )


RIGHT = Report(None, lambda losses, epochs, _: losses[:epochs])
AFTER = Report(
    Text("记录的是每次更新之后的损失。", "The reported losses are those after each update, not before it."),
    lambda losses, epochs, _: losses[1 : epochs + 1],
)
ALL = (
    RIGHT,
    Report(
        Text("记录的是误差平方的平均值，不是总和。", "The reported losses are means of the squared errors, not sums."),
        lambda losses, epochs, count: [loss / count for loss in losses[:epochs]],
    ),
    Report(
        Text("记录的损失只有平方误差之和的一半。", "The reported losses are half of the summed squared errors."),
        lambda losses, epochs, _: [loss / 2 for loss in losses[:epochs]],
    ),
    Report(
        Text("记录的损失带着二分之一和平均。", "The reported losses are half of the mean squared errors."),
        lambda losses, epochs, count: [loss / 2 / count for loss in losses[:epochs]],
    ),
    AFTER,
    Report(
        Text("记录的是损失的平方根。", "The reported losses are square roots of the summed squared errors."),
        lambda losses, epochs, _: [loss**0.5 for loss in losses[:epochs]],
    ),
    Report(
        Text("损失多了一个。", "There is one loss too many."),
        lambda losses, epochs, _: losses[: epochs + 1],
    ),
    Report(
        Text("损失少了一个。", "There is one loss too few."),
        lambda losses, epochs, _: losses[: epochs - 1],
    ),
    *(
        Report(
            Text("每两个损失只记录了一个。", "Only every second loss is reported."),
            every_second,
        )
        for every_second in (
            lambda losses, epochs, _: losses[0:epochs:2],
            lambda losses, epochs, _: losses[1:epochs:2],
        )
    ),
    Report(
        Text("只记录了第一轮的损失。", "Only the loss of the first round is reported."), lambda losses, *_: losses[:1]
    ),
    Report(
        Text("损失总是 10 个，不管 num_epochs 是多少。", "There are always 10 losses, whatever num_epochs is."),
        lambda losses, *_: losses[:10],
    ),
    Report(
        Text("只记录了最后一轮的损失。", "Only the loss of the last round is reported."),
        lambda losses, epochs, _: losses[epochs - 1 : epochs],
    ),
    Report(
        Text(
            "记录的是绝对误差之和，不是平方误差之和。",
            "The reported losses are sums of absolute errors, not of squared ones.",
        ),
        lambda losses, epochs, _: losses[:epochs],
        power=1,
    ),
    *(
        Report(
            Text("记录的损失经过了四舍五入。", "The reported losses are rounded."),
            lambda losses, epochs, _: losses[:epochs],
            digits=digits,
        )
        for digits in (1, 2, 3, 4)
    ),
)
