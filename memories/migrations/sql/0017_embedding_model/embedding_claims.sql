-- Which memories a server is embedding at the moment, and until when no other does. A claim whose server was killed
-- expires. The claim of a memory whose text the provider refused stays, so that it is not sent again at once.
CREATE TABLE embedding_claims (
    memory_id uuid PRIMARY KEY REFERENCES memories ON DELETE CASCADE,
    claimed_until timestamptz NOT NULL,
    was_refused boolean NOT NULL DEFAULT false
);
