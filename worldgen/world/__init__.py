"""A world you can walk through: one model, one memory, one line of frames.

    world.py       World
    moment.py      Snapshot: what it is at a moment
    opening.py     what may begin it
    striding.py    one frame's way, and what is known from there
    outlook.py     a look aside, before one goes there
    showing.py     a drawn picture becomes the next frame, and is remembered
    hearing.py     what words make of a moment
    scaffold.py    what a model is told of where nobody has been
    staging.py     what events do to things, and things in hints and memory
    told.py        what is known, as a model is told it
    transition.py  the change of looks after an event
    relight.py     a picture's own colours in another light
    colour_transfer.py  from one light to the other
    region.py      a part of a view that is to be drawn anew
    provenance.py  what a recording of it says of where it came from
    replay.py      a recorded walk dreamt again, and held against what was recorded
    taking_up.py   a recorded walk taken up where it ended
    warming.py     a walk that nobody sees, before anybody waits

Not here: keys and live play (`sessions`), files made of a walk (`export`).
"""

from worldgen.world.moment import Snapshot
from worldgen.world.provenance import machine, walk_header
from worldgen.world.replay import Comparison, dream_again
from worldgen.world.warming import warm_up
from worldgen.world.world import World

__all__ = ["Comparison", "Snapshot", "World", "dream_again", "machine", "walk_header", "warm_up"]
