"""`autograder prove`: tells whether the suites are good enough to release."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from autograder.commands.progress import PlainProgress
from autograder.commands.prove_choice import about_left_out, changed, choose, draw_seeds
from autograder.commands.prove_json import proofs_as_json
from autograder.commands.prove_screen import say, show_costs, show_holes, show_missing, show_table
from autograder.commands.prove_watch import watch_and_prove
from autograder.commands.screen import stderr
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.course.manifest import Course
from autograder.prove.accept import accept_equivalent
from autograder.prove.costs_page import costs_page
from autograder.prove.missing import missing_parts
from autograder.prove.proof import Proof
from autograder.prove.proving import Task, prove_all
from autograder.prove.public_cases import count_public, public_page
from autograder.prove.record import proof_digests, remember, unproven
from autograder.prove.told_page import told_page

EXAMPLE = "Example: autograder prove --all --seeds 20 --jobs 2"
SEED = "proof"


def prove(
    exercises: Annotated[list[str] | None, typer.Argument(help="The exercises; all of them unless named.")] = None,
    all_of_them: Annotated[
        bool, typer.Option("--all", help="Prove again what is proven and has not changed since.")
    ] = False,
    seed: Annotated[str, typer.Option(help="The seed the random cases are drawn from.")] = SEED,
    seeds: Annotated[int, typer.Option(min=1, help="Prove under so many seeds, SEED and others made from it.")] = 1,
    fresh_seeds: Annotated[
        int, typer.Option(min=0, help="Prove also under so many seeds drawn now; they are printed.")
    ] = 0,
    jobs: Annotated[int, typer.Option(min=1, help="Processes in parallel; one per core unless told otherwise.")] = len(
        os.sched_getaffinity(0)
    ),
    accept: Annotated[
        list[str] | None,
        typer.Option(
            "--accept-equivalent", metavar="NAME", help="List this mutant as no mistake; refused if it is one."
        ),
    ] = None,
    reason: Annotated[str, typer.Option(help="Why no check can fail the mutant.")] = "",
    watch: Annotated[bool, typer.Option("--watch", help="Prove what has changed after each save.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON and nothing else.")] = False,
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
    """Run the known right and wrong answers and all mutants; exit 1 unless every suite is proven. / 检验测试集。

    What is proven and has not changed is left out, unless --all, a seed or a table is asked for.
    """
    course = load_course(Path.cwd())
    chosen = choose(course, exercises or [])
    _require_together(accept, reason, watch)
    if watch:
        watch_and_prove(course)
        return
    if accept:
        chosen = choose(course, accept_equivalent(course, chosen, accept, reason, seed))
    fresh = draw_seeds(fresh_seeds)
    if fresh and not as_json:
        say(f"Seeds drawn now, each to be used again with --seed: {', '.join(fresh)}")
    names = [seed, *(f"{seed}-{number}" for number in range(2, seeds + 1)), *fresh]
    everything = all_of_them or names != [SEED] or any((costs, told, public_cases))
    before = proof_digests(course)
    to_prove, left_out = (chosen, []) if everything else changed(chosen, unproven(course, before))
    started = time.monotonic()
    tasks = [Task(*one, name, told is not None and name == seed) for name in names for one in to_prove]
    proofs = _prove(course, tasks, jobs)
    proven = dict.fromkeys(left_out, True) | {
        name: not any(proof.holes for proof in entries) for name, entries in proofs.items()
    }
    remember(course, proven, before)
    missing = {one.name: list(missing_parts(course, assignment, one)) for assignment, one in chosen}
    if costs:
        costs.write_text(costs_page(proofs), encoding="utf-8")
    if told:
        told.write_text(told_page(proofs), encoding="utf-8")
    if public_cases:
        public_cases.write_text(public_page(count_public(course, chosen)), encoding="utf-8")
    if as_json:
        typer.echo(proofs_as_json(proofs, left_out, names, missing))
    else:
        _show(proofs, left_out, missing)
        show_costs(proofs, len(names), time.monotonic() - started)
    if not all(proven.values()):
        _name_unproven(proven, as_json)
        raise typer.Exit(1)


def _require_together(accept: list[str] | None, reason: str, watch: bool) -> None:
    """Raise `UsageError` for options that do not go together."""
    if reason and not accept:
        raise UsageError("--reason belongs to --accept-equivalent NAME.")
    if watch and accept:
        raise UsageError("--watch and --accept-equivalent do not go together.")


def _show(proofs: Mapping[str, Sequence[Proof]], left_out: Sequence[str], missing: Mapping[str, Sequence[str]]) -> None:
    for exercise, entries in proofs.items():
        show_holes(exercise, entries)
    show_missing(missing)
    if left_out:
        say(about_left_out(left_out))
    if proofs:
        show_table(proofs)


def _name_unproven(proven: Mapping[str, bool], as_json: bool) -> None:
    if not as_json:
        say(f"Not proven: {', '.join(name for name, holds in proven.items() if not holds)}")


def _prove(course: Course, tasks: list[Task], jobs: int) -> dict[str, list[Proof]]:
    """Return the proofs of each exercise, in the order of the tasks."""
    if not tasks:
        return {}
    found: dict[str, list[Proof]] = defaultdict(list)
    proofs = prove_all(course, tasks, jobs)
    bar = track(proofs, "proving", len(tasks), console=stderr, disable=not stderr.is_terminal, transient=True)
    lines = PlainProgress(len(tasks), 0, "proofs made")
    for count, proof in enumerate(bar, start=1):
        found[proof.exercise].append(proof)
        lines.say(count)
    return {exercise.name: found[exercise.name] for exercise in (task.exercise for task in tasks)}
