-- The terms of a memory within its scope: its project, and whether it was superseded. Those of current memories without
-- a project are the bare terms. The others begin with a control character, which no bare term does.
CREATE FUNCTION scoped(term text, project text, is_superseded boolean) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE
    WHEN project = '' AND NOT is_superseded THEN term
    ELSE E'\x01' || project || CASE WHEN is_superseded THEN E'\x02' ELSE E'\x01' END || term
END;

CREATE FUNCTION scoped_terms(project text, superseded_at timestamptz, tags text[], metadata jsonb) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
    SELECT scoped(term, project, superseded_at IS NOT NULL) FROM terms(tags, metadata) AS term;
END;
