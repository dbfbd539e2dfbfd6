"""Contact sheets: pictures in rows with words below, to be looked at beside the figures.

Not here: which pictures (`suite.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from PIL import Image, ImageDraw

from worldgen.evaluation.pictures import Rgb

FOOT_PX = 28
LINE = 42
BACK, INK = (16, 17, 20), (225, 226, 230)


def sheet(pictures: Sequence[Rgb], words: Sequence[str], columns: int) -> Image.Image:
    """Pictures row by row, each with at most two lines of words below it."""
    height, width = pictures[0].shape[:2]
    rows = -(-len(pictures) // columns)
    page = Image.new("RGB", (columns * width, rows * (height + FOOT_PX)), BACK)
    pen = ImageDraw.Draw(page)
    for index, (picture, said) in enumerate(zip(pictures, words, strict=True)):
        x, y = index % columns * width, index // columns * (height + FOOT_PX)
        page.paste(Image.fromarray(picture), (x, y))
        for line, part in enumerate(_lines(said)):
            pen.text((x + 4, y + height + 2 + 12 * line), part, fill=INK)
    return page


def _lines(words: str) -> list[str]:
    """The words broken once at a space, if they are long."""
    if len(words) <= LINE:
        return [words]
    cut = words.rfind(" ", 0, LINE)
    cut = LINE if cut < 1 else cut
    return [words[:cut], words[cut:].strip()[:LINE]]
