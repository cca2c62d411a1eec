import torch


def diagonal_image(n):
    return torch.tril(torch.ones(n, n))


def diagonal_edges(n):
    X = torch.triu(torch.ones(n, n))
    K = torch.tensor([[1.0, -1.0]])
    return corr2d(X, K), corr2d(X.t(), K), corr2d(X, K.t())


def autograd_error(layer, x):
    try:
        layer(x).backward()
    except RuntimeError as error:
        return str(error)
    return ""


def train_layer(layer, X, Y, lr=3e-2, num_epochs=10):
    losses = []
    for _ in range(num_epochs):
        loss = ((layer(X) - Y) ** 2).sum()
        losses.append(loss.item())
        loss.backward()  # gradients of earlier epochs are still there
        with torch.no_grad():
            for parameter in layer.parameters():
                parameter -= lr * parameter.grad
    return losses


def im2col(X, kernel_shape):
    return X.unfold(0, kernel_shape[0], 1).unfold(1, kernel_shape[1], 1).reshape(-1, kernel_shape[0] * kernel_shape[1])


def corr2d_matmul(X, K):
    return corr2d(X, K)


def second_derivative_kernel():
    return torch.tensor([[1.0, -2.0, 1.0]])


def integral_kernel(n):
    return torch.ones((1, n)) / n


def derivative_kernel(d):
    kernel = torch.ones(1, 1)
    for _ in range(d):
        kernel = torch.nn.functional.pad(kernel, (1, 0)) - torch.nn.functional.pad(kernel, (0, 1))
    return kernel


def minimum_kernel_width(d):
    return d + 1
