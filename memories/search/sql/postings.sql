-- name: projects
SELECT project FROM project_sizes

-- name: counts
-- For each filter that has postings: its name, its terms, and how many memories it leaves, counted up to `most`. The
-- fewest come first, and a tag before metadata. A memory with too many scalars has the posting `m*` instead of one for
-- each; if there is such a memory, it counts for all scalars. The counters know how many memories have a tag.
-- Terms are those of the projects and scopes that the search covers.
-- Values stand behind a CTE, where the planner does not see them: with them it would expect fewer rows than without, and
-- plan the statement anew at each search. OFFSET 0 is a fence, without which what leaves counts would be counted twice.
WITH given AS MATERIALIZED (
    SELECT %(tags)s::text[] AS tags, %(metadata)s::jsonb AS metadata, %(projects)s::text[] AS projects,
        %(scopes)s::boolean[] AS scopes, coalesce(%(from_date)s::timestamptz, '-infinity') AS from_date,
        coalesce(%(to_date)s::timestamptz, 'infinity') AS to_date, %(most)s::bigint AS most
), covered AS MATERIALIZED (
    SELECT project, is_superseded FROM given, unnest(scopes) AS is_superseded, unnest(
        coalesce(projects, ARRAY(SELECT project FROM project_sizes))
    ) AS project
)
SELECT name, terms, leaves FROM (
    SELECT name, terms, CASE
        WHEN name = 'tags' AND from_date = '-infinity' AND to_date = 'infinity' THEN coalesce((
            SELECT sum(amount) FROM (
                SELECT amount FROM counters WHERE kind = 'tag' AND key = ANY(given.tags)
                    AND project = ANY(ARRAY(SELECT project FROM covered))
                UNION ALL
                SELECT amount FROM counter_ledger WHERE kind = 'tag' AND key = ANY(given.tags)
                    AND project = ANY(ARRAY(SELECT project FROM covered))
            ) AS amounts
        ), 0)
        ELSE (
            SELECT count(*) FROM (
                SELECT FROM unnest(terms) AS wanted (term) CROSS JOIN LATERAL (
                    SELECT FROM postings WHERE postings.term = wanted.term AND created_at BETWEEN from_date AND to_date
                    LIMIT (SELECT most FROM given)
                ) AS posting LIMIT (SELECT most FROM given)
            ) AS counted
        )
    END
    FROM given, (
        SELECT 'tags', ARRAY(
            SELECT DISTINCT scoped('t' || tag, project, is_superseded) FROM covered, given, unnest(tags) AS tag
        )
        FROM given WHERE tags IS NOT NULL
        UNION ALL
        SELECT 'metadata', ARRAY(SELECT scoped(wanted, project, is_superseded) FROM covered) || ARRAY(
            SELECT term FROM (SELECT scoped('m*', project, is_superseded) AS term FROM covered) AS many
            WHERE EXISTS (SELECT FROM postings WHERE postings.term = many.term)
        )
        FROM given, unnest(metadata_terms(metadata)) AS wanted
    ) AS filters (name, terms)
    OFFSET 0
) AS counted (name, terms, leaves), given
ORDER BY least(leaves, most), name DESC
