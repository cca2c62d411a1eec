"""The form of a message on the wire, which `pack` makes and `unpack` reads.

A message is the length of its skeleton, the skeleton, and the bytes of the tensors and arrays in it, one after the
other. The skeleton is msgpack: None, bool, int, float, str and bytes stand for themselves, a map is a dict with text
keys, and a list begins with a tag that says what the rest of it is:

- "t", "l", "s" and "z": the items of a tuple, a list, a set or a frozenset
- "m": the keys and items of a dict with keys of any kind, one after the other
- "i": the hexadecimal digits of an int of 64 bits or more
- "c", "q" and "d": the parts of a complex number or a Fraction, the text of a Decimal
- "o" and "y": the type name of a dataclass or a named tuple, the names of its fields, their values
- "a": the dtype and the shape of a tensor
- "n" and "g": the dtype of a NumPy array and its shape, or the dtype of a NumPy scalar
- "p" and "e": the labels of the rows and columns of a DataFrame, and its columns; the same of a Series
- "r": the kinds, name, message, cell and line of a `Raised`
- "f": the type name of a `Foreign`

`kinds/` has what writes and reads each of these.
"""

from __future__ import annotations

import struct

SKELETON_LENGTH = struct.Struct(">I")
MAX_SKELETON_BYTES = 1 << 20  # of a reply
MAX_NODES = 100_000  # lists and maps in the skeleton of a reply, with their items
MAX_DEPTH = 8  # of tuples, lists and dicts in each other
MAX_INTEGER_BITS = 4096
MAX_DECIMAL_DIGITS = 1300
MAX_EXPONENT = 10_000  # of a Decimal: an int with as many digits is made in no time
MAX_TYPE_NAME = 200
MAX_FIELDS = 1000  # of a record
MAX_COLUMNS = 200  # of a frame
MAX_DIMENSIONS = 64  # as many as torch and NumPy themselves allow
MAX_SIDE = 1 << 31
AS_THEY_ARE = frozenset((type(None), bool, float, str, bytes))  # the types that msgpack knows
SCALARS = AS_THEY_ARE | {int}  # an int is read as it is, but a long one cannot be packed so
UNICODE_ERRORS = "surrogatepass"  # half a character, which JSON and file names may hold, is a text like any other


def longest_reply(tensor_bytes: int) -> int:
    """Return the length of the longest reply whose tensors have at most so many bytes together."""
    return SKELETON_LENGTH.size + MAX_SKELETON_BYTES + tensor_bytes
