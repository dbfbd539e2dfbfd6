"""The environment becomes settings once, or one clear error."""

import re
from pathlib import Path

import pytest

from worldgen.errors import ConfigError, ModelNotFoundError
from worldgen.settings import Settings, check_host, check_model


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
        ({"WORLDGEN_PORT": "0"}, "65535"),
        ({"WORLDGEN_ROOT_PATH": "foo"}, "root path"),
        ({"WORLDGEN_ROOT_PATH": "/a b"}, "root path"),
        ({"WORLDGEN_AUTH": "ann"}, "name:password"),
        ({"WORLDGEN_AUTH": "ann:"}, "name:password"),
    ],
)
def test_a_value_that_cannot_be_is_told(env: dict[str, str], says: str) -> None:
    """The message names the variable or what was wanted."""
    with pytest.raises(ConfigError, match=says):
        Settings.from_environment(env)


@pytest.mark.parametrize("host", ["999.1.1.1", "no.such.host.invalid", "8.8.8.8"])
def test_an_address_that_is_not_ours_is_told_at_once(host: str) -> None:
    """One port after another was tried there, for ever."""
    with pytest.raises(ConfigError, match=rf"cannot listen on '{re.escape(host)}'"):
        check_host(host)


def test_addresses_of_this_machine_are_fine() -> None:
    """And a prefix that a proxy serves us under."""
    for host in ("127.0.0.1", "0.0.0.0", "localhost"):
        check_host(host)
    assert Settings(root_path="/world").root_path == "/world"


def test_an_unknown_model_is_told_before_the_page_opens() -> None:
    """By its name, with those there are."""
    check_model(None)
    check_model("wander")
    with pytest.raises(ModelNotFoundError, match="known models: wander"):
        check_model("nope")
