"""`python -m worldgen` is the `worldgen` command.

Not here: what it can do (`cli`).
"""

import sys

from worldgen.cli import main

if __name__ == "__main__":
    sys.exit(main())
