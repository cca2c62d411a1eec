"""两个方向都用了第一个数，只有正方形才对；高和宽要分别计算。

Both directions use the first number, which is right for squares only; work out height and width apart.

Check: not_square
"""


def output_shape(input_shape, kernel_shape):
    if kernel_shape[0] > input_shape[0] or kernel_shape[1] > input_shape[1]:
        raise ValueError("kernel too large")
    size = input_shape[0] - kernel_shape[0] + 1
    return size, size
