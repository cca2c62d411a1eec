"""Returns a million empty lists, in lists."""


def corr2d(X, K):
    return [[[] for _ in range(1_000)] for _ in range(1_000)]
