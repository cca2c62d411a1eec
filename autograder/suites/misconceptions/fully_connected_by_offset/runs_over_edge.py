"""没有检查是否越界。 / Does not check whether the pixel is inside."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
