"""这里调用了 PyTorch 现成的卷积；这一题就是要自己把它写出来。

This calls PyTorch's ready-made convolution; writing it yourself is the exercise.

Check: own_work
"""

import torch.nn.functional as F


def corr2d(X, K):
    return F.conv2d(X[None, None], K[None, None])[0, 0]
