"""少算了一个点：最简单的一阶差分用到几个采样？

You are one point short: how many samples does the simplest first difference use?

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return d
