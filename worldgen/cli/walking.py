"""walk and replay: a walk made from a script, and made again.

Not here: what a script may say (`script`), what is compared (`world.replay`).
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from worldgen.cli.progress import Progress
from worldgen.cli.script import HELP, Step, parse_script
from worldgen.errors import RecordingError
from worldgen.settings import Settings

if TYPE_CHECKING:
    from worldgen.types import Action, Frame, Prompt
    from worldgen.world import Comparison, World

DIFFERENT, INTERRUPTED = 1, 130


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register `walk` and `replay`."""
    walk = commands.add_parser("walk", help="walk through a new world by a script of keys")
    walk.add_argument("prompt", nargs="?", metavar="PROMPT", help="what the world is, in words")
    walk.add_argument("--image", type=Path, metavar="FILE", help="a picture the world begins as")
    walk.add_argument("--keys", default="", metavar="SCRIPT", help=HELP.replace("%", "%%"))
    walk.add_argument(
        "--seed", type=int, default=0, metavar="N", help="another seed, another world"
    )
    walk.add_argument("--model", metavar="M", help="see `worldgen models`; or a folder of weights")
    walk.add_argument("--fly", action="store_true", help="no gravity: W goes where one looks")
    walk.add_argument("--out", type=Path, required=True, metavar="DIR", help="folder for the walk")
    walk.set_defaults(run=run_walk)

    replay = commands.add_parser("replay", help="dream a recorded walk again")
    replay.add_argument("walk", type=Path, metavar="DIR", help="a walk: its folder, or that zipped")
    replay.add_argument("--check", action="store_true", help="exit with 1 unless it is the same")
    replay.add_argument(
        "--model", metavar="M", help="the weights, if not the named model's: a folder of them"
    )
    replay.add_argument("--out", type=Path, metavar="DIR", help="keep what is dreamt as a new walk")
    replay.set_defaults(run=run_replay)


def run_walk(args: argparse.Namespace) -> int:
    """Walk, writing as it happens."""
    steps = parse_script(args.keys)
    prompt = _prompt(args.prompt, args.image)
    _refuse_taken(args.out)
    from worldgen.recording import WalkWriter
    from worldgen.world import World, walk_header

    world = World.load(args.model or Settings.from_environment().model, fly=args.fly)
    written = 0
    try:
        with ExitStack() as stack:
            progress = stack.enter_context(Progress("walking", len(steps) + 1, "frames"))
            first = world.start(prompt, args.seed)
            header = walk_header(world.model, prompt, args.seed, first.camera, fly=world.fly)
            writer = stack.enter_context(WalkWriter.create(args.out, header))
            for frame, action, said in _walked(world, first, steps):
                writer.append(frame, action, said)
                written += 1
                progress.at(written)
    except KeyboardInterrupt:
        print(f"stopped: {written} frames kept in {args.out}")
        return INTERRUPTED
    print(f"{written} frames in {args.out}")
    return 0


def run_replay(args: argparse.Namespace) -> int:
    """Dream a walk again, and hold it against the recording."""
    from worldgen.recording import WalkWriter, read_walk

    if args.out is not None:
        _refuse_taken(args.out)
    with ExitStack() as stack:
        walk = stack.enter_context(read_walk(args.walk))
        from worldgen.world import Comparison, World, dream_again, walk_header

        world = World.load(args.model or str(walk.header.model.get("name")))
        progress = stack.enter_context(Progress("dreaming", len(walk), "frames"))
        said = {line.index: tuple(line.events) for line in walk.lines}
        writer, so_far = None, Comparison()
        for frame, so_far in dream_again(walk, world):
            if args.out is not None and writer is None:
                header = walk_header(
                    world.model, walk.prompt, walk.header.seed, frame.camera, fly=world.fly
                )
                writer = stack.enter_context(WalkWriter.create(args.out, header))
            if writer is not None:
                writer.append(frame, walk.lines[frame.index].action, said[frame.index])
            progress.at(so_far.frames)
    print(_verdict(so_far))
    if args.check and not so_far.holds:
        return DIFFERENT
    return 0


def _prompt(text: str | None, file: Path | None) -> Prompt:
    from worldgen.media import load_image
    from worldgen.types import Prompt

    return Prompt(text=text, image=None if file is None else load_image(file))


def _walked(
    world: World, first: Frame, steps: Sequence[Step]
) -> Iterator[tuple[Frame, Action | None, tuple[str, ...]]]:
    yield first, None, ()
    for step in steps:
        for text in step.said:
            if not world.event(text):
                sys.stderr.write(f"worldgen: not understood, nothing changed: {text}\n")
        yield world.step(step.action), step.action, step.said


def _verdict(found: Comparison) -> str:
    where = "the machine that recorded it" if found.same_machine else "another machine"
    if found.mean_levels == 0 and found.holds:
        return f"{found.frames} frames, the same bit for bit ({where})"
    verdict = "close enough" if found.holds else "different"
    return (
        f"{found.frames} frames, {verdict}: {found.mean_levels:.3f}/255 apart on average, most in "
        f"frame {found.worst_index} with {found.worst_levels:.2f}/255, poses {found.pose_m:.2g} m "
        f"apart, depth in {found.depth_share:.1%} of the worst frame ({where})"
    )


def _refuse_taken(folder: Path) -> None:
    """Say so before anything is dreamt, if there is a walk already."""
    if folder.exists() and (not folder.is_dir() or (folder / "walk.json").exists()):
        raise RecordingError(f"{str(folder)!r} is taken; choose another folder with --out")
