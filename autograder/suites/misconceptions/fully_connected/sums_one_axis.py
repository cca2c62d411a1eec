"""只对最后一个下标求和。 / Sums over the last index only."""


def fully_connected(X, W, U):
    return (W * X).sum(-1) + U
