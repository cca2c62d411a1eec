"""The reference of `image_convolution` against torch's own convolution and naive counting, in float64."""

from __future__ import annotations

import itertools

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

sizes = st.tuples(st.integers(1, 5), st.integers(1, 5))


def library(X, K):
    return torch.nn.functional.conv2d(X[None, None], K[None, None])[0, 0]


@given(kernel=sizes, more=st.tuples(st.integers(0, 5), st.integers(0, 5)), seed=st.integers(0, 99))
def test_corr2d_agrees_with_the_library_in_values_and_gradients(solution, kernel, more, seed):
    generator = torch.Generator().manual_seed(seed)
    X = torch.randn([k + m for k, m in zip(kernel, more, strict=True)], generator=generator, dtype=torch.float64)
    K = torch.randn(kernel, generator=generator, dtype=torch.float64)
    X.requires_grad_(), K.requires_grad_()
    torch.testing.assert_close(solution.corr2d(X, K), library(X, K))
    upstream = torch.randn(library(X, K).shape, generator=generator, dtype=torch.float64)
    got = torch.autograd.grad(solution.corr2d(X, K), (X, K), upstream)
    torch.testing.assert_close(got, torch.autograd.grad(library(X, K), (X, K), upstream))


@given(image=sizes, kernel=sizes)
def test_output_shape_is_that_of_the_library_or_an_error(solution, image, kernel):
    if kernel[0] > image[0] or kernel[1] > image[1]:
        with pytest.raises(ValueError, match="fit"):
            solution.output_shape(image, kernel)
    else:
        assert solution.output_shape(image, kernel) == tuple(library(torch.ones(image), torch.ones(kernel)).shape)


def test_the_layer_has_two_parameters_and_adds_its_bias(solution):
    layer = solution.Conv2D((2, 3)).double()
    assert {name: tuple(p.shape) for name, p in layer.named_parameters()} == {"weight": (2, 3), "bias": (1,)}
    x = torch.randn(4, 5, dtype=torch.float64)
    torch.testing.assert_close(layer(x), library(x, layer.weight) + layer.bias)
    layer(x).sum().backward()
    torch.testing.assert_close(layer.bias.grad, torch.full((1,), 9.0, dtype=torch.float64))


def test_the_edge_kernel_finds_the_edges_of_the_edge_image(solution):
    expected = torch.zeros(6, 7)
    expected[:, 1], expected[:, 5] = 1, -1
    assert torch.equal(library(solution.edge_image(), solution.edge_kernel()), expected)


def test_learning_the_edge_kernel_follows_gradient_descent(solution):
    X = solution.edge_image().double()
    kernel, losses = solution.learn_kernel(X, library(X, solution.edge_kernel().double()))
    assert len(losses) == 10
    assert losses == sorted(losses, reverse=True)
    assert float((kernel - solution.edge_kernel()).abs().max()) < 0.2


def test_one_update_is_the_gradient_of_the_summed_squared_error(solution):
    X, Y = torch.randn(4, 5, dtype=torch.float64), torch.randn(3, 3, dtype=torch.float64)
    torch.manual_seed(1)
    start, _ = solution.learn_kernel(X, Y, (2, 3), 0.01, 0)
    torch.manual_seed(1)
    kernel, losses = solution.learn_kernel(X, Y, (2, 3), 0.01, 1)
    start.requires_grad_()
    loss = (library(X, start) - Y).square().sum()
    loss.backward()
    torch.testing.assert_close(kernel, (start - 0.01 * start.grad).detach())
    assert losses[0] == pytest.approx(loss.item())


@given(st.lists(sizes, max_size=3), st.tuples(st.integers(0, 2), st.integers(0, 2)))
def test_the_receptive_field_is_what_moves_the_output(solution, kernels, position):
    rows = position[0] + sum(h - 1 for h, _ in kernels) + 2
    columns = position[1] + sum(w - 1 for _, w in kernels) + 2
    X = torch.ones(rows, columns, dtype=torch.float64, requires_grad=True)
    Y = X
    for kernel in kernels:
        Y = library(Y, torch.ones(kernel, dtype=torch.float64))
    seen = torch.autograd.grad(Y[position], X)[0] != 0
    assert torch.equal(solution.receptive_field_mask(kernels, (rows, columns), position), seen)
    inside = [(i, j) for i, j in itertools.product(range(rows), range(columns)) if seen[i, j]]
    height, width = (max(axis) - min(axis) + 1 for axis in zip(*inside, strict=True))
    assert solution.receptive_field(kernels) == (height, width)
