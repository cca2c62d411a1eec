"""The messages of Python and torch that may be shown in a hidden case, with the data in them masked.

The text of an exception could carry hidden inputs, so it is shown only where it is one of these messages, word by
word. In brackets stands what varies: numbers are masked, and a name is shown only if the submission's code has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MASK = "…"
TYPE_NAMES = {
    "bool",
    "dict",
    "float",
    "function",
    "int",
    "list",
    "method",
    "module",
    "NoneType",
    "range",
    "str",
    "tuple",
}
TYPE_NAMES |= {"Tensor", "Parameter", "ndarray", "Size", "type"}
MESSAGES = (
    # Python
    r"name '(\w+)' is not defined",
    r"cannot access local variable '(\w+)' where it is not associated with a value",
    r"'(\w+)' object is not (?:callable|iterable|subscriptable|an iterator)",
    r"'(\w+)' object does not support item assignment",
    r"'(\w+)' object has no attribute '(\w+)'",
    r"'(\w+)' object cannot be interpreted as an integer",
    r"module '([\w.]+)' has no attribute '(\w+)'",
    r"unsupported operand type\(s\) for (?:\+|-|\*|/|//|%|@|\*\*|\+=|-=|\*=|/=|&|\|): '(\w+)' and '(\w+)'",
    r"bad operand type for unary [-+~]: '(\w+)'",
    r"(\w+)\(\) takes (?:no arguments|(\d+) positional arguments? but (\d+) (?:was|were) given)",
    r"(\w+)\.__init__\(\) takes (\d+) positional arguments? but (\d+) (?:was|were) given",
    r"(\w+)\(\) missing (\d+) required positional arguments?: '(\w+)'(?:,? and '(\w+)')?",
    r"(\w+)\(\) got an unexpected keyword argument '(\w+)'",
    r"(?:list|tuple|string) (?:assignment )?index out of range",
    r"(?:list|tuple) indices must be integers or slices, not (\w+)",
    r"not enough values to unpack \(expected (\d+), got (\d+)\)",
    r"too many values to unpack \(expected (\d+)(?:, got (\d+))?\)",
    r"cannot unpack non-iterable (\w+) object",
    r"division by zero",
    r"maximum recursion depth exceeded(?: while calling a Python object| in comparison)?",
    # torch: autograd
    r"Can't call numpy\(\) on Tensor that requires grad\. Use tensor\.detach\(\)\.numpy\(\) instead\.",
    r"element (\d+) of tensors does not require grad and does not have a grad_fn",
    r"grad can be implicitly created only for scalar outputs",
    r"a (?:view of a )?leaf Variable that requires grad is being used in an in-place operation\.",
    r"Trying to backward through the graph a second time (.*)",
    r"one of the variables needed for gradient computation has been modified by an inplace operation: (.*)",
    r"cannot assign (?:parameters?|module) before Module\.__init__\(\) call",
    r"cannot assign '([\w.]+)' object to parameter '(\w+)' \(torch\.nn\.Parameter or None required\)",
    # torch: shapes, indices and dtypes
    r"The size of tensor a \((\d+)\) must match the size of tensor b \((\d+)\) at non-singleton dimension (\d+)",
    r"The expanded size of the tensor \((\d+)\) must match the existing size \((\d+)\) at "
    r"non-singleton dimension (\d+)\.(.*)",
    r"mat1 and mat2 shapes cannot be multiplied \((\d+)x(\d+) and (\d+)x(\d+)\)",
    r"size mismatch, got input \((\d+)\), mat \((\d+)x(\d+)\), vec \((\d+)\)",
    r"inconsistent tensor size, expected tensor \[(\d+)\] and src \[(\d+)\] "
    r"to have the same number of elements(.*)",
    r"shape '\[([-\d, ]*)\]' is invalid for input of size (\d+)",
    r"index (-?\d+) is out of bounds for dimension (\d+) with size (\d+)",
    r"Dimension out of range \(expected to be in range of \[(-?\d+), (-?\d+)\], but got (-?\d+)\)",
    r"too many indices for tensor of dimension (\d+)",
    r"a Tensor with (\d+) elements cannot be converted to Scalar",
    r"only one element tensors can be converted to Python scalars",
    r"Boolean value of Tensor with (?:more than one value|no values) is ambiguous",
    r"expected (?:m1 and m2|mat1 and mat2) to have the same dtype, but got: (\w+) != (\w+)",
    r"(\w+)\(\): argument '(\w+)' \(position (\d+)\) must be ([\w ]+), not (\w+)",
)
PATTERNS = tuple(re.compile(message, re.DOTALL) for message in MESSAGES)


def masked_message(message: str, cells: Sequence[str]) -> str | None:
    """Return a message with its data masked, or None where it is none of the known ones."""
    found = next(filter(None, (pattern.fullmatch(message) for pattern in PATTERNS)), None)
    if found is None:
        return None
    shown, end = "", 0
    for group in range(1, (found.lastindex or 0) + 1):
        if found[group] is not None:
            shown += message[end : found.start(group)] + _shown(found[group], cells)
            end = found.end(group)
    return (shown + message[end:]).partition("\n")[0]


def _shown(word: str, cells: Sequence[str]) -> str:
    """Return a word if it is the name of a type, or a name in the submission's code; otherwise the mask."""
    if word in TYPE_NAMES or (word.isidentifier() and any(re.search(rf"\b{word}\b", cell) for cell in cells)):
        return word
    return MASK
