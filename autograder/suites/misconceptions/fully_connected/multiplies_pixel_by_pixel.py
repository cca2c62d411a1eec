"""每个输出只用了同一位置的那一个像素；全连接的意思是，每个输出都与所有像素相连。

Each output uses only the pixel at its own place; fully connected means that it is connected to every pixel.

Check: weighted_sum
"""

import torch


def fully_connected(X, W, U):
    return torch.einsum("ijij,ij->ij", W, X) + U
