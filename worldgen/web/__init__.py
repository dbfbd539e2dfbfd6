"""The browser side: one page, one socket, and the files they need.

    config.py     what the page is told
    examples.py   worlds to begin with, and where their thumbnails lie
    page.py       the Gradio page: one custom viewport, one token a visit
    socket.py     the WebSocket route: Origin, token, messages in, frames out
    files.py      the route for the page's own files, and for saved walks
    server.py     all of it on one port
    thumbnails.py draws the examples' thumbnails with the model itself
    static/       what runs in the browser; `main.js` says how it hangs together

Gradio draws the shell and hands out tokens; everything live goes through the
socket. Nothing comes from another server.

Not here: what a message does (`sessions`), whose turn it is (`serving`).
"""

import signal
from contextlib import suppress

from worldgen.web.config import WebConfig

__all__ = ["WebConfig", "launch"]


def launch(config: WebConfig) -> None:
    """Serve the page until interrupted, by Ctrl-C or by SIGTERM, as services are ended."""
    from worldgen.web.server import Server  # gradio takes seconds to import

    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt), Server(config) as server:
        server.wait()
