"""返回了异常，而不是抛出。 / Returns the error instead of raising it."""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h or k_w > n_w:
        return ValueError('kernel too large')
    return n_h - k_h + 1, n_w - k_w + 1
