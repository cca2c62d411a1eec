"""The text in a file of a student, in whatever encoding it was saved."""

from __future__ import annotations

from autograder.check.decoding import decoded
from autograder.course.errors import NotGradable
from autograder.course.text import Text

NOT_TEXT = Text("文件不是文本：既不是 UTF-8，也不是 GBK 编码。", "The file is not text: neither UTF-8 nor GBK.")
OTHER_ENCODING = Text("文件不是 UTF-8 编码，按 {encoding} 读取。", "The file is not UTF-8; it was read as {encoding}.")


def decode(data: bytes) -> tuple[str, Text | None]:
    """Return the text in `data`, and a note when it is not UTF-8; raise `NotGradable` when it is no text."""
    found = decoded(data)
    if found is None:
        raise NotGradable(NOT_TEXT)
    text, encoding = found
    return text, _note(encoding)


def _note(encoding: str) -> Text | None:
    if encoding in ("utf-8", "utf-8-sig"):
        return None
    return OTHER_ENCODING.format(encoding="GBK" if encoding == "gb18030" else encoding)
