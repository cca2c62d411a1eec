""".data 或 .detach() 把卷积核从计算图里摘了出来，梯度就传不到 K。

`.data` or `.detach()` takes the kernel out of the graph, so no gradient reaches K.

Check: gradients
"""


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K.data).sum((2, 3))
