"""The environment becomes settings once, or one clear error."""

from pathlib import Path

import pytest

from worldgen.errors import ConfigError
from worldgen.settings import Settings


def test_without_an_environment_everything_has_a_default() -> None:
    """Nobody must set anything; and nobody else is let in by default."""
    assert Settings.from_environment({}) == Settings()
    assert Settings().host == "127.0.0.1"


def test_every_variable_is_read() -> None:
    """What the module's own docstring lists."""
    settings = Settings.from_environment(
        {
            "WORLDGEN_HOST": "0.0.0.0",
            "WORLDGEN_PORT": " 8000 ",
            "WORLDGEN_MODEL": "echo",
            "WORLDGEN_WALKS": "/tmp/walks",
            "WORLDGEN_SEATS": "5",
            "WORLDGEN_ORIGINS": "https://a.example, http://b.example,",
            "WORLDGEN_ROOT_PATH": "/w",
            "WORLDGEN_AUTH": "ann:secret:word,bob:b",
        }
    )
    assert settings == Settings(
        host="0.0.0.0",
        port=8000,
        model="echo",
        walks_dir=Path("/tmp/walks"),
        seats=5,
        origins=("https://a.example", "http://b.example"),
        root_path="/w",
        auth=(("ann", "secret:word"), ("bob", "b")),
    )


def test_a_host_that_gradio_was_told_counts() -> None:
    """Hosts of Gradio apps set these; our own names come first."""
    env = {"GRADIO_SERVER_NAME": "0.0.0.0", "GRADIO_SERVER_PORT": "7000"}
    assert Settings.from_environment(env) == Settings(host="0.0.0.0", port=7000)
    assert Settings.from_environment({**env, "WORLDGEN_PORT": "7001"}).port == 7001


@pytest.mark.parametrize(
    ("env", "says"),
    [
        ({"WORLDGEN_PORT": "seven"}, "WORLDGEN_PORT"),
        ({"WORLDGEN_PORT": "70000"}, "65535"),
        ({"WORLDGEN_SEATS": "0"}, "seat"),
        ({"WORLDGEN_ORIGINS": "example.org"}, "https://"),
        ({"WORLDGEN_AUTH": "ann"}, "name:password"),
        ({"WORLDGEN_AUTH": "ann:"}, "name:password"),
    ],
)
def test_a_value_that_cannot_be_is_told(env: dict[str, str], says: str) -> None:
    """The message names the variable or what was wanted."""
    with pytest.raises(ConfigError, match=says):
        Settings.from_environment(env)
