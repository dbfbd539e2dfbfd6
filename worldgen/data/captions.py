"""Words for a scene, made from its own parameters in many ways.

What a sentence leaves out is what goes without saying: rain, snow, fog, night, winter and
autumn are nearly always named, a fair day is often not. So a prompt that names none of
them is answered by fair weather.

Not here: what the scene is (`scene`).
"""

import numpy as np

from worldgen.data.scene import SceneSpec

PLACES = {
    "meadow": (
        "meadow",
        "grassy meadow",
        "field of grass",
        "green field",
        "pasture",
        "green meadow with a few trees",
        "grassy hills",
    ),
    "pine forest": (
        "pine forest",
        "forest of pines",
        "conifer forest",
        "fir wood",
        "dark pine wood",
    ),
    "forest": ("forest", "broadleaf forest", "woodland", "wood of leafy trees", "forest path"),
    "desert": ("desert", "sandy desert", "desert with dunes", "sea of sand dunes"),
    "canyon": ("canyon", "red rock canyon", "red canyon", "canyon of sandstone"),
    "mountains": (
        "mountain slope",
        "snowfield in the mountains",
        "snowy mountains",
        "alpine slope",
    ),
    "beach": ("beach", "sandy beach", "seaside beach with palms", "coast with palm trees"),
    "village": (
        "village",
        "village street",
        "old village",
        "cobbled village street",
        "village with houses",
    ),
    "city": ("city street", "city", "downtown street", "street between tall buildings"),
    "ruins": ("ruins", "ancient ruins", "ruined temple", "overgrown ruins with columns"),
    "swamp": ("swamp", "murky swamp", "marsh", "bog with dead trees"),
    "volcano": ("volcanic plain", "volcano", "lava field", "volcanic land with glowing cracks"),
    "savanna": (
        "savanna",
        "african savanna",
        "dry savanna with acacias",
        "grassland with acacia trees",
    ),
    "cave": ("cave", "rocky cave", "underground cavern", "cave with stalactites"),
    "corridor": ("corridor", "long corridor", "hallway with doors", "passage"),
    "room": (
        "room",
        "living room",
        "furnished room",
        "room inside a house",
        "room with furniture",
    ),
    "hall": (
        "great hall",
        "hall of columns",
        "temple hall",
        "pillared hall",
        "castle hall with columns",
    ),
    "library": (
        "library",
        "old library",
        "library with tall bookshelves",
        "reading room full of books",
        "library with reading tables",
    ),
    "church": (
        "church",
        "cathedral",
        "church nave",
        "gothic cathedral",
        "church with stained glass windows",
        "cathedral with pews and coloured windows",
    ),
    "greenhouse": (
        "greenhouse",
        "glasshouse full of plants",
        "botanical garden under glass",
        "greenhouse with palms",
        "conservatory with plants",
    ),
    "station": (
        "subway station",
        "metro station",
        "underground station",
        "subway platform",
        "train platform underground",
    ),
}
TIMES = {
    "dawn": ("at dawn", "at sunrise", "in the early morning", "at daybreak", "in the morning"),
    "day": ("by day", "in the daytime", "at noon", "in daylight", "in the afternoon"),
    "dusk": ("at dusk", "at sunset", "in the evening", "at twilight"),
    "night": ("at night", "by night", "under the moon", "in the dark of night"),
}
TIMES_IN = {
    "dawn": ("at dawn", "in the morning"),
    "day": ("by day", "brightly lit", "in the daytime"),
    "dusk": ("at dusk", "in warm evening light"),
    "night": ("at night", "dimly lit", "by night"),
}
SKIES = {
    "clear": ("under a clear sky", "in clear weather", "with a clear sky", "in fine weather"),
    "cloudy": ("under a cloudy sky", "on a cloudy day", "under grey clouds", "in overcast weather"),
    "fog": ("in fog", "in thick fog", "in the mist", "wrapped in fog"),
    "rain": ("in the rain", "while it rains", "in heavy rain", "on a rainy day"),
    "snow": ("in falling snow", "while it snows", "in a snowfall", "during snowfall"),
}
WORDS = {
    "clear": ("sunny", "clear", "bright"),
    "cloudy": ("cloudy", "overcast", "grey"),
    "fog": ("foggy", "misty", "hazy"),
    "rain": ("rainy", "wet", "rain-soaked"),
    "snow": ("snowy", "snow-covered", "wintry"),
}
CLEAR_AT = {  # no sun at night, no noon at dusk
    "dawn": ("rosy", "clear", "cloudless"),
    "day": WORDS["clear"],
    "dusk": ("golden", "clear", "cloudless"),
    "night": ("clear", "moonlit", "starry"),
}
SPAN = {"dawn": " morning", "day": " day", "dusk": " evening", "night": " night"}
SEASONAL = {
    "spring": ("in spring", "in springtime"),
    "summer": ("in summer",),
    "autumn": ("in autumn", "in fall", "with autumn colours"),
    "winter": ("in winter", "covered in snow", "under snow"),
}
MARKS = {
    "tower": ("with a stone tower", "near an old tower"),
    "pond": ("with a pond", "beside a small lake"),
    "arch": ("with a stone arch", "by a stone gate"),
    "well": ("with a well", "near an old well"),
    "statue": ("with a statue", "around a statue"),
    "campfire": ("with a campfire", "by a campfire"),
    "bridge": ("with a stone bridge", "by a bridge over a stream"),
    "lighthouse": ("with a lighthouse", "near a lighthouse"),
    "windmill": ("with a windmill", "near an old windmill"),
    "obelisk": ("with an obelisk", "around a stone obelisk"),
    "standing stones": ("with standing stones", "by a circle of standing stones"),
}
GROWTH = {
    "birch": ("with birches", "with birch trees", "among white birches"),
    "poplar": ("with poplars", "with tall poplars", "between slim poplars"),
}
SAID = {  # share of sentences that say so
    "day": 0.5, "dawn": 0.85, "dusk": 0.85, "night": 0.98,
    "clear": 0.5, "cloudy": 0.65, "fog": 0.98, "rain": 0.98, "snow": 0.98,
    "spring": 0.4, "summer": 0.25, "autumn": 0.95, "winter": 0.95,
}  # fmt: skip
SAID_MARK = 0.93
NO_SEASONS = ("desert", "canyon", "volcano", "savanna", "mountains")
OPENINGS = (
    "",
    "",
    "",
    "",
    "a walk through ",
    "a view of ",
    "walking in ",
    "standing in ",
    "we see ",
    "you are in ",
    "first-person view of ",
    "a picture of ",
)


def article(words: str) -> str:
    """`words` with a or an before it."""
    if words.split()[0] in ("ruins", "ancient", "overgrown") and "ruins" in words:
        return words
    if words.startswith("snowy mountains") or words.endswith("mountains"):
        return words
    return ("an " if words[0] in "aeiou" else "a ") + words


def caption(spec: SceneSpec, rng: np.random.Generator) -> str:
    """One sentence of 1 to 25 words; nearly always names the place and what is not to be expected.

    Args:
        spec: what is to be said.
        rng: decides how, and what goes without saying (`SAID`).
    """
    place = _pick(rng, PLACES[spec.biome])
    parts: list[str] = []
    if rng.random() < SAID[spec.hour]:
        parts.append(_pick(rng, (TIMES_IN if spec.indoors else TIMES)[spec.hour]))
    if not spec.indoors and rng.random() < SAID[spec.weather]:
        words = CLEAR_AT[spec.hour] if spec.weather == "clear" else WORDS[spec.weather]
        if rng.random() < 0.45:
            place = f"{_pick(rng, words)} {place}"
        else:
            parts.append(_pick(rng, SKIES[spec.weather]).replace(" day", SPAN[spec.hour]))
    if not spec.indoors and spec.biome not in NO_SEASONS and rng.random() < _season_said(spec):
        parts.append(_pick(rng, SEASONAL[spec.season]))
    rng.shuffle(parts)
    if spec.trees in GROWTH and rng.random() < SAID_MARK:
        parts.insert(0, _pick(rng, GROWTH[spec.trees]))
    if spec.landmark and rng.random() < SAID_MARK:
        parts.insert(0, _pick(rng, MARKS[spec.landmark]))
    return _sentence(rng, place, parts)


def _pick(rng: np.random.Generator, options: tuple[str, ...]) -> str:
    return options[int(rng.integers(len(options)))]


def _season_said(spec: SceneSpec) -> float:
    """Where snow falls, winter goes without saying."""
    return 0.25 if spec.weather == "snow" else SAID[spec.season]


def _sentence(rng: np.random.Generator, place: str, parts: list[str]) -> str:
    """A place and what is said of it, joined in one of several ways."""
    bare = rng.random() < 0.12
    head = place if bare else _pick(rng, OPENINGS) + article(place)
    style = rng.random()
    if style < 0.55 or not parts:
        text = " ".join([head, *parts])
    elif style < 0.8:
        text = ", ".join([head, *parts])
    else:
        text = f"{parts[-1]}, {' '.join([head, *parts[:-1]])}"
    return text[0].upper() + text[1:] + "." if rng.random() < 0.15 else text
