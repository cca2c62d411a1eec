"""squeeze 把长度为 1 的维度也去掉了：输出只有一行或一列时，就不再是二维的了。

`squeeze` drops every dimension of length one, so an output of one row or one column is no longer two-dimensional.

Check: row_and_column
"""


def corr2d(X, K):
    h, w = K.shape
    return (X.unfold(0, h, 1).unfold(1, w, 1) * K).sum((2, 3)).squeeze()
