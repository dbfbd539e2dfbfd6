"""An action and a body, in a space that can be asked for ground and walls, to the next pose.

    Body + Action ──▶ advance(…, Space, dt_s) ──▶ Body ──▶ eye_pose

The same few lines move the camera at play, in synthetic walks and, rewritten
for the browser, in its prediction; so they are plain, free of chance and of
clocks. Ground at the start is y = 0 (world up is −y), the eye at y = −eye_m.

Not here: who knows where walls are (`memory`, `data`), keys (`sessions`).
"""

from worldgen.kinematics.advance import advance, body_at, eye_pose
from worldgen.kinematics.body import Body, BodyConfig
from worldgen.kinematics.care import at_arms_length, with_care
from worldgen.kinematics.space import OpenSpace, Space

__all__ = [
    "Body",
    "BodyConfig",
    "OpenSpace",
    "Space",
    "advance",
    "at_arms_length",
    "body_at",
    "eye_pose",
    "with_care",
]
