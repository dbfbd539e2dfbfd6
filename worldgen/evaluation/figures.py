"""One number, what it is, and what it ought to be.

Not here: many of them on paper (`report.py`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One measured number.

    Attributes:
        name: short, in lower case, the same in every report.
        value: the number; None if it could not be measured, and `note` says why.
        unit: such as "dB", "m" or "share"; empty for ratios.
        target: what it ought to reach; None if it is there to compare with.
        at_most: the target is a ceiling, not a floor.
        note: what a reader must know of it.
    """

    name: str
    value: float | None
    unit: str = ""
    target: float | None = None
    at_most: bool = False
    note: str = ""

    @property
    def met(self) -> bool | None:
        """Whether it reaches its target; None without one, or without a value."""
        if self.target is None or self.value is None or math.isnan(self.value):
            return None
        return self.value <= self.target if self.at_most else self.value >= self.target


@dataclass(frozen=True, kw_only=True)
class Section:
    """Figures that belong together.

    Attributes:
        title: a few words.
        about: how they were measured, in a sentence or two.
        figures: in the order of reading.
    """

    title: str
    about: str
    figures: list[Figure] = field(default_factory=list)

    def value(self, name: str) -> float:
        """The value of the figure of that name, NaN if it could not be measured."""
        found = next(figure.value for figure in self.figures if figure.name == name)
        return math.nan if found is None else found
