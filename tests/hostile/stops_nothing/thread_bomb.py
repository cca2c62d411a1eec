"""Starts threads as long as it gets any."""

import threading
import time

while True:
    threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
