"""只看最后一层。 / Looks at the last layer only."""

def receptive_field(kernel_sizes):
    return tuple(kernel_sizes[-1]) if kernel_sizes else (1, 1)
