"""Leaves processes in sessions of their own behind, each the child of a dead one."""

import os
import signal
import time

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork():
            os._exit(0)
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except OSError:
                pass
        time.sleep(4321)
        os._exit(0)


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
