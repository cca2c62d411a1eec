"""异常是返回的，不是抛出的；return 一个异常对象，调用者并不会知道出了错。

The error is returned, not raised; a caller who gets an exception as a value does not notice that anything is wrong.

Check: too_high
"""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    if k_h > n_h or k_w > n_w:
        return ValueError('kernel too large')
    return n_h - k_h + 1, n_w - k_w + 1
