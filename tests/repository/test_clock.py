"""No decision of the engine depends on a clock that somebody can set: it asks monotonic clocks only."""

from __future__ import annotations

import ast

import pytest

SETTABLE = {
    *(f"time.{name}" for name in ("*", "time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime")),
    *(f"time.{name}" for name in ("clock_gettime", "clock_gettime_ns")),
    *(f"datetime.datetime.{name}" for name in ("now", "today", "utcnow")),
    *("datetime.*", "datetime.date.today"),
}
PROCESSOR_TIME = "autograder/workers/worker.py", "time.clock_gettime"  # of a process: nobody can set it
IMPORTERS = {"__import__", "importlib.import_module"}


def clocks(source: str) -> list[str]:
    """Return every settable clock that a source names, with its line, whatever it was imported as."""
    nodes = list(ast.walk(ast.parse(source)))
    aliases = dict(pair for node in nodes for pair in imported(node))
    starred = [
        (node.lineno, f"{node.module}.*")
        for node in nodes
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*"
    ]
    named = [(node.lineno, full_name(node, aliases)) for node in nodes if isinstance(node, (ast.Name, ast.Attribute))]
    return [f"{line}: {name}" for line, name in sorted([*starred, *named]) if name in SETTABLE]


def imported(node: ast.AST) -> list[tuple[str, str]]:
    """Return the names that an import binds, each with the full name of what it stands for."""
    if isinstance(node, ast.Import):
        return [(a.asname, a.name) if a.asname else (a.name.partition(".")[0],) * 2 for a in node.names]
    if isinstance(node, ast.ImportFrom):
        return [(a.asname or a.name, f"{node.module}.{a.name}") for a in node.names]
    return []


def full_name(node: ast.AST, aliases: dict[str, str]) -> str:
    """Return the dotted name an expression stands for, as far as imports tell."""
    if isinstance(node, ast.Name):
        return aliases.get(node.id, node.id)
    if isinstance(node, ast.Attribute):
        return f"{full_name(node.value, aliases)}.{node.attr}"
    if (
        isinstance(node, ast.Call)
        and full_name(node.func, aliases) in IMPORTERS
        and isinstance(node.args[0], ast.Constant)
    ):
        return str(node.args[0].value)
    return ""


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.time()",
        "import time as t\nt.time_ns()",
        "from time import time\ntime()",
        "from time import time as seconds\nseconds()",
        "from time import *",
        "import time\nstarted = dict(default_factory=time.time)",
        "import time\ntime.clock_gettime(time.CLOCK_REALTIME)",
        "import datetime\ndatetime.datetime.now()",
        "import datetime as d\nd.datetime.now(d.UTC)",
        "from datetime import datetime\ndatetime.now()",
        "from datetime import datetime as dt\nnow = dt.utcnow",
        "from datetime import date\ndate.today()",
        "def f():\n    from datetime import datetime\n    return datetime.today()",
        "__import__('time').time()",
        "import importlib\nimportlib.import_module('time').time()",
        "from importlib import import_module as load\nload('datetime').datetime.now()",
    ],
)
def test_every_way_to_ask_a_settable_clock_is_seen(source):
    assert clocks(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.monotonic()\ntime.perf_counter()\ntime.sleep(1)",
        "from time import monotonic as time\ntime()",
        "def f(self, time):\n    return self.time, self.now()",
        "from datetime import timedelta\ntimedelta(1)",
    ],
)
def test_a_clock_that_cannot_be_set_is_left_alone(source):
    assert clocks(source) == []


def test_the_engine_asks_no_clock_that_can_be_set(root, engine_files):
    asked = {str(path.relative_to(root)): clocks(path.read_text(encoding="utf-8")) for path in engine_files}
    place, clock = PROCESSOR_TIME
    asked[place] = [line for line in asked[place] if not line.endswith(clock)]
    assert {path: lines for path, lines in asked.items() if lines} == {}
