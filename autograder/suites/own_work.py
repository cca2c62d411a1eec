"""The own-work rule: where a convolution is to be written, a ready-made one may not be used.

The rule is enforced twice. The submission's text is searched (`forbidden_names`). Then the student's function runs once
in a worker in which the ready-made operators were switched off before the submission was loaded (`ready_made`).
"""

from __future__ import annotations

import torch
from torch import Tensor

from autograder.checks import ANY, NotOwnWork, Reference, Student, Text, compare
from autograder.suites.forbidden_names import find_forbidden_name
from autograder.suites.ready_made import run_without_ready_made, switch_off_operators
from autograder.suites.unpack import unpack

CONVOLUTIONS = r"(\w*_)?q?conv(?!ert)\w*"  # names of torch's operators, whatever their library
UNFOLD = rf"{CONVOLUTIONS}|im2col"
SHOWN_NAMES = {
    "conv1d", "conv2d", "conv3d", "conv_transpose2d", "convolution", "im2col", "numpy.convolve", "scipy", "corr2d",
}  # fmt: skip

USED = Text(
    "这一题要自己写，不能使用现成的 {name}。",
    "This exercise asks for your own code; the ready-made {name} is not allowed.",
)


def own_work(
    student: Student,
    reference: Reference,
    *args: object,
    scale: float | Tensor,
    unfold: bool = False,
    given: tuple[str, ...] = (),
) -> None:
    """Raise `Failed` if the student's function uses a ready-made convolution, or is wrong without one.

    `unfold` forbids `F.unfold` and `nn.Unfold` as well; `given` names functions of the stub that may not be
    called either.
    """
    refuse_forbidden_names(student, unfold, given)
    setup = switch_off_operators, (UNFOLD if unfold else CONVOLUTIONS,)
    answer = student.run(run_without_ready_made, student.exercise, given, args, setup=setup)
    value, used = unpack(answer, ((), []))
    refuse_used(used)
    compare(value, reference.call(*args), scale=scale)


def own_work_of_layer(student: Student, kernel_size: tuple[int, int], x: Tensor) -> None:
    """Raise `Failed` if the code of the layer uses a ready-made convolution, or is wrong without one.

    The submission's `corr2d` is an exercise of its own, so a right one takes its place here.
    """
    refuse_forbidden_names(student, False, (), not_followed=("corr2d",))
    setup = switch_off_operators, (CONVOLUTIONS,)
    answer = student.run(run_without_ready_made, student.exercise, (), (kernel_size,), x, setup=setup)
    value, used = unpack(answer, ((), []))
    refuse_used(used)
    output, weight, bias = unpack(value, (x, x, x))
    # The expected output is worked out from the layer's own random weights, so a right layer never fails.
    compare(weight, torch.zeros(kernel_size), scale=ANY)
    compare(bias, torch.zeros(1), scale=ANY)
    windows = x.double().unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    expected = (windows * weight.double()).sum((2, 3)) + bias.double()
    compare(output, expected, scale=x.norm() * weight.norm() + bias.norm())


def refuse_forbidden_names(
    student: Student, unfold: bool, given: tuple[str, ...], not_followed: tuple[str, ...] = ()
) -> None:
    """Raise `NotOwnWork` where the code of the exercise, or code it uses, names something ready-made."""
    name = find_forbidden_name(student.cells, student.exercise, unfold, given, not_followed)
    if name is not None:
        raise NotOwnWork(USED.format(name=name))


def refuse_used(used: object) -> None:
    """Raise `NotOwnWork` unless `used`, the names of ready-made functions that were called, is an empty list."""
    if not isinstance(used, list) or used:
        name = str(used[0]) if isinstance(used, list) else ""
        raise NotOwnWork(USED.format(name=name if name in SHOWN_NAMES else Text("卷积函数", "convolution")))
