"""The worker's half of the own-work rule: ready-made convolutions are switched off, then the student's code is called.

Only the source of each function is sent to the worker, so each has to be complete without the rest of this file.
"""

from __future__ import annotations

from typing import Any

import torch


def switch_off_operators(forbidden: str) -> list[str]:
    """Make torch's operators whose name matches `forbidden`, and NumPy's convolutions, raise an error.

    This is a setup, which runs before the submission is loaded. It returns the list to which the name of each one is
    added when it is called. Python code cannot get the originals back.
    """
    import ctypes
    import functools
    import re
    import sys

    used: list[str] = []

    def refusing(name: str) -> Any:
        def refuse(*_args: Any, **_options: Any) -> Any:
            used.append(name)
            raise RuntimeError(f"{name} is switched off here")

        return refuse

    @functools.cache
    def torch_library(namespace: str) -> Any:
        library = torch._C._dispatch_library("IMPL", namespace, "")
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(library))  # when the object goes, its changes would be undone
        return library

    def switch_off_torch() -> None:
        keys = ("CPU", "MkldnnCPU", "QuantizedCPU", "CompositeExplicitAutograd", "CompositeImplicitAutograd")
        for full_name in torch._C._dispatch_get_all_op_names():
            namespace, _, operator = full_name.partition("::")
            name = operator.partition(".")[0]
            if re.fullmatch(forbidden, name):
                for key in keys:
                    torch_library(namespace).impl(operator, key, refusing(name))

    def switch_off_numpy() -> None:
        core = sys.modules["numpy._core._multiarray_umath"]
        originals = [core.correlate, core.correlate2]
        for module in [module for name, module in sys.modules.items() if name.startswith("numpy") and module]:
            for name, value in list(vars(module).items()):
                if any(value is original for original in originals):
                    setattr(module, name, refusing("numpy.convolve"))

    switch_off_torch()
    switch_off_numpy()
    return used


def run_without_ready_made(
    module: Any, used: list[str], name: str, given: tuple[str, ...], args: tuple[Any, ...], x: Any = None
) -> Any:
    """Probe: call the student's `name` and return its result, and the names of the ready-made functions it called.

    SciPy's convolutions and the functions of the stub in `given` are switched off for this call only. With `x`, `name`
    is the class of a layer: the result is the layer's output for x, its weight and its bias, and a right `corr2d` takes
    the place of the submission's.
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
        forbidden = [vars(module)[function] for function in given if function in vars(module)]
        aliases = [alias for alias, value in vars(module).items() if any(value is one for one in forbidden)]
        yield from ((module, alias, refusing(given[0])) for alias in aliases)
        if x is not None and hasattr(module, "corr2d"):
            yield module, "corr2d", corr2d

    used_before = len(used)  # what the submission called while it was loaded is no part of the answer
    with contextlib.ExitStack() as stack:
        for owner, attribute, replacement in list(replacements()):
            stack.enter_context(mock.patch.object(owner, attribute, replacement))
        try:
            result = getattr(module, name)(*args)
            if x is not None:
                result = result(x), result.weight, result.bias
        except BaseException:
            if len(used) == used_before:
                raise
            result = None
        return result, used[used_before:]
