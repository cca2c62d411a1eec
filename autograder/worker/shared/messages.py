"""The form of a message on the wire, which `pack` makes and `unpack` reads.

A message is the length of its skeleton, the skeleton, and the bytes of the tensors in it, one after the other. The
skeleton is msgpack: None, bool, int, float, str and bytes stand for themselves, a map is a dict with text keys, and a
list begins with a tag that says what the rest of it is:

- "t" and "l": the items of a tuple or a list
- "a": the dtype and the shape of a tensor
- "i": the hexadecimal digits of an int of 64 bits or more
- "r": the kinds, name, message, cell and line of a `Raised`
- "f": the type name of a `Foreign`
"""

from __future__ import annotations

import struct

SKELETON_LENGTH = struct.Struct(">I")
MAX_SKELETON_BYTES = 1 << 20  # of a reply
MAX_NODES = 100_000  # lists and maps in the skeleton of a reply, with their items
MAX_DEPTH = 8  # of tuples, lists and dicts in each other
MAX_INTEGER_BITS = 4096
MAX_TYPE_NAME = 200
UNICODE_ERRORS = "surrogatepass"  # half a character, which JSON and file names may hold, is a text like any other


def longest_reply(tensor_bytes: int) -> int:
    """Return the length of the longest reply whose tensors have at most so many bytes together."""
    return SKELETON_LENGTH.size + MAX_SKELETON_BYTES + tensor_bytes
