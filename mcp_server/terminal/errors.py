"""How a command ends, other than well."""

FAILED, NOTHING_FOUND = 1, 3  # 2 is a wrong command line


class CommandFailure(Exception):
    """A command cannot do what it was asked; the message is one sentence or two."""

    def __init__(self, message: str, status: int = FAILED) -> None:
        super().__init__(message)
        self.status = status
