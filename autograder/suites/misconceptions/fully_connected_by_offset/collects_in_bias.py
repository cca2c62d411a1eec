"""直接在 U 上累加，输入就被改动了；需要一个自己的张量来存放结果。

The sums are added to U itself, which changes an input; the result needs a tensor of its own.

Check: second_call
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    for i in range(h):
        for j in range(w):
            U[i, j] += (V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return U
