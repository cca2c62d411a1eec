"""卷积核大一格时没有报错。 / Lets a kernel pass that is larger by one."""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    height, width = n_h - k_h + 1, n_w - k_w + 1
    if height < 0 or width < 0:
        raise ValueError
    return height, width
