"""One person, one world, live: what is said on the wire, and what happens when.

    protocol/     every message between the browser and us, and the frame's bytes
    keys.py       held keys and look deltas to one Action a frame
    pacing.py     when the next frame may be made: acknowledgements and cadence
    outbox.py     what waits to be sent to one connection
    standing.py   where a session stands; what its two threads share
    session.py    the state machine: empty, starting, walking, paused, ended

A session sees its world through a small Protocol and its recording through
another, so nothing here knows a model, a file or a socket.

Not here: many people and few devices (`serving`), the page (`web`).
"""
