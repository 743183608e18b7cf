"""The errors of moving; each message is a sentence for the person who moves."""


class MovingError(Exception):
    """A file, or what it holds, cannot be used."""


class DamagedError(MovingError):
    """A file ends too early or is damaged; what was read before is good."""
