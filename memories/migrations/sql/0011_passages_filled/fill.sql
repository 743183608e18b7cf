-- Gives the passages that exist their texts, those of ten memories in each transaction.
-- A content is decompressed once for all of its passages.
DO $$
DECLARE
    after uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    LOOP
        WITH chosen AS MATERIALIZED (
            SELECT id, content || '' AS content FROM memories WHERE id IN (
                SELECT DISTINCT memory_id FROM passages WHERE content IS NULL AND memory_id > after
                ORDER BY memory_id LIMIT 10
            )
        ), filled AS (
            UPDATE passages SET content = substr(chosen.content, start + 1, length)
            FROM chosen WHERE memory_id = chosen.id AND passages.content IS NULL
        )
        SELECT max(id::text)::uuid INTO after FROM chosen;
        COMMIT;
        EXIT WHEN after IS NULL;
    END LOOP;
END
$$;
