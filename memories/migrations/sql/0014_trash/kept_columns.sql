-- The columns that a table and the one of its deleted rows have in common, as a list for a statement; with `writable`,
-- without those that the table generates.
CREATE FUNCTION kept_columns(source text, writable boolean) RETURNS text
LANGUAGE plpgsql STABLE SET search_path FROM CURRENT AS $$
BEGIN
    RETURN (
        SELECT string_agg(quote_ident(original.attname), ', ' ORDER BY original.attnum)
        FROM pg_attribute AS original JOIN pg_attribute AS kept USING (attname)
        WHERE original.attrelid = to_regclass(quote_ident(source))
            AND kept.attrelid = to_regclass(quote_ident('deleted_' || source))
            AND original.attnum > 0 AND NOT original.attisdropped AND NOT kept.attisdropped
            AND NOT (writable AND original.attgenerated <> '')
    );
END
$$;
