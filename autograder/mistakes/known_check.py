"""How one check ended for a known-wrong answer, and what the answer replied; as a value and as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import msgpack  # type: ignore[import-untyped]

from autograder.checks.reply import Reply
from autograder.course.outcome import Outcome
from autograder.grading.evidence import CheckRun, Evidence
from autograder.worker.shared.pack import pack
from autograder.worker.shared.unpack import unpack_reply

TENSOR_BYTES = 1 << 28  # of one reply; what came back from a worker is smaller


@dataclass(frozen=True)
class KnownCheck:
    """The end of the check of this name for a known-wrong answer, and its evidence."""

    name: str
    outcome: Outcome
    evidence: Evidence


def known_check(run: CheckRun) -> KnownCheck:
    """Return what is kept of a check that was run."""
    return KnownCheck(run.result.name, run.result.outcome, run.evidence)


def pack_checks(checks: Sequence[KnownCheck]) -> bytes:
    """Return the bytes of some checks. The arguments of their requests are left out: any submission has the same."""
    return bytes(
        msgpack.packb(
            [
                (
                    check.name,
                    check.outcome.value,
                    check.evidence.ready_made,
                    check.evidence.public,
                    [(pack(reply.value, TENSOR_BYTES), reply.lost) for reply in check.evidence.replies],
                )
                for check in checks
            ]
        )
    )


def unpack_checks(data: bytes) -> tuple[KnownCheck, ...]:
    """Return the checks in some bytes; raise an exception of any kind for bytes that `pack_checks` has not made."""
    return tuple(
        KnownCheck(name, Outcome(outcome), Evidence(tuple(map(_reply, replies)), ready_made, public))
        for name, outcome, ready_made, public, replies in msgpack.unpackb(data)
    )


def _reply(packed: tuple[bytes, bool]) -> Reply:
    data, lost = packed
    return Reply((), unpack_reply(data)[0], lost)
