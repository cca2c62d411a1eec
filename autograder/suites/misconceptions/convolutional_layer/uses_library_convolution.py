"""这里调用了 PyTorch 现成的卷积；这一题要自己写出来。

This calls PyTorch's ready-made convolution; here you are to write it yourself.

Check: own_work
"""

import torch.nn.functional as F


def convolutional_layer(X, V, u):
    return F.conv2d(X[None, None], V[None, None], padding=V.shape[0] // 2)[0, 0] + u
