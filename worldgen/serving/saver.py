"""Files made of walks: one at a time, in a process of its own that yields to the live ones.

Encoding in our own process would starve the model that others walk in. A
finished file is fetched by an unguessable ticket, as long as its session lasts.

Not here: the formats (`export`), the process itself (`save`).
"""

from __future__ import annotations

import logging
import queue
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from worldgen.errors import ExportError, SessionError
from worldgen.sessions.problems import problem_of
from worldgen.sessions.protocol import Saving, ServerMessage

MAX_WAITING = 8
FILES_ROUTE = "world/files"


@dataclass(frozen=True, kw_only=True)
class _Job:
    """One file to be made, and who wants to hear of it."""

    token: str
    walk: Path
    extension: str
    say: Callable[[ServerMessage], None]


class Saver:
    """Makes files of walks and hands them out."""

    def __init__(self) -> None:
        self._root = Path(tempfile.mkdtemp(prefix="worldgen-files-"))
        self._lock = threading.Lock()
        self._jobs: queue.Queue[_Job | None] = queue.Queue(MAX_WAITING)
        self._busy: set[str] = set()
        self._tickets: dict[str, tuple[str, Path]] = {}
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._run, name="worldgen-saver", daemon=True)
        self._thread.start()

    def save(
        self, token: str, walk: Path, extension: str, say: Callable[[ServerMessage], None]
    ) -> None:
        """Make a file of a walk; `say` hears of its progress, its address, or its failure.

        Raises:
            SessionError: one is being made for this session already, or too many wait.
        """
        job = _Job(token=token, walk=walk, extension=extension, say=say)
        with self._lock:
            if token in self._busy:
                raise SessionError("a file of this walk is being made already; one moment, please")
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                raise SessionError("too many files are being made; try again shortly") from None
            self._busy.add(token)
        say(Saving(format=extension, progress=0.0))

    def file(self, ticket: str) -> Path | None:
        """The finished file of that ticket, if there is one."""
        with self._lock:
            found = self._tickets.get(ticket)
        return found[1] if found and found[1].is_file() else None

    def forget(self, token: str) -> None:
        """That session is over: its tickets open nothing any more."""
        with self._lock:
            gone = [ticket for ticket, (owner, _) in self._tickets.items() if owner == token]
            files = [self._tickets.pop(ticket)[1] for ticket in gone]
        for file in files:
            shutil.rmtree(file.parent, ignore_errors=True)

    def close(self) -> None:
        """Stop what is being made."""
        self._jobs.put(None)
        process = self._process
        if process is not None:
            process.kill()
        self._thread.join(timeout=5)
        shutil.rmtree(self._root, ignore_errors=True)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._make(job)
            except ExportError as error:
                job.say(problem_of(error))
            except Exception as error:  # a broken export must not end all later ones
                logging.getLogger(__name__).exception("walk.not_saved")
                job.say(problem_of(ExportError(f"the file could not be made: {error}")))
            finally:
                with self._lock:
                    self._busy.discard(job.token)

    def _make(self, job: _Job) -> None:
        ticket = secrets.token_urlsafe(18)
        target = self._root / ticket / f"{job.walk.name}.{job.extension}"
        target.parent.mkdir()
        command = [sys.executable, "-m", "worldgen.serving.save", str(job.walk), str(target)]
        self._process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        with self._process as process:
            assert process.stdout is not None and process.stderr is not None
            for line in process.stdout:
                job.say(Saving(format=job.extension, progress=float(line)))
            said = process.stderr.read().strip()
        self._process = None
        if process.returncode != 0 or not target.is_file():
            shutil.rmtree(target.parent, ignore_errors=True)
            raise ExportError(said.splitlines()[-1] if said else "the file could not be made")
        with self._lock:
            self._tickets[ticket] = (job.token, target)
        job.say(
            Saving(
                format=job.extension,
                progress=1.0,
                url=f"{FILES_ROUTE}/{ticket}",
                name=target.name,
            )
        )
