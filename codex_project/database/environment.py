"""libpq's environment variables, which must not decide where memories are stored.

libpq takes each parameter that a connection does not set from a variable (PostgreSQL's manual, "Environment
Variables"): with PGHOSTADDR set, a connection to the embedded server would reach another one. Not every parameter can
be set: an empty service is an error, and PGTZ has no parameter. So the variables are removed from this process.
"""

from __future__ import annotations

import os
import re

from psycopg import pq

# libpq reads these, but does not list them.
UNLISTED = {"PGSERVICEFILE", "PGSYSCONFDIR", "PGLOCALEDIR", "PGTZ", "PGDATESTYLE", "PGGEQO", "PGREQUIRESSL"}
# Read by the wheel of the embedded PostgreSQL.
OF_THE_WHEEL = {"PGSERVER_POSTGRES_VERSION"}
# These lead to another server than DATABASE_URL names, or change sessions. Credentials, certificates and whatever the
# URL leaves open, such as PGPORT, stay: with them users configure access to their own server, as for psql.
MISLEADING = {
    *("PGHOSTADDR", "PGSERVICE", "PGOPTIONS", "PGAPPNAME", "PGCLIENTENCODING"),
    *("PGTZ", "PGDATESTYLE", "PGGEQO"),
}


def ignore_libpq_variables(*, embedded: bool) -> None:
    """Remove from the environment what would select another server, or change how its sessions behave.

    Args:
        embedded: the server is the embedded one, so that no variable applies.
    """
    for name in [name for name in os.environ if re.fullmatch(r"PG[A-Z_]+", name)]:
        if name in (_all() if embedded else MISLEADING):
            del os.environ[name]


def _all() -> set[str]:
    listed = {option.envvar.decode() for option in pq.Conninfo.get_defaults() if option.envvar}
    return listed | UNLISTED | OF_THE_WHEEL
