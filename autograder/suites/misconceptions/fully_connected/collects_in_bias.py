"""结果直接加在了 U 上，输入就被改动了；H = U 并不复制，只是给同一个张量起了第二个名字。

The sums are added to U itself, which changes an input; `H = U` copies nothing, it is a second name for the same tensor.

Check: second_call
"""


def fully_connected(X, W, U):
    H = U
    for i in range(X.shape[0]):
        for j in range(X.shape[1]):
            H[i, j] += (W[i, j] * X).sum()
    return H
