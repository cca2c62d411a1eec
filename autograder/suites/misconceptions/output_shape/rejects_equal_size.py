"""卷积核和输入一样大时也报错。 / Rejects a kernel as large as the input."""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h >= n_h or k_w >= n_w:
        raise ValueError
    return n_h - k_h + 1, n_w - k_w + 1
