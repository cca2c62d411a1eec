"""偏置被截成了整数，小数部分丢了；偏置是实数，不需要 int()。

The bias is cut down to a whole number and loses its fraction; a bias is a real number, so nothing calls for int().

Check: not_square
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = X.clone()
    for i in range(h):
        for j in range(w):
            weights = V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j]
            H[i, j] = int(U[i, j]) + (weights * X).sum()
    return H
