"""The reference of `fc_to_conv` against plain loops, linear algebra and torch's own convolution, in float64."""

from itertools import product

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch.nn.functional import conv2d

SIDES = st.integers(1, 5)
SEEDS = st.integers(0, 1000)


def normal(seed, *shape):
    """Return float64 values of either sign."""
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed), dtype=torch.float64)


def look_up(X, i, j):
    """Return the pixel (i, j), 0 outside the image."""
    h, w = X.shape
    return float(X[i, j]) if 0 <= i < h and 0 <= j < w else 0.0


def sum_over_offsets(X, V):
    """Sum V[a, b] X[i+a, j+b] one term at a time; the offset (0, 0) is in the middle of V."""
    reach_h, reach_w = V.shape[0] // 2, V.shape[1] // 2
    H = torch.zeros_like(X)
    for i, j in product(*map(range, X.shape)):
        for a, b in product(range(-reach_h, reach_h + 1), range(-reach_w, reach_w + 1)):
            H[i, j] += V[a + reach_h, b + reach_w] * look_up(X, i + a, j + b)
    return H


def same_padding(X, V, u):
    """Return torch's own convolution with the padding that keeps the image's shape."""
    padding = V.shape[0] // 2, V.shape[1] // 2
    return u + conv2d(X[None, None], V[None, None], padding=padding)[0, 0]


@given(SIDES, SIDES, SEEDS)
def test_fully_connected_is_a_matrix_product(solution, h, w, seed):
    """The weight, flattened to a matrix, times the flattened image."""
    X, W, U = normal(seed, h, w), normal(seed + 1, h, w, h, w), normal(seed + 2, h, w)
    expected = (W.reshape(h * w, h * w) @ X.flatten()).reshape(h, w) + U
    torch.testing.assert_close(solution.fully_connected(X, W, U), expected)


@given(SIDES, SIDES, SEEDS)
def test_reindex_by_definition(solution, h, w, seed):
    """Element by element, and as many zeros as there are offsets outside the image."""
    W = normal(seed, h, w, h, w)
    V = solution.reindex(W)
    assert V.shape == (h, w, 2 * h - 1, 2 * w - 1)
    for i, j, row, column in product(range(h), range(w), range(h), range(w)):
        assert V[i, j, row - i + h - 1, column - j + w - 1] == W[i, j, row, column]
    assert int((V != 0).sum()) == int((W != 0).sum())


@given(SIDES, SIDES, SEEDS)
def test_both_forms_of_the_fully_connected_layer_agree(solution, h, w, seed):
    """Re-indexing changes the form, not the layer."""
    X, W, U = normal(seed, h, w), normal(seed + 1, h, w, h, w), normal(seed + 2, h, w)
    by_offset = solution.fully_connected_by_offset(X, solution.reindex(W), U)
    torch.testing.assert_close(by_offset, solution.fully_connected(X, W, U))


@given(SIDES, SIDES, SEEDS)
def test_translation_invariant_by_definition(solution, h, w, seed):
    """The plain sum, and torch's own convolution."""
    X, V, u = normal(seed, h, w), normal(seed + 1, 2 * h - 1, 2 * w - 1), 1.5
    H = solution.translation_invariant(X, V, u)
    torch.testing.assert_close(H, u + sum_over_offsets(X, V))
    torch.testing.assert_close(H, same_padding(X, V, u))


@given(SIDES, SIDES, st.integers(0, 6), SEEDS)
def test_convolutional_layer_is_same_padding(solution, h, w, delta, seed):
    """Also for a Δ that exceeds the image."""
    X, V, u = normal(seed, h, w), normal(seed + 1, 2 * delta + 1, 2 * delta + 1), -2
    torch.testing.assert_close(solution.convolutional_layer(X, V, u), same_padding(X, V, u))


def test_convolutional_layer_by_definition(solution):
    """The plain sum over |a|, |b| <= Δ."""
    X, V, u = normal(0, 4, 6), normal(1, 5, 5), 0.25
    expected = u + sum_over_offsets(X, V)
    torch.testing.assert_close(solution.convolutional_layer(X, V, u), expected)


@given(SIDES, SIDES, SEEDS)
def test_locality_is_a_special_case(solution, h, w, seed):
    """Shared weights that vanish beyond Δ = 1 give the local layer."""
    X, local = normal(seed, h, w), normal(seed + 1, 3, 3)
    padded = torch.zeros(2 * h + 1, 2 * w + 1, dtype=torch.float64)
    padded[h - 1 : h + 2, w - 1 : w + 2] = local
    shared = padded[1:-1, 1:-1]
    torch.testing.assert_close(solution.translation_invariant(X, shared, 3), solution.convolutional_layer(X, local, 3))


@pytest.mark.parametrize(("h", "w", "delta"), [(1, 1, 0), (3, 4, 1), (2, 7, 3), (5, 2, 6)])
def test_parameter_counts_are_the_sizes_of_the_tensors(solution, h, w, delta):
    """Weights and biases, counted in tensors of the contract's shapes."""
    fully_connected = torch.zeros(h, w, h, w).numel() + torch.zeros(h, w).numel()
    shared = solution.reindex(torch.zeros(h, w, h, w))[0, 0].numel() + 1
    local = torch.zeros(2 * delta + 1, 2 * delta + 1).numel() + 1
    assert solution.parameter_counts(h, w, delta) == (fully_connected, shared, local)


def test_parameter_counts_are_exact_for_large_images(solution):
    """120 megapixels: written out, and a case that float64 gets wrong."""
    assert solution.parameter_counts(12000, 10000, 3) == (14400000120000000, 479956002, 50)
    pixels = 9001 * 13333
    assert solution.parameter_counts(9001, 13333, 50)[0] == pixels * (pixels + 1) != int(float(pixels) ** 2 + pixels)
    assert all(type(count) is int for count in solution.parameter_counts(9001, 13333, 50))


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_dtype_is_kept(solution, dtype):
    """The expectation of a suite is the reference in float64."""
    X, W = normal(0, 2, 3).to(dtype), normal(1, 2, 3, 2, 3).to(dtype)
    V, U = solution.reindex(W), X
    shared, local = torch.ones(3, 5, dtype=dtype), torch.ones(3, 3, dtype=dtype)
    results = [
        V,
        solution.fully_connected(X, W, U),
        solution.fully_connected_by_offset(X, V, U),
        solution.translation_invariant(X, shared, 2),
        solution.convolutional_layer(X, local, 0.1),
    ]
    assert {result.dtype for result in results} == {dtype}
