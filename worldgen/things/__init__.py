"""Things that stand, fall and roll in a world: rigid bodies, in metres, named by words.

    words.py      a sentence to what it wishes for
    clauses.py    a sentence taken apart
    phrasing.py   what is said otherwise, said as it is read here
    lexicon.py    what its words mean
    relations.py  a place, told from another thing
    catalogue.py  what a noun looks like
    landmarks.py  what larger things look like
    plants.py     what grows
    scattering.py what stands about in a kind of place
    solids.py     single parts of both
    colours.py    colours by name
    placing.py    where a thing comes to be
    pointing.py   a part of the view that is to be filled
    shapes.py     Part, Thing: what all of this is about
    physics.py    falling, bouncing, rolling, resting
    solid.py      a space with things in it
    drawing.py    things as a camera sees them
    warming.py    all of it used once, before anybody waits
    kernel_*.py   the loops of these

Not here: the model that draws them for people, and what is remembered of them (`world`).
"""

from worldgen.things.catalogue import nouns
from worldgen.things.drawing import Drawing, draw
from worldgen.things.lexicon import ADD, CHANGE, DROP, REMOVE, THROW
from worldgen.things.physics import fall
from worldgen.things.placing import View, altered, place
from worldgen.things.pointing import Pointed
from worldgen.things.relations import Beside
from worldgen.things.shapes import Part, Thing
from worldgen.things.solid import SolidSpace
from worldgen.things.warming import warm_up
from worldgen.things.words import Wish, read

__all__ = [
    "ADD", "Beside", "CHANGE", "DROP", "Drawing", "Part", "Pointed", "REMOVE", "SolidSpace",
    "THROW", "Thing", "View", "Wish", "altered", "draw", "fall", "nouns", "place", "read",
    "warm_up",
]  # fmt: skip
