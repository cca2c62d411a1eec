"""The own-work rule: where a convolution is to be written, a ready-made one may not be used.

Enforced twice: the submission's text is searched (see `mentions`), and the student's function runs once in a worker
where the ready-made operators were switched off, inside torch's dispatcher and NumPy, before the submission was loaded.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from autograder.checks import ANY, NotOwnWork, Reference, Student, Text, compare
from autograder.suites.forbidden_names import find_forbidden_name
from autograder.suites.unpack import unpack

CONVOLUTIONS = r"(\w*_)?q?conv(?!ert)\w*"  # names of torch's operators, whatever their library
UNFOLD = rf"{CONVOLUTIONS}|im2col"
NAMES = {"conv1d", "conv2d", "conv3d", "conv_transpose2d", "convolution", "im2col", "numpy.convolve", "scipy", "corr2d"}

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
    setup = switch_off, (UNFOLD if unfold else CONVOLUTIONS,)
    value, used = unpack(student.run(without_ready_made, student.exercise, given, args, setup=setup), ((), []))
    refuse_used(used)
    compare(value, reference.call(*args), scale=scale)


def own_work_of_layer(student: Student, kernel_size: tuple[int, int], x: Tensor) -> None:
    """Raise `Failed` if the layer itself uses a ready-made convolution, or is wrong without one.

    A `corr2d` of the same file is judged elsewhere, so a right one takes its place here.
    """
    refuse_forbidden_names(student, False, (), judged_elsewhere=("corr2d",))
    setup = switch_off, (CONVOLUTIONS,)
    answer = student.run(without_ready_made, student.exercise, (), (kernel_size,), x, setup=setup)
    value, used = unpack(answer, ((), []))
    refuse_used(used)
    output, weight, bias = unpack(value, (x, x, x))
    # Whatever the random weights are: the comparison is with these, so a right layer fails with probability 0.
    compare(weight, torch.zeros(kernel_size), scale=ANY)
    compare(bias, torch.zeros(1), scale=ANY)
    windows = x.double().unfold(0, kernel_size[0], 1).unfold(1, kernel_size[1], 1)
    expected = (windows * weight.double()).sum((2, 3)) + bias.double()
    compare(output, expected, scale=x.norm() * weight.norm() + bias.norm())


def refuse_forbidden_names(
    student: Student, unfold: bool, given: tuple[str, ...], judged_elsewhere: tuple[str, ...] = ()
) -> None:
    """Raise `NotOwnWork` where the code of the exercise, or code it reaches, names something ready-made."""
    name = find_forbidden_name(student.cells, student.exercise, unfold, given, judged_elsewhere)
    if name is not None:
        raise NotOwnWork(USED.format(name=name))


def refuse_used(used: object) -> None:
    """Raise `NotOwnWork` if a probe saw something ready-made being called."""
    if not isinstance(used, list) or used:
        name = str(used[0]) if isinstance(used, list) else ""
        raise NotOwnWork(USED.format(name=name if name in NAMES else Text("卷积函数", "convolution")))


def switch_off(forbidden: str) -> list[str]:
    """Let every operator whose name matches `forbidden` refuse, as a preparation; return the list of those called.

    Nothing in Python leads back to what is taken away here.
    """
    import ctypes
    import re
    import sys

    used: list[str] = []

    def refusing(what: str) -> Any:
        def refuse(*_args: Any, **_options: Any) -> Any:
            used.append(what)
            raise RuntimeError(f"{what} is switched off here")

        return refuse

    keys = ("CPU", "MkldnnCPU", "QuantizedCPU", "CompositeExplicitAutograd", "CompositeImplicitAutograd")
    libraries: dict[str, Any] = {}
    for full_name in torch._C._dispatch_get_all_op_names():
        library, _, operator = full_name.partition("::")
        name = operator.partition(".")[0]
        if re.fullmatch(forbidden, name):
            if library not in libraries:
                libraries[library] = torch._C._dispatch_library("IMPL", library, "")
                ctypes.pythonapi.Py_IncRef(ctypes.py_object(libraries[library]))  # its end would undo everything
            for key in keys:
                libraries[library].impl(operator, key, refusing(name))
    core = sys.modules["numpy._core._multiarray_umath"]
    originals = [core.correlate, core.correlate2]
    for module in [module for name, module in sys.modules.items() if name.startswith("numpy") and module]:
        for name, value in list(vars(module).items()):
            if any(value is original for original in originals):
                setattr(module, name, refusing("numpy.convolve"))
    return used


def without_ready_made(
    module: Any, used: list[str], name: str, given: tuple[str, ...], args: tuple[Any, ...], x: Any = None
) -> Any:
    """Probe: call `name` where the operators are switched off; return what it gives and which of them it used.

    With `x`, what is called makes a layer: return its output for x and its parameters, with a right
    `corr2d` in the place of the submission's.
    """
    import contextlib
    import sys
    from unittest import mock

    def refusing(what: str) -> Any:
        def refuse(*_args: Any, **_options: Any) -> Any:
            used.append(what)
            raise RuntimeError(f"{what} is switched off here")

        return refuse

    def corr2d(X: Any, K: Any) -> Any:
        return (X.unfold(0, K.shape[0], 1).unfold(1, K.shape[1], 1) * K).sum((2, 3))

    def replacements() -> Any:
        for library in filter(None, map(sys.modules.get, ("scipy.signal._sigtools", "scipy.ndimage._nd_image"))):
            functions = [attribute for attribute, value in vars(library).items() if callable(value)]
            yield from ((library, attribute, refusing("scipy")) for attribute in functions if attribute[:2] != "__")
        forbidden = [vars(module)[known] for known in given if known in vars(module)]
        aliases = [alias for alias, value in vars(module).items() if any(value is one for one in forbidden)]
        yield from ((module, alias, refusing(given[0])) for alias in aliases)
        if x is not None and hasattr(module, "corr2d"):
            yield module, "corr2d", corr2d

    def answer() -> Any:
        made = getattr(module, name)(*args)
        return made if x is None else (made(x), made.weight, made.bias)

    used.clear()  # what ran while the submission was loaded may have compared with a ready-made one
    with contextlib.ExitStack() as stack:
        for owner, attribute, replacement in list(replacements()):
            stack.enter_context(mock.patch.object(owner, attribute, replacement))
        try:
            return answer(), used
        except BaseException:
            if not used:
                raise
            return None, used
