"""What a student is told of a value of the wrong kind: what came, and how what is asked for is made of it."""

from __future__ import annotations

from autograder.course.text import Text

KIND_SENTENCES = {
    "function": Text(
        "得到的是一个函数，而不是它的结果：是不是少写了调用的括号？",
        "It is a function, not what the function gives: are the brackets of a call missing?",
    ),
    "lazy": Text(
        "得到的东西还没有算出来：用 list(...) 或 tuple(...) 把它展开。",
        "Its items are not made yet: `list(...)` or `tuple(...)` makes them.",
    ),
    "complex": Text("要的是实数：取实部用 .real。", "Real numbers are asked for; `.real` gives the real part."),
    "array_for_tensor": Text(
        "得到的是 NumPy 数组：全程用 torch 计算，结果就是张量，梯度也不会断。",
        "It is a NumPy array: computed with torch throughout, the result is a tensor and keeps its gradients.",
    ),
    "array_for_list": Text(
        "得到的是数组，要的是 Python 列表：用 .tolist() 转换。",
        "It is an array where a Python list is asked for: `.tolist()` converts it.",
    ),
    "array_for_tuple": Text(
        "得到的是数组，要的是元组：有几个结果就用逗号隔开一起返回，数组 a 则用 tuple(a.tolist()) 转换。",
        "It is an array where a tuple is asked for: return several results with commas; "
        "`tuple(a.tolist())` converts an array `a`.",
    ),
    "array_for_number": Text(
        "得到的是数组，要的是一个数：只有一个元素就用 .item() 取出来；有好几个，是不是少求了一次和？",
        "It is an array where one number is asked for: `.item()` takes out a single element; "
        "if there are several, is a sum missing?",
    ),
    "number_of_numpy": Text(
        "得到的是 NumPy 的数，不是 Python 的：用 int(...) 或 float(...) 转换。",
        "It is a number of NumPy's, not of Python's: `int(...)` or `float(...)` converts it.",
    ),
    "numbers_for_bool": Text(
        "这里要的是布尔张量：比较（如 == 0、> 0）的结果就是，也可以用 .bool()。",
        "A tensor of bool is asked for: a comparison such as `> 0` gives one, and so does `.bool()`.",
    ),
    "numbers_for_bool_array": Text(
        "这里要的是布尔数组：比较（如 == 0、> 0）的结果就是，也可以用 .astype(bool)。",
        "An array of bool is asked for: a comparison such as `> 0` gives one, and so does `.astype(bool)`.",
    ),
    "list_for_tensor": Text(
        "得到的是列表或元组：torch.stack 能把张量拼成一个张量并保留梯度，torch.tensor(...) 会丢掉梯度。",
        "It is a list or tuple: `torch.stack` joins tensors and keeps their gradients; `torch.tensor(...)` loses them.",
    ),
    "list_for_array": Text(
        "得到的是列表或元组：np.array(...) 把一列数变成数组，np.stack 把几个数组叠成一个。",
        "It is a list or tuple: `np.array(...)` makes an array of numbers; `np.stack` joins arrays.",
    ),
    "number_for_tensor": Text(
        "得到的是一个 Python 的数，不是张量：是不是多用了 .item() 或多求了一次和？",
        "It is a Python number, not a tensor: is there an `.item()` or a sum too many?",
    ),
    "number_for_array": Text(
        "得到的只是一个数，不是数组：是不是多求了一次和？",
        "It is a single number, not an array: is there a sum too many?",
    ),
    "tensor_for_tuple": Text(
        "得到的是一个张量，要的是元组：有几个结果就用逗号隔开一起返回，形状则用 tuple(...) 转换。",
        "It is a tensor where a tuple is asked for: return several results with commas; `tuple(...)` converts a shape.",
    ),
    "tensor_for_list": Text(
        "得到的是张量，要的是 Python 列表：每一项用 .item() 取出数来，放进列表。",
        "It is a tensor where a Python list is asked for: `.item()` takes each number out of its tensor.",
    ),
    "tensor_for_number": Text(
        "这是一个张量，要的是 Python 的数：用 .item() 取出来。",
        "It is a tensor where a Python number is asked for; `.item()` takes it out.",
    ),
    "list_for_tuple": Text(
        "得到的是列表，要的是元组：写成 (a, b)，或者用 tuple(...) 转换。",
        "It is a list where a tuple is asked for: write `(a, b)`, or convert with `tuple(...)`.",
    ),
    "tuple_for_list": Text(
        "这是元组，要的是列表：用 list(...) 转换；如果多返回了东西，去掉多余的。",
        "It is a tuple where a list is asked for: convert with `list(...)`, or leave out what is too much.",
    ),
    "number_for_tuple": Text(
        "得到的只是一个数，要的是几个数组成的元组：不要把它们乘起来或只留一个。",
        "It is one number where a tuple of several is asked for: do not multiply them, or keep just one.",
    ),
    "number_for_list": Text(
        "得到的只是一个数，要的是每一步都记下来的列表：在循环里用 append。",
        "It is one number where a list of one for each step is asked for: `append` in the loop.",
    ),
    "tuple_for_number": Text(
        "得到的是好几个值，要的只是一个数：检查 return 后面是不是多了一个逗号。",
        "It is several values where one number is asked for: is there a comma too many after `return`?",
    ),
    "float_for_int": Text(
        "这里要的是整数：除法用 //，/ 得到的总是小数。",
        "A whole number is asked for: `//` divides whole numbers; `/` always gives a float.",
    ),
    "exception_for_text": Text(
        "得到的是异常本身，要的是它的文字：用 str(...)。",
        "It is the exception itself where its text is asked for: `str(...)` gives the text.",
    ),
}
