"""W 的前两个下标和后两个下标用反了：哪一对是输出的位置，哪一对是输入的像素？

You exchanged the first two indices of W with the last two: which pair is the output's position, and which the input's pixel?

Check: weighted_sum
"""

import torch


def fully_connected(X, W, U):
    return torch.einsum("klij,kl->ij", W, X) + U
