"""Relations between kinds of values: what came, and how what is asked for is made of it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from autograder.checks.kinds.tensors import TENSORS
from autograder.checks.type_names import complex_kind
from autograder.worker.shared.values import Foreign

FUNCTIONS = {"builtins.function", "builtins.method", "builtins.builtin_function_or_method"}
LAZY = {"builtins.generator", "builtins.map", "builtins.zip", "builtins.range", "builtins.filter"}


@dataclass(frozen=True)
class Kind:
    """A relation by its name in `SENTENCES`: what came, and what was asked for."""

    name: str
    came: Callable[[Any], bool]
    asked: Callable[[Any], bool]

    def holds(self, got: Any, expected: Any) -> bool:
        """Tell whether the relation holds."""
        return self.came(got) and self.asked(expected)


def find_kind(got: Any, expected: Any) -> str | None:
    """Return the name of the relation between the kinds of two values, or None where there is nothing to say."""
    return next((kind.name for kind in KINDS if kind.holds(got, expected)), None)


def find_text(got: Any, expected: Any) -> str | None:
    """Return the name of the relation between two texts, or None where there is nothing to say."""
    if not isinstance(got, str) or not isinstance(expected, str):
        return None
    if not got.strip() or not expected:
        return "empty_text" if expected else "text_too_many"
    if expected in got:
        return "text_and_more"
    return "part_of_text" if got in expected else None


def _is_a(*types: type) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, types) and not (isinstance(value, bool) and bool not in types)


def _is_foreign(names: set[str]) -> Callable[[Any], bool]:
    return lambda value: isinstance(value, Foreign) and value.type_name in names


def _is_from(module: str) -> Callable[[Any], bool]:
    def came(value: Any) -> bool:
        name = value.type_name if isinstance(value, Foreign) else f"{type(value).__module__}."
        return name.startswith(module)

    return came


def _is_tensor(value: Any) -> bool:
    return TENSORS.takes(type(value))


def _is_bool_tensor(value: Any) -> bool:
    return _is_tensor(value) and str(value.dtype) == "torch.bool"


def _is_number_tensor(value: Any) -> bool:
    return _is_tensor(value) and not _is_bool_tensor(value)


def _of_numpy(name: str) -> Any:
    """Return a type of NumPy's; nothing is of it where NumPy is not there."""
    return getattr(sys.modules.get("numpy"), name, ())


def _is_array(value: Any) -> bool:
    return isinstance(value, _of_numpy("ndarray"))


def _is_array_of(kinds: str) -> Callable[[Any], bool]:
    """Return what tells whether a value is an array whose dtype is of one of some kinds, as NumPy names them."""
    return lambda value: _is_array(value) and value.dtype.kind in kinds


def _is_one_of_numpy(value: Any) -> bool:
    return _is_from("numpy.")(value) and not _is_array(value)


def _is_number(value: Any) -> bool:
    """Tell whether a value is a number of Python's or of NumPy's."""
    return _is_a(int, float)(value) or isinstance(value, _of_numpy("number"))


def _anything(_value: Any) -> bool:
    return True


KINDS = (
    Kind("function", _is_foreign(FUNCTIONS), _anything),
    Kind("lazy", _is_foreign(LAZY), _anything),
    Kind("complex", lambda value: isinstance(value, Foreign) and bool(complex_kind(value)), _anything),
    Kind("array_for_tensor", _is_from("numpy."), _is_tensor),
    Kind("complex", _is_array_of("c"), _is_array_of("biuf")),
    Kind("array_for_list", _is_array, _is_a(list)),
    Kind("array_for_tuple", _is_array, _is_a(tuple)),
    Kind("array_for_number", _is_array, _is_number),
    Kind("number_of_numpy", _is_one_of_numpy, lambda expected: not _is_from("numpy.")(expected)),
    Kind("numbers_for_bool", _is_number_tensor, _is_bool_tensor),
    Kind("numbers_for_bool_array", _is_array_of("iufc"), _is_array_of("b")),
    Kind("list_for_tensor", _is_a(list, tuple), _is_tensor),
    Kind("list_for_array", _is_a(list, tuple), _is_array),
    Kind("number_for_tensor", _is_a(int, float), _is_tensor),
    Kind("number_for_array", _is_number, _is_array),
    Kind("tensor_for_tuple", _is_tensor, _is_a(tuple)),
    Kind("tensor_for_list", _is_tensor, _is_a(list)),
    Kind("tensor_for_number", _is_tensor, _is_a(int, float, bool)),
    Kind("list_for_tuple", _is_a(list), _is_a(tuple)),
    Kind("tuple_for_list", _is_a(tuple), _is_a(list)),
    Kind("number_for_tuple", _is_a(int, float), _is_a(tuple)),
    Kind("number_for_list", _is_a(int, float), _is_a(list)),
    Kind("tuple_for_number", _is_a(tuple, list), _is_a(int, float)),
    Kind("float_for_int", _is_a(float), _is_a(int)),
    Kind(
        "exception_for_text", lambda value: isinstance(value, Foreign) and value.type_name.endswith("Error"), _is_a(str)
    ),
)
