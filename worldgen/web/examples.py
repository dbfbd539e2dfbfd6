"""Worlds to begin with: what the page offers under its prompt.

A thumbnail is the first frame that the model itself draws for that text and
seed, so that what is clicked is what is walked in. As long as there is none the
page paints the example's three colours.

Not here: drawing them (`thumbnails`).
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

THUMBNAILS = Path(__file__).parent / "static" / "thumbnails"


@dataclass(frozen=True, kw_only=True)
class Example:
    """One world on offer.

    Attributes:
        slug: its file name.
        title: two or three words.
        text: the prompt.
        seed: the world's seed.
        colours: sky, horizon and ground, as CSS colours.
    """

    slug: str
    title: str
    text: str
    seed: int
    colours: tuple[str, str, str]

    @property
    def thumbnail(self) -> Path:
        """Where its thumbnail lies, if it has been drawn."""
        return THUMBNAILS / f"{self.slug}.jpg"

    def to_page(self) -> dict[str, Any]:
        """What the page needs to show it; the thumbnail's address is relative to `static`."""
        image = f"thumbnails/{self.thumbnail.name}" if self.thumbnail.is_file() else ""
        return {**asdict(self), "image": image}


EXAMPLES: tuple[Example, ...] = (
    Example(
        slug="snow-village",
        title="Snow village",
        text="a snowy village at dusk",
        seed=6,
        colours=("#2b3557", "#e7a27c", "#aeb9cc"),
    ),
    Example(
        slug="green-meadow",
        title="Green meadow",
        text="a sunny green meadow by day in spring",
        seed=6,
        colours=("#6fa8dc", "#dfe8d8", "#5d8a3c"),
    ),
    Example(
        slug="red-canyon",
        title="Red canyon",
        text="a red rock canyon at noon under a clear sky",
        seed=8,
        colours=("#4f8fc7", "#e3c29a", "#a9492a"),
    ),
    Example(
        slug="standing-stones",
        title="Standing stones",
        text="standing stones on a green field by day",
        seed=2,
        colours=("#7fb0e8", "#d3dbe6", "#8fc23c"),
    ),
    Example(
        slug="misty-wood",
        title="Misty wood",
        text="a foggy forest at dawn",
        seed=3,
        colours=("#dcd6d2", "#a9b79a", "#7a8f5a"),
    ),
    Example(
        slug="lava-field",
        title="Lava field",
        text="a lava field with glowing cracks at dusk",
        seed=8,
        colours=("#c9b3a6", "#e0a23c", "#2b1d1a"),
    ),
    Example(
        slug="savanna-sunset",
        title="Savanna sunset",
        text="a savanna at sunset, a few trees",
        seed=1,
        colours=("#c79ab8", "#f2cfa0", "#a5662e"),
    ),
    Example(
        slug="old-church",
        title="Old church",
        text="a church nave with stained glass windows",
        seed=6,
        colours=("#5d584f", "#5f8fb8", "#4a2d1e"),
    ),
)
