"""The state machine: what may happen when, and that nothing is lost on the way."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tests.sessions.fakes import FakePage
from tests.sessions.scene import Scene
from worldgen.errors import ImageError, PromptError, ProtocolError, SessionError, UnsupportedError
from worldgen.sessions import protocol as wire
from worldgen.sessions.config import SessionConfig
from worldgen.sessions.outbox import CLOSE_TAKEN
from worldgen.sessions.ports import Device
from worldgen.sessions.protocol import Stage
from worldgen.sessions.view import ViewConfig
from worldgen.types import Said, Weather


@pytest.fixture
def scene() -> Scene:
    return Scene()


def test_a_world_is_dreamt_and_walked(scene: Scene) -> None:
    """The main job: a sentence, a first frame, then one frame for every turn."""
    assert scene.page.last("status")["stage"] == "empty"
    scene.start()
    assert scene.session.stage is Stage.WALKING
    assert [frame.index for frame in scene.page.frames] == [0]
    scene.send(wire.Control(seq=1, at_ms=5.0, keys=("W",)))
    scene.walk(3)
    last = scene.page.frames[-1]
    assert (last.index, last.answers, last.echo_ms, last.walk) == (3, 1, 5.0, 1)
    assert last.pose_c2w[11] == pytest.approx(3.0)
    assert scene.recorders[0].rows[0] == (0, None, ())
    assert [row[0] for row in scene.recorders[0].rows] == [0, 1, 2, 3]


def test_the_page_hears_every_stage_in_order(scene: Scene) -> None:
    """Loading has to show progress: a silent wait looks like a crash."""
    scene.send(wire.Start(text="a lake", seed=1, picture=False))
    assert scene.page.read().last("status")["stage"] == "starting"
    scene.work()
    assert scene.page.last("status")["stage"] == "walking"


def test_the_second_start_knows_how_long_a_start_takes(scene: Scene) -> None:
    """The progress bar needs an expectation; the last start is a good one."""
    scene.device.start_s = 2.5
    scene.send(wire.Start(text="a lake", seed=1, picture=False))
    assert scene.page.read().last("status")["expected_s"] == 2.5


def test_no_frame_is_made_while_the_window_is_full(scene: Scene) -> None:
    """A slow client gets fewer frames: generating is skipped, not sending."""
    scene.start()
    scene.work(20)
    assert len(scene.world.actions) == 4
    scene.ack_all()
    scene.work()
    assert len(scene.world.actions) == 5


def test_acks_of_an_earlier_walk_open_nothing(scene: Scene) -> None:
    """After a restart, indices begin again; an old ack must not count for a new frame."""
    scene.start()
    scene.walk(9)
    scene.send(wire.Restart())
    scene.work(20)
    assert len(scene.world.actions) == 3
    scene.send(wire.Ack(walk=1, index=9))
    scene.work(5)
    assert len(scene.world.actions) == 3


def test_pause_holds_the_world_and_going_on_goes_on(scene: Scene) -> None:
    """Time in the world passes by frames only."""
    scene.start()
    scene.walk(2)
    scene.send(wire.Pause(on=True))
    scene.walk(5)
    assert scene.session.stage is Stage.PAUSED and len(scene.world.actions) == 2
    scene.send(wire.Pause(on=False))
    scene.walk(1)
    assert len(scene.world.actions) == 3


def test_keys_held_over_a_pause_are_let_go(scene: Scene) -> None:
    """A key that was released while paused would otherwise walk on."""
    scene.start()
    scene.send(wire.Control(seq=1, at_ms=0, keys=("W",)))
    scene.send(wire.Pause(on=True))
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    assert all(action.is_idle for action in scene.world.actions)


def test_restart_begins_the_same_world_in_a_recording_of_its_own(scene: Scene) -> None:
    """Same words, same seed; the first walk's recording stays whole."""
    scene.start(seed=42)
    scene.walk(3)
    scene.send(wire.Restart())
    scene.walk(2)
    assert [seed for _, seed in scene.world.starts] == [42, 42]
    assert scene.page.frames[-1].walk == 2
    first, second = scene.recorders
    assert first.is_closed and len(first.rows) == 4
    assert [row[0] for row in second.rows] == [0, 1]


def test_stop_ends_the_walk_and_closes_its_recording(scene: Scene) -> None:
    """What was recorded stays; the device is free."""
    scene.start()
    scene.walk(3)
    scene.send(wire.Stop())
    scene.work()
    assert scene.page.last("ended") == {
        "type": "ended", "reason": "stopped", "text": "The walk is over", "frames": 4,
    }  # fmt: skip
    assert scene.recorders[0].is_closed and not scene.session.seated
    scene.walk(3)
    assert len(scene.world.actions) == 3


def test_what_is_said_is_heard_before_the_next_frame_and_recorded_with_it(scene: Scene) -> None:
    """An event belongs to the frame that first shows it."""
    scene.start()
    scene.walk(1)
    scene.send(wire.Event(text="  it starts\n to rain "))
    scene.walk(2)
    assert scene.world.said == ["it starts to rain"]
    assert [row[2] for row in scene.recorders[0].rows] == [(), (), ("it starts to rain",), ()]


def test_a_model_that_takes_no_events_says_so_and_walks_on(scene: Scene) -> None:
    """A refused event must not end the walk."""

    def refuse(said: Said) -> bool:
        raise UnsupportedError("this model takes no events")

    scene.start()
    scene.world.hear = refuse  # type: ignore[method-assign]
    scene.send(wire.Event(text="night falls"))
    scene.walk(2)
    assert scene.page.last("error")["text"] == "This model takes no events"
    assert scene.session.stage is Stage.WALKING


def test_who_comes_back_sees_the_last_frame_and_walks_on(scene: Scene) -> None:
    """A lost connection loses nothing: no frame was made meanwhile, no key stayed held."""
    scene.start()
    scene.send(wire.Control(seq=1, at_ms=0, keys=("W",)))
    scene.walk(3)
    scene.session.detach(scene.page.outbox)
    scene.work(10)
    assert len(scene.world.actions) == 3
    back = FakePage()
    scene.session.attach(back.outbox)
    back.read()
    assert back.last("welcome")["text"] == "a snowy village"
    assert back.last("status")["stage"] == "walking"
    assert [frame.index for frame in back.frames] == [3]
    scene.page = back
    scene.walk(2)
    assert [frame.index for frame in back.frames] == [3, 4, 5]
    assert scene.world.actions[-1].is_idle


def test_a_second_page_takes_over_and_the_first_is_told(scene: Scene) -> None:
    """Two pages on one walk would fight over the keys."""
    scene.start()
    second = FakePage()
    scene.session.attach(second.outbox)
    assert scene.page.read().last("ended")["reason"] == "taken"
    assert scene.page.outbox.closing == CLOSE_TAKEN
    scene.session.detach(scene.page.outbox)
    scene.page = second
    scene.page.read()
    scene.walk(1)
    assert second.frames[-1].index == 1


def test_a_full_disk_pauses_the_walk_and_loses_nothing(scene: Scene) -> None:
    """Once there is room, the frame that could not be written is written first."""
    scene.start()
    scene.walk(2)
    scene.recorders[0].is_full = True
    scene.walk(3)
    assert scene.session.stage is Stage.PAUSED
    assert "disk is full" in scene.page.last("error")["text"]
    scene.send(wire.Pause(on=False))
    scene.walk(1)
    assert scene.session.stage is Stage.PAUSED
    scene.recorders[0].is_full = False
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    indices = [row[0] for row in scene.recorders[0].rows]
    assert indices == list(range(len(indices)))
    assert scene.page.frames[-1].index == indices[-1]


def test_a_model_that_fails_ends_the_walk_with_one_clear_message(scene: Scene) -> None:
    """The device must go on for everybody else, and this person may start again."""
    scene.start()
    scene.walk(2)
    scene.world.error = RuntimeError("out of memory")
    scene.walk(1)
    assert scene.page.last("ended")["reason"] == "failed"
    assert "out of memory" in scene.page.last("error")["text"]
    assert scene.recorders[0].is_closed
    scene.world.error = None
    scene.start("another place")
    assert scene.session.stage is Stage.WALKING


def test_a_prompt_the_model_refuses_is_one_message_and_another_may_follow(scene: Scene) -> None:
    """Refused is not broken."""
    scene.start("something the model refuses")
    assert scene.page.last("error")["code"] == "prompt"
    assert not scene.session.seated
    scene.start("a lake")
    assert scene.session.stage is Stage.WALKING


@pytest.mark.parametrize("text", ["", "   ", "\x00\x07", "x" * 2001])
def test_a_prompt_that_cannot_be_is_refused_at_once(scene: Scene, text: str) -> None:
    """Before a seat is taken and a model is asked."""
    with pytest.raises(PromptError):
        scene.send(wire.Start(text=text, seed=1, picture=False))
    assert not scene.session.seated


def test_emoji_and_other_alphabets_are_words_like_others(scene: Scene) -> None:
    """Anybody's words are welcome."""
    scene.start("🏔️ un village enneigé 雪の村")
    assert scene.world.starts[0][0].text == "🏔️ un village enneigé 雪の村"


def png(width: int = 40, height: int = 30) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_begins_a_world(scene: Scene) -> None:
    """Picture first, then start: the world gets the picture itself."""
    scene.send(wire.Picture(data=png()))
    assert scene.page.read().last("picture")["width_px"] == 40
    scene.send(wire.Start(text="", seed=1, picture=True))
    scene.work()
    image = scene.world.starts[0][0].image
    assert image is not None and np.asarray(image).shape == (30, 40, 3)


def test_a_file_that_is_no_picture_is_refused_and_replaces_the_one_before(scene: Scene) -> None:
    """Starting from an older picture than the person sees would be a surprise."""
    scene.send(wire.Picture(data=png()))
    with pytest.raises(ImageError, match="text"):
        scene.send(wire.Picture(data=b"this is a text file named .jpg"))
    with pytest.raises(ImageError):
        scene.send(wire.Start(text="", seed=1, picture=True))


def test_what_makes_no_sense_now_is_refused_and_the_session_goes_on(scene: Scene) -> None:
    """Out of order is a message, not a crash."""
    with pytest.raises(SessionError):
        scene.send(wire.Restart())
    with pytest.raises(SessionError):
        scene.send(wire.Event(text="it rains"))
    scene.send(wire.Stop())
    scene.send(wire.Pause(on=True))
    with pytest.raises(ProtocolError):
        scene.send(wire.Save(formats=("mp4",)))
    scene.start()
    assert scene.session.stage is Stage.WALKING


def test_who_flies_stays_up_until_they_say_otherwise(scene: Scene) -> None:
    """A pause or a lost key must not let anybody fall; a new world begins on the ground."""
    scene.start()
    scene.send(wire.Fly(on=True))
    assert scene.walk().last("status")["flying"] is True
    scene.send(wire.Pause(on=True))
    scene.send(wire.Pause(on=False))
    scene.walk(2)
    assert [action.fly for action in scene.world.actions] == [True, True, True]
    scene.send(wire.Fly(on=False))
    scene.walk()
    assert scene.world.actions[-1].fly is False
    scene.send(wire.Fly(on=True))
    scene.start()
    assert scene.walk().last("status")["flying"] is False


def test_too_many_words_at_once_are_refused(scene: Scene) -> None:
    """What waits is bounded."""
    scene.start()
    with pytest.raises(SessionError, match="moment"):
        for _ in range(20):
            scene.send(wire.Event(text="it rains"))


def test_while_the_model_loads_a_start_waits_and_says_so() -> None:
    """The page is there before the model is."""
    scene = Scene(device=Device(stage=Stage.LOADING, text="Reading the weights", progress=0.4))
    assert scene.page.last("status") == {
        "type": "status", "stage": "loading", "text": "Reading the weights", "walk": 0,
        "model": "", "progress": 0.4, "expected_s": None, "flying": False,
        "can_edit": False,
    }  # fmt: skip
    scene.send(wire.Start(text="a lake", seed=1, picture=False))
    assert scene.page.read().last("status")["stage"] == "loading"
    scene.device.stage = Stage.EMPTY
    scene.work()
    assert scene.session.stage is Stage.WALKING


def test_depth_travels_unless_it_is_switched_off() -> None:
    """Without it the page can turn ahead of the model, and not walk."""
    for depth, names in ((True, ["RGB", "DEPTH"]), (False, ["RGB"])):
        scene = Scene(config=SessionConfig(view=ViewConfig(depth=depth)))
        assert [plane.name.name for plane in scene.start().frames[0].planes] == names


def test_a_frame_says_what_it_does_not_show_yet(scene: Scene) -> None:
    """The page adds it to the pose: a turn left out would swing back, one counted twice too far."""
    scene.start()
    scene.send(wire.Control(seq=1, at_ms=0.0, keys=(), yaw_rad=0.6, pitch_rad=-0.1))
    waiting = []
    for _ in range(3):
        scene.walk()
        waiting.append(scene.page.frames[-1].waiting_yaw_rad)
    assert waiting == pytest.approx([0.35, 0.1, 0.0])
    frame = scene.page.frames[-1]
    assert frame.waiting_pitch_rad == 0 and frame.focal_px > 0


def test_a_frame_says_what_falls_before_it(scene: Scene) -> None:
    """It is in no picture: what is not said is not seen."""
    scene.start()
    scene.world.weather = Weather(rain=0.75, snow=0.25)
    scene.walk()
    frames = scene.page.frames
    assert [(frame.rain, frame.snow) for frame in frames] == [(0, 0), (0.75, 0.25)]


def test_the_device_runs_no_faster_than_it_may() -> None:
    """A fast model must not make people run."""
    scene = Scene(config=SessionConfig(max_fps=2.0, window_frames=100))
    scene.start()
    scene.work(10)
    assert len(scene.world.actions) == pytest.approx(2.0 * 0.2 * 10, abs=1)


def test_words_that_are_read_as_others_are_told(scene: Scene) -> None:
    """Who said kitchen sees why there is a room; who is understood hears nothing."""
    scene.start("a kitchen")
    assert scene.page.last("status")["text"] == "Drawn as “a room”"
    scene.start("a room")
    assert scene.page.last("status")["text"] == ""


def test_what_a_picture_is_taken_for_is_told(scene: Scene) -> None:
    """Who drops a photo in without a word learns what goes on beside it, and how to change that."""
    scene.world.caption = "a meadow"
    scene.send(wire.Picture(data=png()))
    scene.send(wire.Start(text="", seed=3, picture=True))
    scene.work()
    assert scene.page.last("status")["text"].startswith("Taken for “a meadow”")
    scene.start("a room")
    assert scene.page.last("status")["text"] == ""


def test_who_says_what_nobody_understands_is_told_so(scene: Scene) -> None:
    """Nothing is recorded of it, and the walk goes on."""
    scene.start()
    scene.send(wire.Event(text="gibberish"))
    scene.walk(2)
    assert "nothing of “gibberish” was understood" in scene.page.last("error")["text"].lower()
    assert scene.session.stage is Stage.WALKING
