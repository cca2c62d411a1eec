"""squeeze 把长度为 1 的维度也去掉了：只有一个窗口时，结果就不是矩阵了。

`squeeze` drops every dimension of length one, so with a single window the result is no matrix any more.

Check: extreme_windows
"""


def im2col(X, kernel_shape):
    h, w = kernel_shape
    return X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w).squeeze()
