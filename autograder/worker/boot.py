"""The first process of a sandbox: it imports libraries once, then forks a fork server (see `forker`) for each order.

It runs no student code and knows no answers. The first message names the libraries of the course. Each later one is an
order: the settings of a fork server, with the descriptor of its control socket. The fork server reports there when it
is ready, with the number of its threads and a descriptor of its process. A second order for the same scratch folder
ends the fork server that has it.
"""

from __future__ import annotations

import os
import socket
import tempfile
import traceback
from typing import NoReturn

from .forker import Forker
from .huge_pages import use_huge_pages
from .library_settings import loaded_settings
from .limits import most_processes_of
from .lockdown import make_lockdown
from .new_worker import WorkerPlan
from .preload import PRELOADED, import_libraries, warm_up
from .privileges import protect_memory
from .shared.children import Children
from .shared.packets import receive_packet, send_packet
from .shared.prctl import die_with_parent, name_process
from .shared.remove import remove_contents
from .shared.settings import HOME_VARIABLES, ForkServerSettings, unpack_settings


def main(descriptor: int) -> None:
    """Import the libraries that are named first, then obey orders until the socket closes."""
    name_process("server parent")
    orders = socket.socket(fileno=descriptor)
    try:
        libraries, _ = receive_packet(orders)
    except EOFError:
        return
    import_libraries([*PRELOADED, *libraries])
    loaded_settings()  # bound here, and so for every worker
    warm_up()
    use_huge_pages()
    protect_memory()
    ServerParent(orders).run()


class ServerParent:
    """The parent of fork servers; `_at_work` has the process of each by its scratch folder."""

    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders
        self._children = Children()
        self._at_work: dict[str, int] = {}

    def run(self) -> NoReturn:
        """Obey until the socket closes, then end everything that was started."""
        try:
            while True:
                self._children.wait_for(self._orders.fileno())
                packed, (control,) = receive_packet(self._orders, 1)
                self._start(unpack_settings(ForkServerSettings, packed), control)
        except EOFError:
            self._children.wait_for_all(0)
        finally:
            os._exit(0)  # to end in the ordinary way takes long for an interpreter with so many libraries

    def _start(self, settings: ForkServerSettings, control: int) -> None:
        self._children.end(self._at_work.get(settings.scratch, 0))
        remove_contents(settings.scratch)
        pid = os.fork()
        if pid == 0:
            self._orders.close()
            self._children.leave()
            run_fork_server(socket.socket(fileno=control), settings)
        os.close(control)
        self._children.add(pid)
        self._at_work[settings.scratch] = pid


def run_fork_server(control: socket.socket, settings: ForkServerSettings) -> NoReturn:
    """Report that this process is ready, obey the control socket, and never return."""
    try:
        die_with_parent()
        name_process("fork server")
        os.environ.update(dict.fromkeys(HOME_VARIABLES, settings.scratch))
        tempfile.tempdir = None  # found out anew
        plan = WorkerPlan(
            settings,
            most_processes=most_processes_of(settings.confinement.uid),
            lockdown=make_lockdown(settings.confinement, settings.scratch),
        )
        if settings.core is not None:
            os.sched_setaffinity(0, {settings.core})  # the core of the grader, which waits while a worker runs
        itself = os.pidfd_open(os.getpid())
        send_packet(control, {"threads": len(os.listdir("/proc/self/task"))}, (itself,))
        os.close(itself)
        Forker(control, plan).run()
    except Exception:
        traceback.print_exc()  # the last line of which the grader shows
    finally:
        os._exit(1)
