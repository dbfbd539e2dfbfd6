"""Axes, poses, cameras, depth and points: the conventions that everything shares.

Axes        camera: +x right, +y down, +z forward (OpenCV). The world's are the
            same at the identity pose, so world up is −y.
Poses       camera-to-world, 4×4 float64, metres, rigid: point_world = pose @ point_camera.
Angles      radians. Yaw turns right (about +y), pitch looks up; no roll.
            A rotation is yaw after pitch: `look(yaw, pitch)`.
Pixels      the pinhole's fx, fy, cx, cy are in pixels. Row v runs down, column u
            right; a pixel's centre is at (u + ½, v + ½), so a point that projects
            to `uv` lies in pixel `floor(uv)`.
Depth       metres along the camera's +z (not along the ray), float32;
            +inf is sky, 0 is unknown.
Colour      (H, W, 3) uint8 sRGB.
Time        seconds; frame 0 is at 0.

NumPy only. Not here: how a body moves (`kinematics`), surfaces (`lifting`).
"""

from worldgen.geometry.camera import Camera
from worldgen.geometry.depth import (
    normals,
    plucker_rays,
    project,
    unproject,
    unproject_image,
)
from worldgen.geometry.poses import (
    compose,
    invert,
    look,
    pose,
    rotation_angle_rad,
    wrap_angle,
    yaw_pitch_of,
)
from worldgen.geometry.validity import check_pose, read_only

__all__ = [
    "Camera",
    "check_pose",
    "compose",
    "invert",
    "look",
    "normals",
    "plucker_rays",
    "pose",
    "project",
    "read_only",
    "rotation_angle_rad",
    "unproject",
    "unproject_image",
    "wrap_angle",
    "yaw_pitch_of",
]
