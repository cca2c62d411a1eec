"""The worst that a submission can send costs the grader a bounded amount, told by counts and not by the clock."""

from __future__ import annotations

import ast
import contextlib
import json
import tokenize
import tracemalloc
import zipfile

import msgpack
import nbformat
import pytest

from autograder.checks.helpers import read_names
from autograder.checks.helpers.forbidden_names import find_forbidden_name
from autograder.course import parse
from autograder.course.errors import NotGradable, UsageError
from autograder.submissions import archive, cell_code, notebook
from autograder.submissions.cell_code import CompleteCode
from autograder.submissions.contents import read_contents
from autograder.submissions.notebook import count_values, read_notebook
from autograder.submissions.notebook_code import notebook_code
from autograder.suites import convolution_names
from autograder.suites.convolution_names import forbidden_here
from autograder.worker.shared import unpack
from autograder.worker.shared.messages import MAX_NODES, MAX_SKELETON_BYTES, SKELETON_LENGTH
from autograder.worker.shared.values import NotPlain
from autograder.workers import connection
from autograder.workers.time_limit import TimeLimit

MERSENNE = 2**61 - 1  # all its multiples have one hash
EMPTY = msgpack.packb(["l"])
SKELETONS = {
    "empty lists in a list": b"\x92\xa1l\xdd\x00\x09\x27\xc0" + EMPTY * 600_000,
    "empty lists, as many as fit": b"\x92\xa1l\xdd\x00\x06\x1a\x80" + EMPTY * 400_000,
    "lists in lists": b"\x92\xa1l" * 300_000 + b"\xc0",
    "integers with one hash as keys": msgpack.packb(
        ["m", *[part for n in range(40_000) for part in (n * MERSENNE if n < 4 else ["i", hex(n * MERSENNE)], None)]]
    ),
    "integers with one hash in a set": msgpack.packb(["s", *[["i", hex(n * MERSENNE)] for n in range(30_000)]]),
    "sets in sets": msgpack.packb(["z", *[["z", n] for n in range(30_000)]]),
    "long decimals": msgpack.packb(["l", *[["d", "1" * 1300]] * 700]),
    "long fractions": msgpack.packb(["l", *[["q", hex(3**2500), hex(2**4000)]] * 500]),
    "records of many fields": msgpack.packb(["l", *[["o", "x", ["y"], 1]] * 20_000]),
    "arrays without elements": msgpack.packb(["l", *[["n", "<f8", [0] * 60]] * 1_500]),
    "many fields of an array": msgpack.packb(["n", [[str(n), "<f8"] for n in range(30_000)], [0]]),
    "many frames": msgpack.packb(["l", *[["p", *[[[None, ["object", ["l"]]]]] * 2, []]] * 6_000]),
    "a map of integers": b"\xdf\x00\x00\x75\x30" + b"".join(msgpack.packb(n) + b"\xc0" for n in range(30_000)),
    "empty maps": b"\xdd\x00\x0c\x35\x00" + b"\x80" * 800_000,
    "exceptions of many kinds": msgpack.packb(["r", ["ValueError"] * 90_000, "E", "", None, None]),
    "tensors without elements": msgpack.packb(["l"] + [["a", "float32", [0] * 60]] * 15_000),
}


@pytest.fixture
def counted(monkeypatch):
    """Replace a function by one that notes each of its calls; return the list of their first arguments."""

    def counted(owner, name):
        original, seen = getattr(owner, name), []

        def noting(*args, **options):
            seen.append(args[0] if args else None)
            return original(*args, **options)

        monkeypatch.setattr(owner, name, noting)
        return seen

    return counted


@pytest.mark.parametrize("name", SKELETONS)
def test_a_reply_is_read_up_to_its_budget_of_bytes_and_nodes(name, monkeypatch, counted):
    decoded = counted(unpack.msgpack, "unpackb")
    visited, unfold = [], unpack._Unfolder.unfold
    monkeypatch.setattr(
        unpack._Unfolder, "unfold", lambda self, tree, depth: (visited.append(1), unfold(self, tree, depth))[1]
    )
    skeleton = SKELETONS[name]
    with contextlib.suppress(NotPlain):
        unpack.unpack_reply(SKELETON_LENGTH.pack(len(skeleton)) + skeleton)
    assert sum(map(len, decoded)) <= MAX_SKELETON_BYTES
    assert len(visited) <= MAX_NODES


def test_keys_with_one_hash_are_never_compared_with_each_other():
    for name in ("integers with one hash as keys", "integers with one hash in a set"):
        skeleton = SKELETONS[name]
        with pytest.raises(NotPlain):
            unpack.unpack_reply(SKELETON_LENGTH.pack(len(skeleton)) + skeleton)


def test_frames_use_up_the_budget_by_what_it_takes_to_make_them(counted):
    pandas = pytest.importorskip("pandas")
    made = counted(pandas, "DataFrame")
    skeleton = SKELETONS["many frames"]
    with pytest.raises(NotPlain):
        unpack.unpack_reply(SKELETON_LENGTH.pack(len(skeleton)) + skeleton)
    assert len(made) < MAX_NODES // 300


def test_the_replies_of_a_submission_share_a_budget(course, monkeypatch):
    """Each reply is small enough, but not all of them together."""
    skeleton = msgpack.packb(["l", *[0.5] * (MAX_NODES - 90)])
    reply = SKELETON_LENGTH.pack(len(skeleton)) + skeleton
    line = connection.Connection(None, set(), course.limits)
    line._worker = type("Worker", (), {"socket": None, "cpu_seconds": staticmethod(float)})()
    nonces = []
    monkeypatch.setattr(connection, "send", lambda _socket, nonce, *_: nonces.append(nonce))
    monkeypatch.setattr(connection, "receive", lambda *_: (nonces[-1], reply))
    most = connection.SUBMISSION_NODES // (MAX_NODES - 90)
    for _ in range(most):
        value, _ = line.exchange(("call", "f", (), {}), TimeLimit.of(1))
        assert len(value) == MAX_NODES - 90
    with pytest.raises(connection.TooLarge):
        line.exchange(("call", "f", (), {}), TimeLimit.of(1))
    assert line.budget_is_spent


LONG = "_convolution" * 20_000
SOURCES = {
    "a long name that is nearly a convolution": f"from torch import {LONG}_x as a\ndef f(X):\n    a.x\n",
    "a long name that is read often": f"from torch import {LONG} as a\ndef f(X):\n" + "    a.b\n" * 9_000,
    "one long chain": "import torch\ndef f(X):\n    torch" + ".a" * 40_000,
    "one value with many names": "=".join(f"a{n}" for n in range(9_000)) + "=[" + "a1," * 9_000 + "]\nf = lambda: ["
    + ",".join(f"a{n}" for n in range(2_000)) + "]\n",
    "many functions that use each other": "".join(f"def f{n}(): f{n + 1}(); f{n - 1}()\n" for n in range(2_000))
    + "f = f1\n",
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCES)
def test_the_search_for_forbidden_names_is_linear(name, monkeypatch, counted):
    """Per character of the source it visits few nodes, and matches few characters of paths."""
    read_names.global_names.cache_clear()
    matched, visited = counted(convolution_names, "is_convolution"), []
    reachable = read_names._reachable
    monkeypatch.setattr(read_names, "_reachable", lambda root: (visited.append(n) or n for n in reachable(root)))
    source = SOURCES[name]
    assert find_forbidden_name([source], "f", forbidden_here(False, ())) is None
    assert len(visited) <= 2 * len(source)
    assert sum(map(len, matched)) <= 10 * len(source)
    assert max(map(len, matched), default=0) <= read_names.MAX_PATH_LENGTH


def test_a_dotted_import_that_fills_the_memory_of_the_parser_is_not_parsed(counted):
    parsed = counted(ast, "parse")
    assert parse.parse("import a" + ".a" * 40_000) is None
    assert parse.parse("import a" + " \\\n . a" * 9_000) is None
    assert parse.parse("x = 1\n" * parse.MAX_PARSED) is None
    assert parsed == []
    assert parse.parse("import torch.nn.functional") is not None


SPECIAL_CELLS = {
    "shell lines": "!ls\n" * 4_000,
    "shell lines, indented": "if x:\n" + "    !ls\n" * 4_000,
    "assignments that open a bracket": "x = !echo (\n" * 3_000,
    "questions": "torch.ones?\n" * 3_000,
    "magics": "%pwd\n" * 4_000,
    "open brackets": "(\n" * 9_000 + "!ls\n",
    "an open string": "x = '''\n" + "!ls\n" * 4_000,
    "continued lines": "!ls \\\n" * 4_000,
}


@pytest.mark.parametrize("name", SPECIAL_CELLS)
def test_each_line_of_a_cell_is_tokenized_a_few_times_at_most(name, monkeypatch):
    read, generate = [], tokenize.generate_tokens

    def generate_tokens(readline):
        return generate(lambda: (line := readline(), read.append(len(line)))[0])

    monkeypatch.setattr(tokenize, "generate_tokens", generate_tokens)
    cell = SPECIAL_CELLS[name]
    translated = cell_code.to_python.__wrapped__(cell)
    assert sum(read) <= 10 * len(cell)
    assert len(translated.splitlines()) <= len(cell.splitlines())


def notebook_of(sources, kind="code"):
    cells = [{"cell_type": kind, "metadata": {}, "source": source} for source in sources]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


NOTEBOOKS = {
    "split answers that never fit": notebook_of(["def corr2d(X, K):\n    (" + "a," * 9_000] * 300),
    "answers in text cells": notebook_of(
        ["def corr2d(X, K): pass\ndef edge_image(): pass\n" + f"a{n} = 1\n" * 1_000 for n in range(900)], "markdown"
    ),
    "shell lines in every cell": notebook_of(["!ls\n" * 4_000 + f"#{n}" for n in range(200)]),
}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_has_a_budget_of_what_is_parsed_and_translated(name, course, counted):
    source = course.notebook("image_convolution")
    notebook_code(notebook_of([""]), source, 10)  # so that the course's own notebook has been read
    parsed, translated = counted(cell_code, "parse"), counted(cell_code, "translate")
    notebook_code(NOTEBOOKS[name], source, 10)
    assert sum(map(len, parsed)) <= cell_code.MAX_CHECKED
    assert sum(map(len, translated)) <= cell_code.MAX_TRANSLATED + cell_code.MAX_CHECKED


HUGE = {
    "values": json.dumps({"cells": [], "metadata": [[]] * 600_000, "nbformat": 4, "nbformat_minor": 4}),
    "objects": json.dumps({"cells": [], "metadata": [{}] * 600_000, "nbformat": 4, "nbformat_minor": 4}),
    "strings that look closed": '{"cells": ["\\"' + '\\"' * 300_000 + "[" * 900_000 + '", ' + "[]," * 600_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_a_notebook_of_too_many_values_is_not_decoded(name, counted):
    decoded = counted(nbformat.reader, "reads")
    with pytest.raises(NotGradable):
        read_notebook(HUGE[name])
    assert decoded == []


def test_values_are_counted_outside_of_strings():
    assert count_values('{"a": [1, 2], "b": "[,{\\",[", "c": {}}') == 6
    assert count_values('"' * 2 + '"\\' * 100_000) <= 1


@pytest.mark.parametrize("old", [{"nbformat": 3}, {"nbformat": 2}, {}])
def test_a_large_notebook_of_an_old_format_is_not_converted(old, counted):
    converted = counted(nbformat, "convert")
    cells = [{"cell_type": "code", "input": "", "outputs": [[]] * 60_000}]
    with pytest.raises(NotGradable):
        read_notebook(json.dumps({"worksheets": [{"cells": cells}], "metadata": {}, "nbformat_minor": 0, **old}))
    assert converted == []


def test_a_notebook_of_too_many_cells_is_refused():
    read_notebook(notebook_of([""] * notebook.MAX_CELLS))
    with pytest.raises(NotGradable):
        read_notebook(notebook_of([""] * (notebook.MAX_CELLS + 1)))


def test_the_budget_of_checked_code_is_shared(counted):
    parsed, complete = counted(cell_code, "parse"), CompleteCode()
    texts = [f"x = {n}\n" * 9_000 for n in range(60)]
    assert texts[0] in complete
    assert texts[-1] not in [text for text in texts if text in complete]
    assert sum(map(len, parsed)) <= cell_code.MAX_CHECKED


@pytest.fixture
def small_archive(monkeypatch):
    """Make the limits of an archive small."""
    monkeypatch.setattr(archive, "CHUNK_BYTES", 1 << 16)
    monkeypatch.setattr(archive, "MAX_STUDENT_BYTES", 1 << 20)
    monkeypatch.setattr(archive, "MAX_STUDENT_FILES", 9)
    monkeypatch.setattr(archive, "MAX_BYTES", 4 << 20)
    monkeypatch.setattr(archive, "SHELL_BYTES", 200 << 20)


def zip_of(folder, members):
    with zipfile.ZipFile(folder / "class.zip", "w", zipfile.ZIP_DEFLATED) as file:
        for name, size in members:
            file.writestr(name, bytes(size))
    (folder / "target").mkdir()
    return folder / "class.zip", folder / "target"


@pytest.mark.usefixtures("small_archive")
def test_a_member_is_unpacked_in_chunks_and_up_to_its_limit(tmp_path, course):
    path, target = zip_of(tmp_path, [("bomb/practice.py", 64 << 20), ("good/practice.py", 9)])
    tracemalloc.start()
    try:
        archive.unpack_class(path, target)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()
    bomb = target / "bomb" / "practice.py"
    assert bomb.stat().st_blocks * 512 <= 1 << 20
    assert read_contents(bomb, course.limits).problem is not None
    assert (target / "good" / "practice.py").read_bytes() == bytes(9)


@pytest.mark.usefixtures("small_archive")
@pytest.mark.parametrize("root", ["", "class/"])
def test_one_student_with_too_much_stops_nobody(tmp_path, counted, root):
    read = counted(zipfile.ZipExtFile, "read")
    bombs = [(f"{root}bomb/{n}/x{n}", 1 << 20) for n in range(60)]
    path, target = zip_of(tmp_path, [*bombs, (f"{root}good/practice.py", 9)])
    archive.unpack_class(path, target)
    students = target / root
    assert (students / "good" / "practice.py").read_bytes() == bytes(9)
    assert len(list((students / "bomb").glob("*/*"))) == 9
    assert len(read) < 200


@pytest.mark.usefixtures("small_archive")
def test_an_archive_of_more_than_a_class_is_refused_by_what_comes_out_of_it(tmp_path):
    path, target = zip_of(tmp_path, [(f"s{n}/x", 1 << 20) for n in range(9)])
    with pytest.raises(UsageError):
        archive.unpack_class(path, target)
    assert sum(file.stat().st_size for file in target.rglob("*") if file.is_file()) <= 6 << 20
