"""The picture that a person sent to begin a world from, kept until they do.

Not here: reading it safely (`media`), what a world makes of it (`world`).
"""

from __future__ import annotations

from PIL import Image

from worldgen.errors import ImageError
from worldgen.media import load_image
from worldgen.sessions.protocol import Pictured, Start
from worldgen.types import Prompt

KEPT_PX = 1024
"""The longer side is made so small at most."""


class HeldPicture:
    """At most one picture."""

    def __init__(self) -> None:
        self._image: Image.Image | None = None

    def __bool__(self) -> bool:
        return self._image is not None

    def take(self, data: bytes) -> Pictured:
        """Keep a picture file's picture.

        Raises:
            ImageError: it is none of ours; an older one is not kept in its place.
        """
        self._image = None
        image = load_image(data)
        width, height = image.size
        image.thumbnail((KEPT_PX, KEPT_PX))
        self._image = image
        return Pictured(width_px=width, height_px=height)

    def prompt(self, message: Start) -> Prompt:
        """What a world begins with.

        Raises:
            ImageError: it is to begin from a picture, and there is none.
        """
        if message.picture and self._image is None:
            raise ImageError("the picture did not arrive; please drop it in again")
        return Prompt(text=message.text, image=self._image if message.picture else None)
