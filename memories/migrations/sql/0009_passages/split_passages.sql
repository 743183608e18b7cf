-- Divides a content into passages of about 4,000 bytes at the ends of lines or sentences. Each begins with the last 200
-- characters of the one before, so that no phrase is divided. Nothing of a content of up to 6,000 bytes.
CREATE FUNCTION split_passages(content text) RETURNS TABLE (start integer, passage text)
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    characters CONSTANT integer := length(content);
    size CONSTANT integer := greatest(4000::bigint * characters / greatest(octet_length(content), 1), 1000);
    rest text := content;
    piece text;
    taken integer;
BEGIN
    IF octet_length(content) <= 6000 THEN
        RETURN;
    END IF;
    start := 0;
    WHILE characters - start > size + 200 LOOP
        piece := left(rest, size);
        taken := length(substring(piece FROM '^.*\n'));
        IF taken IS NULL OR taken < size / 2 THEN
            taken := length(substring(piece FROM '^.*(?:[.!?]\s|[\u3002\uff01\uff1f])'));
        END IF;
        IF taken IS NULL OR taken < size / 2 THEN
            taken := length(substring(piece FROM '^.*\s'));
        END IF;
        IF taken IS NULL OR taken < size / 2 THEN
            taken := size;
        END IF;
        passage := left(piece, taken);
        RETURN NEXT;
        -- From the beginning of a word on, if there is one.
        taken := taken - 200 + coalesce(length(substring(right(passage, 200) FROM '^\S*\s')), 0);
        start := start + taken;
        rest := substr(rest, taken + 1);
    END LOOP;
    passage := rest;
    RETURN NEXT;
END
$$;
