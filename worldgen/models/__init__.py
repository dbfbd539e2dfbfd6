"""World models behind one protocol: what comes next, given what was done.

    base.py      the protocol and the values it speaks in
    echo.py      a fake that paints the pose as a colour, for tests
    registry.py  every model by name: does it run here, and if not, why
    wander/      the built-in model, its weights are in assets/models/wander

Not here: what a place looked like (`memory`), one line of frames (`world`).
"""
