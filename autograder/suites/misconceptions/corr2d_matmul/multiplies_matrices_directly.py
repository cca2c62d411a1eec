"""把 X 和 K 当矩阵直接相乘。 / Multiplies X and K as matrices."""


def corr2d_matmul(X, K):
    return X @ K
