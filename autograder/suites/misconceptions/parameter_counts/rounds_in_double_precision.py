"""中途变成了 float，超过 2 的 53 次方的整数就不精确了；最后再转成 int 也找不回来。

On the way the number becomes a float, which is not exact beyond 2 to the power of 53; `int` at the end does not bring it back.

Check: large_images
"""


def parameter_counts(height, width, delta):
    n = float(height * width)
    return int(n**2 + n), (2 * height - 1) * (2 * width - 1) + 1, (2 * delta + 1) ** 2 + 1
