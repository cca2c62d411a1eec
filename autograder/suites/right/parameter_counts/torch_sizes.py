"""torch.Size 的 numel，元组是 torch.Size。 / numel of torch.Size, and a torch.Size for a tuple."""

import torch


def parameter_counts(height, width, delta):
    weight = torch.Size((height, width, height, width)).numel()
    bias = torch.Size((height, width)).numel()
    shared = torch.Size((2 * height - 1, 2 * width - 1)).numel()
    local = torch.Size((2 * delta + 1, 2 * delta + 1)).numel()
    return torch.Size((weight + bias, shared + 1, local + 1))
