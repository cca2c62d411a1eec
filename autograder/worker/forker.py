"""A process that forks workers when it is ordered to: the fork server, or a template.

A template is a fork of the fork server in which a function, the setup, has run; its workers start from there. Each
forker has at most one worker at a time. It obeys a control socket; an order is a tuple, its answer a dict:

- ("start_worker", libraries, limits): fork a worker that has these libraries, where they are installed, and these
  `WorkerLimits`. The descriptors of its socket and of its progress come with the order, and a descriptor of its process
  goes with the answer.
- ("stop_worker", lost): end the worker with everything it started, and empty its folder. The answer's `status` is the
  wait status of a worker that ended by itself, otherwise None. A `lost` worker, which does not answer any more, has a
  moment in which it may still end by itself.
- ("start_template", code, name, args): fork a template in which this function has run, with `args` packed as `values`
  does it. The probes of its workers get what the function returns. The descriptor of its control socket comes with the
  order, and it reports there when it is ready, or its `error`.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NoReturn

from .new_worker import WorkerPlan, fork_worker
from .preload import import_where_there
from .serve import run_code
from .shared import descendants
from .shared.packets import receive_packet, send_packet
from .shared.prctl import die_with_parent, name_process
from .shared.remove import remove_contents
from .shared.settings import WorkerLimits
from .shared.unpack import unpack

MOST_DESCRIPTORS = 2  # that come with one order
END_SECONDS = 0.5  # from the moment a worker hangs up until its process has ended
MAX_ERROR = 1000  # characters
Answer = tuple[dict[str, Any], tuple[int, ...]]  # with the descriptors that go with it


class Forker:
    """Obeys the orders that come over one control socket."""

    def __init__(self, control: socket.socket, plan: WorkerPlan) -> None:
        self._control = control
        self._plan = plan
        self._worker = 0
        self._templates: set[int] = set()

    def run(self) -> NoReturn:
        """Obey until the control socket closes, then end everything that was started."""
        orders: dict[str, Callable[..., Answer]] = {
            "start_worker": self._start_worker,
            "stop_worker": self._stop_worker,
            "start_template": self._start_template,
        }
        try:
            descendants.adopt_orphans()
            while True:
                (order, *details), descriptors = receive_packet(self._control, MOST_DESCRIPTORS)
                answer, passed = orders[order](descriptors, *details)
                send_packet(self._control, answer, passed)
                for descriptor in passed:
                    os.close(descriptor)
        except EOFError:
            descendants.end_children()
        finally:
            os._exit(0)  # to end in the ordinary way takes long for an interpreter with so many libraries

    def _start_worker(self, descriptors: Sequence[int], libraries: Sequence[str], limits: Sequence[int]) -> Answer:
        if missing := [name for name in libraries if name not in sys.modules]:
            import_where_there(missing)
        self._worker = fork_worker(self._plan, WorkerLimits(*limits), *descriptors)
        return {}, (os.pidfd_open(self._worker),)

    def _stop_worker(self, _descriptors: Sequence[int], lost: bool) -> Answer:
        by_itself = descendants.ends_within(self._worker, END_SECONDS if lost else 0.0)
        status = descendants.end_children(self._worker, spare=self._templates)
        remove_contents(self._plan.settings.scratch)
        return {"status": status if by_itself else None}, ()

    def _start_template(self, descriptors: Sequence[int], code: bytes, name: str, args: bytes) -> Answer:
        (control,) = descriptors
        template = os.fork()
        if template == 0:
            self._control.close()
            run_template(socket.socket(fileno=control), self._plan, code, name, args)
        os.close(control)
        self._templates = {pid for pid in self._templates if not descendants.is_over(pid)} | {template}
        return {}, ()


def run_template(control: socket.socket, plan: WorkerPlan, code: bytes, name: str, args: bytes) -> NoReturn:
    """Run the setup, report that it is done or its error, obey the control socket, and never return."""
    try:
        die_with_parent()
        name_process("template")
        try:
            result = run_code(code)[name](*unpack(args))
        except Exception as error:
            send_packet(control, {"error": f"{type(error).__name__}: {error}"[:MAX_ERROR]})
        else:
            send_packet(control, {})
            Forker(control, replace(plan, setup_result=(result,))).run()
    finally:
        os._exit(0)
