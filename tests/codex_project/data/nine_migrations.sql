--
-- PostgreSQL database dump
--


-- Dumped from database version 18.4
-- Dumped by pg_dump version 18.4

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: codex_processed; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA codex_processed;


--
-- Name: vector; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS vector WITH SCHEMA public;


--
-- Name: EXTENSION vector; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION vector IS 'vector data type and ivfflat and hnsw access methods';


--
-- Name: binary_quantized(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.binary_quantized(embedding public.vector) RETURNS bit
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (NOT ((public.vector_norm(embedding) >= (0.000000000000001)::double precision) AND (public.vector_norm(embedding) <= ('1000000000000000'::numeric)::double precision))) THEN public.binary_quantize((public.l2_normalize(embedding) OPERATOR(public.-) (array_fill(((public.l2_normalize(embedding) OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) ELSE public.binary_quantize((embedding OPERATOR(public.-) (array_fill(((embedding OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) END;


--
-- Name: case_folded(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.case_folded(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(translate(casefold((source COLLATE pg_unicode_fast)), 'ς'::text, 'σ'::text), 'ß'::text, 'ss'::text);


--
-- Name: compact_counters(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.compact_counters() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext(current_schema || '.compact_counters')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM counter_ledger RETURNING kind, key, amount
    ), sums AS (
        SELECT kind, key, sum(amount) AS amount FROM entries GROUP BY kind, key
        UNION ALL
        SELECT 'memory_count', '', sum(amount) FROM entries WHERE kind = 'memories' HAVING count(*) > 0
    )
    INSERT INTO counters (kind, key, amount) SELECT kind, key, amount FROM sums
    ON CONFLICT (kind, key) DO UPDATE SET amount = counters.amount + excluded.amount;
    DELETE FROM counters WHERE amount = 0;
END
$$;


--
-- Name: count_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.count_memories() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT kind, key, sum(amount) FROM (
            SELECT 'memories' AS kind,
                   to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS key, count(*) AS amount
            FROM new_rows GROUP BY 2
            UNION ALL
            SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
            FROM old_rows GROUP BY 2
            UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows
            UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows
            UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag
            UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag
        ) AS differences
        GROUP BY kind, key HAVING sum(amount) <> 0;
    ELSE
        DELETE FROM counters WHERE kind IN ('memories', 'content_bytes', 'tag');
        DELETE FROM counter_ledger WHERE kind IN ('memories', 'content_bytes', 'tag');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: count_passages(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.count_passages() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'passages', '', count(*) FROM new_rows HAVING count(*) > 0;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'passages', '', -count(*) FROM old_rows HAVING count(*) > 0;
    ELSE
        DELETE FROM counters WHERE kind = 'passages';
        DELETE FROM counter_ledger WHERE kind = 'passages';
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: count_patterns(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.count_patterns() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind = 'pattern';
        DELETE FROM counter_ledger WHERE kind = 'pattern';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: count_processed(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.count_processed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM counters WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM counter_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', count(embeddings) FROM new_rows HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', -count(embeddings) FROM old_rows HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: detect_language(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.detect_language(source text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
        DECLARE
            beginning CONSTANT text := case_folded(left(source, 300));
            detected text;
        BEGIN
            IF octet_length(beginning) <> length(beginning) THEN
                SELECT language INTO detected FROM (VALUES
                    ('russian', '[^\u0400-\u052f]+'), ('greek', '[^\u0370-\u03ff\u1f00-\u1fff]+'),
                    ('arabic', '[^\u0600-\u06ff\u0750-\u077f]+'), ('hindi', '[^\u0900-\u097f]+'),
                    ('armenian', '[^\u0530-\u058f]+'), ('tamil', '[^\u0b80-\u0bff]+')
                ) AS scripts (language, others)
                CROSS JOIN LATERAL (SELECT length(regexp_replace(beginning, others, '', 'g')) AS letters) AS counted
                WHERE letters * 4 > length(beginning) ORDER BY letters DESC LIMIT 1;
                IF FOUND THEN
                    RETURN detected;
                END IF;
            END IF;
            SELECT language INTO detected
            FROM unnest(
                string_to_array(translate(beginning, E'\n.,', '   '), ' ')
                || string_to_array(regexp_replace(beginning, '[\u0001-\u007f]+', '', 'g'), NULL)
            ) AS written (word)
            CROSS JOIN LATERAL jsonb_array_elements_text('{"a": ["english", "hungarian", "portuguese"], "d": ["french"], "e": ["italian", "portuguese"], "i": ["catalan", "danish", "english", "irish", "italian", "norwegian", "swedish"], "l": ["french"], "o": ["catalan", "italian", "portuguese", "romanian", "spanish", "turkish"], "y": ["spanish"], "af": ["danish"], "ag": ["irish"], "ai": ["italian"], "al": ["catalan", "italian", "romanian", "spanish"], "an": ["english", "irish"], "ao": ["portuguese"], "ar": ["irish", "lithuanian"], "as": ["english", "portuguese"], "at": ["danish", "english", "norwegian"], "au": ["french", "romanian"], "av": ["norwegian", "swedish"], "az": ["hungarian"], "be": ["english"], "bu": ["turkish"], "by": ["english"], "ce": ["french", "romanian"], "cu": ["romanian"], "da": ["portuguese", "turkish"], "de": ["catalan", "danish", "dutch", "french", "hungarian", "norwegian", "portuguese", "romanian", "spanish", "swedish", "turkish"], "di": ["indonesian", "italian"], "do": ["english", "irish", "portuguese"], "du": ["french"], "ei": ["finnish", "romanian"], "el": ["catalan", "spanish"], "em": ["portuguese"], "en": ["catalan", "danish", "dutch", "finnish", "norwegian", "spanish", "swedish", "turkish"], "er": ["danish", "dutch", "norwegian"], "es": ["catalan", "german", "spanish"], "et": ["danish", "french", "norwegian"], "ez": ["hungarian"], "fi": ["romanian"], "fu": ["italian"], "go": ["irish"], "ha": ["catalan", "hungarian", "italian"], "hi": ["catalan"], "if": ["english"], "il": ["french", "italian"], "im": ["german"], "in": ["dutch", "english", "italian"], "ir": ["lithuanian"], "is": ["dutch", "english", "hungarian", "irish"], "it": ["english", "english"], "ja": ["finnish"], "ji": ["lithuanian"], "jo": ["finnish"], "ke": ["indonesian"], "ki": ["hungarian"], "la": ["catalan", "french", "italian", "romanian", "spanish"], "le": ["french", "irish", "italian"], "lo": ["italian", "spanish"], "ma": ["italian"], "mi": ["hungarian", "turkish"], "mu": ["turkish"], "na": ["irish", "portuguese"], "ne": ["finnish", "french", "lithuanian", "turkish"], "no": ["catalan", "english", "portuguese", "spanish"], "nu": ["romanian"], "of": ["dutch", "english"], "og": ["danish", "norwegian"], "om": ["danish", "dutch", "norwegian", "swedish"], "on": ["catalan", "english", "finnish"], "op": ["dutch"], "or": ["english"], "os": ["portuguese"], "ou": ["french", "portuguese"], "pe": ["romanian"], "po": ["lithuanian"], "sa": ["french"], "se": ["finnish", "french", "portuguese", "romanian", "spanish"], "si": ["italian"], "su": ["lithuanian", "spanish"], "te": ["dutch"], "to": ["english"], "um": ["portuguese"], "un": ["catalan", "french", "italian", "romanian", "spanish"], "va": ["catalan"], "ve": ["turkish"], "vi": ["danish", "norwegian", "swedish"], "we": ["english"], "ya": ["spanish"], "ze": ["dutch"], "zu": ["german"], "¡": ["spanish"], "¿": ["spanish"], "ß": ["german"], "à": ["catalan", "french", "italian", "portuguese"], "á": ["hungarian", "irish", "portuguese", "spanish"], "â": ["romanian"], "ã": ["portuguese"], "ä": ["finnish", "german", "swedish"], "å": ["danish", "norwegian", "swedish"], "æ": ["danish", "norwegian"], "ç": ["catalan", "french", "portuguese", "turkish"], "è": ["catalan", "french", "italian", "italian"], "é": ["catalan", "french", "hungarian", "irish", "portuguese", "portuguese", "spanish"], "ê": ["french", "portuguese"], "ì": ["italian"], "í": ["catalan", "hungarian", "irish", "portuguese", "spanish"], "î": ["french", "romanian"], "ñ": ["spanish"], "ò": ["catalan", "italian"], "ó": ["catalan", "hungarian", "irish", "portuguese", "spanish"], "ô": ["french"], "õ": ["portuguese"], "ö": ["finnish", "german", "hungarian", "swedish", "turkish"], "ø": ["danish", "norwegian"], "ù": ["italian"], "ú": ["catalan", "hungarian", "irish", "spanish"], "û": ["french"], "ü": ["german", "hungarian", "turkish"], "ă": ["romanian"], "č": ["lithuanian"], "ė": ["lithuanian"], "ğ": ["turkish"], "į": ["lithuanian", "lithuanian"], "ı": ["turkish"], "ő": ["hungarian"], "œ": ["french"], "ş": ["turkish"], "š": ["lithuanian"], "ū": ["lithuanian"], "ű": ["hungarian"], "ų": ["lithuanian"], "ž": ["lithuanian"], "ș": ["romanian"], "ț": ["romanian"], "aan": ["dutch"], "ach": ["irish"], "ada": ["indonesian"], "ale": ["romanian"], "all": ["english"], "als": ["catalan", "dutch"], "ama": ["turkish"], "amb": ["catalan"], "ami": ["hungarian"], "and": ["english"], "any": ["english"], "apa": ["indonesian"], "are": ["english"], "att": ["swedish"], "auf": ["german"], "aus": ["german"], "aux": ["french"], "azt": ["hungarian"], "bei": ["german"], "ben": ["turkish"], "bet": ["lithuanian"], "bij": ["dutch"], "bir": ["turkish"], "biz": ["turkish"], "ble": ["norwegian"], "bus": ["lithuanian"], "but": ["english"], "cad": ["irish"], "can": ["english"], "ces": ["french"], "che": ["italian"], "chi": ["italian"], "com": ["catalan", "portuguese"], "con": ["italian", "spanish"], "cum": ["romanian"], "că": ["romanian"], "dal": ["italian"], "dan": ["dutch", "indonesian"], "dar": ["lithuanian", "romanian"], "das": ["german", "portuguese"], "dat": ["dutch"], "dei": ["italian"], "del": ["catalan", "italian", "spanish"], "dem": ["german"], "den": ["danish", "german", "norwegian", "swedish"], "der": ["danish", "german", "norwegian"], "des": ["french", "german"], "det": ["danish", "norwegian", "swedish"], "did": ["english"], "die": ["dutch", "german"], "din": ["romanian"], "dit": ["dutch"], "dos": ["portuguese"], "een": ["dutch"], "egy": ["hungarian"], "ein": ["german"], "els": ["catalan"], "era": ["italian"], "est": ["french"], "ett": ["swedish"], "foi": ["portuguese"], "for": ["danish", "english", "norwegian"], "fra": ["danish", "norwegian"], "fue": ["spanish"], "gli": ["italian"], "had": ["english"], "han": ["spanish"], "har": ["danish", "norwegian", "swedish"], "has": ["english"], "hat": ["german"], "hay": ["spanish"], "her": ["turkish"], "het": ["dutch"], "how": ["english"], "hun": ["dutch"], "hur": ["swedish"], "ich": ["german"], "ile": ["turkish"], "ils": ["french"], "ini": ["indonesian"], "ise": ["turkish"], "ist": ["german"], "itt": ["hungarian"], "itu": ["indonesian"], "iš": ["lithuanian"], "jag": ["swedish"], "jeg": ["danish", "norwegian"], "jis": ["lithuanian"], "jos": ["finnish"], "kad": ["lithuanian"], "kai": ["lithuanian"], "kan": ["danish", "dutch", "norwegian", "swedish"], "kas": ["lithuanian"], "kun": ["finnish"], "kur": ["lithuanian"], "las": ["spanish"], "les": ["catalan", "french"], "los": ["spanish"], "lui": ["romanian"], "mai": ["romanian"], "mar": ["irish"], "mas": ["portuguese"], "med": ["danish", "norwegian", "swedish"], "meg": ["hungarian"], "men": ["danish", "norwegian", "swedish"], "mes": ["lithuanian"], "met": ["dutch"], "mit": ["german"], "muy": ["spanish"], "må": ["danish", "norwegian"], "mü": ["turkish"], "mı": ["turkish"], "nas": ["portuguese"], "nel": ["italian"], "nem": ["hungarian"], "nog": ["dutch"], "non": ["italian"], "nos": ["portuguese", "spanish"], "not": ["english", "english"], "nuo": ["lithuanian"], "nur": ["german"], "ní": ["irish"], "nó": ["irish"], "och": ["swedish"], "ole": ["finnish"], "oli": ["finnish"], "ont": ["french"], "ook": ["dutch"], "ott": ["hungarian"], "our": ["english"], "où": ["french"], "par": ["french"], "pas": ["french"], "per": ["catalan", "italian", "lithuanian"], "por": ["portuguese", "spanish"], "på": ["danish", "norwegian", "swedish"], "que": ["catalan", "french", "portuguese", "spanish"], "qui": ["catalan", "french"], "sau": ["romanian"], "seg": ["norwegian"], "sem": ["portuguese"], "sen": ["finnish"], "seo": ["irish"], "ser": ["catalan", "portuguese", "spanish"], "ses": ["french"], "seu": ["catalan", "portuguese"], "sie": ["german"], "sig": ["danish", "swedish"], "sin": ["irish", "spanish"], "ska": ["swedish"], "som": ["danish", "norwegian", "swedish"], "son": ["french", "spanish"], "sua": ["italian", "portuguese"], "suo": ["italian"], "sur": ["french"], "sus": ["spanish"], "så": ["danish", "norwegian", "swedish"], "sé": ["irish"], "sí": ["irish"], "tai": ["finnish", "lithuanian"], "the": ["english"], "tik": ["lithuanian"], "til": ["danish", "norwegian"], "tá": ["irish"], "uit": ["dutch"], "uma": ["portuguese"], "una": ["catalan", "italian", "spanish"], "und": ["german"], "une": ["french"], "uno": ["italian"], "use": ["english"], "van": ["dutch", "hungarian"], "var": ["danish", "norwegian", "swedish", "turkish"], "voi": ["finnish"], "von": ["german"], "war": ["german"], "was": ["dutch", "english"], "wel": ["dutch"], "who": ["english"], "wie": ["german"], "wij": ["dutch"], "wir": ["german"], "yok": ["turkish"], "you": ["english"], "yra": ["lithuanian"], "zum": ["german"], "zur": ["german"], "är": ["swedish"], "és": ["catalan", "hungarian"], "în": ["romanian"], "şu": ["turkish"], "ši": ["lithuanian"], "și": ["romanian"], "aber": ["german"], "agus": ["irish"], "akan": ["indonesian"], "alla": ["italian"], "atau": ["indonesian"], "auch": ["german"], "avec": ["french"], "been": ["english"], "bhí": ["irish"], "bisa": ["indonesian"], "blev": ["danish", "swedish"], "blir": ["norwegian", "swedish"], "buvo": ["lithuanian"], "care": ["romanian"], "come": ["italian"], "como": ["portuguese", "spanish"], "csak": ["hungarian"], "cén": ["irish"], "daha": ["turkish"], "dans": ["french"], "dari": ["indonesian"], "dels": ["catalan"], "deze": ["dutch"], "does": ["english"], "donc": ["french"], "door": ["dutch"], "dove": ["italian"], "där": ["swedish"], "dėl": ["lithuanian"], "each": ["english"], "eine": ["german"], "elle": ["french"], "ensi": ["finnish"], "esta": ["portuguese", "spanish"], "este": ["portuguese", "romanian", "spanish"], "fost": ["romanian"], "from": ["english"], "för": ["swedish"], "für": ["german"], "gibi": ["turkish"], "have": ["english"], "hogy": ["hungarian"], "hän": ["finnish"], "ikke": ["danish", "norwegian"], "inte": ["swedish"], "into": ["english"], "isso": ["portuguese"], "joka": ["finnish"], "juga": ["indonesian"], "jūs": ["lithuanian"], "kaip": ["lithuanian"], "kami": ["indonesian"], "kann": ["german"], "kita": ["indonesian"], "kuin": ["finnish"], "kuka": ["finnish"], "lesz": ["hungarian"], "leur": ["french"], "maar": ["dutch"], "mais": ["french", "portuguese"], "mert": ["hungarian"], "mint": ["hungarian"], "moet": ["dutch"], "molt": ["catalan"], "muss": ["german"], "már": ["hungarian"], "más": ["spanish"], "még": ["hungarian"], "més": ["catalan"], "naar": ["dutch"], "nach": ["german"], "niet": ["dutch"], "niin": ["finnish"], "noch": ["german"], "nous": ["french"], "não": ["portuguese"], "när": ["swedish"], "når": ["danish", "norwegian"], "oder": ["german"], "olan": ["turkish"], "oleh": ["indonesian"], "olla": ["finnish"], "onde": ["portuguese"], "ovat": ["finnish"], "pada": ["indonesian"], "para": ["portuguese", "spanish"], "pela": ["portuguese"], "pelo": ["portuguese"], "pero": ["spanish"], "più": ["italian"], "plus": ["french"], "pour": ["french"], "prie": ["lithuanian"], "prin": ["romanian"], "qual": ["portuguese"], "quan": ["catalan"], "quel": ["french"], "quem": ["portuguese"], "què": ["catalan"], "qué": ["spanish"], "saat": ["indonesian"], "seva": ["catalan"], "sich": ["german"], "sind": ["german"], "skal": ["danish", "norwegian"], "soll": ["german"], "sono": ["italian"], "sont": ["french"], "sunt": ["romanian"], "são": ["portuguese"], "són": ["catalan"], "than": ["english"], "that": ["english"], "then": ["english"], "they": ["english"], "this": ["english"], "till": ["swedish"], "tout": ["french"], "unas": ["spanish"], "unde": ["romanian"], "unos": ["spanish"], "used": ["english"], "vagy": ["hungarian"], "vain": ["finnish"], "veya": ["turkish"], "volt": ["hungarian"], "voor": ["dutch"], "vous": ["french"], "wenn": ["german"], "werd": ["dutch"], "were": ["english"], "what": ["english"], "when": ["english"], "will": ["english"], "wird": ["german"], "with": ["english"], "yang": ["indonesian"], "your": ["english"], "zijn": ["dutch"], "çok": ["turkish"], "šis": ["lithuanian"], "about": ["english"], "acest": ["romanian"], "amely": ["hungarian"], "anche": ["italian"], "avait": ["french"], "cette": ["french"], "comme": ["french"], "conas": ["irish"], "could": ["english"], "cuál": ["spanish"], "când": ["romanian"], "cómo": ["spanish"], "dalam": ["indonesian"], "dalla": ["italian"], "della": ["italian"], "delle": ["italian"], "dello": ["italian"], "denna": ["swedish"], "denne": ["danish", "norwegian"], "detta": ["swedish"], "dette": ["danish", "norwegian"], "după": ["romanian"], "durch": ["german"], "efter": ["danish"], "einem": ["german"], "einen": ["german"], "einer": ["german"], "eller": ["danish", "norwegian", "swedish"], "ennen": ["finnish"], "estas": ["spanish"], "estos": ["spanish"], "està": ["catalan"], "está": ["portuguese", "spanish"], "etter": ["norwegian"], "että": ["finnish"], "foram": ["portuguese"], "från": ["swedish"], "haben": ["german"], "hangi": ["turkish"], "hanno": ["italian"], "heeft": ["dutch"], "ilman": ["finnish"], "için": ["turkish"], "kadar": ["turkish"], "kapan": ["indonesian"], "koska": ["finnish"], "lebih": ["indonesian"], "lehet": ["hungarian"], "mikor": ["hungarian"], "miksi": ["finnish"], "mikä": ["finnish"], "mitä": ["finnish"], "molto": ["italian"], "muito": ["portuguese"], "mutta": ["finnish"], "myös": ["finnish"], "neden": ["turkish"], "nella": ["italian"], "nicht": ["german"], "også": ["danish", "norwegian"], "ollut": ["finnish"], "però": ["catalan"], "quale": ["italian"], "quand": ["french"], "sekä": ["finnish"], "sense": ["catalan"], "senza": ["italian"], "sitä": ["finnish"], "sobre": ["catalan", "portuguese", "spanish"], "sonra": ["turkish"], "stato": ["italian"], "sudah": ["indonesian"], "takia": ["finnish"], "telah": ["indonesian"], "their": ["english"], "there": ["english"], "tidak": ["indonesian"], "unter": ["german"], "untuk": ["indonesian"], "után": ["hungarian"], "vilka": ["swedish"], "waren": ["dutch"], "warum": ["german"], "wegen": ["german"], "welke": ["dutch"], "where": ["english"], "which": ["english"], "wordt": ["dutch"], "would": ["english"], "wurde": ["german"], "zaman": ["turkish"], "été": ["french"], "être": ["french"], "önce": ["turkish"], "über": ["german"], "adalah": ["indonesian"], "aquest": ["catalan"], "bliver": ["danish"], "cuando": ["spanish"], "dengan": ["indonesian"], "despre": ["romanian"], "değil": ["turkish"], "dónde": ["spanish"], "eivät": ["finnish"], "essere": ["italian"], "están": ["spanish"], "estão": ["portuguese"], "fără": ["romanian"], "hebben": ["dutch"], "hogyan": ["hungarian"], "hvilke": ["danish", "norwegian"], "kanssa": ["finnish"], "karena": ["indonesian"], "kodėl": ["lithuanian"], "melyik": ["hungarian"], "mereka": ["indonesian"], "minden": ["hungarian"], "missä": ["finnish"], "miért": ["hungarian"], "måste": ["swedish"], "nagyon": ["hungarian"], "nasıl": ["turkish"], "nerede": ["turkish"], "nämä": ["finnish"], "olarak": ["turkish"], "pentru": ["romanian"], "porque": ["portuguese", "spanish"], "quando": ["italian", "portuguese"], "quelle": ["french"], "questa": ["italian"], "questo": ["italian"], "quién": ["spanish"], "should": ["english"], "siitä": ["finnish"], "també": ["catalan"], "tämä": ["finnish"], "vilken": ["swedish"], "waarom": ["dutch"], "welche": ["german"], "werden": ["german"], "worden": ["dutch"], "wurden": ["german"], "était": ["french"], "aquesta": ["catalan"], "because": ["english"], "hvilken": ["danish", "norwegian"], "hvordan": ["danish", "norwegian"], "hvorfor": ["danish", "norwegian"], "mengapa": ["indonesian"], "milloin": ["finnish"], "müssen": ["german"], "perché": ["italian"], "perquè": ["catalan"], "pitää": ["finnish"], "sebagai": ["indonesian"], "também": ["portuguese"], "varför": ["swedish"], "wanneer": ["dutch"], "welcher": ["german"], "această": ["romanian"], "jälkeen": ["finnish"], "pourquoi": ["french"], "también": ["spanish"], "çünkü": ["turkish"], "bagaimana": ["indonesian"], "tarafından": ["turkish"]}'::jsonb -> word) AS language
            WHERE '{"a": ["english", "hungarian", "portuguese"], "d": ["french"], "e": ["italian", "portuguese"], "i": ["catalan", "danish", "english", "irish", "italian", "norwegian", "swedish"], "l": ["french"], "o": ["catalan", "italian", "portuguese", "romanian", "spanish", "turkish"], "y": ["spanish"], "af": ["danish"], "ag": ["irish"], "ai": ["italian"], "al": ["catalan", "italian", "romanian", "spanish"], "an": ["english", "irish"], "ao": ["portuguese"], "ar": ["irish", "lithuanian"], "as": ["english", "portuguese"], "at": ["danish", "english", "norwegian"], "au": ["french", "romanian"], "av": ["norwegian", "swedish"], "az": ["hungarian"], "be": ["english"], "bu": ["turkish"], "by": ["english"], "ce": ["french", "romanian"], "cu": ["romanian"], "da": ["portuguese", "turkish"], "de": ["catalan", "danish", "dutch", "french", "hungarian", "norwegian", "portuguese", "romanian", "spanish", "swedish", "turkish"], "di": ["indonesian", "italian"], "do": ["english", "irish", "portuguese"], "du": ["french"], "ei": ["finnish", "romanian"], "el": ["catalan", "spanish"], "em": ["portuguese"], "en": ["catalan", "danish", "dutch", "finnish", "norwegian", "spanish", "swedish", "turkish"], "er": ["danish", "dutch", "norwegian"], "es": ["catalan", "german", "spanish"], "et": ["danish", "french", "norwegian"], "ez": ["hungarian"], "fi": ["romanian"], "fu": ["italian"], "go": ["irish"], "ha": ["catalan", "hungarian", "italian"], "hi": ["catalan"], "if": ["english"], "il": ["french", "italian"], "im": ["german"], "in": ["dutch", "english", "italian"], "ir": ["lithuanian"], "is": ["dutch", "english", "hungarian", "irish"], "it": ["english", "english"], "ja": ["finnish"], "ji": ["lithuanian"], "jo": ["finnish"], "ke": ["indonesian"], "ki": ["hungarian"], "la": ["catalan", "french", "italian", "romanian", "spanish"], "le": ["french", "irish", "italian"], "lo": ["italian", "spanish"], "ma": ["italian"], "mi": ["hungarian", "turkish"], "mu": ["turkish"], "na": ["irish", "portuguese"], "ne": ["finnish", "french", "lithuanian", "turkish"], "no": ["catalan", "english", "portuguese", "spanish"], "nu": ["romanian"], "of": ["dutch", "english"], "og": ["danish", "norwegian"], "om": ["danish", "dutch", "norwegian", "swedish"], "on": ["catalan", "english", "finnish"], "op": ["dutch"], "or": ["english"], "os": ["portuguese"], "ou": ["french", "portuguese"], "pe": ["romanian"], "po": ["lithuanian"], "sa": ["french"], "se": ["finnish", "french", "portuguese", "romanian", "spanish"], "si": ["italian"], "su": ["lithuanian", "spanish"], "te": ["dutch"], "to": ["english"], "um": ["portuguese"], "un": ["catalan", "french", "italian", "romanian", "spanish"], "va": ["catalan"], "ve": ["turkish"], "vi": ["danish", "norwegian", "swedish"], "we": ["english"], "ya": ["spanish"], "ze": ["dutch"], "zu": ["german"], "¡": ["spanish"], "¿": ["spanish"], "ß": ["german"], "à": ["catalan", "french", "italian", "portuguese"], "á": ["hungarian", "irish", "portuguese", "spanish"], "â": ["romanian"], "ã": ["portuguese"], "ä": ["finnish", "german", "swedish"], "å": ["danish", "norwegian", "swedish"], "æ": ["danish", "norwegian"], "ç": ["catalan", "french", "portuguese", "turkish"], "è": ["catalan", "french", "italian", "italian"], "é": ["catalan", "french", "hungarian", "irish", "portuguese", "portuguese", "spanish"], "ê": ["french", "portuguese"], "ì": ["italian"], "í": ["catalan", "hungarian", "irish", "portuguese", "spanish"], "î": ["french", "romanian"], "ñ": ["spanish"], "ò": ["catalan", "italian"], "ó": ["catalan", "hungarian", "irish", "portuguese", "spanish"], "ô": ["french"], "õ": ["portuguese"], "ö": ["finnish", "german", "hungarian", "swedish", "turkish"], "ø": ["danish", "norwegian"], "ù": ["italian"], "ú": ["catalan", "hungarian", "irish", "spanish"], "û": ["french"], "ü": ["german", "hungarian", "turkish"], "ă": ["romanian"], "č": ["lithuanian"], "ė": ["lithuanian"], "ğ": ["turkish"], "į": ["lithuanian", "lithuanian"], "ı": ["turkish"], "ő": ["hungarian"], "œ": ["french"], "ş": ["turkish"], "š": ["lithuanian"], "ū": ["lithuanian"], "ű": ["hungarian"], "ų": ["lithuanian"], "ž": ["lithuanian"], "ș": ["romanian"], "ț": ["romanian"], "aan": ["dutch"], "ach": ["irish"], "ada": ["indonesian"], "ale": ["romanian"], "all": ["english"], "als": ["catalan", "dutch"], "ama": ["turkish"], "amb": ["catalan"], "ami": ["hungarian"], "and": ["english"], "any": ["english"], "apa": ["indonesian"], "are": ["english"], "att": ["swedish"], "auf": ["german"], "aus": ["german"], "aux": ["french"], "azt": ["hungarian"], "bei": ["german"], "ben": ["turkish"], "bet": ["lithuanian"], "bij": ["dutch"], "bir": ["turkish"], "biz": ["turkish"], "ble": ["norwegian"], "bus": ["lithuanian"], "but": ["english"], "cad": ["irish"], "can": ["english"], "ces": ["french"], "che": ["italian"], "chi": ["italian"], "com": ["catalan", "portuguese"], "con": ["italian", "spanish"], "cum": ["romanian"], "că": ["romanian"], "dal": ["italian"], "dan": ["dutch", "indonesian"], "dar": ["lithuanian", "romanian"], "das": ["german", "portuguese"], "dat": ["dutch"], "dei": ["italian"], "del": ["catalan", "italian", "spanish"], "dem": ["german"], "den": ["danish", "german", "norwegian", "swedish"], "der": ["danish", "german", "norwegian"], "des": ["french", "german"], "det": ["danish", "norwegian", "swedish"], "did": ["english"], "die": ["dutch", "german"], "din": ["romanian"], "dit": ["dutch"], "dos": ["portuguese"], "een": ["dutch"], "egy": ["hungarian"], "ein": ["german"], "els": ["catalan"], "era": ["italian"], "est": ["french"], "ett": ["swedish"], "foi": ["portuguese"], "for": ["danish", "english", "norwegian"], "fra": ["danish", "norwegian"], "fue": ["spanish"], "gli": ["italian"], "had": ["english"], "han": ["spanish"], "har": ["danish", "norwegian", "swedish"], "has": ["english"], "hat": ["german"], "hay": ["spanish"], "her": ["turkish"], "het": ["dutch"], "how": ["english"], "hun": ["dutch"], "hur": ["swedish"], "ich": ["german"], "ile": ["turkish"], "ils": ["french"], "ini": ["indonesian"], "ise": ["turkish"], "ist": ["german"], "itt": ["hungarian"], "itu": ["indonesian"], "iš": ["lithuanian"], "jag": ["swedish"], "jeg": ["danish", "norwegian"], "jis": ["lithuanian"], "jos": ["finnish"], "kad": ["lithuanian"], "kai": ["lithuanian"], "kan": ["danish", "dutch", "norwegian", "swedish"], "kas": ["lithuanian"], "kun": ["finnish"], "kur": ["lithuanian"], "las": ["spanish"], "les": ["catalan", "french"], "los": ["spanish"], "lui": ["romanian"], "mai": ["romanian"], "mar": ["irish"], "mas": ["portuguese"], "med": ["danish", "norwegian", "swedish"], "meg": ["hungarian"], "men": ["danish", "norwegian", "swedish"], "mes": ["lithuanian"], "met": ["dutch"], "mit": ["german"], "muy": ["spanish"], "må": ["danish", "norwegian"], "mü": ["turkish"], "mı": ["turkish"], "nas": ["portuguese"], "nel": ["italian"], "nem": ["hungarian"], "nog": ["dutch"], "non": ["italian"], "nos": ["portuguese", "spanish"], "not": ["english", "english"], "nuo": ["lithuanian"], "nur": ["german"], "ní": ["irish"], "nó": ["irish"], "och": ["swedish"], "ole": ["finnish"], "oli": ["finnish"], "ont": ["french"], "ook": ["dutch"], "ott": ["hungarian"], "our": ["english"], "où": ["french"], "par": ["french"], "pas": ["french"], "per": ["catalan", "italian", "lithuanian"], "por": ["portuguese", "spanish"], "på": ["danish", "norwegian", "swedish"], "que": ["catalan", "french", "portuguese", "spanish"], "qui": ["catalan", "french"], "sau": ["romanian"], "seg": ["norwegian"], "sem": ["portuguese"], "sen": ["finnish"], "seo": ["irish"], "ser": ["catalan", "portuguese", "spanish"], "ses": ["french"], "seu": ["catalan", "portuguese"], "sie": ["german"], "sig": ["danish", "swedish"], "sin": ["irish", "spanish"], "ska": ["swedish"], "som": ["danish", "norwegian", "swedish"], "son": ["french", "spanish"], "sua": ["italian", "portuguese"], "suo": ["italian"], "sur": ["french"], "sus": ["spanish"], "så": ["danish", "norwegian", "swedish"], "sé": ["irish"], "sí": ["irish"], "tai": ["finnish", "lithuanian"], "the": ["english"], "tik": ["lithuanian"], "til": ["danish", "norwegian"], "tá": ["irish"], "uit": ["dutch"], "uma": ["portuguese"], "una": ["catalan", "italian", "spanish"], "und": ["german"], "une": ["french"], "uno": ["italian"], "use": ["english"], "van": ["dutch", "hungarian"], "var": ["danish", "norwegian", "swedish", "turkish"], "voi": ["finnish"], "von": ["german"], "war": ["german"], "was": ["dutch", "english"], "wel": ["dutch"], "who": ["english"], "wie": ["german"], "wij": ["dutch"], "wir": ["german"], "yok": ["turkish"], "you": ["english"], "yra": ["lithuanian"], "zum": ["german"], "zur": ["german"], "är": ["swedish"], "és": ["catalan", "hungarian"], "în": ["romanian"], "şu": ["turkish"], "ši": ["lithuanian"], "și": ["romanian"], "aber": ["german"], "agus": ["irish"], "akan": ["indonesian"], "alla": ["italian"], "atau": ["indonesian"], "auch": ["german"], "avec": ["french"], "been": ["english"], "bhí": ["irish"], "bisa": ["indonesian"], "blev": ["danish", "swedish"], "blir": ["norwegian", "swedish"], "buvo": ["lithuanian"], "care": ["romanian"], "come": ["italian"], "como": ["portuguese", "spanish"], "csak": ["hungarian"], "cén": ["irish"], "daha": ["turkish"], "dans": ["french"], "dari": ["indonesian"], "dels": ["catalan"], "deze": ["dutch"], "does": ["english"], "donc": ["french"], "door": ["dutch"], "dove": ["italian"], "där": ["swedish"], "dėl": ["lithuanian"], "each": ["english"], "eine": ["german"], "elle": ["french"], "ensi": ["finnish"], "esta": ["portuguese", "spanish"], "este": ["portuguese", "romanian", "spanish"], "fost": ["romanian"], "from": ["english"], "för": ["swedish"], "für": ["german"], "gibi": ["turkish"], "have": ["english"], "hogy": ["hungarian"], "hän": ["finnish"], "ikke": ["danish", "norwegian"], "inte": ["swedish"], "into": ["english"], "isso": ["portuguese"], "joka": ["finnish"], "juga": ["indonesian"], "jūs": ["lithuanian"], "kaip": ["lithuanian"], "kami": ["indonesian"], "kann": ["german"], "kita": ["indonesian"], "kuin": ["finnish"], "kuka": ["finnish"], "lesz": ["hungarian"], "leur": ["french"], "maar": ["dutch"], "mais": ["french", "portuguese"], "mert": ["hungarian"], "mint": ["hungarian"], "moet": ["dutch"], "molt": ["catalan"], "muss": ["german"], "már": ["hungarian"], "más": ["spanish"], "még": ["hungarian"], "més": ["catalan"], "naar": ["dutch"], "nach": ["german"], "niet": ["dutch"], "niin": ["finnish"], "noch": ["german"], "nous": ["french"], "não": ["portuguese"], "när": ["swedish"], "når": ["danish", "norwegian"], "oder": ["german"], "olan": ["turkish"], "oleh": ["indonesian"], "olla": ["finnish"], "onde": ["portuguese"], "ovat": ["finnish"], "pada": ["indonesian"], "para": ["portuguese", "spanish"], "pela": ["portuguese"], "pelo": ["portuguese"], "pero": ["spanish"], "più": ["italian"], "plus": ["french"], "pour": ["french"], "prie": ["lithuanian"], "prin": ["romanian"], "qual": ["portuguese"], "quan": ["catalan"], "quel": ["french"], "quem": ["portuguese"], "què": ["catalan"], "qué": ["spanish"], "saat": ["indonesian"], "seva": ["catalan"], "sich": ["german"], "sind": ["german"], "skal": ["danish", "norwegian"], "soll": ["german"], "sono": ["italian"], "sont": ["french"], "sunt": ["romanian"], "são": ["portuguese"], "són": ["catalan"], "than": ["english"], "that": ["english"], "then": ["english"], "they": ["english"], "this": ["english"], "till": ["swedish"], "tout": ["french"], "unas": ["spanish"], "unde": ["romanian"], "unos": ["spanish"], "used": ["english"], "vagy": ["hungarian"], "vain": ["finnish"], "veya": ["turkish"], "volt": ["hungarian"], "voor": ["dutch"], "vous": ["french"], "wenn": ["german"], "werd": ["dutch"], "were": ["english"], "what": ["english"], "when": ["english"], "will": ["english"], "wird": ["german"], "with": ["english"], "yang": ["indonesian"], "your": ["english"], "zijn": ["dutch"], "çok": ["turkish"], "šis": ["lithuanian"], "about": ["english"], "acest": ["romanian"], "amely": ["hungarian"], "anche": ["italian"], "avait": ["french"], "cette": ["french"], "comme": ["french"], "conas": ["irish"], "could": ["english"], "cuál": ["spanish"], "când": ["romanian"], "cómo": ["spanish"], "dalam": ["indonesian"], "dalla": ["italian"], "della": ["italian"], "delle": ["italian"], "dello": ["italian"], "denna": ["swedish"], "denne": ["danish", "norwegian"], "detta": ["swedish"], "dette": ["danish", "norwegian"], "după": ["romanian"], "durch": ["german"], "efter": ["danish"], "einem": ["german"], "einen": ["german"], "einer": ["german"], "eller": ["danish", "norwegian", "swedish"], "ennen": ["finnish"], "estas": ["spanish"], "estos": ["spanish"], "està": ["catalan"], "está": ["portuguese", "spanish"], "etter": ["norwegian"], "että": ["finnish"], "foram": ["portuguese"], "från": ["swedish"], "haben": ["german"], "hangi": ["turkish"], "hanno": ["italian"], "heeft": ["dutch"], "ilman": ["finnish"], "için": ["turkish"], "kadar": ["turkish"], "kapan": ["indonesian"], "koska": ["finnish"], "lebih": ["indonesian"], "lehet": ["hungarian"], "mikor": ["hungarian"], "miksi": ["finnish"], "mikä": ["finnish"], "mitä": ["finnish"], "molto": ["italian"], "muito": ["portuguese"], "mutta": ["finnish"], "myös": ["finnish"], "neden": ["turkish"], "nella": ["italian"], "nicht": ["german"], "også": ["danish", "norwegian"], "ollut": ["finnish"], "però": ["catalan"], "quale": ["italian"], "quand": ["french"], "sekä": ["finnish"], "sense": ["catalan"], "senza": ["italian"], "sitä": ["finnish"], "sobre": ["catalan", "portuguese", "spanish"], "sonra": ["turkish"], "stato": ["italian"], "sudah": ["indonesian"], "takia": ["finnish"], "telah": ["indonesian"], "their": ["english"], "there": ["english"], "tidak": ["indonesian"], "unter": ["german"], "untuk": ["indonesian"], "után": ["hungarian"], "vilka": ["swedish"], "waren": ["dutch"], "warum": ["german"], "wegen": ["german"], "welke": ["dutch"], "where": ["english"], "which": ["english"], "wordt": ["dutch"], "would": ["english"], "wurde": ["german"], "zaman": ["turkish"], "été": ["french"], "être": ["french"], "önce": ["turkish"], "über": ["german"], "adalah": ["indonesian"], "aquest": ["catalan"], "bliver": ["danish"], "cuando": ["spanish"], "dengan": ["indonesian"], "despre": ["romanian"], "değil": ["turkish"], "dónde": ["spanish"], "eivät": ["finnish"], "essere": ["italian"], "están": ["spanish"], "estão": ["portuguese"], "fără": ["romanian"], "hebben": ["dutch"], "hogyan": ["hungarian"], "hvilke": ["danish", "norwegian"], "kanssa": ["finnish"], "karena": ["indonesian"], "kodėl": ["lithuanian"], "melyik": ["hungarian"], "mereka": ["indonesian"], "minden": ["hungarian"], "missä": ["finnish"], "miért": ["hungarian"], "måste": ["swedish"], "nagyon": ["hungarian"], "nasıl": ["turkish"], "nerede": ["turkish"], "nämä": ["finnish"], "olarak": ["turkish"], "pentru": ["romanian"], "porque": ["portuguese", "spanish"], "quando": ["italian", "portuguese"], "quelle": ["french"], "questa": ["italian"], "questo": ["italian"], "quién": ["spanish"], "should": ["english"], "siitä": ["finnish"], "també": ["catalan"], "tämä": ["finnish"], "vilken": ["swedish"], "waarom": ["dutch"], "welche": ["german"], "werden": ["german"], "worden": ["dutch"], "wurden": ["german"], "était": ["french"], "aquesta": ["catalan"], "because": ["english"], "hvilken": ["danish", "norwegian"], "hvordan": ["danish", "norwegian"], "hvorfor": ["danish", "norwegian"], "mengapa": ["indonesian"], "milloin": ["finnish"], "müssen": ["german"], "perché": ["italian"], "perquè": ["catalan"], "pitää": ["finnish"], "sebagai": ["indonesian"], "também": ["portuguese"], "varför": ["swedish"], "wanneer": ["dutch"], "welcher": ["german"], "această": ["romanian"], "jälkeen": ["finnish"], "pourquoi": ["french"], "también": ["spanish"], "çünkü": ["turkish"], "bagaimana": ["indonesian"], "tarafından": ["turkish"]}'::jsonb ? word
            GROUP BY language HAVING count(DISTINCT word) > 1 OR language = 'english'
            ORDER BY count(*) DESC, language = 'english' DESC, language LIMIT 1;
            RETURN coalesce(detected, 'english');
        END
        $$;


--
-- Name: identifier_parts(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.identifier_parts(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(regexp_replace(regexp_replace(regexp_replace(matched.matched[1], '([a-zß-öø-ÿ])([A-ZÀ-ÖØ-Þ])'::text, '\1 \2'::text, 'g'::text), '([A-ZÀ-ÖØ-Þ])([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])'::text, '\1 \2'::text, 'g'::text), '([A-Za-zÀ-ÖØ-öø-ÿ])(?=[0-9])|([0-9])(?=[A-Za-zÀ-ÖØ-öø-ÿ])'::text, '\& '::text, 'g'::text), ' '::text) AS string_agg FROM regexp_matches(identifier_parts.source, '[A-Za-z0-9À-ÖØ-öø-ÿ]*(?:[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ])[A-Za-z0-9À-ÖØ-öø-ÿ]*'::text, 'g'::text) matched(matched));


--
-- Name: maintain_embedded_filters(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_embedded_filters() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    UPDATE embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: maintain_embedded_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_embedded_memories() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM embedded_memories;
        UPDATE memories SET has_embedding = false WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE embeddings IS NOT NULL AND (
            NOT EXISTS (SELECT FROM embedded_memories WHERE memory_id = added.memory_id) OR 1 < (
                SELECT count(*) FROM processed_memories
                WHERE memory_id = added.memory_id AND embeddings IS NOT NULL
            )
        );
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM FROM memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory WHERE memory.id IN (
                SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL
                UNION ALL
                SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL
            )
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, (
                SELECT binary_quantized(embeddings) FROM processed_memories
                WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
            ) AS quantized FROM unnest(touched_ids) AS touched (id)
        ), gone AS (
            DELETE FROM embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.quantized IS NULL
        ), known AS (
            INSERT INTO embedded_memories AS embedded
                (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector)
            SELECT id, created_at, newest.quantized, tags, metadata, context_vector, summary_vector
            FROM memories JOIN newest USING (id) WHERE newest.quantized IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE SET quantized = excluded.quantized
                WHERE embedded.quantized <> excluded.quantized
        )
        UPDATE memories AS memory SET has_embedding = newest.quantized IS NOT NULL
        FROM newest WHERE memory.id = newest.id AND memory.has_embedding <> (newest.quantized IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: maintain_normalized(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_normalized() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    NEW.normalized := normalized_embedding(NEW.embeddings);
    RETURN NEW;
END
$$;


--
-- Name: maintain_passages(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_passages() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        DELETE FROM passages WHERE memory_id = NEW.id;
    END IF;
    IF NEW.search_vector IS NULL THEN
        INSERT INTO passages (memory_id, start, length, created_at, search_vector)
        SELECT NEW.id, start, length(passage), NEW.created_at,
            setweight(NEW.summary_vector, 'A') || setweight(NEW.context_vector, 'B')
                || setweight(words_vector(passage, NEW.language), 'C')
        FROM split_passages(NEW.content);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: maintain_postings(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_postings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE postings;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            SELECT id, term, created_at, updated_at FROM old_rows, terms(tags, metadata) AS term
            EXCEPT
            SELECT id, term, created_at, updated_at FROM new_rows, terms(tags, metadata) AS term
        )
        DELETE FROM postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, terms(tags, metadata) AS term
        EXCEPT
        SELECT id, term, created_at, updated_at FROM old_rows, terms(tags, metadata) AS term
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM postings USING old_rows, terms(tags, metadata) AS gone
        WHERE postings.term = gone AND postings.created_at = old_rows.created_at AND memory_id = old_rows.id;
    ELSE
        INSERT INTO postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, terms(tags, metadata) AS term;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: maintain_quantized_embeddings(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.maintain_quantized_embeddings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    INSERT INTO quantized_embeddings AS known (memory_id, quantized) VALUES (NEW.memory_id, NEW.quantized)
    ON CONFLICT (memory_id) DO UPDATE SET quantized = excluded.quantized WHERE known.quantized <> excluded.quantized;
    RETURN NULL;
END
$$;


--
-- Name: metadata_terms(jsonb); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.metadata_terms(metadata jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN (count(*) > 64) THEN ARRAY['m*'::text] ELSE COALESCE(array_agg(('m'::text || "left"(encode(sha256(convert_to((jsonb_build_array(jsonb_each.key, CASE jsonb_typeof(jsonb_each.value) WHEN 'number'::text THEN to_jsonb(trim_scale((jsonb_each.value)::numeric)) ELSE jsonb_each.value END))::text, 'UTF8'::name)), 'base64'::text), 11))), '{}'::text[]) END AS "coalesce" FROM jsonb_each(CASE jsonb_typeof(metadata_terms.metadata) WHEN 'object'::text THEN metadata_terms.metadata ELSE '{}'::jsonb END) jsonb_each(key, value) WHERE (jsonb_typeof(jsonb_each.value) <> ALL (ARRAY['object'::text, 'array'::text])));


--
-- Name: normalized_embedding(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.normalized_embedding(embedding public.vector) RETURNS public.vector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (NOT ((public.vector_norm(embedding) >= (0.000000000000001)::double precision) AND (public.vector_norm(embedding) <= ('1000000000000000'::numeric)::double precision))) THEN public.l2_normalize(embedding) ELSE NULL::public.vector END;


--
-- Name: notify_change(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.notify_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM pg_notify('codex_memory_changes', '');
    RETURN NULL;
END
$$;


--
-- Name: truncated_words(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.truncated_words(folded text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(folded, '\m([a-z]{5})[a-z]+'::text, '\1'::text, 'g'::text);


--
-- Name: without_accents(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.without_accents(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(translate(NORMALIZE(regexp_replace(NORMALIZE(source, NFD), '[\u0300-\u036f]+'::text, ''::text, 'g'::text), NFC), 'øđłħŧıð'::text, 'odlhtid'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text);


--
-- Name: word_text(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.word_text(source text) RETURNS text
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
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


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: languages; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.languages (
    name text NOT NULL
);


--
-- Name: question_words(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.question_words(source text) RETURNS TABLE(word text, lexemes text[], is_stop_word boolean)
    LANGUAGE sql STABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    BEGIN ATOMIC
 SELECT parsed.token,
     ARRAY( SELECT DISTINCT stems.stem
            FROM (codex_processed.languages
              CROSS JOIN LATERAL ( SELECT unnest(tsvector_to_array(to_tsvector((('words_'::text || languages.name))::regconfig, folded.folded))) AS unnest
                 UNION ALL
                  SELECT codex_processed.without_accents(unnest(tsvector_to_array(to_tsvector((('words_'::text || languages.name))::regconfig, parsed.token)))) AS without_accents
                   WHERE (folded.folded <> parsed.token)
                 UNION ALL
                  SELECT codex_processed.truncated_words(folded.folded) AS truncated_words
                   WHERE (languages.name = ANY (ARRAY['finnish'::text, 'hungarian'::text, 'turkish'::text]))) stems(stem))
           ORDER BY stems.stem) AS "array",
     COALESCE((ts_lexize(((detected.language || '_stem'::text))::regdictionary, parsed.token) = '{}'::text[]), false) AS "coalesce"
    FROM ((ts_parse('default'::text, codex_processed.word_text(question_words.source)) WITH ORDINALITY parsed(kind, token, place)
      CROSS JOIN LATERAL codex_processed.without_accents(parsed.token) folded(folded))
      CROSS JOIN codex_processed.detect_language(question_words.source) detected(language))
   WHERE ((parsed.kind <> ALL (ARRAY[12, 13, 23])) AND (octet_length(parsed.token) < 2000))
   ORDER BY parsed.place;
END;


--
-- Name: corpus_statistics; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.corpus_statistics (
    only_row boolean DEFAULT true NOT NULL,
    version timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    memories bigint DEFAULT 0 NOT NULL,
    content_bytes bigint DEFAULT 0 NOT NULL,
    sampled integer DEFAULT 0 NOT NULL,
    words text[] DEFAULT '{}'::text[] NOT NULL,
    word_counts integer[] DEFAULT '{}'::integer[] NOT NULL,
    bounds timestamp with time zone[] DEFAULT '{}'::timestamp with time zone[] NOT NULL,
    CONSTRAINT corpus_statistics_only_row_check CHECK (only_row)
);


--
-- Name: renew_corpus_statistics(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.renew_corpus_statistics() RETURNS SETOF codex_processed.corpus_statistics
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $_$
DECLARE
    sampled_pages text;
BEGIN
    -- One at a time; whoever waited finds it done.
    PERFORM pg_advisory_xact_lock(hashtext(current_schema || '.renew_corpus_statistics'));
    IF (SELECT is_outdated FROM corpus) THEN
        sampled_pages := format('TABLESAMPLE SYSTEM (%s) REPEATABLE (0)', least(
            100.0 * 512 * current_setting('block_size')::int
                / greatest(pg_relation_size('memories') + pg_relation_size('passages'), 1), 100
        ));
        EXECUTE format($statement$
            WITH words AS MATERIALIZED (
                SELECT word, ndoc FROM ts_stat($vectors$
                    SELECT search_vector FROM memories %1$s UNION ALL SELECT search_vector FROM passages %1$s
                $vectors$) ORDER BY ndoc DESC, word LIMIT 2000
            )
            UPDATE corpus_statistics SET
                version = clock_timestamp(), memories = now.memories, content_bytes = now.content_bytes,
                sampled = counted.vectors + (SELECT count(*) FROM passages %1$s),
                words = ARRAY(SELECT word FROM words ORDER BY ndoc DESC, word),
                word_counts = ARRAY(SELECT ndoc FROM words ORDER BY ndoc DESC, word),
                bounds = ARRAY(SELECT created_at FROM memories ORDER BY created_at LIMIT 1) || counted.bounds
            FROM corpus AS now, (
                SELECT count(search_vector) AS vectors, percentile_disc(
                    (SELECT array_agg(percent / 100.0::float8) FROM generate_series(0, 100) AS percent)
                ) WITHIN GROUP (ORDER BY created_at) AS bounds FROM memories %1$s
            ) AS counted
        $statement$, sampled_pages);
    END IF;
    RETURN QUERY TABLE corpus_statistics;
END
$_$;


--
-- Name: reset_corpus_statistics(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.reset_corpus_statistics() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    DELETE FROM counters WHERE kind = 'memory_count';
    DELETE FROM corpus_statistics;
    INSERT INTO corpus_statistics DEFAULT VALUES;
    RETURN NULL;
END
$$;


--
-- Name: reset_languages(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.reset_languages() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    DELETE FROM languages WHERE name <> 'english';
    RETURN NULL;
END
$$;


--
-- Name: set_search_vectors(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.set_search_vectors() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF NEW.language = '' THEN
        NEW.language := detect_language(NEW.summary || ' ' || NEW.context || ' ' || left(NEW.content, 500));
    END IF;
    IF NOT EXISTS (SELECT FROM languages WHERE name = NEW.language) THEN
        INSERT INTO languages (name) VALUES (NEW.language) ON CONFLICT DO NOTHING;
    END IF;
    NEW.summary_vector := words_vector(NEW.summary, NEW.language);
    NEW.context_vector := words_vector(NEW.context, NEW.language);
    NEW.search_vector := CASE WHEN octet_length(NEW.content) <= 6000 THEN
        setweight(NEW.summary_vector, 'A') || setweight(NEW.context_vector, 'B')
            || setweight(words_vector(NEW.content, NEW.language), 'C')
    END;
    RETURN NEW;
END
$$;


--
-- Name: split_passages(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.split_passages(content text) RETURNS TABLE(start integer, passage text)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    AS $$
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


--
-- Name: terms(text[], jsonb); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.terms(tags text[], metadata jsonb) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT DISTINCT ('t'::text || tag.tag)
    FROM unnest(terms.tags) tag(tag)
   WHERE (tag.tag IS NOT NULL)
 UNION ALL
  SELECT unnest(codex_processed.metadata_terms(terms.metadata)) AS unnest;
END;


--
-- Name: time_bucket_ids(timestamp with time zone, boolean); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.time_bucket_ids(moment timestamp with time zone, embedded boolean) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (CASE WHEN isfinite(moment) THEN ARRAY[(((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 12) + 0), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 16) + '1099511627776'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 20) + '2199023255552'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 24) + '3298534883328'::bigint)] ELSE '{}'::bigint[] END || CASE WHEN embedded THEN '{-1}'::bigint[] ELSE '{}'::bigint[] END);


--
-- Name: without_breaks(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.without_breaks(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(source, '.'::text, ' '::text), '/'::text, ' '::text), '_'::text, ' '::text), '-'::text, ' '::text), ':'::text, ' '::text), '@'::text, ' '::text), '='::text, ' '::text), '\'::text, ' '::text), '#'::text, ' '::text), '~'::text, ' '::text), '+'::text, ' '::text), '*'::text, ' '::text), '<'::text, ' '::text), '>'::text, ' '::text), '['::text, ' '::text), ']'::text, ' '::text), '('::text, ' '::text), ')'::text, ' '::text), '{'::text, ' '::text), '}'::text, ' '::text), '`'::text, ' '::text), '&'::text, ' '::text);


--
-- Name: words_vector(text, text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.words_vector(source text, language text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    words CONSTANT text := word_text(source);
    configuration CONSTANT regconfig := 'words_' || language;
    folded text;
    vector tsvector;
BEGIN
    IF octet_length(words) = length(words) THEN
        folded := words;
        vector := to_tsvector(configuration, words);
    ELSE
        folded := without_accents(words);
        vector := to_tsvector(configuration, folded);
        IF folded <> words AND language NOT IN ('english', 'simple') THEN
            vector := (vector::text || ' ' || without_accents(to_tsvector(configuration, words)::text))::tsvector;
        END IF;
    END IF;
    IF language IN ('finnish', 'hungarian', 'turkish') THEN
        vector := (vector::text || ' ' || to_tsvector('words_simple', truncated_words(folded))::text)::tsvector;
    END IF;
    IF source ~ '[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ]' THEN
        vector := vector || to_tsvector(configuration, without_accents(word_text(coalesce(identifier_parts(source), ''))));
    END IF;
    IF source ~ '(?:^|[^-\w])-[[:alpha:]]' THEN
        vector := vector || array_to_tsvector(ARRAY(
            SELECT DISTINCT left(case_folded(matched[1]), 100)
            FROM regexp_matches(source, '(?:^|[^-\w])(-[[:alpha:]]+)(?![-\w])', 'g') AS matched
        ));
    END IF;
    RETURN vector;
END
$$;


--
-- Name: words_arabic_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_arabic_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'arabic' );


--
-- Name: words_armenian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_armenian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'armenian' );


--
-- Name: words_basque_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_basque_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'basque' );


--
-- Name: words_catalan_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_catalan_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'catalan' );


--
-- Name: words_danish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_danish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'danish' );


--
-- Name: words_dutch_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_dutch_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'dutch' );


--
-- Name: words_english_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_english_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'english' );


--
-- Name: words_estonian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_estonian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'estonian' );


--
-- Name: words_finnish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_finnish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'finnish' );


--
-- Name: words_french_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_french_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'french' );


--
-- Name: words_german_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_german_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'german' );


--
-- Name: words_greek_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_greek_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'greek' );


--
-- Name: words_hindi_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_hindi_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'hindi' );


--
-- Name: words_hungarian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_hungarian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'hungarian' );


--
-- Name: words_indonesian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_indonesian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'indonesian' );


--
-- Name: words_irish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_irish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'irish' );


--
-- Name: words_italian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_italian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'italian' );


--
-- Name: words_lithuanian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_lithuanian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'lithuanian' );


--
-- Name: words_nepali_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_nepali_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'nepali' );


--
-- Name: words_norwegian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_norwegian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'norwegian' );


--
-- Name: words_portuguese_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_portuguese_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'portuguese' );


--
-- Name: words_romanian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_romanian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'romanian' );


--
-- Name: words_russian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_russian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'russian' );


--
-- Name: words_serbian_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_serbian_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'serbian' );


--
-- Name: words_spanish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_spanish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'spanish' );


--
-- Name: words_swedish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_swedish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'swedish' );


--
-- Name: words_tamil_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_tamil_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'tamil' );


--
-- Name: words_turkish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_turkish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'turkish' );


--
-- Name: words_yiddish_stem; Type: TEXT SEARCH DICTIONARY; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH DICTIONARY codex_processed.words_yiddish_stem (
    TEMPLATE = pg_catalog.snowball,
    language = 'yiddish' );


--
-- Name: words_arabic; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_arabic (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR asciiword WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR word WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR hword_part WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR asciihword WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR hword WITH codex_processed.words_arabic_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_arabic
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_armenian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_armenian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR asciiword WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR word WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR hword_part WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR asciihword WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR hword WITH codex_processed.words_armenian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_armenian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_basque; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_basque (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR asciiword WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR word WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR hword_part WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR asciihword WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR hword WITH codex_processed.words_basque_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_basque
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_catalan; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_catalan (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR asciiword WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR word WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR hword_part WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR asciihword WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR hword WITH codex_processed.words_catalan_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_catalan
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_danish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_danish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR asciiword WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR word WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR hword_part WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR asciihword WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR hword WITH codex_processed.words_danish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_danish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_dutch; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_dutch (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR asciiword WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR word WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR hword_part WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR asciihword WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR hword WITH codex_processed.words_dutch_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_dutch
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_english; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_english (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR asciiword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR word WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR hword_part WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR asciihword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR hword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_english
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_estonian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_estonian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR asciiword WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR word WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR hword_part WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR asciihword WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR hword WITH codex_processed.words_estonian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_estonian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_finnish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_finnish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR asciiword WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR word WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR hword_part WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR asciihword WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR hword WITH codex_processed.words_finnish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_finnish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_french; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_french (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR asciiword WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR word WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR hword_part WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR asciihword WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR hword WITH codex_processed.words_french_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_french
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_german; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_german (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR asciiword WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR word WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR hword_part WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR asciihword WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR hword WITH codex_processed.words_german_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_german
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_greek; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_greek (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR asciiword WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR word WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR hword_part WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR asciihword WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR hword WITH codex_processed.words_greek_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_greek
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_hindi; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_hindi (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR asciiword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR word WITH codex_processed.words_hindi_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR hword_part WITH codex_processed.words_hindi_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR asciihword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR hword WITH codex_processed.words_hindi_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hindi
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_hungarian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_hungarian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR asciiword WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR word WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR hword_part WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR asciihword WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR hword WITH codex_processed.words_hungarian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_hungarian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_indonesian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_indonesian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR asciiword WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR word WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR hword_part WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR asciihword WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR hword WITH codex_processed.words_indonesian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_indonesian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_irish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_irish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR asciiword WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR word WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR hword_part WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR asciihword WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR hword WITH codex_processed.words_irish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_irish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_italian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_italian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR asciiword WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR word WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR hword_part WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR asciihword WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR hword WITH codex_processed.words_italian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_italian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_lithuanian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR asciiword WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR word WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR hword_part WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR asciihword WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR hword WITH codex_processed.words_lithuanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_lithuanian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_nepali; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_nepali (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR asciiword WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR word WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR hword_part WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR asciihword WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR hword WITH codex_processed.words_nepali_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_nepali
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_norwegian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_norwegian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR asciiword WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR word WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR hword_part WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR asciihword WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR hword WITH codex_processed.words_norwegian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_norwegian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_portuguese; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_portuguese (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR asciiword WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR word WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR hword_part WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR asciihword WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR hword WITH codex_processed.words_portuguese_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_portuguese
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_romanian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_romanian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR asciiword WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR word WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR hword_part WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR asciihword WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR hword WITH codex_processed.words_romanian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_romanian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_russian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_russian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR asciiword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR word WITH codex_processed.words_russian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR hword_part WITH codex_processed.words_russian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR asciihword WITH codex_processed.words_english_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR hword WITH codex_processed.words_russian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_russian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_serbian; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_serbian (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR asciiword WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR word WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR hword_part WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR asciihword WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR hword WITH codex_processed.words_serbian_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_serbian
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_simple; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_simple (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR asciiword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR word WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR hword_part WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR hword_asciipart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR asciihword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR hword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_simple
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_spanish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_spanish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR asciiword WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR word WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR hword_part WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR asciihword WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR hword WITH codex_processed.words_spanish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_spanish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_swedish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_swedish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR asciiword WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR word WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR hword_part WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR asciihword WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR hword WITH codex_processed.words_swedish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_swedish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_tamil; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_tamil (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR asciiword WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR word WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR hword_part WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR asciihword WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR hword WITH codex_processed.words_tamil_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_tamil
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_turkish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_turkish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR asciiword WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR word WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR hword_part WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR asciihword WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR hword WITH codex_processed.words_turkish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_turkish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: words_yiddish; Type: TEXT SEARCH CONFIGURATION; Schema: codex_processed; Owner: -
--

CREATE TEXT SEARCH CONFIGURATION codex_processed.words_yiddish (
    PARSER = pg_catalog."default" );

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR asciiword WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR word WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR numword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR email WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR url WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR host WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR sfloat WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR version WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR hword_numpart WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR hword_part WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR hword_asciipart WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR numhword WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR asciihword WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR hword WITH codex_processed.words_yiddish_stem;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR url_path WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR file WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR "float" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR "int" WITH simple;

ALTER TEXT SEARCH CONFIGURATION codex_processed.words_yiddish
    ADD MAPPING FOR uint WITH simple;


--
-- Name: analysis_runs; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.analysis_runs (
    id bigint NOT NULL,
    memory_id uuid NOT NULL,
    language character varying(20) NOT NULL,
    fingerprint character varying(16) NOT NULL,
    analysed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL
);


--
-- Name: analysis_runs_id_seq; Type: SEQUENCE; Schema: codex_processed; Owner: -
--

ALTER TABLE codex_processed.analysis_runs ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME codex_processed.analysis_runs_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: code_patterns; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.code_patterns (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    pattern_type character varying(50) NOT NULL,
    pattern_signature text NOT NULL,
    frequency real NOT NULL,
    confidence real NOT NULL,
    ast_features jsonb,
    language character varying(20) NOT NULL,
    discovered_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    memory_id uuid NOT NULL,
    CONSTRAINT code_patterns_confidence_check CHECK (((confidence >= (0.0)::double precision) AND (confidence <= (1.0)::double precision))),
    CONSTRAINT code_patterns_frequency_check CHECK (((frequency >= (0.0)::double precision) AND (frequency <= (1.0)::double precision)))
);


--
-- Name: counter_ledger; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.counter_ledger (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);


--
-- Name: counters; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.counters (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);


--
-- Name: corpus; Type: VIEW; Schema: codex_processed; Owner: -
--

CREATE VIEW codex_processed.corpus AS
 WITH entries AS (
         SELECT counters.kind,
            counters.amount
           FROM codex_processed.counters
          WHERE ((counters.kind = ANY (ARRAY['memory_count'::text, 'content_bytes'::text, 'with_embeddings'::text, 'passages'::text])) AND (counters.key = ''::text))
        UNION ALL
         SELECT counter_ledger.kind,
            counter_ledger.amount
           FROM codex_processed.counter_ledger
          WHERE (counter_ledger.kind = ANY (ARRAY['memories'::text, 'content_bytes'::text, 'with_embeddings'::text, 'passages'::text]))
        ), now AS (
         SELECT (COALESCE(sum(entries.amount) FILTER (WHERE (entries.kind = ANY (ARRAY['memory_count'::text, 'memories'::text]))), (0)::numeric))::bigint AS memories,
            (COALESCE(sum(entries.amount) FILTER (WHERE (entries.kind = 'content_bytes'::text)), (0)::numeric))::bigint AS content_bytes,
            (COALESCE(sum(entries.amount) FILTER (WHERE (entries.kind = 'with_embeddings'::text)), (0)::numeric))::bigint AS embeddings,
            (COALESCE(sum(entries.amount) FILTER (WHERE (entries.kind = 'passages'::text)), (0)::numeric))::bigint AS passages
           FROM entries
        )
 SELECT known.version,
    now.memories,
    now.embeddings,
    now.content_bytes,
    ((abs((now.memories - known.memories)) > (known.memories / 5)) OR (abs((now.content_bytes - known.content_bytes)) > (100000 + (known.content_bytes / 5)))) AS is_outdated,
    now.passages
   FROM codex_processed.corpus_statistics known,
    now;


--
-- Name: embedded_memories; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.embedded_memories (
    memory_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    quantized bit(1536) NOT NULL,
    tags text[] NOT NULL,
    metadata jsonb NOT NULL,
    context_vector tsvector NOT NULL,
    summary_vector tsvector NOT NULL
);
ALTER TABLE ONLY codex_processed.embedded_memories ALTER COLUMN quantized SET STORAGE PLAIN;


--
-- Name: passages; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.passages (
    memory_id uuid NOT NULL,
    start integer NOT NULL,
    length integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search_vector tsvector NOT NULL
);
ALTER TABLE ONLY codex_processed.passages ALTER COLUMN search_vector SET STORAGE MAIN;


--
-- Name: postings; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.postings (
    term text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    memory_id uuid NOT NULL,
    updated_at timestamp with time zone NOT NULL
);


--
-- Name: processed_memories; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.processed_memories (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    insights jsonb,
    embeddings public.vector(1536),
    entities jsonb,
    sentiment real,
    processed_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    processing_version integer DEFAULT 1 NOT NULL,
    memory_id uuid NOT NULL,
    normalized public.vector(1536),
    CONSTRAINT processed_memories_entities_check CHECK ((pg_column_size(entities) <= 32768)),
    CONSTRAINT processed_memories_insights_check CHECK ((pg_column_size(insights) <= 65536)),
    CONSTRAINT processed_memories_sentiment_check CHECK (((sentiment >= ('-1.0'::numeric)::double precision) AND (sentiment <= (1.0)::double precision)))
);
ALTER TABLE ONLY codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE PLAIN;


--
-- Name: quantized_embeddings; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.quantized_embeddings (
    memory_id uuid NOT NULL,
    quantized bit(1536) NOT NULL
);
ALTER TABLE ONLY codex_processed.quantized_embeddings ALTER COLUMN quantized SET STORAGE PLAIN;


--
-- Name: auth_group; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group (
    id integer NOT NULL,
    name character varying(150) NOT NULL
);


--
-- Name: auth_group_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_group_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_group_permissions (
    id bigint NOT NULL,
    group_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_group_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_group_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_permission; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_permission (
    id integer NOT NULL,
    name character varying(255) NOT NULL,
    content_type_id integer NOT NULL,
    codename character varying(100) NOT NULL
);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_permission ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_permission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user (
    id integer NOT NULL,
    password character varying(128) NOT NULL,
    last_login timestamp with time zone,
    is_superuser boolean NOT NULL,
    username character varying(150) NOT NULL,
    first_name character varying(150) NOT NULL,
    last_name character varying(150) NOT NULL,
    email character varying(254) NOT NULL,
    is_staff boolean NOT NULL,
    is_active boolean NOT NULL,
    date_joined timestamp with time zone NOT NULL
);


--
-- Name: auth_user_groups; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user_groups (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    group_id integer NOT NULL
);


--
-- Name: auth_user_groups_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user_groups ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_groups_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: auth_user_user_permissions; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.auth_user_user_permissions (
    id bigint NOT NULL,
    user_id integer NOT NULL,
    permission_id integer NOT NULL
);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.auth_user_user_permissions ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.auth_user_user_permissions_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_admin_log; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_admin_log (
    id integer NOT NULL,
    action_time timestamp with time zone NOT NULL,
    object_id text,
    object_repr character varying(200) NOT NULL,
    action_flag smallint NOT NULL,
    change_message text NOT NULL,
    content_type_id integer,
    user_id integer NOT NULL,
    CONSTRAINT django_admin_log_action_flag_check CHECK ((action_flag >= 0))
);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_admin_log ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_admin_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_content_type; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_content_type (
    id integer NOT NULL,
    app_label character varying(100) NOT NULL,
    model character varying(100) NOT NULL
);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_content_type ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_content_type_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_migrations (
    id bigint NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied timestamp with time zone NOT NULL
);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.django_migrations ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.django_migrations_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: django_session; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.django_session (
    session_key character varying(40) NOT NULL,
    session_data text NOT NULL,
    expire_date timestamp with time zone NOT NULL
);


--
-- Name: memories; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.memories (
    id uuid DEFAULT gen_random_uuid() NOT NULL,
    content text NOT NULL,
    content_hash character varying(64) NOT NULL,
    context text NOT NULL,
    summary text NOT NULL,
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    metadata jsonb DEFAULT '{}'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    updated_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    content_length integer GENERATED ALWAYS AS (length(content)) STORED,
    context_vector tsvector,
    summary_vector tsvector,
    search_vector tsvector,
    has_embedding boolean DEFAULT false NOT NULL,
    language text DEFAULT ''::text NOT NULL,
    CONSTRAINT memories_content_check CHECK ((octet_length(content) <= 1048576)),
    CONSTRAINT memories_context_check CHECK ((length(context) <= 1000)),
    CONSTRAINT memories_metadata_check CHECK ((pg_column_size(metadata) <= 16384)),
    CONSTRAINT memories_summary_check CHECK ((length(summary) <= 500)),
    CONSTRAINT memories_tags_check CHECK ((cardinality(tags) <= 50))
);
ALTER TABLE ONLY public.memories ALTER COLUMN context SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN summary SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN tags SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN metadata SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN context_vector SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN summary_vector SET STORAGE MAIN;
ALTER TABLE ONLY public.memories ALTER COLUMN search_vector SET STATISTICS 500;
ALTER TABLE ONLY public.memories ALTER COLUMN search_vector SET STORAGE MAIN;


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version integer NOT NULL,
    app character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    applied_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    checksum character varying(64) NOT NULL
);


--
-- Data for Name: analysis_runs; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.analysis_runs (id, memory_id, language, fingerprint, analysed_at) FROM stdin;
1	fdd6d34f-ec17-4e7c-88ac-1882426e85cc	python	45b3a57dcb607233	2026-11-26 04:58:35.196275+00
\.


--
-- Data for Name: code_patterns; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.code_patterns (id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id) FROM stdin;
6c212fcb-4c24-451d-8a3b-8cfc96886bc8	context_manager	with _(_) as _:	1	0.206549	{"size": 2, "arity": 1, "async": false, "depth": 1, "lines": [2], "occurrences": 1}	python	2026-11-26 04:58:35.196275+00	fdd6d34f-ec17-4e7c-88ac-1882426e85cc
0208bc1f-5f9e-4e07-9985-c3fd08b6788a	function_definition	def _(_):	1	0.206549	{"size": 3, "arity": 1, "async": false, "depth": 1, "lines": [1], "occurrences": 1}	python	2026-11-26 04:58:35.196275+00	fdd6d34f-ec17-4e7c-88ac-1882426e85cc
\.


--
-- Data for Name: corpus_statistics; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.corpus_statistics (only_row, version, memories, content_bytes, sampled, words, word_counts, bounds) FROM stdin;
t	2026-11-26 04:58:34.306737+00	0	0	0	{}	{}	{}
\.


--
-- Data for Name: counter_ledger; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.counter_ledger (kind, key, amount) FROM stdin;
\.


--
-- Data for Name: counters; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.counters (kind, key, amount) FROM stdin;
with_embeddings		2
processed		2
tag	billing	1
pattern	python/function_definition	1
memories	2026-11-26T04:00:00+00	6
tag	python	1
tag	plans	1
content_bytes		24985
tag	long	2
passages		7
pattern	python/context_manager	1
memory_count		6
\.


--
-- Data for Name: embedded_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.embedded_memories (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector) FROM stdin;
fdd6d34f-ec17-4e7c-88ac-1882426e85cc	2026-11-26 04:58:34.958541+00	000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{python}	{"priority": 1}	'cach':2 'py':3 'storag':1	'a':2 'file':3 'read':1
524c8d24-9a33-4182-a52d-e1776269ceab	2026-11-26 04:58:34.977608+00	000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'villag':1	'depth':1 'of':2 'the':3 'well':4
\.


--
-- Data for Name: languages; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.languages (name) FROM stdin;
english
german
\.


--
-- Data for Name: passages; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.passages (memory_id, start, length, created_at, search_vector) FROM stdin;
f88d8c04-315c-4875-8187-06a78ce9c528	0	3986	2026-11-26 04:58:35.208871+00	'0':7C '1':17C '10':107C '11':117C '12':127C '13':137C '14':147C '15':157C '16':167C '17':177C '18':187C '19':197C '2':27C '20':207C '21':217C '22':227C '23':237C '24':247C '25':257C '26':267C '27':277C '28':287C '29':297C '3':37C '30':307C '31':317C '32':327C '33':337C '34':347C '35':357C '36':367C '37':377C '38':387C '39':397C '4':47C '40':407C '41':417C '42':427C '43':437C '44':447C '45':457C '46':467C '47':477C '48':487C '49':497C '5':57C '50':507C '51':517C '52':527C '53':537C '54':547C '55':557C '56':567C '57':577C '58':587C '59':597C '6':67C '60':607C '61':617C '62':627C '63':637C '64':647C '65':657C '66':667C '67':677C '68':687C '69':697C '7':77C '70':707C '71':717C '72':727C '73':737C '8':87C '9':97C 'a':1A,4B 'in':14C,24C,34C,44C,54C,64C,74C,84C,94C,104C,114C,124C,134C,144C,154C,164C,174C,184C,194C,204C,214C,224C,234C,244C,254C,264C,274C,284C,294C,304C,314C,324C,334C,344C,354C,364C,374C,384C,394C,404C,414C,424C,434C,444C,454C,464C,474C,484C,494C,504C,514C,524C,534C,544C,554C,564C,574C,584C,594C,604C,614C,624C,634C,644C,654C,664C,674C,684C,694C,704C,714C,724C,734C,744C 'line':6C,16C,26C,36C,46C,56C,66C,76C,86C,96C,106C,116C,126C,136C,146C,156C,166C,176C,186C,196C,206C,216C,226C,236C,246C,256C,266C,276C,286C,296C,306C,316C,326C,336C,346C,356C,366C,376C,386C,396C,406C,416C,426C,436C,446C,456C,466C,476C,486C,496C,506C,516C,526C,536C,546C,556C,566C,576C,586C,596C,606C,616C,626C,636C,646C,656C,666C,676C,686C,696C,706C,716C,726C,736C 'long':2A 'noth':13C,23C,33C,43C,53C,63C,73C,83C,93C,103C,113C,123C,133C,143C,153C,163C,173C,183C,193C,203C,213C,223C,233C,243C,253C,263C,273C,283C,293C,303C,313C,323C,333C,343C,353C,363C,373C,383C,393C,403C,413C,423C,433C,443C,453C,463C,473C,483C,493C,503C,513C,523C,533C,543C,553C,563C,573C,583C,593C,603C,613C,623C,633C,643C,653C,663C,673C,683C,693C,703C,713C,723C,733C,743C 'of':8C,12C,18C,22C,28C,32C,38C,42C,48C,52C,58C,62C,68C,72C,78C,82C,88C,92C,98C,102C,108C,112C,118C,122C,128C,132C,138C,142C,148C,152C,158C,162C,168C,172C,178C,182C,188C,192C,198C,202C,208C,212C,218C,222C,228C,232C,238C,242C,248C,252C,258C,262C,268C,272C,278C,282C,288C,292C,298C,302C,308C,312C,318C,322C,328C,332C,338C,342C,348C,352C,358C,362C,368C,372C,378C,382C,388C,392C,398C,402C,408C,412C,418C,422C,428C,432C,438C,442C,448C,452C,458C,462C,468C,472C,478C,482C,488C,492C,498C,502C,508C,512C,518C,522C,528C,532C,538C,542C,548C,552C,558C,562C,568C,572C,578C,582C,588C,592C,598C,602C,608C,612C,618C,622C,628C,632C,638C,642C,648C,652C,658C,662C,668C,672C,678C,682C,688C,692C,698C,702C,708C,712C,718C,722C,728C,732C,738C,742C 'particular':15C,25C,35C,45C,55C,65C,75C,85C,95C,105C,115C,125C,135C,145C,155C,165C,175C,185C,195C,205C,215C,225C,235C,245C,255C,265C,275C,285C,295C,305C,315C,325C,335C,345C,355C,365C,375C,385C,395C,405C,415C,425C,435C,445C,455C,465C,475C,485C,495C,505C,515C,525C,535C,545C,555C,565C,575C,585C,595C,605C,615C,625C,635C,645C,655C,665C,675C,685C,695C,705C,715C,725C,735C,745C 'report':3A,5B,10C,20C,30C,40C,50C,60C,70C,80C,90C,100C,110C,120C,130C,140C,150C,160C,170C,180C,190C,200C,210C,220C,230C,240C,250C,260C,270C,280C,290C,300C,310C,320C,330C,340C,350C,360C,370C,380C,390C,400C,410C,420C,430C,440C,450C,460C,470C,480C,490C,500C,510C,520C,530C,540C,550C,560C,570C,580C,590C,600C,610C,620C,630C,640C,650C,660C,670C,680C,690C,700C,710C,720C,730C,740C 'tell':11C,21C,31C,41C,51C,61C,71C,81C,91C,101C,111C,121C,131C,141C,151C,161C,171C,181C,191C,201C,211C,221C,231C,241C,251C,261C,271C,281C,291C,301C,311C,321C,331C,341C,351C,361C,371C,381C,391C,401C,411C,421C,431C,441C,451C,461C,471C,481C,491C,501C,511C,521C,531C,541C,551C,561C,571C,581C,591C,601C,611C,621C,631C,641C,651C,661C,671C,681C,691C,701C,711C,721C,731C,741C 'the':9C,19C,29C,39C,49C,59C,69C,79C,89C,99C,109C,119C,129C,139C,149C,159C,169C,179C,189C,199C,209C,219C,229C,239C,249C,259C,269C,279C,289C,299C,309C,319C,329C,339C,349C,359C,369C,379C,389C,399C,409C,419C,429C,439C,449C,459C,469C,479C,489C,499C,509C,519C,529C,539C,549C,559C,569C,579C,589C,599C,609C,619C,629C,639C,649C,659C,669C,679C,689C,699C,709C,719C,729C,739C
f88d8c04-315c-4875-8187-06a78ce9c528	3792	3963	2026-11-26 04:58:35.208871+00	'100':302C '101':312C '102':322C '103':332C '104':342C '105':352C '106':362C '107':372C '108':382C '109':392C '110':402C '111':412C '112':422C '113':432C '114':442C '115':452C '116':462C '117':472C '118':482C '119':492C '120':502C '121':512C '122':522C '123':532C '124':542C '125':552C '126':562C '127':572C '128':582C '129':592C '130':602C '131':612C '132':622C '133':632C '134':642C '135':652C '136':662C '137':672C '138':682C '139':692C '140':702C '141':712C '142':722C '71':12C '72':22C '73':32C '74':42C '75':52C '76':62C '77':72C '78':82C '79':92C '80':102C '81':112C '82':122C '83':132C '84':142C '85':152C '86':162C '87':172C '88':182C '89':192C '90':202C '91':212C '92':222C '93':232C '94':242C '95':252C '96':262C '97':272C '98':282C '99':292C 'a':1A,4B 'in':9C,19C,29C,39C,49C,59C,69C,79C,89C,99C,109C,119C,129C,139C,149C,159C,169C,179C,189C,199C,209C,219C,229C,239C,249C,259C,269C,279C,289C,299C,309C,319C,329C,339C,349C,359C,369C,379C,389C,399C,409C,419C,429C,439C,449C,459C,469C,479C,489C,499C,509C,519C,529C,539C,549C,559C,569C,579C,589C,599C,609C,619C,629C,639C,649C,659C,669C,679C,689C,699C,709C,719C,729C 'line':11C,21C,31C,41C,51C,61C,71C,81C,91C,101C,111C,121C,131C,141C,151C,161C,171C,181C,191C,201C,211C,221C,231C,241C,251C,261C,271C,281C,291C,301C,311C,321C,331C,341C,351C,361C,371C,381C,391C,401C,411C,421C,431C,441C,451C,461C,471C,481C,491C,501C,511C,521C,531C,541C,551C,561C,571C,581C,591C,601C,611C,621C,631C,641C,651C,661C,671C,681C,691C,701C,711C,721C 'long':2A 'noth':8C,18C,28C,38C,48C,58C,68C,78C,88C,98C,108C,118C,128C,138C,148C,158C,168C,178C,188C,198C,208C,218C,228C,238C,248C,258C,268C,278C,288C,298C,308C,318C,328C,338C,348C,358C,368C,378C,388C,398C,408C,418C,428C,438C,448C,458C,468C,478C,488C,498C,508C,518C,528C,538C,548C,558C,568C,578C,588C,598C,608C,618C,628C,638C,648C,658C,668C,678C,688C,698C,708C,718C,728C 'of':7C,13C,17C,23C,27C,33C,37C,43C,47C,53C,57C,63C,67C,73C,77C,83C,87C,93C,97C,103C,107C,113C,117C,123C,127C,133C,137C,143C,147C,153C,157C,163C,167C,173C,177C,183C,187C,193C,197C,203C,207C,213C,217C,223C,227C,233C,237C,243C,247C,253C,257C,263C,267C,273C,277C,283C,287C,293C,297C,303C,307C,313C,317C,323C,327C,333C,337C,343C,347C,353C,357C,363C,367C,373C,377C,383C,387C,393C,397C,403C,407C,413C,417C,423C,427C,433C,437C,443C,447C,453C,457C,463C,467C,473C,477C,483C,487C,493C,497C,503C,507C,513C,517C,523C,527C,533C,537C,543C,547C,553C,557C,563C,567C,573C,577C,583C,587C,593C,597C,603C,607C,613C,617C,623C,627C,633C,637C,643C,647C,653C,657C,663C,667C,673C,677C,683C,687C,693C,697C,703C,707C,713C,717C,723C,727C 'particular':10C,20C,30C,40C,50C,60C,70C,80C,90C,100C,110C,120C,130C,140C,150C,160C,170C,180C,190C,200C,210C,220C,230C,240C,250C,260C,270C,280C,290C,300C,310C,320C,330C,340C,350C,360C,370C,380C,390C,400C,410C,420C,430C,440C,450C,460C,470C,480C,490C,500C,510C,520C,530C,540C,550C,560C,570C,580C,590C,600C,610C,620C,630C,640C,650C,660C,670C,680C,690C,700C,710C,720C,730C 'report':3A,5B,15C,25C,35C,45C,55C,65C,75C,85C,95C,105C,115C,125C,135C,145C,155C,165C,175C,185C,195C,205C,215C,225C,235C,245C,255C,265C,275C,285C,295C,305C,315C,325C,335C,345C,355C,365C,375C,385C,395C,405C,415C,425C,435C,445C,455C,465C,475C,485C,495C,505C,515C,525C,535C,545C,555C,565C,575C,585C,595C,605C,615C,625C,635C,645C,655C,665C,675C,685C,695C,705C,715C,725C 'tell':6C,16C,26C,36C,46C,56C,66C,76C,86C,96C,106C,116C,126C,136C,146C,156C,166C,176C,186C,196C,206C,216C,226C,236C,246C,256C,266C,276C,286C,296C,306C,316C,326C,336C,346C,356C,366C,376C,386C,396C,406C,416C,426C,436C,446C,456C,466C,476C,486C,496C,506C,516C,526C,536C,546C,556C,566C,576C,586C,596C,606C,616C,626C,636C,646C,656C,666C,676C,686C,696C,706C,716C,726C 'the':14C,24C,34C,44C,54C,64C,74C,84C,94C,104C,114C,124C,134C,144C,154C,164C,174C,184C,194C,204C,214C,224C,234C,244C,254C,264C,274C,284C,294C,304C,314C,324C,334C,344C,354C,364C,374C,384C,394C,404C,414C,424C,434C,444C,454C,464C,474C,484C,494C,504C,514C,524C,534C,544C,554C,564C,574C,584C,594C,604C,614C,624C,634C,644C,654C,664C,674C,684C,694C,704C,714C,724C
f88d8c04-315c-4875-8187-06a78ce9c528	7558	3992	2026-11-26 04:58:35.208871+00	'140':12C '141':22C '142':32C '143':42C '144':52C '145':62C '146':72C '147':82C '148':92C '149':102C '150':112C '151':122C '152':132C '153':142C '154':152C '155':162C '156':172C '157':182C '158':192C '159':202C '160':212C '161':222C '162':232C '163':242C '164':252C '165':262C '166':272C '167':282C '168':292C '169':302C '170':312C '171':322C '172':332C '173':342C '174':352C '175':362C '176':372C '177':382C '178':392C '179':402C '180':412C '181':422C '182':432C '183':442C '184':452C '185':462C '186':472C '187':482C '188':492C '189':502C '190':512C '191':522C '192':532C '193':542C '194':552C '195':562C '196':572C '197':582C '198':592C '199':602C '200':612C '201':622C '202':632C '203':642C '204':652C '205':662C '206':672C '207':682C '208':692C '209':702C '210':712C '211':722C 'a':1A,4B 'in':9C,19C,29C,39C,49C,59C,69C,79C,89C,99C,109C,119C,129C,139C,149C,159C,169C,179C,189C,199C,209C,219C,229C,239C,249C,259C,269C,279C,289C,299C,309C,319C,329C,339C,349C,359C,369C,379C,389C,399C,409C,419C,429C,439C,449C,459C,469C,479C,489C,499C,509C,519C,529C,539C,549C,559C,569C,579C,589C,599C,609C,619C,629C,639C,649C,659C,669C,679C,689C,699C,709C,719C,729C 'line':11C,21C,31C,41C,51C,61C,71C,81C,91C,101C,111C,121C,131C,141C,151C,161C,171C,181C,191C,201C,211C,221C,231C,241C,251C,261C,271C,281C,291C,301C,311C,321C,331C,341C,351C,361C,371C,381C,391C,401C,411C,421C,431C,441C,451C,461C,471C,481C,491C,501C,511C,521C,531C,541C,551C,561C,571C,581C,591C,601C,611C,621C,631C,641C,651C,661C,671C,681C,691C,701C,711C,721C 'long':2A 'noth':8C,18C,28C,38C,48C,58C,68C,78C,88C,98C,108C,118C,128C,138C,148C,158C,168C,178C,188C,198C,208C,218C,228C,238C,248C,258C,268C,278C,288C,298C,308C,318C,328C,338C,348C,358C,368C,378C,388C,398C,408C,418C,428C,438C,448C,458C,468C,478C,488C,498C,508C,518C,528C,538C,548C,558C,568C,578C,588C,598C,608C,618C,628C,638C,648C,658C,668C,678C,688C,698C,708C,718C,728C 'of':7C,13C,17C,23C,27C,33C,37C,43C,47C,53C,57C,63C,67C,73C,77C,83C,87C,93C,97C,103C,107C,113C,117C,123C,127C,133C,137C,143C,147C,153C,157C,163C,167C,173C,177C,183C,187C,193C,197C,203C,207C,213C,217C,223C,227C,233C,237C,243C,247C,253C,257C,263C,267C,273C,277C,283C,287C,293C,297C,303C,307C,313C,317C,323C,327C,333C,337C,343C,347C,353C,357C,363C,367C,373C,377C,383C,387C,393C,397C,403C,407C,413C,417C,423C,427C,433C,437C,443C,447C,453C,457C,463C,467C,473C,477C,483C,487C,493C,497C,503C,507C,513C,517C,523C,527C,533C,537C,543C,547C,553C,557C,563C,567C,573C,577C,583C,587C,593C,597C,603C,607C,613C,617C,623C,627C,633C,637C,643C,647C,653C,657C,663C,667C,673C,677C,683C,687C,693C,697C,703C,707C,713C,717C,723C,727C 'particular':10C,20C,30C,40C,50C,60C,70C,80C,90C,100C,110C,120C,130C,140C,150C,160C,170C,180C,190C,200C,210C,220C,230C,240C,250C,260C,270C,280C,290C,300C,310C,320C,330C,340C,350C,360C,370C,380C,390C,400C,410C,420C,430C,440C,450C,460C,470C,480C,490C,500C,510C,520C,530C,540C,550C,560C,570C,580C,590C,600C,610C,620C,630C,640C,650C,660C,670C,680C,690C,700C,710C,720C,730C 'report':3A,5B,15C,25C,35C,45C,55C,65C,75C,85C,95C,105C,115C,125C,135C,145C,155C,165C,175C,185C,195C,205C,215C,225C,235C,245C,255C,265C,275C,285C,295C,305C,315C,325C,335C,345C,355C,365C,375C,385C,395C,405C,415C,425C,435C,445C,455C,465C,475C,485C,495C,505C,515C,525C,535C,545C,555C,565C,575C,585C,595C,605C,615C,625C,635C,645C,655C,665C,675C,685C,695C,705C,715C,725C 'tell':6C,16C,26C,36C,46C,56C,66C,76C,86C,96C,106C,116C,126C,136C,146C,156C,166C,176C,186C,196C,206C,216C,226C,236C,246C,256C,266C,276C,286C,296C,306C,316C,326C,336C,346C,356C,366C,376C,386C,396C,406C,416C,426C,436C,446C,456C,466C,476C,486C,496C,506C,516C,526C,536C,546C,556C,566C,576C,586C,596C,606C,616C,626C,636C,646C,656C,666C,676C,686C,696C,706C,716C,726C 'the':14C,24C,34C,44C,54C,64C,74C,84C,94C,104C,114C,124C,134C,144C,154C,164C,174C,184C,194C,204C,214C,224C,234C,244C,254C,264C,274C,284C,294C,304C,314C,324C,334C,344C,354C,364C,374C,384C,394C,404C,414C,424C,434C,444C,454C,464C,474C,484C,494C,504C,514C,524C,534C,544C,554C,564C,574C,584C,594C,604C,614C,624C,634C,644C,654C,664C,674C,684C,694C,704C,714C,724C
f88d8c04-315c-4875-8187-06a78ce9c528	11353	2872	2026-11-26 04:58:35.208871+00	'209':12C '210':22C '211':32C '212':42C '213':52C '214':62C '215':72C '216':82C '217':92C '218':102C '219':112C '220':122C '221':132C '222':142C '223':152C '224':162C '225':172C '226':182C '227':192C '228':202C '229':212C '230':222C '231':232C '232':242C '233':252C '234':262C '235':272C '236':282C '237':292C '238':302C '239':312C '240':322C '241':332C '242':342C '243':352C '244':362C '245':372C '246':382C '247':392C '248':402C '249':412C '250':422C '251':432C '252':442C '253':452C '254':462C '255':472C '256':482C '257':492C '258':502C '259':512C 'a':1A,4B 'at':521C 'end':524C 'in':9C,19C,29C,39C,49C,59C,69C,79C,89C,99C,109C,119C,129C,139C,149C,159C,169C,179C,189C,199C,209C,219C,229C,239C,249C,259C,269C,279C,289C,299C,309C,319C,329C,339C,349C,359C,369C,379C,389C,399C,409C,419C,429C,439C,449C,459C,469C,479C,489C,499C,509C,519C 'land':527C 'line':11C,21C,31C,41C,51C,61C,71C,81C,91C,101C,111C,121C,131C,141C,151C,161C,171C,181C,191C,201C,211C,221C,231C,241C,251C,261C,271C,281C,291C,301C,311C,321C,331C,341C,351C,361C,371C,381C,391C,401C,411C,421C,431C,441C,451C,461C,471C,481C,491C,501C,511C 'long':2A 'noth':8C,18C,28C,38C,48C,58C,68C,78C,88C,98C,108C,118C,128C,138C,148C,158C,168C,178C,188C,198C,208C,218C,228C,238C,248C,258C,268C,278C,288C,298C,308C,318C,328C,338C,348C,358C,368C,378C,388C,398C,408C,418C,428C,438C,448C,458C,468C,478C,488C,498C,508C,518C 'of':7C,13C,17C,23C,27C,33C,37C,43C,47C,53C,57C,63C,67C,73C,77C,83C,87C,93C,97C,103C,107C,113C,117C,123C,127C,133C,137C,143C,147C,153C,157C,163C,167C,173C,177C,183C,187C,193C,197C,203C,207C,213C,217C,223C,227C,233C,237C,243C,247C,253C,257C,263C,267C,273C,277C,283C,287C,293C,297C,303C,307C,313C,317C,323C,327C,333C,337C,343C,347C,353C,357C,363C,367C,373C,377C,383C,387C,393C,397C,403C,407C,413C,417C,423C,427C,433C,437C,443C,447C,453C,457C,463C,467C,473C,477C,483C,487C,493C,497C,503C,507C,513C,517C 'particular':10C,20C,30C,40C,50C,60C,70C,80C,90C,100C,110C,120C,130C,140C,150C,160C,170C,180C,190C,200C,210C,220C,230C,240C,250C,260C,270C,280C,290C,300C,310C,320C,330C,340C,350C,360C,370C,380C,390C,400C,410C,420C,430C,440C,450C,460C,470C,480C,490C,500C,510C,520C 'report':3A,5B,15C,25C,35C,45C,55C,65C,75C,85C,95C,105C,115C,125C,135C,145C,155C,165C,175C,185C,195C,205C,215C,225C,235C,245C,255C,265C,275C,285C,295C,305C,315C,325C,335C,345C,355C,365C,375C,385C,395C,405C,415C,425C,435C,445C,455C,465C,475C,485C,495C,505C,515C 'tell':6C,16C,26C,36C,46C,56C,66C,76C,86C,96C,106C,116C,126C,136C,146C,156C,166C,176C,186C,196C,206C,216C,226C,236C,246C,256C,266C,276C,286C,296C,306C,316C,326C,336C,346C,356C,366C,376C,386C,396C,406C,416C,426C,436C,446C,456C,466C,476C,486C,496C,506C,516C 'the':14C,24C,34C,44C,54C,64C,74C,84C,94C,104C,114C,124C,134C,144C,154C,164C,174C,184C,194C,204C,214C,224C,234C,244C,254C,264C,274C,284C,294C,304C,314C,324C,334C,344C,354C,364C,374C,384C,394C,404C,414C,424C,434C,444C,454C,464C,474C,484C,494C,504C,514C,522C,525C 'veri':523C 'zeppelin':526C
d5517d7c-d9b8-4683-a013-16824d5f758b	0	3420	2026-11-26 04:58:35.224743+00	'all':8C,11C,14C,17C,20C,23C,26C,29C,32C,35C,38C,41C,44C,47C,50C,53C,56C,59C,62C,65C,68C,71C,74C,77C,80C,83C,86C,89C,92C,95C,98C,101C,104C,107C,110C,113C,116C,119C,122C,125C,128C,131C,134C,137C,140C,143C,146C,149C,152C,155C,158C,161C,164C,167C,170C,173C,176C,179C,182C,185C,188C,191C,194C,197C,200C,203C,206C,209C,212C,215C,218C,221C,224C,227C,230C,233C,236C,239C,242C,245C,248C,251C,254C,257C,260C,263C,266C,269C,272C,275C,278C,281C,284C,287C,290C,293C,296C,299C,302C,305C,308C,311C,314C,317C,320C,323C,326C,329C,332C,335C,338C,341C,344C,347C,350C,353C,356C,359C,362C,365C,368C,371C,374C,377C,380C,383C,386C,389C,392C,395C,398C,401C,404C,407C,410C,413C,416C,419C,422C,425C,428C,431C,434C,437C,440C,443C,446C,449C,452C,455C,458C,461C,464C,467C,470C,473C,476C,479C,482C,485C,488C,491C,494C,497C,500C,503C,506C,509C,512C,515C,518C,521C,524C,527C,530C,533C,536C,539C,542C,545C,548C,551C,554C,557C,560C,563C,566C,569C,572C,575C 'bericht':3A,5B 'ein':1A,4B 'gross':6C,9C,12C,15C,18C,21C,24C,27C,30C,33C,36C,39C,42C,45C,48C,51C,54C,57C,60C,63C,66C,69C,72C,75C,78C,81C,84C,87C,90C,93C,96C,99C,102C,105C,108C,111C,114C,117C,120C,123C,126C,129C,132C,135C,138C,141C,144C,147C,150C,153C,156C,159C,162C,165C,168C,171C,174C,177C,180C,183C,186C,189C,192C,195C,198C,201C,204C,207C,210C,213C,216C,219C,222C,225C,228C,231C,234C,237C,240C,243C,246C,249C,252C,255C,258C,261C,264C,267C,270C,273C,276C,279C,282C,285C,288C,291C,294C,297C,300C,303C,306C,309C,312C,315C,318C,321C,324C,327C,330C,333C,336C,339C,342C,345C,348C,351C,354C,357C,360C,363C,366C,369C,372C,375C,378C,381C,384C,387C,390C,393C,396C,399C,402C,405C,408C,411C,414C,417C,420C,423C,426C,429C,432C,435C,438C,441C,444C,447C,450C,453C,456C,459C,462C,465C,468C,471C,474C,477C,480C,483C,486C,489C,492C,495C,498C,501C,504C,507C,510C,513C,516C,519C,522C,525C,528C,531C,534C,537C,540C,543C,546C,549C,552C,555C,558C,561C,564C,567C,570C,573C 'lang':2A 'uber':7C,10C,13C,16C,19C,22C,25C,28C,31C,34C,37C,40C,43C,46C,49C,52C,55C,58C,61C,64C,67C,70C,73C,76C,79C,82C,85C,88C,91C,94C,97C,100C,103C,106C,109C,112C,115C,118C,121C,124C,127C,130C,133C,136C,139C,142C,145C,148C,151C,154C,157C,160C,163C,166C,169C,172C,175C,178C,181C,184C,187C,190C,193C,196C,199C,202C,205C,208C,211C,214C,217C,220C,223C,226C,229C,232C,235C,238C,241C,244C,247C,250C,253C,256C,259C,262C,265C,268C,271C,274C,277C,280C,283C,286C,289C,292C,295C,298C,301C,304C,307C,310C,313C,316C,319C,322C,325C,328C,331C,334C,337C,340C,343C,346C,349C,352C,355C,358C,361C,364C,367C,370C,373C,376C,379C,382C,385C,388C,391C,394C,397C,400C,403C,406C,409C,412C,415C,418C,421C,424C,427C,430C,433C,436C,439C,442C,445C,448C,451C,454C,457C,460C,463C,466C,469C,472C,475C,478C,481C,484C,487C,490C,493C,496C,499C,502C,505C,508C,511C,514C,517C,520C,523C,526C,529C,532C,535C,538C,541C,544C,547C,550C,553C,556C,559C,562C,565C,568C,571C,574C
d5517d7c-d9b8-4683-a013-16824d5f758b	3222	3420	2026-11-26 04:58:35.224743+00	'all':8C,11C,14C,17C,20C,23C,26C,29C,32C,35C,38C,41C,44C,47C,50C,53C,56C,59C,62C,65C,68C,71C,74C,77C,80C,83C,86C,89C,92C,95C,98C,101C,104C,107C,110C,113C,116C,119C,122C,125C,128C,131C,134C,137C,140C,143C,146C,149C,152C,155C,158C,161C,164C,167C,170C,173C,176C,179C,182C,185C,188C,191C,194C,197C,200C,203C,206C,209C,212C,215C,218C,221C,224C,227C,230C,233C,236C,239C,242C,245C,248C,251C,254C,257C,260C,263C,266C,269C,272C,275C,278C,281C,284C,287C,290C,293C,296C,299C,302C,305C,308C,311C,314C,317C,320C,323C,326C,329C,332C,335C,338C,341C,344C,347C,350C,353C,356C,359C,362C,365C,368C,371C,374C,377C,380C,383C,386C,389C,392C,395C,398C,401C,404C,407C,410C,413C,416C,419C,422C,425C,428C,431C,434C,437C,440C,443C,446C,449C,452C,455C,458C,461C,464C,467C,470C,473C,476C,479C,482C,485C,488C,491C,494C,497C,500C,503C,506C,509C,512C,515C,518C,521C,524C,527C,530C,533C,536C,539C,542C,545C,548C,551C,554C,557C,560C,563C,566C,569C,572C,575C 'bericht':3A,5B 'ein':1A,4B 'gross':6C,9C,12C,15C,18C,21C,24C,27C,30C,33C,36C,39C,42C,45C,48C,51C,54C,57C,60C,63C,66C,69C,72C,75C,78C,81C,84C,87C,90C,93C,96C,99C,102C,105C,108C,111C,114C,117C,120C,123C,126C,129C,132C,135C,138C,141C,144C,147C,150C,153C,156C,159C,162C,165C,168C,171C,174C,177C,180C,183C,186C,189C,192C,195C,198C,201C,204C,207C,210C,213C,216C,219C,222C,225C,228C,231C,234C,237C,240C,243C,246C,249C,252C,255C,258C,261C,264C,267C,270C,273C,276C,279C,282C,285C,288C,291C,294C,297C,300C,303C,306C,309C,312C,315C,318C,321C,324C,327C,330C,333C,336C,339C,342C,345C,348C,351C,354C,357C,360C,363C,366C,369C,372C,375C,378C,381C,384C,387C,390C,393C,396C,399C,402C,405C,408C,411C,414C,417C,420C,423C,426C,429C,432C,435C,438C,441C,444C,447C,450C,453C,456C,459C,462C,465C,468C,471C,474C,477C,480C,483C,486C,489C,492C,495C,498C,501C,504C,507C,510C,513C,516C,519C,522C,525C,528C,531C,534C,537C,540C,543C,546C,549C,552C,555C,558C,561C,564C,567C,570C,573C 'lang':2A 'uber':7C,10C,13C,16C,19C,22C,25C,28C,31C,34C,37C,40C,43C,46C,49C,52C,55C,58C,61C,64C,67C,70C,73C,76C,79C,82C,85C,88C,91C,94C,97C,100C,103C,106C,109C,112C,115C,118C,121C,124C,127C,130C,133C,136C,139C,142C,145C,148C,151C,154C,157C,160C,163C,166C,169C,172C,175C,178C,181C,184C,187C,190C,193C,196C,199C,202C,205C,208C,211C,214C,217C,220C,223C,226C,229C,232C,235C,238C,241C,244C,247C,250C,253C,256C,259C,262C,265C,268C,271C,274C,277C,280C,283C,286C,289C,292C,295C,298C,301C,304C,307C,310C,313C,316C,319C,322C,325C,328C,331C,334C,337C,340C,343C,346C,349C,352C,355C,358C,361C,364C,367C,370C,373C,376C,379C,382C,385C,388C,391C,394C,397C,400C,403C,406C,409C,412C,415C,418C,421C,424C,427C,430C,433C,436C,439C,442C,445C,448C,451C,454C,457C,460C,463C,466C,469C,472C,475C,478C,481C,484C,487C,490C,493C,496C,499C,502C,505C,508C,511C,514C,517C,520C,523C,526C,529C,532C,535C,538C,541C,544C,547C,550C,553C,556C,559C,562C,565C,568C,571C,574C
d5517d7c-d9b8-4683-a013-16824d5f758b	6444	2592	2026-11-26 04:58:35.224743+00	'all':8C,11C,14C,17C,20C,23C,26C,29C,32C,35C,38C,41C,44C,47C,50C,53C,56C,59C,62C,65C,68C,71C,74C,77C,80C,83C,86C,89C,92C,95C,98C,101C,104C,107C,110C,113C,116C,119C,122C,125C,128C,131C,134C,137C,140C,143C,146C,149C,152C,155C,158C,161C,164C,167C,170C,173C,176C,179C,182C,185C,188C,191C,194C,197C,200C,203C,206C,209C,212C,215C,218C,221C,224C,227C,230C,233C,236C,239C,242C,245C,248C,251C,254C,257C,260C,263C,266C,269C,272C,275C,278C,281C,284C,287C,290C,293C,296C,299C,302C,305C,308C,311C,314C,317C,320C,323C,326C,329C,332C,335C,338C,341C,344C,347C,350C,353C,356C,359C,362C,365C,368C,371C,374C,377C,380C,383C,386C,389C,392C,395C,398C,401C,404C,407C,410C,413C,416C,419C,422C,425C,428C,431C 'aus':436C 'bericht':3A,5B 'dem':434C 'ein':1A,4B 'gross':6C,9C,12C,15C,18C,21C,24C,27C,30C,33C,36C,39C,42C,45C,48C,51C,54C,57C,60C,63C,66C,69C,72C,75C,78C,81C,84C,87C,90C,93C,96C,99C,102C,105C,108C,111C,114C,117C,120C,123C,126C,129C,132C,135C,138C,141C,144C,147C,150C,153C,156C,159C,162C,165C,168C,171C,174C,177C,180C,183C,186C,189C,192C,195C,198C,201C,204C,207C,210C,213C,216C,219C,222C,225C,228C,231C,234C,237C,240C,243C,246C,249C,252C,255C,258C,261C,264C,267C,270C,273C,276C,279C,282C,285C,288C,291C,294C,297C,300C,303C,306C,309C,312C,315C,318C,321C,324C,327C,330C,333C,336C,339C,342C,345C,348C,351C,354C,357C,360C,363C,366C,369C,372C,375C,378C,381C,384C,387C,390C,393C,396C,399C,402C,405C,408C,411C,414C,417C,420C,423C,426C,429C 'lang':2A 'mit':433C 'munch':437C 'schluss':432C 'uber':7C,10C,13C,16C,19C,22C,25C,28C,31C,34C,37C,40C,43C,46C,49C,52C,55C,58C,61C,64C,67C,70C,73C,76C,79C,82C,85C,88C,91C,94C,97C,100C,103C,106C,109C,112C,115C,118C,121C,124C,127C,130C,133C,136C,139C,142C,145C,148C,151C,154C,157C,160C,163C,166C,169C,172C,175C,178C,181C,184C,187C,190C,193C,196C,199C,202C,205C,208C,211C,214C,217C,220C,223C,226C,229C,232C,235C,238C,241C,244C,247C,250C,253C,256C,259C,262C,265C,268C,271C,274C,277C,280C,283C,286C,289C,292C,295C,298C,301C,304C,307C,310C,313C,316C,319C,322C,325C,328C,331C,334C,337C,340C,343C,346C,349C,352C,355C,358C,361C,364C,367C,370C,373C,376C,379C,382C,385C,388C,391C,394C,397C,400C,403C,406C,409C,412C,415C,418C,421C,424C,427C,430C 'zeppelin':435C
\.


--
-- Data for Name: postings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.postings (term, created_at, memory_id, updated_at) FROM stdin;
tbilling	2026-11-26 04:58:34.920009+00	5882cfb8-0e7c-4855-a84a-f27c8a313f7e	2026-11-26 04:58:34.920009+00
tplans	2026-11-26 04:58:34.942077+00	63672892-1e4f-4747-9e16-b3949fc20968	2026-11-26 04:58:34.942077+00
tpython	2026-11-26 04:58:34.958541+00	fdd6d34f-ec17-4e7c-88ac-1882426e85cc	2026-11-26 04:58:34.958541+00
mBV7GwyXJPQX	2026-11-26 04:58:34.958541+00	fdd6d34f-ec17-4e7c-88ac-1882426e85cc	2026-11-26 04:58:34.958541+00
tlong	2026-11-26 04:58:35.208871+00	f88d8c04-315c-4875-8187-06a78ce9c528	2026-11-26 04:58:35.208871+00
tlong	2026-11-26 04:58:35.224743+00	d5517d7c-d9b8-4683-a013-16824d5f758b	2026-11-26 04:58:35.224743+00
\.


--
-- Data for Name: processed_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.processed_memories (id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, normalized) FROM stdin;
55605d06-0c34-4c7a-8760-e965f6abfb50	{"kind": "rule"}	[0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	0.25	2026-11-26 04:58:34.958541+00	1	fdd6d34f-ec17-4e7c-88ac-1882426e85cc	\N
15592753-7cf7-4b99-b00f-91216c5326c8	\N	[0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-11-26 04:58:34.977608+00	1	524c8d24-9a33-4182-a52d-e1776269ceab	\N
\.


--
-- Data for Name: quantized_embeddings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.quantized_embeddings (memory_id, quantized) FROM stdin;
fdd6d34f-ec17-4e7c-88ac-1882426e85cc	000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
524c8d24-9a33-4182-a52d-e1776269ceab	000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
\.


--
-- Data for Name: auth_group; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group (id, name) FROM stdin;
1	curator
\.


--
-- Data for Name: auth_group_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_group_permissions (id, group_id, permission_id) FROM stdin;
1	1	1
2	1	2
3	1	3
4	1	4
5	1	5
6	1	6
7	1	7
8	1	8
\.


--
-- Data for Name: auth_permission; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_permission (id, name, content_type_id, codename) FROM stdin;
1	Can view memory	1	view_memory
2	Can change memory	1	change_memory
3	Can delete memory	1	delete_memory
4	Can view processed memory	2	view_processedmemory
5	Can delete processed memory	2	delete_processedmemory
6	Can view code pattern	3	view_codepattern
7	Can delete code pattern	3	delete_codepattern
8	Can view log entry	4	view_logentry
9	Can add memory	1	add_memory
10	Can add processed memory	2	add_processedmemory
11	Can change processed memory	2	change_processedmemory
12	Can add schema migration	7	add_schemamigration
13	Can change schema migration	7	change_schemamigration
14	Can delete schema migration	7	delete_schemamigration
15	Can view schema migration	7	view_schemamigration
16	Can add code pattern	3	add_codepattern
17	Can change code pattern	3	change_codepattern
18	Can add analysis run	10	add_analysisrun
19	Can change analysis run	10	change_analysisrun
20	Can delete analysis run	10	delete_analysisrun
21	Can view analysis run	10	view_analysisrun
22	Can add log entry	4	add_logentry
23	Can change log entry	4	change_logentry
24	Can delete log entry	4	delete_logentry
25	Can add permission	11	add_permission
26	Can change permission	11	change_permission
27	Can delete permission	11	delete_permission
28	Can view permission	11	view_permission
29	Can add group	12	add_group
30	Can change group	12	change_group
31	Can delete group	12	delete_group
32	Can view group	12	view_group
33	Can add user	13	add_user
34	Can change user	13	change_user
35	Can delete user	13	delete_user
36	Can view user	13	view_user
37	Can add content type	14	add_contenttype
38	Can change content type	14	change_contenttype
39	Can delete content type	14	delete_contenttype
40	Can view content type	14	view_contenttype
41	Can add session	15	add_session
42	Can change session	15	change_session
43	Can delete session	15	delete_session
44	Can view session	15	view_session
\.


--
-- Data for Name: auth_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user (id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) FROM stdin;
\.


--
-- Data for Name: auth_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user_groups (id, user_id, group_id) FROM stdin;
\.


--
-- Data for Name: auth_user_user_permissions; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user_user_permissions (id, user_id, permission_id) FROM stdin;
\.


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	memories	memory
2	memories	processedmemory
3	patterns	codepattern
4	admin	logentry
5	memories	embeddedmemory
6	memories	posting
7	memories	schemamigration
8	memories	quantizedembedding
9	memories	passage
10	patterns	analysisrun
11	auth	permission
12	auth	group
13	auth	user
14	contenttypes	contenttype
15	sessions	session
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	contenttypes	0001_initial	2026-11-26 04:58:33.85544+00
2	auth	0001_initial	2026-11-26 04:58:33.897706+00
3	admin	0001_initial	2026-11-26 04:58:33.927883+00
4	admin	0002_logentry_remove_auto_add	2026-11-26 04:58:33.937334+00
5	admin	0003_logentry_add_action_flag_choices	2026-11-26 04:58:33.947597+00
6	contenttypes	0002_remove_content_type_name	2026-11-26 04:58:33.998011+00
7	auth	0002_alter_permission_name_max_length	2026-11-26 04:58:34.029043+00
8	auth	0003_alter_user_email_max_length	2026-11-26 04:58:34.045454+00
9	auth	0004_alter_user_username_opts	2026-11-26 04:58:34.054051+00
10	auth	0005_alter_user_last_login_null	2026-11-26 04:58:34.065297+00
11	auth	0006_require_contenttypes_0002	2026-11-26 04:58:34.067499+00
12	auth	0007_alter_validators_add_error_messages	2026-11-26 04:58:34.079104+00
13	auth	0008_alter_user_username_max_length	2026-11-26 04:58:34.098119+00
14	auth	0009_alter_user_last_name_max_length	2026-11-26 04:58:34.117608+00
15	auth	0010_alter_group_name_max_length	2026-11-26 04:58:34.140305+00
16	auth	0011_update_proxy_permissions	2026-11-26 04:58:34.157621+00
17	auth	0012_alter_user_first_name_max_length	2026-11-26 04:58:34.177973+00
18	memories	0001_initial	2026-11-26 04:58:34.241111+00
19	memories	0002_tally	2026-11-26 04:58:34.241697+00
20	memories	0003_embedding_index	2026-11-26 04:58:34.241997+00
21	memories	0005_admin_indexes	2026-11-26 04:58:34.242242+00
22	memories	0006_unembedded	2026-11-26 04:58:34.242479+00
23	memories	0007_notify	2026-11-26 04:58:34.242713+00
24	memories	0008_storage	2026-11-26 04:58:34.242944+00
25	memories	0009_lighter_embedding_index	2026-11-26 04:58:34.243174+00
26	memories	0010_marks	2026-11-26 04:58:34.243408+00
27	memories	0011_one_index	2026-11-26 04:58:34.243634+00
28	memories	0012_signs	2026-11-26 04:58:34.243995+00
29	memories	0013_embedded_memories	2026-11-26 04:58:34.244239+00
30	memories	0014_extreme_embeddings	2026-11-26 04:58:34.24447+00
31	memories	0015_postings	2026-11-26 04:58:34.244695+00
32	memories	0016_embedded_signs	2026-11-26 04:58:34.245479+00
33	patterns	0001_initial	2026-11-26 04:58:34.265105+00
34	patterns	0002_tally	2026-11-26 04:58:34.265667+00
35	patterns	0003_analysis_runs	2026-11-26 04:58:34.265935+00
36	patterns	0004_admin_indexes	2026-11-26 04:58:34.266186+00
37	memories	0004_curator_group	2026-11-26 04:58:34.294711+00
38	memories	0003_corpus	2026-11-26 04:58:34.316568+00
39	memories	0004_metadata_terms	2026-11-26 04:58:34.31916+00
40	memories	0005_inline_columns	2026-11-26 04:58:34.321082+00
41	memories	0006_standard_names	2026-11-26 04:58:34.570304+00
42	memories	0007_words	2026-11-26 04:58:34.633249+00
43	memories	0008_text_indexes	2026-11-26 04:58:34.733494+00
44	memories	0009_passages	2026-11-26 04:58:34.747164+00
45	patterns	0002_standard_names	2026-11-26 04:58:34.750658+00
46	sessions	0001_initial	2026-11-26 04:58:34.754876+00
47	memories	0001_schema	2026-11-26 04:58:34.756748+00
48	memories	0002_curator_group	2026-11-26 04:58:34.757656+00
49	patterns	0001_schema	2026-11-26 04:58:34.758127+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
\.


--
-- Data for Name: memories; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memories (id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, context_vector, summary_vector, search_vector, has_embedding, language) FROM stdin;
5882cfb8-0e7c-4855-a84a-f27c8a313f7e	Die Rechnungen der Abteilung sind noch nicht geprüft, und das ist ein Problem.	bc743f2219b1a538d501d7949bfe12147e6188f416d79d7c413f56fe1504fcec	Buchhaltung	Offene Rechnungen	{billing}	{}	2026-11-26 04:58:34.920009+00	2026-11-26 04:58:34.920009+00	'buchhalt':1	'off':1 'rechnung':2	'abteil':7C 'buchhalt':3B 'das':13C 'der':6C 'die':4C 'ein':15C 'gepruft':11C 'ist':14C 'nicht':10C 'noch':9C 'off':1A 'probl':16C 'rechnung':2A,5C 'sind':8C 'und':12C	f	german
63672892-1e4f-4747-9e16-b3949fc20968	本季度的数据库迁移计划已推迟到九月	6f38e9b7199475ee5ec42dd0ae79c65aabcae8ce2215268356d1736182df14a1	planning	迁移	{plans}	{}	2026-11-26 04:58:34.942077+00	2026-11-26 04:58:34.942077+00	'plan':1	'移':2 '迁移':1	'plan':3B '九月':19C '划已':14C '到九':18C '季度':5C '已推':15C '库迁':10C '度的':6C '据库':9C '推迟':16C '数据':8C '月':20C '本季':4C '的数':7C '移':2A '移计':12C '计划':13C '迁移':1A,11C '迟到':17C	f	english
fdd6d34f-ec17-4e7c-88ac-1882426e85cc	def fetch(url):\n    with open(url) as file:\n        return file.read()\n	b33fff9d77fa3ac5f8d11244c6dbd2495a20ddbb6572aa32ee6fad01de365409	storage/cache.py	Reads a file	{python}	{"priority": 1}	2026-11-26 04:58:34.958541+00	2026-11-26 04:58:34.958541+00	'cach':2 'py':3 'storag':1	'a':2 'file':3 'read':1	'a':2A 'as':13C 'cach':5B 'def':7C 'fetch':8C 'file':3A,14C,16C 'open':11C 'py':6B 'read':1A,17C 'return':15C 'storag':4B 'url':9C,12C 'with':10C	t	english
524c8d24-9a33-4182-a52d-e1776269ceab	The well is 4 m deep.	fe5057cabd47801e1bc666f6f5c1a2c977d300b761130f3726b147a899cd2565	village	Depth of the well	{}	{}	2026-11-26 04:58:34.977608+00	2026-11-26 04:58:34.977608+00	'villag':1	'depth':1 'of':2 'the':3 'well':4	'4':9C 'deep':11C 'depth':1A 'is':8C 'm':10C 'of':2A 'the':3A,6C 'villag':5B 'well':4A,7C	t	english
f88d8c04-315c-4875-8187-06a78ce9c528	Line 0 of the report tells of nothing in particular. Line 1 of the report tells of nothing in particular. Line 2 of the report tells of nothing in particular. Line 3 of the report tells of nothing in particular. Line 4 of the report tells of nothing in particular. Line 5 of the report tells of nothing in particular. Line 6 of the report tells of nothing in particular. Line 7 of the report tells of nothing in particular. Line 8 of the report tells of nothing in particular. Line 9 of the report tells of nothing in particular. Line 10 of the report tells of nothing in particular. Line 11 of the report tells of nothing in particular. Line 12 of the report tells of nothing in particular. Line 13 of the report tells of nothing in particular. Line 14 of the report tells of nothing in particular. Line 15 of the report tells of nothing in particular. Line 16 of the report tells of nothing in particular. Line 17 of the report tells of nothing in particular. Line 18 of the report tells of nothing in particular. Line 19 of the report tells of nothing in particular. Line 20 of the report tells of nothing in particular. Line 21 of the report tells of nothing in particular. Line 22 of the report tells of nothing in particular. Line 23 of the report tells of nothing in particular. Line 24 of the report tells of nothing in particular. Line 25 of the report tells of nothing in particular. Line 26 of the report tells of nothing in particular. Line 27 of the report tells of nothing in particular. Line 28 of the report tells of nothing in particular. Line 29 of the report tells of nothing in particular. Line 30 of the report tells of nothing in particular. Line 31 of the report tells of nothing in particular. Line 32 of the report tells of nothing in particular. Line 33 of the report tells of nothing in particular. Line 34 of the report tells of nothing in particular. Line 35 of the report tells of nothing in particular. Line 36 of the report tells of nothing in particular. Line 37 of the report tells of nothing in particular. Line 38 of the report tells of nothing in particular. Line 39 of the report tells of nothing in particular. Line 40 of the report tells of nothing in particular. Line 41 of the report tells of nothing in particular. Line 42 of the report tells of nothing in particular. Line 43 of the report tells of nothing in particular. Line 44 of the report tells of nothing in particular. Line 45 of the report tells of nothing in particular. Line 46 of the report tells of nothing in particular. Line 47 of the report tells of nothing in particular. Line 48 of the report tells of nothing in particular. Line 49 of the report tells of nothing in particular. Line 50 of the report tells of nothing in particular. Line 51 of the report tells of nothing in particular. Line 52 of the report tells of nothing in particular. Line 53 of the report tells of nothing in particular. Line 54 of the report tells of nothing in particular. Line 55 of the report tells of nothing in particular. Line 56 of the report tells of nothing in particular. Line 57 of the report tells of nothing in particular. Line 58 of the report tells of nothing in particular. Line 59 of the report tells of nothing in particular. Line 60 of the report tells of nothing in particular. Line 61 of the report tells of nothing in particular. Line 62 of the report tells of nothing in particular. Line 63 of the report tells of nothing in particular. Line 64 of the report tells of nothing in particular. Line 65 of the report tells of nothing in particular. Line 66 of the report tells of nothing in particular. Line 67 of the report tells of nothing in particular. Line 68 of the report tells of nothing in particular. Line 69 of the report tells of nothing in particular. Line 70 of the report tells of nothing in particular. Line 71 of the report tells of nothing in particular. Line 72 of the report tells of nothing in particular. Line 73 of the report tells of nothing in particular. Line 74 of the report tells of nothing in particular. Line 75 of the report tells of nothing in particular. Line 76 of the report tells of nothing in particular. Line 77 of the report tells of nothing in particular. Line 78 of the report tells of nothing in particular. Line 79 of the report tells of nothing in particular. Line 80 of the report tells of nothing in particular. Line 81 of the report tells of nothing in particular. Line 82 of the report tells of nothing in particular. Line 83 of the report tells of nothing in particular. Line 84 of the report tells of nothing in particular. Line 85 of the report tells of nothing in particular. Line 86 of the report tells of nothing in particular. Line 87 of the report tells of nothing in particular. Line 88 of the report tells of nothing in particular. Line 89 of the report tells of nothing in particular. Line 90 of the report tells of nothing in particular. Line 91 of the report tells of nothing in particular. Line 92 of the report tells of nothing in particular. Line 93 of the report tells of nothing in particular. Line 94 of the report tells of nothing in particular. Line 95 of the report tells of nothing in particular. Line 96 of the report tells of nothing in particular. Line 97 of the report tells of nothing in particular. Line 98 of the report tells of nothing in particular. Line 99 of the report tells of nothing in particular. Line 100 of the report tells of nothing in particular. Line 101 of the report tells of nothing in particular. Line 102 of the report tells of nothing in particular. Line 103 of the report tells of nothing in particular. Line 104 of the report tells of nothing in particular. Line 105 of the report tells of nothing in particular. Line 106 of the report tells of nothing in particular. Line 107 of the report tells of nothing in particular. Line 108 of the report tells of nothing in particular. Line 109 of the report tells of nothing in particular. Line 110 of the report tells of nothing in particular. Line 111 of the report tells of nothing in particular. Line 112 of the report tells of nothing in particular. Line 113 of the report tells of nothing in particular. Line 114 of the report tells of nothing in particular. Line 115 of the report tells of nothing in particular. Line 116 of the report tells of nothing in particular. Line 117 of the report tells of nothing in particular. Line 118 of the report tells of nothing in particular. Line 119 of the report tells of nothing in particular. Line 120 of the report tells of nothing in particular. Line 121 of the report tells of nothing in particular. Line 122 of the report tells of nothing in particular. Line 123 of the report tells of nothing in particular. Line 124 of the report tells of nothing in particular. Line 125 of the report tells of nothing in particular. Line 126 of the report tells of nothing in particular. Line 127 of the report tells of nothing in particular. Line 128 of the report tells of nothing in particular. Line 129 of the report tells of nothing in particular. Line 130 of the report tells of nothing in particular. Line 131 of the report tells of nothing in particular. Line 132 of the report tells of nothing in particular. Line 133 of the report tells of nothing in particular. Line 134 of the report tells of nothing in particular. Line 135 of the report tells of nothing in particular. Line 136 of the report tells of nothing in particular. Line 137 of the report tells of nothing in particular. Line 138 of the report tells of nothing in particular. Line 139 of the report tells of nothing in particular. Line 140 of the report tells of nothing in particular. Line 141 of the report tells of nothing in particular. Line 142 of the report tells of nothing in particular. Line 143 of the report tells of nothing in particular. Line 144 of the report tells of nothing in particular. Line 145 of the report tells of nothing in particular. Line 146 of the report tells of nothing in particular. Line 147 of the report tells of nothing in particular. Line 148 of the report tells of nothing in particular. Line 149 of the report tells of nothing in particular. Line 150 of the report tells of nothing in particular. Line 151 of the report tells of nothing in particular. Line 152 of the report tells of nothing in particular. Line 153 of the report tells of nothing in particular. Line 154 of the report tells of nothing in particular. Line 155 of the report tells of nothing in particular. Line 156 of the report tells of nothing in particular. Line 157 of the report tells of nothing in particular. Line 158 of the report tells of nothing in particular. Line 159 of the report tells of nothing in particular. Line 160 of the report tells of nothing in particular. Line 161 of the report tells of nothing in particular. Line 162 of the report tells of nothing in particular. Line 163 of the report tells of nothing in particular. Line 164 of the report tells of nothing in particular. Line 165 of the report tells of nothing in particular. Line 166 of the report tells of nothing in particular. Line 167 of the report tells of nothing in particular. Line 168 of the report tells of nothing in particular. Line 169 of the report tells of nothing in particular. Line 170 of the report tells of nothing in particular. Line 171 of the report tells of nothing in particular. Line 172 of the report tells of nothing in particular. Line 173 of the report tells of nothing in particular. Line 174 of the report tells of nothing in particular. Line 175 of the report tells of nothing in particular. Line 176 of the report tells of nothing in particular. Line 177 of the report tells of nothing in particular. Line 178 of the report tells of nothing in particular. Line 179 of the report tells of nothing in particular. Line 180 of the report tells of nothing in particular. Line 181 of the report tells of nothing in particular. Line 182 of the report tells of nothing in particular. Line 183 of the report tells of nothing in particular. Line 184 of the report tells of nothing in particular. Line 185 of the report tells of nothing in particular. Line 186 of the report tells of nothing in particular. Line 187 of the report tells of nothing in particular. Line 188 of the report tells of nothing in particular. Line 189 of the report tells of nothing in particular. Line 190 of the report tells of nothing in particular. Line 191 of the report tells of nothing in particular. Line 192 of the report tells of nothing in particular. Line 193 of the report tells of nothing in particular. Line 194 of the report tells of nothing in particular. Line 195 of the report tells of nothing in particular. Line 196 of the report tells of nothing in particular. Line 197 of the report tells of nothing in particular. Line 198 of the report tells of nothing in particular. Line 199 of the report tells of nothing in particular. Line 200 of the report tells of nothing in particular. Line 201 of the report tells of nothing in particular. Line 202 of the report tells of nothing in particular. Line 203 of the report tells of nothing in particular. Line 204 of the report tells of nothing in particular. Line 205 of the report tells of nothing in particular. Line 206 of the report tells of nothing in particular. Line 207 of the report tells of nothing in particular. Line 208 of the report tells of nothing in particular. Line 209 of the report tells of nothing in particular. Line 210 of the report tells of nothing in particular. Line 211 of the report tells of nothing in particular. Line 212 of the report tells of nothing in particular. Line 213 of the report tells of nothing in particular. Line 214 of the report tells of nothing in particular. Line 215 of the report tells of nothing in particular. Line 216 of the report tells of nothing in particular. Line 217 of the report tells of nothing in particular. Line 218 of the report tells of nothing in particular. Line 219 of the report tells of nothing in particular. Line 220 of the report tells of nothing in particular. Line 221 of the report tells of nothing in particular. Line 222 of the report tells of nothing in particular. Line 223 of the report tells of nothing in particular. Line 224 of the report tells of nothing in particular. Line 225 of the report tells of nothing in particular. Line 226 of the report tells of nothing in particular. Line 227 of the report tells of nothing in particular. Line 228 of the report tells of nothing in particular. Line 229 of the report tells of nothing in particular. Line 230 of the report tells of nothing in particular. Line 231 of the report tells of nothing in particular. Line 232 of the report tells of nothing in particular. Line 233 of the report tells of nothing in particular. Line 234 of the report tells of nothing in particular. Line 235 of the report tells of nothing in particular. Line 236 of the report tells of nothing in particular. Line 237 of the report tells of nothing in particular. Line 238 of the report tells of nothing in particular. Line 239 of the report tells of nothing in particular. Line 240 of the report tells of nothing in particular. Line 241 of the report tells of nothing in particular. Line 242 of the report tells of nothing in particular. Line 243 of the report tells of nothing in particular. Line 244 of the report tells of nothing in particular. Line 245 of the report tells of nothing in particular. Line 246 of the report tells of nothing in particular. Line 247 of the report tells of nothing in particular. Line 248 of the report tells of nothing in particular. Line 249 of the report tells of nothing in particular. Line 250 of the report tells of nothing in particular. Line 251 of the report tells of nothing in particular. Line 252 of the report tells of nothing in particular. Line 253 of the report tells of nothing in particular. Line 254 of the report tells of nothing in particular. Line 255 of the report tells of nothing in particular. Line 256 of the report tells of nothing in particular. Line 257 of the report tells of nothing in particular. Line 258 of the report tells of nothing in particular. Line 259 of the report tells of nothing in particular. At the very end the zeppelin lands.	2a2f06a043011b34ea78dc5e1e2ec682ae7bc9ff595d5991ba69d475eaf5b083	a report	A long report	{long}	{}	2026-11-26 04:58:35.208871+00	2026-11-26 04:58:35.208871+00	'a':1 'report':2	'a':1 'long':2 'report':3	\N	f	english
d5517d7c-d9b8-4683-a013-16824d5f758b	Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Größe über alles. Schluß mit dem Zeppelin aus München.	578c12699c23486d3ea19af11e2ec57b85fac4f07576d49dfd6b60fb3c2f181d	ein Bericht	Ein langer Bericht	{long}	{}	2026-11-26 04:58:35.224743+00	2026-11-26 04:58:35.224743+00	'bericht':2 'ein':1	'bericht':3 'ein':1 'lang':2	\N	f	german
\.


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (version, app, name, applied_at, checksum) FROM stdin;
1	contenttypes	0001_initial	2026-11-26 04:58:34.825404+00	35ed8489a147e0b42a15c21b5d4f0e8940de6f73fb326e9d6dea91b4d0b953cc
2	auth	0001_initial	2026-11-26 04:58:34.828651+00	845cff319606332f49ef20ce165d1a17e522c426c5e56d7616133e9e4eaba5ef
3	admin	0001_initial	2026-11-26 04:58:34.829706+00	f4716989d9815b6231f0d7291754835e008c96818447fe57984bbf8985883335
4	admin	0002_logentry_remove_auto_add	2026-11-26 04:58:34.830493+00	2c127e659a2236edea0ed57eccd38786ae84e365790a80b96b758c617f50be43
5	admin	0003_logentry_add_action_flag_choices	2026-11-26 04:58:34.831299+00	02700a827190720e5c417495a395071b6baa28a34e74bc8f90824afaafc01841
6	contenttypes	0002_remove_content_type_name	2026-11-26 04:58:34.83206+00	7d36494075750f0ed3c0f68d0cb1548eba59cc593f52f691f6cc37a043083766
7	auth	0002_alter_permission_name_max_length	2026-11-26 04:58:34.832801+00	feaf97e0e8f7d148bec3db9bab2349c5e15888117c1ff2829deff63ef9e16cff
8	auth	0003_alter_user_email_max_length	2026-11-26 04:58:34.83345+00	9d5657b4db9872dc26c2d634c2f5911a3d69ab1d8552af4c6d633bc4001dfabf
9	auth	0004_alter_user_username_opts	2026-11-26 04:58:34.834102+00	9538db342c9a9bec4ca12b3137fb80772c4ea4afb861e8647a2962b1ea58344a
10	auth	0005_alter_user_last_login_null	2026-11-26 04:58:34.836524+00	79f60a35dc000fdd427bc05c85233ae5b9c4ada078ff0688fc9f78604bf7eaee
11	auth	0006_require_contenttypes_0002	2026-11-26 04:58:34.837276+00	00cb16e3405f14b62dbeffa15c68c9030291e4ddd513d733648ba460d6c5e781
12	auth	0007_alter_validators_add_error_messages	2026-11-26 04:58:34.837879+00	115db87dc327530fb5e1964ba3d03f9746492f90600406947be39f54f6cc042f
13	auth	0008_alter_user_username_max_length	2026-11-26 04:58:34.838512+00	02857f65f7d648147a5d12596b200a83e29145391d3f986ceb84b3b865a2c351
14	auth	0009_alter_user_last_name_max_length	2026-11-26 04:58:34.839085+00	19a89500e7f108a7397da9b1733181f92105f758663b3685b60f5c2da384d76e
15	auth	0010_alter_group_name_max_length	2026-11-26 04:58:34.841646+00	0963ed6498ac0b3a8430b6ca34c1b4a4b1d5f55b43d3db902f15a03ff74b14cd
16	auth	0011_update_proxy_permissions	2026-11-26 04:58:34.842581+00	85a5dde708dc4b6111e1bc71ce723ecfba7b1f8aedecfd130900ff7782765436
17	auth	0012_alter_user_first_name_max_length	2026-11-26 04:58:34.843338+00	6cefbc9f80903763ff8492a537a22836ef69f2227e19d402509b8099d2baecb0
18	memories	0003_corpus	2026-11-26 04:58:34.844224+00	f764eff8683c3851f39247df32e3238e126d7399b806c1cac95aade4fcdf7fdd
19	memories	0004_metadata_terms	2026-11-26 04:58:34.846669+00	acc2f1923e18597e23d677749b565b38119ab5ce046b80daa8c6c0764394f0e8
20	memories	0005_inline_columns	2026-11-26 04:58:34.847583+00	bb19e13ad4f8eb3f15dcdc00186c5bf57c5e79d51eeec0af2bb0314bb1ebacd4
21	memories	0006_standard_names	2026-11-26 04:58:34.848778+00	22a382dd3c67a710866f33be83d566842dfa7379a855dd939cfa20a793bdebde
22	memories	0007_words	2026-11-26 04:58:34.852726+00	4340649b777f7f0afedb2c9ce4a7f20598e6264d1edb20acc03af89e85a4751e
23	memories	0008_text_indexes	2026-11-26 04:58:34.854086+00	f539ed21f75810626fa7853dccf720eb47311d3955ef72f7acb3ae32034a069e
24	memories	0009_passages	2026-11-26 04:58:34.855014+00	00277c79908a442522483c405d1401e405420537d685ee22e28a63e76f6f81dd
25	patterns	0002_standard_names	2026-11-26 04:58:34.855765+00	c8dbed4e0d009f8fe423a64383fd545702892c9b1175384bdca457dcf40bd994
26	sessions	0001_initial	2026-11-26 04:58:34.856418+00	2aa438e2393ee5135c4dda94bfde65fd49e8300f1c3f93bed25ae3a09f2f69b9
27	memories	0001_schema	2026-11-26 04:58:34.857556+00	61ce9256ca440405442618c99eaa0c2c98be59660442edaf2ed6dbd7d8e89e64
28	memories	0002_curator_group	2026-11-26 04:58:34.858183+00	b9a92db4a2e7c00dc314c84711db890409c6616395e124cadd372a97f5f33be1
29	patterns	0001_schema	2026-11-26 04:58:34.860747+00	e945aad2eb9985660aaecdd2dc64567ae167664f8bfabd02a96a66b1014f653b
\.


--
-- Name: analysis_runs_id_seq; Type: SEQUENCE SET; Schema: codex_processed; Owner: -
--

SELECT pg_catalog.setval('codex_processed.analysis_runs_id_seq', 1, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, true);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 8, true);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 44, true);


--
-- Name: auth_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, false);


--
-- Name: auth_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_id_seq', 1, false);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, false);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, false);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 15, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 49, true);


--
-- Name: analysis_runs analysis_runs_memory_id_language_key; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.analysis_runs
    ADD CONSTRAINT analysis_runs_memory_id_language_key UNIQUE (memory_id, language);


--
-- Name: analysis_runs analysis_runs_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.analysis_runs
    ADD CONSTRAINT analysis_runs_pkey PRIMARY KEY (id);


--
-- Name: code_patterns code_patterns_memory_id_language_type_signature_key; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.code_patterns
    ADD CONSTRAINT code_patterns_memory_id_language_type_signature_key UNIQUE (memory_id, language, pattern_type, pattern_signature);


--
-- Name: code_patterns code_patterns_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.code_patterns
    ADD CONSTRAINT code_patterns_pkey PRIMARY KEY (id);


--
-- Name: corpus_statistics corpus_statistics_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.corpus_statistics
    ADD CONSTRAINT corpus_statistics_pkey PRIMARY KEY (only_row);


--
-- Name: counters counters_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (kind, key);


--
-- Name: embedded_memories embedded_memories_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_memories
    ADD CONSTRAINT embedded_memories_pkey PRIMARY KEY (memory_id);


--
-- Name: languages languages_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.languages
    ADD CONSTRAINT languages_pkey PRIMARY KEY (name);


--
-- Name: passages passages_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.passages
    ADD CONSTRAINT passages_pkey PRIMARY KEY (memory_id, start);


--
-- Name: postings postings_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.postings
    ADD CONSTRAINT postings_pkey PRIMARY KEY (term, created_at, memory_id);


--
-- Name: processed_memories processed_memories_memory_id_processing_version_key; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.processed_memories
    ADD CONSTRAINT processed_memories_memory_id_processing_version_key UNIQUE (memory_id, processing_version);


--
-- Name: processed_memories processed_memories_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.processed_memories
    ADD CONSTRAINT processed_memories_pkey PRIMARY KEY (id);


--
-- Name: quantized_embeddings quantized_embeddings_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.quantized_embeddings
    ADD CONSTRAINT quantized_embeddings_pkey PRIMARY KEY (memory_id);


--
-- Name: auth_group auth_group_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_name_key UNIQUE (name);


--
-- Name: auth_group_permissions auth_group_permissions_group_id_permission_id_0cd325b0_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_permission_id_0cd325b0_uniq UNIQUE (group_id, permission_id);


--
-- Name: auth_group_permissions auth_group_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_group auth_group_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group
    ADD CONSTRAINT auth_group_pkey PRIMARY KEY (id);


--
-- Name: auth_permission auth_permission_content_type_id_codename_01ab375a_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_codename_01ab375a_uniq UNIQUE (content_type_id, codename);


--
-- Name: auth_permission auth_permission_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_pkey PRIMARY KEY (id);


--
-- Name: auth_user_groups auth_user_groups_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_pkey PRIMARY KEY (id);


--
-- Name: auth_user_groups auth_user_groups_user_id_group_id_94350c0c_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_group_id_94350c0c_uniq UNIQUE (user_id, group_id);


--
-- Name: auth_user auth_user_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_pkey PRIMARY KEY (id);


--
-- Name: auth_user_user_permissions auth_user_user_permissions_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_pkey PRIMARY KEY (id);


--
-- Name: auth_user_user_permissions auth_user_user_permissions_user_id_permission_id_14a6b632_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_permission_id_14a6b632_uniq UNIQUE (user_id, permission_id);


--
-- Name: auth_user auth_user_username_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user
    ADD CONSTRAINT auth_user_username_key UNIQUE (username);


--
-- Name: django_admin_log django_admin_log_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_pkey PRIMARY KEY (id);


--
-- Name: django_content_type django_content_type_app_label_model_76bd3d3b_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_app_label_model_76bd3d3b_uniq UNIQUE (app_label, model);


--
-- Name: django_content_type django_content_type_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_content_type
    ADD CONSTRAINT django_content_type_pkey PRIMARY KEY (id);


--
-- Name: django_migrations django_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_migrations
    ADD CONSTRAINT django_migrations_pkey PRIMARY KEY (id);


--
-- Name: django_session django_session_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_session
    ADD CONSTRAINT django_session_pkey PRIMARY KEY (session_key);


--
-- Name: memories idx_memories_content_hash; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memories
    ADD CONSTRAINT idx_memories_content_hash UNIQUE (content_hash);


--
-- Name: memories memories_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memories
    ADD CONSTRAINT memories_pkey PRIMARY KEY (id);


--
-- Name: schema_migrations schema_migrations_app_name_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_app_name_key UNIQUE (app, name);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: idx_embedded_created_at; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_created_at ON codex_processed.embedded_memories USING btree (created_at DESC);


--
-- Name: idx_embedded_search; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_search ON codex_processed.embedded_memories USING gin (tags, context_vector, summary_vector, metadata);


--
-- Name: idx_passages_search; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_passages_search ON codex_processed.passages USING gin (search_vector, codex_processed.time_bucket_ids(created_at, false));


--
-- Name: idx_patterns_confidence; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_confidence ON codex_processed.code_patterns USING btree (confidence DESC);


--
-- Name: idx_patterns_discovered_at; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_discovered_at ON codex_processed.code_patterns USING btree (discovered_at);


--
-- Name: idx_patterns_frequency; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_frequency ON codex_processed.code_patterns USING btree (frequency DESC);


--
-- Name: idx_patterns_language; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_language ON codex_processed.code_patterns USING btree (language, memory_id);


--
-- Name: idx_patterns_memory_id; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_memory_id ON codex_processed.code_patterns USING btree (memory_id);


--
-- Name: idx_patterns_signature; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_signature ON codex_processed.code_patterns USING btree (pattern_signature text_pattern_ops);


--
-- Name: idx_patterns_type_frequency; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_type_frequency ON codex_processed.code_patterns USING btree (pattern_type, frequency DESC, confidence DESC, id);


--
-- Name: idx_patterns_type_lang; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_type_lang ON codex_processed.code_patterns USING btree (pattern_type, language);


--
-- Name: idx_postings_updated_at; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_postings_updated_at ON codex_processed.postings USING btree (term, updated_at, memory_id);


--
-- Name: idx_processed_embeddings; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_processed_embeddings ON codex_processed.processed_memories USING btree (memory_id) WHERE (embeddings IS NOT NULL);


--
-- Name: idx_processed_memory_id; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_processed_memory_id ON codex_processed.processed_memories USING btree (memory_id);


--
-- Name: idx_processed_sentiment; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_processed_sentiment ON codex_processed.processed_memories USING btree (sentiment, memory_id) WHERE (sentiment IS NOT NULL);


--
-- Name: idx_quantized_embeddings; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_quantized_embeddings ON codex_processed.quantized_embeddings USING hnsw (quantized public.bit_hamming_ops) WITH (m='8', ef_construction='64');


--
-- Name: auth_group_name_a6ea08ec_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_name_a6ea08ec_like ON public.auth_group USING btree (name varchar_pattern_ops);


--
-- Name: auth_group_permissions_group_id_b120cbf9; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_group_id_b120cbf9 ON public.auth_group_permissions USING btree (group_id);


--
-- Name: auth_group_permissions_permission_id_84c5c92e; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_group_permissions_permission_id_84c5c92e ON public.auth_group_permissions USING btree (permission_id);


--
-- Name: auth_permission_content_type_id_2f476e4b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_permission_content_type_id_2f476e4b ON public.auth_permission USING btree (content_type_id);


--
-- Name: auth_user_groups_group_id_97559544; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_groups_group_id_97559544 ON public.auth_user_groups USING btree (group_id);


--
-- Name: auth_user_groups_user_id_6a12ed8b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_groups_user_id_6a12ed8b ON public.auth_user_groups USING btree (user_id);


--
-- Name: auth_user_user_permissions_permission_id_1fbb5f2c; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_user_permissions_permission_id_1fbb5f2c ON public.auth_user_user_permissions USING btree (permission_id);


--
-- Name: auth_user_user_permissions_user_id_a95ead1b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_user_permissions_user_id_a95ead1b ON public.auth_user_user_permissions USING btree (user_id);


--
-- Name: auth_user_username_6821ab7c_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX auth_user_username_6821ab7c_like ON public.auth_user USING btree (username varchar_pattern_ops);


--
-- Name: django_admin_log_content_type_id_c4bce8eb; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_content_type_id_c4bce8eb ON public.django_admin_log USING btree (content_type_id);


--
-- Name: django_admin_log_user_id_c564eba6; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_admin_log_user_id_c564eba6 ON public.django_admin_log USING btree (user_id);


--
-- Name: django_session_expire_date_a5c62663; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_expire_date_a5c62663 ON public.django_session USING btree (expire_date);


--
-- Name: django_session_session_key_c0390e0f_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX django_session_session_key_c0390e0f_like ON public.django_session USING btree (session_key varchar_pattern_ops);


--
-- Name: idx_memories_content_length; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_content_length ON public.memories USING btree (content_length);


--
-- Name: idx_memories_context_fts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_context_fts ON public.memories USING gin (to_tsvector('english'::regconfig, context));


--
-- Name: idx_memories_created_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_created_at ON public.memories USING btree (created_at DESC);


--
-- Name: idx_memories_embedded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_embedded ON public.memories USING btree (created_at DESC) WHERE has_embedding;


--
-- Name: idx_memories_metadata; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_metadata ON public.memories USING gin (metadata);


--
-- Name: idx_memories_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_search ON public.memories USING gin (search_vector, tags, context_vector, summary_vector, codex_processed.time_bucket_ids(created_at, has_embedding));


--
-- Name: idx_memories_summary_fts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_summary_fts ON public.memories USING gin (to_tsvector('english'::regconfig, summary));


--
-- Name: idx_memories_tags; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_tags ON public.memories USING gin (tags);


--
-- Name: idx_memories_unembedded; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_unembedded ON public.memories USING btree (created_at DESC) WHERE (NOT has_embedding);


--
-- Name: idx_memories_updated_at; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_updated_at ON public.memories USING btree (updated_at DESC);


--
-- Name: idx_memories_without_language; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_without_language ON public.memories USING btree (id) WHERE (language = ''::text);


--
-- Name: code_patterns count_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_patterns();


--
-- Name: passages count_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON codex_processed.passages REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_passages();


--
-- Name: processed_memories count_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_processed();


--
-- Name: code_patterns count_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_insert AFTER INSERT ON codex_processed.code_patterns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_patterns();


--
-- Name: passages count_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_insert AFTER INSERT ON codex_processed.passages REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_passages();


--
-- Name: processed_memories count_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_insert AFTER INSERT ON codex_processed.processed_memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_processed();


--
-- Name: code_patterns count_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_truncate AFTER TRUNCATE ON codex_processed.code_patterns FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_patterns();


--
-- Name: passages count_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_truncate AFTER TRUNCATE ON codex_processed.passages FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_passages();


--
-- Name: processed_memories count_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_truncate AFTER TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_processed();


--
-- Name: code_patterns count_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_update AFTER UPDATE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_patterns();


--
-- Name: processed_memories count_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_update AFTER UPDATE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_processed();


--
-- Name: processed_memories embedded_memories_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER embedded_memories_delete AFTER DELETE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_embedded_memories();


--
-- Name: processed_memories embedded_memories_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER embedded_memories_insert AFTER INSERT ON codex_processed.processed_memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_embedded_memories();


--
-- Name: processed_memories embedded_memories_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER embedded_memories_truncate AFTER TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_embedded_memories();


--
-- Name: processed_memories embedded_memories_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER embedded_memories_update AFTER UPDATE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_embedded_memories();


--
-- Name: processed_memories normalized_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER normalized_insert BEFORE INSERT ON codex_processed.processed_memories FOR EACH ROW WHEN (((new.normalized IS NOT NULL) OR (NOT ((public.vector_norm(new.embeddings) >= (0.000000000000001)::double precision) AND (public.vector_norm(new.embeddings) <= ('1000000000000000'::numeric)::double precision))))) EXECUTE FUNCTION codex_processed.maintain_normalized();


--
-- Name: processed_memories normalized_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER normalized_update BEFORE UPDATE OF embeddings, normalized ON codex_processed.processed_memories FOR EACH ROW EXECUTE FUNCTION codex_processed.maintain_normalized();


--
-- Name: processed_memories notify_change; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();


--
-- Name: embedded_memories quantized_embeddings_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER quantized_embeddings_insert AFTER INSERT ON codex_processed.embedded_memories FOR EACH ROW EXECUTE FUNCTION codex_processed.maintain_quantized_embeddings();


--
-- Name: embedded_memories quantized_embeddings_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER quantized_embeddings_update AFTER UPDATE OF quantized ON codex_processed.embedded_memories FOR EACH ROW WHEN ((new.quantized <> old.quantized)) EXECUTE FUNCTION codex_processed.maintain_quantized_embeddings();


--
-- Name: memories count_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_memories();


--
-- Name: memories count_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_memories();


--
-- Name: memories count_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_truncate AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_memories();


--
-- Name: memories count_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER count_update AFTER UPDATE ON public.memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_memories();


--
-- Name: memories embedded_filters_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER embedded_filters_update AFTER UPDATE OF created_at, tags, metadata, context, summary, language ON public.memories FOR EACH ROW WHEN ((new.has_embedding AND ((new.created_at IS DISTINCT FROM old.created_at) OR (new.tags IS DISTINCT FROM old.tags) OR (new.metadata IS DISTINCT FROM old.metadata) OR (new.context_vector IS DISTINCT FROM old.context_vector) OR (new.summary_vector IS DISTINCT FROM old.summary_vector)))) EXECUTE FUNCTION codex_processed.maintain_embedded_filters();


--
-- Name: memories notify_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();


--
-- Name: memories passages_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER passages_insert AFTER INSERT ON public.memories FOR EACH ROW WHEN ((new.search_vector IS NULL)) EXECUTE FUNCTION codex_processed.maintain_passages();


--
-- Name: memories passages_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER passages_update AFTER UPDATE OF content, context, summary, language, created_at ON public.memories FOR EACH ROW WHEN (((old.search_vector IS NULL) OR (new.search_vector IS NULL))) EXECUTE FUNCTION codex_processed.maintain_passages();


--
-- Name: memories postings_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_postings();


--
-- Name: memories postings_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_postings();


--
-- Name: memories postings_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_truncate AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_postings();


--
-- Name: memories postings_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER postings_update AFTER UPDATE ON public.memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.maintain_postings();


--
-- Name: memories reset_corpus_statistics; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reset_corpus_statistics AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.reset_corpus_statistics();


--
-- Name: memories reset_languages; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reset_languages AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.reset_languages();


--
-- Name: memories set_search_vectors; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER set_search_vectors BEFORE INSERT OR UPDATE OF content, context, summary, language ON public.memories FOR EACH ROW EXECUTE FUNCTION codex_processed.set_search_vectors();


--
-- Name: analysis_runs analysis_runs_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.analysis_runs
    ADD CONSTRAINT analysis_runs_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: code_patterns code_patterns_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.code_patterns
    ADD CONSTRAINT code_patterns_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: embedded_memories embedded_memories_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_memories
    ADD CONSTRAINT embedded_memories_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: passages passages_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.passages
    ADD CONSTRAINT passages_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: processed_memories processed_memories_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.processed_memories
    ADD CONSTRAINT processed_memories_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: quantized_embeddings quantized_embeddings_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.quantized_embeddings
    ADD CONSTRAINT quantized_embeddings_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES codex_processed.embedded_memories(memory_id) ON DELETE CASCADE;


--
-- Name: auth_group_permissions auth_group_permissio_permission_id_84c5c92e_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissio_permission_id_84c5c92e_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_group_permissions auth_group_permissions_group_id_b120cbf9_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_group_permissions
    ADD CONSTRAINT auth_group_permissions_group_id_b120cbf9_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_permission auth_permission_content_type_id_2f476e4b_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_permission
    ADD CONSTRAINT auth_permission_content_type_id_2f476e4b_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_groups auth_user_groups_group_id_97559544_fk_auth_group_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_group_id_97559544_fk_auth_group_id FOREIGN KEY (group_id) REFERENCES public.auth_group(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_groups auth_user_groups_user_id_6a12ed8b_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_groups
    ADD CONSTRAINT auth_user_groups_user_id_6a12ed8b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_user_permissions auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permi_permission_id_1fbb5f2c_fk_auth_perm FOREIGN KEY (permission_id) REFERENCES public.auth_permission(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: auth_user_user_permissions auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.auth_user_user_permissions
    ADD CONSTRAINT auth_user_user_permissions_user_id_a95ead1b_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_content_type_id_c4bce8eb_fk_django_co; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_content_type_id_c4bce8eb_fk_django_co FOREIGN KEY (content_type_id) REFERENCES public.django_content_type(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: django_admin_log django_admin_log_user_id_c564eba6_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.django_admin_log
    ADD CONSTRAINT django_admin_log_user_id_c564eba6_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--


