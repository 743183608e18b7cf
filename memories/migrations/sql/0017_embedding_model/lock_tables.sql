-- Takes the locks that the new columns and the replaced functions need, before it changes anything.
-- It waits only a moment for them; then it releases all and tries again, so that no session waits behind it.
DO $$
DECLARE
    lock_timeout text := current_setting('lock_timeout');
    deadline timestamptz := clock_timestamp() + interval '10 minutes';
BEGIN
    LOOP
        BEGIN
            SET LOCAL lock_timeout = '100ms';
            LOCK TABLE memories, processed_memories, embedded_memories, quantized_embeddings, deleted_processed_memories
                IN ACCESS EXCLUSIVE MODE;
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
