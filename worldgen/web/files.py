"""The page's own files, and walks that were saved, over HTTP.

The page's files lie under a path that holds a hash of all of them: they may be
kept for ever, and a new version is never mixed with an old one.

Not here: making walks' files (`serving.saver`).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from worldgen.serving.saver import FILES_ROUTE, Saver

STATIC = Path(__file__).parent / "static"


def static_path() -> str:
    """Where the page finds its files, relative to itself: "world/static/<hash>/"."""
    digest = hashlib.sha256()
    for path in sorted(STATIC.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode())
            digest.update(path.read_bytes())
    return f"world/static/{digest.hexdigest()[:12]}/"


def file_routes(saver: Saver, static: str) -> list[BaseRoute]:
    """The routes for the page's files at `static`, and for what the saver made."""

    async def saved(request: Request) -> Response:
        file = saver.file(request.path_params["ticket"])
        if file is None:
            return PlainTextResponse("This file is gone; save the walk again.", 404)
        return FileResponse(file, filename=file.name, headers={"Cache-Control": "no-store"})

    return [
        Mount(f"/{static.rstrip('/')}", _KeptFiles(directory=STATIC)),
        Route(f"/{FILES_ROUTE}/{{ticket}}", saved),
    ]


class _KeptFiles(StaticFiles):
    """Files that never change under their address."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
