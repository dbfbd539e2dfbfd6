"""SpatialMemory: what every place looked like, as a value.

    memory.hint(camera, epoch) ──▶ Recall      what is known of a view
    memory.steadied(recall, …) ──▶ the same, and from where one stands what was seen from there
    memory.settled(frame)      ──▶ the frame, with nothing where others looked through or walked
    memory.add(frame, epoch)   ──▶ another memory, sharing all that did not change
    memory.glimpse(frame, …)   ──▶ the same for a view aside, which is not the newest frame
    memory.space()             ──▶ ground and walls, as far as they were seen

A frame is kept when much of it was unknown or is now seen twice as sharp; the newest
frame is remembered until the next one comes, so that nothing is lost between two
keyframes. What is kept has a budget: far away it shrinks, here it stays whole. What
was seen first is what is shown, once it is ripe (`DREAMT`).

An event begins an epoch: colours of older epochs no longer hold, their depth
does. What moves by itself is not kept; only the newest frame's is remembered,
half trusted.

Not here: drawing (`splat`), choosing (`select`), voxels (`voxels`).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import ConfigError
from worldgen.geometry import Camera, pose
from worldgen.geometry.around import least_around
from worldgen.kinematics import BodyConfig, Space
from worldgen.memory.beside import beside
from worldgen.memory.empty import behind
from worldgen.memory.haze import Air, air_of
from worldgen.memory.keyframe import (
    GREEN,
    Look,
    as_kept,
    keep,
    look,
    look_at_moving,
    parts_shown,
    shows,
)
from worldgen.memory.moving import with_moving
from worldgen.memory.ready import Ready
from worldgen.memory.select import choose
from worldgen.memory.shelf import Shelf
from worldgen.memory.splat import Lifted, Recall, draw_lifted
from worldgen.memory.steady import Held, carried, held_after, steady
from worldgen.memory.voxels import SeenSpace, VoxelMap
from worldgen.types import Frame, Weather

WELL_KNOWN = 0.5
"""Confidence in a pixel's colour from which a second look is no news."""

SAME_DEPTH = 0.05
"""Share by which a depth must be less to be another, nearer surface."""

BEHIND = 1.15
"""How many times farther a pixel lies that shows what is behind something remembered."""

SURE_OF_PLACE = 0.7
"""Confidence in a depth from which a picture that does not show it has missed it."""

HINTED = 0.2
"""Confidence in a depth from which something is held to stand there at all."""

RIM_PX, BEHIND_RIM = 2, 1.5
"""So near to something remembered, a pixel so many times as far is no proof: it may be its rim."""

LATEST_WEIGHT = 0.6
"""What the newest frame's sharpness counts for: keyframes go first unless they are much coarser."""

NEW = 0.35
"""Trust in a pixel that nothing was known of, in a picture that was mostly known."""

FRESH_SHARE = 0.6
"""A picture of which less was known than this is new as a whole, and nothing in it is green."""

HALF_KNOWN = 0.25
"""Confidence from which a pixel counts as known there: seen half as sharp as now."""

LOOKED_FOR = 192
"""Keyframes, those nearest by, among which the ones to draw are chosen."""

FRAYED_SHARE = 0.1
"""So near to its sides, as a share of its width, a view aside is green: what it drew there without
knowing how things go on is drawn again by the next one, which does."""

FROM_LATEST = -2
"""`Recall.source` of a pixel drawn from the newest frame when that was not kept."""


@dataclass(frozen=True, kw_only=True)
class MemoryConfig:
    """How much is remembered.

    Attributes:
        max_keyframes: pictures kept at most; 0 switches memory of pictures off.
        max_picture_mb: what they may cost, in millions of bytes; far ones shrink to fit.
        drawn_keyframes: pictures drawn for one view at most.
        new_share: a frame is kept when this share of it was unknown or half as sharp, 0 to 1.
        ripening: what trust in something new grows by with every picture that shows it again,
            0 to 1; with 1 every picture is believed at once, as a true one may be.
    """

    max_keyframes: int = 20_000
    max_picture_mb: float = 320.0
    drawn_keyframes: int = 8
    new_share: float = 0.2
    ripening: float = 1.0

    def __post_init__(self) -> None:
        if self.max_keyframes < 0 or self.drawn_keyframes < 2:
            raise ConfigError(
                f"memory: got max_keyframes={self.max_keyframes} and drawn_keyframes="
                f"{self.drawn_keyframes}; wanted at least 0 and 2"
            )
        if not self.max_picture_mb > 0.0:
            raise ConfigError(f"memory's max_picture_mb must be above 0, got {self.max_picture_mb}")
        if not 0.0 < self.new_share <= 1.0:
            raise ConfigError(f"memory's new_share must lie in (0, 1], got {self.new_share}")
        if not 0.0 < self.ripening <= 1.0:
            raise ConfigError(f"memory's ripening must lie in (0, 1], got {self.ripening}")


DREAMT = MemoryConfig(ripening=0.15)
"""For pictures that a model invents: a strip that has just come into view is drawn again a few
times, with more and more around it, before it is held to."""


@dataclass(frozen=True, kw_only=True, eq=False)
class SpatialMemory:
    """What was seen so far. A value: `add` gives a new one.

    Attributes:
        config: how much is remembered.
        body: whose eye sees; what it fills is free for ever.
        shelf: the pictures that are kept.
        latest: the newest frame, remembered until the next one comes.
        kept: whether that frame is on the shelf, too.
        stirring: what moved by itself in the newest frame; None if nothing did.
        voxels: ground and walls.
        ready: a memo of keyframes made ready to be drawn.
        empty_since: what keyframes of earlier frames looked through need not be empty any more.
        air: what the newest frame was seen through; None if that is nothing to speak of.
        held: pictures taken where the newest frame was, oldest first; none if that did not say what
            of it moves by itself.
    """

    config: MemoryConfig = field(default_factory=MemoryConfig)
    body: BodyConfig = field(default_factory=BodyConfig)
    shelf: Shelf = field(default_factory=Shelf)
    latest: Look | None = None
    kept: bool = False
    stirring: Look | None = None
    voxels: VoxelMap = field(default_factory=VoxelMap)
    ready: Ready = field(default_factory=Ready)
    empty_since: int = 0
    air: Air | None = None
    held: tuple[Held, ...] = ()

    def hint(self, camera: Camera, epoch: int = 0) -> Recall:
        """What is known of a view.

        Args:
            camera: the view.
            epoch: the style the world is in now; older keyframes give depth only.

        Returns:
            Its planes at the camera's full size; `source` counts the keyframes drawn, or is
            -2 where the newest frame is drawn and was not kept.
        """
        if self.latest is None:
            return Recall.empty(camera.height_px, camera.width_px)
        near = self.shelf.around(camera.position, LOOKED_FOR)
        chosen = choose(near, camera, epoch, self.config.drawn_keyframes - 1)
        pictures = [_lifted(self.latest, epoch)]
        for keyframe, parts in chosen:
            if not shows(keyframe, self.latest):
                picture = _lifted(self.ready.look(keyframe), epoch)
                pictures.append(picture._replace(parts=parts))
        if not self.kept:
            pictures[0] = pictures[0]._replace(weight=LATEST_WEIGHT)
        recall = draw_lifted(pictures, camera, pictures[0], self.air)
        if not self.kept:
            recall.source[recall.source == 0] = FROM_LATEST
        if self.stirring is None:
            return recall
        stirring = _lifted(self.stirring, epoch)._replace(parts=parts_shown(self.stirring))
        return with_moving(recall, draw_lifted([stirring], camera, air=self.air))

    def steadied(self, recall: Recall, camera: Camera, epoch: int = 0) -> Recall:
        """What a model is told of a view: `recall`, its hint, or what was seen from there."""
        return steady(recall, self.held, camera, epoch)

    def add(self, frame: Frame, epoch: int = 0, known: Recall | None = None) -> SpatialMemory:
        """The memory after one more frame.

        Args:
            frame: what was seen; without depth nothing can be remembered of it.
            epoch: the style the world is in.
            known: this memory's hint for the frame's camera, if it was drawn already.
        """
        if frame.depth_m is None:
            return self
        if self.config.max_keyframes == 0:
            return replace(self, voxels=self.voxels.observe(frame, self.body))
        voxels = beside(self.voxels.observe, frame, self.body)
        changed = self._with_look(frame, epoch, known)
        return replace(changed, voxels=voxels.result())

    def _with_look(self, frame: Frame, epoch: int, known: Recall | None) -> SpatialMemory:
        """What `add` does to the pictures."""
        stirs = frame.moving is not None and bool(frame.moving.any())
        stirring = look_at_moving(frame, epoch) if stirs else None
        recall = self.hint(frame.camera, epoch) if known is None else known
        frame = carried(frame, self.held, epoch)
        latest = self._looked(frame, epoch, recall)
        news = (latest.surfels[0] >= 0.0) & ~_known_well(recall) & ~latest.plain.green
        air = air_of(frame, self.air)
        changed = replace(
            self,
            stirring=stirring,
            latest=latest,
            kept=False,
            air=air,
            held=() if frame.moving is None else held_after(self.held, latest),
        )
        if np.count_nonzero(news) < self.config.new_share * news.size:
            return changed
        return replace(changed, shelf=self._shelved(latest), kept=True)

    def glimpse(self, frame: Frame, epoch: int, known: Recall) -> SpatialMemory:
        """The memory after a view aside: it is kept, and the newest frame stays the newest.

        Args:
            frame: what was seen, with the index of the frame that it goes before.
            epoch: the style that the world is in.
            known: this memory's hint for the frame's camera.
        """
        if frame.depth_m is None or self.config.max_keyframes == 0:
            return self
        shelf = self._shelved(self._looked(frame, epoch, known, aside=True))
        return replace(self, shelf=shelf, voxels=self.voxels.observe(frame, self.body))

    def has_view(self, camera: Camera, epoch: int, away_m: float, turned_rad: float) -> bool:
        """Whether a picture is kept that was taken from there and that way, or nearly so.

        Args:
            camera: the view.
            epoch: only pictures of this style count.
            away_m, turned_rad: how near is near: metres, and radians between the axes.
        """
        near = [k for k in self.shelf.around(camera.position, LOOKED_FOR) if k.epoch == epoch]
        if not near:
            return False
        poses = np.stack([keyframe.camera.pose_c2w for keyframe in near])
        away = np.linalg.norm(poses[:, :3, 3] - camera.position, axis=1)
        along = poses[:, :3, 2] @ camera.forward
        return bool(((away < away_m) & (along > np.cos(turned_rad))).any())

    def _looked(self, frame: Frame, epoch: int, recall: Recall, aside: bool = False) -> Look:
        """A frame as it is remembered, given what was known of it before."""
        second_hand = _known_well(recall) & ~_nearer(frame, recall)
        trust = _ripeness(recall, second_hand, self.config.ripening)
        if aside:
            trust = np.where(second_hand, trust, np.minimum(trust, _fraying(trust.shape)))
        missed, beside = _missed(frame, recall), _beside(frame, recall)
        return look(frame, epoch, second_hand, trust, missed, beside)

    def _shelved(self, seen: Look) -> Shelf:
        """The shelf with one more picture."""
        keyframe, config = keep(seen), self.config
        self.ready.put(keyframe, as_kept(seen))
        most_bytes = int(config.max_picture_mb * 1e6)
        return self.shelf.with_one(keyframe, config.max_keyframes, most_bytes)

    def settled(self, frame: Frame, epoch: int = 0) -> Frame:
        """A frame of which nothing stands where earlier ones of its epoch looked through.

        Nor where a body has been.

        Args:
            frame: as a model drew it.
            epoch: the style the world is in; older ones are not asked, events move matter.
        """
        if frame.depth_m is None:
            return frame
        near = self.shelf.around(frame.camera.position, LOOKED_FOR)
        asked = [k for k in near if k.epoch == epoch and k.index >= self.empty_since]
        near = sorted(asked, key=lambda k: k.index)
        depth_m = behind(frame.depth_m, frame.camera, near, self.ready)
        depth_m = self.voxels.off_the_way(depth_m, frame.camera)
        return frame if depth_m is frame.depth_m else replace(frame, depth_m=depth_m)

    def space(self, standing: NDArray[np.float64] | None = None) -> Space:
        """Ground and walls, as far as they were seen.

        Args:
            standing: (3,) metres, the ground under the body that asks, if it stands on any.
        """
        return SeenSpace(self.voxels, self.body, standing)


def warm_up(camera: Camera) -> None:
    """Use memory once, so that its loops are compiled before anybody waits for them."""
    flat = np.full(camera.shape, 2.0, np.float32)
    rgb = np.zeros((*camera.shape, 3), np.uint8)
    memory, thick = SpatialMemory(), Weather(haze_per_m=2.0)
    for index in range(2):
        view = camera.at(pose(np.array([0.0, -1.6, 0.1 * index])))
        moving = np.zeros(camera.shape, np.bool_)
        moving[0, 0] = True
        seen = Frame(
            rgb=rgb,
            depth_m=flat,
            camera=view,
            index=index,
            time_s=float(index),
            moving=moving,
            weather=thick,
        )
        memory = memory.add(memory.settled(seen))
    for keyframe in memory.shelf:
        keyframe.halved().ready()
        memory.shelf.with_one(keyframe, 1, 1)
    space = memory.space(np.zeros(3))
    space.ground_y(0.0, 0.0, 0.0)
    space.is_free(np.zeros(3), 0.25)
    aside = camera.at(pose(np.array([0.0, -1.6, 0.1]), 0.2))
    memory.steadied(memory.hint(aside), aside)


def _known_well(recall: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels of which a second look is no news."""
    well: NDArray[np.bool_] = (recall.source >= 0) & (recall.colour >= WELL_KNOWN)
    return well


def _ripeness(recall: Recall, second_hand: NDArray[np.bool_], growth: float) -> NDArray[np.float32]:
    """(H, W) float32: how far the pixels of the next picture are to be believed, 0 to 1."""
    half_known = recall.colour >= HALF_KNOWN
    if growth == 1.0 or np.count_nonzero(half_known) < FRESH_SHARE * half_known.size:
        return np.ones(half_known.shape, np.float32)
    ripened: NDArray[np.float32] = np.clip(recall.colour + np.float32(growth), NEW, 1.0)
    return np.where(second_hand, np.float32(1.0), ripened)


def _fraying(shape: tuple[int, int]) -> NDArray[np.float32]:
    """(H, W) float32: how far a view aside is to be believed at its sides, and 1 between them."""
    believed = np.ones(shape, np.float32)
    side = max(round(FRAYED_SHARE * shape[1]), 1)
    believed[:, :side] = believed[:, -side:] = GREEN
    return believed


def _lifted(seen: Look, epoch: int) -> Lifted:
    return Lifted(
        rgb=seen.plain.rgb, surfels=seen.surfels, camera=seen.camera, fresh=seen.epoch == epoch
    )


def _missed(frame: Frame, recall: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels that show what is behind something kept, as if it were not there.

    A thin trunk is missed now and then, more so in rain. Were such a pixel believed, memory would
    take it for proof that one can look through there, and the trunk would be gone for ever.
    """
    assert frame.depth_m is not None, "only frames with depth are kept"
    sure = (recall.source >= 0) & (recall.depth >= SURE_OF_PLACE) & np.isfinite(recall.depth_m)
    missed: NDArray[np.bool_] = sure & (frame.depth_m > recall.depth_m * np.float32(BEHIND))
    return missed


def _beside(frame: Frame, recall: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels at the rim of something kept, where memory is not sure of what they show.

    Were they taken for proof that one can look through there, a trunk that is drawn a little
    thinner would lose a pixel on each side with every picture, and soon be gone.
    """
    assert frame.depth_m is not None, "only frames with depth are kept"
    stands = (recall.source >= 0) & (recall.depth >= HINTED)
    nearest_m = least_around(np.where(stands, recall.depth_m, np.float32(np.inf)), RIM_PX)
    beside: NDArray[np.bool_] = frame.depth_m > nearest_m * np.float32(BEHIND_RIM)
    return beside & ~(stands & (recall.depth >= SURE_OF_PLACE))


def _nearer(frame: Frame, recall: Recall) -> NDArray[np.bool_]:
    """(H, W): pixels where something stands in front of what is remembered."""
    assert frame.depth_m is not None, "only frames with depth are kept"
    nearer: NDArray[np.bool_] = frame.depth_m < recall.depth_m * (1.0 - SAME_DEPTH)
    return nearer
