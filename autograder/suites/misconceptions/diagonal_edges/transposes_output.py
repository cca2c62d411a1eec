"""第三个结果里转置的是输出，不是核；两者并不相同，动手算一个小的例子看看。

In the third result you transposed the output, not the kernel; the two differ, so try a small example by hand.

Check: transposed_kernel
"""

import torch


def diagonal_edges(n):
    X, K = torch.ones(n, n).triu(), torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.T, K), corr2d(X, K).T
