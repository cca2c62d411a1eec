"""What `autograder prove --json` prints: the proofs as one line of JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from autograder.commands.shared.prove_screen import holes_of
from autograder.prove.proof import Hole, Proof

COUNTS = {
    "checks": "checks",
    "right": "right variant",
    "misconceptions": "misconception",
    "mutants": "mutant",
    "killed": "killed",
    "answers": "answers",
}


def proofs_as_json(
    proofs: Mapping[str, Sequence[Proof]],
    left_out: Sequence[str],
    seeds: Sequence[str],
    missing: Mapping[str, Sequence[str]],
) -> str:
    """Return what was proven under which seeds, what was left out, and what exercises lack."""
    exercises: list[dict[str, Any]] = [
        {
            "exercise": name,
            "proven": not any(proof.holes for proof in entries),
            "seconds": round(sum(proof.seconds for proof in entries), 3),
            "counts": {key: entries[0].counts[kind] for key, kind in COUNTS.items()},
            "holes": [_hole(hole, under) for hole, under in holes_of(entries).items()],
        }
        for name, entries in proofs.items()
    ]
    document = {
        "proven": all(one["proven"] for one in exercises),
        "seeds": list(seeds),
        "left_out": list(left_out),
        "exercises": exercises,
        "missing": {name: list(parts) for name, parts in missing.items() if parts},
    }
    return json.dumps(document, ensure_ascii=False)


def _hole(hole: Hole, seeds: Sequence[str]) -> dict[str, Any]:
    """Return a hole; a mutant that survives has its name, why it matters, and what a search for inputs found."""
    document: dict[str, Any] = {"text": hole.text.rstrip(":"), "seeds": sorted(seeds)}
    document |= {key: text for key, text in (("diff", hole.diff), ("traceback", hole.traceback)) if text}
    if hole.inputs is not None:
        calls = list(hole.inputs.calls)
        document |= {"mutant": hole.mutant, "why": hole.why, "told_apart_by": calls, "tried": hole.inputs.tried}
    return document
