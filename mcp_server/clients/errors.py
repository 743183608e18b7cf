"""The error of this package."""


class ClientError(Exception):
    """A client cannot be connected or disconnected; the message is one sentence or two, and says what to do."""
