"""两个方向都太大才报错。 / Raises only if the kernel is too large in both directions."""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h and k_w > n_w:
        raise ValueError
    return n_h - k_h + 1, n_w - k_w + 1
