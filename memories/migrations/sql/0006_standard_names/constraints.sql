-- Names the constraints after their tables and columns, as PostgreSQL would. Since version 18 NOT NULL is one of them.
DO $$
DECLARE
    relation regclass;
    old_name text;
    new_name text;
BEGIN
    FOR relation, old_name IN
        SELECT conrelid::regclass, conname FROM pg_constraint WHERE conrelid IN (
            'counters'::regclass, 'counter_ledger'::regclass, 'quantized_embeddings'::regclass,
            'embedded_memories'::regclass
        )
    LOOP
        new_name := regexp_replace(old_name, '^tally_ledger_', 'counter_ledger_');
        new_name := regexp_replace(new_name, '^tally_', 'counters_');
        new_name := regexp_replace(new_name, '^embedded_signs_', 'quantized_embeddings_');
        new_name := regexp_replace(new_name, '_signs_not_null$', '_quantized_not_null');
        IF new_name <> old_name THEN
            EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', relation, old_name, new_name);
        END IF;
    END LOOP;
END
$$;
