"""Colours by their names, as sRGB.

Plain words as people say them, with `light`, `dark`, `bright` and `pale` before.

Not here: what has which colour when nobody says so (`catalogue`).
"""

from __future__ import annotations

Rgb = tuple[int, int, int]

COLOURS: dict[str, Rgb] = {
    "red": (200, 30, 30), "scarlet": (215, 36, 24), "crimson": (165, 20, 45),
    "maroon": (110, 20, 30), "pink": (240, 150, 175), "magenta": (205, 40, 150),
    "orange": (235, 125, 25), "amber": (240, 170, 30), "yellow": (240, 210, 40),
    "gold": (212, 170, 55), "golden": (212, 170, 55), "cream": (240, 230, 200),
    "ivory": (240, 235, 215), "beige": (215, 200, 165), "tan": (205, 170, 125),
    "brown": (115, 75, 45), "chocolate": (90, 55, 30), "rust": (160, 75, 35),
    "rusty": (160, 75, 35), "green": (45, 140, 60), "lime": (140, 210, 50),
    "olive": (110, 115, 45), "emerald": (25, 150, 95), "mint": (155, 220, 185),
    "teal": (20, 125, 125), "turquoise": (50, 190, 185), "cyan": (40, 200, 225),
    "blue": (40, 80, 190), "azure": (60, 140, 230), "navy": (20, 30, 90),
    "indigo": (65, 35, 130), "violet": (130, 60, 185), "purple": (115, 40, 150),
    "lilac": (190, 160, 210), "white": (240, 240, 238), "silver": (190, 195, 200),
    "grey": (130, 130, 130), "gray": (130, 130, 130), "black": (25, 25, 28),
    "bronze": (140, 100, 50), "copper": (180, 105, 60), "sandy": (215, 190, 140),
    "stone": (150, 145, 135), "wooden": (140, 100, 60), "brick": (155, 75, 60),
    "marble": (225, 222, 215), "snowy": (240, 244, 248), "golden-brown": (160, 110, 50),
}  # fmt: skip

_TOWARDS: dict[str, tuple[Rgb, float]] = {
    "light": ((255, 255, 255), 0.4),
    "pale": ((235, 235, 230), 0.55),
    "dark": ((0, 0, 0), 0.45),
    "deep": ((0, 0, 0), 0.3),
    "bright": ((255, 255, 255), 0.1),
}
SHADES = tuple(_TOWARDS)
"""Words that make a colour lighter or darker."""


def colour_of(word: str, shade: str | None = None) -> Rgb | None:
    """The colour of that name, three values 0 to 255; None if the word is no colour.

    Args:
        word: lower case, such as "red".
        shade: one of `SHADES`, or None.
    """
    plain = COLOURS.get(word)
    return plain if plain is None or shade is None else mixed(plain, *_TOWARDS[shade])


def mixed(colour: Rgb, other: Rgb, share: float) -> Rgb:
    """A colour with a share, 0 to 1, of another in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(colour, other, strict=True))
    return red, green, blue
