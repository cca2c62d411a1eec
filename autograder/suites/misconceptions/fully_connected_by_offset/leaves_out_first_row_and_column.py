"""下标为 0 的行和列没有算进去；检查边界条件里该不该包含 0。

The row and the column of index 0 are left out; check whether your bounds include 0.

Check: weighted_sum
"""


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
