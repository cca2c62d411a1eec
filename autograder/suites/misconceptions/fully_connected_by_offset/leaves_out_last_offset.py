"""最大的偏移量没有算进去；range 不包含终点，看看 a、b 最大应当取到几。

The largest offset is missing: a `range` leaves its end out, so check the largest values a and b have to take.

Check: weighted_sum
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h - 1):
                for b in range(-(w - 1), w - 1):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
