"""Returns a list of ten million items."""


def corr2d(X, K):
    return [0] * 10_000_000
