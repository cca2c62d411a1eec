"""A sound course is proven, stays so until something changes, and can then be released."""

from __future__ import annotations

from collections import Counter

import pytest

from autograder.commands.shared.prove_screen import show_proofs
from autograder.prove.proof import Hole, Proof


@pytest.fixture(scope="module")
def course(plant, holes, tmp_path_factory):
    return plant(tmp_path_factory.mktemp("sound"), {"sound": holes["sound"]})


@pytest.fixture(scope="module")
def proof(course, autograder):
    return autograder("prove", "sound", "--seeds", 2, "--jobs", 1, cwd=course)


def test_the_proof_says_what_was_run(proof):
    assert proof.returncode == 0, proof.stdout + proof.stderr
    assert "26 answers run under 2 seeds" in proof.stdout
    assert "yes" in proof.stdout


def test_the_table_of_an_exercise_with_a_long_name_is_80_columns_wide(capsys):
    counts = Counter({"checks": 12, "right variant": 12, "misconception": 12, "mutant": 123, "killed": 120})
    holes = tuple(Hole(f"hole {number}") for number in range(12))
    show_proofs({"a" * 20: [Proof("a" * 20, "proof", holes, counts, 123.4)]}, [], {})
    table = [line for line in capsys.readouterr().out.splitlines() if "hole" not in line]
    assert max(map(len, table)) <= 80
    assert table[3].split() == ["a" * 20, "12", "12", "12", "123", "120", "0", "123.4", "no:", "12"]


def test_seeds_drawn_now_are_printed_and_prove_as_any_other(course, autograder):
    done, again = (autograder("prove", "sound", "--fresh-seeds", 2, "--jobs", 1, cwd=course) for _ in range(2))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "39 answers run under 3 seeds" in done.stdout
    first, *_ = done.stdout.splitlines()
    drawn = first.removeprefix("Seeds drawn now, each to be used again with --seed: ").split(", ")
    assert len(set(drawn)) == 2
    assert not any(seed in again.stdout for seed in drawn)
    repeated = autograder("prove", "sound", "--seed", drawn[0], "--jobs", 1, cwd=course)
    assert repeated.returncode == 0, repeated.stdout + repeated.stderr


def test_an_unknown_exercise_is_refused_in_one_line(course, autograder):
    done = autograder("prove", "zonk", cwd=course)
    assert done.returncode == 2
    assert done.stderr.splitlines() == ["autograder: There is no exercise 'zonk'. There are: sound."]


@pytest.mark.parametrize(
    "changed",
    [
        "solutions/adding.py",
        "autograder/suites/adding/test_sound.py",
        "autograder/suites/misconceptions/sound/subtracts.py",
    ],
)
@pytest.mark.usefixtures("proof")
def test_a_change_undoes_the_proof(course, autograder, tmp_path, changed):
    path = course / changed
    before = path.read_text(encoding="utf-8")
    try:
        path.write_text(before + "\n# changed\n", encoding="utf-8")
        done = autograder("release", "--out", tmp_path / "release", cwd=course)
    finally:
        path.write_text(before, encoding="utf-8")
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert "Nothing was written. Not proven as they stand: " in done.stderr
    assert "Run `autograder prove`, which takes about" in done.stderr
    assert not (tmp_path / "release").exists()
