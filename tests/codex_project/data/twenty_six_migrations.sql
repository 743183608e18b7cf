--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
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
-- Name: all_successors_of(uuid); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.all_successors_of(memory uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    SET search_path TO 'codex_processed', 'public'
    AS $$
    WITH RECURSIVE reached AS (
        SELECT successor FROM successors_of(memory)
        UNION
        SELECT next.successor FROM reached, successors_of(reached.successor) AS next
    )
    SELECT successor FROM reached
$$;


--
-- Name: padded_quantized(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.padded_quantized(embedding public.vector) RETURNS bit
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    moderate CONSTANT vector := CASE WHEN vector_norm(embedding) BETWEEN 1e-15 AND 1e15
        THEN embedding ELSE l2_normalize(embedding) END;
    numbers CONSTANT real[] := moderate::real[];
    used integer := 1536;
    mean double precision := 0;
BEGIN
    WHILE used > 0 AND numbers[used] = 0 LOOP
        used := used - 1;
    END LOOP;
    IF used > 1 THEN  -- one number alone would be its own mean
        mean := (moderate <#> array_fill(1::real, ARRAY[1536])::vector) / -used;
    END IF;
    RETURN binary_quantize(moderate - (
        array_fill(mean::real, ARRAY[used]) || array_fill(0::real, ARRAY[1536 - used])
    )::vector);
END
$$;


--
-- Name: binary_quantized(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.binary_quantized(embedding public.vector) RETURNS bit
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (public.vector_norm(public.subvector(embedding, 1536, 1)) = (0)::double precision) THEN codex_processed.padded_quantized(embedding) WHEN (NOT ((public.vector_norm(embedding) >= (0.000000000000001)::double precision) AND (public.vector_norm(embedding) <= ('1000000000000000'::numeric)::double precision))) THEN public.binary_quantize((public.l2_normalize(embedding) OPERATOR(public.-) (array_fill(((public.l2_normalize(embedding) OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) ELSE public.binary_quantize((embedding OPERATOR(public.-) (array_fill(((embedding OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) END;


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
        DELETE FROM counter_ledger RETURNING kind, project, key, amount
    ), each_project AS (
        SELECT kind, project, key, sum(amount) AS amount FROM entries GROUP BY kind, project, key
        UNION ALL
        SELECT 'memory_count', project, '', sum(amount) FROM entries WHERE kind = 'memories' GROUP BY project
    ), sums AS (
        TABLE each_project
        UNION ALL
        SELECT kind, '*', key, sum(amount) FROM each_project
        WHERE kind IN ('memory_count', 'content_bytes', 'with_embeddings', 'passages') GROUP BY kind, key
    )
    INSERT INTO counters (kind, project, key, amount) SELECT kind, project, key, amount FROM sums
    ON CONFLICT (kind, project, key) DO UPDATE SET amount = counters.amount + excluded.amount;
    DELETE FROM counters WHERE amount = 0;
END
$$;


--
-- Name: count_embedded(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.count_embedded() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', count(*) FROM new_rows GROUP BY project;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', -count(*) FROM old_rows GROUP BY project;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'with_embeddings', project, '', sum(amount) FROM (
            SELECT project, 1 AS amount FROM new_rows UNION ALL SELECT project, -1 FROM old_rows
        ) AS differences GROUP BY project HAVING sum(amount) <> 0;
    ELSE
        DELETE FROM counters WHERE kind = 'with_embeddings';
        DELETE FROM counter_ledger WHERE kind = 'with_embeddings';
    END IF;
    RETURN NULL;
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
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2, 3
        UNION ALL SELECT 'content_bytes', project, '', sum(octet_length(content)) FROM new_rows GROUP BY 2
        UNION ALL SELECT 'tag', project, tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY 2, 3;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2, 3
        UNION ALL SELECT 'content_bytes', project, '', -sum(octet_length(content)) FROM old_rows GROUP BY 2
        UNION ALL SELECT 'tag', project, tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY 2, 3;
    ELSIF TG_OP = 'UPDATE' THEN
        IF NOT EXISTS (
            SELECT id, created_at, project, tags FROM old_rows EXCEPT SELECT id, created_at, project, tags FROM new_rows
        ) THEN
            INSERT INTO counter_ledger (kind, project, key, amount)
            SELECT 'content_bytes', project, '', sum(amount) FROM (
                SELECT project, octet_length(content) AS amount FROM new_rows
                UNION ALL
                SELECT project, -octet_length(content) FROM old_rows
            ) AS differences
            GROUP BY project HAVING sum(amount) <> 0;
            RETURN NULL;
        END IF;
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT kind, project, key, sum(amount) FROM (
            SELECT 'memories' AS kind, project,
                   to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00') AS key, count(*) AS amount
            FROM new_rows GROUP BY 2, 3
            UNION ALL
            SELECT 'memories', project, to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
            FROM old_rows GROUP BY 2, 3
            UNION ALL SELECT 'content_bytes', project, '', sum(octet_length(content)) FROM new_rows GROUP BY 2
            UNION ALL SELECT 'content_bytes', project, '', -sum(octet_length(content)) FROM old_rows GROUP BY 2
            UNION ALL SELECT 'tag', project, tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY 2, 3
            UNION ALL SELECT 'tag', project, tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY 2, 3
        ) AS differences
        GROUP BY kind, project, key HAVING sum(amount) <> 0;
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
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'pattern', coalesce(project, ''), language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2, 3;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'pattern', coalesce(project, ''), language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2, 3;
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
        DELETE FROM counters WHERE kind = 'processed';
        DELETE FROM counter_ledger WHERE kind = 'processed';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO counter_ledger (kind, project, key, amount)
        SELECT 'processed', coalesce(project, ''), '', -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: current_actor(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.current_actor() RETURNS text
    LANGUAGE sql STABLE
    RETURN COALESCE(NULLIF(current_setting('codex.actor'::text, true), ''::text), ('database: '::text || (CURRENT_USER)::text));


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
            GROUP BY language HAVING language = 'english' OR count(DISTINCT word) > 1
                AND count(*) * 12 >= length(beginning) - length(replace(beginning, ' ', ''))
            ORDER BY count(*) DESC, language = 'english' DESC, language LIMIT 1;
            RETURN coalesce(detected, 'english');
        END
        $$;


--
-- Name: drop_patterns(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.drop_patterns() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    IF EXISTS (SELECT FROM code_patterns WHERE memory_id = NEW.id) THEN
        DELETE FROM code_patterns WHERE memory_id = NEW.id;
    END IF;
    IF EXISTS (SELECT FROM analysis_runs WHERE memory_id = NEW.id) THEN
        DELETE FROM analysis_runs WHERE memory_id = NEW.id;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: erase_deleted(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.erase_deleted() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    kept text;
BEGIN
    FOR kept IN SELECT 'deleted_' || name FROM kept_tables WHERE name <> 'memories' LOOP
        IF TG_OP = 'TRUNCATE' THEN
            EXECUTE format('TRUNCATE %I', kept);
        ELSE
            EXECUTE format('DELETE FROM %I AS kept USING old_rows WHERE kept.deletion = old_rows.deletion', kept);
        END IF;
    END LOOP;
    DELETE FROM former_successors AS former
    WHERE NOT EXISTS (SELECT FROM deleted_memories WHERE id = former.successor)
        AND NOT EXISTS (SELECT FROM deleted_memories WHERE id = former.predecessor);
    RETURN NULL;
END
$$;


--
-- Name: fields_vector(tsvector, tsvector, tsvector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.fields_vector(summary tsvector, context tsvector, content tsvector) RETURNS tsvector
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    vector tsvector := setweight(summary, 'A') || setweight(context, 'B') || setweight(content, 'C');
BEGIN
    IF has_full_lexeme(vector) THEN
        IF EXISTS (
            SELECT FROM unnest(vector) AS each JOIN unnest(summary || context) AS other USING (lexeme)
            WHERE cardinality(each.positions) >= 255
        ) THEN
            vector := whole_vector(ARRAY[setweight(summary, 'A'), setweight(context, 'B'), setweight(content, 'C')]);
        END IF;
        INSERT INTO continued_words (lexeme, continuation)
        SELECT split_part(each.lexeme, '~', 1), split_part(each.lexeme, '~', 2)::smallint AS continuation
        FROM unnest(vector) AS each WHERE each.lexeme LIKE '%~%' AND NOT EXISTS (
            SELECT FROM continued_words AS known
            WHERE known.lexeme || '~' || known.continuation = each.lexeme
                AND known.lexeme = split_part(each.lexeme, '~', 1)
        )
        ORDER BY 1, 2 -- so that two of them do not wait for each other
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN vector;
END
$$;


--
-- Name: forget_outdated_embeddings(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.forget_outdated_embeddings() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    -- Asked first, because the triggers of a statement run even if it changes nothing.
    IF EXISTS (SELECT FROM processed_memories WHERE memory_id = NEW.id AND embedding_model <> '') THEN
        UPDATE processed_memories SET embeddings = NULL, embedding_model = ''
        WHERE memory_id = NEW.id AND embedding_model <> '';
    END IF;
    DELETE FROM embedding_claims WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: has_full_lexeme(tsvector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.has_full_lexeme(vector tsvector) RETURNS boolean
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    positioned CONSTANT tsvector := ts_filter(vector, '{a,b,c,d}');
BEGIN
    IF pg_column_size(positioned) - pg_column_size(strip(positioned)) < 4 * length(positioned) + 2 * 254 THEN
        RETURN false;
    END IF;
    RETURN EXISTS (
        SELECT FROM unnest(positioned) AS each (lexeme, positions, weights) WHERE cardinality(positions) >= 255
    );
END
$$;


--
-- Name: identifier_parts(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.identifier_parts(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT string_agg(regexp_replace(regexp_replace(regexp_replace(matched.matched[1], '([a-zß-öø-ÿ])([A-ZÀ-ÖØ-Þ])'::text, '\1 \2'::text, 'g'::text), '([A-ZÀ-ÖØ-Þ])([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])'::text, '\1 \2'::text, 'g'::text), '([A-Za-zÀ-ÖØ-öø-ÿ])(?=[0-9])|([0-9])(?=[A-Za-zÀ-ÖØ-öø-ÿ])'::text, '\& '::text, 'g'::text), ' '::text) AS string_agg FROM regexp_matches(identifier_parts.source, '[A-Za-z0-9À-ÖØ-öø-ÿ]*(?:[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ])[A-Za-z0-9À-ÖØ-öø-ÿ]*'::text, 'g'::text) matched(matched));


--
-- Name: keep_deleted(text, text[]); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted(source text, derived_columns text[] DEFAULT NULL::text[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $_$
DECLARE
    kept text := 'deleted_' || source;
    excluded text[];
    added record;
    names text;
    statement text;
BEGIN
    INSERT INTO kept_tables AS known (name, derived) VALUES (source, coalesce(derived_columns, '{}'))
    ON CONFLICT (name) DO UPDATE SET derived = coalesce(derived_columns, known.derived)
    RETURNING derived INTO excluded;
    IF to_regclass(quote_ident(kept)) IS NULL THEN
        EXECUTE format('CREATE TABLE %I (deletion bigint NOT NULL)', kept);
        EXECUTE format('CREATE INDEX %I ON %I (deletion)', 'idx_' || kept, kept);
    END IF;
    FOR added IN
        SELECT attname, format_type(atttypid, atttypmod) AS type,
            CASE attstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'm' THEN 'MAIN' ELSE 'EXTENDED' END
                AS storage,
            CASE WHEN attgenerated = '' THEN pg_get_expr(adbin, adrelid) END AS value
        FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE attrelid = to_regclass(quote_ident(source)) AND attnum > 0 AND NOT attisdropped
            AND attname <> ALL (excluded) AND attname NOT IN (
                SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(quote_ident(kept)) AND NOT attisdropped
            )
        ORDER BY attnum
    LOOP
        EXECUTE format('ALTER TABLE %I ADD COLUMN %I %s', kept, added.attname, added.type)
            || coalesce(' DEFAULT ' || added.value, '');
        EXECUTE format('ALTER TABLE %I ALTER COLUMN %I SET STORAGE %s', kept, added.attname, added.storage);
    END LOOP;

    names := kept_columns(source, false);
    IF source = 'memories' THEN
        statement := format(
            'INSERT INTO deleted_memories (deleted_by, %1$s)
            SELECT coalesce(nullif(current_setting(''codex.actor'', true), ''''), ''database: '' || current_user), %1$s
            FROM old_rows', names
        );
    ELSE
        -- Both tables are looked up once for a memory, by subqueries of one value, which no plan turns into joins.
        statement := format(
            'INSERT INTO %I (deletion, %2$s)
            SELECT found.deletion, %2$s FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL', kept, names
        );
    END IF;
    EXECUTE format(
        'CREATE OR REPLACE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS %L',
        'keep_' || kept,
        format(
            'BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN %s; END IF; RETURN NULL; END', statement
        )
    );
    IF NOT EXISTS (
        SELECT FROM pg_trigger WHERE tgrelid = to_regclass(quote_ident(source)) AND tgname = 'keep_deleted'
    ) THEN
        EXECUTE format(
            'CREATE TRIGGER keep_deleted AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows
            FOR EACH STATEMENT EXECUTE FUNCTION %I()', source, 'keep_' || kept
        );
    END IF;
END
$_$;


--
-- Name: keep_deleted_analysis_runs(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted_analysis_runs() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN INSERT INTO deleted_analysis_runs (deletion, id, memory_id, language, fingerprint, analysed_at)
            SELECT found.deletion, id, memory_id, language, fingerprint, analysed_at FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL; END IF; RETURN NULL; END$$;


--
-- Name: keep_deleted_code_patterns(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted_code_patterns() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN INSERT INTO deleted_code_patterns (deletion, id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id, project)
            SELECT found.deletion, id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id, project FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL; END IF; RETURN NULL; END$$;


--
-- Name: keep_deleted_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted_memories() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN INSERT INTO deleted_memories (deleted_by, id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, content_length, has_embedding, language, project, superseded_by, superseded_at, version, stored_by, changed_by)
            SELECT coalesce(nullif(current_setting('codex.actor', true), ''), 'database: ' || current_user), id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, content_length, has_embedding, language, project, superseded_by, superseded_at, version, stored_by, changed_by
            FROM old_rows; END IF; RETURN NULL; END$$;


--
-- Name: keep_deleted_memory_versions(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted_memory_versions() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN INSERT INTO deleted_memory_versions (deletion, memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata, project)
            SELECT found.deletion, memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata, project FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL; END IF; RETURN NULL; END$$;


--
-- Name: keep_deleted_processed_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_deleted_processed_memories() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$BEGIN IF trash_days() > 0 AND EXISTS (SELECT FROM old_rows) THEN INSERT INTO deleted_processed_memories (deletion, id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, project, embedding_model)
            SELECT found.deletion, id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, project, embedding_model FROM old_rows AS gone JOIN (
                SELECT memory_id AS deleted_id, (
                    SELECT max(deletion) FROM deleted_memories WHERE id = memory_id
                ) AS deletion
                FROM (SELECT DISTINCT memory_id FROM old_rows) AS touched
                WHERE (SELECT id FROM memories WHERE id = memory_id) IS NULL
            ) AS found ON found.deleted_id = gone.memory_id
            WHERE found.deletion IS NOT NULL; END IF; RETURN NULL; END$$;


--
-- Name: keep_version(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.keep_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    INSERT INTO memory_versions
        (memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata,
        project)
    SELECT OLD.id, OLD.version, coalesce((
            SELECT valid_to FROM memory_versions WHERE memory_id = OLD.id AND version < OLD.version
            ORDER BY version DESC LIMIT 1
        ), OLD.created_at), NEW.updated_at, NEW.changed_by,
        nullif(OLD.content, NEW.content), nullif(OLD.context, NEW.context), nullif(OLD.summary, NEW.summary),
        nullif(OLD.tags, NEW.tags), CASE WHEN OLD.metadata::text <> NEW.metadata::text THEN OLD.metadata END,
        nullif(OLD.project, NEW.project);
    RETURN NULL;
END
$$;


--
-- Name: kept_columns(text, boolean); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.kept_columns(source text, writable boolean) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    RETURN (
        SELECT string_agg(quote_ident(original.attname), ', ' ORDER BY original.attnum)
        FROM pg_attribute AS original JOIN pg_attribute AS kept USING (attname)
        WHERE original.attrelid = to_regclass(quote_ident(source))
            AND kept.attrelid = to_regclass(quote_ident('deleted_' || source))
            AND original.attnum > 0 AND NOT original.attisdropped AND NOT kept.attisdropped
            AND NOT (writable AND original.attgenerated <> '')
    );
END
$$;


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
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector,
        project = NEW.project, superseded_at = NEW.superseded_at
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
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below. A first
        -- processing, which most are, can hide no older one.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE processing_version <> 1
            OR embeddings IS NOT NULL AND NOT EXISTS (SELECT FROM embedded_memories WHERE memory_id = added.memory_id)
            OR EXISTS (SELECT FROM processed_memories WHERE memory_id = added.memory_id AND processing_version <> 1);
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM FROM memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows UNION ALL SELECT memory_id FROM new_rows)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM memories AS memory WHERE memory.id IN (SELECT memory_id FROM old_rows)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, processed.quantized, processed.embedding_model
            FROM unnest(touched_ids) AS touched (id) LEFT JOIN LATERAL (
                SELECT binary_quantized(embeddings) AS quantized, embedding_model FROM processed_memories
                WHERE memory_id = touched.id ORDER BY processing_version DESC LIMIT 1
            ) AS processed ON true
        ), gone AS (
            DELETE FROM embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.quantized IS NULL
        ), known AS (
            INSERT INTO embedded_memories AS embedded (
                memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector, project,
                superseded_at, embedding_model
            )
            SELECT id, created_at, newest.quantized, tags, metadata, context_vector, summary_vector, project,
                superseded_at, newest.embedding_model
            FROM memories JOIN newest USING (id) WHERE newest.quantized IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE
                SET quantized = excluded.quantized, embedding_model = excluded.embedding_model
                WHERE (embedded.quantized, embedded.embedding_model)
                    IS DISTINCT FROM (excluded.quantized, excluded.embedding_model)
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
        INSERT INTO passages (memory_id, start, content, created_at, search_vector)
        SELECT NEW.id, start, passage, NEW.created_at,
            fields_vector(NEW.summary_vector, NEW.context_vector, words_vector(passage, NEW.language))
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
        IF NOT EXISTS (
            SELECT id, created_at, project, superseded_at IS NULL, tags, metadata FROM old_rows
            EXCEPT
            SELECT id, created_at, project, superseded_at IS NULL, tags, metadata FROM new_rows
        ) THEN
            UPDATE postings SET updated_at = memories.updated_at
            FROM new_rows JOIN memories USING (id),
                scoped_terms(memories.project, memories.superseded_at, memories.tags, memories.metadata) AS known
            WHERE postings.term = known AND postings.created_at = memories.created_at AND memory_id = memories.id
                AND postings.updated_at <> memories.updated_at;
            RETURN NULL;
        END IF;
        WITH gone AS (
            SELECT id, term, created_at, updated_at
            FROM old_rows, scoped_terms(project, superseded_at, tags, metadata) AS term
            EXCEPT
            SELECT memories.id, term, memories.created_at, memories.updated_at
            FROM new_rows JOIN memories USING (id),
                scoped_terms(memories.project, memories.superseded_at, memories.tags, memories.metadata) AS term
        )
        DELETE FROM postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO postings (memory_id, term, created_at, updated_at)
        SELECT memories.id, term, memories.created_at, memories.updated_at
        FROM new_rows JOIN memories USING (id),
            scoped_terms(memories.project, memories.superseded_at, memories.tags, memories.metadata) AS term
        EXCEPT
        SELECT id, term, created_at, updated_at
        FROM old_rows, scoped_terms(project, superseded_at, tags, metadata) AS term
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM postings USING old_rows, scoped_terms(project, superseded_at, tags, metadata) AS gone
        WHERE postings.term = gone AND postings.created_at = old_rows.created_at AND memory_id = old_rows.id;
    ELSE
        INSERT INTO postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at
        FROM new_rows, scoped_terms(project, superseded_at, tags, metadata) AS term;
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
    IF NEW.embedding_model = '' THEN
        INSERT INTO quantized_embeddings AS known (memory_id, quantized, is_superseded)
        VALUES (NEW.memory_id, NEW.quantized, NEW.superseded_at IS NOT NULL)
        ON CONFLICT (memory_id) DO UPDATE
            SET quantized = excluded.quantized, is_superseded = excluded.is_superseded
            WHERE (known.quantized, known.is_superseded) <> (excluded.quantized, excluded.is_superseded);
    ELSE
        INSERT INTO provided_embeddings AS known (memory_id, embedding_model, quantized, is_superseded)
        VALUES (NEW.memory_id, NEW.embedding_model, NEW.quantized, NEW.superseded_at IS NOT NULL)
        ON CONFLICT (memory_id) DO UPDATE SET
            quantized = excluded.quantized, embedding_model = excluded.embedding_model,
            is_superseded = excluded.is_superseded
            WHERE (known.quantized, known.embedding_model, known.is_superseded)
                <> (excluded.quantized, excluded.embedding_model, excluded.is_superseded);
    END IF;
    IF TG_OP = 'UPDATE' THEN
        IF NEW.embedding_model <> '' AND OLD.embedding_model = '' THEN
            DELETE FROM quantized_embeddings WHERE memory_id = NEW.memory_id;
        ELSIF NEW.embedding_model = '' AND OLD.embedding_model <> '' THEN
            DELETE FROM provided_embeddings WHERE memory_id = NEW.memory_id;
        END IF;
    END IF;
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
-- Name: move_patterns(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.move_patterns() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    UPDATE code_patterns SET project = NEW.project WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: move_processed(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.move_processed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    UPDATE processed_memories SET project = NEW.project WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: nearest_successors_of(uuid); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.nearest_successors_of(memory uuid) RETURNS TABLE(successor uuid, superseded_at timestamp with time zone, is_deleted boolean)
    LANGUAGE sql STABLE
    SET search_path TO 'codex_processed', 'public'
    AS $$
    WITH RECURSIVE reached AS (
        SELECT found.successor, found.superseded_at,
            NOT EXISTS (SELECT FROM memories WHERE id = found.successor) AS is_deleted
        FROM successors_of(memory) AS found
        UNION
        SELECT next.successor, reached.superseded_at, NOT EXISTS (SELECT FROM memories WHERE id = next.successor)
        FROM reached, successors_of(reached.successor) AS next WHERE reached.is_deleted
    )
    SELECT reached.successor, max(reached.superseded_at), reached.is_deleted FROM reached GROUP BY 1, 3
$$;


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
-- Name: part_from_other_projects(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.part_from_other_projects() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    UPDATE memories SET superseded_by = NULL, superseded_at = NULL
    WHERE superseded_by = NEW.id AND project <> NEW.project;
    UPDATE memories SET superseded_by = NULL, superseded_at = NULL
    WHERE id = NEW.id AND EXISTS (
        SELECT FROM memories AS successor
        WHERE successor.id = memories.superseded_by AND successor.project <> NEW.project
    );
    RETURN NULL;
END
$$;


--
-- Name: pass_on_predecessors(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.pass_on_predecessors() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    -- More than once if this one waits below for the deletion of a predecessor, which meanwhile passes its own
    -- predecessors on to a memory that this statement deletes. Predecessors are looked up memory by memory, by subqueries
    -- that no plan turns into joins.
    WHILE EXISTS (
        SELECT FROM old_rows WHERE (SELECT id FROM memories WHERE superseded_by = old_rows.id LIMIT 1) IS NOT NULL
    ) LOOP
        WITH RECURSIVE passed AS (
            SELECT predecessor.id AS predecessor, predecessor.superseded_at, old_rows.id AS formerly_by,
                old_rows.id AS successor, old_rows.superseded_by AS passed_to
            FROM old_rows CROSS JOIN LATERAL (
                SELECT id, superseded_at FROM memories WHERE superseded_by = old_rows.id OFFSET 0
            ) AS predecessor
            UNION ALL
            SELECT predecessor, passed.superseded_at, formerly_by, old_rows.id, old_rows.superseded_by
            FROM passed JOIN old_rows ON old_rows.id = passed_to
        ), recorded AS (
            INSERT INTO former_successors (successor, predecessor, superseded_at)
            SELECT successor, predecessor, superseded_at FROM passed WHERE trash_days() > 0
            UNION
            -- Who would supersede the successor again would supersede its predecessor, as long as that one is deleted.
            SELECT former.successor, passed.predecessor, passed.superseded_at
            FROM passed JOIN former_successors AS former ON former.predecessor = passed.successor
            WHERE trash_days() > 0
            ON CONFLICT (successor, predecessor) DO UPDATE SET superseded_at = excluded.superseded_at
        )
        UPDATE memories SET
            superseded_by = passed_to,
            superseded_at = CASE WHEN passed_to IS NULL THEN NULL ELSE memories.superseded_at END
        FROM passed
        WHERE memories.id = predecessor AND memories.superseded_by = formerly_by
            AND NOT EXISTS (SELECT FROM old_rows WHERE old_rows.id = passed_to);
    END LOOP;
    RETURN NULL;
END
$$;


--
-- Name: project_key(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.project_key(project text) RETURNS bigint
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ((hashtextextended(project, (0)::bigint) & '72057594037927935'::bigint) + '72057594037927936'::bigint);


--
-- Name: project_keys(text[]); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.project_keys(projects text[]) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN ARRAY(SELECT codex_processed.project_key(project.project) AS project_key FROM unnest(project_keys.projects) project(project));


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
 WITH stemmers AS MATERIALIZED (
          SELECT ((('words_'::text || languages.name) || '_stem'::text))::regdictionary AS dictionary,
             (languages.name = ANY (ARRAY['finnish'::text, 'hungarian'::text, 'turkish'::text])) AS truncates
            FROM codex_processed.languages
           WHERE (languages.name <> 'simple'::text)
         ), detected AS MATERIALIZED (
          SELECT ((codex_processed.detect_language(question_words.source) || '_stem'::text))::regdictionary AS dictionary
         )
  SELECT parsed.token,
         CASE
             WHEN (parsed.kind <> ALL (ARRAY[1, 2])) THEN ARRAY[without.folded]
             ELSE ARRAY( SELECT DISTINCT stems.stem
                FROM (stemmers
                  CROSS JOIN LATERAL ( SELECT unnest(ts_lexize(stemmers.dictionary, without.folded)) AS unnest
                     UNION ALL
                      SELECT codex_processed.without_accents(unnest(ts_lexize(stemmers.dictionary, parsed.token))) AS without_accents
                       WHERE (without.folded <> parsed.token)
                     UNION ALL
                      SELECT codex_processed.truncated_words(without.folded) AS truncated_words
                       WHERE stemmers.truncates) stems(stem))
               ORDER BY stems.stem)
         END AS "array",
     COALESCE((ts_lexize(detected.dictionary, parsed.token) = '{}'::text[]), false) AS "coalesce"
    FROM ((ts_parse('default'::text, codex_processed.word_text(question_words.source)) WITH ORDINALITY parsed(kind, token, place)
      CROSS JOIN LATERAL ( SELECT
                 CASE
                     WHEN (octet_length(parsed.token) = length(parsed.token)) THEN parsed.token
                     ELSE codex_processed.without_accents(parsed.token)
                 END AS without_accents) without(folded))
      CROSS JOIN detected)
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
-- Name: reset_continued_words(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.reset_continued_words() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    DELETE FROM continued_words;
    RETURN NULL;
END
$$;


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
-- Name: restore_memories(bigint[]); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.restore_memories(deletions bigint[]) RETURNS TABLE(deletion bigint, id uuid, content_hash character varying)
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $_$
#variable_conflict use_column
DECLARE
    restored bigint[];
    source text;
BEGIN
    -- Whoever restores or erases the same ones waits, and then finds them gone.
    PERFORM FROM deleted_memories WHERE deletion = ANY (deletions) ORDER BY deletion FOR UPDATE;
    EXECUTE format(
        'WITH chosen AS MATERIALIZED (
            SELECT DISTINCT ON (id) * FROM deleted_memories WHERE deletion = ANY ($1) ORDER BY id, deletion DESC
        ), inserted AS (
            INSERT INTO memories (%1$s) OVERRIDING SYSTEM VALUE
            SELECT %1$s FROM chosen ORDER BY deletion DESC ON CONFLICT DO NOTHING RETURNING id
        )
        SELECT array_agg(deletion) FROM chosen JOIN inserted USING (id)', kept_columns('memories', true)
    ) INTO restored USING deletions;
    FOR source IN SELECT name FROM kept_tables WHERE name <> 'memories' ORDER BY name LOOP
        EXECUTE format(
            'INSERT INTO %I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM %3$I WHERE deletion = ANY ($1)',
            source, kept_columns(source, true), 'deleted_' || source
        ) USING restored;
    END LOOP;
    PERFORM restore_successors(ARRAY(SELECT id FROM deleted_memories WHERE deletion = ANY (restored)));
    RETURN QUERY DELETE FROM deleted_memories WHERE deletion = ANY (restored) RETURNING deletion, id, content_hash;
END
$_$;


--
-- Name: restore_successors(uuid[]); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.restore_successors(restored uuid[]) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    memory record;
    nearest record;
BEGIN
    FOR memory IN
        SELECT id, project, superseded_by, superseded_at FROM memories
        WHERE id = ANY (restored)
            AND (superseded_by IS NOT NULL OR EXISTS (SELECT FROM former_successors WHERE predecessor = id))
        UNION
        SELECT id, project, memories.superseded_by, memories.superseded_at
        FROM former_successors JOIN memories ON id = predecessor WHERE successor = ANY (restored)
        ORDER BY id
    LOOP
        SELECT found.successor, found.superseded_at INTO nearest
        FROM nearest_successors_of(memory.id) AS found JOIN memories ON memories.id = found.successor
        WHERE memories.project = memory.project AND NOT EXISTS (
            SELECT FROM nearest_successors_of(memory.id) AS nearer
            WHERE NOT nearer.is_deleted AND nearer.successor <> found.successor
                AND found.successor IN (SELECT all_successors_of(nearer.successor))
        )
        ORDER BY found.successor = memory.superseded_by DESC NULLS LAST, found.superseded_at DESC, found.successor
        LIMIT 1;
        CONTINUE WHEN nearest.successor IS NOT DISTINCT FROM memory.superseded_by;
        -- If one of these is restored, it supersedes the memory again.
        INSERT INTO former_successors (successor, predecessor, superseded_at)
        SELECT successor, memory.id, superseded_at FROM nearest_successors_of(memory.id) WHERE is_deleted
        ON CONFLICT DO NOTHING;
        UPDATE memories SET superseded_by = nearest.successor, superseded_at = nearest.superseded_at
        WHERE id = memory.id;
    END LOOP;
    DELETE FROM former_successors AS former USING memories AS successor, memories AS predecessor
    WHERE (former.successor = ANY (restored) OR former.predecessor = ANY (restored))
        AND successor.id = former.successor AND predecessor.id = former.predecessor;
END
$$;


--
-- Name: scoped(text, text, boolean); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.scoped(term text, project text, is_superseded boolean) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN ((project = ''::text) AND (NOT is_superseded)) THEN term ELSE (((''::text || project) || CASE WHEN is_superseded THEN ''::text ELSE ''::text END) || term) END;


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
-- Name: scoped_terms(text, timestamp with time zone, text[], jsonb); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.scoped_terms(project text, superseded_at timestamp with time zone, tags text[], metadata jsonb) RETURNS SETOF text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    BEGIN ATOMIC
 SELECT codex_processed.scoped(term.term, scoped_terms.project, (scoped_terms.superseded_at IS NOT NULL)) AS scoped
    FROM codex_processed.terms(scoped_terms.tags, scoped_terms.metadata) term(term);
END;


--
-- Name: time_bucket_ids(timestamp with time zone, boolean); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.time_bucket_ids(moment timestamp with time zone, embedded boolean) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (CASE WHEN isfinite(moment) THEN ARRAY[(((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 12) + 0), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 16) + '1099511627776'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 20) + '2199023255552'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 24) + '3298534883328'::bigint)] ELSE '{}'::bigint[] END || CASE WHEN embedded THEN '{-1}'::bigint[] ELSE '{}'::bigint[] END);


--
-- Name: search_keys(timestamp with time zone, text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.search_keys(created_at timestamp with time zone, project text) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (codex_processed.time_bucket_ids(created_at, false) || codex_processed.project_key(project));


--
-- Name: set_project_of_memory(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.set_project_of_memory() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    NEW.project := (SELECT project FROM memories WHERE id = NEW.memory_id);
    RETURN NEW;
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
    IF TG_OP = 'UPDATE' AND NEW.content <> OLD.content AND NEW.summary = OLD.summary AND NEW.context = OLD.context
        AND NEW.language = OLD.language AND OLD.summary_vector IS NOT NULL AND OLD.context_vector IS NOT NULL
    THEN
        NEW.summary_vector := OLD.summary_vector;
        NEW.context_vector := OLD.context_vector;
    ELSE
        IF NOT EXISTS (SELECT FROM languages WHERE name = NEW.language) THEN
            INSERT INTO languages (name) VALUES (NEW.language) ON CONFLICT DO NOTHING;
        END IF;
        NEW.summary_vector := words_vector(NEW.summary, NEW.language);
        NEW.context_vector := words_vector(NEW.context, NEW.language);
    END IF;
    NEW.search_vector := CASE WHEN octet_length(NEW.content) <= 6000 THEN
        fields_vector(NEW.summary_vector, NEW.context_vector, words_vector(NEW.content, NEW.language))
    END;
    RETURN NEW;
END
$$;


--
-- Name: set_version(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.set_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    NEW.updated_at := greatest(clock_timestamp(), OLD.updated_at + interval '1 microsecond');
    IF NEW.content <> OLD.content OR NEW.context <> OLD.context OR NEW.summary <> OLD.summary
        OR NEW.tags <> OLD.tags OR NEW.metadata::text <> OLD.metadata::text OR NEW.project <> OLD.project
    THEN
        NEW.version := OLD.version + 1;
        NEW.changed_by := current_actor();
    END IF;
    RETURN NEW;
END
$$;


--
-- Name: split_passages(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.split_passages(content text) RETURNS TABLE(start integer, passage text)
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
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
-- Name: stems_vector(text, text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.stems_vector(words text, language text) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
DECLARE
    configuration CONSTANT regconfig := 'words_' || language;
    folded text := words;
    vector tsvector;
BEGIN
    IF octet_length(words) = length(words) THEN
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
    RETURN vector;
END
$$;


--
-- Name: successors_of(uuid); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.successors_of(memory uuid) RETURNS TABLE(successor uuid, superseded_at timestamp with time zone)
    LANGUAGE sql STABLE
    SET search_path TO 'codex_processed', 'public'
    AS $$
    SELECT superseded_by, superseded_at FROM memories WHERE id = memory AND superseded_by IS NOT NULL
    UNION
    SELECT superseded_by, superseded_at FROM (
        SELECT superseded_by, superseded_at FROM deleted_memories
        WHERE id = memory AND NOT EXISTS (SELECT FROM memories WHERE id = memory)
        ORDER BY deletion DESC LIMIT 1
    ) AS deleted WHERE superseded_by IS NOT NULL
    UNION
    SELECT former.successor, former.superseded_at FROM former_successors AS former WHERE predecessor = memory
$$;


--
-- Name: trash_days(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.trash_days() RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    AS $_$
    SELECT CASE WHEN current_setting('codex.trash_days', true) ~ '^[0-9]{1,5}$'
        THEN current_setting('codex.trash_days', true)::integer ELSE 7 END
$_$;


--
-- Name: whole_vector(tsvector[]); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.whole_vector(vectors tsvector[]) RETURNS tsvector
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $$
BEGIN
    RETURN (
        WITH measured AS MATERIALIZED (
            SELECT number, vector, (
                SELECT positions[1] - 1 FROM unnest(vector || '''~'':1'::tsvector) AS of_vector WHERE lexeme = '~'
            ) AS last
            FROM unnest(vectors) WITH ORDINALITY AS each (vector, number)
        ), moved AS (
            SELECT number, CASE WHEN before > 0
                THEN format('''~'':%s', before)::tsvector || vector ELSE vector END AS vector
            FROM (
                SELECT *, sum(last) OVER (ORDER BY number ROWS UNBOUNDED PRECEDING EXCLUDE CURRENT ROW) AS before
                FROM measured
            ) AS with_offsets
        ), lexemes AS (
            SELECT base, string_to_array(string_agg(
                array_to_string(positions, weights[1] || ',') || weights[1], ',' ORDER BY number, positions[1]
            ), ',') AS places
            FROM moved CROSS JOIN LATERAL unnest(vector) AS of_vector
            CROSS JOIN LATERAL split_part(lexeme, '~', 1) AS split (base)
            WHERE positions IS NOT NULL AND lexeme <> '~' GROUP BY base
        )
        SELECT coalesce(string_agg(
            '''' || replace(replace(base, '\', '\\'), '''', '''''')
                || CASE WHEN number > 0 THEN '~' || number ELSE '' END || ''':'
                || array_to_string(places[1 + 255 * number : 255 + 255 * number], ','),
            ' '
        ), '')::tsvector || array_to_tsvector(ARRAY(
            SELECT DISTINCT lexeme FROM unnest(vectors) AS each (vector) CROSS JOIN LATERAL unnest(vector) AS of_vector
            WHERE positions IS NULL
        ))
        FROM lexemes CROSS JOIN LATERAL generate_series(0, (cardinality(places) - 1) / 255) AS number
    );
END
$$;


--
-- Name: without_breaks(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.without_breaks(source text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(source, '.'::text, ' '::text), '/'::text, ' '::text), '_'::text, ' '::text), '-'::text, ' '::text), ':'::text, ' '::text), '@'::text, ' '::text), '='::text, ' '::text), '\'::text, ' '::text), '#'::text, ' '::text), '~'::text, ' '::text), '+'::text, ' '::text), '*'::text, ' '::text), '<'::text, ' '::text), '>'::text, ' '::text), '['::text, ' '::text), ']'::text, ' '::text), '('::text, ' '::text), ')'::text, ' '::text), '{'::text, ' '::text), '}'::text, ' '::text), '`'::text, ' '::text), '&'::text, ' '::text);


--
-- Name: word_pieces(text); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.word_pieces(words text) RETURNS text[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'codex_processed', 'public'
    AS $_$
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
$_$;


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
    parts text := '';
    vector tsvector := stems_vector(words, language);
BEGIN
    IF source ~ '[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-Za-zÀ-ÖØ-öø-ÿ][0-9]|[0-9][A-Za-zÀ-ÖØ-öø-ÿ]' THEN
        parts := without_accents(word_text(coalesce(identifier_parts(source), '')));
        vector := vector || to_tsvector(configuration, parts);
    END IF;
    IF octet_length(source) > 500 AND has_full_lexeme(vector) THEN
        vector := whole_vector(
            ARRAY(SELECT stems_vector(piece, language) FROM unnest(word_pieces(words)) AS piece)
            || ARRAY(SELECT to_tsvector(configuration, piece) FROM unnest(word_pieces(parts)) AS piece)
        );
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
-- Name: access_tokens; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.access_tokens (
    id bigint NOT NULL,
    name text NOT NULL,
    token_hash character varying(64) NOT NULL,
    projects text[] DEFAULT '{}'::text[] NOT NULL,
    is_read_only boolean DEFAULT false NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    created_by text DEFAULT ''::text NOT NULL,
    expires_at timestamp with time zone,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone
);


--
-- Name: access_tokens_id_seq; Type: SEQUENCE; Schema: codex_processed; Owner: -
--

ALTER TABLE codex_processed.access_tokens ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME codex_processed.access_tokens_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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
    project text,
    CONSTRAINT code_patterns_confidence_check CHECK (((confidence >= (0.0)::double precision) AND (confidence <= (1.0)::double precision))),
    CONSTRAINT code_patterns_frequency_check CHECK (((frequency >= (0.0)::double precision) AND (frequency <= (1.0)::double precision)))
);


--
-- Name: continued_words; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.continued_words (
    lexeme text NOT NULL,
    continuation smallint NOT NULL
);


--
-- Name: counter_ledger; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.counter_ledger (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL,
    project text DEFAULT ''::text NOT NULL
);


--
-- Name: counters; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.counters (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL,
    project text DEFAULT ''::text NOT NULL
);


--
-- Name: corpus; Type: VIEW; Schema: codex_processed; Owner: -
--

CREATE VIEW codex_processed.corpus AS
 WITH entries AS (
         SELECT counters.kind,
            counters.amount
           FROM codex_processed.counters
          WHERE ((counters.kind = ANY (ARRAY['memory_count'::text, 'content_bytes'::text, 'with_embeddings'::text, 'passages'::text])) AND (counters.project = '*'::text))
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
-- Name: deleted_analysis_runs; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.deleted_analysis_runs (
    deletion bigint NOT NULL,
    id bigint,
    memory_id uuid,
    language character varying(20),
    fingerprint character varying(16),
    analysed_at timestamp with time zone DEFAULT statement_timestamp()
);


--
-- Name: deleted_code_patterns; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.deleted_code_patterns (
    deletion bigint NOT NULL,
    id uuid DEFAULT gen_random_uuid(),
    pattern_type character varying(50),
    pattern_signature text,
    frequency real,
    confidence real,
    ast_features jsonb,
    language character varying(20),
    discovered_at timestamp with time zone DEFAULT statement_timestamp(),
    memory_id uuid,
    project text
);


--
-- Name: deleted_memories; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.deleted_memories (
    deletion bigint NOT NULL,
    deleted_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    deleted_by text NOT NULL,
    id uuid DEFAULT gen_random_uuid(),
    content text,
    content_hash character varying(64),
    context text,
    summary text,
    tags text[] DEFAULT '{}'::text[],
    metadata jsonb DEFAULT '{}'::jsonb,
    created_at timestamp with time zone DEFAULT statement_timestamp(),
    updated_at timestamp with time zone DEFAULT statement_timestamp(),
    content_length integer,
    has_embedding boolean DEFAULT false,
    language text DEFAULT ''::text,
    project text DEFAULT ''::text,
    superseded_by uuid,
    superseded_at timestamp with time zone,
    version integer DEFAULT 1,
    stored_by text DEFAULT codex_processed.current_actor(),
    changed_by text DEFAULT codex_processed.current_actor()
);
ALTER TABLE ONLY codex_processed.deleted_memories ALTER COLUMN context SET STORAGE MAIN;
ALTER TABLE ONLY codex_processed.deleted_memories ALTER COLUMN summary SET STORAGE MAIN;
ALTER TABLE ONLY codex_processed.deleted_memories ALTER COLUMN tags SET STORAGE MAIN;
ALTER TABLE ONLY codex_processed.deleted_memories ALTER COLUMN metadata SET STORAGE MAIN;


--
-- Name: deleted_memories_deletion_seq; Type: SEQUENCE; Schema: codex_processed; Owner: -
--

ALTER TABLE codex_processed.deleted_memories ALTER COLUMN deletion ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME codex_processed.deleted_memories_deletion_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: deleted_memory_versions; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.deleted_memory_versions (
    deletion bigint NOT NULL,
    memory_id uuid,
    version integer,
    valid_from timestamp with time zone,
    valid_to timestamp with time zone,
    changed_by text,
    content text,
    context text,
    summary text,
    tags text[],
    metadata jsonb,
    project text
);


--
-- Name: deleted_processed_memories; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.deleted_processed_memories (
    deletion bigint NOT NULL,
    id uuid DEFAULT gen_random_uuid(),
    insights jsonb,
    embeddings public.vector(1536),
    entities jsonb,
    sentiment real,
    processed_at timestamp with time zone DEFAULT statement_timestamp(),
    processing_version integer DEFAULT 1,
    memory_id uuid,
    project text,
    embedding_model text DEFAULT ''::text
);
ALTER TABLE ONLY codex_processed.deleted_processed_memories ALTER COLUMN embeddings SET STORAGE PLAIN;


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
    summary_vector tsvector NOT NULL,
    project text DEFAULT ''::text NOT NULL,
    superseded_at timestamp with time zone,
    embedding_model text DEFAULT ''::text NOT NULL
);
ALTER TABLE ONLY codex_processed.embedded_memories ALTER COLUMN quantized SET STORAGE PLAIN;


--
-- Name: embedding_claims; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.embedding_claims (
    memory_id uuid NOT NULL,
    claimed_until timestamp with time zone NOT NULL,
    was_refused boolean DEFAULT false NOT NULL
);


--
-- Name: former_successors; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.former_successors (
    successor uuid NOT NULL,
    predecessor uuid NOT NULL,
    superseded_at timestamp with time zone NOT NULL
);


--
-- Name: kept_tables; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.kept_tables (
    name text NOT NULL,
    derived text[] NOT NULL
);


--
-- Name: memory_versions; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.memory_versions (
    memory_id uuid NOT NULL,
    version integer NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone NOT NULL,
    changed_by text NOT NULL,
    content text,
    context text,
    summary text,
    tags text[],
    metadata jsonb,
    project text
);


--
-- Name: passages; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.passages (
    memory_id uuid NOT NULL,
    start integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    search_vector tsvector NOT NULL,
    content text NOT NULL
);
ALTER TABLE ONLY codex_processed.passages ALTER COLUMN search_vector SET STORAGE MAIN;
ALTER TABLE ONLY codex_processed.passages ALTER COLUMN content SET STORAGE EXTERNAL;


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
    project text,
    embedding_model text DEFAULT ''::text NOT NULL,
    CONSTRAINT processed_memories_entities_check CHECK ((pg_column_size(entities) <= 32768)),
    CONSTRAINT processed_memories_insights_check CHECK ((pg_column_size(insights) <= 65536)),
    CONSTRAINT processed_memories_sentiment_check CHECK (((sentiment >= ('-1.0'::numeric)::double precision) AND (sentiment <= (1.0)::double precision)))
);
ALTER TABLE ONLY codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE PLAIN;


--
-- Name: project_sizes; Type: VIEW; Schema: codex_processed; Owner: -
--

CREATE VIEW codex_processed.project_sizes AS
 SELECT project,
    (sum(amount))::bigint AS memories
   FROM ( SELECT counters.project,
            counters.amount
           FROM codex_processed.counters
          WHERE ((counters.kind = 'memory_count'::text) AND (counters.project <> '*'::text))
        UNION ALL
         SELECT counter_ledger.project,
            counter_ledger.amount
           FROM codex_processed.counter_ledger
          WHERE (counter_ledger.kind = 'memories'::text)) entries
  GROUP BY project
 HAVING (sum(amount) > (0)::numeric);


--
-- Name: provided_embeddings; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.provided_embeddings (
    memory_id uuid NOT NULL,
    embedding_model text NOT NULL,
    quantized bit(1536) NOT NULL,
    is_superseded boolean DEFAULT false NOT NULL
);
ALTER TABLE ONLY codex_processed.provided_embeddings ALTER COLUMN quantized SET STORAGE PLAIN;


--
-- Name: quantized_embeddings; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.quantized_embeddings (
    memory_id uuid NOT NULL,
    quantized bit(1536) NOT NULL,
    is_superseded boolean DEFAULT false NOT NULL
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
    project text DEFAULT ''::text NOT NULL,
    superseded_by uuid,
    superseded_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    stored_by text DEFAULT codex_processed.current_actor() NOT NULL,
    changed_by text DEFAULT codex_processed.current_actor() NOT NULL,
    CONSTRAINT memories_content_check CHECK ((octet_length(content) <= 1048576)),
    CONSTRAINT memories_context_check CHECK ((length(context) <= 1000)),
    CONSTRAINT memories_metadata_check CHECK ((pg_column_size(metadata) <= 16384)),
    CONSTRAINT memories_project_check CHECK ((project ~ '^([A-Za-z0-9][A-Za-z0-9._/@:+-]{0,99})?$'::text)),
    CONSTRAINT memories_summary_check CHECK ((length(summary) <= 500)),
    CONSTRAINT memories_superseded_check CHECK (((superseded_by IS NULL) = (superseded_at IS NULL))),
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
-- Name: oauth2_provider_accesstoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_accesstoken (
    id bigint NOT NULL,
    token text NOT NULL,
    expires timestamp with time zone NOT NULL,
    scope text NOT NULL,
    application_id bigint,
    user_id integer,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    source_refresh_token_id bigint,
    id_token_id bigint,
    token_checksum character varying(64) NOT NULL,
    resource jsonb NOT NULL
);


--
-- Name: oauth2_provider_accesstoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_accesstoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_accesstoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth2_provider_application; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_application (
    id bigint NOT NULL,
    client_id character varying(255) NOT NULL,
    redirect_uris text NOT NULL,
    client_type character varying(32) NOT NULL,
    authorization_grant_type character varying(44) NOT NULL,
    client_secret character varying(255) NOT NULL,
    name character varying(255) NOT NULL,
    user_id integer,
    skip_authorization boolean NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    algorithm character varying(5) NOT NULL,
    post_logout_redirect_uris text NOT NULL,
    hash_client_secret boolean NOT NULL,
    allowed_origins text NOT NULL,
    registration_source character varying(32) NOT NULL,
    cimd_expires_at timestamp with time zone
);


--
-- Name: oauth2_provider_application_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_application ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_application_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth2_provider_devicegrant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_devicegrant (
    id bigint NOT NULL,
    device_code character varying(100) NOT NULL,
    user_code character varying(100) NOT NULL,
    scope text NOT NULL,
    "interval" integer NOT NULL,
    expires timestamp with time zone NOT NULL,
    status character varying(64) NOT NULL,
    client_id character varying(100) NOT NULL,
    last_checked timestamp with time zone NOT NULL,
    user_id integer
);


--
-- Name: oauth2_provider_devicegrant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_devicegrant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_devicegrant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth2_provider_grant; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_grant (
    id bigint NOT NULL,
    code character varying(255) NOT NULL,
    expires timestamp with time zone NOT NULL,
    redirect_uri text NOT NULL,
    scope text NOT NULL,
    application_id bigint NOT NULL,
    user_id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    code_challenge character varying(128) NOT NULL,
    code_challenge_method character varying(10) NOT NULL,
    nonce character varying(255) NOT NULL,
    claims text NOT NULL,
    resource jsonb NOT NULL
);


--
-- Name: oauth2_provider_grant_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_grant ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_grant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth2_provider_idtoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_idtoken (
    id bigint NOT NULL,
    jti uuid NOT NULL,
    expires timestamp with time zone NOT NULL,
    scope text NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    application_id bigint,
    user_id integer
);


--
-- Name: oauth2_provider_idtoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_idtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_idtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth2_provider_refreshtoken; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth2_provider_refreshtoken (
    id bigint NOT NULL,
    token text NOT NULL,
    access_token_id bigint,
    application_id bigint NOT NULL,
    user_id integer NOT NULL,
    created timestamp with time zone NOT NULL,
    updated timestamp with time zone NOT NULL,
    revoked timestamp with time zone,
    token_family uuid,
    token_checksum character varying(64) NOT NULL,
    resource jsonb NOT NULL
);


--
-- Name: oauth2_provider_refreshtoken_id_seq; Type: SEQUENCE; Schema: public; Owner: -
--

ALTER TABLE public.oauth2_provider_refreshtoken ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.oauth2_provider_refreshtoken_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: oauth_consents; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.oauth_consents (
    id uuid NOT NULL,
    client_name character varying(100) NOT NULL,
    scope text NOT NULL,
    projects character varying(100)[] NOT NULL,
    code_checksum character varying(64) NOT NULL,
    created_at timestamp with time zone DEFAULT statement_timestamp() NOT NULL,
    redeemed_at timestamp with time zone,
    last_used_at timestamp with time zone,
    ended_at timestamp with time zone,
    application_id bigint NOT NULL,
    user_id integer NOT NULL
);


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
-- Data for Name: access_tokens; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.access_tokens (id, name, token_hash, projects, is_read_only, created_at, created_by, expires_at, revoked_at, last_used_at) FROM stdin;
1	laptop	c7a8384954d6e0006026428d96d6a71bfc7ec31ca955f86e40ddc3949fe8d806	{}	f	2026-12-01 13:27:57.695841+00		\N	\N	\N
2	reader	ade4dc67cdf392b0307ff1f1a28c954c3bd95d5396436f27d63e37a126f4ab89	{}	t	2026-12-01 13:27:57.705562+00		\N	\N	\N
3	shop	fed6a643fc2701697c6cd141183f2badba0709aa75149cc9aca7331a90a44379	{shop,site}	f	2026-12-01 13:27:57.721156+00		\N	\N	\N
\.


--
-- Data for Name: analysis_runs; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.analysis_runs (id, memory_id, language, fingerprint, analysed_at) FROM stdin;
1	d71d6cf4-a492-4099-9dec-8e96b220c66e	python	45b3a57dcb607233	2026-12-01 13:27:57.421163+00
\.


--
-- Data for Name: code_patterns; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.code_patterns (id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id, project) FROM stdin;
d159d620-0f3b-4732-9593-657c3fa3c835	exception_handling	try: … except _:	1	0.206549	{"size": 4, "depth": 1, "lines": [5], "occurrences": 1}	python	2026-12-01 13:27:57.421163+00	d71d6cf4-a492-4099-9dec-8e96b220c66e	
4d4e1557-3709-4d1d-8ff3-c6201501bdeb	function_definition	def _(_):	1	0.206549	{"size": 6, "arity": 1, "async": false, "depth": 1, "lines": [3], "occurrences": 1}	python	2026-12-01 13:27:57.421163+00	d71d6cf4-a492-4099-9dec-8e96b220c66e	
\.


--
-- Data for Name: continued_words; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.continued_words (lexeme, continuation) FROM stdin;
\.


--
-- Data for Name: corpus_statistics; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.corpus_statistics (only_row, version, memories, content_bytes, sampled, words, word_counts, bounds) FROM stdin;
t	2026-12-01 13:27:54.461687+00	0	0	0	{}	{}	{}
\.


--
-- Data for Name: counter_ledger; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.counter_ledger (kind, key, amount, project) FROM stdin;
memories	2026-12-01T13:00:00+00	1	
content_bytes		21	
tag	water	1	
tag	well	1	
with_embeddings		1	
processed		1	
processed		1	
with_embeddings		-1	
processed		1	
memories	2026-12-01T13:00:00+00	1	shop
content_bytes		21	shop
memories	2026-12-01T13:00:00+00	1	site
content_bytes		66	site
processed		1	site
memories	2026-12-01T13:00:00+00	1	site
content_bytes		28	site
content_bytes		28	shop
content_bytes		-28	site
memories	2026-12-01T13:00:00+00	-1	site
memories	2026-12-01T13:00:00+00	1	shop
tag	till	1	shop
tag	till	-1	shop
memories	2026-12-01T13:00:00+00	1	
content_bytes		28	
tag	staging	1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		28	
tag	staging	1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		28	
with_embeddings		1	
processed		1	
processed		1	shop
with_embeddings		1	shop
processed		1	
processed		-1	
with_embeddings		1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		169	
tag	code	1	
processed		1	
with_embeddings		1	
processed		1	
with_embeddings		1	
processed		1	shop
with_embeddings		1	shop
processed		1	site
processed		-1	site
with_embeddings		1	site
pattern	python/exception_handling	1	
pattern	python/function_definition	1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		169	
with_embeddings		1	
processed		1	
pattern	python/exception_handling	1	
pattern	python/function_definition	1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		16	
tag	gate	1	
processed		1	
with_embeddings		1	
memories	2026-12-01T13:00:00+00	1	
content_bytes		17	
tag	gate	1	
memories	2026-12-01T13:00:00+00	1	shop
content_bytes		12	shop
memories	2026-12-01T13:00:00+00	-1	
content_bytes		-169	
processed		-1	
with_embeddings		-1	
pattern	python/exception_handling	-1	
pattern	python/function_definition	-1	
memories	2026-12-01T13:00:00+00	-1	shop
content_bytes		-12	shop
memories	2026-12-01T13:00:00+00	-1	
content_bytes		-28	
tag	staging	-1	
processed		-1	
with_embeddings		-1	
memories	2026-12-01T13:00:00+00	-1	
content_bytes		-17	
tag	gate	-1	
passages		2	
memories	2026-12-01T13:00:00+00	1	
content_bytes		6278	
tag	long	1	
processed		1	
with_embeddings		1	
processed		1	
with_embeddings		1	
\.


--
-- Data for Name: counters; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.counters (kind, key, amount, project) FROM stdin;
\.


--
-- Data for Name: deleted_analysis_runs; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.deleted_analysis_runs (deletion, id, memory_id, language, fingerprint, analysed_at) FROM stdin;
1	2	b8dce909-a02a-4232-91ae-584610aef59b	python	45b3a57dcb607233	2026-12-01 13:27:57.438404+00
\.


--
-- Data for Name: deleted_code_patterns; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.deleted_code_patterns (deletion, id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id, project) FROM stdin;
1	02d61399-f6aa-4927-b1a2-164ae5f52db8	exception_handling	try: … except _:	1	0.206549	{"size": 4, "depth": 1, "lines": [5], "occurrences": 1}	python	2026-12-01 13:27:57.438404+00	b8dce909-a02a-4232-91ae-584610aef59b	
1	f6dd7dba-8734-4599-a160-4366dfbe7914	function_definition	def _(_):	1	0.206549	{"size": 6, "arity": 1, "async": false, "depth": 1, "lines": [3], "occurrences": 1}	python	2026-12-01 13:27:57.438404+00	b8dce909-a02a-4232-91ae-584610aef59b	
\.


--
-- Data for Name: deleted_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.deleted_memories (deletion, deleted_at, deleted_by, id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, content_length, has_embedding, language, project, superseded_by, superseded_at, version, stored_by, changed_by) FROM stdin;
1	2026-12-01 13:27:57.473707+00	tests 1	b8dce909-a02a-4232-91ae-584610aef59b	Retry, in the shop's own words:\n```python\ndef again(call):\n    for _ in range(3):\n        try:\n            return call()\n        except OSError:\n            continue\n```	86d92d4847c548d2aa91c2cd82c210d65357d8caae309301b41bf4807366bb53	Handbook	Again	{}	{}	2026-12-01 13:27:57.434835+00	2026-12-01 13:27:57.44313+00	169	t	english		\N	\N	2	tests 1	tests 1
2	2026-12-01 13:27:57.48262+00	tests 1	e459944c-bfbd-454c-9eb2-132618bb755c	Forget this.	d2c2405f6436d424025d405d4fe332a78f2012433665bfbdcf8ced26439d76cc	Handbook	Nothing	{}	{}	2026-12-01 13:27:57.471574+00	2026-12-01 13:27:57.471574+00	12	f	english	shop	\N	\N	1	tests 1	tests 1
3	2026-12-01 13:27:57.490085+00	tests 1	323a8096-4335-4544-83a6-c359635370ae	Staging is rebuilt at 01:00.	a8507a69d2327e61b80b7224ad9c4079aeec352347f7aa3c879e1c5aad61f6bb	Handbook	Staging	{staging}	{}	2026-12-01 13:27:57.269374+00	2026-12-01 13:27:57.286822+00	28	t	english		0548a5eb-a23a-4ae5-8b0c-b262045fb870	2026-12-01 13:27:57.286663+00	1	tests 1	tests 1
4	2026-12-01 13:27:57.494059+00	tests 1	6e629d2c-37df-42ac-87ef-b539a1f2ed8d	The gate is blue.	474602e256a00b9b3fc8d8fbd341dc2bb84ba33e2c3e671746c6d9617fa3d8ff	Handbook	Gate	{gate}	{}	2026-12-01 13:27:57.463554+00	2026-12-01 13:27:57.463554+00	17	f	english		\N	\N	1	tests 1	tests 1
\.


--
-- Data for Name: deleted_memory_versions; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.deleted_memory_versions (deletion, memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata, project) FROM stdin;
1	b8dce909-a02a-4232-91ae-584610aef59b	1	2026-12-01 13:27:57.434835+00	2026-12-01 13:27:57.44313+00	tests 1	\N	\N	Retrying again	\N	\N	\N
\.


--
-- Data for Name: deleted_processed_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.deleted_processed_memories (deletion, id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, project, embedding_model) FROM stdin;
1	f9986467-a510-46d2-9027-054170a2f00b	\N	[0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.434835+00	1	b8dce909-a02a-4232-91ae-584610aef59b		
3	4012861e-f9ed-4180-af25-13d2da67029d	\N	[0.007733993,0.72119486,0.07927343,0.28229076,-0.29582524,-0.25328827,0.4447046,-0.21075131,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.34946+00	1	323a8096-4335-4544-83a6-c359635370ae		words
\.


--
-- Data for Name: embedded_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.embedded_memories (memory_id, created_at, quantized, tags, metadata, context_vector, summary_vector, project, superseded_at, embedding_model) FROM stdin;
0548a5eb-a23a-4ae5-8b0c-b262045fb870	2026-12-01 13:27:57.283053+00	000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'handbook':1	'stage':1		\N	
81f99121-0bc4-42a5-87db-32a9789d39f8	2026-12-01 13:27:57.234828+00	011100010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{"of": [1, null], "page": 12}	'handbook':1	'as':2 'depth':1 'it':3 'was':4	shop	\N	words
12f1cbb6-6085-4b98-8864-da2845656b6c	2026-12-01 13:27:57.101527+00	001100010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{well,water}	{}	'handbook':1	'depth':1		\N	words
c0ab73a8-cbad-4c7b-bef1-18b09b96f981	2026-12-01 13:27:57.278218+00	111100100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{staging}	{}	'handbook':1	'stage':1		2026-12-01 13:27:57.286663+00	words
fc529064-1691-4b20-9ef4-23422e898f46	2026-12-01 13:27:57.24981+00	001101000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'handbook':1	'till':1	shop	\N	words
42922f56-43d6-4b82-9a84-b65d35e648f2	2026-12-01 13:27:57.238457+00	000111100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'handbook':1	'languag':2 'many':1	site	\N	words
d71d6cf4-a492-4099-9dec-8e96b220c66e	2026-12-01 13:27:57.300292+00	010010110000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{code}	{}	'handbook':1	'retri':1		\N	words
9dde7da0-4b6a-4935-8c3f-400bb5b6b610	2026-12-01 13:27:57.452146+00	110110100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{gate}	{}	'handbook':1	'gate':1		\N	words
3b9d5707-f684-40b7-bfe3-b2b36172e1ea	2026-12-01 13:27:57.502531+00	100101100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{long}	{}	'handbook':1	'a':1 'long':2 'report':3		\N	words
\.


--
-- Data for Name: embedding_claims; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.embedding_claims (memory_id, claimed_until, was_refused) FROM stdin;
\.


--
-- Data for Name: former_successors; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.former_successors (successor, predecessor, superseded_at) FROM stdin;
6e629d2c-37df-42ac-87ef-b539a1f2ed8d	9dde7da0-4b6a-4935-8c3f-400bb5b6b610	2026-12-01 13:27:57.464446+00
\.


--
-- Data for Name: kept_tables; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.kept_tables (name, derived) FROM stdin;
memories	{context_vector,summary_vector,search_vector}
memory_versions	{}
processed_memories	{normalized}
code_patterns	{}
analysis_runs	{}
\.


--
-- Data for Name: languages; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.languages (name) FROM stdin;
english
german
\.


--
-- Data for Name: memory_versions; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.memory_versions (memory_id, version, valid_from, valid_to, changed_by, content, context, summary, tags, metadata, project) FROM stdin;
12f1cbb6-6085-4b98-8864-da2845656b6c	1	2026-12-01 13:27:57.101527+00	2026-12-01 13:27:57.119019+00	tests 1	The well is 3 m deep.	\N	\N	\N	\N	\N
12f1cbb6-6085-4b98-8864-da2845656b6c	2	2026-12-01 13:27:57.119019+00	2026-12-01 13:27:57.227405+00	tests 1	The well is 4 m deep.	\N	\N	\N	\N	\N
fc529064-1691-4b20-9ef4-23422e898f46	1	2026-12-01 13:27:57.24981+00	2026-12-01 13:27:57.254338+00	tests 1	\N	\N	\N	{}	\N	site
fc529064-1691-4b20-9ef4-23422e898f46	2	2026-12-01 13:27:57.254338+00	2026-12-01 13:27:57.262448+00	tests 1	\N	\N	\N	{till}	\N	\N
\.


--
-- Data for Name: passages; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.passages (memory_id, start, created_at, search_vector, content) FROM stdin;
3b9d5707-f684-40b7-bfe3-b2b36172e1ea	0	2026-12-01 13:27:57.502531+00	'0':6C,11C,14C,158C,302C,446C,590C,734C,878C '1':18C,23C,26C,170C,314C,458C,602C,746C,890C '10':126C,131C,134C,278C,422C,566C,710C,854C '11':138C,143C,146C,290C,434C,578C,722C,866C '12':150C,155C '13':162C,167C '14':174C,179C '15':186C,191C '16':198C,203C '17':210C,215C '18':222C,227C '19':234C,239C '2':30C,35C,38C,182C,326C,470C,614C,758C,902C '20':246C,251C '21':258C,263C '22':270C,275C '23':282C,287C '24':294C,299C '25':306C,311C '26':318C,323C '27':330C,335C '28':342C,347C '29':354C,359C '3':42C,47C,50C,194C,338C,482C,626C,770C,914C '30':366C,371C '31':378C,383C '32':390C,395C '33':402C,407C '34':414C,419C '35':426C,431C '36':438C,443C '37':450C,455C '38':462C,467C '39':474C,479C '4':54C,59C,62C,206C,350C,494C,638C,782C,926C '40':486C,491C '41':498C,503C '42':510C,515C '43':522C,527C '44':534C,539C '45':546C,551C '46':558C,563C '47':570C,575C '48':582C,587C '49':594C,599C '5':66C,71C,74C,218C,362C,506C,650C,794C '50':606C,611C '51':618C,623C '52':630C,635C '53':642C,647C '54':654C,659C '55':666C,671C '56':678C,683C '57':690C,695C '58':702C,707C '59':714C,719C '6':78C,83C,86C,230C,374C,518C,662C,806C '60':726C,731C '61':738C,743C '62':750C,755C '63':762C,767C '64':774C,779C '65':786C,791C '66':798C,803C '67':810C,815C '68':822C,827C '69':834C,839C '7':90C,95C,98C,242C,386C,530C,674C,818C '70':846C,851C '71':858C,863C '72':870C,875C '73':882C,887C '74':894C,899C '75':906C,911C '76':918C,923C '8':102C,107C,110C,254C,398C,542C,686C,830C '9':114C,119C,122C,266C,410C,554C,698C,842C 'a':1A 'at':13C,25C,37C,49C,61C,73C,85C,97C,109C,121C,133C,145C,157C,169C,181C,193C,205C,217C,229C,241C,253C,265C,277C,289C,301C,313C,325C,337C,349C,361C,373C,385C,397C,409C,421C,433C,445C,457C,469C,481C,493C,505C,517C,529C,541C,553C,565C,577C,589C,601C,613C,625C,637C,649C,661C,673C,685C,697C,709C,721C,733C,745C,757C,769C,781C,793C,805C,817C,829C,841C,853C,865C,877C,889C,901C,913C,925C 'clock':16C,28C,40C,52C,64C,76C,88C,100C,112C,124C,136C,148C,160C,172C,184C,196C,208C,220C,232C,244C,256C,268C,280C,292C,304C,316C,328C,340C,352C,364C,376C,388C,400C,412C,424C,436C,448C,460C,472C,484C,496C,508C,520C,532C,544C,556C,568C,580C,592C,604C,616C,628C,640C,652C,664C,676C,688C,700C,712C,724C,736C,748C,760C,772C,784C,796C,808C,820C,832C,844C,856C,868C,880C,892C,904C,916C,928C 'ferri':8C,20C,32C,44C,56C,68C,80C,92C,104C,116C,128C,140C,152C,164C,176C,188C,200C,212C,224C,236C,248C,260C,272C,284C,296C,308C,320C,332C,344C,356C,368C,380C,392C,404C,416C,428C,440C,452C,464C,476C,488C,500C,512C,524C,536C,548C,560C,572C,584C,596C,608C,620C,632C,644C,656C,668C,680C,692C,704C,716C,728C,740C,752C,764C,776C,788C,800C,812C,824C,836C,848C,860C,872C,884C,896C,908C,920C 'handbook':4B 'leav':12C,24C,36C,48C,60C,72C,84C,96C,108C,120C,132C,144C,156C,168C,180C,192C,204C,216C,228C,240C,252C,264C,276C,288C,300C,312C,324C,336C,348C,360C,372C,384C,396C,408C,420C,432C,444C,456C,468C,480C,492C,504C,516C,528C,540C,552C,564C,576C,588C,600C,612C,624C,636C,648C,660C,672C,684C,696C,708C,720C,732C,744C,756C,768C,780C,792C,804C,816C,828C,840C,852C,864C,876C,888C,900C,912C,924C 'long':2A 'o':15C,27C,39C,51C,63C,75C,87C,99C,111C,123C,135C,147C,159C,171C,183C,195C,207C,219C,231C,243C,255C,267C,279C,291C,303C,315C,327C,339C,351C,363C,375C,387C,399C,411C,423C,435C,447C,459C,471C,483C,495C,507C,519C,531C,543C,555C,567C,579C,591C,603C,615C,627C,639C,651C,663C,675C,687C,699C,711C,723C,735C,747C,759C,771C,783C,795C,807C,819C,831C,843C,855C,867C,879C,891C,903C,915C,927C 'of':9C,21C,33C,45C,57C,69C,81C,93C,105C,117C,129C,141C,153C,165C,177C,189C,201C,213C,225C,237C,249C,261C,273C,285C,297C,309C,321C,333C,345C,357C,369C,381C,393C,405C,417C,429C,441C,453C,465C,477C,489C,501C,513C,525C,537C,549C,561C,573C,585C,597C,609C,621C,633C,645C,657C,669C,681C,693C,705C,717C,729C,741C,753C,765C,777C,789C,801C,813C,825C,837C,849C,861C,873C,885C,897C,909C,921C 'part':5C,17C,29C,41C,53C,65C,77C,89C,101C,113C,125C,137C,149C,161C,173C,185C,197C,209C,221C,233C,245C,257C,269C,281C,293C,305C,317C,329C,341C,353C,365C,377C,389C,401C,413C,425C,437C,449C,461C,473C,485C,497C,509C,521C,533C,545C,557C,569C,581C,593C,605C,617C,629C,641C,653C,665C,677C,689C,701C,713C,725C,737C,749C,761C,773C,785C,797C,809C,821C,833C,845C,857C,869C,881C,893C,905C,917C 'pier':10C,22C,34C,46C,58C,70C,82C,94C,106C,118C,130C,142C,154C,166C,178C,190C,202C,214C,226C,238C,250C,262C,274C,286C,298C,310C,322C,334C,346C,358C,370C,382C,394C,406C,418C,430C,442C,454C,466C,478C,490C,502C,514C,526C,538C,550C,562C,574C,586C,598C,610C,622C,634C,646C,658C,670C,682C,694C,706C,718C,730C,742C,754C,766C,778C,790C,802C,814C,826C,838C,850C,862C,874C,886C,898C,910C,922C 'report':3A 'the':7C,19C,31C,43C,55C,67C,79C,91C,103C,115C,127C,139C,151C,163C,175C,187C,199C,211C,223C,235C,247C,259C,271C,283C,295C,307C,319C,331C,343C,355C,367C,379C,391C,403C,415C,427C,439C,451C,463C,475C,487C,499C,511C,523C,535C,547C,559C,571C,583C,595C,607C,619C,631C,643C,655C,667C,679C,691C,703C,715C,727C,739C,751C,763C,775C,787C,799C,811C,823C,835C,847C,859C,871C,883C,895C,907C,919C	Part 0. The ferry of pier 0 leaves at 0 o'clock.\n\nPart 1. The ferry of pier 1 leaves at 1 o'clock.\n\nPart 2. The ferry of pier 2 leaves at 2 o'clock.\n\nPart 3. The ferry of pier 3 leaves at 3 o'clock.\n\nPart 4. The ferry of pier 4 leaves at 4 o'clock.\n\nPart 5. The ferry of pier 5 leaves at 5 o'clock.\n\nPart 6. The ferry of pier 6 leaves at 6 o'clock.\n\nPart 7. The ferry of pier 7 leaves at 7 o'clock.\n\nPart 8. The ferry of pier 8 leaves at 8 o'clock.\n\nPart 9. The ferry of pier 9 leaves at 9 o'clock.\n\nPart 10. The ferry of pier 10 leaves at 10 o'clock.\n\nPart 11. The ferry of pier 11 leaves at 11 o'clock.\n\nPart 12. The ferry of pier 12 leaves at 0 o'clock.\n\nPart 13. The ferry of pier 13 leaves at 1 o'clock.\n\nPart 14. The ferry of pier 14 leaves at 2 o'clock.\n\nPart 15. The ferry of pier 15 leaves at 3 o'clock.\n\nPart 16. The ferry of pier 16 leaves at 4 o'clock.\n\nPart 17. The ferry of pier 17 leaves at 5 o'clock.\n\nPart 18. The ferry of pier 18 leaves at 6 o'clock.\n\nPart 19. The ferry of pier 19 leaves at 7 o'clock.\n\nPart 20. The ferry of pier 20 leaves at 8 o'clock.\n\nPart 21. The ferry of pier 21 leaves at 9 o'clock.\n\nPart 22. The ferry of pier 22 leaves at 10 o'clock.\n\nPart 23. The ferry of pier 23 leaves at 11 o'clock.\n\nPart 24. The ferry of pier 24 leaves at 0 o'clock.\n\nPart 25. The ferry of pier 25 leaves at 1 o'clock.\n\nPart 26. The ferry of pier 26 leaves at 2 o'clock.\n\nPart 27. The ferry of pier 27 leaves at 3 o'clock.\n\nPart 28. The ferry of pier 28 leaves at 4 o'clock.\n\nPart 29. The ferry of pier 29 leaves at 5 o'clock.\n\nPart 30. The ferry of pier 30 leaves at 6 o'clock.\n\nPart 31. The ferry of pier 31 leaves at 7 o'clock.\n\nPart 32. The ferry of pier 32 leaves at 8 o'clock.\n\nPart 33. The ferry of pier 33 leaves at 9 o'clock.\n\nPart 34. The ferry of pier 34 leaves at 10 o'clock.\n\nPart 35. The ferry of pier 35 leaves at 11 o'clock.\n\nPart 36. The ferry of pier 36 leaves at 0 o'clock.\n\nPart 37. The ferry of pier 37 leaves at 1 o'clock.\n\nPart 38. The ferry of pier 38 leaves at 2 o'clock.\n\nPart 39. The ferry of pier 39 leaves at 3 o'clock.\n\nPart 40. The ferry of pier 40 leaves at 4 o'clock.\n\nPart 41. The ferry of pier 41 leaves at 5 o'clock.\n\nPart 42. The ferry of pier 42 leaves at 6 o'clock.\n\nPart 43. The ferry of pier 43 leaves at 7 o'clock.\n\nPart 44. The ferry of pier 44 leaves at 8 o'clock.\n\nPart 45. The ferry of pier 45 leaves at 9 o'clock.\n\nPart 46. The ferry of pier 46 leaves at 10 o'clock.\n\nPart 47. The ferry of pier 47 leaves at 11 o'clock.\n\nPart 48. The ferry of pier 48 leaves at 0 o'clock.\n\nPart 49. The ferry of pier 49 leaves at 1 o'clock.\n\nPart 50. The ferry of pier 50 leaves at 2 o'clock.\n\nPart 51. The ferry of pier 51 leaves at 3 o'clock.\n\nPart 52. The ferry of pier 52 leaves at 4 o'clock.\n\nPart 53. The ferry of pier 53 leaves at 5 o'clock.\n\nPart 54. The ferry of pier 54 leaves at 6 o'clock.\n\nPart 55. The ferry of pier 55 leaves at 7 o'clock.\n\nPart 56. The ferry of pier 56 leaves at 8 o'clock.\n\nPart 57. The ferry of pier 57 leaves at 9 o'clock.\n\nPart 58. The ferry of pier 58 leaves at 10 o'clock.\n\nPart 59. The ferry of pier 59 leaves at 11 o'clock.\n\nPart 60. The ferry of pier 60 leaves at 0 o'clock.\n\nPart 61. The ferry of pier 61 leaves at 1 o'clock.\n\nPart 62. The ferry of pier 62 leaves at 2 o'clock.\n\nPart 63. The ferry of pier 63 leaves at 3 o'clock.\n\nPart 64. The ferry of pier 64 leaves at 4 o'clock.\n\nPart 65. The ferry of pier 65 leaves at 5 o'clock.\n\nPart 66. The ferry of pier 66 leaves at 6 o'clock.\n\nPart 67. The ferry of pier 67 leaves at 7 o'clock.\n\nPart 68. The ferry of pier 68 leaves at 8 o'clock.\n\nPart 69. The ferry of pier 69 leaves at 9 o'clock.\n\nPart 70. The ferry of pier 70 leaves at 10 o'clock.\n\nPart 71. The ferry of pier 71 leaves at 11 o'clock.\n\nPart 72. The ferry of pier 72 leaves at 0 o'clock.\n\nPart 73. The ferry of pier 73 leaves at 1 o'clock.\n\nPart 74. The ferry of pier 74 leaves at 2 o'clock.\n\nPart 75. The ferry of pier 75 leaves at 3 o'clock.\n\nPart 76. The ferry of pier 76 leaves at 4 o'clock.\n\n
3b9d5707-f684-40b7-bfe3-b2b36172e1ea	3797	2026-12-01 13:27:57.502531+00	'0':144C,288C,432C '1':12C,156C,300C,444C '10':120C,264C,408C,552C '100':328C,333C '101':340C,345C '102':352C,357C '103':364C,369C '104':376C,381C '105':388C,393C '106':400C,405C '107':412C,417C '108':424C,429C '109':436C,441C '11':132C,276C,420C,564C '110':448C,453C '111':460C,465C '112':472C,477C '113':484C,489C '114':496C,501C '115':508C,513C '116':520C,525C '117':532C,537C '118':544C,549C '119':556C,561C '2':24C,168C,312C,456C '3':36C,180C,324C,468C '4':48C,192C,336C,480C '5':60C,204C,348C,492C '6':72C,216C,360C,504C '7':84C,228C,372C,516C '73':9C '74':16C,21C '75':28C,33C '76':40C,45C '77':52C,57C '78':64C,69C '79':76C,81C '8':96C,240C,384C,528C '80':88C,93C '81':100C,105C '82':112C,117C '83':124C,129C '84':136C,141C '85':148C,153C '86':160C,165C '87':172C,177C '88':184C,189C '89':196C,201C '9':108C,252C,396C,540C '90':208C,213C '91':220C,225C '92':232C,237C '93':244C,249C '94':256C,261C '95':268C,273C '96':280C,285C '97':292C,297C '98':304C,309C '99':316C,321C 'a':1A 'at':11C,23C,35C,47C,59C,71C,83C,95C,107C,119C,131C,143C,155C,167C,179C,191C,203C,215C,227C,239C,251C,263C,275C,287C,299C,311C,323C,335C,347C,359C,371C,383C,395C,407C,419C,431C,443C,455C,467C,479C,491C,503C,515C,527C,539C,551C,563C 'clock':14C,26C,38C,50C,62C,74C,86C,98C,110C,122C,134C,146C,158C,170C,182C,194C,206C,218C,230C,242C,254C,266C,278C,290C,302C,314C,326C,338C,350C,362C,374C,386C,398C,410C,422C,434C,446C,458C,470C,482C,494C,506C,518C,530C,542C,554C,566C 'ferri':6C,18C,30C,42C,54C,66C,78C,90C,102C,114C,126C,138C,150C,162C,174C,186C,198C,210C,222C,234C,246C,258C,270C,282C,294C,306C,318C,330C,342C,354C,366C,378C,390C,402C,414C,426C,438C,450C,462C,474C,486C,498C,510C,522C,534C,546C,558C 'handbook':4B 'leav':10C,22C,34C,46C,58C,70C,82C,94C,106C,118C,130C,142C,154C,166C,178C,190C,202C,214C,226C,238C,250C,262C,274C,286C,298C,310C,322C,334C,346C,358C,370C,382C,394C,406C,418C,430C,442C,454C,466C,478C,490C,502C,514C,526C,538C,550C,562C 'long':2A 'o':13C,25C,37C,49C,61C,73C,85C,97C,109C,121C,133C,145C,157C,169C,181C,193C,205C,217C,229C,241C,253C,265C,277C,289C,301C,313C,325C,337C,349C,361C,373C,385C,397C,409C,421C,433C,445C,457C,469C,481C,493C,505C,517C,529C,541C,553C,565C 'of':7C,19C,31C,43C,55C,67C,79C,91C,103C,115C,127C,139C,151C,163C,175C,187C,199C,211C,223C,235C,247C,259C,271C,283C,295C,307C,319C,331C,343C,355C,367C,379C,391C,403C,415C,427C,439C,451C,463C,475C,487C,499C,511C,523C,535C,547C,559C 'part':15C,27C,39C,51C,63C,75C,87C,99C,111C,123C,135C,147C,159C,171C,183C,195C,207C,219C,231C,243C,255C,267C,279C,291C,303C,315C,327C,339C,351C,363C,375C,387C,399C,411C,423C,435C,447C,459C,471C,483C,495C,507C,519C,531C,543C,555C 'pier':8C,20C,32C,44C,56C,68C,80C,92C,104C,116C,128C,140C,152C,164C,176C,188C,200C,212C,224C,236C,248C,260C,272C,284C,296C,308C,320C,332C,344C,356C,368C,380C,392C,404C,416C,428C,440C,452C,464C,476C,488C,500C,512C,524C,536C,548C,560C 'report':3A 'the':5C,17C,29C,41C,53C,65C,77C,89C,101C,113C,125C,137C,149C,161C,173C,185C,197C,209C,221C,233C,245C,257C,269C,281C,293C,305C,317C,329C,341C,353C,365C,377C,389C,401C,413C,425C,437C,449C,461C,473C,485C,497C,509C,521C,533C,545C,557C	The ferry of pier 73 leaves at 1 o'clock.\n\nPart 74. The ferry of pier 74 leaves at 2 o'clock.\n\nPart 75. The ferry of pier 75 leaves at 3 o'clock.\n\nPart 76. The ferry of pier 76 leaves at 4 o'clock.\n\nPart 77. The ferry of pier 77 leaves at 5 o'clock.\n\nPart 78. The ferry of pier 78 leaves at 6 o'clock.\n\nPart 79. The ferry of pier 79 leaves at 7 o'clock.\n\nPart 80. The ferry of pier 80 leaves at 8 o'clock.\n\nPart 81. The ferry of pier 81 leaves at 9 o'clock.\n\nPart 82. The ferry of pier 82 leaves at 10 o'clock.\n\nPart 83. The ferry of pier 83 leaves at 11 o'clock.\n\nPart 84. The ferry of pier 84 leaves at 0 o'clock.\n\nPart 85. The ferry of pier 85 leaves at 1 o'clock.\n\nPart 86. The ferry of pier 86 leaves at 2 o'clock.\n\nPart 87. The ferry of pier 87 leaves at 3 o'clock.\n\nPart 88. The ferry of pier 88 leaves at 4 o'clock.\n\nPart 89. The ferry of pier 89 leaves at 5 o'clock.\n\nPart 90. The ferry of pier 90 leaves at 6 o'clock.\n\nPart 91. The ferry of pier 91 leaves at 7 o'clock.\n\nPart 92. The ferry of pier 92 leaves at 8 o'clock.\n\nPart 93. The ferry of pier 93 leaves at 9 o'clock.\n\nPart 94. The ferry of pier 94 leaves at 10 o'clock.\n\nPart 95. The ferry of pier 95 leaves at 11 o'clock.\n\nPart 96. The ferry of pier 96 leaves at 0 o'clock.\n\nPart 97. The ferry of pier 97 leaves at 1 o'clock.\n\nPart 98. The ferry of pier 98 leaves at 2 o'clock.\n\nPart 99. The ferry of pier 99 leaves at 3 o'clock.\n\nPart 100. The ferry of pier 100 leaves at 4 o'clock.\n\nPart 101. The ferry of pier 101 leaves at 5 o'clock.\n\nPart 102. The ferry of pier 102 leaves at 6 o'clock.\n\nPart 103. The ferry of pier 103 leaves at 7 o'clock.\n\nPart 104. The ferry of pier 104 leaves at 8 o'clock.\n\nPart 105. The ferry of pier 105 leaves at 9 o'clock.\n\nPart 106. The ferry of pier 106 leaves at 10 o'clock.\n\nPart 107. The ferry of pier 107 leaves at 11 o'clock.\n\nPart 108. The ferry of pier 108 leaves at 0 o'clock.\n\nPart 109. The ferry of pier 109 leaves at 1 o'clock.\n\nPart 110. The ferry of pier 110 leaves at 2 o'clock.\n\nPart 111. The ferry of pier 111 leaves at 3 o'clock.\n\nPart 112. The ferry of pier 112 leaves at 4 o'clock.\n\nPart 113. The ferry of pier 113 leaves at 5 o'clock.\n\nPart 114. The ferry of pier 114 leaves at 6 o'clock.\n\nPart 115. The ferry of pier 115 leaves at 7 o'clock.\n\nPart 116. The ferry of pier 116 leaves at 8 o'clock.\n\nPart 117. The ferry of pier 117 leaves at 9 o'clock.\n\nPart 118. The ferry of pier 118 leaves at 10 o'clock.\n\nPart 119. The ferry of pier 119 leaves at 11 o'clock.
\.


--
-- Data for Name: postings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.postings (term, created_at, memory_id, updated_at) FROM stdin;
twater	2026-12-01 13:27:57.101527+00	12f1cbb6-6085-4b98-8864-da2845656b6c	2026-12-01 13:27:57.227405+00
twell	2026-12-01 13:27:57.101527+00	12f1cbb6-6085-4b98-8864-da2845656b6c	2026-12-01 13:27:57.227405+00
shopm4cE8IqtO+WC	2026-12-01 13:27:57.234828+00	81f99121-0bc4-42a5-87db-32a9789d39f8	2026-12-01 13:27:57.234828+00
tstaging	2026-12-01 13:27:57.278218+00	c0ab73a8-cbad-4c7b-bef1-18b09b96f981	2026-12-01 13:27:57.287197+00
tcode	2026-12-01 13:27:57.300292+00	d71d6cf4-a492-4099-9dec-8e96b220c66e	2026-12-01 13:27:57.300292+00
tgate	2026-12-01 13:27:57.452146+00	9dde7da0-4b6a-4935-8c3f-400bb5b6b610	2026-12-01 13:27:57.495207+00
tlong	2026-12-01 13:27:57.502531+00	3b9d5707-f684-40b7-bfe3-b2b36172e1ea	2026-12-01 13:27:57.502531+00
\.


--
-- Data for Name: processed_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.processed_memories (id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, normalized, project, embedding_model) FROM stdin;
eaff336c-3f4a-4e29-a3f5-93f1b3c45797	\N	[0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.101527+00	1	12f1cbb6-6085-4b98-8864-da2845656b6c	\N		
522e2340-d3a5-4ee7-beed-34bb98cc5898	{"depth": 4}	\N	\N	\N	2026-12-01 13:27:57.118343+00	2	12f1cbb6-6085-4b98-8864-da2845656b6c	\N		
cf42fc52-76ad-41fd-8061-a51a08437e01	\N	[0,0,0,0,0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.283053+00	1	0548a5eb-a23a-4ae5-8b0c-b262045fb870	\N		
56f65c9e-b6d6-48b4-baef-3346c542f2de	\N	[-0.20180687,0.315839,0.53640115,0.47188297,-0.017254863,-0.39686182,-0.32034028,0.29783392,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.290519+00	1	81f99121-0bc4-42a5-87db-32a9789d39f8	\N	shop	words
e719b610-86d6-4113-8193-edd4d90d8ab6	{"depth": 5}	[-0.37332138,-0.06988282,0.76871103,0.3769994,-0.12137543,-0.18390216,-0.055170648,0.26665813,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.226954+00	3	12f1cbb6-6085-4b98-8864-da2845656b6c	\N		words
aa1a17a7-108a-4489-a46b-9349539aeaf9	\N	[0.18645896,0.7053989,0.2381283,0.24936077,-0.35719246,-0.40886182,0.20218441,0.11457116,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.343597+00	1	c0ab73a8-cbad-4c7b-bef1-18b09b96f981	\N		words
1e9819e9-21b6-47b0-996f-19191d4b313e	\N	[-0.095552355,-0.31989267,0.4279084,0.120479055,-0.6356309,0.51515186,-0.14125131,-0.03946728,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.372944+00	1	fc529064-1691-4b20-9ef4-23422e898f46	\N	shop	words
80a91b1d-ad77-4187-b834-1174a5ad2e95	"a string"	[-0.27870518,-0.52066785,-0.40775192,0.10305818,-0.040327113,0.6604685,0.12098134,-0.14786609,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	["München"]	-0.5	2026-12-01 13:27:57.238457+00	1	42922f56-43d6-4b82-9a84-b65d35e648f2	\N	site	words
f5029063-6ada-43f7-8ee5-b81f0f40085d	\N	[-0.11855593,0.46492523,-0.25570887,-0.41494575,-0.0034869392,-0.59161735,0.34520698,0.25105962,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.453293+00	1	d71d6cf4-a492-4099-9dec-8e96b220c66e	\N		words
bbe6149d-fab9-49a2-89ff-66c0765d18e2	\N	[0.22887264,0.15448903,-0.32232895,0.48826164,0.38336167,-0.4844471,0.43867254,-0.08582724,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.537067+00	1	9dde7da0-4b6a-4935-8c3f-400bb5b6b610	\N		words
352893bb-24d6-4653-8831-cf8d63ae6b41	\N	[0.55911815,-0.015219123,0.11354281,0.46332917,0.13401864,0.24818963,0.33447906,-0.5178359,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-12-01 13:27:57.599246+00	1	3b9d5707-f684-40b7-bfe3-b2b36172e1ea	\N		words
\.


--
-- Data for Name: provided_embeddings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.provided_embeddings (memory_id, embedding_model, quantized, is_superseded) FROM stdin;
81f99121-0bc4-42a5-87db-32a9789d39f8	words	011100010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
12f1cbb6-6085-4b98-8864-da2845656b6c	words	001100010000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
c0ab73a8-cbad-4c7b-bef1-18b09b96f981	words	111100100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	t
fc529064-1691-4b20-9ef4-23422e898f46	words	001101000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
42922f56-43d6-4b82-9a84-b65d35e648f2	words	000111100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
d71d6cf4-a492-4099-9dec-8e96b220c66e	words	010010110000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
9dde7da0-4b6a-4935-8c3f-400bb5b6b610	words	110110100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
3b9d5707-f684-40b7-bfe3-b2b36172e1ea	words	100101100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
\.


--
-- Data for Name: quantized_embeddings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.quantized_embeddings (memory_id, quantized, is_superseded) FROM stdin;
0548a5eb-a23a-4ae5-8b0c-b262045fb870	000000000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	f
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
9	1	9
10	1	10
11	1	11
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
9	Can view deleted memory	5	view_deletedmemory
10	Can restore deleted memory	5	restore_deletedmemory
11	Can delete deleted memory	5	delete_deletedmemory
12	Can add memory	1	add_memory
13	Can add processed memory	2	add_processedmemory
14	Can change processed memory	2	change_processedmemory
15	Can add schema migration	8	add_schemamigration
16	Can change schema migration	8	change_schemamigration
17	Can delete schema migration	8	delete_schemamigration
18	Can view schema migration	8	view_schemamigration
19	Can add code pattern	3	add_codepattern
20	Can change code pattern	3	change_codepattern
21	Can add analysis run	14	add_analysisrun
22	Can change analysis run	14	change_analysisrun
23	Can delete analysis run	14	delete_analysisrun
24	Can view analysis run	14	view_analysisrun
25	Can add access token	15	add_accesstoken
26	Can change access token	15	change_accesstoken
27	Can delete access token	15	delete_accesstoken
28	Can view access token	15	view_accesstoken
29	Can add log entry	4	add_logentry
30	Can change log entry	4	change_logentry
31	Can delete log entry	4	delete_logentry
32	Can add permission	16	add_permission
33	Can change permission	16	change_permission
34	Can delete permission	16	delete_permission
35	Can view permission	16	view_permission
36	Can add group	17	add_group
37	Can change group	17	change_group
38	Can delete group	17	delete_group
39	Can view group	17	view_group
40	Can add user	18	add_user
41	Can change user	18	change_user
42	Can delete user	18	delete_user
43	Can view user	18	view_user
44	Can add content type	19	add_contenttype
45	Can change content type	19	change_contenttype
46	Can delete content type	19	delete_contenttype
47	Can view content type	19	view_contenttype
48	Can add session	20	add_session
49	Can change session	20	change_session
50	Can delete session	20	delete_session
51	Can view session	20	view_session
52	Can add application	21	add_application
53	Can change application	21	change_application
54	Can delete application	21	delete_application
55	Can view application	21	view_application
56	Can add access token	22	add_accesstoken
57	Can change access token	22	change_accesstoken
58	Can delete access token	22	delete_accesstoken
59	Can view access token	22	view_accesstoken
60	Can add grant	23	add_grant
61	Can change grant	23	change_grant
62	Can delete grant	23	delete_grant
63	Can view grant	23	view_grant
64	Can add refresh token	24	add_refreshtoken
65	Can change refresh token	24	change_refreshtoken
66	Can delete refresh token	24	delete_refreshtoken
67	Can view refresh token	24	view_refreshtoken
68	Can add id token	25	add_idtoken
69	Can change id token	25	change_idtoken
70	Can delete id token	25	delete_idtoken
71	Can view id token	25	view_idtoken
72	Can add device grant	26	add_devicegrant
73	Can change device grant	26	change_devicegrant
74	Can delete device grant	26	delete_devicegrant
75	Can view device grant	26	view_devicegrant
76	Can add connected client	27	add_consent
77	Can change connected client	27	change_consent
78	Can delete connected client	27	delete_consent
79	Can view connected client	27	view_consent
\.


--
-- Data for Name: auth_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user (id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) FROM stdin;
1	pbkdf2_sha256$1000000$8hfGKRuj1olGOm5Xjkh3Sr$7JgtJzgGTs9wQ3LTSm4jOOG4FUOq6e1k7/fgV1L84Tw=	\N	f	ada			ada@example.org	t	t	2026-12-01 13:27:57.722692+00
2	pbkdf2_sha256$1000000$FWg6XtBsa7PsVzuwbNcEjK$uCQvQD5JfxX/6BURCorTgbJU6vAMWscgeXm17L/7fZs=	\N	t	root			root@example.org	t	t	2026-12-01 13:27:57.969274+00
\.


--
-- Data for Name: auth_user_groups; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user_groups (id, user_id, group_id) FROM stdin;
1	1	1
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
1	2026-12-01 13:27:58.221708+00	12f1cbb6-6085-4b98-8864-da2845656b6c	Depth	2	[]	1	1
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	memories	memory
2	memories	processedmemory
3	patterns	codepattern
4	admin	logentry
5	memories	deletedmemory
6	memories	embeddedmemory
7	memories	posting
8	memories	schemamigration
9	memories	quantizedembedding
10	memories	passage
11	memories	memoryversion
12	memories	providedembedding
13	memories	embeddingclaim
14	patterns	analysisrun
15	mcp_server	accesstoken
16	auth	permission
17	auth	group
18	auth	user
19	contenttypes	contenttype
20	sessions	session
21	oauth2_provider	application
22	oauth2_provider	accesstoken
23	oauth2_provider	grant
24	oauth2_provider	refreshtoken
25	oauth2_provider	idtoken
26	oauth2_provider	devicegrant
27	codex_oauth	consent
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	contenttypes	0001_initial	2026-12-01 13:27:52.698207+00
2	auth	0001_initial	2026-12-01 13:27:52.734349+00
3	admin	0001_initial	2026-12-01 13:27:52.748147+00
4	admin	0002_logentry_remove_auto_add	2026-12-01 13:27:52.752399+00
5	admin	0003_logentry_add_action_flag_choices	2026-12-01 13:27:52.760111+00
6	contenttypes	0002_remove_content_type_name	2026-12-01 13:27:52.770798+00
7	auth	0002_alter_permission_name_max_length	2026-12-01 13:27:52.776051+00
8	auth	0003_alter_user_email_max_length	2026-12-01 13:27:52.780808+00
9	auth	0004_alter_user_username_opts	2026-12-01 13:27:52.78491+00
10	auth	0005_alter_user_last_login_null	2026-12-01 13:27:52.790934+00
11	auth	0006_require_contenttypes_0002	2026-12-01 13:27:52.791797+00
12	auth	0007_alter_validators_add_error_messages	2026-12-01 13:27:52.795674+00
13	auth	0008_alter_user_username_max_length	2026-12-01 13:27:52.801628+00
14	auth	0009_alter_user_last_name_max_length	2026-12-01 13:27:52.806134+00
15	auth	0010_alter_group_name_max_length	2026-12-01 13:27:52.811037+00
16	auth	0011_update_proxy_permissions	2026-12-01 13:27:52.814946+00
17	auth	0012_alter_user_first_name_max_length	2026-12-01 13:27:52.819796+00
18	oauth2_provider	0001_initial	2026-12-01 13:27:52.920884+00
19	oauth2_provider	0002_auto_20190406_1805	2026-12-01 13:27:52.934547+00
20	oauth2_provider	0003_auto_20201211_1314	2026-12-01 13:27:52.942801+00
21	oauth2_provider	0004_auto_20200902_2022	2026-12-01 13:27:52.990852+00
22	oauth2_provider	0005_auto_20211222_2352	2026-12-01 13:27:53.024068+00
23	oauth2_provider	0006_alter_application_client_secret	2026-12-01 13:27:53.039247+00
24	oauth2_provider	0007_application_post_logout_redirect_uris	2026-12-01 13:27:53.047304+00
25	oauth2_provider	0008_alter_accesstoken_token	2026-12-01 13:27:53.055762+00
26	oauth2_provider	0009_add_hash_client_secret	2026-12-01 13:27:53.063532+00
27	oauth2_provider	0010_application_allowed_origins	2026-12-01 13:27:53.071057+00
28	oauth2_provider	0011_refreshtoken_token_family	2026-12-01 13:27:53.078636+00
29	oauth2_provider	0012_add_token_checksum	2026-12-01 13:27:53.115041+00
30	oauth2_provider	0013_alter_application_authorization_grant_type_device	2026-12-01 13:27:53.145762+00
31	oauth2_provider	0014_alter_help_text	2026-12-01 13:27:53.155533+00
32	oauth2_provider	0015_refreshtoken_token_checksum	2026-12-01 13:27:53.217212+00
33	oauth2_provider	0016_alter_devicegrant_scope	2026-12-01 13:27:53.232192+00
34	oauth2_provider	0017_application_dcr_created	2026-12-01 13:27:53.243304+00
35	oauth2_provider	0018_resource_indicators	2026-12-01 13:27:53.267811+00
36	oauth2_provider	0019_application_registration_source	2026-12-01 13:27:53.304183+00
37	oauth2_provider	0020_cimd_application_fields	2026-12-01 13:27:53.328984+00
38	oauth2_provider	0021_translatable_field_labels	2026-12-01 13:27:54.193586+00
39	oauth2_provider	0022_refreshtoken_token_family_index	2026-12-01 13:27:54.202906+00
40	codex_oauth	0001_consents	2026-12-01 13:27:54.225873+00
41	codex_oauth	0002_deleted_people	2026-12-01 13:27:54.231829+00
42	memories	0001_initial	2026-12-01 13:27:54.34601+00
43	memories	0002_tally	2026-12-01 13:27:54.346526+00
44	memories	0003_embedding_index	2026-12-01 13:27:54.346833+00
45	memories	0005_admin_indexes	2026-12-01 13:27:54.347092+00
46	memories	0006_unembedded	2026-12-01 13:27:54.347338+00
47	memories	0007_notify	2026-12-01 13:27:54.347574+00
48	memories	0008_storage	2026-12-01 13:27:54.347809+00
49	memories	0009_lighter_embedding_index	2026-12-01 13:27:54.34804+00
50	memories	0010_marks	2026-12-01 13:27:54.348271+00
51	memories	0011_one_index	2026-12-01 13:27:54.348497+00
52	memories	0012_signs	2026-12-01 13:27:54.348735+00
53	memories	0013_embedded_memories	2026-12-01 13:27:54.348961+00
54	memories	0014_extreme_embeddings	2026-12-01 13:27:54.349234+00
55	memories	0015_postings	2026-12-01 13:27:54.349474+00
56	memories	0016_embedded_signs	2026-12-01 13:27:54.3497+00
57	mcp_server	0001_access_tokens	2026-12-01 13:27:54.373526+00
58	patterns	0001_initial	2026-12-01 13:27:54.40784+00
59	patterns	0002_tally	2026-12-01 13:27:54.408377+00
60	patterns	0003_analysis_runs	2026-12-01 13:27:54.408697+00
61	patterns	0004_admin_indexes	2026-12-01 13:27:54.408965+00
62	memories	0004_curator_group	2026-12-01 13:27:54.453897+00
63	memories	0003_corpus	2026-12-01 13:27:54.464467+00
64	memories	0004_metadata_terms	2026-12-01 13:27:54.466235+00
65	memories	0005_inline_columns	2026-12-01 13:27:54.470445+00
66	memories	0006_standard_names	2026-12-01 13:27:54.547816+00
67	memories	0007_words	2026-12-01 13:27:54.584104+00
68	memories	0008_text_indexes	2026-12-01 13:27:54.624804+00
69	memories	0009_passages	2026-12-01 13:27:54.640925+00
70	memories	0010_passage_texts	2026-12-01 13:27:54.657271+00
71	memories	0011_passages_filled	2026-12-01 13:27:54.67132+00
72	memories	0012_projects	2026-12-01 13:27:54.737564+00
73	memories	0013_versions	2026-12-01 13:27:54.796954+00
74	memories	0014_trash	2026-12-01 13:27:54.890026+00
75	memories	0015_provenance_indexes	2026-12-01 13:27:54.93338+00
76	memories	0016_project_indexes	2026-12-01 13:27:55.077571+00
77	memories	0017_embedding_model	2026-12-01 13:27:55.186309+00
78	memories	0018_padded_embeddings	2026-12-01 13:27:55.188705+00
79	memories	0019_quantized_again	2026-12-01 13:27:55.190745+00
80	memories	0020_successions_kept_whole	2026-12-01 13:27:55.194843+00
81	memories	0021_release_superseded	2026-12-01 13:27:55.198356+00
82	memories	0022_project_passages	2026-12-01 13:27:55.213536+00
83	memories	0023_continued_words	2026-12-01 13:27:55.223603+00
84	memories	0024_continued_words_filled	2026-12-01 13:27:55.226888+00
85	memories	0025_cheaper_updates	2026-12-01 13:27:55.231918+00
86	memories	0026_current_postings	2026-12-01 13:27:55.235294+00
87	patterns	0002_standard_names	2026-12-01 13:27:55.239121+00
88	patterns	0003_projects	2026-12-01 13:27:55.250918+00
89	patterns	0004_trash	2026-12-01 13:27:55.276132+00
90	patterns	0005_project_index	2026-12-01 13:27:55.292457+00
91	patterns	0006_changed_contents	2026-12-01 13:27:55.294693+00
92	patterns	0007_cheaper_updates	2026-12-01 13:27:55.296697+00
93	sessions	0001_initial	2026-12-01 13:27:55.303557+00
94	memories	0002_curator_group	2026-12-01 13:27:55.305849+00
95	memories	0001_schema	2026-12-01 13:27:55.306521+00
96	patterns	0001_schema	2026-12-01 13:27:55.30702+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
083174zaxdezgk1202mmulpjggcn9nhb	eyJfYXV0aF91c2VyX2lkIjoiMSJ9:1xYNtm:jveVmAGUN4qV84H707dUQ5rLSALj_phGPOepNV4DR9o	2026-12-15 13:27:58.218205+00
\.


--
-- Data for Name: memories; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memories (id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, context_vector, summary_vector, search_vector, has_embedding, language, project, superseded_by, superseded_at, version, stored_by, changed_by) FROM stdin;
0548a5eb-a23a-4ae5-8b0c-b262045fb870	Staging is rebuilt at 03:00.	ce2f0f6225e0caa896383c912c75396b44f97f04a02cf5ec3496e9385f6b3ce6	Handbook	Staging	{}	{}	2026-12-01 13:27:57.283053+00	2026-12-01 13:27:57.283053+00	'handbook':1	'stage':1	'00':8C '03':7C 'at':6C 'handbook':2B 'is':4C 'rebuilt':5C 'stage':1A,3C	t	english		\N	\N	1	tests 1	tests 1
81f99121-0bc4-42a5-87db-32a9789d39f8	The well is 3 m deep.	014f48fc0f3ab411be3dc46af6e11e9d074b07a4c0f2605bcc758cf2e0994c11	Handbook	Depth, as it was	{}	{"of": [1, null], "page": 12}	2026-12-01 13:27:57.234828+00	2026-12-01 13:27:57.234828+00	'handbook':1	'as':2 'depth':1 'it':3 'was':4	'3':9C 'as':2A 'deep':11C 'depth':1A 'handbook':5B 'is':8C 'it':3A 'm':10C 'the':6C 'was':4A 'well':7C	t	english	shop	\N	\N	1	tests 1	tests 1
12f1cbb6-6085-4b98-8864-da2845656b6c	The well is 5 m deep.	817c74c8b78b5b6dd06f282465ca605500e658f2a5411e8a7d635be89f053144	Handbook	Depth	{well,water}	{}	2026-12-01 13:27:57.101527+00	2026-12-01 13:27:57.227405+00	'handbook':1	'depth':1	'5':6C 'deep':8C 'depth':1A 'handbook':2B 'is':5C 'm':7C 'the':3C 'well':4C	t	english		\N	\N	3	tests 1	tests 1
c0ab73a8-cbad-4c7b-bef1-18b09b96f981	Staging is rebuilt at 02:00.	25d213cb995449f2cc060e0e5f197c2956b97ff79a6a2b2d7989cb1a4f2ecc4a	Handbook	Staging	{staging}	{}	2026-12-01 13:27:57.278218+00	2026-12-01 13:27:57.287197+00	'handbook':1	'stage':1	'00':8C '02':7C 'at':6C 'handbook':2B 'is':4C 'rebuilt':5C 'stage':1A,3C	t	english		0548a5eb-a23a-4ae5-8b0c-b262045fb870	2026-12-01 13:27:57.286663+00	1	tests 1	tests 1
fc529064-1691-4b20-9ef4-23422e898f46	The till is open on Sundays.	48f504c05e8a435316c10c7255e424bdc158a48a43bcf15943cf858e9200c353	Handbook	Till	{}	{}	2026-12-01 13:27:57.24981+00	2026-12-01 13:27:57.262448+00	'handbook':1	'till':1	'handbook':2B 'is':5C 'on':7C 'open':6C 'sunday':8C 'the':3C 'till':1A,4C	t	english	shop	\N	\N	3	tests 1	tests 1
42922f56-43d6-4b82-9a84-b65d35e648f2	Grüße aus München, 数据库迁移计划, and the naïve café.	d4d075a31ed774007b049143188200d1bafc5b7240a9809047daf4d94286fe7d	Handbook	Many languages	{}	{}	2026-12-01 13:27:57.238457+00	2026-12-01 13:27:57.238457+00	'handbook':1	'languag':2 'many':1	'and':14C 'aus':5C 'caf':17C 'cafe':17C 'gruss':4C 'handbook':3B 'languag':2A 'many':1A 'munch':6C 'naiv':16C 'the':15C '划':13C '库迁':9C '据库':8C '数据':7C '移计':11C '计划':12C '迁移':10C	t	german	site	\N	\N	1	tests 1	tests 1
d71d6cf4-a492-4099-9dec-8e96b220c66e	Retry, in the shop's own words:\n```python\ndef retry(call):\n    for _ in range(3):\n        try:\n            return call()\n        except OSError:\n            continue\n```	affe1401b475906eb45dc72a151d51afce433a8d6e4e4fa9d1b994b12fe1a53c	Handbook	Retrying	{code}	{}	2026-12-01 13:27:57.300292+00	2026-12-01 13:27:57.300292+00	'handbook':1	'retri':1	'3':17C 'call':13C,20C 'continu':23C 'def':11C 'except':21C 'for':14C 'handbook':2B 'in':4C,15C 'oserror':22C 'own':8C 'python':10C 'rang':16C 'retri':1A,3C,12C 'return':19C 's':7C 'shop':6C 'the':5C 'tri':18C 'word':9C	t	english		\N	\N	1	tests 1	tests 1
9dde7da0-4b6a-4935-8c3f-400bb5b6b610	The gate is red.	a560ea0351d54bdb41c273b2ffa5b2e4e809382f7e0bc875dc231119b9e4e7c7	Handbook	Gate	{gate}	{}	2026-12-01 13:27:57.452146+00	2026-12-01 13:27:57.495207+00	'handbook':1	'gate':1	'gate':1A,4C 'handbook':2B 'is':5C 'red':6C 'the':3C	t	english		\N	\N	1	tests 1	tests 1
3b9d5707-f684-40b7-bfe3-b2b36172e1ea	Part 0. The ferry of pier 0 leaves at 0 o'clock.\n\nPart 1. The ferry of pier 1 leaves at 1 o'clock.\n\nPart 2. The ferry of pier 2 leaves at 2 o'clock.\n\nPart 3. The ferry of pier 3 leaves at 3 o'clock.\n\nPart 4. The ferry of pier 4 leaves at 4 o'clock.\n\nPart 5. The ferry of pier 5 leaves at 5 o'clock.\n\nPart 6. The ferry of pier 6 leaves at 6 o'clock.\n\nPart 7. The ferry of pier 7 leaves at 7 o'clock.\n\nPart 8. The ferry of pier 8 leaves at 8 o'clock.\n\nPart 9. The ferry of pier 9 leaves at 9 o'clock.\n\nPart 10. The ferry of pier 10 leaves at 10 o'clock.\n\nPart 11. The ferry of pier 11 leaves at 11 o'clock.\n\nPart 12. The ferry of pier 12 leaves at 0 o'clock.\n\nPart 13. The ferry of pier 13 leaves at 1 o'clock.\n\nPart 14. The ferry of pier 14 leaves at 2 o'clock.\n\nPart 15. The ferry of pier 15 leaves at 3 o'clock.\n\nPart 16. The ferry of pier 16 leaves at 4 o'clock.\n\nPart 17. The ferry of pier 17 leaves at 5 o'clock.\n\nPart 18. The ferry of pier 18 leaves at 6 o'clock.\n\nPart 19. The ferry of pier 19 leaves at 7 o'clock.\n\nPart 20. The ferry of pier 20 leaves at 8 o'clock.\n\nPart 21. The ferry of pier 21 leaves at 9 o'clock.\n\nPart 22. The ferry of pier 22 leaves at 10 o'clock.\n\nPart 23. The ferry of pier 23 leaves at 11 o'clock.\n\nPart 24. The ferry of pier 24 leaves at 0 o'clock.\n\nPart 25. The ferry of pier 25 leaves at 1 o'clock.\n\nPart 26. The ferry of pier 26 leaves at 2 o'clock.\n\nPart 27. The ferry of pier 27 leaves at 3 o'clock.\n\nPart 28. The ferry of pier 28 leaves at 4 o'clock.\n\nPart 29. The ferry of pier 29 leaves at 5 o'clock.\n\nPart 30. The ferry of pier 30 leaves at 6 o'clock.\n\nPart 31. The ferry of pier 31 leaves at 7 o'clock.\n\nPart 32. The ferry of pier 32 leaves at 8 o'clock.\n\nPart 33. The ferry of pier 33 leaves at 9 o'clock.\n\nPart 34. The ferry of pier 34 leaves at 10 o'clock.\n\nPart 35. The ferry of pier 35 leaves at 11 o'clock.\n\nPart 36. The ferry of pier 36 leaves at 0 o'clock.\n\nPart 37. The ferry of pier 37 leaves at 1 o'clock.\n\nPart 38. The ferry of pier 38 leaves at 2 o'clock.\n\nPart 39. The ferry of pier 39 leaves at 3 o'clock.\n\nPart 40. The ferry of pier 40 leaves at 4 o'clock.\n\nPart 41. The ferry of pier 41 leaves at 5 o'clock.\n\nPart 42. The ferry of pier 42 leaves at 6 o'clock.\n\nPart 43. The ferry of pier 43 leaves at 7 o'clock.\n\nPart 44. The ferry of pier 44 leaves at 8 o'clock.\n\nPart 45. The ferry of pier 45 leaves at 9 o'clock.\n\nPart 46. The ferry of pier 46 leaves at 10 o'clock.\n\nPart 47. The ferry of pier 47 leaves at 11 o'clock.\n\nPart 48. The ferry of pier 48 leaves at 0 o'clock.\n\nPart 49. The ferry of pier 49 leaves at 1 o'clock.\n\nPart 50. The ferry of pier 50 leaves at 2 o'clock.\n\nPart 51. The ferry of pier 51 leaves at 3 o'clock.\n\nPart 52. The ferry of pier 52 leaves at 4 o'clock.\n\nPart 53. The ferry of pier 53 leaves at 5 o'clock.\n\nPart 54. The ferry of pier 54 leaves at 6 o'clock.\n\nPart 55. The ferry of pier 55 leaves at 7 o'clock.\n\nPart 56. The ferry of pier 56 leaves at 8 o'clock.\n\nPart 57. The ferry of pier 57 leaves at 9 o'clock.\n\nPart 58. The ferry of pier 58 leaves at 10 o'clock.\n\nPart 59. The ferry of pier 59 leaves at 11 o'clock.\n\nPart 60. The ferry of pier 60 leaves at 0 o'clock.\n\nPart 61. The ferry of pier 61 leaves at 1 o'clock.\n\nPart 62. The ferry of pier 62 leaves at 2 o'clock.\n\nPart 63. The ferry of pier 63 leaves at 3 o'clock.\n\nPart 64. The ferry of pier 64 leaves at 4 o'clock.\n\nPart 65. The ferry of pier 65 leaves at 5 o'clock.\n\nPart 66. The ferry of pier 66 leaves at 6 o'clock.\n\nPart 67. The ferry of pier 67 leaves at 7 o'clock.\n\nPart 68. The ferry of pier 68 leaves at 8 o'clock.\n\nPart 69. The ferry of pier 69 leaves at 9 o'clock.\n\nPart 70. The ferry of pier 70 leaves at 10 o'clock.\n\nPart 71. The ferry of pier 71 leaves at 11 o'clock.\n\nPart 72. The ferry of pier 72 leaves at 0 o'clock.\n\nPart 73. The ferry of pier 73 leaves at 1 o'clock.\n\nPart 74. The ferry of pier 74 leaves at 2 o'clock.\n\nPart 75. The ferry of pier 75 leaves at 3 o'clock.\n\nPart 76. The ferry of pier 76 leaves at 4 o'clock.\n\nPart 77. The ferry of pier 77 leaves at 5 o'clock.\n\nPart 78. The ferry of pier 78 leaves at 6 o'clock.\n\nPart 79. The ferry of pier 79 leaves at 7 o'clock.\n\nPart 80. The ferry of pier 80 leaves at 8 o'clock.\n\nPart 81. The ferry of pier 81 leaves at 9 o'clock.\n\nPart 82. The ferry of pier 82 leaves at 10 o'clock.\n\nPart 83. The ferry of pier 83 leaves at 11 o'clock.\n\nPart 84. The ferry of pier 84 leaves at 0 o'clock.\n\nPart 85. The ferry of pier 85 leaves at 1 o'clock.\n\nPart 86. The ferry of pier 86 leaves at 2 o'clock.\n\nPart 87. The ferry of pier 87 leaves at 3 o'clock.\n\nPart 88. The ferry of pier 88 leaves at 4 o'clock.\n\nPart 89. The ferry of pier 89 leaves at 5 o'clock.\n\nPart 90. The ferry of pier 90 leaves at 6 o'clock.\n\nPart 91. The ferry of pier 91 leaves at 7 o'clock.\n\nPart 92. The ferry of pier 92 leaves at 8 o'clock.\n\nPart 93. The ferry of pier 93 leaves at 9 o'clock.\n\nPart 94. The ferry of pier 94 leaves at 10 o'clock.\n\nPart 95. The ferry of pier 95 leaves at 11 o'clock.\n\nPart 96. The ferry of pier 96 leaves at 0 o'clock.\n\nPart 97. The ferry of pier 97 leaves at 1 o'clock.\n\nPart 98. The ferry of pier 98 leaves at 2 o'clock.\n\nPart 99. The ferry of pier 99 leaves at 3 o'clock.\n\nPart 100. The ferry of pier 100 leaves at 4 o'clock.\n\nPart 101. The ferry of pier 101 leaves at 5 o'clock.\n\nPart 102. The ferry of pier 102 leaves at 6 o'clock.\n\nPart 103. The ferry of pier 103 leaves at 7 o'clock.\n\nPart 104. The ferry of pier 104 leaves at 8 o'clock.\n\nPart 105. The ferry of pier 105 leaves at 9 o'clock.\n\nPart 106. The ferry of pier 106 leaves at 10 o'clock.\n\nPart 107. The ferry of pier 107 leaves at 11 o'clock.\n\nPart 108. The ferry of pier 108 leaves at 0 o'clock.\n\nPart 109. The ferry of pier 109 leaves at 1 o'clock.\n\nPart 110. The ferry of pier 110 leaves at 2 o'clock.\n\nPart 111. The ferry of pier 111 leaves at 3 o'clock.\n\nPart 112. The ferry of pier 112 leaves at 4 o'clock.\n\nPart 113. The ferry of pier 113 leaves at 5 o'clock.\n\nPart 114. The ferry of pier 114 leaves at 6 o'clock.\n\nPart 115. The ferry of pier 115 leaves at 7 o'clock.\n\nPart 116. The ferry of pier 116 leaves at 8 o'clock.\n\nPart 117. The ferry of pier 117 leaves at 9 o'clock.\n\nPart 118. The ferry of pier 118 leaves at 10 o'clock.\n\nPart 119. The ferry of pier 119 leaves at 11 o'clock.	12da9cd056237d5bfb0b7bebafa115aa1873c3f7ce2ae46b0ef718507e175e60	Handbook	A long report	{long}	{}	2026-12-01 13:27:57.502531+00	2026-12-01 13:27:57.502531+00	'handbook':1	'a':1 'long':2 'report':3	\N	t	english		\N	\N	1	tests 1	tests 1
\.


--
-- Data for Name: oauth2_provider_accesstoken; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_accesstoken (id, token, expires, scope, application_id, user_id, created, updated, source_refresh_token_id, id_token_id, token_checksum, resource) FROM stdin;
1	an access token	2036-11-28 13:27:58.222892+00	memories:read	1	1	2026-12-01 13:27:58.46653+00	2026-12-01 13:27:58.466535+00	\N	\N	14f95c33ed545e28af398a33a54ae9eddd75ec99caccf178617b973677d999d5	[]
\.


--
-- Data for Name: oauth2_provider_application; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_application (id, client_id, redirect_uris, client_type, authorization_grant_type, client_secret, name, user_id, skip_authorization, created, updated, algorithm, post_logout_redirect_uris, hash_client_secret, allowed_origins, registration_source, cimd_expires_at) FROM stdin;
1	rWYcfmGpIssVbU6gTkaUcJZFgmu4bmYRxdpQ4SXT	https://assistant.example/callback	public	authorization-code	pbkdf2_sha256$1000000$sfn0LAz2wPeiEE6pcvyqav$9CXWmwNbFsT8UrJjXBnqL4PwR/16AUA9Qc5iCs0dDVM=	Assistant	\N	f	2026-12-01 13:27:58.462439+00	2026-12-01 13:27:58.462469+00			t		manual	\N
\.


--
-- Data for Name: oauth2_provider_devicegrant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_devicegrant (id, device_code, user_code, scope, "interval", expires, status, client_id, last_checked, user_id) FROM stdin;
\.


--
-- Data for Name: oauth2_provider_grant; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_grant (id, code, expires, redirect_uri, scope, application_id, user_id, created, updated, code_challenge, code_challenge_method, nonce, claims, resource) FROM stdin;
1	another code	2036-11-28 13:27:58.222892+00	https://assistant.example/callback	memories:read	1	1	2026-12-01 13:27:58.469019+00	2026-12-01 13:27:58.469023+00					[]
\.


--
-- Data for Name: oauth2_provider_idtoken; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_idtoken (id, jti, expires, scope, created, updated, application_id, user_id) FROM stdin;
\.


--
-- Data for Name: oauth2_provider_refreshtoken; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth2_provider_refreshtoken (id, token, access_token_id, application_id, user_id, created, updated, revoked, token_family, token_checksum, resource) FROM stdin;
1	a refresh token	1	1	1	2026-12-01 13:27:58.467856+00	2026-12-01 13:27:58.467863+00	\N	38c48c14-93fd-4691-afcd-1dc4a87743c6	748546daf9d80d932a68a1633369df0346bc37490503608f294cbe34c925ff7f	[]
\.


--
-- Data for Name: oauth_consents; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.oauth_consents (id, client_name, scope, projects, code_checksum, created_at, redeemed_at, last_used_at, ended_at, application_id, user_id) FROM stdin;
38c48c14-93fd-4691-afcd-1dc4a87743c6	Assistant	memories:read	{shop}	3749cb48ee6e8dd6738012fc45cdabda219ccc1a1c46b6525d0f2072a65d90e4	2026-12-01 13:27:58.465067+00	2026-12-01 13:27:58.464393+00	\N	\N	1	1
\.


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (version, app, name, applied_at, checksum) FROM stdin;
1	contenttypes	0001_initial	2026-12-01 13:27:55.374381+00	35ed8489a147e0b42a15c21b5d4f0e8940de6f73fb326e9d6dea91b4d0b953cc
2	auth	0001_initial	2026-12-01 13:27:55.37538+00	845cff319606332f49ef20ce165d1a17e522c426c5e56d7616133e9e4eaba5ef
3	admin	0001_initial	2026-12-01 13:27:55.375987+00	f4716989d9815b6231f0d7291754835e008c96818447fe57984bbf8985883335
4	admin	0002_logentry_remove_auto_add	2026-12-01 13:27:55.37659+00	2c127e659a2236edea0ed57eccd38786ae84e365790a80b96b758c617f50be43
5	admin	0003_logentry_add_action_flag_choices	2026-12-01 13:27:55.377219+00	02700a827190720e5c417495a395071b6baa28a34e74bc8f90824afaafc01841
6	contenttypes	0002_remove_content_type_name	2026-12-01 13:27:55.377955+00	7d36494075750f0ed3c0f68d0cb1548eba59cc593f52f691f6cc37a043083766
7	auth	0002_alter_permission_name_max_length	2026-12-01 13:27:55.378572+00	feaf97e0e8f7d148bec3db9bab2349c5e15888117c1ff2829deff63ef9e16cff
8	auth	0003_alter_user_email_max_length	2026-12-01 13:27:55.37914+00	9d5657b4db9872dc26c2d634c2f5911a3d69ab1d8552af4c6d633bc4001dfabf
9	auth	0004_alter_user_username_opts	2026-12-01 13:27:55.37972+00	9538db342c9a9bec4ca12b3137fb80772c4ea4afb861e8647a2962b1ea58344a
10	auth	0005_alter_user_last_login_null	2026-12-01 13:27:55.38029+00	79f60a35dc000fdd427bc05c85233ae5b9c4ada078ff0688fc9f78604bf7eaee
11	auth	0006_require_contenttypes_0002	2026-12-01 13:27:55.380838+00	00cb16e3405f14b62dbeffa15c68c9030291e4ddd513d733648ba460d6c5e781
12	auth	0007_alter_validators_add_error_messages	2026-12-01 13:27:55.381459+00	115db87dc327530fb5e1964ba3d03f9746492f90600406947be39f54f6cc042f
13	auth	0008_alter_user_username_max_length	2026-12-01 13:27:55.382127+00	02857f65f7d648147a5d12596b200a83e29145391d3f986ceb84b3b865a2c351
14	auth	0009_alter_user_last_name_max_length	2026-12-01 13:27:55.382669+00	19a89500e7f108a7397da9b1733181f92105f758663b3685b60f5c2da384d76e
15	auth	0010_alter_group_name_max_length	2026-12-01 13:27:55.383217+00	0963ed6498ac0b3a8430b6ca34c1b4a4b1d5f55b43d3db902f15a03ff74b14cd
16	auth	0011_update_proxy_permissions	2026-12-01 13:27:55.383769+00	85a5dde708dc4b6111e1bc71ce723ecfba7b1f8aedecfd130900ff7782765436
17	auth	0012_alter_user_first_name_max_length	2026-12-01 13:27:55.384477+00	6cefbc9f80903763ff8492a537a22836ef69f2227e19d402509b8099d2baecb0
18	oauth2_provider	0001_initial	2026-12-01 13:27:55.38508+00	e94081f5ebe0e4e72b3ef3cf68befeff5becb79be887cb9e51b174cad37374fc
19	oauth2_provider	0002_auto_20190406_1805	2026-12-01 13:27:55.385758+00	5f410f5788726f0b1799b8f0b38cb37942c8cfde60099579d9bdfc10a33e5bc4
20	oauth2_provider	0003_auto_20201211_1314	2026-12-01 13:27:55.386412+00	6b0036bea4e086af73b5c2059bec46909d0106e532d4414f52fddb0c98265741
21	oauth2_provider	0004_auto_20200902_2022	2026-12-01 13:27:55.387006+00	db5ce7798b511e37bfb521fbfd3763a8a6d2efc82b463c88517cdf7a95dc2854
22	oauth2_provider	0005_auto_20211222_2352	2026-12-01 13:27:55.387575+00	e11fbec64cca63dfc766fb7eb8479769c277cb79aba3e84fbf9b07ea55ec4756
23	oauth2_provider	0006_alter_application_client_secret	2026-12-01 13:27:55.38811+00	e188e786a6eb19ce89d9456f8adbe49fb2cdc225abd90f299f521394e0f5e3c0
24	oauth2_provider	0007_application_post_logout_redirect_uris	2026-12-01 13:27:55.388655+00	fd40c19a1d55b1f4e60403d85963ea375f2b59a1ff30c7a27e90d7c343909573
25	oauth2_provider	0008_alter_accesstoken_token	2026-12-01 13:27:55.389274+00	dc185583a7b98f93f00b4c50c3a435d5fde79f0a9973d0140a7f4f8ad93b8c24
26	oauth2_provider	0009_add_hash_client_secret	2026-12-01 13:27:55.389911+00	06c37bff71399f683c0eced349894184be82507462fba2db6231285752e7dd05
27	oauth2_provider	0010_application_allowed_origins	2026-12-01 13:27:55.390449+00	414213631b43f23b4a01b1ce313d0173b1ee43e7ef080b6c47ed50c9adf5cf31
28	oauth2_provider	0011_refreshtoken_token_family	2026-12-01 13:27:55.391036+00	b2d83f87680ebef1b6dadf7e39772fdb5926b1c9205be6b2481445258f4a094b
29	oauth2_provider	0012_add_token_checksum	2026-12-01 13:27:55.391566+00	c235bb0ac86f47b9ab01c1f39d82101eec80b851587c5ce3e93890b461c8bf06
30	oauth2_provider	0013_alter_application_authorization_grant_type_device	2026-12-01 13:27:55.392103+00	8b26274a23588ca9d99abf89cc56c318d5979e4203fc2629cfa092009746d607
31	oauth2_provider	0014_alter_help_text	2026-12-01 13:27:55.392654+00	98089577a6daefb20d05e79b2186d0fc10fd086ca1722ad305a33b6a01d8ba9a
32	oauth2_provider	0015_refreshtoken_token_checksum	2026-12-01 13:27:55.393249+00	8bff17c0e4b39167ce2824243eba64ffc6fabe3a6d7a6698bf060f97be680caf
33	oauth2_provider	0016_alter_devicegrant_scope	2026-12-01 13:27:55.393957+00	d3829517abfc4bea6d03eaf086a3397401d18ed7636c4cb8b5768ac3cfee59cd
34	oauth2_provider	0017_application_dcr_created	2026-12-01 13:27:55.394515+00	ac99ba0b6a74f2738921931f4a9f9e29315f217b3d87b9d608da1fb3a34a8e2c
35	oauth2_provider	0018_resource_indicators	2026-12-01 13:27:55.395067+00	ba2adac9466069c9eb4cf56067a8a6d1bbc567ebb9fcf140d3e97f90edb6da02
36	oauth2_provider	0019_application_registration_source	2026-12-01 13:27:55.395619+00	b45dd81d89ebf535454fbbf8f98856c9d1aad1d7ce524edbbcb2c895333da091
37	oauth2_provider	0020_cimd_application_fields	2026-12-01 13:27:55.396174+00	f98636915773d34baacfc3a19656a94e70cc7c6e114c02969c00e017ec4ea6a9
38	oauth2_provider	0021_translatable_field_labels	2026-12-01 13:27:55.396751+00	b7798ca7f6b78117e5a57971a1b4a76431a8cbe174910c5fe88d60e4cee099d2
39	oauth2_provider	0022_refreshtoken_token_family_index	2026-12-01 13:27:55.397372+00	a0f8c91c1ad9acd61db35334cbffea2c916d0abdb135847eef63bf6a0a78e7f4
40	codex_oauth	0001_consents	2026-12-01 13:27:55.398108+00	8f218aa0371509e22b57917b9c3c19f1b740f6938390a14f061c2bfc4585c6dd
41	codex_oauth	0002_deleted_people	2026-12-01 13:27:55.398671+00	1b7b9e7e55ec1d8320071e17e1819d66ab0f422a27a1c61d4b56c3b65306f16d
42	mcp_server	0001_access_tokens	2026-12-01 13:27:55.399156+00	756564effa9b6d9cbf6b24e0abfb04105c8b5f83c77bd4e7b359701d26c855cd
43	memories	0003_corpus	2026-12-01 13:27:55.399785+00	f764eff8683c3851f39247df32e3238e126d7399b806c1cac95aade4fcdf7fdd
44	memories	0004_metadata_terms	2026-12-01 13:27:55.400423+00	acc2f1923e18597e23d677749b565b38119ab5ce046b80daa8c6c0764394f0e8
45	memories	0005_inline_columns	2026-12-01 13:27:55.401062+00	bb19e13ad4f8eb3f15dcdc00186c5bf57c5e79d51eeec0af2bb0314bb1ebacd4
46	memories	0006_standard_names	2026-12-01 13:27:55.402007+00	22a382dd3c67a710866f33be83d566842dfa7379a855dd939cfa20a793bdebde
47	memories	0007_words	2026-12-01 13:27:55.402826+00	4340649b777f7f0afedb2c9ce4a7f20598e6264d1edb20acc03af89e85a4751e
48	memories	0008_text_indexes	2026-12-01 13:27:55.403596+00	f539ed21f75810626fa7853dccf720eb47311d3955ef72f7acb3ae32034a069e
49	memories	0009_passages	2026-12-01 13:27:55.404371+00	00277c79908a442522483c405d1401e405420537d685ee22e28a63e76f6f81dd
50	memories	0010_passage_texts	2026-12-01 13:27:55.405186+00	dd1def2c225a5ee4b0d5f9f2a8b76ba2146edf2bd34cc7d2c489afc2b20f3cd0
51	memories	0011_passages_filled	2026-12-01 13:27:55.40585+00	dfe2c5cc8230dd343bdfaa7e3daf8bc6497cc9bdea3c8d861b9d9cc1f9cfddab
52	memories	0012_projects	2026-12-01 13:27:55.406638+00	4b9eec4dbd4d187fde7247857f64030df3c20b6bcbc9659398a3d44273fcfc51
53	memories	0013_versions	2026-12-01 13:27:55.407461+00	664b04c22437cd18d1caf908594d50f27ba0a89405c5c847ba4135fe7ec88113
54	memories	0014_trash	2026-12-01 13:27:55.408242+00	6f2c6425047afe99143f3b74fb52fe7b6a033de60fc94e8c97cf5b5ae713bc59
55	memories	0015_provenance_indexes	2026-12-01 13:27:55.409644+00	e658194a9e8044039509282a8c153ee89e80280966e5d036c33cca1a9a3e5511
56	memories	0016_project_indexes	2026-12-01 13:27:55.410489+00	ce02d204e31334f63b6dd3a61659c990bca71020b475cb1cba203a47e3dec3a8
57	memories	0017_embedding_model	2026-12-01 13:27:55.411244+00	d87561773e01520f24b1753abdaa908f432e829316f66863cac556a1eb4657d5
58	memories	0018_padded_embeddings	2026-12-01 13:27:55.411851+00	5d418ecca897109ac5ff5b725ea7edd8eb57c000e955200412c00670daa190ec
59	memories	0019_quantized_again	2026-12-01 13:27:55.412443+00	3343e93fd17eb1f964494e5b1fa2605aed794df251779fd5c23974da7faf5cd7
60	memories	0020_successions_kept_whole	2026-12-01 13:27:55.413223+00	54f62d5c45c528f4e613a7cd65aca78fb6a73963ddbdee92b29517c341bcbe36
61	memories	0021_release_superseded	2026-12-01 13:27:55.413917+00	d5031dff7888a8eedfa492a8a904bb59235871ea61754207a6a5752473763d1b
62	memories	0022_project_passages	2026-12-01 13:27:55.414518+00	b198b37a4c7846e66c7e137aa3de6bd5de940dfee69ee489cc5a2a30741725ee
63	memories	0023_continued_words	2026-12-01 13:27:55.415511+00	9860c3a42f31f765a57fd6a358ed19861522951c063ce8b765c43b399f37a04a
64	memories	0024_continued_words_filled	2026-12-01 13:27:55.416225+00	a52650f5f895f35483d47e85cffebd2969cad289f6ccf4afa4430d1d433c001c
65	memories	0025_cheaper_updates	2026-12-01 13:27:55.416838+00	6755263db0fce7cd5dfab653d42ec28b29a4332489183e6320a6dcf6b6c2350d
66	memories	0026_current_postings	2026-12-01 13:27:55.417525+00	abfab209349607f06ea34d1c9210cc859f8c3fd9324c2380ea7976c1f1d39c44
67	patterns	0002_standard_names	2026-12-01 13:27:55.418177+00	c8dbed4e0d009f8fe423a64383fd545702892c9b1175384bdca457dcf40bd994
68	patterns	0003_projects	2026-12-01 13:27:55.418785+00	c029608e721ef725f2ae11f7605e2f67845f3351555d7c4ffd1e17a9593d9783
69	patterns	0004_trash	2026-12-01 13:27:55.419505+00	49039fa0398572fa88d2a9458fba0847a9f11c80df9aabc2652b8a6a99967278
70	patterns	0005_project_index	2026-12-01 13:27:55.42011+00	5804415a722f8d0a7ddd71d85c0e6fd7351572442fdf996be3b68215cf5a07e8
71	patterns	0006_changed_contents	2026-12-01 13:27:55.42069+00	620a8a3d44b0f4c5ad176e84c371314fac488320be98adf86707ce181106075e
72	patterns	0007_cheaper_updates	2026-12-01 13:27:55.421412+00	2f26244bfe31ec8ef5da47981b668af9876b918f7d7b41f598f7d9c04a45549f
73	sessions	0001_initial	2026-12-01 13:27:55.422029+00	2aa438e2393ee5135c4dda94bfde65fd49e8300f1c3f93bed25ae3a09f2f69b9
74	memories	0002_curator_group	2026-12-01 13:27:55.422587+00	b9a92db4a2e7c00dc314c84711db890409c6616395e124cadd372a97f5f33be1
75	memories	0001_schema	2026-12-01 13:27:55.423506+00	61ce9256ca440405442618c99eaa0c2c98be59660442edaf2ed6dbd7d8e89e64
76	patterns	0001_schema	2026-12-01 13:27:55.424269+00	e945aad2eb9985660aaecdd2dc64567ae167664f8bfabd02a96a66b1014f653b
\.


--
-- Name: access_tokens_id_seq; Type: SEQUENCE SET; Schema: codex_processed; Owner: -
--

SELECT pg_catalog.setval('codex_processed.access_tokens_id_seq', 3, true);


--
-- Name: analysis_runs_id_seq; Type: SEQUENCE SET; Schema: codex_processed; Owner: -
--

SELECT pg_catalog.setval('codex_processed.analysis_runs_id_seq', 2, true);


--
-- Name: deleted_memories_deletion_seq; Type: SEQUENCE SET; Schema: codex_processed; Owner: -
--

SELECT pg_catalog.setval('codex_processed.deleted_memories_deletion_seq', 4, true);


--
-- Name: auth_group_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_id_seq', 1, true);


--
-- Name: auth_group_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_group_permissions_id_seq', 11, true);


--
-- Name: auth_permission_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_permission_id_seq', 79, true);


--
-- Name: auth_user_groups_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, true);


--
-- Name: auth_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_id_seq', 2, true);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, false);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, true);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 27, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 96, true);


--
-- Name: oauth2_provider_accesstoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_accesstoken_id_seq', 1, true);


--
-- Name: oauth2_provider_application_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_application_id_seq', 1, true);


--
-- Name: oauth2_provider_devicegrant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_devicegrant_id_seq', 1, false);


--
-- Name: oauth2_provider_grant_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_grant_id_seq', 1, true);


--
-- Name: oauth2_provider_idtoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_idtoken_id_seq', 1, false);


--
-- Name: oauth2_provider_refreshtoken_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.oauth2_provider_refreshtoken_id_seq', 1, true);


--
-- Name: access_tokens access_tokens_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.access_tokens
    ADD CONSTRAINT access_tokens_pkey PRIMARY KEY (id);


--
-- Name: access_tokens access_tokens_token_hash_key; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.access_tokens
    ADD CONSTRAINT access_tokens_token_hash_key UNIQUE (token_hash);


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
-- Name: continued_words continued_words_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.continued_words
    ADD CONSTRAINT continued_words_pkey PRIMARY KEY (lexeme, continuation);


--
-- Name: corpus_statistics corpus_statistics_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.corpus_statistics
    ADD CONSTRAINT corpus_statistics_pkey PRIMARY KEY (only_row);


--
-- Name: counters counters_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (kind, project, key);


--
-- Name: deleted_memories deleted_memories_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.deleted_memories
    ADD CONSTRAINT deleted_memories_pkey PRIMARY KEY (deletion);


--
-- Name: embedded_memories embedded_memories_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_memories
    ADD CONSTRAINT embedded_memories_pkey PRIMARY KEY (memory_id);


--
-- Name: embedding_claims embedding_claims_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedding_claims
    ADD CONSTRAINT embedding_claims_pkey PRIMARY KEY (memory_id);


--
-- Name: former_successors former_successors_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.former_successors
    ADD CONSTRAINT former_successors_pkey PRIMARY KEY (successor, predecessor);


--
-- Name: kept_tables kept_tables_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.kept_tables
    ADD CONSTRAINT kept_tables_pkey PRIMARY KEY (name);


--
-- Name: languages languages_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.languages
    ADD CONSTRAINT languages_pkey PRIMARY KEY (name);


--
-- Name: memory_versions memory_versions_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.memory_versions
    ADD CONSTRAINT memory_versions_pkey PRIMARY KEY (memory_id, version);


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
-- Name: provided_embeddings provided_embeddings_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.provided_embeddings
    ADD CONSTRAINT provided_embeddings_pkey PRIMARY KEY (memory_id);


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
    ADD CONSTRAINT idx_memories_content_hash UNIQUE (project, content_hash);


--
-- Name: memories memories_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.memories
    ADD CONSTRAINT memories_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_accesstoken oauth2_provider_accesstoken_id_token_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_id_token_id_key UNIQUE (id_token_id);


--
-- Name: oauth2_provider_accesstoken oauth2_provider_accesstoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_accesstoken oauth2_provider_accesstoken_source_refresh_token_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_source_refresh_token_id_key UNIQUE (source_refresh_token_id);


--
-- Name: oauth2_provider_accesstoken oauth2_provider_accesstoken_token_checksum_85319a26_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_token_checksum_85319a26_uniq UNIQUE (token_checksum);


--
-- Name: oauth2_provider_application oauth2_provider_application_client_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_application_client_id_key UNIQUE (client_id);


--
-- Name: oauth2_provider_application oauth2_provider_application_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_application_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_devicegrant oauth2_provider_devicegrant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devicegrant_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_devicegrant oauth2_provider_devicegrant_unique_device_code; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devicegrant_unique_device_code UNIQUE (device_code);


--
-- Name: oauth2_provider_grant oauth2_provider_grant_code_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_code_key UNIQUE (code);


--
-- Name: oauth2_provider_grant oauth2_provider_grant_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_idtoken oauth2_provider_idtoken_jti_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_jti_key UNIQUE (jti);


--
-- Name: oauth2_provider_idtoken oauth2_provider_idtoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_pkey PRIMARY KEY (id);


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refresht_token_checksum_revoked_46c81d1d_uniq; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refresht_token_checksum_revoked_46c81d1d_uniq UNIQUE (token_checksum, revoked);


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refreshtoken_access_token_id_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refreshtoken_access_token_id_key UNIQUE (access_token_id);


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refreshtoken_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refreshtoken_pkey PRIMARY KEY (id);


--
-- Name: oauth_consents oauth_consents_code_checksum_key; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth_consents
    ADD CONSTRAINT oauth_consents_code_checksum_key UNIQUE (code_checksum);


--
-- Name: oauth_consents oauth_consents_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth_consents
    ADD CONSTRAINT oauth_consents_pkey PRIMARY KEY (id);


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
-- Name: access_tokens_name_key; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE UNIQUE INDEX access_tokens_name_key ON codex_processed.access_tokens USING btree (name) WHERE (revoked_at IS NULL);


--
-- Name: access_tokens_token_hash_908f0270_like; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX access_tokens_token_hash_908f0270_like ON codex_processed.access_tokens USING btree (token_hash varchar_pattern_ops);


--
-- Name: idx_deleted_analysis_runs; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_analysis_runs ON codex_processed.deleted_analysis_runs USING btree (deletion);


--
-- Name: idx_deleted_code_patterns; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_code_patterns ON codex_processed.deleted_code_patterns USING btree (deletion);


--
-- Name: idx_deleted_memories_at; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_memories_at ON codex_processed.deleted_memories USING btree (deleted_at);


--
-- Name: idx_deleted_memories_id; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_memories_id ON codex_processed.deleted_memories USING btree (id, deletion);


--
-- Name: idx_deleted_memory_versions; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_memory_versions ON codex_processed.deleted_memory_versions USING btree (deletion);


--
-- Name: idx_deleted_processed_memories; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_deleted_processed_memories ON codex_processed.deleted_processed_memories USING btree (deletion);


--
-- Name: idx_embedded_created_at; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_created_at ON codex_processed.embedded_memories USING btree (created_at DESC);


--
-- Name: idx_embedded_project; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_project ON codex_processed.embedded_memories USING btree (project);


--
-- Name: idx_embedded_search; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_search ON codex_processed.embedded_memories USING gin (tags, context_vector, summary_vector, metadata);


--
-- Name: idx_former_successors_predecessor; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_former_successors_predecessor ON codex_processed.former_successors USING btree (predecessor);


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
-- Name: idx_patterns_project; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_patterns_project ON codex_processed.code_patterns USING btree (COALESCE(project, ''::text), pattern_type, frequency DESC, confidence DESC, id);


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
-- Name: idx_provided_embedding_model; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_provided_embedding_model ON codex_processed.provided_embeddings USING btree (embedding_model, memory_id);


--
-- Name: idx_provided_embeddings; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_provided_embeddings ON codex_processed.provided_embeddings USING hnsw (quantized public.bit_hamming_ops) WITH (m='8', ef_construction='64');


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
-- Name: idx_memories_changed_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_changed_by ON public.memories USING btree (changed_by, created_at DESC) WHERE (updated_at > created_at);


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
-- Name: idx_memories_project_created; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_project_created ON public.memories USING btree (project, created_at, id) INCLUDE (superseded_at);


--
-- Name: idx_memories_project_passages; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_project_passages ON public.memories USING btree (project, id) WHERE (search_vector IS NULL);


--
-- Name: idx_memories_project_updated; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_project_updated ON public.memories USING btree (project, updated_at, id) INCLUDE (superseded_at);


--
-- Name: idx_memories_search; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_search ON public.memories USING gin (search_vector, tags, context_vector, summary_vector, codex_processed.search_keys(created_at, project));


--
-- Name: idx_memories_stored_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_stored_by ON public.memories USING btree (stored_by, created_at DESC);


--
-- Name: idx_memories_summary_fts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_summary_fts ON public.memories USING gin (to_tsvector('english'::regconfig, summary));


--
-- Name: idx_memories_superseded_by; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_superseded_by ON public.memories USING btree (superseded_by) WHERE (superseded_by IS NOT NULL);


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
-- Name: oauth2_prov_token_f_996e8a_idx; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_prov_token_f_996e8a_idx ON public.oauth2_provider_refreshtoken USING btree (token_family);


--
-- Name: oauth2_provider_accesstoken_application_id_b22886e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_accesstoken_application_id_b22886e1 ON public.oauth2_provider_accesstoken USING btree (application_id);


--
-- Name: oauth2_provider_accesstoken_token_checksum_85319a26_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_accesstoken_token_checksum_85319a26_like ON public.oauth2_provider_accesstoken USING btree (token_checksum varchar_pattern_ops);


--
-- Name: oauth2_provider_accesstoken_user_id_6e4c9a65; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_accesstoken_user_id_6e4c9a65 ON public.oauth2_provider_accesstoken USING btree (user_id);


--
-- Name: oauth2_provider_application_client_id_03f0cc84_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_application_client_id_03f0cc84_like ON public.oauth2_provider_application USING btree (client_id varchar_pattern_ops);


--
-- Name: oauth2_provider_application_client_secret_53133678; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_application_client_secret_53133678 ON public.oauth2_provider_application USING btree (client_secret);


--
-- Name: oauth2_provider_application_client_secret_53133678_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_application_client_secret_53133678_like ON public.oauth2_provider_application USING btree (client_secret varchar_pattern_ops);


--
-- Name: oauth2_provider_application_user_id_79829054; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_application_user_id_79829054 ON public.oauth2_provider_application USING btree (user_id);


--
-- Name: oauth2_provider_devicegrant_client_id_229dd06d; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_devicegrant_client_id_229dd06d ON public.oauth2_provider_devicegrant USING btree (client_id);


--
-- Name: oauth2_provider_devicegrant_client_id_229dd06d_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_devicegrant_client_id_229dd06d_like ON public.oauth2_provider_devicegrant USING btree (client_id varchar_pattern_ops);


--
-- Name: oauth2_provider_devicegrant_user_id_1cec5156; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_devicegrant_user_id_1cec5156 ON public.oauth2_provider_devicegrant USING btree (user_id);


--
-- Name: oauth2_provider_grant_application_id_81923564; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_grant_application_id_81923564 ON public.oauth2_provider_grant USING btree (application_id);


--
-- Name: oauth2_provider_grant_code_49ab4ddf_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_grant_code_49ab4ddf_like ON public.oauth2_provider_grant USING btree (code varchar_pattern_ops);


--
-- Name: oauth2_provider_grant_user_id_e8f62af8; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_grant_user_id_e8f62af8 ON public.oauth2_provider_grant USING btree (user_id);


--
-- Name: oauth2_provider_idtoken_application_id_08c5ff4f; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_idtoken_application_id_08c5ff4f ON public.oauth2_provider_idtoken USING btree (application_id);


--
-- Name: oauth2_provider_idtoken_user_id_dd512b59; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_idtoken_user_id_dd512b59 ON public.oauth2_provider_idtoken USING btree (user_id);


--
-- Name: oauth2_provider_refreshtoken_application_id_2d1c311b; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_refreshtoken_application_id_2d1c311b ON public.oauth2_provider_refreshtoken USING btree (application_id);


--
-- Name: oauth2_provider_refreshtoken_user_id_da837fce; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth2_provider_refreshtoken_user_id_da837fce ON public.oauth2_provider_refreshtoken USING btree (user_id);


--
-- Name: oauth_consents_application_id_278928e1; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth_consents_application_id_278928e1 ON public.oauth_consents USING btree (application_id);


--
-- Name: oauth_consents_code_checksum_0e8cd470_like; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth_consents_code_checksum_0e8cd470_like ON public.oauth_consents USING btree (code_checksum varchar_pattern_ops);


--
-- Name: oauth_consents_user_id_3a706708; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX oauth_consents_user_id_3a706708 ON public.oauth_consents USING btree (user_id);


--
-- Name: code_patterns count_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_patterns();


--
-- Name: embedded_memories count_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_delete AFTER DELETE ON codex_processed.embedded_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_embedded();


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
-- Name: embedded_memories count_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_insert AFTER INSERT ON codex_processed.embedded_memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_embedded();


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
-- Name: embedded_memories count_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_truncate AFTER TRUNCATE ON codex_processed.embedded_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_embedded();


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
-- Name: embedded_memories count_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER count_update AFTER UPDATE ON codex_processed.embedded_memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.count_embedded();


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
-- Name: deleted_memories erase_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER erase_delete AFTER DELETE ON codex_processed.deleted_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.erase_deleted();


--
-- Name: deleted_memories erase_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER erase_truncate AFTER TRUNCATE ON codex_processed.deleted_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.erase_deleted();


--
-- Name: analysis_runs keep_deleted; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER keep_deleted AFTER DELETE ON codex_processed.analysis_runs REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.keep_deleted_analysis_runs();


--
-- Name: code_patterns keep_deleted; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER keep_deleted AFTER DELETE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.keep_deleted_code_patterns();


--
-- Name: memory_versions keep_deleted; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER keep_deleted AFTER DELETE ON codex_processed.memory_versions REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.keep_deleted_memory_versions();


--
-- Name: processed_memories keep_deleted; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER keep_deleted AFTER DELETE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.keep_deleted_processed_memories();


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

CREATE TRIGGER quantized_embeddings_update AFTER UPDATE OF quantized, embedding_model, superseded_at ON codex_processed.embedded_memories FOR EACH ROW WHEN (((new.quantized <> old.quantized) OR (new.embedding_model <> old.embedding_model) OR ((new.superseded_at IS NULL) <> (old.superseded_at IS NULL)))) EXECUTE FUNCTION codex_processed.maintain_quantized_embeddings();


--
-- Name: code_patterns set_project_of_memory; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER set_project_of_memory BEFORE INSERT ON codex_processed.code_patterns FOR EACH ROW WHEN ((new.project IS NULL)) EXECUTE FUNCTION codex_processed.set_project_of_memory();


--
-- Name: processed_memories set_project_of_memory; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER set_project_of_memory BEFORE INSERT ON codex_processed.processed_memories FOR EACH ROW WHEN ((new.project IS NULL)) EXECUTE FUNCTION codex_processed.set_project_of_memory();


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
-- Name: memories drop_patterns; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER drop_patterns AFTER UPDATE OF content ON public.memories FOR EACH ROW WHEN ((new.content <> old.content)) EXECUTE FUNCTION codex_processed.drop_patterns();


--
-- Name: memories embedded_filters_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER embedded_filters_update AFTER UPDATE OF created_at, tags, metadata, context, summary, language, project, superseded_at ON public.memories FOR EACH ROW WHEN ((new.has_embedding AND ((new.created_at IS DISTINCT FROM old.created_at) OR (new.tags IS DISTINCT FROM old.tags) OR (new.metadata IS DISTINCT FROM old.metadata) OR (new.context_vector IS DISTINCT FROM old.context_vector) OR (new.summary_vector IS DISTINCT FROM old.summary_vector) OR (new.project IS DISTINCT FROM old.project) OR (new.superseded_at IS DISTINCT FROM old.superseded_at)))) EXECUTE FUNCTION codex_processed.maintain_embedded_filters();


--
-- Name: memories keep_deleted; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_deleted AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.keep_deleted_memories();


--
-- Name: memories keep_version; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER keep_version AFTER UPDATE ON public.memories FOR EACH ROW WHEN ((new.version <> old.version)) EXECUTE FUNCTION codex_processed.keep_version();


--
-- Name: memories move_patterns; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER move_patterns AFTER UPDATE OF project ON public.memories FOR EACH ROW WHEN ((new.project <> old.project)) EXECUTE FUNCTION codex_processed.move_patterns();


--
-- Name: memories move_processed; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER move_processed AFTER UPDATE OF project ON public.memories FOR EACH ROW WHEN ((new.project <> old.project)) EXECUTE FUNCTION codex_processed.move_processed();


--
-- Name: memories notify_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();


--
-- Name: memories outdated_embeddings; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER outdated_embeddings AFTER UPDATE OF content, context, summary ON public.memories FOR EACH ROW WHEN (((new.content IS DISTINCT FROM old.content) OR (new.context IS DISTINCT FROM old.context) OR (new.summary IS DISTINCT FROM old.summary))) EXECUTE FUNCTION codex_processed.forget_outdated_embeddings();


--
-- Name: memories part_from_other_projects; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER part_from_other_projects AFTER UPDATE OF project ON public.memories FOR EACH ROW WHEN ((new.project <> old.project)) EXECUTE FUNCTION codex_processed.part_from_other_projects();


--
-- Name: memories pass_on_predecessors; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER pass_on_predecessors AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.pass_on_predecessors();


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
-- Name: memories reset_continued_words; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER reset_continued_words AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.reset_continued_words();


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
-- Name: memories set_version; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER set_version BEFORE UPDATE OF content, context, summary, tags, metadata, project, superseded_by ON public.memories FOR EACH ROW WHEN (((new.content <> old.content) OR (new.context <> old.context) OR (new.summary <> old.summary) OR (new.tags <> old.tags) OR ((new.metadata)::text <> (old.metadata)::text) OR (new.project <> old.project) OR (new.superseded_by IS DISTINCT FROM old.superseded_by))) EXECUTE FUNCTION codex_processed.set_version();


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
-- Name: embedding_claims embedding_claims_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedding_claims
    ADD CONSTRAINT embedding_claims_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


--
-- Name: memory_versions memory_versions_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.memory_versions
    ADD CONSTRAINT memory_versions_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


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
-- Name: provided_embeddings provided_embeddings_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.provided_embeddings
    ADD CONSTRAINT provided_embeddings_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES codex_processed.embedded_memories(memory_id) ON DELETE CASCADE;


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
-- Name: oauth2_provider_accesstoken oauth2_provider_acce_application_id_b22886e1_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_application_id_b22886e1_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_accesstoken oauth2_provider_acce_id_token_id_85db651b_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_id_token_id_85db651b_fk_oauth2_pr FOREIGN KEY (id_token_id) REFERENCES public.oauth2_provider_idtoken(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_accesstoken oauth2_provider_acce_source_refresh_token_e66fbc72_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_acce_source_refresh_token_e66fbc72_fk_oauth2_pr FOREIGN KEY (source_refresh_token_id) REFERENCES public.oauth2_provider_refreshtoken(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_accesstoken oauth2_provider_accesstoken_user_id_6e4c9a65_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_accesstoken
    ADD CONSTRAINT oauth2_provider_accesstoken_user_id_6e4c9a65_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_application oauth2_provider_application_user_id_79829054_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_application
    ADD CONSTRAINT oauth2_provider_application_user_id_79829054_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_devicegrant oauth2_provider_devicegrant_user_id_1cec5156_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_devicegrant
    ADD CONSTRAINT oauth2_provider_devicegrant_user_id_1cec5156_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_grant oauth2_provider_gran_application_id_81923564_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_gran_application_id_81923564_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_grant oauth2_provider_grant_user_id_e8f62af8_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_grant
    ADD CONSTRAINT oauth2_provider_grant_user_id_e8f62af8_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_idtoken oauth2_provider_idto_application_id_08c5ff4f_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idto_application_id_08c5ff4f_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_idtoken oauth2_provider_idtoken_user_id_dd512b59_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_idtoken
    ADD CONSTRAINT oauth2_provider_idtoken_user_id_dd512b59_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refr_access_token_id_775e84e8_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refr_access_token_id_775e84e8_fk_oauth2_pr FOREIGN KEY (access_token_id) REFERENCES public.oauth2_provider_accesstoken(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refr_application_id_2d1c311b_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refr_application_id_2d1c311b_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth2_provider_refreshtoken oauth2_provider_refreshtoken_user_id_da837fce_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth2_provider_refreshtoken
    ADD CONSTRAINT oauth2_provider_refreshtoken_user_id_da837fce_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth_consents oauth_consents_application_id_278928e1_fk_oauth2_pr; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth_consents
    ADD CONSTRAINT oauth_consents_application_id_278928e1_fk_oauth2_pr FOREIGN KEY (application_id) REFERENCES public.oauth2_provider_application(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: oauth_consents oauth_consents_user_id_3a706708_fk_auth_user_id; Type: FK CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.oauth_consents
    ADD CONSTRAINT oauth_consents_user_id_3a706708_fk_auth_user_id FOREIGN KEY (user_id) REFERENCES public.auth_user(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;


--
-- PostgreSQL database dump complete
--


