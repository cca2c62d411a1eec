"""放进平移不变的层：Δ 之外的权重为 0。 / The translation invariant layer with zeros beyond Δ."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    H = torch.zeros(h, w, dtype=torch.float64)
    for i in range(h):
        for j in range(w):
            H[i, j] = (V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum() + u
    return H


def convolutional_layer(X, V, u):
    h, w = X.shape
    delta = V.shape[0] // 2
    shared = torch.zeros(2 * h - 1, 2 * w - 1)
    for a in range(-(h - 1), h):
        for b in range(-(w - 1), w):
            if abs(a) <= delta and abs(b) <= delta:
                shared[a + h - 1, b + w - 1] = V[a + delta, b + delta]
    return translation_invariant(X, shared, u)
