"""The commonest errors of Python's syntax: kind and message as regular expressions, and a sentence in zh and en.

The first that fits counts. No sentence repeats a name or a number of the message.
"""

from __future__ import annotations

SENTENCES = (
    (
        "SyntaxError",
        r"invalid (?:non-printable )?character .*U\+(?:FF|30|201|2026|00A0|A0)",
        "代码里混进了中文标点或全角字符：切换到英文输入法，重打这个字符。",
        "There is a full-width or Chinese punctuation mark in the code: type it again with an English keyboard.",
    ),
    (
        "SyntaxError",
        r"expected ':'",
        "行末少了冒号：if、else、for、while、def、class 这些行都以 : 结尾。",
        "A colon is missing at the end of the line: `if`, `else`, `for`, `while`, `def` and `class` need one.",
    ),
    (
        "IndentationError",
        r"expected an indented block",
        "冒号下面的代码没有缩进：把属于它的各行向右缩进四个空格。",
        "The lines under a colon are not indented: move the ones that belong to it four spaces to the right.",
    ),
    (
        "IndentationError",
        r"unexpected indent",
        "这一行缩进多了：让它与同一层的上一行左对齐。",
        "This line is indented too far: align it with the line above on the same level.",
    ),
    (
        "IndentationError",
        r"unindent does not match",
        "这一行的缩进与上面哪一层都对不齐：数一数行首的空格。",
        "The indentation of this line fits no line above: count the spaces it starts with.",
    ),
    (
        "TabError",
        r"",
        "缩进时混用了制表符和空格：一律改用空格。",
        "Tabs and spaces are mixed in the indentation: use spaces only.",
    ),
    (
        "SyntaxError",
        r"was never closed|does not match opening|^unmatched",
        "括号不配对：从这一行起往回数，看哪一个括号少了另一半。",
        "The brackets do not match: count back from this line to the one without a partner.",
    ),
    (
        "SyntaxError",
        r"Maybe you meant '=='|cannot assign to",
        "等号用错了：比较用 ==；赋值时，变量写在 = 的左边。",
        "The equals sign is out of place: compare with `==`; in an assignment the variable stands left of `=`.",
    ),
    (
        "SyntaxError",
        r"unterminated|EOL while scanning",
        "字符串没有收尾：检查引号是否成对，而且是英文引号。",
        "A string does not end: check that its quotation marks come in pairs and are straight ones.",
    ),
    (
        "SyntaxError",
        r"outside function",
        "return 不在函数里面：检查它这一行的缩进。",
        "A `return` stands outside of every function: check how far its line is indented.",
    ),
)
