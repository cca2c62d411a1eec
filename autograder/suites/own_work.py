"""The own-work rule: where a convolution is to be written, a ready-made one may not be used.

The rule is enforced twice. The submission's text is searched (`convolution_names`). Then the student's function runs
once in a worker in which the ready-made operators were switched off before the submission was loaded (`ready_made`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from torch import Tensor

from autograder.checks import Failed, NotOwnWork, NotRun, Reference, Student, Text, compare
from autograder.checks.helpers.forbidden_names import USED, refuse_names
from autograder.checks.helpers.unpack import unpack
from autograder.suites.convolution_names import forbidden_here
from autograder.suites.ready_made import (
    call_layer_without_ready_made,
    call_without_ready_made,
    switch_off_operators,
)

CONVOLUTIONS = r"(\w*_)?q?conv(?!ert)\w*"  # names of torch's operators, whatever their library
UNFOLD = rf"{CONVOLUTIONS}|im2col"
SHOWN_NAMES = {
    "conv1d", "conv2d", "conv3d", "conv_transpose2d", "convolution", "im2col", "numpy.convolve", "scipy", "corr2d",
}  # fmt: skip

WAITS = Text(
    "这一项要等返回值正确之后才检查：是不是自己写的，要看正确的结果是怎么算出来的。",
    "This check waits for right values: it looks at how a right result is computed.",
)


def own_work(
    student: Student,
    reference: Reference,
    *args: object,
    scale: float | Tensor,
    unfold: bool = False,
    given: tuple[str, ...] = (),
) -> None:
    """Raise `NotOwnWork` if the student's function uses a ready-made convolution, and `NotRun` if its value is wrong.

    `unfold` forbids `F.unfold` and `nn.Unfold` as well; `given` names functions of the stub that may not be
    called either. This check is about how a value is computed, so a wrong value is no matter of own work.
    """
    refuse_names(student, forbidden_here(unfold, given))
    setup = switch_off_operators, (UNFOLD if unfold else CONVOLUTIONS,)
    with waiting_for_right_values():
        answer = student.run(call_without_ready_made, student.exercise, given, args, setup=setup)
    value, used = unpack(answer, ((), []))
    refuse_used(used)
    with waiting_for_right_values():
        compare(value, reference.call(*args), scale=scale)


def own_work_of_layer(
    student: Student, weight: Tensor, x: Tensor, is_convolution: Callable[[Tensor, Tensor, Tensor], bool]
) -> None:
    """Raise `NotOwnWork` if the code of the layer uses a ready-made convolution, and `NotRun` if its output is wrong.

    The submission's `corr2d` is an exercise of its own, so a stand-in takes its place that is no convolution. A layer
    that does not call it has to be a convolution itself. One that calls it has to give what the submission's own
    `corr2d` gives where that is in its place, and that has to be a convolution by `is_convolution(values, x, weight)`
    or to call something ready-made. The bias is 0, for what is done with it is no convolution. `weight` has positive
    elements, so that their sum is not near 0.
    """
    refuse_names(student, forbidden_here(False, ()), not_followed=("corr2d",))
    setup = switch_off_operators, (CONVOLUTIONS,)
    with waiting_for_right_values():
        answer = student.run(call_layer_without_ready_made, student.exercise, weight, x, setup=setup)
    output, used, own, with_own = unpack(answer, (x, [], x, x))
    refuse_used(used)
    windows = x.double().unfold(0, weight.shape[0], 1).unfold(1, weight.shape[1], 1)
    expected = (windows * weight.double()).sum((2, 3))
    by_stand_in = windows[..., 0, 0] * weight.double().sum()
    try:
        compare(output, expected, scale=x.norm() * weight.norm())
    except Failed:
        with waiting_for_right_values():
            compare(output, by_stand_in, scale=x.norm() * weight.sum())
            if not isinstance(own, str) or own != "ready-made":
                compare(isinstance(own, Tensor) and is_convolution(own, x, weight), True)
                compare(with_own, own.double(), scale=x.norm() * weight.sum())


@contextmanager
def waiting_for_right_values() -> Iterator[None]:
    """Turn a failure into `NotRun`: other checks say what is wrong with the values."""
    try:
        yield
    except Failed:
        raise NotRun(WAITS) from None


def refuse_used(used: object) -> None:
    """Raise `NotOwnWork` unless `used`, the names of ready-made functions that were called, is an empty list."""
    if not isinstance(used, list) or used:
        name = str(used[0]) if isinstance(used, list) else ""
        raise NotOwnWork(USED.format(name=name if name in SHOWN_NAMES else Text("卷积函数", "convolution")))
