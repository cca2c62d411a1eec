"""The full names of ready-made convolutions, which a submission's text may not have where its own is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

CONVOLUTION_OF_TORCH = re.compile(  # the last name of a path
    r"\w*?(?<![a-zA-Z])_?(Lazy)?(conv|Conv)(\dd|Transpose\dd|_transpose\dd|_tbc|_depthwise\dd|olution\w*)"
)
CONVOLUTION = re.compile(r"torch\.(\w+\.)*nn\.grad\.\w+|numpy\.(convolve|correlate)|scipy\.(signal|ndimage)(\.\w+)*")
UNFOLD = re.compile(r"torch\.nn\.(\w+\.)*(unfold|Unfold)|torch\.(\w+\.)*im2col")


def forbidden_here(unfold: bool, given: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells whether a name is forbidden: a convolution, and one of `given`, functions of the stub.

    `unfold` forbids `F.unfold` and `nn.Unfold` as well.
    """

    def is_forbidden(path: str) -> bool:
        return is_convolution(path) or path in given or (unfold and UNFOLD.fullmatch(path) is not None)

    return is_forbidden


def is_convolution(path: str) -> bool:
    """Tell whether a dotted path is that of a ready-made convolution."""
    owner, _, last = path.rpartition(".")
    of_torch = owner.partition(".")[0] == "torch" and CONVOLUTION_OF_TORCH.fullmatch(last)
    return bool(of_torch or CONVOLUTION.fullmatch(path))
