-- How many days a deleted memory is kept: TRASH_DAYS in sessions of ours, 7 in those of other programs.
CREATE FUNCTION trash_days() RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN current_setting('codex.trash_days', true) ~ '^[0-9]{1,5}$'
        THEN current_setting('codex.trash_days', true)::integer ELSE 7 END
$$;
