"""The names of types as a student knows them."""

from __future__ import annotations

import builtins
import re

import numpy
import torch
from torch import Tensor

from autograder.course.text import Text
from autograder.worker.shared.values import Foreign

OWN_TYPE = Text("无法识别的类型", "of no known kind")
COMPLEX = re.compile(r"torch\.Tensor \((complex\d+)")
TYPE_NAMES = {
    Tensor: "torch.Tensor",
    bool: "bool",
    int: "int",
    float: "float",
    str: "str",
    tuple: "tuple",
    list: "list",
}


def complex_kind(value: Foreign) -> str:
    """Return the dtype of a complex tensor, such as `torch.complex64`, and an empty string for anything else."""
    found = COMPLEX.match(value.type_name)
    return f"torch.{found[1]}" if found else ""


def type_name(value: object) -> Text:
    """Return the name of a value's type as a student knows it; a name that a submission made up is never shown."""
    if not isinstance(value, Foreign):
        return Text(*[TYPE_NAMES.get(type(value), type(value).__name__)] * 2)
    if kind := complex_kind(value):
        return Text(*[kind] * 2)
    module, _, name = value.type_name.partition(".")
    known = {"numpy": numpy, "torch": torch, "builtins": builtins}.get(module)
    return (
        Text(*[value.type_name.removeprefix("builtins.")] * 2)
        if isinstance(getattr(known, name, None), type)
        else OWN_TYPE
    )
