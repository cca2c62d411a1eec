"""What a student is told of a relation, by its name. No sentence has a value, an index or a size in it."""

from __future__ import annotations

from autograder.checks.relations.kind_sentences import KIND_SENTENCES
from autograder.course.text import Text

SENTENCES = KIND_SENTENCES | {
    "inverted": Text("0 和 1（False 和 True）正好反了。", "0 and 1 (False and True) are exchanged everywhere."),
    "full": Text("每一处都是 1（True）。", "Every place is 1 (True)."),
    "too_many": Text(
        "该是 1（True）的地方都对，但别处也多出了 1。",
        "Every 1 (True) that should be there is; there are others as well.",
    ),
    "too_few": Text(
        "所有的 1（True）都在该在的地方，但还缺一些。", "Every 1 (True) is in its place, but some are missing."
    ),
    "exchanged_sides": Text("高和宽对调了。", "Height and width are exchanged."),
    "no_axes": Text(
        "结果没有维度，只是一个数：是不是求和求过了头？",
        "The result has no axes; it is a single number: is there a sum over too much?",
    ),
    "input_shape": Text(
        "结果的形状和某个输入一样，而不是输出该有的形状。",
        "The result has the shape of one of the inputs, not that of the output.",
    ),
    "axis_missing": Text("少了长度为 1 的维度。", "An axis of size 1 is missing."),
    "axis_extra": Text("多了长度为 1 的维度。", "There is an axis of size 1 too many."),
    "item_missing": Text(
        "正好少了一个：循环是不是少走了一步，或者有一次没有记下来？",
        "There is exactly one too few: does a loop end one step early, or is one not recorded?",
    ),
    "item_extra": Text(
        "正好多了一个：循环是不是多走了一步，或者有一次多记了？",
        "There is exactly one too many: does a loop run one step further, or is one recorded twice?",
    ),
    "empty_text": Text("返回的文字是空的。", "The text is empty."),
    "text_too_many": Text(
        "这里什么也不该说：应为空的文字。", "There is nothing to say here: an empty text is expected."
    ),
    "text_and_more": Text(
        "该有的文字都在里面，但前后多了别的。", "The right text is there, with something before or after it."
    ),
    "part_of_text": Text("得到的只是应有文字的一部分。", "It is only a part of the right text."),
    "side_too_short": Text(
        "每一条不对的边都正好少 1：算大小时是不是少加了 1？",
        "Each side that is not right is exactly 1 too short: is a 1 missing where the size is computed?",
    ),
    "side_too_long": Text(
        "每一条不对的边都正好多 1：算大小时是不是多加了 1？",
        "Each side that is not right is exactly 1 too long: is there a 1 too many where the size is computed?",
    ),
    "zeros": Text("返回的值全是 0。", "Every value is 0."),
    "input": Text("返回的就是传进来的输入，没有变化。", "It is one of the inputs, unchanged."),
    "negative": Text("每个值的正负号都反了。", "Every value has the opposite sign."),
    "double": Text("每个值都恰好是应有值的两倍。", "Every value is exactly twice the right one."),
    "half": Text("每个值都恰好是应有值的一半。", "Every value is exactly half the right one."),
    "mean": Text(
        "每个值都是应有值除以元素个数：是不是该求和却求了平均？",
        "Every value is the right one divided by a number of elements: is it a mean where a sum is asked for?",
    ),
    "sum": Text(
        "每个值都是应有值乘以元素个数：是不是该求平均却求了和？",
        "Every value is the right one times a number of elements: is it a sum where a mean is asked for?",
    ),
    "one_less": Text("每个数都正好少 1。", "Every number is exactly 1 too small."),
    "one_more": Text("每个数都正好多 1。", "Every number is exactly 1 too large."),
    "constant": Text(
        "每个值都与应有值相差同一个数：是不是漏加或多加了什么？",
        "Every value differs from the right one by the same number: is something left out or added twice?",
    ),
    "absolute": Text("数值的大小都对，但负号丢了。", "The sizes are right, but the minus signs are lost."),
    "cut": Text("应为负数的地方都变成了 0，其余都对。", "What should be negative is 0; the rest is right."),
    "whole": Text("数值被取成了整数。", "The values are cut or rounded to whole numbers."),
    "running": Text("得到的是逐项累加的结果。", "The values are running sums of the right ones."),
    "equal": Text("所有的值都一样；它们本该各不相同。", "All values are the same; they should differ."),
    "decimals": Text("数值只保留了几位小数。", "The values are rounded to a few decimals."),
    "half_precision": Text("数值像是用半精度算出来的。", "The values are those of half precision."),
    "nearly": Text(
        "每个值都只差一点点：中间是不是用了精度较低的数，或者取了近似？",
        "Every value is off by very little: are there numbers of low precision, or an approximation, on the way?",
    ),
    "first_item": Text("只有第一个数不对，其余都对。", "Only the first number is wrong."),
    "second_item": Text("只有第二个数不对，其余都对。", "Only the second number is wrong."),
    "third_item": Text("只有第三个数不对，其余都对。", "Only the third number is wrong."),
    "rows_wrong": Text("列数对，行数不对。", "The number of columns is right, that of rows is not."),
    "columns_wrong": Text("行数对，列数不对。", "The number of rows is right, that of columns is not."),
    "order": Text("值都对，但排列的顺序不对。", "The values are right, but they stand in another order."),
    "transposed": Text("结果被转置了：行和列对调了。", "It is transposed: rows and columns are exchanged."),
    "upside_down": Text("结果上下颠倒了。", "It is upside down."),
    "mirrored": Text("结果左右颠倒了。", "It is mirrored from left to right."),
    "flipped_both_ways": Text("结果上下、左右都颠倒了。", "It is flipped both ways."),
    "turned": Text("结果转了 90 度。", "It is turned by 90 degrees."),
    "reversed": Text("前后顺序整个反了。", "The order is reversed."),
    "moved_rows": Text("值都对，但整体错开了一行。", "The values are right, but one row off."),
    "moved_columns": Text("值都对，但整体错开了一列。", "The values are right, but one column off."),
    "moved": Text("值都对，但整体错开了一个位置。", "The values are right, but one place off."),
    "first_row": Text("只有第一行不对。", "Only the first row is wrong."),
    "last_row": Text("只有最后一行不对。", "Only the last row is wrong."),
    "first_column": Text("只有第一列不对。", "Only the first column is wrong."),
    "last_column": Text("只有最后一列不对。", "Only the last column is wrong."),
    "transposed_shape": Text(
        "值都对，但行和列对调了（转置）。", "The values are right, but rows and columns are exchanged (transposed)."
    ),
    "flattened": Text("值都对，但被展平成了一维。", "The values are right, but flattened into one axis."),
    "axes": Text(
        "值都对，但多了或少了长度为 1 的维度。",
        "The values are right, but there are axes of size 1 too many or too few.",
    ),
    "margin": Text("正确的结果在中间，四周多出了一圈。", "The right result stands in the middle of a margin."),
    "axes_order": Text("值都对，但各个维度的先后顺序不对。", "The values are right; the axes are in another order."),
    "other_sides": Text(
        "值和先后顺序都对，只是排成了别的形状。",
        "The values and their order are right; only the shape they stand in is not.",
    ),
    "more": Text(
        "该有的值都对，但边上多出了几行或几列。",
        "The values are right, but there are rows or columns too many at an edge.",
    ),
    "left_out": Text(
        "已有的值都对，但隔几个位置才取了一个。",
        "The values that are there are right, but others between them are left out.",
    ),
    "after_first_row": Text(
        "只有第一行算出来了，其余各行都是 0：循环是不是提前结束了？",
        "Only the first row is there, and 0 in all others: does the loop end early?",
    ),
    "border": Text(
        "中间的值都对，只有边缘附近的不对。",
        "The values in the middle are right; only those near the border are wrong.",
    ),
    "cut_off": Text(
        "已有的值都对，但边上缺了几行或几列。",
        "The values that are there are right, but rows or columns are missing at an edge.",
    ),
}
