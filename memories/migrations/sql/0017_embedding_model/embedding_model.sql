-- Adds the name of the model that made an embedding; that of a client's own embedding is empty.
ALTER TABLE processed_memories ADD COLUMN embedding_model text NOT NULL DEFAULT '';
ALTER TABLE embedded_memories ADD COLUMN embedding_model text NOT NULL DEFAULT '';
SELECT keep_deleted('processed_memories');
