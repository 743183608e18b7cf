-- Which migration files were applied, with their checksums.
CREATE TABLE public.schema_migrations (
    version integer PRIMARY KEY,
    app varchar(255) NOT NULL,
    name varchar(255) NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    checksum varchar(64) NOT NULL,
    CONSTRAINT schema_migrations_app_name_key UNIQUE (app, name)
);
