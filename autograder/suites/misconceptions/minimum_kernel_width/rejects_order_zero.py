"""d = 0 时也抛出了异常；零阶导数就是函数本身，也有最小的宽度。

You raise an error for d = 0 too; the derivative of order zero is the function itself and has a smallest width.

Check: any_order
"""


def minimum_kernel_width(d):
    if d <= 0:
        raise ValueError("d <= 0")
    return d + 1
