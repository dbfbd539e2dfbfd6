"""Does a start show its place when the words are none that it was taught?

People do not write captions. These are categories of places from Places365
(Zhou et al. 2018) whose names no caption of ours has in it, each beside the biomes that one
would accept for it; what no biome of ours comes near to (an airfield, a lake) is left out.

Not here: prompts in words that were taught (`obedience.py`).
"""

from __future__ import annotations

from worldgen.data.captions import article
from worldgen.evaluation.classifier import Classifier
from worldgen.evaluation.figures import Figure, Section
from worldgen.evaluation.obedience import draw_start
from worldgen.models.base import WorldModel

ACCEPTED: dict[str, tuple[str, ...]] = {
    "alley": ("city", "village"),
    "amphitheatre": ("ruins",),
    "aqueduct": ("ruins",),
    "archaeological excavation": ("ruins", "canyon", "desert"),
    "archive": ("library",),
    "attic": ("room",),
    "badlands": ("canyon", "desert"),
    "bamboo grove": ("forest", "pine forest"),
    "barn": ("village", "meadow"),
    "basement": ("room", "corridor", "cave"),
    "basilica": ("church",),
    "bathroom": ("room",),
    "bayou": ("swamp",),
    "bedroom": ("room",),
    "boardwalk": ("beach",),
    "bookstore": ("library",),
    "butte": ("canyon", "desert"),
    "catacomb": ("cave", "corridor"),
    "chalet": ("village", "mountains"),
    "classroom": ("room", "library"),
    "cliff": ("canyon", "mountains", "beach"),
    "closet": ("room",),
    "courtyard": ("village", "city", "ruins", "hall"),
    "crevasse": ("mountains", "cave"),
    "dormitory": ("room",),
    "farm": ("meadow", "savanna", "village"),
    "glacier": ("mountains",),
    "grotto": ("cave",),
    "highway": ("city",),
    "hospital": ("room", "corridor"),
    "hotel": ("room", "city"),
    "iceberg": ("mountains",),
    "jail": ("room", "corridor"),
    "jungle": ("forest", "swamp"),
    "kasbah": ("village", "desert", "ruins"),
    "kitchen": ("room",),
    "lagoon": ("beach", "swamp"),
    "lawn": ("meadow",),
    "lobby": ("hall", "room", "corridor"),
    "medina": ("village", "city"),
    "mosque": ("church", "hall"),
    "office": ("room",),
    "orchard": ("forest", "meadow", "greenhouse"),
    "palace": ("hall", "room", "church"),
    "plaza": ("city", "village"),
    "prairie": ("meadow", "savanna"),
    "rainforest": ("forest", "swamp"),
    "rice paddy": ("swamp", "meadow"),
    "seashore": ("beach",),
    "shopping mall": ("hall", "city", "station", "corridor"),
    "ski slope": ("mountains",),
    "skyscraper": ("city",),
    "slum": ("village", "city"),
    "staircase": ("corridor", "room", "hall"),
    "steppe": ("savanna", "meadow"),
    "synagogue": ("church", "hall"),
    "throne room": ("hall", "room"),
    "tundra": ("mountains", "meadow"),
    "vegetable patch": ("greenhouse", "meadow"),
    "wheat field": ("meadow", "savanna"),
}
TARGET = 0.75


def measure(model: WorldModel, classifier: Classifier, count: int, seed: int = 0) -> Section:
    """Draw a start for `count` of the categories, evenly chosen, and have its place named."""
    names = list(ACCEPTED)
    asked = [names[index * len(names) // count] for index in range(min(count, len(names)))]
    drawn = [draw_start(model, article(name), seed).rgb for name in asked]
    read = zip(asked, classifier.read(drawn), strict=True)
    wrong = [name for name, reading in read if reading.biome not in ACCEPTED[name]]
    return Section(
        title="Words that were never taught",
        about=f"{len(asked)} categories of Places365 as prompts, read by the same classifier.",
        figures=[
            Figure(
                name="an accepted place named",
                value=1 - len(wrong) / len(asked),
                target=TARGET,
                note=f"not: {', '.join(wrong)}" if wrong else "",
            )
        ],
    )
