"""Prompts, actions and frames check themselves."""

import math
from dataclasses import fields

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from worldgen.errors import ActionError, ImageError, PromptError, ShapeError
from worldgen.geometry import Camera
from worldgen.types import (
    CLEAR,
    MAX_PROMPT_CHARACTERS,
    NOWHERE,
    Action,
    Edit,
    Frame,
    Prompt,
    Setting,
    Weather,
)

shares = st.floats(-1, 1)
turns = st.floats(-math.pi, math.pi)
actions = st.builds(
    Action,
    forward=shares, strafe=shares, up=shares, yaw=turns, pitch=turns,
    jump=st.booleans(), run=st.booleans(),
)  # fmt: skip


@pytest.mark.parametrize("text", [None, "", "   ", "\n\t", "\x00\x07", "\u202e"])
def test_a_prompt_without_words_or_picture_is_refused(text: str | None) -> None:
    """Blank and invisible words are no words."""
    with pytest.raises(PromptError, match="empty"):
        Prompt(text=text)


def test_an_edit_has_words_and_a_part() -> None:
    """Its words are tidied like a prompt's, and nobody changes its mask under it."""
    edit = Edit(text=" a  pond\n", mask=np.ones((2, 3), bool))
    assert edit.text == "a pond"
    with pytest.raises(ValueError, match="read-only"):
        edit.mask[0, 0] = False
    with pytest.raises(PromptError, match="what shall be there"):
        Edit(text="\x00", mask=edit.mask)


@pytest.mark.parametrize(
    "mask", [np.zeros((2, 3), bool), np.ones((2, 3)), np.ones(6, bool), [[True]], None]
)
def test_a_part_of_nothing_is_none(mask: np.ndarray) -> None:
    """Empty, not of booleans, not a picture."""
    with pytest.raises(ShapeError):
        Edit(text="a pond", mask=mask)


@pytest.mark.parametrize("wrong", [{"rain": 1.01}, {"snow": -0.1}, {"haze_per_m": math.nan}])
def test_weather_that_cannot_be_is_refused(wrong: dict[str, float]) -> None:
    """More than all of it, less than none, no number."""
    with pytest.raises(ShapeError, match="weather"):
        Weather(**wrong)


def test_fair_weather_lets_nothing_fall() -> None:
    """Haze hangs, it does not fall."""
    assert not CLEAR.falls
    assert not Weather(haze_per_m=0.03).falls
    assert Weather(rain=0.2).falls and Weather(snow=0.2).falls


def test_a_picture_alone_is_a_prompt() -> None:
    """With blank words beside it, as an empty text box sends them."""
    picture = Image.new("RGB", (4, 4))
    assert Prompt(image=picture).text is None
    assert Prompt(text="  ", image=picture).text is None


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  a  snowy\tvillage\r\n at dusk ", "a snowy village at dusk"),
        ("a 🏝️ with 👨‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "a 🏝️ with 👨‍👩‍👧 and 🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("bell\x07 and\x00 null", "bell and null"),
        ("half \ud83d a pair", "half a pair"),
        ("\u202eback\u2066wards", "backwards"),
        ("снежная деревня 雪の村", "снежная деревня 雪の村"),
    ],
)
def test_a_prompt_is_tidied_and_emoji_stay(typed: str, kept: str) -> None:
    """What is kept can be written to any file and shown on any page."""
    assert Prompt(text=typed).text == kept


@given(st.text(max_size=200))
def test_any_text_is_a_prompt_or_a_prompt_error(text: str) -> None:
    """Never another error; and what is kept is a line of valid UTF-8, tidy already."""
    try:
        kept = Prompt(text=text).text
    except PromptError:
        return
    assert kept is not None
    assert kept.encode().decode() == kept
    assert Prompt(text=kept).text == kept


def test_a_long_prompt_is_refused_with_its_length() -> None:
    """Ten megabytes too, at once."""
    Prompt(text="x" * MAX_PROMPT_CHARACTERS)
    with pytest.raises(PromptError, match="2,001 characters"):
        Prompt(text="x" * (MAX_PROMPT_CHARACTERS + 1))
    with pytest.raises(PromptError, match="10,000,000 characters"):
        Prompt(text="x" * 10_000_000)


def test_a_prompt_of_another_kind_is_refused() -> None:
    """With what to do instead."""
    with pytest.raises(PromptError, match="must be text"):
        Prompt(text=3)  # type: ignore[arg-type]
    with pytest.raises(ImageError, match="load_image"):
        Prompt(image="photo.jpg")  # type: ignore[arg-type]


@given(actions)
def test_an_action_survives_its_array(action: Action) -> None:
    """To float32 precision, at the limits too."""
    back = Action.from_array(action.as_array())
    np.testing.assert_array_equal(back.as_array(), action.as_array())
    assert action.as_array().dtype == np.float32


@pytest.mark.parametrize("name", ["forward", "strafe", "up", "yaw", "pitch"])
@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 4.0, -4.0, "1", None])
def test_an_action_that_is_no_number_in_range_is_refused(name: str, value: object) -> None:
    """And the message names the field."""
    with pytest.raises(ActionError, match=name):
        Action(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [1.005, -1.00001])
def test_an_action_a_little_out_of_range_is_refused(value: float) -> None:
    """What rounding to float32 adds is let in, and is taken off; nothing more is."""
    with pytest.raises(ActionError, match="forward"):
        Action(forward=value)
    assert Action(forward=math.copysign(1 + 1e-7, value)).forward == math.copysign(1, value)


@pytest.mark.parametrize("name", ["jump", "run"])
def test_jump_and_run_are_true_or_false(name: str) -> None:
    """A number there is a mixed-up field."""
    with pytest.raises(ActionError, match=name):
        Action(**{name: 1.0})  # type: ignore[arg-type]


@pytest.mark.parametrize("array", [np.zeros(6), np.zeros((1, 7)), np.full(7, np.nan)])
def test_an_array_that_is_no_action_is_refused(array: np.ndarray) -> None:
    """Shape and values."""
    with pytest.raises(ActionError):
        Action.from_array(array)


def test_idle_is_when_nothing_is_asked_for() -> None:
    """Every field but `run` and `fly` makes an action; to run or hover on the spot is standing."""
    assert Action().is_idle
    assert Action(run=True, fly=True).is_idle
    for field in fields(Action):
        value = True if field.type == "bool" else 0.5
        assert Action(**{field.name: value}).is_idle == (field.name in ("run", "fly"))  # type: ignore[arg-type]


def _frame(**changes: object) -> Frame:
    good: dict[str, object] = {
        "rgb": np.zeros((4, 6, 3), np.uint8),
        "depth_m": np.ones((4, 6), np.float32),
        "camera": Camera.from_fov(6, 4, 1.0),
        "index": 0,
        "time_s": 0.0,
    }
    return Frame(**{**good, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {"rgb": None},
        {"rgb": np.zeros((6, 4, 3), np.uint8)},
        {"rgb": np.zeros((4, 6, 3), np.float32)},
        {"depth_m": np.ones((4, 6))},
        {"depth_m": np.full((4, 6), np.nan, np.float32)},
        {"depth_m": np.full((4, 6), -1, np.float32)},
        {"sky": np.zeros((4, 6), np.uint8)},
        {"moving": np.zeros((4, 5), np.bool_)},
        {"index": -1},
        {"time_s": math.nan},
    ],
)
def test_a_frame_that_does_not_fit_its_camera_is_refused(changes: dict[str, object]) -> None:
    """A wrong shape or type is caught where it is made, not three packages later."""
    with pytest.raises(ShapeError, match=r"frame|depth"):
        _frame(**changes)


def test_a_frame_cannot_be_changed_by_anybody() -> None:
    """Neither through the frame nor through the array it was made of."""
    rgb = np.zeros((4, 6, 3), np.uint8)
    frame = _frame(rgb=rgb)
    rgb[:] = 9
    assert not frame.rgb.any()
    with pytest.raises(ValueError, match="read-only"):
        frame.rgb[0] = 1


def test_a_frame_may_have_no_depth() -> None:
    """Outside models give colour alone."""
    assert _frame(depth_m=None).depth_m is None


def test_a_setting_has_one_of_four_seasons() -> None:
    """And says which there are to whoever names another."""
    assert Setting(season="summer") == NOWHERE and not NOWHERE.places
    with pytest.raises(ShapeError, match="spring, summer, autumn, winter; got 'monsoon'"):
        Setting(season="monsoon")
