"""What a place looked like, in 3D, for ever: pictures kept, and drawn from elsewhere.

    spatial.py          SpatialMemory: the value that a walk carries along
    splat.py            draw posed RGB-D pictures from a new camera
    keyframe.py         one remembered picture
    packing.py          a picture made small, and whole again
    shelf.py            the pictures that are kept, by place, within a budget
    select.py           which pictures to draw, which to forget
    ready.py            those that were drawn last, ready to be drawn again
    moving.py           what moved a moment ago
    steady.py           what was seen from where one stands
    empty.py            what was looked through stays empty
    haze.py             what was seen through more air clears as one comes near
    voxels.py           ground and walls
    regions.py          voxels far away, squeezed
    store.py            a memory on disk, written as it grows
    forget.py           memory without a part of space
    kernel_*.py         the loops of all these

Not here: what comes next (`models`), joining the two (`world`).
"""

from worldgen.memory.forget import Box, Region, let_go, without
from worldgen.memory.spatial import DREAMT, MemoryConfig, SpatialMemory, warm_up
from worldgen.memory.splat import Recall, splat
from worldgen.memory.store import MemoryStore, load_memory

__all__ = [
    "DREAMT",
    "Box",
    "MemoryConfig",
    "MemoryStore",
    "Recall",
    "Region",
    "SpatialMemory",
    "let_go",
    "load_memory",
    "splat",
    "warm_up",
    "without",
]
