"""What a student is told of a wrong value that is the right one for other arguments, which `{name}` names."""

from __future__ import annotations

from autograder.course.text import Text

CHANGE_SENTENCES = {
    "flipped": Text(
        "把 {name} 上下、左右都翻转过来再算，得到的正好是这个结果：{name} 的下标方向反了吗？",
        "It is the right result for {name} flipped both ways: do the indices of {name} run backwards?",
    ),
    "rows_flipped": Text(
        "把 {name} 上下翻转再算，得到的正好是这个结果：{name} 的行下标方向反了吗？",
        "It is the right result for {name} upside down: does the row index of {name} run backwards?",
    ),
    "columns_flipped": Text(
        "把 {name} 左右翻转再算，得到的正好是这个结果：{name} 的列下标方向反了吗？",
        "It is the right result for {name} mirrored: does the column index of {name} run backwards?",
    ),
    "transposed": Text(
        "把 {name} 转置再算，得到的正好是这个结果：{name} 的下标写反了吗？",
        "It is the right result for {name} transposed: are the indices of {name} exchanged?",
    ),
    "absolute": Text(
        "假如 {name} 没有负号，得到的正好是这个结果：{name} 的负号在哪里丢了？",
        "It is the right result for {name} without its minus signs: where are they lost?",
    ),
    "cut": Text(
        "假如 {name} 的负数都是 0，得到的正好是这个结果：{name} 的负数在哪里丢了？",
        "It is the right result for {name} with 0 for what is negative: where is that lost?",
    ),
    "rounded": Text(
        "假如 {name} 都取成整数，得到的正好是这个结果：小数部分在哪里丢了？",
        "It is the right result for {name} rounded to whole numbers: where are its decimals lost?",
    ),
    "ones": Text(
        "假如 {name} 全是 1，得到的正好是这个结果：{name} 的数值用上了吗？",
        "It is the right result for {name} of ones: are the values of {name} used?",
    ),
    "first_element": Text(
        "假如 {name} 处处等于它的第一个元素，得到的正好是这个结果：其余的元素用上了吗？",
        "It would be right if {name} were its first element everywhere: are the others used?",
    ),
    "first_half": Text(
        "假如 {name} 中间以前的部分都是 0，得到的正好是这个结果：循环是从中间开始的吗？",
        "It would be right if {name} were 0 before its middle: does a loop begin at the middle?",
    ),
    "first_repeated": Text(
        "假如 {name} 的每一项都和第一项相同，得到的正好是这个结果：循环里用的总是第一项吗？",
        "It would be right if every item of {name} were the first: does a loop use the first one again and again?",
    ),
    "itself": Text("得到的就是传进来的 {name}，没有变化。", "It is the argument {name}, unchanged."),
    "left_out": Text(
        "假如 {name} 全是 0，得到的正好是这个结果：{name} 漏掉了吗？",
        "It is the right result for {name} of zeros: is {name} left out?",
    ),
    "last_row_and_column": Text(
        "假如 {name} 的最后一行和最后一列都是 0，得到的正好是这个结果：循环少走了一步吗？",
        "It would be right if the last row and column of {name} were 0: does a loop end one step early?",
    ),
    "last_row": Text(
        "假如 {name} 的最后一行是 0，得到的正好是这个结果：循环少走了一行吗？",
        "It would be right if the last row of {name} were 0: does a loop end one row early?",
    ),
    "last_column": Text(
        "假如 {name} 的最后一列是 0，得到的正好是这个结果：循环少走了一列吗？",
        "It would be right if the last column of {name} were 0: does a loop end one column early?",
    ),
    "first_row_and_column": Text(
        "假如 {name} 的第一行和第一列都是 0，得到的正好是这个结果：循环是从 1 开始的吗？",
        "It would be right if the first row and column of {name} were 0: does a loop begin at 1?",
    ),
    "middle": Text(
        "假如 {name} 正中间的元素是 0，得到的正好是这个结果：漏掉了正中间吗？",
        "It would be right if the middle element of {name} were 0: is the middle left out?",
    ),
    "smaller": Text(
        "假如 {name} 小 1，得到的正好是这个结果：范围少取了一个吗？",
        "It would be right if {name} were smaller by 1: is a range one too short?",
    ),
    "larger": Text(
        "假如 {name} 大 1，得到的正好是这个结果：范围多取了一个吗？",
        "It would be right if {name} were larger by 1: is a range one too long?",
    ),
    "sides": Text(
        "把 {name} 里的高和宽对调再算，得到的正好是这个结果：两者写反了吗？",
        "It is the right result for height and width of {name} exchanged: are the two mixed up?",
    ),
    "square": Text(
        "假如 {name} 的高和宽相等，得到的正好是这个结果：是不是把它当成了正方形？",
        "It would be right if height and width of {name} were equal: is it taken for a square?",
    ),
    "first_item": Text(
        "假如 {name} 只有第一项，得到的正好是这个结果：后面的几项用上了吗？",
        "It is the right result for the first item of {name} alone: are the others used?",
    ),
    "last_item": Text(
        "假如 {name} 只有最后一项，得到的正好是这个结果：前面的几项用上了吗？",
        "It is the right result for the last item of {name} alone: are the others used?",
    ),
    "without_last": Text(
        "假如 {name} 没有最后一项，得到的正好是这个结果：循环少走了一步吗？",
        "It would be right without the last item of {name}: does a loop end one step early?",
    ),
    "without_first": Text(
        "假如 {name} 没有第一项，得到的正好是这个结果：循环是从第二项开始的吗？",
        "It would be right without the first item of {name}: does a loop begin at the second?",
    ),
    "reversed": Text(
        "把 {name} 的先后顺序倒过来再算，得到的正好是这个结果：顺序反了吗？",
        "It is the right result for {name} in reverse: is the order turned around?",
    ),
}
EXCHANGED = Text(
    "把 {one} 和 {other} 对调再算，得到的正好是这个结果：两者写反了吗？",
    "It is the right result for {one} and {other} exchanged: are the two mixed up?",
)
