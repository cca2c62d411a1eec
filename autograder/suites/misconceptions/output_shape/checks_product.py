"""用乘积判断，两个负数相乘成了正数。 / Looks at the product, which is positive for two negative sizes."""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    height, width = n_h - k_h + 1, n_w - k_w + 1
    if height * width <= 0:
        raise ValueError
    return height, width
