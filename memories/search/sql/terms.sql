-- name: unmatched
-- Which of these text search queries match no memory.
SELECT number FROM unnest(%(tsqueries)s::tsquery[]) WITH ORDINALITY AS asked (tsquery, number)
WHERE NOT EXISTS (SELECT FROM memories WHERE search_vector @@ tsquery)
    AND NOT EXISTS (SELECT FROM passages WHERE search_vector @@ tsquery)
