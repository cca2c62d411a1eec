"""`autograder prove`: tells whether the suites are good enough to release."""

from __future__ import annotations

import os
import secrets
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.console import Console
from rich.progress import track
from rich.table import Table

from autograder.commands.progress import PlainProgress
from autograder.commands.screen import stderr, stdout
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.manifest import Assignment, Course, Exercise
from autograder.prove.costs_page import costs_page
from autograder.prove.proof import Proof
from autograder.prove.proving import Task, prove_all
from autograder.prove.public_cases import count_public, public_page
from autograder.prove.record import remember
from autograder.prove.told_page import told_page

EXAMPLE = "Example: autograder prove --seeds 20 --jobs 2"
TABLE_WIDTH = 120  # where the output is no terminal, rich would take 80
COLUMNS = ("checks", "right variant", "misconception", "mutant", "killed", "equivalent")


def prove(
    exercises: Annotated[list[str] | None, typer.Argument(help="The exercises; all of them unless named.")] = None,
    seed: Annotated[str, typer.Option(help="The seed the random cases are drawn from.")] = "proof",
    seeds: Annotated[int, typer.Option(min=1, help="Prove under so many seeds, SEED and others made from it.")] = 1,
    fresh_seeds: Annotated[
        int, typer.Option(min=0, help="Prove also under so many seeds drawn now; they are printed.")
    ] = 0,
    jobs: Annotated[int, typer.Option(min=1, help="Processes in parallel; one per core unless told otherwise.")] = len(
        os.sched_getaffinity(0)
    ),
    costs: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what the common mistakes cost, as a Markdown table.")
    ] = None,
    told: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is told of mistakes without a name, too.")
    ] = None,
    public_cases: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write which known mistakes the public cases catch.")
    ] = None,
) -> None:
    """Run the known right and wrong answers and all mutants; exit 1 unless every suite is proven. / 检验测试集。"""
    course = load_course(Path.cwd())
    started = time.monotonic()
    chosen = choose(course, exercises or [])
    names = [seed, *(f"{seed}-{number}" for number in range(2, seeds + 1)), *draw_seeds(fresh_seeds)]
    tasks = [Task(*one, name, tells=told is not None and name == seed) for name in names for one in chosen]
    proofs = _prove(course, tasks, jobs)
    for exercise, entries in proofs.items():
        _show_holes(exercise, entries)
    Console(width=None if stdout.is_terminal else TABLE_WIDTH).print(_table(proofs))
    proven = {exercise: not any(proof.holes for proof in entries) for exercise, entries in proofs.items()}
    remember(course, proven)
    if costs:
        costs.write_text(costs_page(proofs), encoding="utf-8")
    if told:
        told.write_text(told_page(proofs), encoding="utf-8")
    if public_cases:
        public_cases.write_text(public_page(count_public(course, chosen)), encoding="utf-8")
    _show_costs(proofs, len(names), time.monotonic() - started)
    if not all(proven.values()):
        stdout.print(f"Not proven: {', '.join(name for name, holds in proven.items() if not holds)}", highlight=False)
        raise typer.Exit(1)


def draw_seeds(number: int) -> list[str]:
    """Return seeds that nobody chose, and say how a proof under them is repeated."""
    drawn = [secrets.token_hex(4) for _ in range(number)]
    if drawn:
        stdout.print(f"Seeds drawn now, each to be used again with --seed: {', '.join(drawn)}", highlight=False)
    return drawn


def choose(course: Course, names: Sequence[str]) -> list[tuple[Assignment, Exercise]]:
    """Return the named exercises in the manifest's order, or all of them; raise `UsageError` for an unknown one."""
    all_of_them = [(a, exercise) for a in course.assignments.values() for exercise in a.exercises]
    known = [exercise.name for _, exercise in all_of_them]
    for name in names:
        if name not in known:
            raise UsageError(f"There is no exercise {name!r}. There are: {', '.join(known)}.")
    return [(a, exercise) for a, exercise in all_of_them if not names or exercise.name in names]


def _prove(course: Course, tasks: list[Task], jobs: int) -> dict[str, list[Proof]]:
    """Return the proofs of each exercise, in the order of the tasks."""
    found: dict[str, list[Proof]] = defaultdict(list)
    proofs = prove_all(course, tasks, jobs)
    bar = track(proofs, "proving", len(tasks), console=stderr, disable=not stderr.is_terminal, transient=True)
    lines = PlainProgress(len(tasks), 0, "proofs made")
    for count, proof in enumerate(bar, start=1):
        found[proof.exercise].append(proof)
        lines.say(count)
    return {exercise.name: found[exercise.name] for exercise in (task.exercise for task in tasks)}


def _show_holes(exercise: str, proofs: Sequence[Proof]) -> None:
    """Print each hole once, with the seeds it was seen under where it was not seen under all."""
    seeds: dict[str, list[str]] = defaultdict(list)
    for proof in proofs:
        for hole in proof.holes:
            seeds[hole].append(proof.seed)
    for hole, names in seeds.items():
        under = "" if len(names) == len(proofs) else f" (under {', '.join(sorted(names))})"
        stdout.print(f"{exercise}: {hole}{under}", markup=False, highlight=False)


def _table(proofs: dict[str, list[Proof]]) -> Table:
    table = Table("exercise", box=box.SIMPLE_HEAD)
    for heading in ("checks", "right", "misconceptions", "mutants", "killed", "equivalent", "s"):
        table.add_column(heading, justify="right")
    table.add_column("proven")
    for exercise, entries in proofs.items():
        counts = [str(entries[0].counts[column]) for column in COLUMNS]
        holes = len({hole for proof in entries for hole in proof.holes})
        remark = f"[red]no: {holes}[/]" if holes else "[green]yes[/]"
        table.add_row(exercise, *counts, f"{sum(proof.seconds for proof in entries):.1f}", remark)
    return table


def _show_costs(proofs: dict[str, list[Proof]], seeds: int, seconds: float) -> None:
    every = [proof for entries in proofs.values() for proof in entries]
    answers, spent = sum(proof.counts["answers"] for proof in every), sum(proof.seconds for proof in every)
    under = "1 seed" if seeds == 1 else f"{seeds} seeds"
    each = 1000 * spent / max(1, answers)
    stdout.print(f"{answers} answers run under {under} in {seconds:.0f} s, {each:.0f} ms each", highlight=False)
