-- An embedding that pgvector cannot compute with, at length 1; null for all others.
-- pgvector sums the squares of 32-bit floats as 32-bit floats: infinite for large numbers, zero for small ones. Cosine
-- distances are then not a number, or wrong. l2_normalize alone computes in 64 bits.
CREATE FUNCTION codex_processed.direction(embedding vector) RETURNS vector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN NOT vector_norm(embedding) BETWEEN 1e-15 AND 1e15 THEN l2_normalize(embedding) END;
