"""The commonest exceptions of gradients: kind and message as regular expressions, and a sentence in zh and en.

The first that fits counts. No sentence repeats a name or a number of the message.
"""

from __future__ import annotations

SENTENCES = (
    (
        "RuntimeError",
        r"leaf Variable that requires grad is being used in an in-place",
        "原地修改了要求梯度的参数：更新参数时放进 with torch.no_grad():，其余情况改用新的张量。",
        "A parameter that requires gradients is changed in place: update it inside `with torch.no_grad():`.",
    ),
    (
        "RuntimeError",
        r"modified by an inplace operation",
        "求梯度还要用的张量被原地改动了：把 += 或下标赋值换成新的张量。",
        "A tensor that backward still needs was changed in place: make a new tensor where `+=` or an index assigns.",
    ),
    (
        "RuntimeError",
        r"Can't call numpy\(\) on Tensor that requires grad",
        "要求梯度的张量不能直接转成 NumPy：计算时一直用 torch；只为画图或打印，先 .detach()。",
        "A tensor that requires gradients cannot become NumPy: compute with torch; to plot or print, `.detach()` it.",
    ),
    (
        "RuntimeError",
        r"does not require grad and does not have a grad_fn",
        "反向传播的起点不依赖任何要求梯度的张量：看看中途是不是用了 .item()、.detach()，或者忘了 requires_grad。",
        "`backward` starts from a value without gradients: look for `.item()`, `.detach()`, no `requires_grad`.",
    ),
    (
        "RuntimeError",
        r"grad can be implicitly created only for scalar outputs",
        "只能从一个数开始反向传播：先用 .sum() 或 .mean() 把损失变成一个数。",
        "`backward` starts from a single number: reduce the loss with `.sum()` or `.mean()` first.",
    ),
    (
        "RuntimeError",
        r"backward through the graph a second time",
        "同一次计算反向传播了两次：把前向计算放进循环，每一轮重新算损失。",
        "`backward` went twice through one computation: compute the loss anew in every round of the loop.",
    ),
)
