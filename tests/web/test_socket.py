"""The one WebSocket: strangers stay out, and a page that misbehaves hurts nobody."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.testclient import TestClient, WebSocketTestSession
from starlette.websockets import WebSocketDisconnect

from tests.serving.fakes import eventually, make_lobby
from worldgen.serving.lobby import Lobby
from worldgen.sessions.protocol import PROTOCOL, FrameMessage, Stage, decode_frame
from worldgen.web.files import file_routes, static_path
from worldgen.web.socket import LIVE_ROUTE, is_welcome, live_route

HERE = "http://testserver"


@pytest.fixture
def lobby() -> Iterator[Lobby]:
    lobby = make_lobby(max_fps=50.0)
    lobby.open()
    eventually(lambda: lobby.is_ready)
    yield lobby
    lobby.close()


@pytest.fixture
def client(lobby: Lobby) -> Iterator[TestClient]:
    routes = [live_route(lobby, ("https://friend.example",)), *file_routes(lobby.saver, "s")]
    with TestClient(Starlette(routes=routes)) as client:
        yield client


class Page:
    """A page as the server sees it."""

    def __init__(self, socket: WebSocketTestSession) -> None:
        self.socket = socket
        self.seq = 0

    def send(self, kind: str, **fields: Any) -> None:
        self.socket.send_text(json.dumps({"type": kind, **fields}))

    def receive(self) -> dict[str, Any] | FrameMessage:
        event = self.socket.receive()
        if event["type"] == "websocket.close":
            raise WebSocketDisconnect(event["code"])
        if event.get("text") is not None:
            message: dict[str, Any] = json.loads(event["text"])
            return message
        frame = decode_frame(event["bytes"])
        self.send("ack", walk=frame.walk, index=frame.index)
        return frame

    def until(self, kind: str, **wanted: Any) -> dict[str, Any]:
        """The next message of that type with those fields; frames on the way are acknowledged."""
        while True:
            message = self.receive()
            if isinstance(message, FrameMessage) or message["type"] != kind:
                continue
            if all(message[name] == value for name, value in wanted.items()):
                return message

    def frame(self, index: int) -> FrameMessage:
        """The frame of that index, or the first after it."""
        while True:
            message = self.receive()
            if isinstance(message, FrameMessage) and message.index >= index:
                return message


@contextmanager
def opened(client: TestClient, token: str, protocol: int = PROTOCOL) -> Iterator[Page]:
    """A page that has said hello."""
    with client.websocket_connect(f"/{LIVE_ROUTE}", headers={"origin": HERE}) as socket:
        page = Page(socket)
        page.send("hello", protocol=protocol, session=token)
        yield page


def test_a_page_says_hello_starts_and_walks(client: TestClient, lobby: Lobby) -> None:
    """The whole way of a key to a frame, over the wire."""
    with opened(client, lobby.mint()) as page:
        assert page.receive()["protocol"] == PROTOCOL  # type: ignore[index]
        page.send("start", text="a snowy village", seed=3, picture=False)
        assert page.frame(0).index == 0
        page.send("control", seq=1, at_ms=12.5, keys=["W"])
        while (frame := page.frame(1)).answers < 1:
            pass
        assert frame.echo_ms == 12.5 and frame.pose_c2w[11] > 0


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "http://testserver.evil.example",
        "https://evil.example:80",
        "null",
        "file://",
        "http://",
        "chrome-extension://abc",
        "http://testserver:81",
    ],
)
def test_a_page_of_another_site_is_refused_before_it_can_speak(
    client: TestClient, lobby: Lobby, origin: str
) -> None:
    """Any site a person visits could otherwise drive, or watch, their session."""
    with (
        pytest.raises(WebSocketDisconnect) as refused,
        client.websocket_connect(f"/{LIVE_ROUTE}", headers={"origin": origin}),
    ):
        pass
    assert refused.value.code in (1000, 1008)


@pytest.mark.parametrize("headers", [{}, {"origin": HERE}, {"origin": "https://friend.example"}])
def test_our_own_page_a_named_site_and_a_client_without_origin_may_come(
    client: TestClient, lobby: Lobby, headers: dict[str, str]
) -> None:
    """Same site, a site the owner named, or no browser at all; the token is needed in any case."""
    with client.websocket_connect(f"/{LIVE_ROUTE}", headers=headers) as socket:
        page = Page(socket)
        page.send("hello", protocol=PROTOCOL, session=lobby.mint())
        assert page.until("welcome")["protocol"] == PROTOCOL


def test_behind_a_proxy_the_outside_name_counts() -> None:
    """The page's Origin is the proxy's name, not ours."""
    headers = {"origin": "https://app.example", "host": "10.0.0.2:7860"}
    assert not is_welcome(headers, ())
    assert is_welcome({**headers, "x-forwarded-host": "app.example"}, ())


def test_a_wrong_token_closes_with_its_own_code(client: TestClient) -> None:
    """4401 tells the page to ask for a new session rather than to try again."""
    with opened(client, "no such token") as page, pytest.raises(WebSocketDisconnect) as closed:
        page.receive()
    assert closed.value.code == 4401


@pytest.mark.parametrize(
    "first",
    [
        '{"type":"stop"}',
        "junk",
        '{"type":"hello","protocol":99,"session":""}',
        "{}",
        '{"type":"' + 60 * "雪" + '"}',
    ],
)
def test_whoever_does_not_greet_properly_is_closed(client: TestClient, first: str) -> None:
    """An old page must learn that it is old, and a scanner must not linger."""
    with client.websocket_connect(f"/{LIVE_ROUTE}") as socket:
        socket.send_text(first)
        with pytest.raises(WebSocketDisconnect) as closed:
            Page(socket).receive()
    assert closed.value.code == 4400


def edit(runs: list[Any], text: str = "a pond") -> str:
    """A page's words for a part of the picture."""
    size = {"width_px": 9, "height_px": 4, "runs": runs}
    return json.dumps({"type": "edit", "walk": 1, "index": 0, "text": text, **size})


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ('{"type":"control","seq":1,"at_ms":NaN}', "protocol"),
        ('{"type":"control","seq":1,"at_ms":0,"keys":["ROCKET"]}', "protocol"),
        ('{"type":"start","text":"","seed":1,"picture":false}', "prompt"),
        ('{"type":"start","text":"' + "x" * 3000 + '","seed":1,"picture":false}', "prompt"),
        ('{"type":"start","text":"' + "x" * 10_000_000 + '","seed":1,"picture":false}', "protocol"),
        ('{"type":"start","text":"","seed":1,"picture":true}', "picture"),
        ('{"type":"event","text":"it rains"}', "session"),
        (edit([1, 35]), "session"),
        (edit([1, 34]), "session"),
        (edit([36]), "session"),
        (edit([1, 35], text=""), "prompt"),
        (edit([1] * 5000), "protocol"),
        (edit([0] * 100_000), "protocol"),
        (edit(["x"]), "protocol"),
        ('{"type":"save","formats":["mp4"]}', "session"),
        ("not json", "protocol"),
    ],
)
def test_a_bad_message_is_answered_in_words_and_the_walk_goes_on(
    client: TestClient, lobby: Lobby, message: str, code: str
) -> None:
    """Bad input gives one clear message; nothing else happens."""
    with opened(client, lobby.mint()) as page:
        page.until("welcome")
        page.socket.send_text(message)
        problem = page.until("error")
        assert problem["code"] == code and len(problem["text"]) < 400
        page.send("start", text="🌋 a volcano", seed=1, picture=False)
        page.frame(2)


def picture(kind: str, size: tuple[int, int] = (64, 48), **options: Any) -> bytes:
    buffer = io.BytesIO()
    mode = "CMYK" if options.pop("cmyk", False) else "RGB"
    Image.new(mode, size).save(buffer, kind, **options)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "is_fine"),
    [
        (picture("PNG"), True),
        (picture("JPEG", cmyk=True), True),
        (picture("WEBP"), True),
        (picture("GIF"), False),
        (b"a text file named holiday.jpg", False),
        (b"", False),
        (picture("PNG")[:60], False),
    ],
)
def test_a_picture_is_taken_or_refused_in_words(
    client: TestClient, lobby: Lobby, data: bytes, is_fine: bool
) -> None:
    """A stranger's file never reaches the model, or anything else, unchecked."""
    with opened(client, lobby.mint()) as page:
        page.until("welcome")
        page.socket.send_bytes(data)
        if is_fine:
            assert page.until("picture")["width_px"] == 64
            page.send("start", text="", seed=1, picture=True)
            page.frame(0)
        else:
            assert page.until("error")["code"] == "picture"


def test_a_lost_connection_resumes_where_it_was(client: TestClient, lobby: Lobby) -> None:
    """The same token again: last frame at once, then on from there."""
    token = lobby.mint()
    with opened(client, token) as page:
        page.send("start", text="a lake", seed=1, picture=False)
        page.send("control", seq=1, at_ms=0, keys=["W"])
        seen = page.frame(3)
    session = lobby._store.get(token)
    eventually(lambda: session.screen.away_s > 0)
    index = session.screen.frames - 1
    with opened(client, token) as page:
        assert page.until("welcome")["text"] == "a lake"
        assert page.until("status")["stage"] == "walking"
        again = page.frame(0)
        assert again.index == index and again.index >= seen.index
        assert page.frame(index + 3).walk == 1


def test_a_second_tab_takes_over_and_the_first_is_told_and_closed(
    client: TestClient, lobby: Lobby
) -> None:
    """One walk, one pair of hands."""
    token = lobby.mint()
    with opened(client, token) as first:
        first.until("welcome")
        first.send("start", text="a lake", seed=1, picture=False)
        first.frame(1)
        with opened(client, token) as second:
            second.until("welcome")
            assert first.until("ended")["reason"] == "taken"
            with pytest.raises(WebSocketDisconnect) as closed:
                first.frame(10**9)
            assert closed.value.code == 4409
            second.frame(3)


def test_a_socket_that_vanishes_in_mid_frame_leaves_the_session_and_the_others_whole(
    client: TestClient, lobby: Lobby
) -> None:
    """A laptop that is shut is the most ordinary thing in the world."""
    token = lobby.mint()
    with opened(client, token) as other:
        other.until("welcome")
        other.send("start", text="a hill", seed=2, picture=False)
        other.frame(1)
        for _ in range(5):
            gone = lobby.mint()
            with opened(client, gone) as page:
                page.send("start", text="a lake", seed=1, picture=False)
                page.send("control", seq=1, at_ms=0, keys=["W"])
                page.frame(0)
            session = lobby._store.get(gone)
            eventually(lambda session=session: session.screen.away_s > 0)  # type: ignore[misc]
            session.finish("stopped", "")
            eventually(lambda session=session: not session.seated)  # type: ignore[misc]
            other.frame(1)
        assert lobby._store.get(token).stage is Stage.WALKING


def test_a_client_that_never_acknowledges_gets_four_frames_and_no_more(
    client: TestClient, lobby: Lobby
) -> None:
    """Generating stops; it does not pile up in memory."""
    token = lobby.mint()
    with opened(client, token) as page:
        page.send("start", text="a lake", seed=1, picture=False)
        frames: list[FrameMessage] = []
        while len(frames) < 4:
            event = page.socket.receive()
            if event.get("bytes") is not None:
                frames.append(decode_frame(event["bytes"]))
        eventually(lambda: lobby._store.get(token).due_s() > 1e9)
        assert lobby._store.get(token).screen.frames == 4


def test_a_saved_film_can_be_fetched_by_its_ticket_only(client: TestClient, lobby: Lobby) -> None:
    """Download works like a link, and nobody can guess one."""
    with opened(client, lobby.mint()) as page:
        page.send("start", text="a lake", seed=1, picture=False)
        page.frame(5)
        page.send("save", formats=["mp4"])
        while not (files := page.until("saving")["files"]):
            pass
        (saved,) = files
    film = client.get("/" + saved["url"])
    assert film.status_code == 200 and film.content[4:8] == b"ftyp"
    assert saved["name"] in film.headers["content-disposition"]
    for guess in ("x", "..%2f..%2fetc%2fpasswd", saved["url"].rsplit("/", 1)[1][:-1]):
        assert client.get(f"/world/files/{guess}").status_code == 404


def test_the_page_s_own_files_are_served_and_kept_and_nothing_beside_them(
    client: TestClient,
) -> None:
    """Scripts with the right type, cached for ever under their hash; no way out of the folder."""
    script = client.get("/s/main.js")
    assert script.status_code == 200 and "javascript" in script.headers["content-type"]
    assert "immutable" in script.headers["cache-control"]
    for path in ("/s/../page.py", "/s/%2e%2e/page.py", "/s//etc/passwd", "/s/none.js"):
        assert client.get(path).status_code == 404
    assert static_path() == static_path() and len(static_path()) == len("world/static/") + 13
