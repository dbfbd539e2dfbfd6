"""Held keys and look deltas to one Action a frame.

    W A S D           walk
    LEFT RIGHT UP DOWN  turn, 0.05 rad a frame
    SPACE, SHIFT      jump, run

The newest message says which keys are held: latest wins. What was turned by
mouse or finger adds up until a frame takes it, and a key that was tapped
between two frames counts for one, so nothing a person did is lost. Whether they
fly is told apart from what they hold, and stays when everything is let go.

Not here: the browser's key codes (`web`), moving (`kinematics`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace

from worldgen.errors import ProtocolError
from worldgen.sessions.protocol import Control
from worldgen.types import Action

KEYS = ("W", "A", "S", "D", "LEFT", "RIGHT", "UP", "DOWN", "SPACE", "SHIFT")
LOOK_RAD = 0.05
"""How far an arrow key turns the view in one frame."""

MAX_TURN_RAD = 0.25
"""The most that one frame turns by mouse or finger; the rest waits for the next frame."""

MAX_WAITING_RAD = 1.0
"""The most that waits; a wilder swing is cut off."""


def action_of(
    keys: Iterable[str],
    *,
    yaw_rad: float = 0.0,
    pitch_rad: float = 0.0,
    forward: float = 0.0,
    strafe: float = 0.0,
) -> Action:
    """What these keys, this turn and this stick amount to for one frame.

    Raises:
        ProtocolError: a key that is not one of `KEYS`.
    """
    held = checked(keys)

    def axis(positive: str, negative: str) -> int:
        return (positive in held) - (negative in held)

    return Action(
        forward=_clamp(axis("W", "S") + forward, 1.0),
        strafe=_clamp(axis("D", "A") + strafe, 1.0),
        yaw=axis("RIGHT", "LEFT") * LOOK_RAD + yaw_rad,
        pitch=axis("UP", "DOWN") * LOOK_RAD + pitch_rad,
        jump="SPACE" in held,
        run="SHIFT" in held,
    )


def checked(keys: Iterable[str]) -> frozenset[str]:
    """The keys as a set.

    Raises:
        ProtocolError: a key that is not one of `KEYS`.
    """
    held = frozenset(keys)
    unknown = sorted(held.difference(KEYS))
    if unknown:
        raise ProtocolError(f"unknown key {unknown[0][:20]!r}; the keys are {' '.join(KEYS)}")
    return held


@dataclass(frozen=True, kw_only=True)
class Taken:
    """One frame's action, and the control that it answers.

    Attributes:
        seq, at_ms: of that control.
        waiting_yaw_rad, waiting_pitch_rad: what was turned up to then and waits for the next frame.
    """

    action: Action
    seq: int
    at_ms: float
    waiting_yaw_rad: float = 0.0
    waiting_pitch_rad: float = 0.0


class Controls:
    """What a person holds; messages come from one thread, frames take from another.

    Attributes:
        flies: whether they have left the ground.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._newest = Control(seq=0, at_ms=0.0)
        self._held: frozenset[str] = frozenset()
        self._tapped: frozenset[str] = frozenset()
        self._yaw_rad = 0.0
        self._pitch_rad = 0.0
        self.flies = False

    def put(self, control: Control) -> bool:
        """Take note of a message; False when it asks for nothing at all.

        A message older than the newest one is dropped.

        Raises:
            ProtocolError: an unknown key; what was held before stays held.
        """
        held = checked(control.keys)
        with self._lock:
            if control.seq <= self._newest.seq:
                return False
            self._newest = control
            self._tapped |= held
            self._held = held
            self._yaw_rad = _clamp(self._yaw_rad + control.yaw_rad, MAX_WAITING_RAD)
            self._pitch_rad = _clamp(self._pitch_rad + control.pitch_rad, MAX_WAITING_RAD)
        turned = control.yaw_rad or control.pitch_rad or control.forward or control.strafe
        return bool(held or turned)

    def take(self) -> Taken:
        """This frame's action; what was turned is used up, what is held stays held."""
        with self._lock:
            newest = self._newest
            keys = self._held | self._tapped
            yaw_rad = _clamp(self._yaw_rad, MAX_TURN_RAD)
            pitch_rad = _clamp(self._pitch_rad, MAX_TURN_RAD)
            self._yaw_rad -= yaw_rad
            self._pitch_rad -= pitch_rad
            waiting = self._yaw_rad, self._pitch_rad
            self._tapped = frozenset()
        action = action_of(
            keys,
            yaw_rad=yaw_rad,
            pitch_rad=pitch_rad,
            forward=newest.forward,
            strafe=newest.strafe,
        )
        return Taken(
            action=replace(action, fly=self.flies),
            seq=newest.seq,
            at_ms=newest.at_ms,
            waiting_yaw_rad=waiting[0],
            waiting_pitch_rad=waiting[1],
        )

    def release(self) -> None:
        """Let go of everything, as when the connection is lost."""
        with self._lock:
            self._newest = Control(seq=self._newest.seq, at_ms=self._newest.at_ms)
            self._held = self._tapped = frozenset()
            self._yaw_rad = self._pitch_rad = 0.0

    def forget(self) -> None:
        """Let go, and count from the start again: another page is at the controls."""
        with self._lock:
            self._newest = Control(seq=0, at_ms=0.0)
            self._held = self._tapped = frozenset()
            self._yaw_rad = self._pitch_rad = 0.0


def _clamp(value: float, limit: float) -> float:
    return min(max(value, -limit), limit)
