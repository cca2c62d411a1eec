"""直接在 U 上累加，改动了输入。 / Adds up in U itself, which changes an input."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    for i in range(h):
        for j in range(w):
            U[i, j] += (V[i, j, h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum()
    return U
