"""「图像卷积」的公开示例。 / The public cases of this assignment."""

import torch
from check.asking import call
from check.model import Case, Text, Windows

IMAGE = torch.arange(9.0).reshape(3, 3)
KERNEL = torch.arange(4.0).reshape(2, 2)
WIDE, ROW = torch.arange(8.0).reshape(2, 4), torch.tensor([[1.0, 0.0, -1.0]])

CASES = (
    Case(
        "corr2d",
        Text("课文的例子", "the lesson's example"),
        call("corr2d", IMAGE, KERNEL),
        torch.tensor([[19.0, 25.0], [37.0, 43.0]]),
        picture=Windows(IMAGE, KERNEL),
    ),
    Case(
        "corr2d",
        Text("非正方形的图像和卷积核", "an image and a kernel that are not square"),
        call("corr2d", WIDE, ROW),
        torch.tensor([[-2.0, -2.0], [-2.0, -2.0]]),
        picture=Windows(WIDE, ROW),
    ),
)
