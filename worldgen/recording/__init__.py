"""A walk on disk: written as it happens, read back, taken up again, zipped.

    walk/
        walk.json           header, one line a frame, what was said and of which part
        prompt.png          the picture it began with, if there was one
        frames/000000.png   8-bit RGB
        depth/000000.png    16-bit, value × depth_scale_m; 0 unknown, 65535 sky

`walk.json` is whole JSON after every frame: appending overwrites the file's
short tail with one write, the pictures being there before the line that names
them. So a walk survives a kill at any moment, and a frame costs the same
however long the walk is. Should a write tear all the same, reading takes the
whole lines, and resuming mends the file.

A walk may `carry` on another one: its pictures are shared as hard links where the disk can, and
both are whole folders of their own.

Read `document` and `schema` for the form, `writer` and `reader` for the doing. Anybody's posed
RGB-D sequence in this form can be read. Not here: making frames again
(`world`), other file formats (`export`).
"""

from worldgen.recording.archive import zip_walk
from worldgen.recording.reader import Walk, read_picture, read_walk
from worldgen.recording.schema import WalkHeader
from worldgen.recording.writer import WalkWriter

__all__ = ["Walk", "WalkHeader", "WalkWriter", "read_picture", "read_walk", "zip_walk"]
