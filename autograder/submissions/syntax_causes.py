"""The commonest causes of a syntax error, each told from Python's message or from the line."""

from __future__ import annotations

import re

from autograder.course.text import Text

# Chinese quotation marks, commas, full stops and brackets, and the full-width forms of ASCII punctuation.
FULL_WIDTH = re.compile(
    r"[\u2018\u2019\u201c\u201d\u3000-\u3002\u3008-\u3011\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]"
)
STRING = re.compile(r"'[^']*'|\"[^\"]*\"|#.*")

MERGE_MARKER = Text("这一行是合并冲突的标记", "this line is the marker of a merge conflict")
PROMPT = Text("这一行带有复制来的提示符 >>>", "this line has a copied prompt, >>>")
PUNCTUATION = Text("用了全角标点 {mark}，应改成半角", "it has full-width punctuation, {mark}; use the ASCII character")
COLON = Text("缺少冒号", "a colon is missing")
BRACKET = Text("括号没有配对", "a bracket has no partner")
QUOTE = Text("字符串没有结束", "a string does not end")
TABS = Text("缩进混用了制表符和空格", "the indentation mixes tabs and spaces")
INDENTATION = Text("缩进不对", "the indentation is not right")
EQUALS = Text("这里应当用 == 来比较，而不是 =", "a comparison needs ==, not =")
PROSE = Text("这一行不是代码，而是文字（注释要以 # 开头）", "this line is prose, not code (a comment begins with #)")
UNKNOWN = Text("语法错误", "a syntax error")

BY_MESSAGE = (
    ("expected ':'", COLON),
    ("was never closed", BRACKET),
    ("unmatched", BRACKET),
    ("does not match opening parenthesis", BRACKET),
    ("unterminated", QUOTE),
    ("inconsistent use of tabs", TABS),
    ("Maybe you meant '=='", EQUALS),
    ("indent", INDENTATION),
)


def cause_of(error: SyntaxError, line: str) -> Text:
    """Return the cause of a syntax error in a line of code."""
    text = line.strip()
    if re.match(r"<<<<<<<|=======|>>>>>>>", text):
        return MERGE_MARKER
    if text.startswith(">>>"):
        return PROMPT
    code = STRING.sub("", text)
    if (found := FULL_WIDTH.search(code)) and not _is_prose(code):
        return PUNCTUATION.format(mark=found[0])
    for words, cause in BY_MESSAGE:
        if words in (error.msg or ""):
            return cause
    return PROSE if _is_prose(code) else UNKNOWN


def _is_prose(code: str) -> bool:
    """Tell whether a line reads as a sentence: several Chinese characters, or words with nothing between them."""
    chinese = len(re.findall(r"[\u4e00-\u9fff]", code))
    return chinese >= 4 or bool(re.fullmatch(r"[A-Za-z]+(?:[ ,']+[A-Za-z]+){3,}[.!?]?", code))
