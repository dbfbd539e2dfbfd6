"""The protocol's number, alone, because every part of it needs it."""

PROTOCOL = 6
