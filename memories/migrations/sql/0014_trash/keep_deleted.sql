-- Keeps what is deleted from a table in `deleted_TABLE`, which has its columns. Call it again after its columns have
-- changed: a new column there has the default that it has here, so what is kept reads as if it had never been deleted.
--
-- The columns have their own types, not JSON: nothing is converted, large values are copied as they are compressed, and
-- NULL differs from JSON's null. Triggers of a statement, with the column names written out, cost a delete least.
-- A row that belongs to a memory is kept if that memory was deleted with it, not if a new one replaces it.
CREATE FUNCTION keep_deleted(source text, derived_columns text[] DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
    kept text := 'deleted_' || source;
    excluded text[];
    added record;
    names text;
    statement text;
BEGIN
    INSERT INTO kept_tables AS known (name, derived) VALUES (source, coalesce(derived_columns, '{}'))
    ON CONFLICT (name) DO UPDATE SET derived = coalesce(derived_columns, known.derived)
    RETURNING derived INTO excluded;
    IF to_regclass(quote_ident(kept)) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (deletion bigint NOT NULL)', kept);
        EXECUTE format('CREATE INDEX %I ON %I (deletion)', 'idx_' || kept, kept);
    END IF;
    FOR added IN
        SELECT attname, format_type(atttypid, atttypmod) AS type,
            CASE attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                AS storage,
            CASE WHEN attgenerated = '' THEN pg_get_expr(adbin, adrelid) END AS value
        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attrelid = to_regclass(quote_ident(source)) AND attnum > 0 AND NOT attisdropped
            AND attname <> ALL (excluded) AND attname NOT IN (
                SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(quote_ident(kept)) AND NOT attisdropped
            )
        ORDER BY attnum
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN %I %s', kept, added.attname, added.type)
            || coalesce(' DEFAULT ' || added.value, '');
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE %s', kept, added.attname, added.storage);
    END LOOP;

    names := kept_columns(source, false);
    IF source = 'memories' THEN
        statement := format(
            'INSERT INTO deleted_memories (deleted_by, %1$s)
            SELECT coalesce(nullif(current_setting(''codex.actor'', true), ''''), ''database: '' || current_user), %1$s
            FROM old_rows', names
        );
    ELSE
        -- Both tables are looked up once for a memory, by subqueries of one value, which no plan turns into joins.
        statement := format(
            'INSERT INTO %I (deletion, %2$s)
            SELECT found.deletion, %2$s FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL', kept, names
        );
    END IF;
    EXECUTE format(
        'CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS %L',
        'keep_' || kept,
        format(
            'BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN %s; END IF; RETURN NULL; END', statement
        )
    );
    IF NOT EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = to_regclass(quote_ident(source)) AND tgname = 'keep_deleted'
    ) THEN
        EXECUTE format(
            'CREATE TRIGGER keep_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
            FOR EACH STATEMENT EXECUTE FUNCTION %I()', source, 'keep_' || kept
        );
    END IF;
END
$$;
