"""后两种层仍然给每个像素数了一个偏置；想一想平移不变性让 U 变成了什么。

The last two layers still count one bias for each pixel; think of what translation invariance makes of U.

Check: shared
"""


def parameter_counts(height, width, delta):
    n = height * width
    return n**2 + n, (2 * height - 1) * (2 * width - 1) + n, (2 * delta + 1) ** 2 + n
