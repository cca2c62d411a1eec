"""你给每一阶都算了两个点；再求一次差分，核只宽一格。

You count two points for every order; one more difference makes the kernel only one wider.

Check: first_and_second
"""


def minimum_kernel_width(d):
    if d < 0:
        raise ValueError("d < 0")
    return 2 * d + 1
