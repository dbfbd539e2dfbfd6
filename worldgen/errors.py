"""Every error a caller can act on, drawn as a tree.

    WorldgenError
    ├── PromptError              the words or the picture cannot start a world
    │   └── ImageError           the picture cannot be read, or is not one we take
    ├── ActionError              an action that is not a number, or out of range
    ├── ShapeError               an array or a pose that is not what was promised
    ├── ConfigError              a setting that cannot work
    ├── ModelError
    │   ├── ModelNotFoundError   no model of that name
    │   ├── WeightsError         weights missing, damaged, or of another model
    │   └── UnsupportedError     this model, or this machine, cannot do that
    ├── RecordingError
    │   ├── DamagedWalkError     a walk on disk that cannot be read as it is
    │   └── StorageError         the disk is full, gone, or may not be written
    ├── ReplayError              a walk played again did not give the same frames
    ├── ExportError
    │   ├── NothingSeenError     no pixel's depth is known, so there is no shape
    │   └── UnknownFormatError   no writer for that file extension
    ├── SessionError
    │   ├── SessionGoneError     that session has ended
    │   ├── SeatsTakenError      every seat is taken
    │   └── ProtocolError        a message that breaks the wire protocol
    └── MissingDependencyError   an optional package is not installed

A message says what came, what was wanted, and what to do. Mistakes of our own
are `assert`s and never reach this tree.

Not here: how an error looks to a person (`web`, `cli`).
"""


class WorldgenError(Exception):
    """The root: catching it catches everything a user, a file or a network can cause."""


class PromptError(WorldgenError):
    """The words or the picture cannot start a world."""


class ImageError(PromptError):
    """The picture cannot be read, or is not one we take."""


class ActionError(WorldgenError):
    """An action that is not a number, or is out of range."""


class ShapeError(WorldgenError):
    """An array or a pose that is not what was promised."""


class ConfigError(WorldgenError):
    """A setting that cannot work."""


class ModelError(WorldgenError):
    """Something about a world model."""


class ModelNotFoundError(ModelError):
    """No model of that name."""


class WeightsError(ModelError):
    """Weights that are missing, damaged, or belong to another model."""


class UnsupportedError(ModelError):
    """This model, or this machine, cannot do what was asked."""


class RecordingError(WorldgenError):
    """Something about a walk on disk."""


class DamagedWalkError(RecordingError):
    """A walk on disk that cannot be read as it is."""


class StorageError(RecordingError):
    """The disk is full, gone, or may not be written."""


class ReplayError(WorldgenError):
    """A walk played again did not give the same frames."""


class ExportError(WorldgenError):
    """A walk could not be written in the form asked for."""


class NothingSeenError(ExportError):
    """No pixel's depth is known, so there is no shape."""


class UnknownFormatError(ExportError):
    """No writer for that file extension."""


class SessionError(WorldgenError):
    """Something about one person's live session."""


class SessionGoneError(SessionError):
    """That session has ended."""


class SeatsTakenError(SessionError):
    """Every seat is taken."""


class ProtocolError(SessionError):
    """A message that breaks the wire protocol."""


class MissingDependencyError(WorldgenError):
    """An optional package is not installed.

    Args:
        package: as pip names it, such as "opencv-python-headless".
        extra: the extra of worldgen that brings it, such as "eval" or "fast".
    """

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(
            f"the package {package!r} is not installed; "
            f"install it with: pip install -e '.[{extra}]' in worldgen's folder"
        )
        self.package = package
        self.extra = extra
