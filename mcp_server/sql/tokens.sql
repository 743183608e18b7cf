-- name: check
-- What a token may do, if it is valid. That it was used is noted once a minute.
WITH used AS (
    UPDATE access_tokens SET last_used_at = now()
    WHERE token_hash = %(token_hash)s AND revoked_at IS NULL
        AND (last_used_at IS NULL OR last_used_at < now() - interval '1 minute')
)
SELECT name, projects, is_read_only FROM access_tokens
WHERE token_hash = %(token_hash)s AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())
