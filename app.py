"""Open the web app: `python app.py`, then walk at http://127.0.0.1:7860.

Settings come from the environment; `worldgen/settings.py` lists them.
"""

import sys

from worldgen.errors import WorldgenError
from worldgen.settings import Settings, serve


def main() -> int:
    """Serve until interrupted; what goes wrong is one clear line and exit code 2."""
    try:
        serve(Settings.from_environment())
    except WorldgenError as error:
        sys.stderr.write(f"worldgen: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
