-- Postings know the scope of a memory.
CREATE OR REPLACE FUNCTION maintain_postings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        TRUNCATE postings;
        RETURN NULL;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        WITH gone AS (
            SELECT id, term, created_at, updated_at
            FROM old_rows, scoped_terms(project, superseded_at, tags, metadata) AS term
            EXCEPT
            SELECT id, term, created_at, updated_at
            FROM new_rows, scoped_terms(project, superseded_at, tags, metadata) AS term
        )
        DELETE FROM postings USING gone
        WHERE postings.term = gone.term AND postings.created_at = gone.created_at AND memory_id = gone.id;
        INSERT INTO postings (memory_id, term, created_at, updated_at)
        SELECT id, term, created_at, updated_at
        FROM new_rows, scoped_terms(project, superseded_at, tags, metadata) AS term
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
