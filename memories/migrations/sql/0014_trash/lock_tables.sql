-- Takes the locks that triggers on the tables of memories need, all at once.
-- Two sessions that each wait for a lock of the other would deadlock, and whoever stores would wait behind this one. So
-- it waits only a moment; then it releases all locks and tries again.
DO $$
DECLARE
    lock_timeout text := current_setting('lock_timeout');
    deadline timestamptz := clock_timestamp() + interval '10 minutes';
BEGIN
    LOOP
        BEGIN
            SET LOCAL lock_timeout = '100ms';
            LOCK TABLE memories, processed_memories, memory_versions IN SHARE ROW EXCLUSIVE MODE;
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
