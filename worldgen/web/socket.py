"""The one WebSocket: who may open it, messages in, frames out.

    connect ──Origin──▶ hello {protocol, session} ──token──▶ messages both ways

A page of another site is refused before the handshake ends. The token is the
capability; Gradio's login does not cover this route, its tokens do. Nothing
here waits for the device: the event loop belongs to everybody.

Not here: what messages mean (`sessions.protocol`), what they do (`serving`).
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

import anyio
from starlette.routing import WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from worldgen.errors import ProtocolError, SessionGoneError, WorldgenError
from worldgen.monitoring import log
from worldgen.serving.lobby import Lobby
from worldgen.sessions.outbox import (
    CLOSE_PROTOCOL,
    CLOSE_SILENT,
    CLOSE_UNKNOWN,
    Outbox,
)
from worldgen.sessions.problems import problem_of
from worldgen.sessions.protocol import PROTOCOL, Hello, Peek, Picture, parse

LIVE_ROUTE = "world/live"
REASON_BYTES = 123
HELLO_S = 10.0


def live_route(lobby: Lobby, origins: tuple[str, ...]) -> WebSocketRoute:
    """The route for everything live.

    Args:
        lobby: who may come in.
        origins: other sites that may, such as "https://example.org".
    """

    async def live(websocket: WebSocket) -> None:
        if not is_welcome(websocket.headers, origins):
            log("socket.refused", origin=websocket.headers.get("origin", ""))
            await websocket.close(1008)
            return
        await websocket.accept()
        with suppress(WebSocketDisconnect):
            await _Connection(websocket, lobby).serve()

    return WebSocketRoute(f"/{LIVE_ROUTE}", live)


def is_welcome(headers: Mapping[str, str], origins: tuple[str, ...]) -> bool:
    """Whether a page of that Origin may connect: the same site, or one that is named.

    No Origin at all is no browser; such a client needs the token like everybody.
    """
    origin = headers.get("origin")
    if origin is None or origin in origins:
        return True
    hosts = (headers.get("x-forwarded-host", "").split(",")[0].strip(), headers.get("host", ""))
    site = urlsplit(origin)
    return site.scheme in ("http", "https") and site.netloc in hosts and bool(site.netloc)


class _Connection:
    """One open socket."""

    def __init__(self, websocket: WebSocket, lobby: Lobby) -> None:
        self._websocket = websocket
        self._lobby = lobby
        self._loop = asyncio.get_running_loop()
        self._waiting = asyncio.Event()
        self._outbox = Outbox(self._wake)

    async def serve(self) -> None:
        """From hello to the last message."""
        hello = await self._hello()
        if hello is None:
            return
        try:
            session = self._lobby.enter(hello.session, self._outbox)
        except SessionGoneError as error:
            await self._websocket.close(CLOSE_UNKNOWN, str(error))
            return
        try:
            async with anyio.create_task_group() as group:
                group.start_soon(self._until_gone, self._bring(hello.session), group.cancel_scope)
                group.start_soon(self._until_gone, self._send(), group.cancel_scope)
        finally:
            session.detach(self._outbox)

    @staticmethod
    async def _until_gone(side: Coroutine[Any, Any, None], both: anyio.CancelScope) -> None:
        """One direction, until the page is gone; then the other one ends, too."""
        with suppress(WebSocketDisconnect, RuntimeError):  # starlette raises both when it is gone
            await side
        both.cancel()

    async def _hello(self) -> Hello | None:
        """The greeting; None if there was none that we understand, and the socket is closed."""
        try:
            message = parse(await asyncio.wait_for(self._receive(), HELLO_S))
        except TimeoutError:
            await self._websocket.close(CLOSE_SILENT, "no greeting came")
            return None
        except ProtocolError as error:
            await self._websocket.close(CLOSE_PROTOCOL, _short(str(error)))
            return None
        if not isinstance(message, Hello) or message.protocol != PROTOCOL:
            await self._websocket.close(CLOSE_PROTOCOL, "please reload the page: it is out of date")
            return None
        return message

    async def _receive(self) -> str | bytes:
        event = await self._websocket.receive()
        if event["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(event.get("code", 1006))
        text, data = event.get("text"), event.get("bytes")
        return text if text is not None else data or b""

    async def _bring(self, token: str) -> None:
        """Pass messages on until the page is gone or another one took over."""
        while self._outbox.closing is None:
            raw = await self._receive()
            try:
                message = parse(raw)
                if isinstance(message, Picture | Peek):  # decoding one takes long
                    await asyncio.to_thread(self._lobby.receive, token, message)
                else:
                    self._lobby.receive(token, message)
            except WorldgenError as error:
                self._outbox.say(problem_of(error))

    async def _send(self) -> None:
        """Send what waits; close when asked to."""
        while True:
            await self._waiting.wait()
            self._waiting.clear()
            for message in self._outbox.drain():
                if isinstance(message, str):
                    await self._websocket.send_text(message)
                else:
                    await self._websocket.send_bytes(message)
            if self._outbox.closing is not None:
                await self._websocket.close(self._outbox.closing)
                return

    def _wake(self) -> None:
        with suppress(RuntimeError):  # the loop is closed when the app ends
            self._loop.call_soon_threadsafe(self._waiting.set)


def _short(reason: str) -> str:
    """As much of a reason as a closing frame holds: 123 bytes, and no part of a letter."""
    return reason.encode()[:REASON_BYTES].decode(errors="ignore")
