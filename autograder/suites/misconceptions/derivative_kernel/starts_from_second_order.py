"""奇数阶少做了一次差分：你总是两次两次地做，多出来的那一次被漏掉了。

Odd orders lack one difference: you take them two at a time, and the one left over is dropped.

Check: odd_orders
"""

import torch


def derivative_kernel(d):
    if d == 1:
        return torch.tensor([[-1.0, 1.0]])
    kernel = torch.ones(1)
    for _ in range(d // 2):
        longer = torch.zeros(len(kernel) + 2)
        for shift, weight in enumerate((1, -2, 1)):
            longer[shift : shift + len(kernel)] += weight * kernel
        kernel = longer
    return kernel.reshape(1, -1)
