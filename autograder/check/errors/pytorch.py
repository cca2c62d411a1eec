"""The commonest exceptions of PyTorch: kind and message as regular expressions, and a sentence in zh and en.

The first that fits counts. No sentence repeats a name or a number of the message.
"""

from __future__ import annotations

SENTENCES = (
    (
        "RuntimeError",
        r"^expand\(.*size=\[\]\)",
        "等号左边只放得下一个数，右边却是有好几个数的张量：是不是忘了 .sum()？",
        "The left side holds one number, the right is a tensor of several: is `.sum()` missing?",
    ),
    (
        "RuntimeError",
        r"^expand\(|The expanded size of the tensor|doesn't match the broadcast shape",
        "等号两边的形状不同，右边放不进左边：分别 print 两边的 .shape。",
        "The two sides of the assignment differ in shape: print the `.shape` of both.",
    ),
    (
        "RuntimeError",
        r"The size of tensor a .* must match the size of tensor b",
        "两个张量形状不同，不能逐元素运算：分别 print 它们的 .shape，看切片有没有取错，循环的行列有没有弄反或走过头。",
        "Two tensors that differ in shape meet element by element: print the `.shape` of both; is a slice off, or "
        "does a loop run too far, or over rows for columns?",
    ),
    (
        "RuntimeError",
        r"mat1 and mat2 shapes cannot be multiplied|^size mismatch|inconsistent tensor size",
        "矩阵乘法要求左边的列数等于右边的行数：检查形状；逐元素相乘用 *，不用 @。",
        "A matrix product needs as many columns on the left as rows on the right; `*` goes element by element.",
    ),
    (
        "IndexError",
        r"is out of bounds for dimension",
        "下标超出了张量的范围：下标从 0 数起，看看循环是不是多走了一步，行和列是不是弄反了。",
        "An index is outside of the tensor: counting starts at 0; does a loop go a step too far? Are axes exchanged?",
    ),
    (
        "IndexError",
        r"too many indices for tensor|Dimension out of range",
        "张量的维数没有这么多：print 它的 .shape，看看维数是不是在前面少了。",
        "The tensor has fewer dimensions than are used here: print its `.shape` and see where one was lost.",
    ),
    (
        "RuntimeError",
        r"can't be cast to the desired output type",
        "把小数放进了整数张量：一开始就用浮点数，如 torch.zeros(…) 或 .float()。",
        "A float is put into a tensor of integers: use floats from the start, as with `torch.zeros(…)` or `.float()`.",
    ),
    (
        "RuntimeError",
        r"same dtype|could not infer output dtype|only Tensors of floating point",
        "张量的 dtype 不合适，或者彼此不同：print 它们的 .dtype，用 .float() 换成浮点数。",
        "The dtype of a tensor does not fit, or two of them differ: print each `.dtype` and convert with `.float()`.",
    ),
    (
        "RuntimeError|ValueError|TypeError",
        r"cannot be converted to Scalar|only one element tensors can be converted",
        "含多个元素的张量不能变成一个数：先 .sum()，或取出其中一个元素；要合成张量，用 torch.stack。",
        "A tensor of several elements is no single number: sum it or pick one; to join tensors use `torch.stack`.",
    ),
    (
        "RuntimeError",
        r"Boolean value of Tensor",
        "if 或 while 后面是含多个元素的张量，不知道算真还是算假：用 .all()、.any()，或比较 .shape。",
        "A tensor of several elements is used as a condition: use `.all()` or `.any()`, or compare its `.shape`.",
    ),
    (
        "RuntimeError",
        r"is invalid for input of size",
        "reshape 前后元素的个数不同：新形状各维的乘积应等于元素的总数。",
        "The new shape holds another number of elements: the product of its sizes must be the number of elements.",
    ),
    (
        "RuntimeError",
        r"view size is not compatible",
        "这个张量在内存里不连续，不能用 view：改用 reshape。",
        "The tensor is not contiguous, so `view` cannot be used: use `reshape`.",
    ),
    (
        "AttributeError",
        r"cannot assign (?:parameters?|module) before Module\.__init__\(\)",
        "先声明了参数，后初始化 nn.Module：在 __init__ 的第一行写 super().__init__()。",
        "Parameters are assigned before nn.Module is set up: begin `__init__` with `super().__init__()`.",
    ),
    (
        "TypeError",
        r"cannot assign .* as parameter",
        "把普通的张量赋给了参数：包上 nn.Parameter，或在 torch.no_grad() 里用 -= 更新。",
        "A plain tensor is assigned to a parameter: wrap it in `nn.Parameter`, or use `-=` in `torch.no_grad()`.",
    ),
    (
        "RuntimeError",
        r"negative dimension",
        "张量的大小算成了负数：检查求形状的式子，以及大小相减的顺序。",
        "The size of a tensor came out negative: check how the shape is computed, and what is subtracted from what.",
    ),
    (
        "RuntimeError",
        r"stack expects each tensor to be equal size|Tensors must have same number of dimensions",
        "要拼在一起的张量形状不同：分别 print 它们的 .shape。",
        "The tensors that are joined differ in shape: print the `.shape` of each.",
    ),
    (
        "RuntimeError",
        r"maximum size for tensor at dimension",
        "窗口比张量还大：print 两者的 .shape，看看行和列是不是弄反了。",
        "The window is larger than the tensor: print the `.shape` of both; are rows and columns exchanged?",
    ),
    (
        "TypeError",
        r"invalid combination of arguments|must be .*, not ",
        "传给 torch 函数的参数类型不对：print 每个参数的 type，看看是不是多套了一层元组。",
        "An argument of a torch function has the wrong type: print the `type` of each; is one a tuple too deep?",
    ),
)
