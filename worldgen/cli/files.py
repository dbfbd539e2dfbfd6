"""export and models: files made of a walk, and what could draw one.

Not here: the formats (`export`), the models (`models.registry`).
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from worldgen.cli.progress import Progress

if TYPE_CHECKING:
    from worldgen.models.registry import ModelListing

_STEPS = 1000

LONG_S = 20.0
"""Work that is thought to take longer is told of first."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `export` and `models`."""
    export = commands.add_parser("export", help="make files of a walk; the suffix says which")
    export.add_argument("walk", type=Path, metavar="DIR", help="a walk: its folder, or that zipped")
    export.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="such as walk.mp4; or a folder",
    )
    export.add_argument(
        "--preset", help="web, game-engine, film or research: its files into the folder"
    )
    export.set_defaults(run=run_export)

    models = commands.add_parser("models", help="every model: does it run here, and what it takes")
    models.add_argument("--json", action="store_true", help="the same as JSON")
    models.set_defaults(run=run_models)


def run_export(args: argparse.Namespace) -> int:
    """Write every file; before the first, all are looked at that can be known to fail.

    Raises:
        ExportError: something in the walk keeps it from being one of them; the others are there.
    """
    from worldgen.errors import ExportError
    from worldgen.export import check_export
    from worldgen.export.effort import seconds
    from worldgen.recording import read_walk

    files = args.files if args.preset is None else _of_preset(args.preset, args.files)
    check_export(args.walk, files)
    with read_walk(args.walk) as walk:
        frames, shape = len(walk), walk.header.lens().shape
    total_s = sum(seconds([file.name for file in files], frames, shape))
    if total_s > LONG_S:
        print(f"about {_minutes(total_s)} of work on two cores")
    reasons = {file: _make(args.walk, file, frames, shape) for file in files}
    _tell_about(args.walk, [file.name for file, reason in reasons.items() if reason is None])
    failed = [f"{file.name} was not made: {reason}" for file, reason in reasons.items() if reason]
    if failed:
        raise ExportError("; ".join(failed))
    return 0


def _make(walk: Path, file: Path, frames: int, shape: tuple[int, int]) -> str | None:
    """Write a file and say so; the reason if this walk cannot be one."""
    from worldgen.errors import ExportError
    from worldgen.export import export_walk, frames_read

    try:
        with Progress(f"writing {file.name}", _STEPS, "‰") as progress:
            export_walk(walk, file, partial(_tell, progress))
    except ExportError as error:
        return str(error)
    read = frames_read(file, frames, shape)
    sampled = f", from {read:,} of {frames:,} frames" if read < frames else ""
    print(f"{file} ({file.stat().st_size / 1e6:.1f} MB{sampled})")
    return None


def _tell_about(walk: Path, names: list[str]) -> None:
    """Say what the files that were made do not show, and how true splats are."""
    from worldgen.export.effort import is_splats
    from worldgen.export.notes import notes
    from worldgen.serving.report import report_on

    for line in notes(walk, names):
        print(line)
    report = report_on(walk, names) if any(map(is_splats, names)) else None
    if report is not None and report.score_db is not None:
        aside = "" if report.aside_db is None else f", {report.aside_db} dB 0.3 m beside them"
        print(f"splats: {report.score_db} dB at {report.kept_out} frames that were kept out{aside}")


def _minutes(time_s: float) -> str:
    return f"{time_s / 60:.0f} min" if time_s >= 90 else f"{time_s:.0f} s"


def _of_preset(preset: str, folders: list[Path]) -> list[Path]:
    """The files of a preset in the one folder that is named, which is made if need be."""
    from worldgen.errors import UnknownFormatError
    from worldgen.export import suffixes
    from worldgen.recording.storage import storing

    wanted = suffixes(preset)
    if len(folders) != 1:
        raise UnknownFormatError(f"--preset {preset} takes one folder, got {len(folders)} names")
    with storing(folders[0]):
        folders[0].mkdir(parents=True, exist_ok=True)
    return [folders[0] / f"walk{suffix}" for suffix in wanted]


def _tell(progress: Progress, share: float) -> None:
    progress.at(int(share * _STEPS))


def run_models(args: argparse.Namespace) -> int:
    """Print every model."""
    from worldgen.models.registry import list_models

    listings = list_models()
    if args.json:
        rows = [
            {**asdict(at.spec), "runs_here": at.runs_here, "missing": at.missing} for at in listings
        ]
        print(json.dumps(rows, indent=2))
        return 0
    head = ("model", "runs here", "picture", "a step", "VRAM", "licence", "territory", "about")
    table = [head, *(_row(listing) for listing in listings)]
    widths = [max(len(row[at]) for row in table) for at in range(len(head))]
    for row in table:
        print(
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        )
    return 0


def _row(listing: ModelListing) -> tuple[str, ...]:
    spec = listing.spec
    return (
        spec.name,
        "yes" if listing.runs_here else "no",
        f"{spec.width_px}x{spec.height_px}",
        f"{spec.dt_s:g} s",
        f"{spec.vram_gb:g} GB" if spec.vram_gb else "none",
        spec.licence,
        spec.territory,
        spec.title if listing.missing is None else f"{spec.title}; missing: {listing.missing}",
    )
