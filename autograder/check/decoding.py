"""The text in a file that a student saved, in whatever encoding; the same when it is graded and when students check."""

from __future__ import annotations

import codecs
import io
import tokenize

BYTE_ORDER_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
NOT_FOR_TEXTS = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "utf-7"}  # slow, or make half characters


def decoded(data: bytes) -> tuple[str, str] | None:
    """Return the text in `data` with line breaks as Python has them, and its encoding; None when it is no text."""
    for encoding in dict.fromkeys((_declared_encoding(data), "utf-8", "gb18030")):
        try:
            text = data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
        return text.replace("\r\n", "\n").replace("\r", "\n"), encoding
    return None


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
