-- For the current transaction. Names are written with their schema, and values alike whatever the server's settings.
-- name: settings
SELECT
    pg_catalog.set_config('search_path', '', true),
    pg_catalog.set_config('TimeZone', 'UTC', true),
    pg_catalog.set_config('DateStyle', 'ISO, MDY', true),
    pg_catalog.set_config('IntervalStyle', 'postgres', true),
    pg_catalog.set_config('bytea_output', 'hex', true),
    pg_catalog.set_config('extra_float_digits', '3', true),
    pg_catalog.set_config('standard_conforming_strings', 'on', true),
    pg_catalog.set_config('xmloption', 'content', true),
    pg_catalog.set_config('check_function_bodies', 'off', true),
    pg_catalog.set_config('row_security', 'off', true),
    pg_catalog.set_config('client_min_messages', 'warning', true),
    pg_catalog.set_config('statement_timeout', '0', true),
    pg_catalog.set_config('lock_timeout', '0', true),
    pg_catalog.set_config('idle_in_transaction_session_timeout', '0', true)

-- name: export_snapshot
SELECT pg_catalog.pg_export_snapshot()

-- name: schemas
SELECT nspname::text FROM pg_catalog.pg_namespace
WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_namespace'::regclass AND objid = pg_namespace.oid AND deptype = 'e'
    )
ORDER BY nspname

-- name: extensions
SELECT extname::text, nspname::text
FROM pg_catalog.pg_extension JOIN pg_catalog.pg_namespace ON pg_namespace.oid = extnamespace
WHERE extname <> 'plpgsql'
ORDER BY extname

-- name: tables
SELECT nspname::text, relname::text,
    ARRAY(
        SELECT attname::text FROM pg_catalog.pg_attribute
        WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        ORDER BY attnum
    )
FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind = 'r' AND relpersistence <> 't' AND nspname = ANY (%(schemas)s::text[])
    AND NOT EXISTS (
        SELECT FROM pg_catalog.pg_depend
        WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
    )
ORDER BY nspname, relname

-- name: sequences
SELECT schemaname::text, sequencename::text, last_value FROM pg_catalog.pg_sequences
WHERE schemaname = ANY (%(schemas)s::text[]) AND last_value IS NOT NULL
ORDER BY schemaname, sequencename

-- name: set_sequence
SELECT pg_catalog.setval(
    pg_catalog.to_regclass(pg_catalog.format('%%I.%%I', %(schema)s::text, %(name)s::text)), %(value)s
)

-- name: embedding_dimensions
SELECT coalesce(max(atttypmod), -1)
FROM pg_catalog.pg_attribute
    JOIN pg_catalog.pg_class ON pg_class.oid = attrelid
    JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
WHERE relname = 'processed_memories' AND attname = 'embeddings' AND nspname = ANY (%(schemas)s::text[])

-- The transaction has it until it ends, behind a pooler as well.
-- name: lock
SELECT pg_catalog.pg_try_advisory_xact_lock(%(key)s)

-- name: state
SELECT pg_catalog.pg_is_in_recovery(), pg_catalog.current_setting('server_version_num')::int / 10000,
    pg_catalog.current_setting('server_encoding'),
    (SELECT coalesce(installed_version, default_version) FROM pg_catalog.pg_available_extensions WHERE name = 'vector')

-- name: create_missing_schema
SELECT pg_catalog.format('CREATE SCHEMA %%I', name) FROM pg_catalog.unnest(%(schemas)s::text[]) AS name
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = name)

-- name: create_missing_extension
SELECT pg_catalog.format('CREATE EXTENSION %%I WITH SCHEMA %%I', %(name)s::text, %(schema)s::text)
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_extension WHERE extname = %(name)s)
    AND EXISTS (SELECT FROM pg_catalog.pg_available_extensions WHERE pg_available_extensions.name = %(name)s)

-- What is dropped from an empty database, so that the copy can make it anew. Each statement may drop what later ones
-- name. Schemas stay, for their owners and their privileges.
-- name: drop_all
WITH wanted AS (
    SELECT oid, nspname FROM pg_catalog.pg_namespace WHERE nspname = ANY (%(schemas)s::text[])
), members AS (
    SELECT classid, objid FROM pg_catalog.pg_depend WHERE deptype = 'e'
), found AS (
    SELECT CASE relkind WHEN 'S' THEN 2 ELSE 1 END AS step, pg_class.tableoid AS classid, pg_class.oid AS objid,
        pg_catalog.format(
            'DROP %%s IF EXISTS %%I.%%I CASCADE',
            CASE relkind
                WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
                WHEN 'f' THEN 'FOREIGN TABLE' WHEN 'c' THEN 'TYPE' ELSE 'TABLE'
            END,
            nspname, relname
        ) AS statement
    FROM pg_catalog.pg_class JOIN wanted ON wanted.oid = relnamespace
    WHERE relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c')
    UNION ALL
    SELECT 2, pg_proc.tableoid, pg_proc.oid,
        pg_catalog.format(
            'DROP ROUTINE IF EXISTS %%I.%%I(%%s) CASCADE',
            nspname, proname, pg_catalog.pg_get_function_identity_arguments(pg_proc.oid)
        )
    FROM pg_catalog.pg_proc JOIN wanted ON wanted.oid = pronamespace
    UNION ALL
    SELECT 3, pg_type.tableoid, pg_type.oid, pg_catalog.format('DROP TYPE IF EXISTS %%I.%%I CASCADE', nspname, typname)
    FROM pg_catalog.pg_type JOIN wanted ON wanted.oid = typnamespace
    WHERE typtype IN ('e', 'd', 'r')
    UNION ALL
    SELECT 4, pg_ts_config.tableoid, pg_ts_config.oid,
        pg_catalog.format('DROP TEXT SEARCH CONFIGURATION IF EXISTS %%I.%%I CASCADE', nspname, cfgname)
    FROM pg_catalog.pg_ts_config JOIN wanted ON wanted.oid = cfgnamespace
    UNION ALL
    SELECT 5, pg_ts_dict.tableoid, pg_ts_dict.oid,
        pg_catalog.format('DROP TEXT SEARCH DICTIONARY IF EXISTS %%I.%%I CASCADE', nspname, dictname)
    FROM pg_catalog.pg_ts_dict JOIN wanted ON wanted.oid = dictnamespace
    UNION ALL
    SELECT 6, pg_collation.tableoid, pg_collation.oid,
        pg_catalog.format('DROP COLLATION IF EXISTS %%I.%%I CASCADE', nspname, collname)
    FROM pg_catalog.pg_collation JOIN wanted ON wanted.oid = collnamespace
)
SELECT statement FROM found
WHERE NOT EXISTS (SELECT FROM members WHERE members.classid = found.classid AND members.objid = found.objid)
ORDER BY step, statement

-- Databases and roles of others on an embedded server.
-- name: others
SELECT 'the database ' || pg_catalog.quote_ident(datname) FROM pg_catalog.pg_database
WHERE NOT datistemplate AND datname <> pg_catalog.current_database()
UNION ALL
SELECT 'the role ' || pg_catalog.quote_ident(rolname) FROM pg_catalog.pg_roles
WHERE rolname !~ '^pg_' AND rolname <> current_user

-- What ALTER DATABASE has set.
-- name: database_settings
SELECT pg_catalog.format(
    'ALTER DATABASE %I SET %I TO %s',
    pg_catalog.current_database(),
    pg_catalog.split_part(setting, '=', 1),
    CASE
        -- Lists, of which each member is quoted already.
        WHEN pg_catalog.lower(pg_catalog.split_part(setting, '=', 1)) IN (
            'search_path', 'temp_tablespaces', 'local_preload_libraries', 'session_preload_libraries'
        ) THEN pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1)
        ELSE pg_catalog.quote_literal(pg_catalog.substr(setting, pg_catalog.strpos(setting, '=') + 1))
    END
)
FROM pg_catalog.pg_db_role_setting, pg_catalog.unnest(setconfig) AS setting
WHERE setrole = 0
    AND setdatabase = (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database())

-- A database that was moved takes no changes any more. Writers that wait for the locks find the triggers.
-- name: close
DO $close$
DECLARE
    place text;
    moved regclass;
BEGIN
    SELECT nspname INTO STRICT place
    FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
    WHERE relname = 'schema_migrations' AND relkind = 'r' ORDER BY nspname = 'public' DESC LIMIT 1;
    EXECUTE pg_catalog.format(
        $function$
        CREATE OR REPLACE FUNCTION %I.codex_memory_moved() RETURNS trigger LANGUAGE plpgsql AS
        $$BEGIN
            RAISE EXCEPTION 'this database was moved to another server'
                USING ERRCODE = 'read_only_sql_transaction', HINT = 'codex-memory move_to_server --undo';
        END$$
        $function$,
        place
    );
    FOR moved IN
        SELECT pg_class.oid FROM pg_catalog.pg_class JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
        WHERE relkind = 'r' AND relpersistence <> 't' AND nspname !~ '^pg_' AND nspname <> 'information_schema'
            AND NOT EXISTS (
                SELECT FROM pg_catalog.pg_depend
                WHERE classid = 'pg_catalog.pg_class'::regclass AND objid = pg_class.oid AND deptype = 'e'
            )
    LOOP
        EXECUTE pg_catalog.format(
            'CREATE OR REPLACE TRIGGER codex_memory_moved BEFORE INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s'
            ' FOR EACH STATEMENT EXECUTE FUNCTION %I.codex_memory_moved()',
            moved, place
        );
    END LOOP;
END
$close$

-- name: open
SELECT pg_catalog.format('DROP FUNCTION %s CASCADE', pg_proc.oid::regprocedure)
FROM pg_catalog.pg_proc WHERE proname = 'codex_memory_moved'
