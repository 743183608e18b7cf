"""libpq's environment variables, which must not decide where memories go.

libpq takes each parameter that a connection does not name from a variable (PostgreSQL's manual, "Environment
Variables"): with PGHOSTADDR set, a connection to the embedded server would reach another one. Not every parameter can
be named: an empty service is an error, and PGTZ has no parameter. So the variables are taken out of this process.
"""

from __future__ import annotations

import os
import re

from psycopg import pq

# Known to libpq, but not among the parameters that it lists.
UNLISTED = {"PGSERVICEFILE", "PGSYSCONFDIR", "PGLOCALEDIR", "PGTZ", "PGDATESTYLE", "PGGEQO", "PGREQUIRESSL"}
# The wheel of the embedded PostgreSQL has one of its own.
OF_THE_WHEEL = {"PGSERVER_POSTGRES_VERSION"}
# What leads elsewhere than DATABASE_URL says, or changes sessions. Credentials, certificates, and what the URL leaves
# open, such as PGPORT, are the user's way to configure their own server, as for psql.
MISLEADING = {
    *("PGHOSTADDR", "PGSERVICE", "PGOPTIONS", "PGAPPNAME", "PGCLIENTENCODING"),
    *("PGTZ", "PGDATESTYLE", "PGGEQO"),
}


def ignore_libpq_variables(*, embedded: bool) -> None:
    """Remove from the environment what would change which server is used, or how its sessions behave.

    Args:
        embedded: the server is the embedded one, for which none of the variables means anything.
    """
    for name in [name for name in os.environ if re.fullmatch(r"PG[A-Z_]+", name)]:
        if name in (_all() if embedded else MISLEADING):
            del os.environ[name]


def _all() -> set[str]:
    listed = {option.envvar.decode() for option in pq.Conninfo.get_defaults() if option.envvar}
    return listed | UNLISTED | OF_THE_WHEEL
