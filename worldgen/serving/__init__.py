"""Many people, few devices: who may walk, whose turn it is, and where walks lie.

    limits.py   how many, how long, how much
    store.py    sessions by unguessable token, least recently served first
    worker.py   one thread per device: loads the model, then steps sessions in turn
    shelf.py    the folders that live walks are recorded to
    saver.py    files made of walks, in a process of their own
    humble.py   that process, which gives way to whoever walks
    save.py     what it makes
    scratch.py  temporary folders that go with us
    lobby.py    all of it behind one door, for the page

Nothing here blocks an event loop, and nothing heavy is imported: the model
comes in as a function that loads it.

Not here: one person's state machine (`sessions`), HTTP and sockets (`web`).
"""
