"""V 的后两个下标被当成了像素的位置；它们是偏移量，同一个下标在不同的 (i, j) 处指向不同的像素。

The last two indices of V are read as positions; they are offsets, and one index means another pixel at every (i, j).

Check: weighted_sum
"""


def fully_connected_by_offset(X, V, U):
    h, w = X.shape
    return (V[:, :, :h, :w] * X).sum((2, 3)) + U
