"""A tensor crosses whatever its layout, so that packing is never a student's fault."""

from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack
from autograder.worker.shared.values import Foreign

LIMIT = 1 << 20


class Mine(torch.Tensor):
    """A subclass as students write them."""


def inference(tensor):
    with torch.inference_mode():
        return tensor.clone()


IMAGE = torch.arange(12.0).reshape(3, 4)
VIEWS = {  # what right answers return, by how they came to it
    "transposed": lambda x: x.T,
    "every second column": lambda x: x[:, 1::2],
    "odd strides of one element": lambda x: x.cumsum(-1)[..., -1],
    "expanded from no dimension": lambda _: torch.ones(()).expand(1, 5),
    "one element, expanded": lambda x: x.sum().expand(1),
    "one of many columns": lambda x: x[:1, :1].expand(7, 4)[:1, ::3],
    "parts of a Fourier transform": lambda x: torch.fft.irfft2(torch.fft.rfft2(x)).real[:2, :3],
    "the imaginary part of a conjugate": lambda x: torch.complex(x, x).conj().imag,
    "a real part": lambda x: torch.complex(x, x).real[:, 1:],
    "windows": lambda x: x.unfold(0, 2, 1).unfold(1, 2, 1),
    "strides of zero": lambda x: x.as_strided((2, 3), (0, 1)),
    "sparse": lambda x: x.to_sparse(),
    "sparse by rows": lambda x: x.to_sparse_csr(),
    "a subclass": lambda x: x.as_subclass(Mine),
    "a parameter": lambda x: torch.nn.Parameter(x),
    "with a graph": lambda x: x.clone().requires_grad_() * 2,
    "made in inference mode": inference,
    "no elements": lambda x: x[:0].T,
    "no dimensions": lambda x: x.sum(),
    "channels last": lambda x: x.expand(2, 3, 3, 4).contiguous(memory_format=torch.channels_last),
}


@pytest.mark.filterwarnings("ignore:Sparse CSR")
@pytest.mark.parametrize("dtype", [torch.float32, torch.float64, torch.int64, torch.bfloat16, torch.bool])
@pytest.mark.parametrize("name", VIEWS)
def test_a_tensor_crosses_whatever_its_layout(name, dtype):
    integral = not dtype.is_floating_point
    if integral and name in ("parts of a Fourier transform", "a parameter", "with a graph", "strides of zero"):
        pytest.skip("this needs floating-point numbers")
    if "conjugate" in name or "real" in name:
        dtype = torch.float32  # of which there are complex numbers
    try:
        tensor = VIEWS[name](IMAGE.to(dtype))
    except RuntimeError:
        pytest.skip("torch does not have this for the dtype")
    back = unpack(pack(tensor, LIMIT))
    dense = tensor.detach().to_dense() if tensor.layout is not torch.strided else tensor.detach()
    assert type(back) is torch.Tensor
    assert (back.dtype, back.shape) == (dense.dtype, dense.shape)
    assert back.tolist() == dense.tolist()


class Hidden(torch.Tensor):
    """A subclass that answers nothing."""

    @classmethod
    def __torch_dispatch__(cls, function, _types, _args=(), _options=None):
        raise ValueError(function)


def test_a_tensor_that_hides_its_values_is_named():
    back = unpack(pack([torch.Tensor._make_subclass(Hidden, IMAGE)], LIMIT))
    assert back == [Foreign("torch.Tensor (float32, (3, 4), cpu)")]


CHANGES = [  # of a view, given a dimension and a step
    lambda x, _dim, _step: x[None],
    lambda x, _dim, _step: x._neg_view(),
    lambda x, _dim, _step: torch.complex(x, x).conj().imag,
    lambda x, dim, _step: x.transpose(0, dim),
    lambda x, dim, _step: x.narrow(dim, 0, x.shape[dim] // 2),
    lambda x, dim, step: x.movedim(dim, 0)[::step],
    lambda x, dim, step: x.unsqueeze(0).expand(step, *x.shape).movedim(0, dim),
    lambda x, dim, _step: x.movedim(dim, 0)[-1:][0] if x.shape[dim] else x,
    lambda x, dim, _step: x.cumsum(dim),
]


@given(st.lists(st.tuples(st.sampled_from(CHANGES), st.integers(0, 6), st.integers(1, 3)), max_size=6))
@settings(deadline=None)
def test_a_tensor_crosses_after_any_changes_of_its_view(changes):
    tensor = torch.arange(2.0 * 3 * 4).reshape(2, 3, 4)
    for change, dim, step in changes:
        if tensor.dim():
            tensor = change(tensor, dim % tensor.dim(), step)
    back = unpack(pack(tensor, LIMIT))
    assert back.shape == tensor.shape
    assert back.tolist() == tensor.tolist()


@pytest.mark.parametrize("dtype", [torch.float8_e4m3fn, torch.float8_e5m2])
def test_a_float_of_eight_bits_crosses_as_one_of_32(dtype):
    back = unpack(pack(torch.tensor([1.5, -2.0]).to(dtype), LIMIT))
    assert (back.dtype, back.tolist()) == (torch.float32, [1.5, -2.0])
