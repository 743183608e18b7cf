-- Who changes memories in this transaction: what our own programs say in `codex.actor`, for others their role.
CREATE FUNCTION current_actor() RETURNS text LANGUAGE sql STABLE
RETURN coalesce(nullif(current_setting('codex.actor', true), ''), 'database: ' || CURRENT_USER);
