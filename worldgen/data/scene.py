"""What a scene is, before it has a shape: a seed's biome, hour, weather, season and numbers.

Of every eight seeds the first four show what there was to see on the first day, so that
figures of then and now can be held beside each other; the others draw from all there is.

Not here: words for it (`captions`), its geometry (`bake`), its light (`light`).
"""

from dataclasses import dataclass, replace

import numpy as np

OUTDOORS = (
    "meadow", "pine forest", "forest", "desert", "canyon", "mountains", "beach", "village",
    "city", "ruins", "swamp", "volcano", "savanna",
)  # fmt: skip
LATER = ("library", "church", "greenhouse", "station")
INDOORS = ("cave", "corridor", "room", "hall", *LATER)
BIOMES = OUTDOORS + INDOORS
HOURS = ("dawn", "day", "dusk", "night")
WEATHERS = ("clear", "cloudy", "fog", "rain", "snow")
SEASONS = ("spring", "summer", "autumn", "winter")
FIRST_LANDMARKS = ("tower", "pond", "arch", "well", "statue", "campfire")
LANDMARKS = (*FIRST_LANDMARKS, "bridge", "lighthouse", "windmill", "obelisk", "standing stones")
TREES = ("broadleaf", "birch", "poplar")

_WEATHERS = {
    "desert": ("clear", "clear", "clear", "cloudy", "fog"),
    "canyon": ("clear", "clear", "cloudy", "fog", "rain"),
    "savanna": ("clear", "clear", "cloudy", "rain"),
    "volcano": ("clear", "cloudy", "fog", "rain"),
    "mountains": ("clear", "clear", "cloudy", "fog", "snow", "snow"),
    "beach": ("clear", "clear", "cloudy", "fog", "rain"),
    "swamp": ("clear", "cloudy", "fog", "fog", "rain"),
}
_SEASONS = {
    "desert": ("summer",), "canyon": ("summer",), "savanna": ("summer",), "volcano": ("summer",),
    "mountains": ("winter",), "beach": ("spring", "summer", "autumn"),
    "swamp": ("spring", "summer", "autumn"),
}  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SceneSpec:
    """Everything a caption may say and a baker must know of one scene."""

    seed: int
    biome: str
    hour: str
    weather: str
    season: str
    landmark: str | None
    trees: str  # what grows where leaves do
    sun_azimuth_rad: float
    sun_elevation_rad: float
    fog_density: float  # share of light lost a metre
    density: float  # of plants or houses, 0.6 to 1.3
    roughness: float  # of the ground, 0.6 to 1.4
    water_level: float  # -1 to 1, low to high
    palette: tuple[float, float, float]  # tints near 1 for red, green, blue

    @property
    def indoors(self) -> bool:
        """Whether the scene has a roof over all of it."""
        return self.biome in INDOORS


def allowed(biome: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The weathers and seasons that a biome may have, repeated by how likely they are."""
    if biome in INDOORS:
        return ("clear",), ("summer",)
    general = ("clear", "clear", "cloudy", "fog", "rain", "snow")
    return _WEATHERS.get(biome, general), _SEASONS.get(biome, SEASONS)


def sample_spec(
    seed: int, biome: str | None = None, hour: str | None = None, weather: str | None = None
) -> SceneSpec:
    """The scene of a seed; what is given is kept, the rest is drawn."""
    rng = np.random.default_rng([seed, 11])
    later = seed % 8 >= 4
    biome = biome or _biome(rng, later)
    hour = hour or str(rng.choice(HOURS, p=(0.2, 0.4, 0.2, 0.2)))
    weathers, seasons = allowed(biome)
    weather = weather or str(rng.choice(weathers))
    season = str(rng.choice(seasons))
    if weather == "snow":
        season = "winter"
    low, high = {"dawn": (4, 12), "day": (32, 62), "dusk": (2, 9), "night": (22, 50)}[hour]
    landmark, trees = _landmark(rng, biome, later), "broadleaf"
    base = {"clear": 0.0012, "cloudy": 0.002, "fog": 0.032, "rain": 0.007, "snow": 0.010}[weather]
    tint = rng.normal(1.0, 0.05, 3)
    if later and biome in _LEAFY:
        trees = str(rng.choice(TREES, p=(0.5, 0.3, 0.2)))
    return SceneSpec(
        seed=seed, biome=biome, hour=hour, weather=weather, season=season,
        landmark=landmark, trees=trees,
        sun_azimuth_rad=float(rng.uniform(0, 2 * np.pi)),
        sun_elevation_rad=float(np.radians(rng.uniform(low, high))),
        fog_density=float(base * rng.uniform(0.7, 1.4)),
        density=float(rng.uniform(0.6, 1.3)), roughness=float(rng.uniform(0.6, 1.4)),
        water_level=float(rng.uniform(-1, 1)),
        palette=(float(tint[0]), float(tint[1]), float(tint[2])),
    )  # fmt: skip


def sample_marked_spec(seed: int) -> SceneSpec:
    """A seed's scene with a landmark: seeds that follow each other take turns with all of them."""
    name = LANDMARKS[seed % len(LANDMARKS)]
    places = sorted(place for place, fit in LANDMARKS_OF.items() if name in fit)
    place = str(np.random.default_rng([seed, 13]).choice(places))
    return replace(sample_spec(seed, biome=place), landmark=name)


def _biome(rng: np.random.Generator, later: bool) -> str:
    """Any biome; those that came later twice as often, as half of the seeds know them."""
    first = [name for name in BIOMES if name not in LATER]
    weights = [1.0 if name in OUTDOORS else 0.8 for name in first] + [1.6] * len(LATER) * later
    share = np.array(weights) / sum(weights)
    return str(rng.choice(first + list(LATER) * later, p=share))


def _landmark(rng: np.random.Generator, biome: str, later: bool) -> str | None:
    """Now and then something that makes the place distinct."""
    if later:
        fit = LANDMARKS_OF.get(biome, ())
        return str(rng.choice(fit)) if fit and rng.random() < 0.45 else None
    return str(rng.choice(FIRST_LANDMARKS)) if rng.random() < 0.3 and biome in _LANDED else None


_LEAFY = ("meadow", "forest", "village", "city")
_LANDED = ("meadow", "forest", "pine forest", "desert", "savanna", "mountains", "beach")
_OPEN = ("tower", "arch", "statue", "campfire")
LANDMARKS_OF = {
    "meadow": (
        *_OPEN,
        "pond",
        "well",
        "bridge",
        "bridge",
        "windmill",
        "windmill",
        "standing stones",
    ),
    "forest": (*_OPEN, "pond", "well", "bridge", "bridge", "standing stones"),
    "pine forest": (*_OPEN, "pond", "bridge"),
    "desert": (*_OPEN, "pond", "well", "obelisk"),
    "savanna": (*_OPEN, "pond", "well", "standing stones"),
    "mountains": ("tower", "campfire", "statue", "obelisk", "standing stones"),
    "beach": ("lighthouse", "lighthouse", "lighthouse", "tower", "campfire", "statue"),
    "village": ("well", "statue", "windmill", "windmill", "bridge", "obelisk"),
    "city": ("statue", "obelisk", "arch"),
    "ruins": ("statue", "obelisk", "standing stones", "pond"),
    "swamp": ("standing stones", "campfire", "tower"),
    "volcano": ("obelisk", "tower", "standing stones"),
    "canyon": ("tower", "campfire", "obelisk"),
}
