"""The Python that runs in the sandbox: its command line, its environment, and the paths it has to read."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from autograder.worker.shared.settings import HOME_VARIABLES

WORKER_FOLDER = Path(__file__).parents[1] / "worker"
SYSTEM_FOLDERS = ("/usr/lib", "/usr/lib32", "/usr/lib64", "/usr/bin", "/lib", "/lib32", "/lib64", "/bin")
SYSTEM_FILES = ("/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo")
FLAGS = ("-s", "-S", "-P", "-B", "-X", "utf8")
ENVIRONMENT = {
    "OMP_NUM_THREADS": "1",  # a second thread in the fork server would leave its locks held in every worker
    "MKL_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONHASHSEED": "0",
    "MPLBACKEND": "Agg",
    "TORCHDYNAMO_DISABLE": "1",  # `torch.compile` asks for a compiler; without one the function runs as it is written
    "TORCHINDUCTOR_CACHE_DIR": ".",  # made when torch imports its compiler; a worker may write to its own folder only
    "LANG": "C.UTF-8",
    "PATH": "/usr/bin:/bin",
}


def python_command(program: str, descriptor: int) -> list[str]:
    """Return the command line of a program in `worker/`, which gets its settings from a descriptor."""
    return [_interpreter(), *FLAGS, str(WORKER_FOLDER / "__main__.py"), program, str(descriptor), *library_folders()]


def module_command(module: str, arguments: Sequence[str]) -> list[str]:
    """Return the command line of a module that the Python path leads to, run without the folder it is started in."""
    return [_interpreter(), *FLAGS, "-m", module, *arguments]


def environment(folder: str) -> dict[str, str]:
    """Return the whole environment of a process that may write to one folder."""
    return ENVIRONMENT | dict.fromkeys(HOME_VARIABLES, folder)


def readable_paths() -> list[str]:
    """Return what the sandbox's Python has to read: the interpreter, its libraries and the folder `worker/`."""
    prefixes = dict.fromkeys((Path(sys.base_prefix), Path(_interpreter()).parents[1]))  # one may be a link to the other
    python = [str(prefix / name) for prefix in prefixes for name in ("lib", "lib64", "bin")]
    paths = dict.fromkeys((*SYSTEM_FOLDERS, *SYSTEM_FILES, *python, *library_folders(), str(WORKER_FOLDER)))
    return [path for path in paths if os.path.exists(path)]


def _interpreter() -> str:
    """Return the Python behind a virtual environment: it starts without the folder of that environment."""
    return os.path.realpath(sys.executable)


def library_folders() -> list[str]:
    """Return the folders that hold the installed libraries."""
    return list(dict.fromkeys((sysconfig.get_path("purelib"), sysconfig.get_path("platlib"))))
