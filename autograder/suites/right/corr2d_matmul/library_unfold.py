"""F.unfold，这一题允许。 / F.unfold, allowed in this exercise."""

import torch.nn.functional as F


def corr2d_matmul(X, K):
    windows = F.unfold(X[None, None], K.shape)[0]
    return (K.reshape(1, -1) @ windows).reshape(X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1)
