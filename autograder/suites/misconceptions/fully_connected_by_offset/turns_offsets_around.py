"""偏移量的方向反了：X 的下标应当是位置加上偏移，而不是减去；减去就成了卷积的写法。

The offsets point the wrong way: from the position you step forward by the offset, not back. Stepping back is how a true convolution reads.

Check: weighted_sum
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 <= i - a < h and 0 <= j - b < w:
                        H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i - a, j - b]
    return H
