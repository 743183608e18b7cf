-- The patterns of a project by type, in the order of a search.
CREATE INDEX CONCURRENTLY idx_patterns_project
    ON code_patterns (coalesce(project, ''), pattern_type, frequency DESC, confidence DESC, id);
