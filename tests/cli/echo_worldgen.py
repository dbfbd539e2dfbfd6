"""The `worldgen` command with the echo model on offer: `python echo_worldgen.py ARGUMENTS…`."""

import signal
import sys

from worldgen.cli import main
from worldgen.models import registry
from worldgen.models.echo import SPEC, EchoModel

ECHO = registry.Entry(spec=SPEC, missing=lambda: None, load=EchoModel)
registry.ENTRIES = (*registry.ENTRIES, ECHO)

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's "&" ignores it
    sys.exit(main())
