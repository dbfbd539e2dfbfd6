"""Words for a scene, made from its own parameters in many ways.

Not here: what the scene is (`scene`).
"""

import numpy as np

from worldgen.data.scene import SceneSpec

PLACES = {
    "meadow": ("meadow", "grassy meadow", "field of grass", "green field", "pasture"),
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
    "village": ("village", "village street", "old village", "cobbled village street"),
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
    "room": ("room", "living room", "furnished room", "room inside a house"),
    "hall": ("great hall", "hall of columns", "temple hall", "pillared hall"),
}
TIMES = {
    "dawn": ("at dawn", "at sunrise", "in the early morning", "at daybreak"),
    "day": ("by day", "in the daytime", "at noon", "in daylight"),
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
}
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
    """One sentence of 1 to 25 words; nearly always names the place, mostly hour and weather."""

    def pick(options: tuple[str, ...]) -> str:
        return options[int(rng.integers(len(options)))]

    place = pick(PLACES[spec.biome])
    parts: list[str] = []
    hour = rng.random() < 0.85
    weather = rng.random() < 0.85
    if hour:
        parts.append(pick((TIMES_IN if spec.indoors else TIMES)[spec.hour]))
    if not spec.indoors and weather:
        words = CLEAR_AT[spec.hour] if spec.weather == "clear" else WORDS[spec.weather]
        if rng.random() < 0.45:
            place = f"{pick(words)} {place}"
        else:
            parts.append(pick(SKIES[spec.weather]).replace(" day", SPAN[spec.hour]))
    if (
        spec.biome not in ("desert", "canyon", "volcano", "savanna", "mountains")
        and not spec.indoors
    ):
        winter = spec.season == "winter" and spec.weather != "snow"
        if rng.random() < (0.8 if winter else 0.35):
            parts.append(pick(SEASONAL[spec.season]))
    rng.shuffle(parts)
    if spec.landmark and rng.random() < 0.8:
        parts.insert(0, pick(MARKS[spec.landmark]))
    bare = rng.random() < 0.12
    head = place if bare else pick(OPENINGS) + article(place)
    style = rng.random()
    if style < 0.55 or not parts:
        text = " ".join([head, *parts])
    elif style < 0.8:
        text = ", ".join([head, *parts])
    else:
        text = f"{parts[-1]}, {' '.join([head, *parts[:-1]])}"
    return text[0].upper() + text[1:] + "." if rng.random() < 0.15 else text
