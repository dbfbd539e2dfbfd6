"""The text of `walk.json`: header, frames one a line, events.

    {
     "format": "worldgen-walk-1", "worldgen_version": …, "prompt": …, "seed": …,
     "model": …, "machine": …, "fps": …, "camera": …, "depth_scale_m": …,
     "frames": [
      {"index": 0, "time_s": 0.0, "action": null, "rgb": …, "depth": …, "pose_c2w": […]},
      …
     ],
     "events": [{"index": 7, "text": "night falls"},
                {"index": 9, "text": "a pond", "mask": {…}}]
    }

An event with a "mask" is an edit: words that are of a part of the view (`said`).
A frame before which something was said also carries "events", texts and edits, so
that frames tell everything even if the file's end was torn off while it was being
written; one with something in the air, "weather": {"haze_per_m", "rain", "snow"}.

Owns the layout that makes appending one short write. Not here: what the values
mean (`schema`), the disk (`storage`).
"""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import Any

from worldgen.errors import DamagedWalkError
from worldgen.recording.said import said_from_json, said_to_json
from worldgen.recording.schema import FrameLine, WalkHeader

_FRAMES = ' "frames": ['

Event = dict[str, Any]
"""{"index": of the frame before which it was said, "text": what}; an edit's "mask", too."""


def events_of(line: FrameLine) -> list[Event]:
    """What was said before a frame, as the file's end tells it."""
    return [{"index": line.index, **said_to_json(said)} for said in line.events]


def whole_bytes(header: WalkHeader, lines: Sequence[FrameLine], events: Sequence[Event]) -> bytes:
    """A whole file."""
    head = "".join(f" {_dump(k)}: {_dump(v)},\n" for k, v in header.to_json().items())
    frames = [frame_bytes(line, first=at == 0) for at, line in enumerate(lines)]
    return _encoded("{\n" + head + _FRAMES) + b"".join(frames) + tail_bytes(events)


def frame_bytes(line: FrameLine, *, first: bool) -> bytes:
    """What one more frame adds before the tail."""
    return _encoded(("" if first else ",") + f"\n  {_dump(line.to_json())}")


def tail_bytes(events: Sequence[Event]) -> bytes:
    """What stands after the last frame."""
    return _encoded(f'\n ],\n "events": {_dump(list(events))}\n}}\n')


def parse(data: bytes) -> tuple[WalkHeader, list[FrameLine], list[Event]]:
    """Header, frames and events; of a torn file, those frames that are whole.

    Raises:
        DamagedWalkError: not such a file, or a field or frame is wrong.
    """
    text = data.decode("utf-8-sig", errors="replace")  # some editors put a mark before it
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return _parse_torn(text)
    if not isinstance(document, dict):
        raise DamagedWalkError("walk.json must be an object")
    if "events" not in document and _FRAMES in text:
        return _parse_torn(text)  # torn just before an old event, which then looks like a frame
    header = WalkHeader.from_json(document)
    lines = [FrameLine.from_json(frame, at) for at, frame in enumerate(_list(document, "frames"))]
    events = _list({"events": [], **document}, "events")
    return header, _in_order(lines), [_event(event) for event in events]


def _parse_torn(text: str) -> tuple[WalkHeader, list[FrameLine], list[Event]]:
    """Frame by frame up to the first that is not one; the last may be a torn one."""
    head, found, rest = text.partition(_FRAMES)
    try:
        if not found:
            raise ValueError("there are no frames in it")
        header = WalkHeader.from_json(json.loads(f"{head}{_FRAMES}]}}"))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise DamagedWalkError(f"walk.json is damaged: {error}") from error
    frames = _objects(rest)
    lines = [FrameLine.from_json(frame, at) for at, frame in enumerate(frames[:-1])]
    with suppress(DamagedWalkError):  # this is where it was torn
        lines += [FrameLine.from_json(frame, len(lines)) for frame in frames[-1:]]
    events = [event for line in lines for event in events_of(line)]
    return header, _in_order(lines), events


def _objects(text: str) -> list[Any]:
    """The JSON objects that stand one after another at the start of a text."""
    decoder, at = json.JSONDecoder(), 0
    found: list[Any] = []
    try:
        while True:
            while text[at : at + 1] and text[at] in ", \n":
                at += 1
            if text[at : at + 1] != "{":
                return found
            value, at = decoder.raw_decode(text, at)
            found.append(value)
    except (ValueError, RecursionError):
        return found


def _in_order(lines: list[FrameLine]) -> list[FrameLine]:
    for before, after in pairwise(lines):
        if after.index == before.index:
            raise DamagedWalkError(f"two frames have the index {after.index}")
        if after.index < before.index:
            raise DamagedWalkError(f"frame {after.index} stands after frame {before.index}")
    return lines


def _list(document: Mapping[str, Any], name: str) -> list[Any]:
    values = document.get(name)
    if not isinstance(values, list):
        raise DamagedWalkError(f"walk.json must have a list of {name}, got {values!r:.80}")
    return values


def _event(record: Any) -> Event:
    if not isinstance(record, Mapping) or not isinstance(record.get("index"), int):
        raise DamagedWalkError(f"an event must have an index and a text, got {record!r:.80}")
    return {"index": record["index"], **said_to_json(said_from_json(record))}


def _dump(value: Any) -> str:
    """JSON on one line; NaN and infinity are our own mistake here."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _encoded(text: str) -> bytes:
    """UTF-8; half a character, which no file can hold, becomes a question mark."""
    return text.encode(errors="replace")
