-- The idioms of a memory's code, one row for each under one signature.
CREATE TABLE codex_processed.code_patterns (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    pattern_type varchar(50) NOT NULL,
    pattern_signature text NOT NULL,
    frequency real NOT NULL,
    confidence real NOT NULL,
    ast_features jsonb,
    language varchar(20) NOT NULL,
    discovered_at timestamptz NOT NULL DEFAULT statement_timestamp(),
    memory_id uuid NOT NULL,
    CONSTRAINT code_patterns_memory_id_fkey
        FOREIGN KEY (memory_id) REFERENCES public.memories (id) ON DELETE CASCADE,
    CONSTRAINT code_patterns_memory_id_language_type_signature_key
        UNIQUE (memory_id, language, pattern_type, pattern_signature),
    CONSTRAINT code_patterns_frequency_check CHECK (frequency >= 0.0 AND frequency <= 1.0),
    CONSTRAINT code_patterns_confidence_check CHECK (confidence >= 0.0 AND confidence <= 1.0)
);

CREATE INDEX idx_patterns_memory_id ON codex_processed.code_patterns (memory_id);
CREATE INDEX idx_patterns_type_lang ON codex_processed.code_patterns (pattern_type, language);
CREATE INDEX idx_patterns_frequency ON codex_processed.code_patterns (frequency DESC);
CREATE INDEX idx_patterns_confidence ON codex_processed.code_patterns (confidence DESC);
CREATE INDEX idx_patterns_language ON codex_processed.code_patterns (language, memory_id);
CREATE INDEX idx_patterns_discovered_at ON codex_processed.code_patterns (discovered_at);
-- These operators serve LIKE 'beginning%' whatever the database's collation, and equality too.
CREATE INDEX idx_patterns_signature ON codex_processed.code_patterns (pattern_signature text_pattern_ops);
-- The order of a search: its page is read off the index, however many patterns a type has.
CREATE INDEX idx_patterns_type_frequency ON codex_processed.code_patterns
    (pattern_type, frequency DESC, confidence DESC, id);
