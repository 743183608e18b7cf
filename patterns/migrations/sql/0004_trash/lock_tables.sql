-- Takes the locks that triggers on the tables of patterns need, as memories.0014_trash does for its own.
DO $$
DECLARE
    lock_timeout text := current_setting('lock_timeout');
    deadline timestamptz := clock_timestamp() + interval '10 minutes';
BEGIN
    LOOP
        BEGIN
            SET LOCAL lock_timeout = '100ms';
            LOCK TABLE code_patterns, analysis_runs IN SHARE ROW EXCLUSIVE MODE;
            PERFORM set_config('lock_timeout', lock_timeout, true);
            RETURN;
        EXCEPTION WHEN lock_not_available THEN
            IF clock_timestamp() > deadline THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.1 * random());
        END;
    END LOOP;
END
$$;
