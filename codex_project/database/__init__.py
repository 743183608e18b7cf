"""The database engine: Django's PostgreSQL backend, with an embedded server unless DATABASE_URL is set."""
