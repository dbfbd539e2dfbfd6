"""Remembers the courtyard for ever, a snapshot every other frame, until it is killed.

`python -m tests.memory.endless_memory FOLDER` says a line after every snapshot.
"""

import sys

from tests.memory.scene import at, frame
from worldgen.memory import MemoryStore, SpatialMemory


def main(folder: str) -> None:
    """Walk, look round, write; nothing ends it but a kill."""
    store, memory, index = MemoryStore(folder), SpatialMemory(), 0
    while True:
        view = at(0.1 * (index % 30), -0.2 * (index % 20), 0.25 * index)
        memory = memory.add(frame(view, index))
        if index % 2 == 0:
            store.write(memory)
            print(index, flush=True)
        index += 1


if __name__ == "__main__":
    main(sys.argv[1])
