"""The commonest exceptions of NumPy: kind and message as regular expressions, and a sentence in zh and en.

The first that fits counts. No sentence repeats a name or a number of the message.
"""

from __future__ import annotations

SENTENCES = (
    (
        "ValueError",
        r"^operands could not be broadcast together|^could not broadcast input array",
        "两个数组的形状合不起来：分别 print 它们的 .shape，看切片有没有取错，循环的行和列有没有弄反或走过头。",
        "The shapes of two arrays do not go together: print the `.shape` of both; is a slice off, or does a loop "
        "run too far, or over rows for columns?",
    ),
    (
        "ValueError",
        r"^matmul: |^shapes .* not aligned",
        "矩阵乘法要求左边的列数等于右边的行数：print 两边的 .shape；逐元素相乘用 *，不用 @。",
        "A matrix product needs as many columns on the left as rows on the right; `*` goes element by element.",
    ),
    (
        "IndexError",
        r"is out of bounds for axis",
        "下标超出了数组的范围：下标从 0 数起，看看循环是不是多走了一步，行和列是不是弄反了。",
        "An index is outside of the array: counting starts at 0; does a loop go a step too far? Are axes exchanged?",
    ),
    (
        "IndexError|AxisError",
        r"^too many indices for array|^axis .* is out of bounds for array",
        "数组的维数没有这么多：print 它的 .shape，看看维数是不是在前面少了。",
        "The array has fewer dimensions than are used here: print its `.shape` and see where one was lost.",
    ),
    (
        "ValueError",
        r"^The truth value of an array",
        "if 或 while 后面是含多个元素的数组，不知道算真还是算假：用 .all()、.any()，或比较 .shape。",
        "An array of several elements is used as a condition: use `.all()` or `.any()`, or compare its `.shape`.",
    ),
    (
        "ValueError",
        r"^cannot reshape array",
        "reshape 前后元素的个数不同：新形状各维的乘积应等于元素的总数。",
        "The new shape holds another number of elements: the product of its sizes must be the number of elements.",
    ),
    (
        "ValueError|TypeError",
        r"^setting an array element with a sequence",
        "一个位置只放得下一个数，放进去的却是好几个：看看各行是不是一样长，是不是忘了求和。",
        "One place holds one number, but here are several: are all rows of one length? Is a sum missing?",
    ),
    (
        "TypeError",
        r"^only .*arrays can be converted to (?:Python scalars|a scalar index)",
        "含多个元素的数组不能变成一个数：先求和，或取出其中一个元素；下标要用整数。",
        "An array of several elements is no single number: sum it or pick one; an index must be an integer.",
    ),
    (
        "ValueError",
        r"^all the input array|^all input arrays must have the same shape",
        "要拼在一起的数组形状不同：分别 print 它们的 .shape。",
        "The arrays that are joined differ in shape: print the `.shape` of each.",
    ),
)
