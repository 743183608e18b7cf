"""The database engine of the settings: Django's PostgreSQL, with an embedded server where none is configured."""
