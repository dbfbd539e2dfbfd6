"""The Gradio page: a shell around one custom viewport.

The viewport's template never changes while it is shown, because Gradio would
draw it again over the live canvas; everything it learns comes by its value (the
token) and by the socket. Its scripts are modules of their own in `static/`.

Not here: how it looks and what it does (`static/`), the routes (`socket`, `files`).
"""

from __future__ import annotations

import json
from typing import Any

import gradio as gr

from worldgen.errors import SeatsTakenError
from worldgen.serving.lobby import Lobby
from worldgen.web.examples import EXAMPLES
from worldgen.web.files import STATIC
from worldgen.web.socket import LIVE_ROUTE

TITLE = "worldgen"

_BOOT = """
const root = element.closest("gradio-app")?.getAttribute("src")
  || window.gradio_config?.root || document.baseURI;
const base = new URL(root.endsWith("/") ? root : root + "/", document.baseURI);
const settings = JSON.parse(%s);
import(new URL(settings.static + "main.js", base).href).then((page) => page.mount(element, {
  ...settings, base,
  session: () => props.value,
  onSession: (then) => watch("value", then),
  newSession: () => trigger("renew"),
}));
"""

STYLES = (
    *("base", "top", "stage", "compose", "dock", "narrow", "sideways"),
    *("time", "brush", "take", "look"),
)

_HEAD = """
<meta name="theme-color" content="#07090d">
<meta name="color-scheme" content="dark">
<link rel="icon" href="{static}icon.svg" type="image/svg+xml">
<link rel="modulepreload" href="{static}main.js">
"""


def build_page(lobby: Lobby, static: str) -> gr.Blocks:
    """The page.

    Args:
        lobby: hands out tokens.
        static: where the page's files are, relative to the page.
    """
    settings = {
        "static": static,
        "live": LIVE_ROUTE,
        "examples": [example.to_page() for example in EXAMPLES],
    }

    def mint() -> str:
        try:
            return lobby.mint()
        except SeatsTakenError as error:
            raise gr.Error(str(error), duration=None) from error

    with gr.Blocks(title=TITLE, fill_width=True, analytics_enabled=False) as page:
        view = gr.HTML(
            value="",
            html_template=(STATIC / "page.html").read_text(encoding="utf-8"),
            css_template="",
            js_on_load=_BOOT % json.dumps(json.dumps(settings)),
            apply_default_css=False,
            elem_id="worldgen-view",
        )
        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        page.load(mint, None, view, **quiet)
        view.renew(mint, None, view, **quiet)
    return page


def launch_options(static: str) -> dict[str, Any]:
    """What `Blocks.launch` is told about looks."""
    styles = [f'<link rel="stylesheet" href="{static}{name}.css">' for name in STYLES]
    return {
        "head": _HEAD.format(static=static) + "\n".join(styles),
        "theme": gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace"]),
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
    }
