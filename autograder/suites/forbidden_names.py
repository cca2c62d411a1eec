"""A search of a submission's text: does the code of an exercise, or code it uses, name a ready-made convolution?

Text does not show everything; a name put together at run time, for example, is found by the run in `own_work`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.suites.read_names import global_names, read_paths

CONVOLUTION = re.compile(
    r"torch\.(\w+\.)*(nn\.grad\.\w+|\w*?(?<![a-zA-Z])_?(Lazy)?(conv|Conv)(\dd|Transpose\dd|_transpose\dd|_tbc|_depthwise\dd|olution\w*))"
    r"|numpy\.(convolve|correlate)|scipy\.(signal|ndimage)(\.\w+)*"
)
UNFOLD = re.compile(r"torch\.nn\.(\w+\.)*(unfold|Unfold)|torch\.(\w+\.)*im2col")


def find_forbidden_name(
    cells: Sequence[str], exercise: str, unfold: bool, given: Sequence[str], not_followed: Sequence[str] = ()
) -> str | None:
    """Return the full name of the first forbidden thing that the code of `exercise` uses, or None.

    `unfold` forbids `F.unfold` and `nn.Unfold`, and `given` names functions of the stub that are forbidden. Functions
    of the submission are searched as well if the exercise uses them, except those in `not_followed`.
    """
    names = global_names(tuple(cells))
    waiting, seen = [exercise], set(not_followed)
    while waiting:
        name = waiting.pop()
        if name in seen or name not in names:
            continue
        seen.add(name)
        for path in read_paths(names[name], names):
            if CONVOLUTION.fullmatch(path) or (unfold and UNFOLD.fullmatch(path)) or path in given:
                return path
            waiting.append(path.partition(".")[0])
    return None
