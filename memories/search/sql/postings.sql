-- name: projects
SELECT project FROM project_sizes

-- name: counts
-- For each filter that has postings: its name, its terms, and how many memories it leaves, counted up to `most`. The
-- fewest come first, and a tag before metadata. A memory with too many scalars has the posting `m*` instead of one for
-- each; if there is such a memory, it counts for all scalars. The counters know how many memories have a tag.
-- Terms are those of the projects and scopes that the search covers.
WITH covered AS MATERIALIZED (
    SELECT project, is_superseded FROM unnest(%(scopes)s::boolean[]) AS is_superseded, unnest(
        coalesce(%(projects)s::text[], ARRAY(SELECT project FROM project_sizes))
    ) AS project
)
SELECT name, terms, leaves FROM (
    SELECT name, terms, CASE
        WHEN name = 'tags' AND %(from_date)s::timestamptz IS NULL AND %(to_date)s::timestamptz IS NULL THEN coalesce((
            SELECT sum(amount) FROM (
                SELECT amount FROM counters WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
                    AND project = ANY(ARRAY(SELECT project FROM covered))
                UNION ALL
                SELECT amount FROM counter_ledger WHERE kind = 'tag' AND key = ANY(%(tags)s::text[])
                    AND project = ANY(ARRAY(SELECT project FROM covered))
            ) AS amounts
        ), 0)
        ELSE (
            SELECT count(*) FROM (
                SELECT FROM unnest(terms) AS wanted (term) CROSS JOIN LATERAL (
                    SELECT FROM postings WHERE postings.term = wanted.term
                        AND created_at BETWEEN coalesce(%(from_date)s, '-infinity'::timestamptz)
                            AND coalesce(%(to_date)s, 'infinity'::timestamptz)
                    LIMIT %(most)s
                ) AS posting LIMIT %(most)s
            ) AS counted
        )
    END
    FROM (
        SELECT 'tags', ARRAY(
            SELECT DISTINCT scoped('t' || tag, project, is_superseded) FROM covered, unnest(%(tags)s::text[]) AS tag
        )
        WHERE %(tags)s::text[] IS NOT NULL
        UNION ALL
        SELECT 'metadata', ARRAY(SELECT scoped(wanted, project, is_superseded) FROM covered) || ARRAY(
            SELECT term FROM (SELECT scoped('m*', project, is_superseded) AS term FROM covered) AS many
            WHERE EXISTS (SELECT FROM postings WHERE postings.term = many.term)
        )
        FROM unnest(metadata_terms(%(metadata)s::jsonb)) AS wanted
    ) AS filters (name, terms)
) AS counted (name, terms, leaves)
ORDER BY least(leaves, %(most)s), name DESC
