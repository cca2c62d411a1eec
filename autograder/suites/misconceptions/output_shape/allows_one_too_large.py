"""卷积核只比输入大 1 时没有抛出异常；看看你的判断包不包括输出为 0 的情况。

A kernel larger by just one passes; see whether your condition includes an output of size 0.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    height, width = n_h - k_h + 1, n_w - k_w + 1
    if height < 0 or width < 0:
        raise ValueError
    return height, width
