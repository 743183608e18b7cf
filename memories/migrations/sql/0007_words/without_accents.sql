-- A text without the accents of Latin, Greek and Cyrillic letters. Vowel signs of other scripts are kept.
CREATE FUNCTION without_accents(source text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN replace(replace(translate(
    normalize(regexp_replace(normalize(source, NFD), '[\u0300-\u036f]+', '', 'g'), NFC), 'øđłħŧıð', 'odlhtid'
), 'æ', 'ae'), 'œ', 'oe');
