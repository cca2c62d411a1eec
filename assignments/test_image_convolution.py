"""「图像卷积」的公开测试：在 image_convolution.py 所在的文件夹里运行 pytest 即可。

The public tests of the convolutions: run plain `pytest` in the folder of image_convolution.py.
"""

import image_convolution as mine
import pytest
import torch
from torch import nn

NONE = "返回了 None：还没有写，或者忘了 return / got None: not written yet, or a missing return"
IMAGE = torch.tensor([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]])
KERNEL = torch.tensor([[0.0, 1.0], [2.0, 3.0]])


def check_tensor(got, expected):
    """检查张量的类型、形状和数值。 / Check the type, the shape and the values of a tensor."""
    expected = torch.as_tensor(expected)
    assert got is not None, NONE
    assert isinstance(got, torch.Tensor), f"应返回张量，得到 {type(got)} / a tensor is expected, got {type(got)}"
    shapes = tuple(got.shape), tuple(expected.shape)
    assert shapes[0] == shapes[1], f"形状是 {shapes[0]}，应为 {shapes[1]} / the shape is {shapes[0]}, not {shapes[1]}"
    right = torch.allclose(got.detach().double(), expected.double(), atol=1e-4)
    assert right, f"数值不对 / wrong values\n得到 / got\n{got}\n应为 / expected\n{expected}"


def check_value(got, expected):
    """检查一个元组。 / Check a tuple."""
    assert got is not None, NONE
    assert isinstance(got, tuple), f"应返回元组，得到 {type(got)} / a tuple is expected, got {type(got)}"
    assert got == expected, f"得到 {got}，应为 {expected} / got {got}, expected {expected}"


def make_layer(weight, bias):
    """做一个参数已知的卷积层。 / Make a layer whose parameters are known."""
    layer = mine.Conv2D(tuple(weight.shape))
    started = isinstance(layer, nn.Module) and "_parameters" in vars(layer)  # it has them once initialised
    names = {name for name, _ in layer.named_parameters()} if started else set()
    message = f"参数应是 weight 和 bias，得到 {names} / the parameters should be weight and bias, got {names}"
    assert names == {"weight", "bias"}, message
    with torch.no_grad():
        layer.weight.copy_(weight)
        layer.bias.fill_(bias)
    return layer


def test_corr2d():
    """课文的例子。 / The lesson's example."""
    check_tensor(mine.corr2d(IMAGE, KERNEL), [[19, 25], [37, 43]])


def test_corr2d_not_square():
    """非正方形的图像和卷积核。 / An image and a kernel that are not square."""
    image = torch.arange(8.0).reshape(2, 4)
    check_tensor(mine.corr2d(image, torch.tensor([[1.0, 0.0, -1.0]])), [[-2, -2], [-2, -2]])


def test_output_shape():
    """课文的例子，再加一个非正方形的。 / The lesson's example, and one that is not square."""
    check_value(mine.output_shape((3, 3), (2, 2)), (2, 2))
    check_value(mine.output_shape((6, 8), (1, 2)), (6, 7))


def test_output_shape_too_large():
    """卷积核比图像大。 / A kernel that is larger than the image."""
    with pytest.raises(ValueError):  # noqa: PT011 - any message will do
        mine.output_shape((3, 3), (4, 1))


def test_conv2d():
    """互相关，再加偏置。 / The cross-correlation, and the bias."""
    assert mine.corr2d(IMAGE, KERNEL) is not None, "先写 corr2d / write corr2d first"
    check_tensor(make_layer(KERNEL, 1.0)(IMAGE), [[20, 26], [38, 44]])


def test_conv2d_gradients():
    """梯度传到两个参数。 / Gradients reach both parameters."""
    assert mine.corr2d(IMAGE, KERNEL) is not None, "先写 corr2d / write corr2d first"
    layer = make_layer(KERNEL, 1.0)
    layer(IMAGE).sum().backward()
    check_tensor(layer.weight.grad, [[8, 12], [20, 24]])
    check_tensor(layer.bias.grad, [4])


def test_edge_image():
    """6×8，中间四列为 0。 / 6×8, with four black columns in the middle."""
    check_tensor(mine.edge_image(), [[1, 1, 0, 0, 0, 0, 1, 1]] * 6)


def test_edge_kernel():
    """由白变黑得 1，由黑变白得 −1。 / 1 from white to black, −1 from black to white."""
    kernel = mine.edge_kernel()
    check_tensor(kernel * 0 if kernel is not None else None, torch.zeros(1, 2))
    row = torch.tensor([1.0, 1, 0, 0, 0, 0, 1, 1])
    check_tensor(row[:-1] * kernel[0, 0] + row[1:] * kernel[0, 1], [0, 1, 0, 0, 0, -1, 0])


def test_learn_kernel():
    """从边缘图像学到 [[1, -1]]。 / Learn [[1, -1]] from the edge image."""
    image = torch.tensor([[1.0, 1, 0, 0, 0, 0, 1, 1]] * 6)
    answer = mine.learn_kernel(image, image[:, :-1] - image[:, 1:])
    assert answer is not None, NONE
    kernel, losses = answer
    assert len(losses) == 10, f"应有 10 个损失，得到 {len(losses)} 个 / 10 losses are expected, got {len(losses)}"
    assert float(losses[-1]) < float(losses[0]), "损失没有下降 / the loss does not fall"
    check_tensor(kernel.detach().round(), [[1, -1]])


def test_receptive_field():
    """课文的例子，再加一个非正方形的。 / The lesson's example, and one that is not square."""
    check_value(mine.receptive_field([(2, 2), (2, 2)]), (3, 3))
    check_value(mine.receptive_field([(3, 1), (5, 2)]), (7, 2))


def test_receptive_field_mask():
    """课文图 6.2.1 的阴影部分。 / The shaded part of the lesson's figure 6.2.1."""
    mask = mine.receptive_field_mask([(2, 2)], (3, 3), (0, 0))
    check_tensor(mask, [[True, True, False], [True, True, False], [False, False, False]])
    assert mask.dtype == torch.bool, f"应为 torch.bool，得到 {mask.dtype} / torch.bool is expected, got {mask.dtype}"
