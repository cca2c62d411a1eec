"""`autograder prove`: tells whether the suites are good enough to release."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated

import typer

from autograder.commands.shared.prove_choice import all_seeds, changed, choose
from autograder.commands.shared.prove_json import proofs_as_json
from autograder.commands.shared.prove_progress import prove_with_progress
from autograder.commands.shared.prove_screen import say, show_costs, show_proofs, show_unproven
from autograder.commands.shared.prove_watch import watch_and_prove
from autograder.course.errors import UsageError
from autograder.course.load import load_course
from autograder.prove.accept import accept_equivalent
from autograder.prove.costs_page import costs_page
from autograder.prove.missing import missing_parts
from autograder.prove.proof import Proof, Task
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
            "--accept-equivalent",
            metavar="NAME…",
            help="List these mutants as no mistakes, several with commas; refused if one is.",
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
        accept = [name for names in accept for name in names.replace(",", " ").split()]
        chosen = choose(course, accept_equivalent(course, chosen, accept, reason, seed))
    names = all_seeds(seed, seeds, fresh_seeds, says=not as_json)
    before = proof_digests(course)
    everything = all_of_them or names != [SEED] or any((costs, told, public_cases))
    to_prove, left_out = (chosen, []) if everything else changed(chosen, unproven(course, before))
    started = time.monotonic()
    tasks = [Task(*one, name, told is not None and name == seed) for name in names for one in to_prove]
    proofs = prove_with_progress(course, tasks, jobs)
    holes = [name for name, entries in proofs.items() if any(proof.holes for proof in entries)]
    remember(course, {one.name: one.name not in holes for _, one in chosen}, before)
    missing = {one.name: list(missing_parts(course, assignment, one)) for assignment, one in chosen}
    _write_pages(proofs, costs, told)
    wrong_cases = any(hole.public for entries in proofs.values() for proof in entries for hole in proof.holes)
    if public_cases and not wrong_cases:
        public_cases.write_text(public_page(count_public(course, chosen)), encoding="utf-8")
    if as_json:
        typer.echo(proofs_as_json(proofs, left_out, names, missing))
    else:
        show_proofs(proofs, left_out, missing)
        show_costs(proofs, len(names), time.monotonic() - started)
        show_unproven(holes)
        if public_cases and wrong_cases:
            say(f"{public_cases} is not written: a case that is wrong catches everything.")
    if holes:
        raise typer.Exit(1)


def _require_together(accept: list[str] | None, reason: str, watch: bool) -> None:
    """Raise `UsageError` for options that do not go together."""
    if reason and not accept:
        raise UsageError("--reason belongs to --accept-equivalent NAME.")
    if watch and accept:
        raise UsageError("--watch and --accept-equivalent do not go together.")


def _write_pages(proofs: Mapping[str, Sequence[Proof]], costs: Path | None, told: Path | None) -> None:
    if costs:
        costs.write_text(costs_page(proofs), encoding="utf-8")
    if told:
        told.write_text(told_page(proofs), encoding="utf-8")
