"""正负号反了。 / Has the signs the wrong way round."""

import torch


def edge_kernel():
    return torch.tensor([[-1.0, 1.0]])
