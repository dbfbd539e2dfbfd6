"""Things that stand, fall and roll in a world: rigid bodies, in metres, named by words.

    words.py      a sentence to what it wishes for
    catalogue.py  what a noun looks like
    colours.py    colours by name
    placing.py    where a thing comes to be
    shapes.py     Part, Thing: what all of this is about
    physics.py    falling, bouncing, rolling, resting
    solid.py      a space with things in it
    drawing.py    things as a camera sees them
    warming.py    all of it used once, before anybody waits
    kernel_*.py   the loops of these

Not here: the model that draws them for people, and what is remembered of them (`world`).
"""

from worldgen.things.drawing import Drawing, draw
from worldgen.things.physics import fall
from worldgen.things.placing import Pointed, View, place
from worldgen.things.shapes import Part, Thing
from worldgen.things.solid import SolidSpace
from worldgen.things.warming import warm_up
from worldgen.things.words import ADD, DROP, REMOVE, THROW, Wish, read

__all__ = [
    "ADD", "DROP", "Drawing", "Part", "Pointed", "REMOVE", "SolidSpace", "THROW", "Thing", "View",
    "Wish", "draw", "fall", "place", "read", "warm_up",
]  # fmt: skip
