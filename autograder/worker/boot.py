"""The start of the fork server: it imports torch once, then obeys orders (see `forker`).

It runs no student code and knows no answers.
"""

from __future__ import annotations

import os
import socket

from .forker import Forker
from .limits import most_processes_of
from .lockdown import make_lockdown
from .new_worker import WorkerPlan
from .preload import PRELOADED, find_out_about_processor, import_libraries
from .privileges import protect_memory
from .shared.packets import PACKET_BYTES, send_packet
from .shared.settings import ForkServerSettings, unpack_settings


def main(descriptor: int) -> None:
    """Read the settings from the control socket, import the libraries, report readiness, then obey orders."""
    control = socket.socket(fileno=descriptor)
    settings = unpack_settings(ForkServerSettings, control.recv(PACKET_BYTES))
    import_libraries(PRELOADED)
    find_out_about_processor()
    plan = WorkerPlan(
        settings,
        most_processes=most_processes_of(settings.confinement.uid),
        lockdown=make_lockdown(settings.confinement, settings.scratch),
    )
    protect_memory()
    if settings.core is not None:
        os.sched_setaffinity(0, {settings.core})  # the core of the grader, which waits while a worker runs
    send_packet(control, {"threads": len(os.listdir("/proc/self/task"))})
    Forker(control, plan).run()
