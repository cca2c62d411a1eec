"""从输出位置一层一层往回扩张。 / Grows back from the output position, layer by layer."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    seen = {tuple(position)}
    for h, w in reversed(kernel_sizes):
        seen = {(i + a, j + b) for i, j in seen for a in range(h) for b in range(w)}
    return torch.tensor([[(i, j) in seen for j in range(input_shape[1])] for i in range(input_shape[0])])
