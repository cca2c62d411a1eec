"""Returns a dict of integers that all have one hash, which takes long to build."""


def corr2d(X, K):
    keys = [number * (2**61 - 1) for number in range(3_000)]
    return dict.fromkeys(keys, X)


def edge_image():
    return {float(number * (2**61 - 1)): None for number in range(3_000)}
