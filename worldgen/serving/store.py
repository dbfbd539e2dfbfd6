"""Sessions by unguessable token, least recently served first.

The token is the capability: who has it, has the session. The order is the
whole of fairness: the device serves the first that is due, and it goes last.

Not here: how many there may be (`limits`), what a session does (`sessions`).
"""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from math import inf

from worldgen.errors import SeatsTakenError, SessionGoneError
from worldgen.sessions.session import Session


def new_token() -> str:
    """A token that nobody guesses."""
    return secrets.token_urlsafe(24)


class Store:
    """Every open session; any thread may come here."""

    def __init__(self, max_tokens: int) -> None:
        self._max_tokens = max_tokens
        self._lock = threading.Lock()
        self._sessions: OrderedDict[str, Session] = OrderedDict()

    def put(self, token: str, session: Session) -> None:
        """Keep a session.

        Raises:
            SeatsTakenError: as many are open as may be.
        """
        with self._lock:
            if len(self._sessions) >= self._max_tokens:
                raise SeatsTakenError(
                    f"{self._max_tokens} pages are open already; try again in a few minutes"
                )
            self._sessions[token] = session

    def get(self, token: str) -> Session:
        """The session of that token.

        Raises:
            SessionGoneError: there is none, or no more.
        """
        session = self.find(token)
        if session is None:
            raise SessionGoneError("this session has ended; reload the page to begin another")
        return session

    def find(self, token: str) -> Session | None:
        """The session of that token, or None."""
        with self._lock:
            return self._sessions.get(token)

    def remove(self, token: str) -> None:
        """Forget a session; its token opens nothing any more."""
        with self._lock:
            self._sessions.pop(token, None)

    def entries(self) -> list[tuple[str, Session]]:
        """All of them, least recently served first."""
        with self._lock:
            return list(self._sessions.items())

    def next_due(self, now_s: float) -> tuple[Session | None, float]:
        """Whose turn it is, if anybody's; otherwise when the next one's will be.

        Returns:
            (session, its due time), or (None, the earliest due time, inf if nobody waits).
        """
        earliest_s = inf
        for token, session in self.entries():
            due_s = session.due_s()
            if due_s <= now_s:
                with self._lock:
                    if token in self._sessions:
                        self._sessions.move_to_end(token)
                return session, due_s
            earliest_s = min(earliest_s, due_s)
        return None, earliest_s
