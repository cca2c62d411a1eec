"""Where this engine was installed from, so that it can be installed from there again.

The engine is on no package index, where anyone could register its name: so pip gets an address, never the bare name.
"""

from __future__ import annotations

import json
from importlib import metadata
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import url2pathname

PACKAGE = "autograder"
FOLDER = "file://"


class EngineSource(NamedTuple):
    """The engine's name for pip and the address it came from, "" where that is not known."""

    name: str
    address: str
    editable: bool = False

    @property
    def is_local(self) -> bool:
        """Whether the address is on this computer only."""
        return self.address.startswith(FOLDER)

    @property
    def requirement(self) -> str:
        """A line for pip that installs the engine, "" where the address is not known."""
        return self.address and f"{self.name} @ {self.address}"

    def command_for(self, extra: str, library: str) -> str:
        """Return the command that installs an extra of the engine, or one library of it where no address is known."""
        if not self.address:
            return f"pip install {library}"
        if self.editable:
            return f'pip install -e "{url2pathname(urlsplit(self.address).path)}[{extra}]"'
        return f'pip install "{self.name}[{extra}] @ {self.address}"'


def engine_source() -> EngineSource:
    """Return where the engine that runs was installed from."""
    name = metadata.packages_distributions().get(PACKAGE, [PACKAGE])[0]
    notes = (one.read_text("direct_url.json") for one in metadata.distributions(name=name))
    return source_in(name, next(filter(None, notes), "{}"))  # a checkout has a second distribution, without a note


def source_in(name: str, direct_url: str) -> EngineSource:
    """Return what pip has noted in `direct_url.json`, as PEP 610 describes it."""
    noted = json.loads(direct_url)
    url, repository = noted.get("url", ""), noted.get("vcs_info")
    if repository:
        url = f"{repository['vcs']}+{url}@{repository['commit_id']}"
    return EngineSource(name, url, bool(noted.get("dir_info", {}).get("editable")))
