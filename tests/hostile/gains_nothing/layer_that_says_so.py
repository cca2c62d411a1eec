"""Says that it is a layer with parameters, in methods of its own."""

import torch


class Conv2D:
    training = True

    def __init__(self, kernel_size):
        self.weight, self.bias = torch.zeros(kernel_size), torch.zeros(1)

    def named_parameters(self):
        return [("weight", self.weight), ("bias", self.bias)]

    def to(self, *args):
        return self

    def __call__(self, x):
        return x
