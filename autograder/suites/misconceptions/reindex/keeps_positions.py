"""没有平移，只是补了零。 / Pads with zeros and shifts nothing."""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    V[:, :, :h, :w] = W
    return V
