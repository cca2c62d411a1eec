"""高和宽反了：应当是 6 行 8 列。

Height and width are exchanged: there should be 6 rows and 8 columns.

Check: image
"""

import torch


def edge_image():
    X = torch.ones((6, 8))
    X[:, 2:6] = 0
    return X.T
