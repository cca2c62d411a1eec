"""What `autograder prove` shows: holes with their diffs and tracebacks, what is missing, a table and the costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.commands.shared.screen import stdout
from autograder.course.text import printable
from autograder.prove.proof import Hole, Inputs, Proof

TABLE_WIDTH = 120  # where the output is no terminal, rich would take 80
COLUMNS = ("checks", "right variant", "misconception", "mutant", "killed", "equivalent")
STYLES = {"-": "red", "+": "green"}
INDENT = "    "
FEW = 8  # exercises that are left out by their names


def say(text: str) -> None:
    """Print a line as it is."""
    stdout.print(printable(text), markup=False, highlight=False)


def show_proofs(
    proofs: Mapping[str, Sequence[Proof]], left_out: Sequence[str], missing: Mapping[str, Sequence[str]]
) -> None:
    """Print the holes of each exercise, what is missing and left out, and the table."""
    for exercise, entries in proofs.items():
        _show_holes(exercise, entries)
    _show_missing(missing)
    if left_out:
        say(_about_left_out(left_out))
    if proofs:
        _show_table(proofs)


def show_unproven(exercises: Sequence[str]) -> None:
    """Print which exercises are not proven, if any."""
    if exercises:
        say(f"Not proven: {', '.join(exercises)}")


def _show_holes(exercise: str, proofs: Sequence[Proof]) -> None:
    """Print each hole once, with the seeds it was seen under where it was not seen under all."""
    for hole, seeds in holes_of(proofs).items():
        under = "" if len(seeds) == len(proofs) else f" (under {', '.join(sorted(seeds))})"
        say(f"{exercise}: {hole.text}{under}")
        for line in hole.diff.splitlines():
            stdout.print(Text(line, STYLES.get(line[:1], "")), highlight=False)
        if hole.traceback:
            say(hole.traceback.rstrip("\n"))
        for line in _advice(exercise, hole):
            say(f"{INDENT}{line}")


def holes_of(proofs: Sequence[Proof]) -> dict[Hole, list[str]]:
    """Return each hole once, as it was seen first, with the seeds it was seen under; inputs found count most."""
    seeds: dict[tuple[str, str], list[str]] = defaultdict(list)
    shown: dict[tuple[str, str], Hole] = {}
    for proof in proofs:
        for hole in proof.holes:
            key = hole.text, hole.diff
            seeds[key].append(proof.seed)
            if key not in shown or (hole.inputs and hole.inputs.calls and not _has_calls(shown[key])):
                shown[key] = hole
    return {hole: seeds[key] for key, hole in shown.items()}


def _has_calls(hole: Hole) -> bool:
    return hole.inputs is not None and bool(hole.inputs.calls)


def _advice(exercise: str, hole: Hole) -> Iterator[str]:
    """Yield why a mutant that survives matters, and what to do about it."""
    if hole.inputs is None:
        return
    yield hole.why
    if hole.inputs.calls:
        yield "These arguments tell it apart; ask them in a check:"
        yield from (f"  {call}" for call in hole.inputs.calls)
        return
    yield _unfound(hole.inputs)
    yield f"  autograder prove {exercise} --accept-equivalent {hole.mutant} --reason '…'"


def _unfound(inputs: Inputs) -> str:
    if not inputs.tried:
        return "No arguments were tried: time was over, or no call is like the suite's. If it is no mistake, say why:"
    return f"None of {inputs.tried} arguments tells it apart, so it may be equivalent. If it is, say why:"


def _show_missing(missing: Mapping[str, Sequence[str]]) -> None:
    """Print what exercises lack, though no proof needs it."""
    if any(missing.values()):
        say("Missing, though no proof needs it:")
    for exercise, parts in missing.items():
        if parts:
            say(f"{INDENT}{exercise}: {', '.join(parts)}")


def _show_table(proofs: Mapping[str, Sequence[Proof]]) -> None:
    """Print a row for each exercise that was proven."""
    table = Table("exercise", box=box.SIMPLE_HEAD, padding=0)  # so that 80 columns are enough for a long name
    for heading in ("checks", "right", "mistakes", "mutants", "killed", "listed", "s"):
        table.add_column(heading, justify="right")
    table.add_column("proven")
    for exercise, entries in proofs.items():
        counts = [str(entries[0].counts[column]) for column in COLUMNS]
        holes = len(holes_of(entries))
        remark = f"[red]no: {holes}[/]" if holes else "[green]yes[/]"
        table.add_row(exercise, *counts, f"{sum(proof.seconds for proof in entries):.1f}", remark)
    Console(width=None if stdout.is_terminal else TABLE_WIDTH).print(table)


def show_costs(proofs: Mapping[str, Sequence[Proof]], seeds: int, seconds: float) -> None:
    """Print how many answers were run, and how long that took; nothing where none were."""
    if not proofs:
        return
    every = [proof for entries in proofs.values() for proof in entries]
    answers, spent = sum(proof.counts["answers"] for proof in every), sum(proof.seconds for proof in every)
    under = "1 seed" if seeds == 1 else f"{seeds} seeds"
    say(f"{answers} answers run under {under} in {seconds:.0f} s, {1000 * spent / max(1, answers):.0f} ms each")


def _about_left_out(left_out: Sequence[str]) -> str:
    """Return what is left out, and why."""
    are = "is" if len(left_out) == 1 else "are"
    names = ", ".join(left_out) if len(left_out) <= FEW else f"{len(left_out)} exercises"
    return f"{names} {are} left out: nothing that the last proof depends on has changed. --all proves everything."
