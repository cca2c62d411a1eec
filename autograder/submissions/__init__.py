"""Hand-ins: finding them, reading them, and repairing notebooks."""

import sys
from types import ModuleType

# nbformat imports jsonschema, which would build 38 grammars at its import: three seconds, for the format of
# internationalized addresses, which no schema of a notebook asks for. It goes without where this module is empty.
sys.modules.setdefault("rfc3987_syntax", ModuleType("rfc3987_syntax"))
