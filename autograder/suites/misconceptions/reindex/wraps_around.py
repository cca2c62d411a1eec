"""越出图像的下标用取余绕了回来，于是图像之外也有了权重；那里应当是什么，题目里写了。

The remainder brings indices outside the image back into it, so V has weights out there; the exercise says what belongs there.

Check: outside
"""

import torch


def reindex(W):
    h, w = W.shape[:2]
    V = torch.zeros(h, w, 2 * h - 1, 2 * w - 1)
    for i in range(h):
        for j in range(w):
            for a in range(-(h - 1), h):
                for b in range(-(w - 1), w):
                    V[i, j, a + h - 1, b + w - 1] = W[i, j, (i + a) % h, (j + b) % w]
    return V
