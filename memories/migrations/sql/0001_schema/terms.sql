-- All terms of a memory: `t` and each tag, and those of its metadata.
CREATE FUNCTION codex_processed.terms(tags text[], metadata jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT DISTINCT 't' || tag FROM unnest(tags) AS tag WHERE tag IS NOT NULL
    UNION ALL SELECT unnest(codex_processed.metadata_terms(metadata));
END;
