import torch


def fully_connected(X, W, U):
    return U + torch.einsum("ijkl,kl->ij", W, X)


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            V[i, j, h - 1 - i:2 * h - 1 - i, w - 1 - j:2 * w - 1 - j] = W[i, j]
    return V


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    H = U.clone()
    for i in range(h):
        for j in range(w):
            for a in range(-i, h - i):
                for b in range(-j, w - j):
                    H[i, j] += V[i, j, a + h - 1, b + w - 1] * X[i + a, j + b]
    return H


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.full((h, w), float(u))
    i = 0
    while i < h:
        for j in range(w):
            H[i, j] += (V[h - 1 - i:2 * h - 1 - i, w - 1 - j:2 * w - 1 - j] * X).sum()
    return H


def convolutional_layer(X, V, u):
    h, w = X.shape
    d = V.shape[0] // 2
    padded = torch.zeros(h + 2 * d, w + 2 * d)
    padded[d:d + h, d:d + w] = X
    H = torch.empty(h, w)
    for i in range(h):
        for j in range(w):
            H[i, j] = u + (padded[i:i + 2 * d + 1, j:j + 2 * d + 1] * V).sum()
    return H


def parameter_counts(height, width, delta):
    n = height * width
    return n * n + n, (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
