"""Why the `.grad` of a tensor is None, told from the line that used it and the tensor in it."""

from __future__ import annotations

import linecache
import re
import traceback

from ..kinds.tables import is_tensor
from ..messages import fill
from ..model import Text

USED = re.compile(r"\b(\w+)\.grad\b")
NOT_A_LEAF = Text(
    "{name}.grad 是 None：{name} 已经换成了运算的结果，不再是原来的参数，反向传播不会给它存梯度。更新时不要重新赋值，"
    "在 with torch.no_grad(): 里原地改，如 {name} -= …。",
    "`{name}.grad` is None: {name} now is the result of an operation and no longer the parameter itself, and backward "
    "keeps no gradient for such a tensor. Do not assign it anew: change it in place, as with `{name} -= …` inside "
    "`with torch.no_grad():`.",
)
NO_BACKWARD = Text(
    "{name}.grad 是 None：看看前面有没有调用 backward()，{name} 有没有参加损失的计算，requires_grad 是不是 True。",
    "`{name}.grad` is None: see whether `backward()` was called before, whether the loss is computed from {name}, and "
    "whether its requires_grad is True.",
)


def explain_none(error: BaseException) -> Text | None:
    """Return what to tell where an exception comes from a gradient that is None; None where it does not."""
    frames = list(traceback.walk_tb(error.__traceback__))
    if "NoneType" not in str(error) or not frames:
        return None
    frame, line = frames[-1]
    found = USED.findall(linecache.getline(frame.f_code.co_filename, line, frame.f_globals))
    tensors = {name: frame.f_locals.get(name, frame.f_globals.get(name)) for name in found}
    return next((_told(name, tensor) for name, tensor in tensors.items() if is_tensor(tensor)), None)


def _told(name: str, tensor: object) -> Text:
    sentence = NO_BACKWARD if getattr(tensor, "is_leaf", True) else NOT_A_LEAF
    return fill(sentence, name=name)
