"""H = U 没有复制，只是给同一个张量起了第二个名字，往 H 上累加就改动了输入 U。

`H = U` copies nothing: it is a second name for the same tensor, so adding to H changes the input U.

Check: again
"""


def fully_connected(X, W, U):
    H = U
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            H[i, j] += (W[i, j] * X).sum()
    return H
