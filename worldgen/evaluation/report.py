"""All figures of one evaluation, as JSON and as Markdown.

Not here: measuring (`suite.py`), pictures (`sheet.py`).
"""

from __future__ import annotations

import json
import math
import os
import platform
from dataclasses import asdict, dataclass

from worldgen.evaluation.figures import Figure, Section


@dataclass(frozen=True, kw_only=True)
class Report:
    """What was measured, of what, on what.

    Attributes:
        suite: its name.
        model, sha256: the model's name and its weights' fingerprint.
        machine: a line about the computer.
        seconds: how long it took.
        sections: the figures.
    """

    suite: str
    model: str
    sha256: str
    machine: str
    seconds: float
    sections: list[Section]

    @property
    def missed(self) -> list[Figure]:
        """The figures that did not reach their targets."""
        return [figure for part in self.sections for figure in part.figures if figure.met is False]

    def section(self, title: str) -> Section:
        """The section of that title."""
        return next(part for part in self.sections if part.title == title)

    def to_json(self) -> str:
        """Everything, indented; a value that is not a number is null."""
        content = asdict(self)
        for part in content["sections"]:
            for figure in part["figures"]:
                value = figure["value"]
                figure["value"] = value if value is not None and math.isfinite(value) else None
        return json.dumps(content, indent=2, ensure_ascii=False)

    def to_markdown(self) -> str:
        """A heading and a table for each section."""
        lines = [
            f"# Evaluation `{self.suite}` of `{self.model}`",
            "",
            f"Weights `{self.sha256[:12]}`, {self.machine}, {self.seconds:.0f} s.",
        ]
        for part in self.sections:
            lines += ["", f"## {part.title}", "", part.about, ""]
            lines += ["| figure | value | target | |", "|---|---|---|---|"]
            lines += [_row(figure) for figure in part.figures]
        return "\n".join(lines) + "\n"


def machine() -> str:
    """The computer in a few words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{platform.machine()} {platform.system()}, {cores} cores"


def _row(figure: Figure) -> str:
    value = "–" if figure.value is None or math.isnan(figure.value) else _short(figure.value)
    unit = f" {figure.unit}" if figure.unit and value != "–" else ""
    target = ""
    if figure.target is not None:
        target = f"{'≤' if figure.at_most else '≥'} {_short(figure.target)}"
    verdict = {True: "met", False: "**missed**", None: ""}[figure.met]
    name = f"{figure.name} ({figure.note})" if figure.note else figure.name
    return f"| {name} | {value}{unit} | {target} | {verdict} |"


def _short(value: float) -> str:
    """Three or four digits that count."""
    size = abs(value)
    if size >= 100 or value == round(value):
        return f"{value:.0f}"
    return f"{value:.2f}" if size >= 1 else f"{value:.3f}"
