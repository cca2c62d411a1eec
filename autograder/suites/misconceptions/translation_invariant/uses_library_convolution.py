"""调用了 F.conv2d。 / Calls F.conv2d."""

import torch.nn.functional as F


def translation_invariant(X, V, u):
    h, w = X.shape
    return F.conv2d(X[None, None], V[None, None], padding=(h - 1, w - 1))[0, 0] + u
