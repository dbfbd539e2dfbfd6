"""A part of the picture that a person marked, until the world is told what shall be there.

    edit on the wire ──of──▶ Marked ──on the newest frame──▶ Edit

The page stands still while somebody marks; should another frame have come all the same,
the mask fits nothing any more and is refused.

Not here: drawing the part anew (`world`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from worldgen.errors import SessionError, ShapeError
from worldgen.media import decode_runs
from worldgen.sessions import protocol as wire
from worldgen.types import Edit, Frame


@dataclass(frozen=True, kw_only=True, eq=False)
class Marked:
    """An edit, and the index of the frame that it was marked on."""

    index: int
    edit: Edit

    @classmethod
    def of(cls, message: wire.Edit) -> Marked:
        """What a page sent.

        Raises:
            ShapeError: its runs are no mask, or nothing is marked.
            PromptError: there are no words.
        """
        mask = decode_runs(message.runs, message.width_px, message.height_px)
        return cls(index=message.index, edit=Edit(text=message.text, mask=mask))

    def on(self, frame: Frame) -> Edit:
        """The edit, its mask as large as the frame.

        Raises:
            SessionError: it was marked on another frame.
            ShapeError: the mask is larger than the frame.
        """
        if self.index != frame.index:
            raise SessionError(
                f"the part was marked on frame {self.index}, and the world is at {frame.index} "
                "by now; please mark it again"
            )
        return replace(self.edit, mask=_enlarged(self.edit.mask, frame.camera.shape))


def _enlarged(mask: NDArray[np.bool_], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """A mask at the size of a frame, (H, W): each pixel is its nearest one's."""
    if any(side > most for side, most in zip(mask.shape, shape, strict=True)):
        (height, width), (high, wide) = mask.shape, shape
        raise ShapeError(
            f"the mask has {width} × {height} pixels, the frame {wide} × {high}; "
            "a mask may be as large at most"
        )
    rows, columns = (
        (2 * np.arange(wanted) + 1) * side // (2 * wanted)
        for side, wanted in zip(mask.shape, shape, strict=True)
    )
    return mask[np.ix_(rows, columns)]
