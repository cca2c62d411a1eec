"""用 V[i, j, a, b] 直接取负下标，忘了加 h-1 和 w-1。 / Indexes V[i, j, a, b] without adding h-1 and w-1."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[i, j, a, b] * X[i + a, j + b]
    return H
