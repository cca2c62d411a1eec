"""resize_ 这类带下划线的方法会就地改变输入：K 的形状从此变了；展平时要得到新的张量。

Methods with a trailing underscore such as `resize_` change the input itself, and K has another shape ever after; make a new tensor.

Check: second_call
"""


def corr2d_matmul(X, K):
    h, w = K.shape
    windows = X.unfold(0, h, 1).unfold(1, w, 1).reshape(-1, h * w)
    return (windows @ K.resize_(h * w)).reshape(X.shape[0] - h + 1, X.shape[1] - w + 1)
