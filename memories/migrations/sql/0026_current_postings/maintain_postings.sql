-- As before, and an update posts its rows as they are by now, not as the statement left them: a memory that moves to
-- another project becomes current by an update within the update, whose trigger comes first.
-- Terms are compared by EXCEPT, which takes no longer for many rows if its plan was made for one.
CREATE OR REPLACE FUNCTION maintain_postings() RETURNS trigger
LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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
