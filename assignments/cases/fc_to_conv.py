"""“从全连接层到卷积”的公开示例：每个示例问什么、应当得到什么。

The public cases of this assignment: what each one asks, and what is expected.
"""

import torch
from check.asking import call, numbers, second_call
from check.model import Case, Text, Windows
from torch import tensor

IMAGE, BIAS = tensor([[1.0, 2.0], [3.0, 4.0]]), tensor([[0.0, 10.0], [20.0, 30.0]])
WEIGHT = torch.arange(16.0).reshape(2, 2, 2, 2)
BY_OFFSET = tensor([
    [[[0.0, 0, 0], [0, 0, 1], [0, 2, 3]], [[0, 0, 0], [4, 5, 0], [6, 7, 0]]],
    [[[0, 8, 9], [0, 10, 11], [0, 0, 0]], [[12, 13, 0], [14, 15, 0], [0, 0, 0]]],
])  # fmt: skip
ROW, ROW_BIAS = tensor([[1.0, 2.0]]), tensor([[0.5, -1.0]])
ROW_WEIGHT = tensor([[[[1.0, 2.0]], [[3.0, 4.0]]]])
ROW_BY_OFFSET = tensor([[[[0.0, 1.0, 2.0]], [[3.0, 4.0, 0.0]]]])
COLUMN_BY_OFFSET = tensor([[0, 0, 1, -2, 3], [0, -4, 0.5, 6, 0], [7, -8, 9, 0, 0]]).reshape(3, 1, 5, 1)
KERNEL = torch.arange(1.0, 10).reshape(3, 3)
WIDE = torch.arange(1.0, 7).reshape(2, 3)

CASES = (
    Case(
        "fully_connected",
        Text("2×2 的图像：左上角是 0 + 0·1 + 1·2 + 2·3 + 3·4 = 20", "an image of 2×2; the top left is this sum: 20"),
        call("fully_connected", IMAGE, WEIGHT, BIAS),
        tensor([[20, 70], [120, 170]]),
    ),
    Case(
        "fully_connected",
        Text("只有一行的图像，有小数", "an image of one row, with fractions"),
        call("fully_connected", ROW, ROW_WEIGHT, ROW_BIAS),
        tensor([[5.5, 10]]),
    ),
    Case(
        "fully_connected",
        Text("2×3 的图像，数值有正有负", "an image of 2×3, of either sign"),
        call("fully_connected", numbers(2, 3), numbers(2, 3, 2, 3), numbers(2, 3)),
        tensor([[14.5, 5.25, -9.5], [-5, 2.25, 1.25]]),
    ),
    Case(
        "fully_connected",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("fully_connected", (IMAGE, WEIGHT, BIAS), (-IMAGE, WEIGHT, 2 * BIAS)),
        tensor([[-20, -40], [-60, -80]]),
    ),
    Case(
        "reindex",
        Text("2×2 的图像", "an image of 2×2"),
        call("reindex", WEIGHT),
        BY_OFFSET,
    ),
    Case(
        "reindex",
        Text("只有一行的图像：偏移量 b 依次是 −1、0、1", "an image of one row; the offsets b are −1, 0, 1"),
        call("reindex", ROW_WEIGHT),
        tensor([[[[0, 1, 2]], [[3, 4, 0]]]]),
    ),
    Case(
        "reindex",
        Text("只有一列的图像", "an image of one column"),
        call("reindex", tensor([[1, -2, 3], [-4, 0.5, 6], [7, -8, 9]]).reshape(3, 1, 3, 1)),
        COLUMN_BY_OFFSET,
    ),
    Case(
        "reindex",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("reindex", (WEIGHT,), (-WEIGHT,)),
        -BY_OFFSET,
    ),
    Case(
        "fully_connected_by_offset",
        Text("结果与 fully_connected 相同", "the result is that of fully_connected"),
        call("fully_connected_by_offset", IMAGE, BY_OFFSET, BIAS),
        tensor([[20, 70], [120, 170]]),
    ),
    Case(
        "fully_connected_by_offset",
        Text("只有一行的图像", "an image of one row"),
        call("fully_connected_by_offset", ROW, ROW_BY_OFFSET, ROW_BIAS),
        tensor([[5.5, 10]]),
    ),
    Case(
        "fully_connected_by_offset",
        Text("只有一列的图像，数值有正有负", "an image of one column, of either sign"),
        call("fully_connected_by_offset", tensor([[1.0], [-2.0], [0.5]]), COLUMN_BY_OFFSET, numbers(3, 1)),
        tensor([[4], [-1], [26.5]]),
    ),
    Case(
        "fully_connected_by_offset",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("fully_connected_by_offset", (IMAGE, BY_OFFSET, BIAS), (-IMAGE, BY_OFFSET, 2 * BIAS)),
        tensor([[-20, -40], [-60, -80]]),
    ),
    Case(
        "translation_invariant",
        Text("2×2 的图像：左上角是 10 + 5·1 + 6·2 + 8·3 + 9·4 = 87", "an image of 2×2; the top left is this sum: 87"),
        call("translation_invariant", IMAGE, KERNEL, 10),
        tensor([[87, 77], [57, 47]]),
        picture=Windows(torch.nn.functional.pad(IMAGE, (1, 1, 1, 1)), KERNEL, 10),
    ),
    Case(
        "translation_invariant",
        Text("只有一行的图像，u 是小数", "an image of one row; u is a fraction"),
        call("translation_invariant", ROW, tensor([[3.0, 4.0, 5.0]]), 0.5),
        tensor([[14.5, 11.5]]),
        picture=Windows(tensor([[0.0, 1.0, 2.0, 0.0]]), tensor([[3.0, 4.0, 5.0]]), 0.5),
    ),
    Case(
        "translation_invariant",
        Text("2×3 的图像，数值有正有负", "an image of 2×3, of either sign"),
        call("translation_invariant", numbers(2, 3), numbers(3, 5), -1.5),
        tensor([[-6.75, -8.75, 0.25], [-0.25, 0.5, 4]]),
    ),
    Case(
        "translation_invariant",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("translation_invariant", (IMAGE, KERNEL, 10), (-IMAGE, KERNEL, 2)),
        tensor([[-75, -65], [-45, -35]]),
    ),
    Case(
        "convolutional_layer",
        Text("Δ = 1：左上角是 10 + 5·1 + 6·2 + 8·4 + 9·5 = 104", "Δ = 1; the top left is this sum: 104"),
        call("convolutional_layer", WIDE, KERNEL, 10),
        tensor([[104, 164, 116], [68, 101, 68]]),
        picture=Windows(torch.nn.functional.pad(WIDE, (1, 1, 1, 1)), KERNEL, 10),
    ),
    Case(
        "convolutional_layer",
        Text("Δ = 0：只看同一个像素", "Δ = 0: the same pixel only"),
        call("convolutional_layer", ROW, tensor([[3.0]]), 0.5),
        tensor([[3.5, 6.5]]),
        picture=Windows(ROW, tensor([[3.0]]), 0.5),
    ),
    Case(
        "convolutional_layer",
        Text("Δ = 3 超出图像，数值有正有负", "Δ = 3 exceeds the image; values of either sign"),
        call("convolutional_layer", numbers(2, 3), numbers(7, 7), -1.5),
        tensor([[10.25, -11, 3.5], [-6.5, 2.5, -10.5]]),
    ),
    Case(
        "convolutional_layer",
        Text("3×4 的图像，u 是整数，X 有小数", "an image of 3×4 with fractions; u is a whole number"),
        call("convolutional_layer", numbers(3, 4), numbers(3, 3), 3),
        tensor([[3.25, -4.25, -1.75, 5.75], [-1, 5.75, 2.25, 12], [1.75, -5.25, 16, -4.5]]),
    ),
    Case(
        "convolutional_layer",
        Text("再次调用，输入保持原样", "a second call, and inputs that stay as they were"),
        second_call("convolutional_layer", (WIDE, KERNEL, 10), (-WIDE, KERNEL, 2)),
        tensor([[-92, -152, -104], [-56, -89, -56]]),
    ),
    Case(
        "parameter_counts",
        Text("3×4 的图像，Δ = 1", "an image of 3×4, Δ = 1"),
        call("parameter_counts", 3, 4, 1),
        (156, 36, 10),
    ),
    Case(
        "parameter_counts",
        Text("一百万像素，Δ = 10：从一万亿到几百", "one megapixel, Δ = 10: from a trillion to some hundreds"),
        call("parameter_counts", 1000, 1000, 10),
        (1000001000000, 3996002, 442),
    ),
    Case(
        "parameter_counts",
        Text("一亿多像素也要精确", "exact for more than a hundred megapixels too"),
        call("parameter_counts", 9013, 13401, 2),
        (14588584663386582, 483088026, 26),
    ),
    Case(
        "parameter_counts",
        Text("Δ 超出图像", "Δ exceeds the image"),
        call("parameter_counts", 2, 1, 3),
        (6, 4, 50),
    ),
)

# 这些题要自己写，代码里不能出现这些名字。 / These exercises ask for one's own code, without these names.
CONVOLUTION = (
    r"(torch|numpy|scipy)\.(\w+\.)*(\w*[cC]onv(?!ert)\w*|correlate\w*)|torch\.nn\.grad\..*|scipy\.(signal|ndimage).*"
)
FORBIDDEN = {"translation_invariant": (CONVOLUTION,), "convolutional_layer": (CONVOLUTION,)}
