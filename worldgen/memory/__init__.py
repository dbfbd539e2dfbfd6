"""What a place looked like, in 3D, for ever: pictures kept, and drawn from elsewhere.

    spatial.py          SpatialMemory: the value that a walk carries along
    splat.py            draw posed RGB-D pictures from a new camera
    keyframe.py         one remembered picture
    select.py           which pictures to draw, which to forget
    voxels.py           ground and walls
    kernel_*.py         the loops of all these

Not here: what comes next (`models`), joining the two (`world`).
"""

from worldgen.memory.spatial import MemoryConfig, SpatialMemory
from worldgen.memory.splat import Recall, splat

__all__ = ["MemoryConfig", "Recall", "SpatialMemory", "splat"]
