"""The text in a file of a student, in whatever encoding it was saved."""

from __future__ import annotations

import codecs
import io
import tokenize

from autograder.course.errors import NotGradable
from autograder.course.text import Text

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NOT_FOR_TEXTS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}  # slow, or make half characters

NOT_TEXT = Text("文件不是文本：既不是 UTF-8，也不是 GBK 编码。", "The file is not text: neither UTF-8 nor GBK.")
OTHER_ENCODING = Text("文件不是 UTF-8 编码，按 {encoding} 读取。", "The file is not UTF-8; it was read as {encoding}.")


def decode(data: bytes) -> tuple[str, Text | None]:
    """Return the text in `data`, and a note when it is not UTF-8; raise `NotGradable` when it is no text."""
    for encoding in dict.fromkeys((_declared_encoding(data), "utf-8", "gb18030")):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n"), _note(encoding)
    raise NotGradable(NOT_TEXT)


def _note(encoding: str) -> Text | None:
    if encoding in ("utf-8", "utf-8-sig"):
        return None
    return OTHER_ENCODING.format(encoding="GBK" if encoding == "gb18030" else encoding)


def _declared_encoding(data: bytes) -> str:
    """Return the encoding of the byte order mark, or else the one a Python file declares in its first lines."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return encoding
    try:
        encoding = tokenize.detect_encoding(io.BytesIO(data).readline)[0]
    except SyntaxError:
        return "utf-8"
    return "utf-8" if codecs.lookup(encoding).name in NOT_FOR_TEXTS else encoding
