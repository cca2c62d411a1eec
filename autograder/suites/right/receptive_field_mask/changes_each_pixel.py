"""逐个改变输入像素，看输出变不变。 / Changes each input pixel and looks at the output."""

import torch


def receptive_field_mask(kernel_sizes, input_shape, position):
    def output(X):
        for h, w in kernel_sizes:
            X = X.unfold(0, h, 1).unfold(1, w, 1).amax((2, 3))
        return X[position]

    mask = torch.zeros(input_shape, dtype=torch.bool)
    for i in range(input_shape[0]):
        for j in range(input_shape[1]):
            X = torch.zeros(input_shape)
            X[i, j] = 1
            mask[i, j] = output(X) != 0
    return mask
