"""偏移量 (a, b) 直接当了 V 的下标；零偏移并不存放在下标 0 处，看看 reindex 把它放在哪里。

The offset (a, b) itself serves as index into V; the offset zero is not stored at index 0. See where `reindex` put it.

Check: weighted_sum
"""


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
