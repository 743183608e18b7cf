-- name: check
-- What a token may do, if it is valid, and whether its use is to be noted, once a minute.
SELECT name, projects, is_read_only, coalesce(last_used_at < now() - interval '1 minute', true) FROM access_tokens
WHERE token_hash = %(token_hash)s AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())

-- name: used
UPDATE access_tokens SET last_used_at = now() WHERE token_hash = %(token_hash)s
