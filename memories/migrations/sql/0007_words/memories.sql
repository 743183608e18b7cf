-- The language that a memory's words are stemmed in: detected when it is stored, '' until then. It can be corrected.
-- The vectors are written by a trigger from now on; rows that exist keep theirs until background maintenance gets to
-- them. No table is rewritten.
ALTER TABLE memories
    ADD COLUMN language text NOT NULL DEFAULT '',
    ALTER COLUMN context_vector DROP EXPRESSION,
    ALTER COLUMN summary_vector DROP EXPRESSION,
    ALTER COLUMN search_vector DROP EXPRESSION;
