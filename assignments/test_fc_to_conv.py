"""「从全连接层到卷积」的公开测试：在 fc_to_conv.py 所在的文件夹里运行 pytest 即可。

The public tests of this assignment: run plain `pytest` in the folder of fc_to_conv.py.
"""

import fc_to_conv
import torch


def check_tensor(got, expected):
    """检查张量的类型、形状和数值。 / Check the type, the shape and the values of a tensor."""
    expected = torch.as_tensor(expected)
    assert got is not None, "返回了 None：还没有写，或者忘了 return / got None: not written yet, or a missing return"
    assert isinstance(got, torch.Tensor), f"应返回张量，得到 {type(got)} / a tensor is expected, got {type(got)}"
    shapes = tuple(got.shape), tuple(expected.shape)
    assert shapes[0] == shapes[1], f"形状是 {shapes[0]}，应为 {shapes[1]} / the shape is {shapes[0]}, not {shapes[1]}"
    right = torch.allclose(got.detach().double(), expected.double(), atol=1e-4)
    assert right, f"数值不对 / wrong values\n得到 / got\n{got}\n应为 / expected\n{expected}"


def check_counts(got, expected):
    """检查三个整数的元组。 / Check a tuple of three whole numbers."""
    assert got is not None, "返回了 None：还没有写，或者忘了 return / got None: not written yet, or a missing return"
    assert isinstance(got, tuple), f"应返回元组，得到 {type(got)} / a tuple is expected, got {type(got)}"
    for count in got:
        assert type(count) is not bool, "应为整数，得到 bool / whole numbers are expected, got a bool"
        assert isinstance(count, int), f"应为整数，得到 {type(count)} / whole numbers are expected, got {type(count)}"
    assert got == expected, f"得到 {got}，应为 {expected} / got {got}, expected {expected}"


def small_image():
    """2×2 的图像。 / An image of 2×2."""
    return torch.tensor([[1.0, 2.0], [3.0, 4.0]])


def small_bias():
    """每个位置一个偏置。 / One bias for each position."""
    return torch.tensor([[0.0, 10.0], [20.0, 30.0]])


def small_weight():
    """2×2 图像的权重 W，数值为 0 到 15。 / The weight W for an image of 2×2, its values 0 to 15."""
    return torch.arange(16.0).reshape(2, 2, 2, 2)


def small_weight_by_offset():
    """同样的权重，按偏移量排列，偏移量 (0, 0) 在正中。 / The same by offset, with the offset (0, 0) in the middle."""
    return torch.tensor([
        [[[0.0, 0, 0], [0, 0, 1], [0, 2, 3]], [[0, 0, 0], [4, 5, 0], [6, 7, 0]]],
        [[[0, 8, 9], [0, 10, 11], [0, 0, 0]], [[12, 13, 0], [14, 15, 0], [0, 0, 0]]],
    ])  # fmt: skip


def test_fully_connected():
    """2×2 的图像，左上角是 0 + 0·1 + 1·2 + 2·3 + 3·4 = 20。 / An image of 2×2; the top left is this sum."""
    H = fc_to_conv.fully_connected(small_image(), small_weight(), small_bias())
    check_tensor(H, [[20, 70], [120, 170]])


def test_fully_connected_of_one_row():
    """只有一行的图像。 / An image of one row."""
    W = torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]])
    H = fc_to_conv.fully_connected(torch.tensor([[1.0, 2.0]]), W, torch.tensor([[0.5, -1.0]]))
    check_tensor(H, [[5.5, 10]])


def test_reindex():
    """2×2 的图像。 / An image of 2×2."""
    check_tensor(fc_to_conv.reindex(small_weight()), small_weight_by_offset())


def test_reindex_of_one_row():
    """只有一行的图像，偏移量 b 依次是 -1、0、1。 / An image of one row; the offsets b are -1, 0, 1."""
    V = fc_to_conv.reindex(torch.tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]]))
    check_tensor(V, [[[[0, 1, 2]], [[3, 4, 0]]]])


def test_fully_connected_by_offset():
    """结果与 fully_connected 相同。 / The result is that of fully_connected."""
    H = fc_to_conv.fully_connected_by_offset(small_image(), small_weight_by_offset(), small_bias())
    check_tensor(H, [[20, 70], [120, 170]])


def test_fully_connected_by_offset_of_one_row():
    """只有一行的图像。 / An image of one row."""
    V = torch.tensor([[[[0.0, 1.0, 2.0]], [[3.0, 4.0, 0.0]]]])
    H = fc_to_conv.fully_connected_by_offset(torch.tensor([[1.0, 2.0]]), V, torch.tensor([[0.5, -1.0]]))
    check_tensor(H, [[5.5, 10]])


def test_translation_invariant():
    """2×2 的图像，左上角是 10 + 5·1 + 6·2 + 8·3 + 9·4 = 87。 / An image of 2×2; the top left is this sum."""
    V = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    H = fc_to_conv.translation_invariant(small_image(), V, 10)
    check_tensor(H, [[87, 77], [57, 47]])


def test_translation_invariant_of_one_row():
    """只有一行的图像，u 是小数。 / An image of one row; u is a fraction."""
    H = fc_to_conv.translation_invariant(torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0, 4.0, 5.0]]), 0.5)
    check_tensor(H, [[14.5, 11.5]])


def test_convolutional_layer():
    """Δ = 1，左上角是 10 + 5·1 + 6·2 + 8·4 + 9·5 = 104。 / Δ = 1; the top left is this sum."""
    X = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    V = torch.tensor([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]])
    H = fc_to_conv.convolutional_layer(X, V, 10)
    check_tensor(H, [[104, 164, 116], [68, 101, 68]])


def test_convolutional_layer_of_one_weight():
    """Δ = 0：只看同一个像素。 / Δ = 0: the same pixel only."""
    H = fc_to_conv.convolutional_layer(torch.tensor([[1.0, 2.0]]), torch.tensor([[3.0]]), 0.5)
    check_tensor(H, [[3.5, 6.5]])


def test_parameter_counts():
    """3×4 的图像，Δ = 1。 / An image of 3×4, Δ = 1."""
    check_counts(fc_to_conv.parameter_counts(3, 4, 1), (156, 36, 10))


def test_parameter_counts_of_one_megapixel():
    """一百万像素，Δ = 10：从一万亿到几百。 / One megapixel, Δ = 10: from a trillion to some hundreds."""
    check_counts(fc_to_conv.parameter_counts(1000, 1000, 10), (1000001000000, 3996002, 442))
