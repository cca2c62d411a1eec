"""偏移之后的下标可能落在图像之外，要先判断再取像素；那里的像素当作 0。

A shifted index may fall outside the image: look before you read the pixel. Pixels out there count as zero.

Check: weighted_sum
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
