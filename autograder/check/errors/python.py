"""The commonest exceptions of Python: kind and message as regular expressions, and a sentence in zh and en.

The first that fits counts. No sentence repeats a name or a number of the message.
"""

from __future__ import annotations

SENTENCES = (
    (
        "UnboundLocalError",
        r"",
        "局部变量还没有赋值就用到了：看看给它赋值的那一行是不是没有执行到。",
        "A local variable is used before it has a value: see whether the line that assigns it was reached.",
    ),
    (
        "NameError",
        r"",
        "用到了一个没有定义的名字：检查拼写和大小写，以及它是否在用到之前就已定义。",
        "A name is used that was never defined: check its spelling, its capitals, and that it is defined first.",
    ),
    (
        "TypeError",
        r"unsupported operand.*'NoneType'",
        "参与运算的一个值是 None：看看得到它的函数是不是忘了 return。",
        "One of the values in this operation is None: see whether the function it came from forgot its `return`.",
    ),
    (
        "TypeError|AttributeError",
        r"NoneType.* (?:object|has no len)",
        "在 None 上取值或调用：看看得到它的函数是不是忘了 return。",
        "A value that is used here is None: see whether the function it came from forgot its `return`.",
    ),
    (
        "TypeError",
        r"takes \d+ positional arguments? but \d+ (?:was|were) given",
        "传入的参数比函数能接受的多：对照 def 那一行；类里的方法，第一个参数要写 self。",
        "The call passes more arguments than the function takes: compare its `def` line; in a method `self` is first.",
    ),
    (
        "TypeError",
        r"takes no arguments",
        "这个类不接受参数：检查 __init__ 的拼写，前后各有两条下划线。",
        "The class takes no arguments: check the spelling of `__init__`, with two underscores on either side.",
    ),
    (
        "TypeError",
        r"missing \d+ required positional argument",
        "调用时少传了参数：对照 def 那一行，看缺了哪一个。",
        "The call passes too few arguments: compare the function's `def` line to see which one is missing.",
    ),
    (
        "TypeError",
        r"unexpected keyword argument",
        "调用时写了函数没有的参数名：对照 def 那一行检查拼写。",
        "The call names an argument that the function does not have: check the spelling against its `def` line.",
    ),
    (
        "ValueError",
        r"values to unpack",
        "等号左边变量的个数与右边值的个数不一致：先 print 右边，看它有几项。",
        "The number of variables left of `=` is not that of the values on the right: print the right side first.",
    ),
    (
        "TypeError",
        r"cannot unpack non-iterable",
        "右边只有一个值，拆不成几个变量：看看它是不是应当返回一个元组。",
        "The right side is a single value and cannot be unpacked: see whether it should be a tuple.",
    ),
    (
        "IndexError",
        r"^(?:list|tuple|string) (?:assignment )?index out of range",
        "下标超出了列表或元组的长度：下标从 0 数起，看看循环是不是多走了一步。",
        "The index is beyond the end of a list or tuple: counting starts at 0; does a loop go one step too far?",
    ),
    (
        "RecursionError",
        r"",
        "函数不断调用自己，停不下来：检查递归的出口，或者是不是误用了同一个名字。",
        "A function keeps calling itself: check where it should stop, or whether a name is used for two things.",
    ),
    (
        "TypeError",
        r"cannot be interpreted as an integer|indices must be integers|must be tuple of ints, not float",
        "这里需要整数，得到的是小数：整除用 //。",
        "An integer is needed here, but this is a float: use `//` for whole-number division.",
    ),
    (
        "TypeError",
        r"object is not callable",
        "名字后面加了括号，它却不是函数：取值用方括号；也看看是不是漏了乘号。",
        "Something that is no function is called with parentheses: index with `[ ]`; or is a `*` missing?",
    ),
    (
        "TypeError",
        r"descriptor '__init__' of 'super' object",
        "super 后面少了括号：要写 super().__init__()。",
        "`super` lacks its parentheses: write `super().__init__()`.",
    ),
    (
        "TypeError",
        r"does not support item assignment",
        "这个值不能逐项修改：元组改不了，换成列表，或者新建一个。",
        "The items of this value cannot be assigned: a tuple never changes; use a list, or make a new one.",
    ),
    (
        "TypeError",
        r"object is not (?:subscriptable|iterable)|^object of type .* has no len",
        "这个值只是一个数，取不出其中的某一项：print 它的 type，看看前面哪一步就已经不对了。",
        "This value is a single thing without items: print its `type` and see which step before it went wrong.",
    ),
    (
        "TypeError",
        r"unsupported operand|can only concatenate|bad operand type",
        "参与运算的两个值类型不合：分别 print 它们的 type。",
        "The types of the two values do not go together in this operation: print the `type` of each.",
    ),
    (
        "AttributeError",
        r"has no attribute",
        "对象没有这个属性或方法：检查拼写，再 print 它的 type，看看是不是你以为的那一种。",
        "The object has no attribute of this name: check the spelling, and print its `type` to see what it is.",
    ),
    (
        "ModuleNotFoundError|ImportError",
        r"",
        "没有找到要导入的模块：检查拼写，以及它装在哪个环境里。",
        "A module to be imported is not there: check its spelling and the environment that it is installed in.",
    ),
    (
        "ZeroDivisionError",
        r"",
        "除以了 0：print 除数，看看它在什么情况下会是 0。",
        "There is a division by 0: print the divisor and see when it becomes 0.",
    ),
)
