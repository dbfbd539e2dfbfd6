"""What the person who runs this decides, read from the environment once, as a frozen value.

    WORLDGEN_HOST      address to listen on (or GRADIO_SERVER_NAME)
    WORLDGEN_PORT      TCP port (or GRADIO_SERVER_PORT)
    WORLDGEN_MODEL     model to load, as `worldgen models` names it
    WORLDGEN_WALKS     folder in which live walks are kept; without it they go when the app ends
    WORLDGEN_SEATS     worlds that may be walked at the same time
    WORLDGEN_ORIGINS   other sites that may open the socket, with commas
    WORLDGEN_ROOT_PATH path under which a proxy serves the page
    WORLDGEN_AUTH      name:password pairs, with commas; without it everybody is let in

Only this module, `cli` and `app.py` read the environment; everybody else is
handed a config. `serve` puts the app together and runs it.

Not here: the app's own parts (`web`, `serving`), the commands (`cli`).
"""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from worldgen.errors import ConfigError, ModelNotFoundError

if TYPE_CHECKING:
    from worldgen.serving.worker import LoadedModel, LoadModel, Report


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Everything that can be set from outside.

    Attributes:
        host: address to listen on; "0.0.0.0" is everybody's.
        port: TCP port; None takes the first free one from 7860.
        model: name of the model; None is the built-in one.
        walks_dir: where live walks are kept; None is a temporary folder.
        seats: worlds that may be walked at the same time.
        origins: other sites whose pages may open the socket.
        root_path: path under which a proxy serves the page.
        auth: (name, password) pairs; empty lets everybody in.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    model: str | None = None
    walks_dir: Path | None = None
    seats: int = 2
    origins: tuple[str, ...] = ()
    root_path: str = ""
    auth: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if self.port is not None and not 1 <= self.port <= 65535:
            raise ConfigError(f"a port must lie in 1 to 65535, got {self.port}")
        if self.seats < 1:
            raise ConfigError(f"there must be at least one seat, got {self.seats}")
        if self.root_path and not re.fullmatch(r"(/[\w.~-]+)+/?|https?://\S+", self.root_path):
            raise ConfigError(
                f"a root path is empty or begins with / (such as /world), got {self.root_path!r}"
            )
        for origin in self.origins:
            if not origin.startswith(("http://", "https://")):
                raise ConfigError(f"an origin begins with http:// or https://, got {origin!r}")

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the settings.

        Args:
            environment: where to look; None is the process's own.

        Raises:
            ConfigError: a value that cannot be; the message names the variable.
        """
        env = os.environ if environment is None else environment
        port = _number(env, "WORLDGEN_PORT")
        port = _number(env, "GRADIO_SERVER_PORT") if port is None else port
        seats = _number(env, "WORLDGEN_SEATS")
        walks = env.get("WORLDGEN_WALKS")
        return cls(
            host=env.get("WORLDGEN_HOST") or env.get("GRADIO_SERVER_NAME") or cls.host,
            port=port,
            model=env.get("WORLDGEN_MODEL") or None,
            walks_dir=Path(walks) if walks else None,
            seats=cls.seats if seats is None else seats,
            origins=_list(env, "WORLDGEN_ORIGINS"),
            root_path=env.get("WORLDGEN_ROOT_PATH", ""),
            auth=tuple(_pair(text) for text in _list(env, "WORLDGEN_AUTH")),
        )


def serve(settings: Settings) -> None:
    """Run the web app until it is interrupted.

    Raises:
        WorldgenError: it cannot start; the message says why.
    """
    from worldgen.monitoring import show_logs
    from worldgen.serving.limits import Limits
    from worldgen.serving.lobby import LobbyConfig
    from worldgen.web import WebConfig, launch

    show_logs(sys.stderr)
    check_model(settings.model)
    check_host(settings.host)
    lobby = LobbyConfig(limits=Limits(seats=settings.seats), walks_dir=settings.walks_dir)
    config = WebConfig(
        load=loader(settings.model),
        host=settings.host,
        port=settings.port,
        lobby=lobby,
        origins=settings.origins,
        root_path=settings.root_path,
        auth=settings.auth,
        say=_say_address,
    )
    launch(config)


def check_model(name: str | None) -> None:
    """See that there is a model of that name.

    Raises:
        ModelNotFoundError: there is none; the message lists those there are.
    """
    from worldgen.models.registry import list_models, weights_folder

    known = [listing.spec.name for listing in list_models()]
    if name is not None and name not in known and weights_folder(name) is None:
        raise ModelNotFoundError(f"there is no model {name!r}; known models: {', '.join(known)}")


def check_host(host: str) -> None:
    """See that one can listen on an address of this machine.

    Raises:
        ConfigError: it is none.
    """
    try:
        place = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(place[0], place[1]) as trial:
            trial.bind(place[4])
    except OSError as error:
        raise ConfigError(
            f"cannot listen on {host!r} ({error.strerror or error}); use 127.0.0.1 for this "
            "machine alone, 0.0.0.0 for everybody"
        ) from error


def loader(name: str | None) -> LoadModel:
    """A function that loads a model for live worlds, so that the first step is quick too."""

    def load(report: Report) -> LoadedModel:
        report("Reading the weights", None)
        from worldgen.models.registry import load_model
        from worldgen.serving.worker import LoadedModel
        from worldgen.world import World, walk_header, warm_up

        model = load_model(name)
        report("Preparing; the first time this may take a minute", None)
        warm_up(model.spec)
        return LoadedModel(
            title=model.spec.title,
            open_world=lambda: World(model),
            header=lambda prompt, seed, frame: walk_header(model, prompt, seed, frame.camera),
            can_edit=model.spec.can_edit,
        )

    return load


def _say_address(address: str) -> None:
    sys.stdout.write(f"worldgen is at {address}\n")
    sys.stdout.flush()


def _number(env: Mapping[str, str], name: str) -> int | None:
    text = env.get(name, "").strip()
    if not text:
        return None
    try:
        return int(text)
    except ValueError as error:
        raise ConfigError(f"{name} must be a whole number, got {text!r}") from error


def _list(env: Mapping[str, str], name: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in env.get(name, "").split(",") if part.strip())


def _pair(text: str) -> tuple[str, str]:
    name, found, password = text.partition(":")
    if not (name and found and password):
        raise ConfigError("WORLDGEN_AUTH must be name:password pairs with commas between them")
    return name, password
