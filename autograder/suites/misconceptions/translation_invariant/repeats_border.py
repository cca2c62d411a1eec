"""图像之外重复边上的像素。 / Repeats the border outside the image."""

import torch


def translation_invariant(X, V, u):
    h, w = X.shape
    padded = torch.nn.functional.pad(X[None, None], (w - 1, w - 1, h - 1, h - 1), mode="replicate")[0, 0]
    return (padded.unfold(0, 2 * h - 1, 1).unfold(1, 2 * w - 1, 1) * V).sum((2, 3)) + u
