"""忘了减 1。 / Forgets the minus one."""

def receptive_field(kernel_sizes):
    height = width = 1
    for k_h, k_w in kernel_sizes:
        height += k_h
        width += k_w
    return height, width
