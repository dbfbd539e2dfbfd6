"""What a place looked like, in 3D, for ever: pictures kept, and drawn from elsewhere.

    spatial.py          SpatialMemory: the value that a walk carries along
    splat.py            draw posed RGB-D pictures from a new camera
    keyframe.py         one remembered picture
    select.py           which pictures to draw, which to forget
    shelf.py            the pictures that are kept, and which one goes
    moving.py           what moved a moment ago
    voxels.py           ground and walls
    forget.py           memory without a part of space
    kernel_*.py         the loops of all these

Not here: what comes next (`models`), joining the two (`world`).
"""

from worldgen.memory.forget import Box, Region, without
from worldgen.memory.spatial import MemoryConfig, SpatialMemory, warm_up
from worldgen.memory.splat import Recall, splat

__all__ = [
    "Box", "MemoryConfig", "Recall", "Region", "SpatialMemory", "splat", "warm_up", "without",
]  # fmt: skip
