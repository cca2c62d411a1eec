"""把平移后的图像按卷积核加权求和。 / A weighted sum of shifted images."""


def corr2d(X, K):
    h, w = K.shape
    n, m = X.shape[0] - h + 1, X.shape[1] - w + 1
    Y = 0
    for a in range(h):
        for b in range(w):
            Y = Y + K[a, b] * X[a:a + n, b:b + m]
    return Y
