"""Leaves by GeneratorExit."""


def corr2d(X, K):
    raise GeneratorExit
    return X
