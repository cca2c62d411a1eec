""".data 或 .detach() 把图像从计算图里摘了出来，梯度就传不到 X。

`.data` or `.detach()` takes the image out of the graph, so no gradient reaches X.

Check: gradients
"""


def corr2d(X, K):
    h, w = K.shape
    return (X.detach().unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3))
