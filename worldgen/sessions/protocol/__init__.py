"""Every message between the browser and us, in one versioned place.

    client.py   browser ──▶ us    hello · start · control · ack · event · edit · pause · fly
                                  · restart · stop · save · cancel · peek · rewind (JSON),
                                  a picture (bytes)
    server.py   us ──▶ browser    welcome · status · error · picture · ended · saving
                                  · branches · preview (JSON)
    frame.py    us ──▶ browser    a frame: header, then planes (bytes)

The browser's side is `web/static/wire.js`; `tests/web` holds the two together.

Not here: what a message does (`session`), sockets and Origins (`web`).
"""

from worldgen.sessions.protocol.client import (
    FORMATS,
    MAX_MASK_PX,
    MAX_MESSAGE_CHARACTERS,
    MAX_PICTURE_BYTES,
    MAX_RUNS,
    MAX_SEED,
    Ack,
    Cancel,
    ClientMessage,
    Control,
    Edit,
    Event,
    Fly,
    Hello,
    Pause,
    Peek,
    Picture,
    Restart,
    Rewind,
    Save,
    Start,
    Stop,
    parse,
)
from worldgen.sessions.protocol.frame import (
    FRAME_KIND,
    HEADER,
    PLANE_HEAD,
    Codec,
    FrameMessage,
    Plane,
    PlaneName,
    decode_frame,
    encode_frame,
)
from worldgen.sessions.protocol.server import (
    Branch,
    Branches,
    Ended,
    Pictured,
    Preview,
    Problem,
    Report,
    Saved,
    Saving,
    ServerMessage,
    Stage,
    Status,
    Unmade,
    Welcome,
)
from worldgen.sessions.protocol.version import PROTOCOL

__all__ = [
    "Ack",
    "Branch",
    "Branches",
    "Cancel",
    "ClientMessage",
    "Codec",
    "Control",
    "Edit",
    "Ended",
    "Event",
    "FORMATS",
    "FRAME_KIND",
    "Fly",
    "FrameMessage",
    "HEADER",
    "Hello",
    "MAX_MASK_PX",
    "MAX_MESSAGE_CHARACTERS",
    "MAX_PICTURE_BYTES",
    "MAX_RUNS",
    "MAX_SEED",
    "PLANE_HEAD",
    "PROTOCOL",
    "Pause",
    "Peek",
    "Picture",
    "Pictured",
    "Plane",
    "PlaneName",
    "Preview",
    "Problem",
    "Report",
    "Restart",
    "Rewind",
    "Save",
    "Saved",
    "Saving",
    "Unmade",
    "ServerMessage",
    "Stage",
    "Start",
    "Status",
    "Stop",
    "Welcome",
    "decode_frame",
    "encode_frame",
    "parse",
]
