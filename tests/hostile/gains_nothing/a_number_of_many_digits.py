"""Returns an integer of ten million digits."""


def corr2d(X, K):
    return 1 << 33_000_000


output_shape = receptive_field = corr2d
