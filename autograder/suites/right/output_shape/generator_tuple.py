"""两个方向一起算。 / Both directions at once."""


def output_shape(input_shape, kernel_shape):
    shape = tuple(n - k + 1 for n, k in zip(input_shape, kernel_shape))
    if min(shape) <= 0:
        raise ValueError('卷积核比输入大')
    return shape
