"""Leaves by KeyboardInterrupt."""


def corr2d(X, K):
    raise KeyboardInterrupt
    return X
