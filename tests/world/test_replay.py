"""A recorded walk dreamt again is the same, and a difference is found."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.conftest import FrameMaker
from tests.world.fields import FIELD, PaintedField, reds
from worldgen.errors import ReplayError
from worldgen.media import decode_depth_png, encode_depth_png
from worldgen.models.base import Move, Picture, WorldModel
from worldgen.models.echo import EchoModel, EchoState
from worldgen.recording import WalkWriter, read_walk
from worldgen.types import Action, Edit, Prompt
from worldgen.world import Comparison, World, dream_again, walk_header

SCRIPT = [(), (), ("night falls",), (), ("rain", "wind"), ()]


class DriftingEcho(EchoModel):
    """An echo that draws everything a little brighter, under the same fingerprint."""

    def __init__(self, levels: int) -> None:
        super().__init__()
        self._levels = levels

    def step(self, state: EchoState, moves: Sequence[Move]) -> tuple[EchoState, list[Picture]]:
        state, pictures = super().step(state, moves)
        brighter = [np.clip(p.rgb.astype(int) + self._levels, 0, 255) for p in pictures]
        return state, [
            replace(p, rgb=rgb.astype(np.uint8)) for p, rgb in zip(pictures, brighter, strict=True)
        ]


def record(folder: Path, machine: dict[str, str] | None = None) -> Path:
    model = EchoModel()
    world, prompt = World(model), Prompt(text="hills", image=Image.new("RGB", (40, 30), "teal"))
    first = world.start(prompt, 5)
    header = walk_header(model, prompt, 5, first.camera)
    header = header if machine is None else replace(header, machine=machine)
    with WalkWriter.create(folder, header) as writer:
        writer.append(first, None)
        for said in SCRIPT:
            for text in said:
                world.event(text)
            action = Action(forward=0.3, yaw=0.1)
            writer.append(world.step(action), action, said)
    return folder


def again(folder: Path, model: WorldModel) -> Comparison:
    with read_walk(folder) as walk:
        found = [comparison for _, comparison in dream_again(walk, World(model))]
    return found[-1]


def test_a_walk_is_repeated_bit_for_bit(tmp_path: Path) -> None:
    """Prompt, picture, seed, actions and events are all that a walk is made of."""
    found = again(record(tmp_path / "walk"), EchoModel())
    assert found.frames == len(SCRIPT) + 1
    assert found.same_machine and found.mean_levels == 0 and found.holds


def test_an_edit_is_done_again(tmp_path: Path) -> None:
    """Where it was pointed out, and drawn alike, or a walk with one in it could not be shared."""
    world, mask = World(PaintedField()), np.zeros((72, 128), bool)
    mask[16:58, 70:106] = True
    first = world.start(FIELD, 5)
    header = walk_header(world.model, FIELD, 5, first.camera)
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        writer.append(first, None)
        for at in range(6):
            said = (Edit(text="a red tower", mask=mask),) if at == 2 else ()
            for edit in said:
                world.hear(edit)
            frame = world.step(Action(yaw=0.02))
            writer.append(frame, Action(yaw=0.02), said)
    assert reds(frame.rgb).any()
    found = again(tmp_path / "walk", PaintedField())
    assert found.frames == 7 and found.mean_levels == 0 and found.holds
    taken_up = World(PaintedField())
    with read_walk(tmp_path / "walk") as walk:
        taken_up.take_up(walk)
    assert [thing.noun for thing in taken_up.things] == ["tower"]
    assert np.allclose(taken_up.things[0].position, world.things[0].position, atol=0.05)


def test_one_level_is_a_difference_on_the_same_machine(tmp_path: Path) -> None:
    """Bit for bit means every bit."""
    found = again(record(tmp_path / "walk"), DriftingEcho(1))
    assert found.worst_levels == pytest.approx(1.0) and not found.holds


@pytest.mark.parametrize(("off_m", "holds"), [(0.0, True), (0.0015, True), (0.1, False)])
def test_another_depth_is_a_difference_on_the_same_machine(
    off_m: float, holds: bool, make_frame: FrameMaker
) -> None:
    """Beyond what is recorded of it, and though not a colour changed: bodies stand on it."""
    dreamt = make_frame(1)
    assert dreamt.depth_m is not None
    stored = decode_depth_png(encode_depth_png(dreamt.depth_m, 0.004), 0.004)
    moved = stored.copy()
    moved[5, 5] += off_m
    recorded, now = replace(dreamt, depth_m=stored), replace(dreamt, depth_m=moved)
    found = Comparison().and_frame(recorded, now, 0.004)
    assert found.mean_levels == 0 and found.holds is holds


@pytest.mark.parametrize(("levels", "holds"), [(1, True), (5, False)])
def test_elsewhere_two_levels_are_let_by(tmp_path: Path, levels: int, holds: bool) -> None:
    """Another processor rounds differently; a different picture it is not."""
    found = again(record(tmp_path / "walk", {"processor": "another"}), DriftingEcho(levels))
    assert not found.same_machine and found.holds is holds


def test_other_weights_are_refused(tmp_path: Path) -> None:
    """To compare frames of two models would prove nothing."""

    class Other(EchoModel):
        def fingerprint(self) -> str:
            return "f" * 64

    with pytest.raises(ReplayError, match="weights"):
        again(record(tmp_path / "walk"), Other())


def test_a_walk_without_its_beginning_cannot_be_repeated(tmp_path: Path) -> None:
    """A walk that was cut says so, rather than be dreamt from the wrong frame."""
    folder = record(tmp_path / "walk")
    text = (folder / "walk.json").read_text()
    lines = text.splitlines(keepends=True)
    cut = [line for line in lines if '"index": 0,' not in line]
    (folder / "walk.json").write_text("".join(cut))
    with pytest.raises(ReplayError, match="begins at frame 1"):
        again(folder, EchoModel())


def test_taking_off_and_landing_are_part_of_the_walk(tmp_path: Path) -> None:
    """Whoever presses the key in mid-walk gets the same frames when it is dreamt again."""
    model = EchoModel()
    world = World(model)
    first = world.start(Prompt(text="hills"), 5)
    climb, drop = Action(up=1.0, fly=True), Action(forward=1.0)
    with WalkWriter.create(
        tmp_path / "walk", walk_header(model, Prompt(text="hills"), 5, first.camera)
    ) as writer:
        writer.append(first, None)
        heights = []
        for action in [climb] * 4 + [drop] * 8:
            writer.append(world.step(action), action)
            heights.append(-world.camera.position[1])
    assert heights[3] > 2.1 and heights[-1] < 1.65
    with read_walk(tmp_path / "walk") as walk:
        *_, (_, found) = dream_again(walk, World(model))
    assert found.holds and found.pose_m < 1e-9


def test_a_walk_that_flew_is_dreamt_flying(tmp_path: Path) -> None:
    """Looking up and going ahead climbs, the second time as the first."""
    model = EchoModel()
    world, climb = World(model, fly=True), Action(forward=1.0, pitch=0.1)
    first = world.start(Prompt(text="hills"), 5)
    header = walk_header(model, Prompt(text="hills"), 5, first.camera, fly=True)
    with WalkWriter.create(tmp_path / "walk", header) as writer:
        writer.append(first, None)
        for _ in range(4):
            writer.append(world.step(climb), climb)
    assert world.camera.position[1] < -1.65
    with read_walk(tmp_path / "walk") as walk:
        *_, (_, found) = dream_again(walk, World(model))
    assert found.frames == 5 and found.holds


def test_a_pose_that_is_a_centimetre_off_is_a_difference(tmp_path: Path) -> None:
    """Though an echo draws the same picture from there."""
    with read_walk(record(tmp_path / "walk")) as walk:
        moved = walk.lines[3].pose_c2w.copy()
        moved[0, 3] += 0.01
        walk.lines[3] = replace(walk.lines[3], pose_c2w=moved)
        *_, (_, found) = dream_again(walk, World(EchoModel()))
    assert found.mean_levels == 0 and found.pose_m == pytest.approx(0.01)
    assert not found.holds


def test_a_walk_that_was_taken_up_is_repeated_as_far_as_that(tmp_path: Path) -> None:
    """From there on memory was made of the recording, and no model knows what it would dream."""
    file = record(tmp_path / "walk") / "walk.json"
    document = json.loads(file.read_text())
    document["prompt"]["taken_up"] = 3
    file.write_text(json.dumps(document))
    with read_walk(tmp_path / "walk") as walk:
        again = list(dream_again(walk, World(EchoModel())))
    assert [frame.index for frame, _ in again] == [0, 1, 2, 3]
    assert again[-1][1].frames == 4 and again[-1][1].holds
