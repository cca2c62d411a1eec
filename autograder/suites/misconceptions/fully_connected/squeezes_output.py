"""去掉了长度为 1 的维度。 / Drops dimensions of length one."""


def fully_connected(X, W, U):
    return ((W * X).sum((2, 3)) + U).squeeze()
