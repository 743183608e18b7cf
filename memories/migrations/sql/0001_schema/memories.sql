-- Memories. Generated columns serve any query, whatever expression it has, and are never made anew while a search
-- reads.
CREATE TABLE public.memories (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    content text NOT NULL,
    content_hash varchar(64) NOT NULL,
    context text NOT NULL,
    summary text NOT NULL,
    tags text[] NOT NULL DEFAULT '{}',
    metadata jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    content_length integer GENERATED ALWAYS AS (length(content)) STORED,
    context_vector tsvector GENERATED ALWAYS AS (to_tsvector('english', context)) STORED,
    summary_vector tsvector GENERATED ALWAYS AS (to_tsvector('english', summary)) STORED,
    -- PostgreSQL's parser takes `storage/cache.py` for one word, which only the whole of it finds; so names, paths and
    -- identifiers are taken apart first.
    search_vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', translate(
            summary, './_-:@=\#~+*<>[](){}`', '                     '
        )), 'A') || setweight(to_tsvector('english', translate(
            context, './_-:@=\#~+*<>[](){}`', '                     '
        )), 'B') || setweight(to_tsvector('english', translate(
            left(content, 131072), './_-:@=\#~+*<>[](){}`', '                     '
        )), 'C')
    ) STORED,
    has_embedding boolean NOT NULL DEFAULT false,
    CONSTRAINT idx_memories_content_hash UNIQUE (content_hash),
    CONSTRAINT memories_content_check CHECK (octet_length(content) <= 1048576),
    CONSTRAINT memories_context_check CHECK (length(context) <= 1000),
    CONSTRAINT memories_summary_check CHECK (length(summary) <= 500),
    CONSTRAINT memories_tags_check CHECK (cardinality(tags) <= 50),
    CONSTRAINT memories_metadata_check CHECK (pg_column_size(metadata) <= 16384)
);

-- By default a row of more than 2 kB loses its longest values to another table, and reading one back costs three
-- look-ups. A ranking reads the search vectors of a thousand memories and hardly ever the content; so these stay.
ALTER TABLE public.memories ALTER COLUMN search_vector SET STORAGE MAIN;
-- A word that these statistics do not know, 5,000 of them, is in fewer memories than a ranking looks at.
ALTER TABLE public.memories ALTER COLUMN search_vector SET STATISTICS 500;

CREATE INDEX idx_memories_created_at ON public.memories (created_at DESC);
CREATE INDEX idx_memories_updated_at ON public.memories (updated_at DESC);
CREATE INDEX idx_memories_content_length ON public.memories (content_length);
CREATE INDEX idx_memories_embedded ON public.memories (created_at DESC) WHERE has_embedding;
CREATE INDEX idx_memories_unembedded ON public.memories (created_at DESC) WHERE NOT has_embedding;
CREATE INDEX idx_memories_tags ON public.memories USING gin (tags);
CREATE INDEX idx_memories_metadata ON public.memories USING gin (metadata);
CREATE INDEX idx_memories_context_fts ON public.memories USING gin (context_vector);
CREATE INDEX idx_memories_summary_fts ON public.memories USING gin (summary_vector);
-- PostgreSQL intersects what two indexes found memory by memory, after it has read all that either holds. Within one
-- index it skips: for a rare word under a common tag it reads a fraction. The marks let it read a time range alone.
CREATE INDEX idx_memories_search ON public.memories
    USING gin (search_vector, tags, context_vector, summary_vector, codex_processed.marks(created_at, has_embedding));
