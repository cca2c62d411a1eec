"""偏置被截成了整数，小数部分丢了；偏置是实数，不需要 int()。

The bias is cut down to a whole number and loses its fraction; a bias is a real number, so nothing calls for int().

Check: not_square
"""


def fully_connected(X, W, U):
    H = (W * X).sum((2, 3))
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            H[i, j] += int(U[i, j])
    return H
