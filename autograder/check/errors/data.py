"""The commonest exceptions of dicts, input and texts that are no numbers: kind, message, a sentence in zh and en.

Kind and message are regular expressions, and the first that fits counts. No sentence repeats a name or a number.
"""

from __future__ import annotations

SENTENCES = (
    (
        "KeyError",
        r"",
        "字典里没有这个键：print 字典的 keys，检查拼写和类型；可能没有的键用 in 判断，或者用 .get()。",
        "The dict has no such key: print its keys and compare spelling and type; use `in` or `.get()` to be safe.",
    ),
    (
        "EOFError",
        r"",
        "输入已经读完，input() 却还在读：看看循环是不是多读了一次。",
        "`input()` reads on though the input has ended: see whether a loop reads once too often.",
    ),
    (
        "ValueError",
        r"invalid literal for int\(\)|could not convert string to float",
        "这段文字不能变成数：先 print 它的 repr，看看里面有没有空格、逗号或别的字。",
        "This text is no number: print its `repr` and look for spaces, commas or other characters in it.",
    ),
)
