"""Key press to picture, and pictures a second, in a headless Chromium on the same machine.

    python benchmarks/live_latency.py [--model NAME] [--presses 60] [--export | --compare] [--json]

The server runs as it does for people, in a process of its own. Every press carries the
browser's time of the event. Of each of them is told

    latency   when the model's frame that answers it was drawn
    shown     when the first picture that shows it was drawn: the page draws between frames
    seen      (turns by the mouse only) when the pixels of the page's canvas had changed, looked
              at once a refresh: the check that `shown` is no mere word

What the screen adds, up to one refresh, is in none of them. Pictures a second are counted while
W and an arrow are held. The budget is that of the model's frames: half of all within 1.5 frame
times + 30 ms, 95 % within 2.5 frame times + 50 ms.

`--export` walks in turns alone and while splats and a surface of the walk are made, and
tells both: what somebody's export takes from somebody's walk. `--compare` walks in turns with
`?glide=off` and without: what the pictures between frames take from the model.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import sync_playwright

WAIT_MS = 180_000
WARM_FRAMES = 30
KEYS = ("w", "ArrowRight", "s", "ArrowLeft", "a", "d")
EXPORTED = ("spz", "glb")
TURNS = 4
DRAG_PX = 40
WALK_MS = 4000
CHANGED = 2.5
"""Of 255, the mean over a picture of 32 × 18: three times what frames of a still view differ by."""

PROBE = """() => {
  const canvas = document.querySelector(".wg-canvas");
  const pen = Object.assign(document.createElement("canvas"), { width: 32, height: 18 })
    .getContext("2d", { willReadFrequently: true });
  const look = () => {
    pen.drawImage(canvas, 0, 0, 32, 18);
    return pen.getImageData(0, 0, 32, 18).data;
  };
  window.seenMs = [];
  window.probe = () => {
    const before = look();
    const stage = document.querySelector(".wg-stage");
    const began = ({ timeStamp }) => {
      const check = () => {
        const after = look();
        const far = after.reduce((sum, value, at) => sum + Math.abs(value - before[at]), 0);
        if (far / (32 * 18 * 3) > CHANGED) seenMs.push(performance.now() - timeStamp);
        else if (performance.now() - timeStamp < 3000) requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    };
    stage.addEventListener("pointermove", began, { once: true, capture: true });
  };
}"""

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, kw_only=True)
class Block:
    """What the page measured over some presses.

    Attributes:
        lasted_ms: of the wall.
        latencies, shown, seen: ms, as the module tells.
        moving: {ms, frames, drawn} while keys were held.
        frames: what each frame cost, ms. painter: how the page draws. load: of the machine, after.
    """

    lasted_ms: float
    latencies: list[float]
    shown: list[float]
    seen: list[float]
    moving: dict[str, float]
    frames: list[dict[str, float]]
    painter: str
    load: float


def main() -> int:
    """Measure and print; exit code 1 when the budget is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--model", help="as `worldgen models` names it; default: the built-in one")
    parser.add_argument("--presses", type=int, default=60, metavar="N")
    parser.add_argument("--prompt", default="a snowy village at dusk")
    parser.add_argument("--chromium", default=shutil.which("chromium"), metavar="PATH")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--export", action="store_true", help="also while files are made")
    way.add_argument("--compare", action="store_true", help="also without pictures in between")
    parser.add_argument("--painter", default="auto", help="auto, plain or gpu")
    parser.add_argument("--json", action="store_true", help="one line of JSON")
    args = parser.parse_args()
    with serving(args.model) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=args.chromium, args=list(FLAGS))
        page = walking(browser, f"{url}?painter={args.painter}", args.prompt)
        if args.export:
            results = in_turns(page, args.presses)
        elif args.compare:
            page.evaluate("worldgen.pause(true)")
            plain = walking(browser, f"{url}?painter={args.painter}&glide=off", args.prompt)
            plain.evaluate("worldgen.pause(true)")
            results = side_by_side({"alone": page, "glide off": plain}, args.presses)
        else:
            results = {"alone": [measure(page, args.presses)]}
        browser.close()
    result = {way: summary(blocks) for way, blocks in results.items()}
    print(json.dumps(result) if args.json else as_text(result))
    return 0 if result["alone"]["within_budget"] else 1


@contextmanager
def serving(model: str | None) -> Iterator[str]:
    """The app, in a process of its own; yields its address."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "worldgen", "play", "--port", str(port)]
    if model is not None:
        command += ["--model", model]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        try:
            line = process.stdout.readline()
            if not line:
                raise SystemExit("the server did not come up; its last words are above")
            yield f"http://127.0.0.1:{port}/"
        finally:
            process.kill()


def walking(browser: Any, url: str, prompt: str) -> Any:
    """A page in which a world is walked until it is warm."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(WAIT_MS)
    page.goto(url)
    page.wait_for_function("window.worldgen?.connection === 'open'")
    page.fill("#wg-seed", "7")
    page.fill("#wg-prompt", prompt)
    page.press("#wg-prompt", "Enter")
    page.wait_for_function(
        f"worldgen.status.stage === 'walking' && worldgen.last?.index >= {WARM_FRAMES}"
    )
    page.evaluate("""() => {
        window.seen = [];
        window.drawn = 0;
        worldgen.link.addEventListener("frame", ({ detail }) =>
          seen.push({ model: detail.modelMs, draw: detail.drawMs, bytes: detail.bytes }));
        worldgen.link.addEventListener("drawn", () => (drawn += 1));
        worldgen.link.addEventListener("server:saving", ({ detail }) => (window.saving = detail));
    }""")
    page.evaluate(PROBE.replace("CHANGED", str(CHANGED)))
    return page


def side_by_side(pages: dict[str, Any], presses: int) -> dict[str, list[Block]]:
    """Blocks of presses in each page, one after the other; all others stand still meanwhile."""
    results: dict[str, list[Block]] = {name: [] for name in pages}
    for _ in range(TURNS):
        for name, page in pages.items():
            page.bring_to_front()
            page.evaluate("worldgen.pause(false)")
            page.wait_for_function("worldgen.status.stage === 'walking'")
            page.wait_for_timeout(1000)
            results[name].append(measure(page, presses // TURNS))
            page.evaluate("worldgen.pause(true)")
            page.wait_for_function("worldgen.status.stage === 'paused'")
    return results


def in_turns(page: Any, presses: int) -> dict[str, list[Block]]:
    """Blocks of presses alone and while files are made, one after the other."""
    results: dict[str, list[Block]] = {"alone": [], "exporting": []}
    for _ in range(TURNS):
        results["alone"].append(measure(page, presses // TURNS))
        page.evaluate(f"worldgen.link.send({{ type: 'save', formats: {list(EXPORTED)} }})")
        page.wait_for_function("window.saving?.progress > 0.01")  # it is past its imports
        results["exporting"].append(measure(page, presses // TURNS))
        done = page.evaluate("saving.making === '' ? 1 : saving.progress")
        print(f"files made meanwhile: {100 * done:.0f} %", file=sys.stderr)
        page.evaluate("worldgen.link.send({ type: 'cancel' })")
        page.wait_for_function("window.saving.making === ''")
        page.evaluate("window.saving = null")
    return results


def measure(page: Any, presses: int) -> Block:
    """Press keys and turn at random times, walk on for a while, and read what the page measured."""
    page.evaluate("() => worldgen.helm.engage()")
    page.evaluate("() => { for (const list of [seen, seenMs]) list.length = 0; }")
    page.evaluate("() => { worldgen.meter.latencies.length = worldgen.meter.showns.length = 0; }")
    chance, began_ms = random.Random(7), page.evaluate("performance.now()")
    for at in range(presses):
        key = KEYS[at % len(KEYS)]
        page.keyboard.down(key)
        page.wait_for_timeout(chance.uniform(250, 500))
        page.keyboard.up(key)
        page.wait_for_timeout(chance.uniform(250, 500))
        turn(page, DRAG_PX if at % 2 else -DRAG_PX)
        page.wait_for_timeout(chance.uniform(250, 500))
    lasted_ms = page.evaluate("performance.now()") - began_ms
    frames, seen_ms = page.evaluate("[[...seen], [...seenMs]]")
    latencies, shown = page.evaluate("[[...worldgen.meter.latencies], [...worldgen.meter.showns]]")
    return Block(
        lasted_ms=lasted_ms,
        latencies=latencies,
        shown=shown,
        seen=seen_ms,
        moving=walk_on(page),
        frames=frames,
        painter=page.evaluate("worldgen.root.dataset.painter"),
        load=os.getloadavg()[0],
    )


def turn(page: Any, by_px: int) -> None:
    """Drag the view round in one move, after a wait for its picture to be still."""
    page.wait_for_timeout(400)
    box = page.locator(".wg-stage").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate("probe()")
    page.mouse.move(x + by_px, y)
    page.mouse.up()


def walk_on(page: Any) -> dict[str, float]:
    """Hold W and turn: how many frames came and how many pictures were drawn."""
    counts = "({ ms: performance.now(), frames: seen.length, drawn })"
    page.keyboard.down("w")
    page.keyboard.down("ArrowRight")
    page.wait_for_timeout(500)
    before = page.evaluate(counts)
    page.wait_for_timeout(WALK_MS)
    after = page.evaluate(counts)
    page.keyboard.up("w")
    page.keyboard.up("ArrowRight")
    return {name: after[name] - before[name] for name in before}


def summary(blocks: list[Block]) -> dict[str, Any]:
    """The figures, in milliseconds and frames a second."""
    frame_ms = sum(block.lasted_ms for block in blocks) / sum(len(block.frames) for block in blocks)
    latencies = [value for block in blocks for value in block.latencies]
    shown = [value for block in blocks for value in block.shown]
    seen = [value for block in blocks for value in block.seen]
    frames = [frame for block in blocks for frame in block.frames]
    moved = {name: sum(block.moving[name] for block in blocks) for name in blocks[0].moving}
    p50, p95 = quantile(latencies, 0.5), quantile(latencies, 0.95)
    budget_p50, budget_p95 = 1.5 * frame_ms + 30, 2.5 * frame_ms + 50
    return {
        "inputs": len(latencies),
        "fps": round(1000 / frame_ms, 2),
        "fps_moving": round(1000 * moved["frames"] / moved["ms"], 2),
        "drawn_fps_moving": round(1000 * moved["drawn"] / moved["ms"], 1),
        "shown_ms_p50": round(quantile(shown, 0.5), 1),
        "shown_ms_p95": round(quantile(shown, 0.95), 1),
        "seen_ms_p50": round(quantile(seen, 0.5), 1),
        "seen_ms_p95": round(quantile(seen, 0.95), 1),
        "frame_bytes_p50": round(statistics.median(frame["bytes"] for frame in frames)),
        "frame_ms": round(frame_ms, 1),
        "model_ms_p50": round(statistics.median(frame["model"] for frame in frames), 1),
        "draw_ms_p50": round(statistics.median(frame["draw"] for frame in frames), 2),
        "latency_ms_p50": round(p50, 1),
        "latency_ms_p95": round(p95, 1),
        "budget_ms_p50": round(budget_p50, 1),
        "budget_ms_p95": round(budget_p95, 1),
        "within_budget": p50 <= budget_p50 and p95 <= budget_p95,
        "painter": blocks[0].painter,
        "cores": os.cpu_count(),
        "load": round(statistics.mean(block.load for block in blocks), 1),
    }


def quantile(values: list[float], share: float) -> float:
    """The value below which that share of all values lies; NaN if there are none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def as_text(result: dict[str, dict[str, Any]]) -> str:
    """The figures for a person, a column a way."""
    rows = [("", *result)]
    rows += [(name, *(told[name] for told in result.values())) for name in result["alone"]]
    return "\n".join(f"{row[0]:16} {'  '.join(f'{cell!s:10}' for cell in row[1:])}" for row in rows)


if __name__ == "__main__":
    sys.exit(main())
