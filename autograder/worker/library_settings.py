"""The global settings of libraries that are loaded, each bound before a submission could replace it."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Setting = tuple[Callable[[], Any], Callable[[Any], object]]  # reads a setting, and makes it


@dataclass(frozen=True)
class LibrarySettings:
    """The settings of one library, and what makes those that are the same for everybody."""

    settings: tuple[Setting, ...]
    set_for_everybody: Callable[[], object]


def settings_of_numpy(numpy: Any) -> LibrarySettings:
    """Return the settings of NumPy."""
    set_options, set_errors, seed = numpy.set_printoptions, numpy.seterr, numpy.random.seed
    settings: tuple[Setting, ...] = (
        (numpy.get_printoptions, lambda options: set_options(**options)),
        (numpy.geterr, lambda errors: set_errors(**errors)),
    )
    return LibrarySettings(settings, lambda: seed(0))


def settings_of_torch(torch: Any) -> LibrarySettings:
    """Return the settings of torch."""
    options, set_options = torch._tensor_str.PRINT_OPTS, torch.set_printoptions
    set_device, cpu = torch.set_default_device, torch.device("cpu")
    settings: tuple[Setting, ...] = (
        (torch.get_default_dtype, torch.set_default_dtype),
        (torch.get_default_device, lambda device: set_device(None if device == cpu else device)),
        (lambda: dict(vars(options)), lambda values: set_options(**values)),
    )
    return LibrarySettings(settings, _make_set_torch_for_everybody(torch))


def _make_set_torch_for_everybody(torch: Any) -> Callable[[], object]:
    seed, set_grad = torch.default_generator.manual_seed, torch.set_grad_enabled
    set_threads, threads = torch.set_num_threads, torch.get_num_threads
    in_inference_mode, inference_mode, modes = torch.is_inference_mode_enabled, torch.inference_mode, list[Any]()

    def set_for_everybody() -> None:
        seed(0)
        if in_inference_mode():  # it was entered without `with`, and nothing but another mode ends it
            modes.append(inference_mode(False))  # a mode ends when nobody holds it
            modes[-1].__enter__()
        set_grad(True)
        if threads() != 1:
            set_threads(1)

    return set_for_everybody


MAKERS: dict[str, Callable[[Any], LibrarySettings]] = {"torch": settings_of_torch, "numpy": settings_of_numpy}
_bound: dict[str, LibrarySettings] = {}


def loaded_settings() -> list[LibrarySettings]:
    """Return the settings of each library that is loaded; they are bound when this is asked for the first time."""
    for name in [name for name in MAKERS if name not in _bound and name in sys.modules]:
        with contextlib.suppress(Exception):  # a module of the submission that has the name of a library
            _bound[name] = MAKERS[name](sys.modules[name])
    return list(_bound.values())
