"""把两个方向的中心弄反了。 / Swaps the centres of the two directions."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for k in range(h):
                for l in range(w):
                    H[i, j] += V[i, j, k - i + w - 1, l - j + h - 1] * X[k, l]
    return H
