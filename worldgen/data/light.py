"""The light of an hour and a weather: sun, ambient, sky, fog, clouds and exposure.

Not here: the shading that uses them (`kernel_shade`).
"""

import math

import numpy as np

from worldgen.data import layout as L  # noqa: N812 -- a page of constants
from worldgen.data.scene import SceneSpec

# sun, ambient, zenith, horizon, cloud: linear RGB
_HOURS = {
    "dawn": ((1.9, 1.05, 0.62), (0.30, 0.30, 0.44), (0.16, 0.27, 0.56), (0.95, 0.56, 0.46),
             (0.95, 0.66, 0.60)),
    "day": ((2.5, 2.3, 2.0), (0.40, 0.50, 0.68), (0.10, 0.27, 0.72), (0.55, 0.72, 0.95),
            (0.95, 0.97, 1.0)),
    "dusk": ((2.1, 0.85, 0.34), (0.25, 0.20, 0.33), (0.10, 0.11, 0.33), (1.05, 0.40, 0.17),
             (0.80, 0.38, 0.34)),
    "night": ((0.13, 0.17, 0.27), (0.030, 0.042, 0.082), (0.006, 0.011, 0.034),
              (0.022, 0.034, 0.075), (0.035, 0.045, 0.075)),
}  # fmt: skip
_DIM = {"clear": 1.0, "cloudy": 0.38, "fog": 0.25, "rain": 0.12, "snow": 0.22}
_COVER = {"clear": 0.16, "cloudy": 0.72, "fog": 0.55, "rain": 0.95, "snow": 0.92}


def _grey(colour: np.ndarray, share: float) -> np.ndarray:
    """Pull a colour towards its own grey."""
    grey: np.ndarray = colour + (colour.mean() - colour) * share
    return grey


def light(spec: SceneSpec, s: np.ndarray) -> None:
    """Write the light of `spec` into the parameter vector `s`."""
    sun, amb, zen, hor, cloud = (np.array(c) for c in _HOURS[spec.hour])
    dim = _DIM[spec.weather]
    night = spec.hour == "night"
    if spec.weather != "clear":
        share = {"cloudy": 0.5, "fog": 0.6, "rain": 0.75, "snow": 0.65}[spec.weather]
        bright = {"cloudy": 0.9, "fog": 0.85, "rain": 0.48, "snow": 0.85}[spec.weather]
        zen = _grey(zen * 0.4 + hor * 0.6, share) * bright
        hor = _grey(hor, share) * bright
        amb = _grey(amb, share) * (1.25 if spec.weather != "rain" else 0.85)
        cloud = _grey(cloud, share) * bright * 0.82
    tint = 0.5 + 0.5 * np.array(spec.palette)
    ce = math.cos(spec.sun_elevation_rad)
    s[L.S_SUNX] = math.sin(spec.sun_azimuth_rad) * ce
    s[L.S_SUNY] = math.sin(spec.sun_elevation_rad)
    s[L.S_SUNZ] = math.cos(spec.sun_azimuth_rad) * ce
    s[L.S_SUNR : L.S_SUNB + 1] = sun * dim
    s[L.S_AMBR : L.S_AMBB + 1] = amb * tint
    s[L.S_GNDR : L.S_GNDB + 1] = amb * 0.42 * np.array([1.1, 1.0, 0.8])
    s[L.S_ZENR : L.S_ZENB + 1] = zen * tint
    s[L.S_HORR : L.S_HORB + 1] = hor
    s[L.S_FOGR : L.S_FOGB + 1] = hor * (0.92 if spec.weather == "clear" else 1.0)
    s[L.S_FOG] = spec.fog_density
    s[L.S_CLOUD] = min(_COVER[spec.weather] + 0.25 * abs(spec.water_level), 1.0)
    s[L.S_CLOUDR : L.S_CLOUDB + 1] = cloud
    s[L.S_CLOUDS_SEED] = spec.seed % 97
    s[L.S_NIGHT] = s[L.S_MOON] = float(night)
    s[L.S_LIT] = float(night or spec.hour == "dusk" or spec.indoors)
    s[L.S_EXPO] = {"dawn": 1.0, "day": 0.82, "dusk": 1.05, "night": 2.6}[spec.hour]
    s[L.S_WET] = 1.0 if spec.weather == "rain" else 0.0
    s[L.S_SNOW] = 1.0 if spec.weather == "snow" else (0.75 if spec.season == "winter" else 0.0)
    if spec.biome in ("mountains",):
        s[L.S_SNOW] = 0.95
    if spec.indoors:
        _inside(spec, s, hor)


def _inside(spec: SceneSpec, s: np.ndarray, sky: np.ndarray) -> None:
    """Indoors the lamps do the work; the hour shifts warmth and strength.

    Under glass the sun shines in; zenith is what a window shows of the `sky`.
    """
    level = {"dawn": 0.75, "day": 1.0, "dusk": 0.7, "night": 0.33}[spec.hour]
    hue = {"dawn": (1.1, 0.95, 0.9), "day": (1.0, 1.02, 1.06), "dusk": (1.25, 0.9, 0.7),
           "night": (0.7, 0.85, 1.25)}[spec.hour]  # fmt: skip
    base = {"cave": 0.10, "church": 0.27, "library": 0.42, "greenhouse": 0.66}.get(spec.biome, 0.30)
    s[L.S_SUNR : L.S_SUNB + 1] *= 0.9 if spec.biome == "greenhouse" else 0.0
    s[L.S_AMBR : L.S_AMBB + 1] = np.array(hue) * base * level
    s[L.S_GNDR : L.S_GNDB + 1] = np.array(hue) * base * level * 0.7
    s[L.S_FOG] = 0.012 if spec.biome == "cave" else 0.006
    s[L.S_FOGR : L.S_FOGB + 1] = np.array(hue) * 0.12 * level
    s[L.S_HORR : L.S_HORB + 1] = np.array(hue) * 0.1
    s[L.S_ZENR : L.S_ZENB + 1] = sky * (2.6 if spec.biome == "church" else 3.6)
    s[L.S_EXPO] = 1.15
    s[L.S_SNOW] = s[L.S_WET] = s[L.S_CLOUD] = 0.0
    s[L.S_INDOOR] = 1.0
