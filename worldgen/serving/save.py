"""Makes files of one walk, in a process of its own, which `humble` begins.

It says how far it is, a JSON object a line:

    {"making": 0, "progress": 0.25}    of all, in [0, 1]; `making` counts the files
    {"done": 0}                        that file lies there, whole
    {"unmade": 0, "reason": "…"}       the walk cannot be that file; the others are made
    {"notes": ["…"]}                   once all are done: what they do not show
    {"report": {…}}                    once there are shapes: `sessions.protocol.Report`

What ends all of it is one line on stderr and exit code 2, and so is the reason why
the only file cannot be; files that were done stay.

Not here: the formats (`export`), who may ask (`saver`), what is told (`report`),
how it gives way to whoever walks (`humble`).
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path

from worldgen.errors import ExportError, WorldgenError
from worldgen.export import export_walk
from worldgen.export.effort import holds_shapes, seconds
from worldgen.export.notes import notes
from worldgen.recording import WalkWriter, read_walk
from worldgen.recording.storage import share
from worldgen.serving.report import report_on


def main(arguments: list[str]) -> int:
    """Make the files; returns the exit code."""
    walk, *files = map(Path, arguments)
    names = [file.name for file in files]
    try:
        still = frozen(walk, files[0].parent / walk.name)
        with read_walk(still) as opened:
            efforts = seconds(names, len(opened), opened.header.lens().shape)
        made = _make(still, files, efforts)
        _say({"notes": notes(still, made)})
        if any(map(holds_shapes, made)):
            _say({"report": asdict(report_on(still, made))})
    except WorldgenError as error:
        sys.stderr.write(" ".join(str(error).split()) + "\n")
        return 2
    return 0


def frozen(walk: Path, folder: Path) -> Path:
    """The walk as it is now, in another folder: all files are to show the same, and it may go on.

    Raises:
        DamagedWalkError: it cannot be read.
        StorageError: the disk is full.
    """
    with read_walk(walk) as opened:
        header, lines = opened.header, opened.lines
    picture = header.prompt.get("image")
    with WalkWriter.create(folder, header) as writer:
        if lines:
            writer.carry(walk, lines[-1].index)
    if isinstance(picture, str):
        share(walk / picture, folder / picture)
    return folder


def _make(walk: Path, files: list[Path], efforts: list[float]) -> list[str]:
    """The names of those files that the walk can be.

    Raises:
        ExportError: it can be none of them.
    """
    reasons = list[ExportError]()
    made = list[str]()
    before = [0.0, *accumulate(efforts)]
    told = -1.0
    for at, file in enumerate(files):

        def tell(share_done: float, at: int = at) -> None:
            nonlocal told
            progress = round((before[at] + efforts[at] * share_done) / before[-1], 3)
            if progress > told:
                told = progress
                _say({"making": at, "progress": progress})

        try:
            export_walk(walk, file, tell)
        except ExportError as error:
            reasons.append(error)
            _say({"unmade": at, "reason": " ".join(str(error).split())})
            continue
        made.append(file.name)
        _say({"done": at})
    if not made:
        raise reasons[0]
    return made


def _say(fields: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(fields) + "\n")
    sys.stdout.flush()
