"""只对非负的偏移量求和。 / Sums over non-negative offsets only."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            H[i, j] += (V[i, j, h - 1 : 2 * h - 1 - i, w - 1 : 2 * w - 1 - j] * X[i:, j:]).sum()
    return H
