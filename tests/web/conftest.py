"""A real Chromium, and the real server in a process of its own."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.web.line import Line, free_port

sync_api = pytest.importorskip("playwright.sync_api")

ROOT = Path(__file__).parents[2]
PATIENCE_MS = 120_000
"""A busy machine is not a failure."""

FLAGS = (
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
    "device_scale_factor": 2,
}
SIDEWAYS = {**PHONE, "viewport": {"width": 844, "height": 390}}


@dataclass
class Live:
    """A running server, and a line to it that can be cut."""

    process: subprocess.Popen[str]
    line: Line
    walks_dir: Path
    model: str

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.line.port}/"

    def close(self) -> None:
        """Stop it."""
        self.line.close()
        end(self.process)


def end(process: subprocess.Popen[str]) -> None:
    """Kill a process, wait for it, and close the pipe to it."""
    process.kill()
    process.communicate()


def start_server(model: str, walks_dir: Path) -> Live:
    """Start a server and wait until it can be opened."""
    port = free_port()
    command = [sys.executable, "-m", "tests.web.serve", model, str(port), str(walks_dir)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    timer = threading.Timer(PATIENCE_MS / 1000, process.kill)
    timer.start()
    address = process.stdout.readline().strip()
    timer.cancel()
    if not address:
        end(process)
        pytest.fail("the server did not come up")
    return Live(process, Line(port), walks_dir, model)


def missing_weights() -> str | None:
    """Why the shipped weights cannot be walked here, if they cannot."""
    from worldgen.models.registry import list_models

    return list_models()[0].missing


ON_BOTH = pytest.mark.parametrize(
    "live", ["echo", pytest.param("shipped", marks=pytest.mark.weights)], indirect=True
)
"""For a test that matters on the shipped weights, too; all others walk on the fake."""


@pytest.fixture(scope="session")
def live(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Live]:
    """The server: on the fake, unless a test asks for the shipped weights."""
    model = getattr(request, "param", "echo")
    if model == "shipped" and (reason := missing_weights()):
        pytest.skip(f"the weights are not here: {reason}")
    server = start_server(model, tmp_path_factory.mktemp("walks"))
    yield server
    server.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One headless browser for all tests."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("there is no chromium to drive")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path, args=list(FLAGS), timeout=PATIENCE_MS
        )
        yield browser
        browser.close()


@dataclass
class Tab:
    """One tab with the page in it, and everything it said or asked for."""

    page: Any
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def wait(self, condition: str) -> None:
        """Until this JavaScript holds; `wg` is the page's own object."""
        self.page.wait_for_function(f"() => {{ const wg = window.worldgen; return {condition}; }}")

    def ask(self, expression: str) -> Any:
        """The value of some JavaScript; `wg` is the page's own object."""
        return self.page.evaluate(f"() => {{ const wg = window.worldgen; return {expression}; }}")

    def start(self, text: str = "a snowy village at dusk", frames: int = 2) -> None:
        """Type a sentence, press Enter, and wait for the first frames."""
        self.page.fill("#wg-prompt", text)
        self.page.press("#wg-prompt", "Enter")
        self.wait(f"wg.status.stage === 'walking' && wg.last?.index >= {frames}")

    def frames(self, more: int) -> None:
        """Until so many more frames were drawn."""
        self.wait(f"wg.last.index >= {self.ask('wg.last.index') + more}")

    def obeyed(self) -> None:
        """Until the frame that is shown answers the newest key, stick or drag."""
        twice = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
        self.page.evaluate(f"() => {twice}")  # sticks are read once a refresh
        self.wait("wg.last.answers >= wg.helm.controls.seq")


OpenTab = Callable[..., Tab]


@pytest.fixture
def open_tab(live: Live, chromium: Any) -> Iterator[OpenTab]:
    """Open the page in tabs that are closed after the test; `ready` waits for the model."""
    contexts = []

    def open_one(*, query: str = "", context: Any = None, ready: bool = True, **looks: Any) -> Tab:
        if context is None:
            context = chromium.new_context(**(looks or DESKTOP), accept_downloads=True)
            context.set_default_timeout(PATIENCE_MS)
            context.set_default_navigation_timeout(PATIENCE_MS)
            contexts.append(context)
        tab = Tab(context.new_page())
        tab.page.on("request", lambda request: tab.requests.append(request.url))
        tab.page.on("websocket", lambda socket: tab.requests.append(socket.url))
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tab.page.on(
            "console",
            lambda said: tab.complaints.append(said.text) if said.type == "error" else None,
        )
        tab.page.goto(live.url + query)
        if ready:
            tab.wait("wg?.connection === 'open' && wg.status.stage !== 'loading'")
        return tab

    live.line.mend()
    yield open_one
    live.line.mend()
    for context in contexts:
        context.close()
