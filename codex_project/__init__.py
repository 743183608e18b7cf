"""The Django project: configuration, database connection, web side."""

__version__ = "3.0.0"
