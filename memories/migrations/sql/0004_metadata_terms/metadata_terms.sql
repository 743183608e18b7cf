-- The same terms without ORDER BY: `jsonb_each` has an order of its own, and sorting by collation took most of the time.
CREATE OR REPLACE FUNCTION codex_processed.metadata_terms(metadata jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN count(*) > 64 THEN ARRAY['m*'] ELSE coalesce(array_agg(
        'm' || left(encode(sha256(convert_to(jsonb_build_array(
            key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(trim_scale(value::numeric)) ELSE value END
        )::text, 'UTF8')), 'base64'), 11)
    ), '{}') END
    FROM jsonb_each(CASE jsonb_typeof(metadata) WHEN 'object' THEN metadata ELSE '{}' END)
    WHERE jsonb_typeof(value) NOT IN ('object', 'array')
);
