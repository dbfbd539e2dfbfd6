"""What a place looked like, in 3D, for ever: pictures kept, and drawn from elsewhere.

    splat.py     draw posed RGB-D pictures from a new camera
    kernel_surfels.py its loops: surfels and z-buffer
    kernel_resolve.py its last pass: colours and confidences

Not here: what comes next (`models`), joining the two (`world`).
"""

from worldgen.memory.splat import Recall, splat

__all__ = ["Recall", "splat"]
