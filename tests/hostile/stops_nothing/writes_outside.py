"""Writes into the class, the results and the checkout."""

for folder in (CLASS, OUT, ROOT, "/tmp", "/dev/shm", "/var/tmp"):
    try:
        open(f"{folder}/{MARK}", "w").close()
    except OSError:
        pass


def edge_kernel():
    import torch

    return torch.tensor([[1.0, -1.0]])
