"""还原四阶张量 W，再做全连接。 / The fourth-order W again."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    W = torch.zeros(h, w, h, w, dtype=torch.float64)
    for k in range(h):
        for l in range(w):
            W[:, :, k, l] = V[k : k + h, l : l + w].flip(0, 1)
    return torch.tensordot(W, X.double(), dims=2) + u
