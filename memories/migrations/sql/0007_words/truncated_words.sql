-- The words of a folded text, cut after five letters.
CREATE FUNCTION truncated_words(folded text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(folded, '\m([a-z]{5})[a-z]+', '\1', 'g');
