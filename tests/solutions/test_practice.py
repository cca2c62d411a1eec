"""The reference of `practice` against torch's own convolution, NumPy and plain loops, in float64."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

NOT_SCALAR = "grad can be implicitly created only for scalar outputs"
NO_GRAPH = "element 0 of tensors does not require grad and does not have a grad_fn"


@st.composite
def image_and_kernel(draw):
    """Draw an image and a kernel that fits into it, in float64."""
    h, w = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    n_h, n_w = h + draw(st.integers(0, 4)), w + draw(st.integers(0, 4))
    generator = torch.Generator().manual_seed(draw(st.integers(0, 1000)))
    X = torch.randn(n_h, n_w, generator=generator, dtype=torch.float64)
    return X, torch.randn(h, w, generator=generator, dtype=torch.float64)


def convolution(X, K):
    """Return torch's two-dimensional cross-correlation."""
    return nn.functional.conv2d(X[None, None], K[None, None])[0, 0]


class Layer(nn.Module):
    """A layer like Conv2D, made of torch's own convolution."""

    def __init__(self, weight, bias):
        """Hold copies of a weight (k_h, k_w) and a bias (1,)."""
        super().__init__()
        self.weight = nn.Parameter(weight.clone())
        self.bias = nn.Parameter(bias.clone())

    def forward(self, x):
        """Cross-correlate and add the bias."""
        return convolution(x, self.weight) + self.bias


@given(case=image_and_kernel())
def test_cross_correlations_agree_with_torch(solution, case):
    X, K = case
    expected = convolution(X, K)
    for got in (solution.corr2d(X, K), solution.corr2d_matmul(X, K)):
        torch.testing.assert_close(got, expected)


@given(case=image_and_kernel())
def test_im2col_agrees_with_torch(solution, case):
    X, K = case
    expected = nn.functional.unfold(X[None, None], tuple(K.shape))[0].T
    torch.testing.assert_close(solution.im2col(X, tuple(K.shape)), expected, rtol=0, atol=0)


@given(case=image_and_kernel())
def test_kernel_matrix_maps_every_basis_image(solution, case):
    X, K = case
    n_h, n_w = X.shape
    basis = torch.eye(n_h * n_w, dtype=torch.float64).reshape(-1, 1, n_h, n_w)
    expected = nn.functional.conv2d(basis, K[None, None]).flatten(1).T
    torch.testing.assert_close(solution.kernel_matrix(K, (n_h, n_w)), expected)


@pytest.mark.parametrize("name", ["corr2d", "corr2d_matmul"])
def test_gradients_reach_both_inputs(solution, name):
    X, K = torch.randn(4, 5, dtype=torch.float64), torch.randn(2, 3, dtype=torch.float64)
    assert torch.autograd.gradcheck(getattr(solution, name), (X.requires_grad_(), K.requires_grad_()))


@given(n=st.integers(1, 12))
def test_diagonal_image_by_indices(solution, n):
    expected = torch.tensor([[float(j >= i) for j in range(n)] for i in range(n)])
    torch.testing.assert_close(solution.diagonal_image(n), expected)


@given(n=st.integers(2, 12))
def test_diagonal_edges_by_differences(solution, n):
    X = np.triu(np.ones((n, n)))
    expected = (-np.diff(X, axis=1), -np.diff(X.T, axis=1), -np.diff(X, axis=0))
    edges = solution.diagonal_edges(n)
    assert type(edges) is tuple
    for got, wanted in zip(edges, expected, strict=True):
        np.testing.assert_array_equal(got.numpy(), wanted)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
@pytest.mark.parametrize(
    ("trainable", "width", "message"),
    [(True, 5, NOT_SCALAR), (True, 2, ""), (False, 5, NO_GRAPH), (False, 2, NO_GRAPH)],
)
def test_autograd_error(solution, dtype, trainable, width, message):
    layer = Layer(torch.ones(1, 2, dtype=dtype), torch.zeros(1, dtype=dtype)).requires_grad_(trainable)
    assert solution.autograd_error(layer, torch.ones(1, width, dtype=dtype)) == message


def test_autograd_error_of_layer_without_parameters(solution):
    assert solution.autograd_error(nn.ReLU(), torch.ones(2, 3)) == NO_GRAPH


def test_train_layer_agrees_with_sgd(solution):
    X, Y = torch.randn(5, 7, dtype=torch.float64), torch.randn(4, 5, dtype=torch.float64)
    weight, bias = torch.randn(2, 3, dtype=torch.float64), torch.randn(1, dtype=torch.float64)
    layer, twin = Layer(weight, bias), Layer(weight, bias)
    layer(X).sum().backward()  # gradients left over from before
    losses, optimizer = [], torch.optim.SGD(twin.parameters(), lr=3e-3)
    for _ in range(5):
        optimizer.zero_grad()
        loss = nn.functional.mse_loss(twin(X), Y, reduction="sum")
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    assert solution.train_layer(layer, X, Y, 3e-3, 5) == pytest.approx(losses)
    torch.testing.assert_close(layer.weight, twin.weight)
    torch.testing.assert_close(layer.bias, twin.bias)


def test_train_layer_has_the_lessons_defaults(solution):
    X, Y = 0.3 * torch.randn(4, 4), torch.randn(3, 3)
    start = torch.randn(2, 2), torch.randn(1)
    layer, twin = Layer(*start), Layer(*start)
    assert solution.train_layer(layer, X, Y) == solution.train_layer(twin, X, Y, 3e-2, 10)
    torch.testing.assert_close(layer.weight, twin.weight)


@given(a=st.integers(-9, 9), b=st.integers(-9, 9), c=st.integers(-9, 9))
def test_second_derivative_of_quadratics(solution, a, b, c):
    x = torch.arange(-5.0, 6.0)
    kernel = solution.second_derivative_kernel()
    assert kernel.shape == (1, 3)
    torch.testing.assert_close(convolution((a * x**2 + b * x + c)[None], kernel), torch.full((1, 9), 2.0 * a))


@given(n=st.integers(1, 12))
def test_integral_kernel_sums_each_window(solution, n):
    samples = torch.randn(15, dtype=torch.float64)
    kernel = solution.integral_kernel(n).double()
    totals = torch.cat([torch.zeros(1, dtype=torch.float64), samples.cumsum(0)])
    torch.testing.assert_close(convolution(samples[None], kernel)[0], totals[n:] - totals[:-n])


@pytest.mark.parametrize("d", range(11))
def test_derivative_kernel_of_powers(solution, d):
    kernel = solution.derivative_kernel(d)
    assert kernel.shape == (1, d + 1)
    weights = [int(weight) for weight in kernel[0].tolist()]
    for power in range(d + 1):
        wanted = math.factorial(d) if power == d else 0
        for start in range(-3, 4):
            assert sum(weight * (start + k) ** power for k, weight in enumerate(weights)) == wanted


@pytest.mark.parametrize("d", range(11))
def test_minimum_kernel_width_is_the_width_of_the_difference(solution, d):
    width = solution.minimum_kernel_width(d)
    assert width == np.diff(np.eye(d + 1), n=d, axis=0).size
    assert width == solution.derivative_kernel(d).shape[1]


@pytest.mark.parametrize("d", [-1, -7])
def test_minimum_kernel_width_of_negative_order(solution, d):
    with pytest.raises(ValueError, match=str(d)):
        solution.minimum_kernel_width(d)
