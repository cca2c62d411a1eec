"""What students handed in: finding it, reading it, and repairing notebooks."""

import sys
from types import ModuleType

# nbformat imports jsonschema. If jsonschema finds this module, it builds 38 grammars for internationalized addresses,
# which takes three seconds and which no notebook needs. With an empty module in its place it does without them.
sys.modules.setdefault("rfc3987_syntax", ModuleType("rfc3987_syntax"))
