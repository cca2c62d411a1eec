import torch


def fully_connected(X, W, U):
    return U + (W * X).sum((2, 3))


def parameter_counts(height, width, delta):
    n = height * width
    return n ** 2 + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1


attempts = 0
while attempts < 10:
    print(parameter_counts(1000, 1000, 2))


def reindex(W):
    h, w = W.shape[:2]
    V = W.new_zeros((h, w, 2 * h - 1, 2 * w - 1))
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i:2 * h - 1 - i, w - 1 - j:2 * w - 1 - j] = W[i, j]
    return V
