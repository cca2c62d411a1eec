"""用乘积来判断会看错：两个负数相乘是正数；两个方向要分别检查。

The product misleads: two negative sizes have a positive one; check the two directions apart.

Check: too_high_and_wide
"""


def output_shape(input_shape, kernel_shape):
    (n_h, n_w), (k_h, k_w) = input_shape, kernel_shape
    height, width = n_h - k_h + 1, n_w - k_w + 1
    if height * width <= 0:
        raise ValueError
    return height, width
