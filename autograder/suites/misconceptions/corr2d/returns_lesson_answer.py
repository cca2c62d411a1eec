"""你返回的是课文里那个例子的答案，换一幅图像就不对了；结果要由 X 和 K 算出来。

You return the answer of the lesson's example, which is wrong for any other image; work it out from X and K.

Check: not_square
"""

import torch


def corr2d(X, K):
    return torch.tensor([[19.0, 25.0], [37.0, 43.0]])
