"""What --keys says: every sensible script is read, every other one gets a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from worldgen.cli.script import MAX_FRAMES, parse_script
from worldgen.errors import ActionError
from worldgen.sessions.keys import KEYS
from worldgen.types import Action


def test_the_contracts_own_example() -> None:
    """The line that the help and the README show."""
    steps = parse_script("W*40 W+RIGHT*10 say:'night falls' S*40")
    assert len(steps) == 90
    assert steps[39].action == Action(forward=1.0)
    assert steps[40].action == Action(forward=1.0, yaw=0.05)
    assert steps[50].action == Action(forward=-1.0) and steps[50].said == ("night falls",)
    assert all(not step.said for at, step in enumerate(steps) if at != 50)


@given(
    st.lists(st.tuples(st.sets(st.sampled_from(KEYS), min_size=1), st.integers(1, 50)), max_size=8)
)
def test_counts_add_up(parts: list[tuple[set[str], int]]) -> None:
    """As many frames as were asked for, whatever is held together."""
    text = " ".join(f"{'+'.join(sorted(keys))}*{count}" for keys, count in parts)
    assert len(parse_script(text)) == sum(count for _, count in parts)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("", []),
        ("   ", []),
        (".", [Action()]),
        (".*2", [Action(), Action()]),
        ("w", [Action(forward=1.0)]),
        ("W+S", [Action()]),
        ("up", [Action(pitch=0.05)]),
        ("SPACE+W+SHIFT", [Action(forward=1.0, jump=True, run=True)]),
        ("A left", [Action(strafe=-1.0), Action(yaw=-0.05)]),
    ],
)
def test_small_scripts(text: str, wanted: list[Action]) -> None:
    """Each key does what the contract says."""
    assert [step.action for step in parse_script(text)] == wanted


def test_words_at_the_end_get_a_frame_to_show_in() -> None:
    """Said and never seen would be lost."""
    steps = parse_script("W say:rain say:'and wind'")
    assert [step.said for step in steps] == [(), ("rain", "and wind")]
    assert steps[1].action == Action()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Q*3", "unknown key 'Q'; the keys are W A S D"),
        ("W++A", "unknown key ''"),
        ("W*0", "whole number from 1"),
        ("W*-3", "whole number from 1"),
        ("W*2.5", "whole number from 1"),
        ("W*", "whole number from 1"),
        ("W*9*9", "whole number from 1"),
        ("W*٣", "whole number from 1"),
        (f"W*{MAX_FRAMES + 1}", "whole number from 1"),
        ("W*99999999999999999999", "whole number from 1"),
        (f"W*{MAX_FRAMES} W", "more than"),
        ("say:'night falls", "never closed"),
        ("say:", "needs words"),
        ("say: W", "needs words"),
        ("sing:'la la'", "unknown key 'SING:LA LA'"),
    ],
)
def test_what_cannot_be_read_is_told(text: str, says: str) -> None:
    """The sentence names what came and what was wanted."""
    with pytest.raises(ActionError, match=says.replace("*", r"\*")):
        parse_script(text)
