"""截取 V 中落在图像之内的部分。 / The part of V that lies inside the image."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    rows = []
    for i in range(h):
        rows.append(torch.stack([(V[h - 1 - i : 2 * h - 1 - i, w - 1 - j : 2 * w - 1 - j] * X).sum() for j in range(w)]))
    return torch.stack(rows) + u
