-- name: stems
-- Each group of forms, stemmed as in the index.
SELECT ARRAY(SELECT DISTINCT unnest(ts_lexize('english_stem', form)) FROM unnest(forms) AS form ORDER BY 1)
FROM (SELECT string_to_array(line, ' ') FROM unnest(%(groups)s::text[]) AS line) AS groups (forms)
