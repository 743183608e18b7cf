-- The time buckets of a memory, and its project, for the search index. A project's key lies above all bucket ids.
CREATE FUNCTION project_key(project text) RETURNS bigint LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN (hashtextextended(project, 0) & 72057594037927935) + 72057594037927936;

CREATE FUNCTION project_keys(projects text[]) RETURNS bigint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN ARRAY(SELECT project_key(project) FROM unnest(projects) AS project);

CREATE FUNCTION search_keys(created_at timestamptz, project text) RETURNS bigint[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN time_bucket_ids(created_at, false) || project_key(project);
