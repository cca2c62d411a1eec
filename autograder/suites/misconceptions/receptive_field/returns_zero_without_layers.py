"""一层都没有时，你返回了 0；这时输出就是输入，一个元素看得见它自己。

With no layer you return 0; the output is the input then, and an element sees itself.

Check: no_layer
"""


def receptive_field(kernel_sizes):
    if len(kernel_sizes) == 0:
        return 0, 0
    return 1 + sum(k[0] - 1 for k in kernel_sizes), 1 + sum(k[1] - 1 for k in kernel_sizes)
