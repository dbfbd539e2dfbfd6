"""The page, the socket and the device, on one port.

The page is served first; the model is loaded after that, so that there is
something to look at within a second or two.

Not here: what the page says (`page`), what a session does (`serving`).
"""

from __future__ import annotations

import threading
from types import TracebackType

from worldgen.errors import ConfigError
from worldgen.serving.lobby import Lobby
from worldgen.web.config import WebConfig
from worldgen.web.files import file_routes, static_path
from worldgen.web.page import build_page, launch_options
from worldgen.web.socket import live_route


class Server:
    """One running app. A context manager: inside it the page can be opened."""

    def __init__(self, config: WebConfig) -> None:
        self._config = config
        self._stopped = threading.Event()
        static = static_path()
        self.lobby = Lobby(config.lobby, config.load)
        self._page = build_page(self.lobby, static)
        self._routes = [
            live_route(self.lobby, config.origins),
            *file_routes(self.lobby.saver, static),
        ]
        self._options = launch_options(static)
        self.url = ""

    def __enter__(self) -> Server:
        try:
            self._open()
        except BaseException:  # interrupted, or nowhere to listen: folders go all the same
            self.lobby.close()
            raise
        return self

    def _open(self) -> None:
        config = self._config
        try:
            _, url, _ = self._page.launch(
                server_name=config.host,
                server_port=config.port,
                root_path=config.root_path or None,
                auth=list(config.auth) or None,
                app_kwargs={"routes": self._routes},
                ssr_mode=False,  # its proxy has no WebSockets
                share=False,
                quiet=True,
                prevent_thread_lock=True,
                **self._options,
            )
        except OSError as error:
            raise ConfigError(
                f"cannot listen on {config.host} port {config.port or 'from 7860 on'}: {error}"
            ) from error
        self.url = url
        config.say(url)
        self.lobby.open()

    def wait(self) -> None:
        """For ever; who interrupts us ends it."""
        self._stopped.wait()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._page.close(verbose=False)
        self.lobby.close()
