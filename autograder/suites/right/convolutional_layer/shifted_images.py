"""把整幅图像平移再累加。 / Whole images, shifted and added."""

import torch


def convolutional_layer(X, V, u):
    h, w = X.shape
    size = len(V)
    padded = torch.nn.ZeroPad2d(size // 2)(X[None])[0]
    H = torch.zeros_like(X)
    for a in range(size):
        for b in range(size):
            H += V[a, b] * padded[a : a + h, b : b + w]
    return H + u
