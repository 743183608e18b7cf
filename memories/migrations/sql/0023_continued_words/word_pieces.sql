-- A text that `word_text` made, in pieces of at most 255 words: of 510 characters, up to what separates words.
CREATE FUNCTION word_pieces(words text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    separators CONSTANT text := '\s!"$%'',;?^|\u20a0-\u20cf'; -- that it leaves
    rest text := words;
    taken integer;
    pieces text[] := '{}';
BEGIN
    WHILE length(rest) > 510 LOOP
        taken := coalesce(
            length(substring(left(rest, 510) FROM '^.*[' || separators || ']')),
            length(substring(rest FROM '^[^' || separators || ']+'))
        );
        pieces := pieces || left(rest, taken);
        rest := substr(rest, taken + 1);
    END LOOP;
    RETURN pieces || rest;
END
$$;
