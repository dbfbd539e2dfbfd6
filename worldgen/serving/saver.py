"""Files made of walks: one walk at a time, in a process of its own that yields to the live ones.

Encoding in our own process would starve the model that others walk in. While nobody walks,
it yields no more than other programs do: on a busy machine it would never end. A
finished file is fetched by an unguessable ticket, until its session asks for
other files or ends. Who comes back is told how things stand.

Not here: the formats (`export`), the process itself (`humble`, `save`).
"""

from __future__ import annotations

import json
import logging
import queue
import secrets
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from worldgen.errors import ExportError, SessionError
from worldgen.serving.humble import IDLE, NICE, step_aside
from worldgen.serving.scratch import Scratch
from worldgen.sessions.problems import problem_of
from worldgen.sessions.protocol import Report, Saved, Saving, ServerMessage, Unmade

MAX_WAITING = 8
FILES_ROUTE = "world/files"
SURE_S, SURE_SHARE = 3.0, 0.02
"""How long something must have gone on, and how far, before the rest can be guessed."""


@dataclass(frozen=True, kw_only=True, eq=False)
class _Job:
    """Files to be made of one walk, and who wants to hear of it."""

    token: str
    walk: Path
    formats: tuple[str, ...]
    say: Callable[[ServerMessage], None]
    called_off: threading.Event = field(default_factory=threading.Event)


class Saver:
    """Makes files of walks and hands them out.

    Args:
        clock: seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._scratch = Scratch()
        self._lock = threading.Lock()
        self._jobs: queue.Queue[_Job | None] = queue.Queue(MAX_WAITING)
        self._busy: dict[str, _Job] = {}
        self._told: dict[str, Saving] = {}
        self._tickets: dict[str, tuple[str, Path]] = {}
        self._process: tuple[_Job, subprocess.Popen[str]] | None = None
        self._is_walked = False
        self._thread = threading.Thread(target=self._run, name="worldgen-saver", daemon=True)
        self._thread.start()

    def save(
        self,
        token: str,
        walk: Path,
        formats: Sequence[str],
        say: Callable[[ServerMessage], None],
    ) -> None:
        """Make files of a walk; `say` hears of progress, of addresses, or of a failure.

        The session's files of before can be fetched no more.

        Raises:
            SessionError: some are being made for this session already, or too many wait.
        """
        job = _Job(token=token, walk=walk, formats=tuple(formats), say=say)
        with self._lock:
            if token in self._busy:
                raise SessionError("files of this walk are being made already; one moment, please")
            try:
                self._jobs.put_nowait(job)
            except queue.Full:
                raise SessionError("too many files are being made; try again shortly") from None
            self._busy[token] = job
        self._take_away(token)
        self._tell(job, Saving(formats=job.formats, making=job.formats[0]))

    def cancel(self, token: str) -> None:
        """Make nothing more for that session; what was done of the last request is taken away."""
        with self._lock:
            job, running = self._busy.get(token), self._process
        if job is None:
            return
        job.called_off.set()
        if running is not None and running[0] is job:
            running[1].kill()

    def make_way(self, is_walked: bool) -> None:
        """Go behind a walk that is on, or out into the open; to be told again every second."""
        with self._lock:
            self._is_walked, running = is_walked, self._process
            if running is not None and running[1].poll() is None:
                step_aside(running[1].pid, is_walked)

    def told(self, token: str) -> Saving | None:
        """What that session was told last; None if it never asked for files."""
        with self._lock:
            return self._told.get(token)

    def file(self, ticket: str) -> Path | None:
        """The finished file of that ticket, if there is one."""
        with self._lock:
            found = self._tickets.get(ticket)
        return found[1] if found and found[1].is_file() else None

    def forget(self, token: str) -> None:
        """That session is over: nothing more is made for it, its tickets open nothing any more."""
        self.cancel(token)
        self._take_away(token)
        with self._lock:
            self._told.pop(token, None)

    def close(self) -> None:
        """Stop what is being made."""
        self._jobs.put(None)
        with self._lock:
            running = self._process
        if running is not None:
            running[1].kill()
        self._thread.join(timeout=5)
        self._scratch.close()

    def _take_away(self, token: str) -> None:
        with self._lock:
            gone = [ticket for ticket, (owner, _) in self._tickets.items() if owner == token]
            files = [self._tickets.pop(ticket)[1] for ticket in gone]
        for file in files:
            shutil.rmtree(file.parent, ignore_errors=True)

    def _tell(self, job: _Job, saving: Saving) -> None:
        with self._lock:
            self._told[job.token] = saving
        job.say(saving)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                self._make(job)
            except ExportError as error:
                job.say(problem_of(error))
            except Exception as error:  # a broken export must not end all later ones
                logging.getLogger(__name__).exception("walk.not_saved")
                job.say(problem_of(ExportError(f"the files could not be made: {error}")))
            finally:
                self._finish(job)

    def _finish(self, job: _Job) -> None:
        """Whatever became of it, nothing is in the making now."""
        if job.called_off.is_set():
            self._take_away(job.token)
        with self._lock:
            self._process = None
            self._busy.pop(job.token, None)
            last = self._told.get(job.token)
        if last is None:  # its session is over
            return
        files = () if job.called_off.is_set() else last.files
        self._tell(job, replace(last, making="", progress=1.0, left_s=None, files=files))

    def _make(self, job: _Job) -> None:
        """Run the process, and pass on what it says.

        Raises:
            ExportError: it failed; those files that were done can be fetched.
        """
        folder = self._scratch.path / secrets.token_urlsafe(18)
        files = [folder / f"{job.walk.name}.{extension}" for extension in job.formats]
        folder.mkdir()
        humble = [
            sys.executable,
            "-m",
            "worldgen.serving.humble",
            IDLE if self._is_walked else NICE,
        ]
        command = [*humble, str(job.walk), *map(str, files)]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            with self._lock:
                self._process = job, process
            if job.called_off.is_set():
                process.kill()
            assert process.stdout is not None and process.stderr is not None
            began_s = self._clock()
            for line in process.stdout:
                self._heard(job, json.loads(line), files, self._clock() - began_s)
            said = process.stderr.read().strip()
        shutil.rmtree(folder, ignore_errors=True)
        if process.returncode != 0 and not job.called_off.is_set():
            raise ExportError(said.splitlines()[-1] if said else "the files could not be made")

    def _heard(self, job: _Job, said: dict[str, Any], files: list[Path], gone_s: float) -> None:
        saving = self.told(job.token)
        if saving is None:  # its session is over
            return
        if "progress" in said:
            share = said["progress"]
            sure = gone_s > SURE_S and share > SURE_SHARE
            left_s = round(gone_s * (1 - share) / share, 1) if sure else None
            making = job.formats[said["making"]]
            saving = replace(saving, making=making, progress=share, left_s=left_s)
        elif "done" in said:
            done = self._ticketed(job, said["done"], files)
            saving = replace(saving, files=(*saving.files, done))
        elif "unmade" in said:
            missed = Unmade(format=job.formats[said["unmade"]], reason=said["reason"])
            saving = replace(saving, unmade=(*saving.unmade, missed))
        elif "notes" in said:
            saving = replace(saving, notes=tuple(said["notes"]))
        else:
            saving = replace(saving, report=Report(**said["report"]))
        self._tell(job, saving)

    def _ticketed(self, job: _Job, at: int, files: list[Path]) -> Saved:
        """A finished file under its own ticket, in a folder that goes with it."""
        ticket = secrets.token_urlsafe(18)
        target = self._scratch.path / ticket / files[at].name
        target.parent.mkdir()
        files[at].rename(target)
        with self._lock:
            self._tickets[ticket] = (job.token, target)
        return Saved(
            format=job.formats[at],
            name=target.name,
            url=f"{FILES_ROUTE}/{ticket}",
            size_bytes=target.stat().st_size,
        )
