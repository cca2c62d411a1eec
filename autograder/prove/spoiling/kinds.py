"""Which values are arrays; torch and NumPy count only where the answer or a suite has imported them."""

from __future__ import annotations

import sys
from typing import Any


def is_tensor(value: Any) -> bool:
    """Tell whether a value is a tensor of torch."""
    library = sys.modules.get("torch")
    return library is not None and isinstance(value, library.Tensor)


def is_array(value: Any) -> bool:
    """Tell whether a value is a tensor of torch or an array of NumPy."""
    library = sys.modules.get("numpy")
    return is_tensor(value) or (library is not None and isinstance(value, library.ndarray))


def is_module(value: Any) -> bool:
    """Tell whether a value is a layer of torch."""
    library = sys.modules.get("torch")
    return library is not None and isinstance(value, library.nn.Module)


def is_bool(value: Any) -> bool:
    """Tell whether a value is a bool or an array of such."""
    return isinstance(value, bool) or (is_array(value) and str(value.dtype).removeprefix("torch.") == "bool")


def is_float(value: Any) -> bool:
    """Tell whether a value is an array of floating-point numbers."""
    return value.is_floating_point() if is_tensor(value) else is_array(value) and value.dtype.kind == "f"
