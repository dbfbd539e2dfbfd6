"""The protocol's number, alone, because every part of it needs it.

Not here: what is said (`client`, `server`, `frame`).
"""

PROTOCOL = 6
