"""The names of types and dtypes as a student knows them."""

from __future__ import annotations

import builtins
import re
import sys
from typing import Any

from autograder.course.text import Text
from autograder.worker.shared.values import Foreign, NamedTuple, Record

OWN_TYPE = Text("无法识别的类型", "of no known kind")
COMPLEX = re.compile(r"torch\.Tensor \((complex\d+)")
LIBRARIES = ("torch", "numpy", "pandas")
KNOWN = {"torch.Tensor", "numpy.ndarray", "pandas.DataFrame", "pandas.Series"}


def complex_kind(value: object) -> str:
    """Return the dtype of a complex tensor, such as `torch.complex64`, and an empty string for anything else."""
    found = COMPLEX.match(value.type_name) if isinstance(value, Foreign) else None
    return f"torch.{found[1]}" if found else ""


def type_name(value: object) -> Text:
    """Return the name of a value's type as a student knows it; a name that a submission made up is never shown."""
    if isinstance(value, Foreign):
        return _name_of_foreign(value)
    if isinstance(value, Record):
        return OWN_TYPE
    return Text(*[_name_of_type(tuple if isinstance(value, NamedTuple) else type(value))] * 2)


def _name_of_type(kind: type) -> str:
    library = kind.__module__.partition(".")[0]
    if library == "torch" and issubclass(kind, sys.modules["torch"].Tensor):
        return "torch.Tensor"
    if kind is type(None):
        return "None"
    return f"{library}.{kind.__name__}" if library in LIBRARIES else kind.__name__


def _name_of_foreign(value: Foreign) -> Text:
    if kind := complex_kind(value):
        return Text(*[kind] * 2)
    module, _, name = value.type_name.partition(".")
    known = builtins if module == "builtins" else sys.modules.get(module) if module in LIBRARIES else None
    if value.type_name in KNOWN or isinstance(getattr(known, name, None), type):
        return Text(*[value.type_name.removeprefix("builtins.")] * 2)
    return OWN_TYPE


def dtype_name(dtype: Any) -> str:
    """Return the name of a dtype of torch or NumPy, or of a type that NumPy takes as one, without its library."""
    if isinstance(dtype, type):
        dtype = sys.modules["numpy"].dtype(dtype)
    return dtype if isinstance(dtype, str) else str(getattr(dtype, "name", dtype)).removeprefix("torch.")
