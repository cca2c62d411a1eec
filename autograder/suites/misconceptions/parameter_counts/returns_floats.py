"""返回的是浮点数；参数的个数是整数，而且大的浮点数存不精确。

You return floating-point numbers; a count is a whole number, and large floats are not exact.

Check: public_image
"""


def parameter_counts(height, width, delta):
    n = float(height * width)
    return n**2 + n, (2.0 * height - 1) * (2 * width - 1) + 1, (2.0 * delta + 1) ** 2 + 1
