-- Of a row that does not fit into a page, PostgreSQL moves MAIN columns out last, the largest first. So the search
-- vector of a long content goes out, and the small columns stay.
ALTER TABLE public.memories
    ALTER COLUMN context SET STORAGE MAIN,
    ALTER COLUMN summary SET STORAGE MAIN,
    ALTER COLUMN tags SET STORAGE MAIN,
    ALTER COLUMN metadata SET STORAGE MAIN,
    ALTER COLUMN context_vector SET STORAGE MAIN,
    ALTER COLUMN summary_vector SET STORAGE MAIN;
