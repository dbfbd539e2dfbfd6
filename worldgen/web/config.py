"""What the page is told; settings are read elsewhere (`settings`)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from worldgen.serving.lobby import LobbyConfig
from worldgen.serving.worker import LoadModel


def _say_nothing(_: str) -> None:
    pass


@dataclass(frozen=True, kw_only=True)
class WebConfig:
    """One server.

    Attributes:
        load: loads the model; called once the page is up, on the device's thread.
        host: address to listen on; "0.0.0.0" is everybody's.
        port: TCP port; None takes the first free one from 7860.
        lobby: seats, limits, and where walks are recorded.
        origins: other sites, such as "https://example.org", whose pages may open the socket;
            the page's own site always may.
        root_path: the path under which a proxy serves the page, such as "/worldgen".
        auth: (name, password) pairs; empty lets everybody in.
        say: is told the page's address once it can be opened.
    """

    load: LoadModel
    host: str = "127.0.0.1"
    port: int | None = None
    lobby: LobbyConfig = field(default_factory=LobbyConfig)
    origins: tuple[str, ...] = ()
    root_path: str = ""
    auth: tuple[tuple[str, str], ...] = ()
    say: Callable[[str], None] = _say_nothing
