"""以为各层一样大。 / Assumes that all layers are alike."""


def receptive_field(kernel_sizes):
    if not kernel_sizes:
        return 1, 1
    k_h, k_w = kernel_sizes[0]
    return len(kernel_sizes) * (k_h - 1) + 1, len(kernel_sizes) * (k_w - 1) + 1
