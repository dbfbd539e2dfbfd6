"""One thread per device: it loads the model, then steps sessions in turn.

    load ──▶ pick the least recently served session that is due ──▶ its work ──▶ pick …

The page is up before the model is: loading happens here and reports how far it
is. If it fails, the reason is shown to everybody who comes, and nothing else is
harmed.

Not here: what a session does with its turn (`sessions`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from worldgen.errors import ModelError, WorldgenError
from worldgen.recording import WalkHeader
from worldgen.serving.store import Store
from worldgen.sessions.ports import Device, OpenWorld
from worldgen.sessions.protocol import Stage
from worldgen.types import Frame, Prompt

SWEEP_S = 1.0

Report = Callable[[str, float | None], None]
"""Says how far loading is: what is being done, and the share done in [0, 1] if known."""


@dataclass(frozen=True, kw_only=True)
class LoadedModel:
    """A model that is ready.

    Attributes:
        title: what draws, in a few words.
        can_edit: whether it draws a part of a view anew.
        open_world: a fresh world on this model.
        header: what a recording of a walk begins with.
    """

    title: str
    open_world: OpenWorld
    header: Callable[[Prompt, int, Frame], WalkHeader]
    can_edit: bool = False


LoadModel = Callable[[Report], LoadedModel]
"""Loads the model; runs on the device's own thread and may take long."""


class Worker:
    """The thread that owns one device."""

    def __init__(
        self,
        load: LoadModel,
        store: Store,
        device: Device,
        sweep: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Prepare; `start` begins.

        Args:
            load: loads the model.
            store: whom to serve.
            device: is kept up to date for the sessions to read.
            sweep: is called about once a second, on this thread.
            clock: seconds.
        """
        self._load = load
        self._store = store
        self._device = device
        self._sweep = sweep
        self._clock = clock
        self._swept_s = clock()
        self._model: LoadedModel | None = None
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="worldgen-device", daemon=True)

    def start(self) -> None:
        """Load the model and begin to serve."""
        self._thread.start()

    def wake(self) -> None:
        """Something changed: look again who is due."""
        self._wake.set()

    def stop(self, timeout_s: float = 10.0) -> None:
        """Finish the frame in hand, close every session, and end."""
        self._stopping.set()
        self._wake.set()
        if self._thread.is_alive():
            self._thread.join(timeout_s)

    def header(self, prompt: Prompt, seed: int, frame: Frame) -> WalkHeader:
        """What a recording of a walk on this device begins with."""
        if self._model is None:
            raise ModelError("the model is not loaded, so there is no walk to record")
        return self._model.header(prompt, seed, frame)

    def _run(self) -> None:
        try:
            self._model = self._loaded()
            self._serve()
        finally:
            for _, session in self._store.entries():
                session.close()

    def _loaded(self) -> LoadedModel | None:
        try:
            model = self._load(self._report)
        except WorldgenError as error:
            self._announce(Stage.FAILED, str(error))
        except Exception as error:  # whatever a model's library raises is told to the person
            logging.getLogger(__name__).exception("model.not_loaded")
            reason = f"{type(error).__name__}: {error}"
            self._announce(Stage.FAILED, f"The model could not be loaded. {reason}")
        else:
            self._device.model, self._device.can_edit = model.title, model.can_edit
            self._announce(Stage.EMPTY, "Ready")
            return model
        return None

    def _report(self, text: str, progress: float | None) -> None:
        self._announce(Stage.LOADING, text, progress)

    def _announce(self, stage: Stage, text: str, progress: float | None = None) -> None:
        self._device.stage, self._device.text, self._device.progress = stage, text, progress
        for _, session in self._store.entries():
            session.announce()

    def _serve(self) -> None:
        while not self._stopping.is_set():
            self._wake.clear()
            try:
                wait_s = self._turn()
            except Exception:  # a fault of ours: it must not leave everybody without a device
                logging.getLogger(__name__).exception("device.stumbled")
                wait_s = SWEEP_S
            if wait_s > 0:
                self._wake.wait(wait_s)

    def _turn(self) -> float:
        """Serve whoever is due; for how many seconds nobody is."""
        now_s = self._clock()
        if now_s - self._swept_s >= SWEEP_S:
            self._swept_s = now_s
            self._sweep()
        if self._model is None:
            return SWEEP_S
        session, due_s = self._store.next_due(now_s)
        if session is None:
            return min(due_s - now_s, SWEEP_S)
        session.work(self._model.open_world)
        return 0.0
