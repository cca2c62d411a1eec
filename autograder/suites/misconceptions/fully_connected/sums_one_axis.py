"""只对一个下标求了和，还剩一个没有求；全连接层的每个输出要看整幅图像，而不只是一行。

You summed over one index and left another standing; an output of a fully connected layer sees the whole image, not one row.

Check: weighted_sum
"""


def fully_connected(X, W, U):
    return (W * X).sum(-1) + U
