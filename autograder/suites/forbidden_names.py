"""A search of a submission's text: does the code of an exercise, or code it uses, name a ready-made convolution?

Text does not show everything; a name put together at run time, for example, is found by the run in `own_work`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.suites.read_names import global_names, read_paths

CONVOLUTION_OF_TORCH = re.compile(  # the last name of a path
    r"\w*?(?<![a-zA-Z])_?(Lazy)?(conv|Conv)(\dd|Transpose\dd|_transpose\dd|_tbc|_depthwise\dd|olution\w*)"
)
CONVOLUTION = re.compile(r"torch\.(\w+\.)*nn\.grad\.\w+|numpy\.(convolve|correlate)|scipy\.(signal|ndimage)(\.\w+)*")
UNFOLD = re.compile(r"torch\.nn\.(\w+\.)*(unfold|Unfold)|torch\.(\w+\.)*im2col")


def find_forbidden_name(
    cells: Sequence[str], exercise: str, unfold: bool, given: Sequence[str], not_followed: Sequence[str] = ()
) -> str | None:
    """Return the full name of the first forbidden thing that the code of `exercise` uses, or None.

    `unfold` forbids `F.unfold` and `nn.Unfold`, and `given` names functions of the stub that are forbidden. Functions
    of the submission are searched as well if the exercise uses them, except those in `not_followed`.
    """
    names = global_names(tuple(cells))
    waiting, seen, seen_code, seen_paths = [exercise], set(not_followed), set[int](), set[str]()
    while waiting:
        name = waiting.pop()
        code = names.get(name)
        if name in seen or code is None or id(code) in seen_code:
            continue
        seen.add(name)
        seen_code.add(id(code))  # `a = b = value` gives one piece of code to many names
        for path in read_paths(code, names):
            if path in seen_paths:
                continue
            if is_convolution(path) or (unfold and UNFOLD.fullmatch(path)) or path in given:
                return path
            seen_paths.add(path)
            waiting.append(path.partition(".")[0])
    return None


def is_convolution(path: str) -> bool:
    """Tell whether a dotted path is that of a ready-made convolution."""
    owner, _, last = path.rpartition(".")
    of_torch = owner.partition(".")[0] == "torch" and CONVOLUTION_OF_TORCH.fullmatch(last)
    return bool(of_torch or CONVOLUTION.fullmatch(path))
