"""得到的值小了一半；拿 x² 代进去算一算，应当是多少？

The values are half of what they should be; put x² in and see what should come out.

Check: square
"""

import torch


def second_derivative_kernel():
    return torch.tensor([[0.5, -1.0, 0.5]])
