"""The worker's half of the own-work rule: ready-made convolutions are switched off, then the student's code is called.

Only the source of each function is sent to the worker, so each has to be complete without the rest of this file.
"""

from __future__ import annotations

from typing import Any

import torch


def switch_off_operators(forbidden: str) -> list[str]:
    """Make torch's operators whose name matches `forbidden`, and NumPy's convolutions, raise an error.

    This is a setup, which runs before the submission is loaded. It returns the list to which the name of each one is
    added when it is called. Python code cannot get the originals back. Code that writes into the memory of its process
    can, so the probes look afterwards whether the operators are still off.
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


def call_without_ready_made(
    module: Any, used: list[str], name: str, given: tuple[str, ...], args: tuple[Any, ...]
) -> Any:
    """Probe: call the student's `name` and return its result, and the names of the ready-made functions it called.

    SciPy's convolutions and the functions of the stub in `given` are switched off for this call only. Of a function
    in `given` the code itself is exchanged, so that a reference which the submission kept leads nowhere else.
    """
    import contextlib
    import sys
    import types
    from unittest import mock

    def refusing(what: str) -> Any:
        def refuse(*_args: Any, _used: Any = used, _what: str = what, **_options: Any) -> Any:
            _used.append(_what)
            raise RuntimeError(f"{_what} is switched off here")

        return refuse

    def replacements() -> Any:
        for library in filter(None, map(sys.modules.get, ("scipy.signal._sigtools", "scipy.ndimage._nd_image"))):
            functions = [attribute for attribute, value in vars(library).items() if callable(value)]
            yield from ((library, attribute, refusing("scipy")) for attribute in functions if attribute[:2] != "__")
        for function, original in originals.items():
            aliases = [alias for alias, value in vars(module).items() if value is original]
            yield from ((module, alias, refusing(function)) for alias in aliases)

    def exchange_code(function: Any, refuse: Any) -> None:
        for attribute in ("__code__", "__kwdefaults__"):
            stack.callback(setattr, function, attribute, getattr(function, attribute))
            setattr(function, attribute, getattr(refuse, attribute))

    originals = {function: vars(module)[function] for function in given if function in vars(module)}
    used_before = len(used)  # what the submission called while it was loaded is no part of the answer
    with contextlib.ExitStack() as stack:
        for owner, attribute, replacement in list(replacements()):
            stack.enter_context(mock.patch.object(owner, attribute, replacement))
        for function, original in originals.items():
            if isinstance(original, types.FunctionType) and not original.__code__.co_freevars:
                exchange_code(original, refusing(function))
        try:
            result = getattr(module, name)(*args)
        except BaseException:
            if len(used) == used_before:
                raise
            result = None
        found = used[used_before:]
        try:
            torch.ops.aten.conv2d(torch.ones(1, 1, 1, 1), torch.ones(1, 1, 1, 1))
        except RuntimeError:
            return result, found
        return result, [*found, "convolution"]  # the submission has switched the operators on again


def call_layer_without_ready_made(module: Any, used: list[str], name: str, weight: Any, x: Any) -> Any:
    """Probe: return the output of the student's layer for x, the ready-made functions it called, and two comparisons.

    Its parameters are filled with `weight` and 0. A stand-in takes the place of the submission's `corr2d`: it is
    no convolution, so that no right answer lies in this process. The two comparisons are what the submission's own
    `corr2d` gives, and what the layer gives with that; each is the text "ready-made" where something ready-made is
    called, and None where it fails otherwise.
    """
    from unittest import mock

    def stand_in(X: Any, K: Any) -> Any:
        return X[: X.shape[0] - K.shape[0] + 1, : X.shape[1] - K.shape[1] + 1] * K.sum()

    def output() -> Any:
        layer = getattr(module, name)(tuple(weight.shape))
        parameters = dict(layer.named_parameters())
        for parameter, value in (("weight", weight), ("bias", torch.zeros(1, dtype=weight.dtype))):
            parameters[parameter].data = value.clone()
        return layer(x)

    def tried(function: Any, *args: Any) -> Any:
        before = len(used)
        try:
            return function(*args)
        except Exception:
            return "ready-made" if len(used) > before else None

    used_before = len(used)
    with mock.patch.object(module, "corr2d", stand_in, create=True):
        try:
            result = output()
        except BaseException:
            if len(used) == used_before:
                raise
            result = None
    found = used[used_before:]
    comparisons = tried(getattr(module, "corr2d", None), x, weight), tried(output)
    try:
        torch.ops.aten.conv2d(torch.ones(1, 1, 1, 1), torch.ones(1, 1, 1, 1))
    except RuntimeError:
        return result, found, *comparisons
    return result, [*found, "convolution"], *comparisons  # the submission has switched the operators on again
