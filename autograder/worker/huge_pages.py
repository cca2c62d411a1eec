"""Memory in huge pages: a fork then copies one page table entry for 2 MiB instead of 512."""

from __future__ import annotations

import contextlib
import ctypes
import re
from pathlib import Path

MADV_COLLAPSE = 25  # Linux 6.1; madvise(2)
HUGE = 2 << 20
ANONYMOUS = re.compile(r"([0-9a-f]+)-([0-9a-f]+) rw-p \S+ \S+ 0 *(?:\[heap\])?$", re.MULTILINE)

libc = ctypes.CDLL(None, use_errno=True)
libc.madvise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)


def use_huge_pages() -> None:
    """Collapse the memory of this process into huge pages where the kernel can; do nothing where it cannot."""
    with contextlib.suppress(OSError):
        for start, end in ANONYMOUS.findall(Path("/proc/self/maps").read_text()):
            first, last = -(-int(start, 16) // HUGE) * HUGE, int(end, 16) // HUGE * HUGE
            if first < last:
                libc.madvise(first, last - first, MADV_COLLAPSE)
