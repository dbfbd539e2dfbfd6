"""Depth images to points and back, and what follows from them: rays and normals.

Depth is metres along the camera's +z, +inf is sky, 0 is unknown (see `geometry`).
Plain NumPy, meant to be read and trusted; the fast paths that must agree with
it live with whoever needs them (`memory`, `lifting`).

Not here: where a depth comes from (`models`, `lifting.estimators`).
"""

import numpy as np

from worldgen.errors import ShapeError
from worldgen.geometry.camera import Camera
from worldgen.geometry.poses import compose, invert


def unproject(depth_m: np.ndarray, camera: Camera) -> np.ndarray:
    """Lift a depth image to points in the world.

    Args:
        depth_m: (H, W) float, metres along the camera's +z; 0 where unknown, +inf for sky.
        camera: intrinsics in pixels, camera-to-world pose in metres.

    Returns:
        (N, 3) float64, metres, world frame; one row per known pixel, row by row.

    Raises:
        ShapeError: the depth image is not the size the camera sees.
    """
    points: np.ndarray = unproject_image(depth_m, camera)[is_known(depth_m)]
    return points


def unproject_image(depth_m: np.ndarray, camera: Camera) -> np.ndarray:
    """Lift a depth image to one world point per pixel.

    Args:
        depth_m: (H, W) float metres, as in `unproject`.
        camera: the camera that saw it.

    Returns:
        (H, W, 3) float64, metres, world frame; NaN where unknown or sky.

    Raises:
        ShapeError: the depth image is not the size the camera sees.
    """
    _check_shape(depth_m, camera)
    z = np.where(is_known(depth_m), depth_m, np.nan).astype(np.float64)
    points_camera = pixel_rays(camera) * z[..., None]
    points_world: np.ndarray = points_camera @ camera.rotation.T + camera.position
    return points_world


def project(points_m: np.ndarray, camera: Camera) -> tuple[np.ndarray, np.ndarray]:
    """See world points through a camera.

    Args:
        points_m: (N, 3) float, metres, world frame.
        camera: the camera that looks at them.

    Returns:
        uv, (N, 2) float64 pixels: column, row; pixel `floor(uv)` shows the point, if it is inside
        the picture; NaN for points behind the camera. And z, (N,) float64 metres along +z.

    Raises:
        ShapeError: the points are not (N, 3).
    """
    points = np.asarray(points_m, dtype=np.float64)
    if points.ndim != 2 or points.shape[1] != 3:
        raise ShapeError(f"points must be (N, 3), got {points.shape}")
    points_camera = (points - camera.position) @ camera.rotation
    z = points_camera[:, 2]
    ahead = np.where(z > 0, z, np.nan)
    focal, centre = np.array([camera.fx, camera.fy]), np.array([camera.cx, camera.cy])
    return points_camera[:, :2] / ahead[:, None] * focal + centre, z


def pixel_rays(camera: Camera) -> np.ndarray:
    """(H, W, 3) float64: each pixel centre's ray in camera axes, its z being 1."""
    rays = np.ones((camera.height_px, camera.width_px, 3))
    rays[..., 0] = (np.arange(camera.width_px) + 0.5 - camera.cx) / camera.fx
    rays[..., 1] = ((np.arange(camera.height_px) + 0.5 - camera.cy) / camera.fy)[:, None]
    return rays


def plucker_rays(camera: Camera, reference_pose: np.ndarray | None = None) -> np.ndarray:
    """Every pixel's ray as a line in space: unit direction, then moment (origin × direction).

    Args:
        camera: the camera whose rays to give.
        reference_pose: (4, 4) camera-to-world pose of the frame to give them in; None: the world.

    Returns:
        (H, W, 6) float32; directions unitless, moments in metres.
    """
    pose = camera.pose_c2w
    if reference_pose is not None:
        pose = compose(invert(reference_pose), pose)
    directions = pixel_rays(camera) @ pose[:3, :3].T
    directions /= np.linalg.norm(directions, axis=-1, keepdims=True)
    moments = np.cross(pose[:3, 3], directions)
    return np.concatenate([directions, moments], axis=-1).astype(np.float32)


def normals(depth_m: np.ndarray, camera: Camera) -> np.ndarray:
    """Surface directions from a depth image, turned towards the camera.

    At each pixel the nearer-in-depth neighbour of each pair is used, so that an
    edge between near and far does not smear into a slanted surface.

    Args:
        depth_m: (H, W) float metres, as in `unproject`.
        camera: the camera that saw it.

    Returns:
        (H, W, 3) float32 unit vectors, world frame; zero where there is nothing to tell.

    Raises:
        ShapeError: the depth image is not the size the camera sees.
    """
    points = unproject_image(depth_m, camera)
    across = _closest_difference(points, depth_m, axis=1)
    down = _closest_difference(points, depth_m, axis=0)
    facing = np.cross(down, across)
    lengths = np.linalg.norm(facing, axis=-1, keepdims=True)
    known = np.isfinite(lengths) & (lengths > 0)
    unit = np.divide(facing, lengths, out=np.zeros_like(facing), where=known)
    away = np.sum(unit * np.nan_to_num(points - camera.position), axis=-1, keepdims=True) > 0
    towards: np.ndarray = np.where(away, -unit, unit).astype(np.float32)
    return towards


def is_known(depth_m: np.ndarray) -> np.ndarray:
    """(H, W) bool: where a depth image measured a surface, neither unknown nor sky."""
    known: np.ndarray = np.isfinite(depth_m) & (depth_m > 0)
    return known


def _closest_difference(points: np.ndarray, depth_m: np.ndarray, axis: int) -> np.ndarray:
    """Per pixel, the step to the neighbour along `axis` whose depth is closer to its own."""
    depth = np.where(is_known(depth_m), depth_m, np.nan).astype(np.float64)
    steps = np.diff(points, axis=axis)
    gaps = np.nan_to_num(np.abs(np.diff(depth, axis=axis)), nan=np.inf)
    none = np.full_like(np.take(points, [0], axis), np.nan)
    infinite = np.full_like(np.take(depth, [0], axis), np.inf)
    ahead = np.concatenate([steps, none], axis), np.concatenate([gaps, infinite], axis)
    behind = np.concatenate([none, steps], axis), np.concatenate([infinite, gaps], axis)
    return np.where((behind[1] < ahead[1])[..., None], behind[0], ahead[0])


def _check_shape(depth_m: np.ndarray, camera: Camera) -> None:
    if depth_m.shape != camera.shape:
        raise ShapeError(
            f"depth is {depth_m.shape} but the camera sees {camera.shape} (H, W); "
            "resize the depth or the camera first"
        )
