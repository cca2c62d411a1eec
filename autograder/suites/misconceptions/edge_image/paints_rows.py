"""涂黑的是行，不是列；第一个下标是行，第二个才是列。

You painted rows, not columns; the first index is for rows, the second for columns.

Check: image
"""

import torch


def edge_image():
    X = torch.ones((6, 8))
    X[2:6] = 0
    return X
