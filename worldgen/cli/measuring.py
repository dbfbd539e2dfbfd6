"""bench and evaluate: how quick, how good.

Not here: what is measured of quality (`evaluation`).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from worldgen.cli.progress import Progress
from worldgen.errors import ConfigError
from worldgen.settings import Settings

BENCH_TEXT = "rolling green hills in the morning sun, a few trees"
_IMPORTED_S = time.monotonic()


@dataclass(frozen=True, kw_only=True)
class Speed:
    """How quick a model is here.

    Attributes:
        model: its name. size: of its pictures.
        load_s: to import and read it.
        first_frame_s: to dream the first frame once it is loaded.
        command_to_first_frame_s: from the start of this process.
        fps: frames a second while walking, memory and body included.
        step_p50_ms, step_p95_ms: how long one takes.
        frames: how many were walked.
        rss_mb: most memory that was resident.
        rss_growth_mb: what the second half of the walk added to that.
        machine: processor, builds, threads.
    """

    model: str
    size: str
    load_s: float
    first_frame_s: float
    command_to_first_frame_s: float
    fps: float
    step_p50_ms: float
    step_p95_ms: float
    frames: int
    rss_mb: float
    rss_growth_mb: float
    machine: dict[str, Any] = field(default_factory=dict)


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `bench` and `evaluate`."""
    bench = commands.add_parser("bench", help="how quick a model is on this machine")
    bench.add_argument("--model", metavar="M", help="see `worldgen models`; or a folder of weights")
    bench.add_argument("--frames", type=int, default=100, metavar="N", help="frames to walk")
    bench.add_argument("--json", action="store_true", help="the same as JSON")
    bench.set_defaults(run=run_bench)

    evaluate = commands.add_parser("evaluate", help="how good a model is, in figures")
    evaluate.add_argument(
        "--suite",
        default="builtin",
        metavar="S",
        help="builtin, persistence, physics; for a look: quick, persistence-quick, physics-quick",
    )
    evaluate.add_argument(
        "--model", metavar="M", help="see `worldgen models`; or a folder of weights"
    )
    evaluate.add_argument("--json", action="store_true", help="figures as JSON")
    evaluate.add_argument("--out", type=Path, metavar="DIR", help="report and contact sheets")
    evaluate.set_defaults(run=run_evaluate)


def run_bench(args: argparse.Namespace) -> int:
    """Measure and print."""
    if not 2 <= args.frames <= 100_000:
        raise ConfigError(f"--frames must lie in 2 to 100,000, got {args.frames}")
    speed = measure(args.model or Settings.from_environment().model, args.frames)
    if args.json:
        print(json.dumps(asdict(speed), indent=2))
        return 0
    print(f"{speed.model} at {speed.size} on {speed.machine['processor']}")
    print(f"  command to first frame  {speed.command_to_first_frame_s:6.1f} s")
    print(f"    load                  {speed.load_s:6.1f} s")
    print(f"    first frame           {speed.first_frame_s:6.1f} s")
    print(f"  generated               {speed.fps:6.1f} frames a second")
    print(f"    p50, p95              {speed.step_p50_ms:6.0f} ms, {speed.step_p95_ms:.0f} ms")
    print(f"  resident memory         {speed.rss_mb:6.0f} MB, {speed.rss_growth_mb:.0f} MB of it")
    print(f"    added by the second half of {speed.frames} frames")
    return 0


def measure(model: str | None, frames: int) -> Speed:
    """Load a model, walk, and say how quick it was.

    Args:
        model: its name; None is the built-in one.
        frames: how many to walk, at least 2; a few more are walked first, to warm up.
    """
    began_s = time.monotonic()
    from worldgen.types import Action, Prompt
    from worldgen.world import World, machine

    world = World.load(model)
    loaded_s = time.monotonic()
    world.start(Prompt(text=BENCH_TEXT))
    started_s = time.monotonic()
    since_command_s = _process_age_s()
    times_s, half_way_mb = [], 0.0
    warm = min(5, frames)
    with Progress("walking", frames, "frames") as progress:
        for at in range(warm + frames):
            action = Action(forward=1.0, yaw=0.05 if at // 20 % 2 else 0.0)
            before_s = time.monotonic()
            world.step(action)
            times_s.append(time.monotonic() - before_s)
            progress.at(max(at + 1 - warm, 0))
            if at <= warm + frames // 2:
                half_way_mb = _peak_rss_mb()
    times_s = sorted(times_s[warm:])
    spec = world.model.spec
    return Speed(
        model=spec.name,
        size=f"{spec.width_px}x{spec.height_px}",
        load_s=round(loaded_s - began_s, 3),
        first_frame_s=round(started_s - loaded_s, 3),
        command_to_first_frame_s=round(since_command_s, 3),
        fps=round(len(times_s) / sum(times_s), 2),
        step_p50_ms=round(1e3 * times_s[len(times_s) // 2], 1),
        step_p95_ms=round(1e3 * times_s[int(len(times_s) * 0.95)], 1),
        frames=frames,
        rss_mb=round(_peak_rss_mb(), 1),
        rss_growth_mb=round(_peak_rss_mb() - half_way_mb, 1),
        machine=dict(machine()),
    )


def run_evaluate(args: argparse.Namespace) -> int:
    """Measure a suite and print its report; what is being done goes to stderr."""
    from worldgen import evaluation
    from worldgen.models.registry import load_model, weights_folder
    from worldgen.recording.storage import storing

    if args.suite not in evaluation.SUITES:
        known = ", ".join(evaluation.SUITES)
        raise ConfigError(f"there is no suite {args.suite!r}; known suites: {known}")
    name = args.model or Settings.from_environment().model
    if args.out is not None:
        with storing(args.out):
            args.out.mkdir(parents=True, exist_ok=True)
    weights = None if name is None else weights_folder(name)
    report = evaluation.run(args.suite, load_model(name), args.out, weights=weights, say=_say)
    print(report.to_json() if args.json else report.to_markdown())
    return 0


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _process_age_s() -> float:
    """Seconds since this process was started; where that is not told, since it was imported."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
        ticks = os.sysconf("SC_CLK_TCK")
        return time.clock_gettime(time.CLOCK_BOOTTIME) - int(fields[19]) / float(ticks)
    except (OSError, AttributeError, ValueError):
        return time.monotonic() - _IMPORTED_S


def _peak_rss_mb() -> float:
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak / 1e3
