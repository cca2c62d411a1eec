"""对偏移量循环，跳过图像之外的像素。 / Loops over offsets that skip pixels outside."""



def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    if 0 <= i + a < h and 0 <= j + b < w:
                        H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H
