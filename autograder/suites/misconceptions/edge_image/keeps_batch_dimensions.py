"""多了批量和通道两个维度；这里要的是二维的图像。

There are two more dimensions, batch and channel; a two-dimensional image is asked for.

Check: image
"""

import torch


def edge_image():
    X = torch.ones(6, 8)
    X[:, 2:6] = 0
    return X.reshape(1, 1, 6, 8)
