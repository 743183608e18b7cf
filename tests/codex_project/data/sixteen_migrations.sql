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
-- Name: direction(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.direction(embedding public.vector) RETURNS public.vector
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (NOT ((public.vector_norm(embedding) >= (0.000000000000001)::double precision) AND (public.vector_norm(embedding) <= ('1000000000000000'::numeric)::double precision))) THEN public.l2_normalize(embedding) ELSE NULL::public.vector END;


--
-- Name: fold_tally(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.fold_tally() RETURNS void
    LANGUAGE plpgsql
    AS $$
BEGIN
    -- One at a time; whoever comes second has nothing left to do.
    IF NOT pg_try_advisory_xact_lock(hashtext('codex_processed.fold_tally')) THEN
        RETURN;
    END IF;
    WITH entries AS (
        DELETE FROM codex_processed.tally_ledger RETURNING kind, key, amount
    )
    INSERT INTO codex_processed.tally AS tally (kind, key, amount)
    SELECT kind, key, sum(amount) FROM entries GROUP BY kind, key
    ON CONFLICT (kind, key) DO UPDATE SET amount = tally.amount + excluded.amount;
    DELETE FROM codex_processed.tally WHERE amount = 0;
END
$$;


--
-- Name: follow_memory(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.follow_memory() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE codex_processed.embedded_memories SET
        created_at = NEW.created_at, tags = NEW.tags, metadata = NEW.metadata,
        context_vector = NEW.context_vector, summary_vector = NEW.summary_vector
    WHERE memory_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: follow_signs(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.follow_signs() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO codex_processed.embedded_signs AS known (memory_id, signs) VALUES (NEW.memory_id, NEW.signs)
    ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE known.signs <> excluded.signs;
    RETURN NULL;
END
$$;


--
-- Name: mark_embedded(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.mark_embedded() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    touched_ids uuid[];
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.embedded_memories;
        UPDATE public.memories SET has_embedding = false WHERE has_embedding;
        RETURN NULL;
    ELSIF TG_OP = 'INSERT' THEN
        -- Chosen without a lock, then locked: what another that adds one has done meanwhile is seen below.
        SELECT array_agg(DISTINCT memory_id) INTO touched_ids FROM new_rows AS added
        WHERE embeddings IS NOT NULL AND (
            NOT EXISTS (SELECT FROM codex_processed.embedded_memories WHERE memory_id = added.memory_id) OR 1 < (
                SELECT count(*) FROM codex_processed.processed_memories
                WHERE memory_id = added.memory_id AND embeddings IS NOT NULL
            )
        );
        IF touched_ids IS NULL THEN
            RETURN NULL;
        END IF;
        PERFORM FROM public.memories WHERE id = ANY(touched_ids) ORDER BY id FOR NO KEY UPDATE;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory WHERE memory.id IN (
                SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL
                UNION ALL
                SELECT memory_id FROM new_rows WHERE embeddings IS NOT NULL
            )
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    ELSE
        SELECT array_agg(id) INTO touched_ids FROM (
            SELECT memory.id FROM public.memories AS memory
            WHERE memory.id IN (SELECT memory_id FROM old_rows WHERE embeddings IS NOT NULL)
            ORDER BY memory.id FOR UPDATE
        ) AS locked;
    END IF;
    IF touched_ids IS NOT NULL THEN
        WITH newest AS MATERIALIZED (
            SELECT touched.id, (
SELECT codex_processed.quantized(embeddings) FROM codex_processed.processed_memories
WHERE memory_id = touched.id AND embeddings IS NOT NULL ORDER BY processing_version DESC LIMIT 1
) AS signs FROM unnest(touched_ids) AS touched (id)
        ), gone AS (
            DELETE FROM codex_processed.embedded_memories USING newest
            WHERE memory_id = newest.id AND newest.signs IS NULL
        ), known AS (
            INSERT INTO codex_processed.embedded_memories AS embedded
                (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector)
            SELECT id, created_at, newest.signs, tags, metadata, context_vector, summary_vector
            FROM public.memories JOIN newest USING (id) WHERE newest.signs IS NOT NULL
            ON CONFLICT (memory_id) DO UPDATE SET signs = excluded.signs WHERE embedded.signs <> excluded.signs
        )
        UPDATE public.memories AS memory SET has_embedding = newest.signs IS NOT NULL
        FROM newest WHERE memory.id = newest.id AND memory.has_embedding <> (newest.signs IS NOT NULL);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: marks(timestamp with time zone, boolean); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.marks(moment timestamp with time zone, embedded boolean) RETURNS bigint[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (CASE WHEN isfinite(moment) THEN ARRAY[(((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 12) + 0), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 16) + '1099511627776'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 20) + '2199023255552'::bigint), (((floor(date_part('epoch'::text, (moment AT TIME ZONE 'UTC'::text))))::bigint >> 24) + '3298534883328'::bigint)] ELSE '{}'::bigint[] END || CASE WHEN embedded THEN '{-1}'::bigint[] ELSE '{}'::bigint[] END);


--
-- Name: metadata_terms(jsonb); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.metadata_terms(metadata jsonb) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT CASE WHEN (count(*) > 64) THEN ARRAY['m*'::text] ELSE COALESCE(array_agg(('m'::text || "left"(encode(sha256(convert_to((jsonb_build_array(jsonb_each.key, CASE jsonb_typeof(jsonb_each.value) WHEN 'number'::text THEN to_jsonb(trim_scale((jsonb_each.value)::numeric)) ELSE jsonb_each.value END))::text, 'UTF8'::name)), 'base64'::text), 11)) ORDER BY jsonb_each.key), '{}'::text[]) END AS "coalesce" FROM jsonb_each(CASE jsonb_typeof(metadata_terms.metadata) WHEN 'object'::text THEN metadata_terms.metadata ELSE '{}'::jsonb END) jsonb_each(key, value) WHERE (jsonb_typeof(jsonb_each.value) <> ALL (ARRAY['object'::text, 'array'::text])));


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
-- Name: post_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.post_memories() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE codex_processed.postings;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
            EXCEPT
            SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        )
        DELETE FROM codex_processed.postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term
        EXCEPT
        SELECT id, term, created_at, updated_at FROM old_rows, codex_processed.terms(tags, metadata) AS term
        ON CONFLICT DO NOTHING;
    ELSIF TG_OP = 'DELETE' THEN
        DELETE FROM codex_processed.postings USING old_rows, codex_processed.terms(tags, metadata) AS gone
        WHERE postings.term = gone AND postings.created_at = old_rows.created_at AND memory_id = old_rows.id;
    ELSE
        INSERT INTO codex_processed.postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at FROM new_rows, codex_processed.terms(tags, metadata) AS term;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: quantized(public.vector); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.quantized(embedding public.vector) RETURNS bit
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN CASE WHEN (NOT ((public.vector_norm(embedding) >= (0.000000000000001)::double precision) AND (public.vector_norm(embedding) <= ('1000000000000000'::numeric)::double precision))) THEN public.binary_quantize((public.l2_normalize(embedding) OPERATOR(public.-) (array_fill(((public.l2_normalize(embedding) OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) ELSE public.binary_quantize((embedding OPERATOR(public.-) (array_fill(((embedding OPERATOR(public.<#>) (array_fill((1)::real, ARRAY[1536]))::public.vector) / ('-1536.0'::numeric)::double precision), ARRAY[1536]))::public.vector)) END;


--
-- Name: set_direction(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.set_direction() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.direction := codex_processed.direction(NEW.embeddings);
    RETURN NEW;
END
$$;


--
-- Name: tally_memories(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.tally_memories() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), count(*)
        FROM new_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', sum(octet_length(content)) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, count(*) FROM new_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'DELETE' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'memories', to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:00:00+00'), -count(*)
        FROM old_rows GROUP BY 2
        UNION ALL SELECT 'content_bytes', '', -sum(octet_length(content)) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'tag', tag, -count(*) FROM old_rows, unnest(tags) AS tag GROUP BY tag;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
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
        DELETE FROM codex_processed.tally WHERE kind IN ('memories', 'content_bytes', 'tag');
        DELETE FROM codex_processed.tally_ledger WHERE kind IN ('memories', 'content_bytes', 'tag');
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: tally_patterns(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.tally_patterns() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.tally WHERE kind = 'pattern';
        DELETE FROM codex_processed.tally_ledger WHERE kind = 'pattern';
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, count(*) FROM new_rows GROUP BY 2;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'pattern', language || '/' || pattern_type, -count(*) FROM old_rows GROUP BY 2;
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: tally_processed(); Type: FUNCTION; Schema: codex_processed; Owner: -
--

CREATE FUNCTION codex_processed.tally_processed() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM codex_processed.tally WHERE kind IN ('processed', 'with_embeddings');
        DELETE FROM codex_processed.tally_ledger WHERE kind IN ('processed', 'with_embeddings');
        RETURN NULL;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', count(*) FROM new_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', count(embeddings) FROM new_rows HAVING count(embeddings) > 0;
    END IF;
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        INSERT INTO codex_processed.tally_ledger (kind, key, amount)
        SELECT 'processed', '', -count(*) FROM old_rows HAVING count(*) > 0
        UNION ALL SELECT 'with_embeddings', '', -count(embeddings) FROM old_rows HAVING count(embeddings) > 0;
    END IF;
    RETURN NULL;
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


SET default_tablespace = '';

SET default_table_access_method = heap;

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
-- Name: embedded_memories; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.embedded_memories (
    memory_id uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    signs bit(1536) NOT NULL,
    tags text[] NOT NULL,
    metadata jsonb NOT NULL,
    context_vector tsvector NOT NULL,
    summary_vector tsvector NOT NULL
);
ALTER TABLE ONLY codex_processed.embedded_memories ALTER COLUMN signs SET STORAGE PLAIN;


--
-- Name: embedded_signs; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.embedded_signs (
    memory_id uuid NOT NULL,
    signs bit(1536) NOT NULL
);
ALTER TABLE ONLY codex_processed.embedded_signs ALTER COLUMN signs SET STORAGE PLAIN;


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
    direction public.vector(1536),
    CONSTRAINT processed_memories_entities_check CHECK ((pg_column_size(entities) <= 32768)),
    CONSTRAINT processed_memories_insights_check CHECK ((pg_column_size(insights) <= 65536)),
    CONSTRAINT processed_memories_sentiment_check CHECK (((sentiment >= ('-1.0'::numeric)::double precision) AND (sentiment <= (1.0)::double precision)))
);
ALTER TABLE ONLY codex_processed.processed_memories ALTER COLUMN embeddings SET STORAGE PLAIN;


--
-- Name: tally; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.tally (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);


--
-- Name: tally_ledger; Type: TABLE; Schema: codex_processed; Owner: -
--

CREATE TABLE codex_processed.tally_ledger (
    kind text NOT NULL,
    key text NOT NULL,
    amount bigint NOT NULL
);


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
    context_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, context)) STORED,
    summary_vector tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, summary)) STORED,
    search_vector tsvector GENERATED ALWAYS AS (((setweight(to_tsvector('english'::regconfig, translate(summary, './_-:@=\#~+*<>[](){}`'::text, '                     '::text)), 'A'::"char") || setweight(to_tsvector('english'::regconfig, translate(context, './_-:@=\#~+*<>[](){}`'::text, '                     '::text)), 'B'::"char")) || setweight(to_tsvector('english'::regconfig, translate("left"(content, 131072), './_-:@=\#~+*<>[](){}`'::text, '                     '::text)), 'C'::"char"))) STORED,
    has_embedding boolean DEFAULT false NOT NULL,
    CONSTRAINT memories_content_check CHECK ((octet_length(content) <= 1048576)),
    CONSTRAINT memories_context_check CHECK ((length(context) <= 1000)),
    CONSTRAINT memories_metadata_check CHECK ((pg_column_size(metadata) <= 16384)),
    CONSTRAINT memories_summary_check CHECK ((length(summary) <= 500)),
    CONSTRAINT memories_tags_check CHECK ((cardinality(tags) <= 50))
);
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
1	0427a8b8-34ab-4210-b2d6-84ad26eeb7ee	python	45b3a57dcb607233	2026-11-25 19:58:16.738678+00
2	4df44cee-a4d6-46ec-91c6-3d88daca656d	python	45b3a57dcb607233	2026-11-25 19:58:16.748884+00
3	870b07c4-3abd-40f1-9765-393945a54005	python	45b3a57dcb607233	2026-11-25 19:58:16.752972+00
4	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	python	45b3a57dcb607233	2026-11-25 19:58:16.756202+00
5	cd73ceb8-0557-4df8-b4cd-83e08ae7b4f6	python	45b3a57dcb607233	2026-11-25 19:58:16.761205+00
6	d3ca7a71-97b7-44db-8063-5a5242f52e67	python	45b3a57dcb607233	2026-11-25 19:58:16.769392+00
7	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	python	45b3a57dcb607233	2026-11-25 19:58:16.785477+00
8	0427a8b8-34ab-4210-b2d6-84ad26eeb7ee	rust	73db838a41ebf3a1	2026-11-25 19:58:16.795966+00
9	4df44cee-a4d6-46ec-91c6-3d88daca656d	rust	73db838a41ebf3a1	2026-11-25 19:58:16.805593+00
10	870b07c4-3abd-40f1-9765-393945a54005	rust	73db838a41ebf3a1	2026-11-25 19:58:16.809139+00
11	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	rust	73db838a41ebf3a1	2026-11-25 19:58:16.824314+00
12	cd73ceb8-0557-4df8-b4cd-83e08ae7b4f6	rust	73db838a41ebf3a1	2026-11-25 19:58:16.826308+00
13	d3ca7a71-97b7-44db-8063-5a5242f52e67	rust	73db838a41ebf3a1	2026-11-25 19:58:16.828354+00
14	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	rust	73db838a41ebf3a1	2026-11-25 19:58:16.833554+00
\.


--
-- Data for Name: code_patterns; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.code_patterns (id, pattern_type, pattern_signature, frequency, confidence, ast_features, language, discovered_at, memory_id) FROM stdin;
5e2ceeb3-b9d8-4006-bce8-f6afdcf6fd9c	class_definition	class _:	1	0.206549	{"size": 5, "arity": 0, "depth": 1, "lines": [2], "occurrences": 1}	python	2026-11-25 19:58:16.769392+00	d3ca7a71-97b7-44db-8063-5a5242f52e67
cbf10359-b9f4-46de-b051-a035c6d25944	comprehension	[_ * _ for _ in _(_)]	1	0.206549	{"size": 1, "async": false, "depth": 1, "lines": [9], "occurrences": 1}	python	2026-11-25 19:58:16.769392+00	d3ca7a71-97b7-44db-8063-5a5242f52e67
8cd93d43-d0e8-45e2-9315-dc168797550f	function_definition	def _(_):	0.666667	0.20766	{"size": 2, "arity": 1, "async": false, "depth": 1, "lines": [3, 8], "occurrences": 2}	python	2026-11-25 19:58:16.769392+00	d3ca7a71-97b7-44db-8063-5a5242f52e67
32ef4a87-f3dd-4f8a-bb17-71c2bf6902d0	function_definition	def _(_, _):	0.333333	0.061492	{"size": 2, "arity": 2, "async": false, "depth": 1, "lines": [5], "occurrences": 1}	python	2026-11-25 19:58:16.769392+00	d3ca7a71-97b7-44db-8063-5a5242f52e67
\.


--
-- Data for Name: embedded_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.embedded_memories (memory_id, created_at, signs, tags, metadata, context_vector, summary_vector) FROM stdin;
870b07c4-3abd-40f1-9765-393945a54005	2026-11-25 19:58:13.518238+00	001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'embed':2 'extrem':1	'long':3 'vector':4
4df44cee-a4d6-46ec-91c6-3d88daca656d	2026-11-25 19:58:13.528349+00	000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{}	{}	'embed':2 'extrem':1	'short':3 'vector':4
9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	2026-11-25 19:58:13.49061+00	000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{unicode}	{"flag": true, "nested": {"deep": [1, 2, {"x": null}]}, "number": 1.5}	'test':1 'unicod':2	'owl':3 'umlaut':1
f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:13.437535+00	100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000	{cache,storage,retagged}	{"language": "python", "priority": 1}	'modul':4 'read':1 'storag':3	'cach':2 'live':3 'minut':6
\.


--
-- Data for Name: embedded_signs; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.embedded_signs (memory_id, signs) FROM stdin;
f31093f1-ff16-4a3b-be75-ec771a0fa4d2	100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
870b07c4-3abd-40f1-9765-393945a54005	001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
4df44cee-a4d6-46ec-91c6-3d88daca656d	000100000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	000001000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000
\.


--
-- Data for Name: postings; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.postings (term, created_at, memory_id, updated_at) FROM stdin;
tunicode	2026-11-25 19:58:13.49061+00	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	2026-11-25 19:58:13.49061+00
m9szkO4QkgGF	2026-11-25 19:58:13.49061+00	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	2026-11-25 19:58:13.49061+00
mCOQM1JGTe50	2026-11-25 19:58:13.49061+00	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	2026-11-25 19:58:13.49061+00
tstorage	2026-11-25 19:58:13.50844+00	d3ca7a71-97b7-44db-8063-5a5242f52e67	2026-11-25 19:58:13.50844+00
tpython	2026-11-25 19:58:13.50844+00	d3ca7a71-97b7-44db-8063-5a5242f52e67	2026-11-25 19:58:13.50844+00
mQuDQ7WfbLHa	2026-11-25 19:58:13.50844+00	d3ca7a71-97b7-44db-8063-5a5242f52e67	2026-11-25 19:58:13.50844+00
m*	2026-11-25 19:58:13.561894+00	cd73ceb8-0557-4df8-b4cd-83e08ae7b4f6	2026-11-25 19:58:13.561894+00
mBV7GwyXJPQX	2026-11-25 19:58:13.437535+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:14.52373+00
mQuDQ7WfbLHa	2026-11-25 19:58:13.437535+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:14.52373+00
tretagged	2026-11-25 19:58:13.437535+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:14.52373+00
tstorage	2026-11-25 19:58:13.437535+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:14.52373+00
tcache	2026-11-25 19:58:13.437535+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	2026-11-25 19:58:14.52373+00
tlater	2026-11-25 19:58:13.547611+00	0427a8b8-34ab-4210-b2d6-84ad26eeb7ee	2026-11-25 19:58:13.547611+00
\.


--
-- Data for Name: processed_memories; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.processed_memories (id, insights, embeddings, entities, sentiment, processed_at, processing_version, memory_id, direction) FROM stdin;
54c7fbd0-6b63-4fc2-90b5-08190722d0db	{"topics": ["cache"]}	[1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	{"modules": ["storage"]}	0.5	2026-11-25 19:58:13.437535+00	1	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	\N
496c14c9-6257-4362-86a4-c4d95c00cd10	\N	[0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-11-25 19:58:13.49061+00	1	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	\N
bf468645-94fa-4c3a-b08e-55c06d0c9d04	\N	[0,0,1e+30,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-11-25 19:58:13.518238+00	1	870b07c4-3abd-40f1-9765-393945a54005	[0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]
bfba562a-e471-418c-943d-b71c2b141b0d	\N	[0,0,0,1e-30,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	-0.25	2026-11-25 19:58:13.528349+00	1	4df44cee-a4d6-46ec-91c6-3d88daca656d	[0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]
9f3f516b-6489-41eb-a55f-3406b9a651ad	\N	[0,0,0,0,0,1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]	\N	\N	2026-11-25 19:58:14.502972+00	2	9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	\N
\.


--
-- Data for Name: tally; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.tally (kind, key, amount) FROM stdin;
memories	2026-11-25T19:00:00+00	7
tag	unicode	1
tag	python	1
tag	cache	1
content_bytes		441
tag	storage	2
with_embeddings		5
tag	retagged	1
processed		5
pattern	python/comprehension	1
pattern	python/function_definition	2
pattern	python/class_definition	1
\.


--
-- Data for Name: tally_ledger; Type: TABLE DATA; Schema: codex_processed; Owner: -
--

COPY codex_processed.tally_ledger (kind, key, amount) FROM stdin;
tag	later	1
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
10	Can add schema migration	5	add_schemamigration
11	Can change schema migration	5	change_schemamigration
12	Can delete schema migration	5	delete_schemamigration
13	Can view schema migration	5	view_schemamigration
14	Can add processed memory	2	add_processedmemory
15	Can change processed memory	2	change_processedmemory
16	Can add code pattern	3	add_codepattern
17	Can change code pattern	3	change_codepattern
18	Can add analysis run	9	add_analysisrun
19	Can change analysis run	9	change_analysisrun
20	Can delete analysis run	9	delete_analysisrun
21	Can view analysis run	9	view_analysisrun
22	Can add log entry	4	add_logentry
23	Can change log entry	4	change_logentry
24	Can delete log entry	4	delete_logentry
25	Can add permission	10	add_permission
26	Can change permission	10	change_permission
27	Can delete permission	10	delete_permission
28	Can view permission	10	view_permission
29	Can add group	11	add_group
30	Can change group	11	change_group
31	Can delete group	11	delete_group
32	Can view group	11	view_group
33	Can add user	12	add_user
34	Can change user	12	change_user
35	Can delete user	12	delete_user
36	Can view user	12	view_user
37	Can add content type	13	add_contenttype
38	Can change content type	13	change_contenttype
39	Can delete content type	13	delete_contenttype
40	Can view content type	13	view_contenttype
41	Can add session	14	add_session
42	Can change session	14	change_session
43	Can delete session	14	delete_session
44	Can view session	14	view_session
\.


--
-- Data for Name: auth_user; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.auth_user (id, password, last_login, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) FROM stdin;
1	!EQBciWpY9zrj1WNTZ8vxLH9Qrz2cMMS8x5aNkR7l	\N	f	curator				t	t	2026-11-25 19:58:35.8784+00
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
1	1	1
\.


--
-- Data for Name: django_admin_log; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_admin_log (id, action_time, object_id, object_repr, action_flag, change_message, content_type_id, user_id) FROM stdin;
1	2026-11-25 19:58:35.937466+00	f31093f1-ff16-4a3b-be75-ec771a0fa4d2	The cache lives for a minute	2	retagged	1	1
\.


--
-- Data for Name: django_content_type; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_content_type (id, app_label, model) FROM stdin;
1	memories	memory
2	memories	processedmemory
3	patterns	codepattern
4	admin	logentry
5	memories	schemamigration
6	memories	embeddedmemory
7	memories	posting
8	memories	embeddedsigns
9	patterns	analysisrun
10	auth	permission
11	auth	group
12	auth	user
13	contenttypes	contenttype
14	sessions	session
\.


--
-- Data for Name: django_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_migrations (id, app, name, applied) FROM stdin;
1	contenttypes	0001_initial	2026-11-25 21:37:13.217415+00
2	auth	0001_initial	2026-11-25 21:37:13.25362+00
3	admin	0001_initial	2026-11-25 21:37:13.268541+00
4	admin	0002_logentry_remove_auto_add	2026-11-25 21:37:13.277726+00
5	admin	0003_logentry_add_action_flag_choices	2026-11-25 21:37:13.284776+00
6	contenttypes	0002_remove_content_type_name	2026-11-25 21:37:13.299795+00
7	auth	0002_alter_permission_name_max_length	2026-11-25 21:37:13.308108+00
8	auth	0003_alter_user_email_max_length	2026-11-25 21:37:13.31938+00
9	auth	0004_alter_user_username_opts	2026-11-25 21:37:13.326838+00
10	auth	0005_alter_user_last_login_null	2026-11-25 21:37:13.335349+00
11	auth	0006_require_contenttypes_0002	2026-11-25 21:37:13.337027+00
12	auth	0007_alter_validators_add_error_messages	2026-11-25 21:37:13.346766+00
13	auth	0008_alter_user_username_max_length	2026-11-25 21:37:13.357179+00
14	auth	0009_alter_user_last_name_max_length	2026-11-25 21:37:13.365955+00
15	auth	0010_alter_group_name_max_length	2026-11-25 21:37:13.375317+00
16	auth	0011_update_proxy_permissions	2026-11-25 21:37:13.381472+00
17	auth	0012_alter_user_first_name_max_length	2026-11-25 21:37:13.387676+00
18	memories	0001_initial	2026-11-25 21:37:13.442312+00
19	memories	0002_tally	2026-11-25 21:37:13.451236+00
20	patterns	0001_initial	2026-11-25 21:37:13.469757+00
21	memories	0003_embedding_index	2026-11-25 21:37:13.490072+00
22	memories	0004_curator_group	2026-11-25 21:37:13.551735+00
23	memories	0005_admin_indexes	2026-11-25 21:37:13.566717+00
24	memories	0006_unembedded	2026-11-25 21:37:13.577824+00
25	memories	0007_notify	2026-11-25 21:37:13.580371+00
26	memories	0008_storage	2026-11-25 21:37:13.58281+00
27	memories	0009_lighter_embedding_index	2026-11-25 21:37:13.597416+00
28	memories	0010_marks	2026-11-25 21:37:13.69444+00
29	memories	0011_one_index	2026-11-25 21:37:13.758701+00
30	memories	0012_signs	2026-11-25 21:37:13.847802+00
31	memories	0013_embedded_memories	2026-11-25 21:37:13.87515+00
32	memories	0014_extreme_embeddings	2026-11-25 21:37:13.893594+00
33	memories	0015_postings	2026-11-25 21:37:13.906777+00
34	memories	0016_embedded_signs	2026-11-25 21:37:13.93151+00
35	patterns	0002_tally	2026-11-25 21:37:13.934018+00
36	patterns	0003_analysis_runs	2026-11-25 21:37:13.966413+00
37	patterns	0004_admin_indexes	2026-11-25 21:37:13.985854+00
38	sessions	0001_initial	2026-11-25 21:37:13.994134+00
\.


--
-- Data for Name: django_session; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.django_session (session_key, session_data, expire_date) FROM stdin;
aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa	e30	2026-12-01 00:00:00+00
\.


--
-- Data for Name: memories; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.memories (id, content, content_hash, context, summary, tags, metadata, created_at, updated_at, has_embedding) FROM stdin;
9ba48f81-ae47-4e42-b6ad-98bb5fa0c42c	Ein Umlaut: Größe über alles, und ein Zeichen jenseits der Ebene: 🦉	d1c78815bf4efe90eec94b4adf049c48f2007c03c22f187fbeaceeceac65c6b0	Testing Unicode	Umlauts and owls	{unicode}	{"flag": true, "nested": {"deep": [1, 2, {"x": null}]}, "number": 1.5}	2026-11-25 19:58:13.49061+00	2026-11-25 19:58:13.49061+00	t
d3ca7a71-97b7-44db-8063-5a5242f52e67	```python\nclass Stack:\n    def __init__(self):\n        self.items = []\n    def push(self, item):\n        self.items.append(item)\n\ndef squares(n):\n    return [i * i for i in range(n)]\n```	ed220ce03c4b8c423420d6b3f831942b9f39b4abfc3802128777438dfd2d9242	A code example	A stack in Python	{python,storage}	{"language": "python"}	2026-11-25 19:58:13.50844+00	2026-11-25 19:58:13.50844+00	f
870b07c4-3abd-40f1-9765-393945a54005	Numbers beyond what pgvector computes with.	a3e0e59a1b3c5919abe47a65537f3c84262f5e51f6e7543a68bd654b4a67f947	Extreme embeddings	A very long vector	{}	{}	2026-11-25 19:58:13.518238+00	2026-11-25 19:58:13.518238+00	t
4df44cee-a4d6-46ec-91c6-3d88daca656d	Numbers too small for a mean.	f2e5e9131432b14680886cef90361127b69670d1360428e712d245b39c223f7f	Extreme embeddings	A very short vector	{}	{}	2026-11-25 19:58:13.528349+00	2026-11-25 19:58:13.528349+00	t
cd73ceb8-0557-4df8-b4cd-83e08ae7b4f6	Many scalars in the metadata.	74b98f354f5da2b24e59f9e50684fccbb71dc8ae420bd932194a241e8cd8b340	Metadata	Seventy keys	{}	{"k0": 0, "k1": 1, "k2": 2, "k3": 3, "k4": 4, "k5": 5, "k6": 6, "k7": 7, "k8": 8, "k9": 9, "k10": 10, "k11": 11, "k12": 12, "k13": 13, "k14": 14, "k15": 15, "k16": 16, "k17": 17, "k18": 18, "k19": 19, "k20": 20, "k21": 21, "k22": 22, "k23": 23, "k24": 24, "k25": 25, "k26": 26, "k27": 27, "k28": 28, "k29": 29, "k30": 30, "k31": 31, "k32": 32, "k33": 33, "k34": 34, "k35": 35, "k36": 36, "k37": 37, "k38": 38, "k39": 39, "k40": 40, "k41": 41, "k42": 42, "k43": 43, "k44": 44, "k45": 45, "k46": 46, "k47": 47, "k48": 48, "k49": 49, "k50": 50, "k51": 51, "k52": 52, "k53": 53, "k54": 54, "k55": 55, "k56": 56, "k57": 57, "k58": 58, "k59": 59, "k60": 60, "k61": 61, "k62": 62, "k63": 63, "k64": 64, "k65": 65, "k66": 66, "k67": 67, "k68": 68, "k69": 69}	2026-11-25 19:58:13.561894+00	2026-11-25 19:58:13.561894+00	f
f31093f1-ff16-4a3b-be75-ec771a0fa4d2	The cache keeps what was read in the last minute.	15dba4e766408ec9b336901b5c56ecbe629306ce35db281cafd538b6d6de4fbd	Reading the storage module	The cache lives for a minute	{cache,storage,retagged}	{"language": "python", "priority": 1}	2026-11-25 19:58:13.437535+00	2026-11-25 19:58:14.52373+00	t
0427a8b8-34ab-4210-b2d6-84ad26eeb7ee	Nothing but the required fields.	d42d41199f2b96fb1deb3e4813335cbd32956626ca3dfe9d8d5122f3b923c638	Minimal	Minimal	{later}	{}	2026-11-25 19:58:13.547611+00	2026-11-25 19:58:13.547611+00	f
\.


--
-- Data for Name: schema_migrations; Type: TABLE DATA; Schema: public; Owner: -
--

COPY public.schema_migrations (version, app, name, applied_at, checksum) FROM stdin;
1	contenttypes	0001_initial	2026-11-25 21:37:14.061754+00	35ed8489a147e0b42a15c21b5d4f0e8940de6f73fb326e9d6dea91b4d0b953cc
2	auth	0001_initial	2026-11-25 21:37:14.063061+00	845cff319606332f49ef20ce165d1a17e522c426c5e56d7616133e9e4eaba5ef
3	admin	0001_initial	2026-11-25 21:37:14.063951+00	f4716989d9815b6231f0d7291754835e008c96818447fe57984bbf8985883335
4	admin	0002_logentry_remove_auto_add	2026-11-25 21:37:14.06478+00	2c127e659a2236edea0ed57eccd38786ae84e365790a80b96b758c617f50be43
5	admin	0003_logentry_add_action_flag_choices	2026-11-25 21:37:14.065515+00	02700a827190720e5c417495a395071b6baa28a34e74bc8f90824afaafc01841
6	contenttypes	0002_remove_content_type_name	2026-11-25 21:37:14.066219+00	7d36494075750f0ed3c0f68d0cb1548eba59cc593f52f691f6cc37a043083766
7	auth	0002_alter_permission_name_max_length	2026-11-25 21:37:14.067038+00	feaf97e0e8f7d148bec3db9bab2349c5e15888117c1ff2829deff63ef9e16cff
8	auth	0003_alter_user_email_max_length	2026-11-25 21:37:14.067862+00	9d5657b4db9872dc26c2d634c2f5911a3d69ab1d8552af4c6d633bc4001dfabf
9	auth	0004_alter_user_username_opts	2026-11-25 21:37:14.068842+00	9538db342c9a9bec4ca12b3137fb80772c4ea4afb861e8647a2962b1ea58344a
10	auth	0005_alter_user_last_login_null	2026-11-25 21:37:14.069632+00	79f60a35dc000fdd427bc05c85233ae5b9c4ada078ff0688fc9f78604bf7eaee
11	auth	0006_require_contenttypes_0002	2026-11-25 21:37:14.070253+00	00cb16e3405f14b62dbeffa15c68c9030291e4ddd513d733648ba460d6c5e781
12	auth	0007_alter_validators_add_error_messages	2026-11-25 21:37:14.070945+00	115db87dc327530fb5e1964ba3d03f9746492f90600406947be39f54f6cc042f
13	auth	0008_alter_user_username_max_length	2026-11-25 21:37:14.071606+00	02857f65f7d648147a5d12596b200a83e29145391d3f986ceb84b3b865a2c351
14	auth	0009_alter_user_last_name_max_length	2026-11-25 21:37:14.072252+00	19a89500e7f108a7397da9b1733181f92105f758663b3685b60f5c2da384d76e
15	auth	0010_alter_group_name_max_length	2026-11-25 21:37:14.072902+00	0963ed6498ac0b3a8430b6ca34c1b4a4b1d5f55b43d3db902f15a03ff74b14cd
16	auth	0011_update_proxy_permissions	2026-11-25 21:37:14.073459+00	85a5dde708dc4b6111e1bc71ce723ecfba7b1f8aedecfd130900ff7782765436
17	auth	0012_alter_user_first_name_max_length	2026-11-25 21:37:14.07407+00	6cefbc9f80903763ff8492a537a22836ef69f2227e19d402509b8099d2baecb0
18	memories	0001_initial	2026-11-25 21:37:14.074831+00	c5adc2351be26fc54cf0e2d593698567b565886a9bca7406712369010d9f6922
19	memories	0002_tally	2026-11-25 21:37:14.075593+00	39627bd763a1b0223749e5557c0f4efd114cbf9c20935c6d354f5b2384d5409f
20	patterns	0001_initial	2026-11-25 21:37:14.07641+00	5fb3f8790aab29bb62427c904c8aebf641c7538c68625f7907767745f0380dc8
21	memories	0003_embedding_index	2026-11-25 21:37:14.077104+00	36e3443e7e2bc5ee56488dc5deb3128539cc9820af5b68aef8638cf10dd4ca77
22	memories	0004_curator_group	2026-11-25 21:37:14.077854+00	047a39bda0a64896684637c2eaee79b69e17c5659f4a06a8a4b512e96052ad88
23	memories	0005_admin_indexes	2026-11-25 21:37:14.078451+00	fe6b95dfa7e0553df226b13ceab4d216fb14033780109131efb8e1451f96bf83
24	memories	0006_unembedded	2026-11-25 21:37:14.079156+00	f58ac5b18dc5dff409b5c462f7eb141cc7cc888844b06f303bdd99693d02dc32
25	memories	0007_notify	2026-11-25 21:37:14.079926+00	3a31a022b30d1048852721723d9a4f2dac7717b1b4bf317098925e6be474dc20
26	memories	0008_storage	2026-11-25 21:37:14.080656+00	92ca4a614e68e3b6d3c90e92abafaa286dd95d42e3736ab61ea1369e3c153804
27	memories	0009_lighter_embedding_index	2026-11-25 21:37:14.081238+00	c6f5bd62538ad1dd37ed6c3e1f457f4ff4e21de6556b83d4dcb6038e08334651
28	memories	0010_marks	2026-11-25 21:37:14.081798+00	2bcd692a604ac441f33b29f1af5b346c6f93d692e9ec5520df38b5d95156f10a
29	memories	0011_one_index	2026-11-25 21:37:14.08236+00	baa4a2a42f5760e544e2d00b97db0602eccbfefcf4f53f29853158cc53378415
30	memories	0012_signs	2026-11-25 21:37:14.083085+00	c55e85628bf64d790f14d1aa05f0fa67054966d1fc1986fe3f12af8643efa56d
31	memories	0013_embedded_memories	2026-11-25 21:37:14.083674+00	4e3141fa4dea382e79f0b8f455b18e481c44e6ce1e3a7c8cc7a6012a5bcbd362
32	memories	0014_extreme_embeddings	2026-11-25 21:37:14.084318+00	8d3a0d41cb46c28656c09562f050e4fcc77770e912109c65ca615cbcba12cd65
33	memories	0015_postings	2026-11-25 21:37:14.08494+00	435d86c12977e7c5e2ac8702cfbaf606105ea50b611d11b84356b517a4266c20
34	memories	0016_embedded_signs	2026-11-25 21:37:14.085498+00	9e637ef8820ebda4ce5af8a8e25982f966429773028ad005ef0d64613edd1767
35	patterns	0002_tally	2026-11-25 21:37:14.086124+00	7d55009d7a59c1108c3f37123de69ad3807a9a6914da4236dd0abba80ba32288
36	patterns	0003_analysis_runs	2026-11-25 21:37:14.086869+00	d57eaba3dbb7d7e3247cdd742228ab0cbef420cc73ec52537d26955de6f56b2b
37	patterns	0004_admin_indexes	2026-11-25 21:37:14.087575+00	8b923207dece728ce382cc40e7966c895d51c55f9d79728efa0622a31505635c
38	sessions	0001_initial	2026-11-25 21:37:14.088392+00	2aa438e2393ee5135c4dda94bfde65fd49e8300f1c3f93bed25ae3a09f2f69b9
\.


--
-- Name: analysis_runs_id_seq; Type: SEQUENCE SET; Schema: codex_processed; Owner: -
--

SELECT pg_catalog.setval('codex_processed.analysis_runs_id_seq', 14, true);


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

SELECT pg_catalog.setval('public.auth_user_groups_id_seq', 1, true);


--
-- Name: auth_user_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_id_seq', 1, true);


--
-- Name: auth_user_user_permissions_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.auth_user_user_permissions_id_seq', 1, true);


--
-- Name: django_admin_log_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_admin_log_id_seq', 1, true);


--
-- Name: django_content_type_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_content_type_id_seq', 14, true);


--
-- Name: django_migrations_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -
--

SELECT pg_catalog.setval('public.django_migrations_id_seq', 38, true);


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
-- Name: embedded_memories embedded_memories_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_memories
    ADD CONSTRAINT embedded_memories_pkey PRIMARY KEY (memory_id);


--
-- Name: embedded_signs embedded_signs_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_signs
    ADD CONSTRAINT embedded_signs_pkey PRIMARY KEY (memory_id);


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
-- Name: tally tally_pkey; Type: CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (kind, key);


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
-- Name: idx_embedded_signs; Type: INDEX; Schema: codex_processed; Owner: -
--

CREATE INDEX idx_embedded_signs ON codex_processed.embedded_signs USING hnsw (signs public.bit_hamming_ops) WITH (m='8', ef_construction='64');


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

CREATE INDEX idx_memories_context_fts ON public.memories USING gin (context_vector);


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

CREATE INDEX idx_memories_search ON public.memories USING gin (search_vector, tags, context_vector, summary_vector, codex_processed.marks(created_at, has_embedding));


--
-- Name: idx_memories_summary_fts; Type: INDEX; Schema: public; Owner: -
--

CREATE INDEX idx_memories_summary_fts ON public.memories USING gin (summary_vector);


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
-- Name: embedded_memories follow_signs_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER follow_signs_insert AFTER INSERT ON codex_processed.embedded_memories FOR EACH ROW EXECUTE FUNCTION codex_processed.follow_signs();


--
-- Name: embedded_memories follow_signs_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER follow_signs_update AFTER UPDATE OF signs ON codex_processed.embedded_memories FOR EACH ROW WHEN ((new.signs <> old.signs)) EXECUTE FUNCTION codex_processed.follow_signs();


--
-- Name: processed_memories mark_embedded_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER mark_embedded_delete AFTER DELETE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();


--
-- Name: processed_memories mark_embedded_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER mark_embedded_insert AFTER INSERT ON codex_processed.processed_memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();


--
-- Name: processed_memories mark_embedded_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER mark_embedded_truncate AFTER TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();


--
-- Name: processed_memories mark_embedded_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER mark_embedded_update AFTER UPDATE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.mark_embedded();


--
-- Name: processed_memories notify_change; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();


--
-- Name: processed_memories set_direction_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER set_direction_insert BEFORE INSERT ON codex_processed.processed_memories FOR EACH ROW WHEN (((new.direction IS NOT NULL) OR (NOT ((public.vector_norm(new.embeddings) >= (0.000000000000001)::double precision) AND (public.vector_norm(new.embeddings) <= ('1000000000000000'::numeric)::double precision))))) EXECUTE FUNCTION codex_processed.set_direction();


--
-- Name: processed_memories set_direction_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER set_direction_update BEFORE UPDATE OF embeddings, direction ON codex_processed.processed_memories FOR EACH ROW EXECUTE FUNCTION codex_processed.set_direction();


--
-- Name: code_patterns tally_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_delete AFTER DELETE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();


--
-- Name: processed_memories tally_delete; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_delete AFTER DELETE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();


--
-- Name: code_patterns tally_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_insert AFTER INSERT ON codex_processed.code_patterns REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();


--
-- Name: processed_memories tally_insert; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_insert AFTER INSERT ON codex_processed.processed_memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();


--
-- Name: code_patterns tally_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_truncate AFTER TRUNCATE ON codex_processed.code_patterns FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();


--
-- Name: processed_memories tally_truncate; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_truncate AFTER TRUNCATE ON codex_processed.processed_memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();


--
-- Name: code_patterns tally_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_update AFTER UPDATE ON codex_processed.code_patterns REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_patterns();


--
-- Name: processed_memories tally_update; Type: TRIGGER; Schema: codex_processed; Owner: -
--

CREATE TRIGGER tally_update AFTER UPDATE ON codex_processed.processed_memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_processed();


--
-- Name: memories follow_memory; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER follow_memory AFTER UPDATE OF created_at, tags, metadata, context, summary ON public.memories FOR EACH ROW WHEN ((new.has_embedding AND (((((new.created_at IS DISTINCT FROM old.created_at) OR (new.tags IS DISTINCT FROM old.tags)) OR (new.metadata IS DISTINCT FROM old.metadata)) OR (new.context IS DISTINCT FROM old.context)) OR (new.summary IS DISTINCT FROM old.summary)))) EXECUTE FUNCTION codex_processed.follow_memory();


--
-- Name: memories notify_change; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER notify_change AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.notify_change();


--
-- Name: memories post_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER post_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();


--
-- Name: memories post_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER post_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();


--
-- Name: memories post_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER post_truncate AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();


--
-- Name: memories post_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER post_update AFTER UPDATE ON public.memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.post_memories();


--
-- Name: memories tally_delete; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tally_delete AFTER DELETE ON public.memories REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();


--
-- Name: memories tally_insert; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tally_insert AFTER INSERT ON public.memories REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();


--
-- Name: memories tally_truncate; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tally_truncate AFTER TRUNCATE ON public.memories FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();


--
-- Name: memories tally_update; Type: TRIGGER; Schema: public; Owner: -
--

CREATE TRIGGER tally_update AFTER UPDATE ON public.memories REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION codex_processed.tally_memories();


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
-- Name: embedded_signs embedded_signs_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.embedded_signs
    ADD CONSTRAINT embedded_signs_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES codex_processed.embedded_memories(memory_id) ON DELETE CASCADE;


--
-- Name: processed_memories processed_memories_memory_id_fkey; Type: FK CONSTRAINT; Schema: codex_processed; Owner: -
--

ALTER TABLE ONLY codex_processed.processed_memories
    ADD CONSTRAINT processed_memories_memory_id_fkey FOREIGN KEY (memory_id) REFERENCES public.memories(id) ON DELETE CASCADE;


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


