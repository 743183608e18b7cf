DO $$
DECLARE
    reference record;
BEGIN
    FOR reference IN
        SELECT
            referring.oid::regclass AS referring_table,
            key.conname AS name,
            referring_column.attname AS column_name,
            -- Clients belong to nobody; one that somebody made by hand stays.
            CASE referring.relname WHEN 'oauth2_provider_application' THEN 'SET NULL' ELSE 'CASCADE' END AS what
        FROM pg_constraint AS key
        JOIN pg_class AS referring ON referring.oid = key.conrelid
        JOIN pg_attribute AS referring_column
            ON referring_column.attrelid = key.conrelid AND referring_column.attnum = key.conkey[1]
        WHERE key.contype = 'f' AND key.confrelid = 'auth_user'::regclass
            AND (starts_with(referring.relname, 'oauth2_provider_') OR referring.relname = 'oauth_consents')
    LOOP
        EXECUTE format(
            'ALTER TABLE %s DROP CONSTRAINT %I, ADD CONSTRAINT %I FOREIGN KEY (%I) REFERENCES auth_user (id)'
            ' ON DELETE %s DEFERRABLE INITIALLY DEFERRED',
            reference.referring_table, reference.name, reference.name, reference.column_name, reference.what
        );
    END LOOP;
END
$$;
