"""把 0 <= 写成了 0 <，漏掉第一行和第一列。 / Writes 0 < for 0 <=, which loses the first row and column."""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 < i + a < h and 0 < j + b < w:
                        H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
