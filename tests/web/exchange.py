"""The page's prediction against the real controls and a real body, in simulated time.

    inputs ──▶ Controls, advance: frames at a beat, late by the model and the line
       └─────▶ glide.js in node: where it would look, every few milliseconds

Not here: pictures (`test_warp`), a browser (`test_gliding`).
"""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from worldgen.kinematics import Body, BodyConfig, OpenSpace, Space, advance, eye_pose
from worldgen.sessions.keys import Controls
from worldgen.sessions.protocol import Control

STATIC = Path(__file__).parents[2] / "worldgen" / "web" / "static"
DT_S = 0.1


def run_js(module: str, script: str, argument: Any = None) -> Any:
    """What a script returns that may use one of our modules as `m`, run by node."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("there is no node to run the page's modules in")
    program = f"""
      import {{ readFileSync }} from "node:fs";
      const m = await import({json.dumps((STATIC / module).as_uri())});
      const argument = JSON.parse(readFileSync(0, "utf8"));
      const answer = await (async () => {{ {script} }})();
      process.stdout.write(JSON.stringify(answer ?? null));
    """
    command = [node, "--no-warnings", "--input-type=module", "-e", program]
    done = subprocess.run(
        command,
        input=json.dumps(argument),
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


REPLAY = """
  const glide = new m.Glide(), seen = [];
  const look = (ms, after) => {
    if (glide.newest) seen.push({ ms, after, ...glide.at(ms) });
  };
  let at = argument.events[0].ms;
  for (const event of argument.events) {
    for (; at < event.ms; at += 7) look(at, "time");
    look(event.ms, "before");
    if (event.frame) glide.frame(event.frame, event.ms, event.frame.aheadM ?? Infinity);
    else if (event.control) glide.steer(event.control, event.ms);
    else glide.walks(event.walks, event.ms);
    look(event.ms, Object.keys(event)[1]);
  }
  for (; at < argument.until; at += 7) look(at, "time");
  return seen;
"""


@dataclass
class Exchange:
    """A walk at a beat; `play` says where the page would look.

    Attributes:
        beat_ms, model_ms, line_ms: from frame to frame; what a frame takes; one way.
        jitter_ms: how much later than that a frame may come.
        ahead_m: metres to what is straight ahead, in every frame.
    """

    space: Space = field(default_factory=OpenSpace)
    body: Body = field(default_factory=Body)
    beat_ms: float = 100.0
    model_ms: float = 80.0
    line_ms: float = 5.0
    jitter_ms: float = 0.0
    ahead_m: float | None = None
    events: list[dict[str, Any]] = field(default_factory=list)
    last: dict[str, float] = field(default_factory=dict)

    def play(
        self, inputs: list[tuple[float, dict[str, Any]]], until_ms: float, **more: Any
    ) -> list[dict[str, Any]]:
        """Steer at these times: what is seen after each event, and every 7 ms."""
        controls, dice = Controls(), np.random.default_rng(5)
        sent = [
            (ms, Control(seq=at + 1, at_ms=ms, **{"keys": (), **fields}))
            for at, (ms, fields) in enumerate(inputs)
        ]
        self.events = [{"ms": 0.0, "walks": True}]
        self.events += [{"ms": ms, "control": vars(control)} for ms, control in sent]
        waiting = list(sent)
        for index in range(int((until_ms - self.model_ms) / self.beat_ms)):
            at_ms = index * self.beat_ms
            while waiting and waiting[0][0] + self.line_ms <= at_ms:
                controls.put(waiting.pop(0)[1])
            late_ms = self.model_ms + self.line_ms + dice.uniform(0, self.jitter_ms)
            self.events.append({"ms": at_ms + late_ms, "frame": self._frame(index, controls)})
        self.events.sort(key=lambda event: event["ms"])
        return list(run_js("glide.js", REPLAY, {"events": self.events, "until": until_ms, **more}))

    def _frame(self, index: int, controls: Controls) -> dict[str, Any]:
        taken = controls.take()
        self.body = advance(self.body, taken.action, self.space, DT_S, BodyConfig())
        pose = eye_pose(self.body)
        x, y, z = pose[:3, 3]
        self.last = {"x": x, "y": y, "z": z, "yaw": self.body.yaw_rad, "pitch": self.body.pitch_rad}
        return {
            "walk": 1, "index": index, "answers": taken.seq, "echoMs": taken.at_ms,
            "modelMs": self.model_ms, "timeS": index * DT_S, "pose": pose.ravel().tolist(),
            "waiting": {"yaw": taken.waiting_yaw_rad, "pitch": taken.waiting_pitch_rad},
            "aheadM": self.ahead_m,
        }  # fmt: skip
