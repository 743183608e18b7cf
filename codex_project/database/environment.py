"""Removes libpq's environment variables, which must not decide where memories are stored.

libpq reads each parameter that a connection does not set from a variable (PostgreSQL's manual, "Environment
Variables"): PGHOSTADDR would redirect connections to the embedded server. Not all parameters can be set: an empty
service is an error, and PGTZ has no parameter. The variables are therefore removed from this process.
"""

from __future__ import annotations

import os
import re

from psycopg import pq

# libpq reads these without listing them.
UNLISTED = {"PGSERVICEFILE", "PGSYSCONFDIR", "PGLOCALEDIR", "PGTZ", "PGDATESTYLE", "PGGEQO", "PGREQUIRESSL"}
# Read by the wheel of the embedded PostgreSQL.
OF_THE_WHEEL = {"PGSERVER_POSTGRES_VERSION"}
# These select another server than DATABASE_URL, or change sessions. Credentials, certificates and parameters missing
# from the URL, such as PGPORT, remain: users configure access to their own server with them, as for psql.
MISLEADING = {
    *("PGHOSTADDR", "PGSERVICE", "PGOPTIONS", "PGAPPNAME", "PGCLIENTENCODING"),
    *("PGTZ", "PGDATESTYLE", "PGGEQO"),
}


def ignore_libpq_variables(*, embedded: bool) -> None:
    """Remove variables that would select another server or change how its sessions behave.

    Args:
        embedded: whether the server is the embedded one, to which no variable applies.
    """
    for name in [name for name in os.environ if re.fullmatch(r"PG[A-Z_]+", name)]:
        if name in (_all() if embedded else MISLEADING):
            del os.environ[name]


def _all() -> set[str]:
    listed = {option.envvar.decode() for option in pq.Conninfo.get_defaults() if option.envvar}
    return listed | UNLISTED | OF_THE_WHEEL
