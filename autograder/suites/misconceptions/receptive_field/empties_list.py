"""用 pop 一层层取，把传进来的列表取空了；输入只能读，不能改。

Taking the layers out with `pop` empties the list that came in; the inputs are to be read, not changed.

Check: second_call
"""


def receptive_field(kernel_sizes):
    height = width = 1
    while kernel_sizes:
        k_h, k_w = kernel_sizes.pop()
        height += k_h - 1
        width += k_w - 1
    return height, width
