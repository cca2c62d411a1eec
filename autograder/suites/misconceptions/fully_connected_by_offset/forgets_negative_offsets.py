"""只加了非负的偏移量，上方和左边的像素都漏掉了。

Only offsets of zero and more are added; the pixels above and to the left are left out.

Check: weighted_sum
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            H[i, j] += (V[i, j, h - 1 : 2 * h - 1 - i, w - 1 : 2 * w - 1 - j] * X[i:, j:]).sum()
    return H
