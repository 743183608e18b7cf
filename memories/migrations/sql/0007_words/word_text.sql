-- The words of a text, separated by spaces: in Unicode's form NFKC, in lower case, names, paths and identifiers taken
-- apart at punctuation. Scripts without spaces become overlapping pairs of characters, and the last one by itself.
-- PostgreSQL's parser, which depends on the locale, finds nothing more to take apart.
-- Longer runs of combining marks than Unicode's stream-safe format has (UAX 15) are cut: to sort them is quadratic.
CREATE FUNCTION word_text(source text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
    marks CONSTANT text := '[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed'
        '\u0730-\u074a\u0e38-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f]';
    punctuation CONSTANT text := '[\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u037e\u0387'
        '\u055a-\u055f\u0589\u058a\u05be\u05c0\u05c3\u05f3\u05f4\u060c\u060d\u061b-\u061f\u066a-\u066d\u06d4'
        '\u0964\u0965\u0970\u0e2f\u0e3f\u0e4f\u0e5a\u0e5b\u104a-\u104f\u17d4-\u17da\u2000-\u200b\u200e-\u205f'
        '\u2061-\u206f\u2190-\u2bff\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u303d-\u303f\u30fb'
        '\ue000-\uf8ff\ufe10-\ufe1f\ufe30-\ufe6f\ufff0-\uffff\U0001f000-\U0001faff\U000e0000-\U000e01ef]+';
    -- Thai, Lao, Burmese, Khmer, kana, Chinese characters, Hangul.
    unspaced CONSTANT text := '\u0e01-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3006\u3040-\u30ff\u31f0-\u31ff'
        '\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003134f';
    katakana CONSTANT text := '\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff'; -- its words stand between others
    words text := without_breaks(source);
BEGIN
    IF octet_length(words) = length(words) THEN
        RETURN lower(words COLLATE "C");
    END IF;
    words := regexp_replace(words, punctuation, ' ', 'g');
    IF octet_length(words) = length(words) THEN
        RETURN lower(words COLLATE "C");
    END IF;
    words := regexp_replace(words, '[\u00ad\u034f\u061c\u200c\u200d\u2060\ufe00-\ufe0f\ufeff]+', '', 'g');
    IF words ~ (marks || '{31}') THEN
        words := regexp_replace(words, '(' || marks || '{30})' || marks || '+', '\1', 'g');
    END IF;
    words := case_folded(normalize(words, NFKC));
    words := regexp_replace(without_breaks(words), punctuation, ' ', 'g');
    IF words ~ ('[' || unspaced || ']') THEN
        -- Each character twice, without the first of its run, in pairs: ABC becomes AABBCC, ABBCC, AB BC C.
        words := regexp_replace(words, '([' || unspaced || ']+)', ' \1 ', 'g');
        words := regexp_replace(words, '([' || katakana || ']+)', ' \1 ', 'g');
        words := regexp_replace(words, '[' || unspaced || ']', '\&\&', 'g');
        words := regexp_replace(words, '(^|[^' || unspaced || '])[' || unspaced || ']', '\1', 'g');
        words := regexp_replace(words, '[' || unspaced || ']{1,2}', '\& ', 'g');
    END IF;
    RETURN words;
END
$$;
