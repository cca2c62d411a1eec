"""所有位置都加了同一个偏置；这一层还没有平移不变性，U 的形状说明每个位置各有自己的偏置。

Every position gets the same bias. Nothing is translation invariant yet: the shape of U tells that each position has its own.

Check: public_image
"""


def fully_connected(X, W, U):
    return (W * X).sum((2, 3)) + U[0, 0]
