-- The terms of metadata: `m` and a hash of each top-level scalar's key and value; the one term `m*` for more than 64.
-- Numbers are equal whatever their digits: 1.0 contains 1.
CREATE FUNCTION codex_processed.metadata_terms(metadata jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (
    SELECT CASE WHEN count(*) > 64 THEN ARRAY['m*'] ELSE coalesce(array_agg(
        'm' || left(encode(sha256(convert_to(jsonb_build_array(
            key, CASE jsonb_typeof(value) WHEN 'number' THEN to_jsonb(trim_scale(value::numeric)) ELSE value END
        )::text, 'UTF8')), 'base64'), 11) ORDER BY key
    ), '{}') END
    FROM jsonb_each(CASE jsonb_typeof(metadata) WHEN 'object' THEN metadata ELSE '{}' END)
    WHERE jsonb_typeof(value) NOT IN ('object', 'array')
);
