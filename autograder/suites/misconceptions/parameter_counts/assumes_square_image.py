"""只用到了高，把图像当成了正方形；宽没有出现在你的公式里。

Only the height is used, as if the image were square; the width does not appear in your formulas.

Check: fully_connected
"""


def parameter_counts(height, width, delta):
    return height**4 + height**2, (2 * height - 1) ** 2 + 1, (2 * delta + 1) ** 2 + 1
