"""The `worldgen` command with the echo model on offer: `python echo_worldgen.py ARGUMENTS…`."""

import sys

from worldgen.cli import main
from worldgen.models import registry
from worldgen.models.echo import SPEC, EchoModel

ECHO = registry.Entry(spec=SPEC, missing=lambda: None, load=EchoModel)
registry.ENTRIES = (*registry.ENTRIES, ECHO)

if __name__ == "__main__":
    sys.exit(main())
