"""核放在函数之外，每次调用都在上面继续改动，第二次就不对了；在函数里新建。

The kernel lives outside the function and every call goes on changing it; create it inside.

Check: second_call
"""

import torch

K = torch.ones(1, 2)


def edge_kernel():
    K[0, 1] -= 2
    return K
