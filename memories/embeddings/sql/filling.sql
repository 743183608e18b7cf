-- name: claim_without
-- The newest memories without an embedding that no server is embedding. Their locks end with the statement; the claims
-- stay. A memory that another statement is claiming at this moment is skipped. Only those of `projects`; null for all.
WITH chosen AS MATERIALIZED (
    SELECT id, content_hash, context, summary, left(content, %(characters)s) AS content
    FROM memories WHERE NOT has_embedding AND NOT EXISTS (
        SELECT FROM embedding_claims
        WHERE memory_id = memories.id AND claimed_until > now()
    ) AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
    ORDER BY created_at DESC LIMIT %(batch)s FOR NO KEY UPDATE SKIP LOCKED
), claimed AS (
    INSERT INTO embedding_claims AS claim (memory_id, claimed_until)
    SELECT id, now() + %(seconds)s * interval '1 second' FROM chosen
    ON CONFLICT (memory_id) DO UPDATE SET claimed_until = excluded.claimed_until, was_refused = false
        WHERE claim.claimed_until <= now()
    RETURNING memory_id
)
SELECT id, content_hash, context, summary, content, memory_id IS NOT NULL FROM chosen LEFT JOIN claimed ON memory_id = id

-- name: claim_of_other_models
-- The same, of memories whose embedding another model of a provider made.
WITH chosen AS MATERIALIZED (
    SELECT id, content_hash, context, summary, left(content, %(characters)s) AS content
    FROM memories WHERE id IN (
        SELECT provided.memory_id FROM provided_embeddings AS provided
        WHERE embedding_model <> %(model)s AND NOT EXISTS (
            SELECT FROM embedding_claims AS claim
            WHERE claim.memory_id = provided.memory_id AND claimed_until > now()
        ) AND (%(projects)s::text[] IS NULL OR EXISTS (
            SELECT FROM memories WHERE id = provided.memory_id AND project = ANY(%(projects)s::text[])
        ))
        LIMIT %(batch)s
    )
    FOR NO KEY UPDATE SKIP LOCKED
), claimed AS (
    INSERT INTO embedding_claims AS claim (memory_id, claimed_until)
    SELECT id, now() + %(seconds)s * interval '1 second' FROM chosen
    ON CONFLICT (memory_id) DO UPDATE SET claimed_until = excluded.claimed_until, was_refused = false
        WHERE claim.claimed_until <= now()
    RETURNING memory_id
)
SELECT id, content_hash, context, summary, content, memory_id IS NOT NULL FROM chosen LEFT JOIN claimed ON memory_id = id

-- name: save
-- Only if the text is still the one that was embedded, and no client has sent an embedding meanwhile. The newest
-- processing gets the embedding, without a new version; a memory without any gets its first.
WITH memory AS (
    SELECT id FROM memories
    WHERE id = %(id)s AND content_hash = %(content_hash)s AND context = %(context)s AND summary = %(summary)s
    FOR NO KEY UPDATE
), newest AS (
    SELECT processed.id FROM processed_memories AS processed JOIN memory ON memory.id = memory_id
    ORDER BY processing_version DESC LIMIT 1
), filled AS (
    UPDATE processed_memories AS processed SET embeddings = %(embedding)s::vector, embedding_model = %(model)s
    FROM newest WHERE processed.id = newest.id AND (embeddings IS NULL OR embedding_model <> '')
    RETURNING processed.id
), added AS (
    INSERT INTO processed_memories (memory_id, embeddings, embedding_model)
    SELECT id, %(embedding)s::vector, %(model)s FROM memory WHERE NOT EXISTS (SELECT FROM newest)
    ON CONFLICT DO NOTHING
    RETURNING id
), released AS (
    DELETE FROM embedding_claims WHERE memory_id = %(id)s
)
SELECT FROM filled UNION ALL SELECT FROM added

-- name: renew
UPDATE embedding_claims SET claimed_until = now() + %(seconds)s * interval '1 second'
WHERE memory_id = ANY(%(ids)s::uuid[])

-- name: release
DELETE FROM embedding_claims WHERE memory_id = ANY(%(ids)s::uuid[])

-- name: refuse
UPDATE embedding_claims SET claimed_until = now() + %(seconds)s * interval '1 second', was_refused = true
WHERE memory_id = %(id)s

-- name: retry_refused
UPDATE embedding_claims SET claimed_until = now() WHERE was_refused
    AND (%(projects)s::text[] IS NULL OR EXISTS (
        SELECT FROM memories WHERE id = memory_id AND project = ANY(%(projects)s::text[])
    ))

-- name: waiting
-- How many memories have no embedding, how many one of another model, and of how many the text was refused; each at
-- most `counted`, so that a million cost no more. Only those of `projects`; null for all.
SELECT
    (SELECT count(*) FROM (
        SELECT FROM memories
        WHERE NOT has_embedding AND (%(projects)s::text[] IS NULL OR project = ANY(%(projects)s::text[]))
        LIMIT %(counted)s
    ) AS counted),
    (SELECT count(*) FROM (
        SELECT FROM provided_embeddings
        WHERE embedding_model <> %(model)s AND (%(projects)s::text[] IS NULL OR EXISTS (
            SELECT FROM memories WHERE id = memory_id AND project = ANY(%(projects)s::text[])
        ))
        LIMIT %(counted)s
    ) AS counted),
    (SELECT count(*) FROM (
        SELECT FROM embedding_claims
        WHERE was_refused AND (%(projects)s::text[] IS NULL OR EXISTS (
            SELECT FROM memories WHERE id = memory_id AND project = ANY(%(projects)s::text[])
        ))
        LIMIT %(counted)s
    ) AS counted)
