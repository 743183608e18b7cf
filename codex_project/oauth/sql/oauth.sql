-- name: caller
-- The person and the consent of an access token, if both are still valid; one row at most.
SELECT
    person.username,
    consent.id,
    consent.client_name,
    consent.projects,
    token.scope,
    token.resource,
    person.is_superuser OR may.see AS may_read,
    person.is_superuser OR (may.see AND may.change AND may.remove) AS may_write,
    coalesce(consent.last_used_at < now() - interval '1 minute', true) AS is_first_use_in_a_while
FROM oauth2_provider_accesstoken AS token
JOIN oauth2_provider_refreshtoken AS refreshing ON refreshing.access_token_id = token.id
JOIN oauth_consents AS consent ON consent.id = refreshing.token_family AND consent.ended_at IS NULL
JOIN auth_user AS person ON person.id = token.user_id AND person.is_active AND person.is_staff
CROSS JOIN LATERAL (
    SELECT
        coalesce(bool_or(permission.codename = 'view_memory'), false) AS see,
        coalesce(bool_or(permission.codename = 'change_memory'), false) AS change,
        coalesce(bool_or(permission.codename = 'delete_memory'), false) AS remove
    FROM auth_permission AS permission
    JOIN django_content_type AS kind ON kind.id = permission.content_type_id
    WHERE kind.app_label = 'memories' AND kind.model = 'memory'
        AND (
            EXISTS (
                SELECT FROM auth_user_user_permissions AS granted
                WHERE granted.user_id = person.id AND granted.permission_id = permission.id
            )
            OR EXISTS (
                SELECT FROM auth_group_permissions AS granted
                JOIN auth_user_groups AS membership ON membership.group_id = granted.group_id
                WHERE membership.user_id = person.id AND granted.permission_id = permission.id
            )
        )
) AS may
WHERE token.token_checksum = %(checksum)s AND token.expires > now()

-- name: used
UPDATE oauth_consents SET last_used_at = now() WHERE id = %(id)s

-- name: count_unused
SELECT count(*) FROM oauth2_provider_application AS client
WHERE client.registration_source IN ('dcr', 'cimd')
    AND NOT EXISTS (SELECT FROM oauth_consents AS consent WHERE consent.application_id = client.id)

-- name: delete_unused
DELETE FROM oauth2_provider_application AS client
WHERE client.registration_source IN ('dcr', 'cimd')
    AND client.created < now() - %(after)s::interval
    AND NOT EXISTS (SELECT FROM oauth_consents AS consent WHERE consent.application_id = client.id)

-- name: purge
-- Ends consents whose tokens have all expired, and deletes what has no use any more: codes, refresh tokens that were
-- exchanged long ago (until then they tell that a stolen one is presented again), records of ended consents, and clients
-- that nobody has allowed anything within a day. Its rows are those that it changed.
WITH codes AS (
    DELETE FROM oauth2_provider_grant WHERE expires < now() - interval '1 hour' RETURNING 1
), finished AS (
    UPDATE oauth_consents AS consent SET ended_at = now()
    WHERE ended_at IS NULL AND created_at < now() - interval '1 hour'
        AND NOT EXISTS (
            SELECT FROM oauth2_provider_refreshtoken AS refreshing
            JOIN oauth2_provider_accesstoken AS token ON token.id = refreshing.access_token_id
            WHERE refreshing.token_family = consent.id AND refreshing.revoked IS NULL
                AND token.expires > now() - interval '30 days'
        )
    RETURNING 1
), tokens AS (
    DELETE FROM oauth2_provider_refreshtoken AS refreshing
    USING oauth_consents AS consent
    WHERE consent.id = refreshing.token_family AND consent.ended_at IS NOT NULL
    RETURNING refreshing.id, refreshing.access_token_id
), access_tokens AS (
    DELETE FROM oauth2_provider_accesstoken AS token
    WHERE token.id IN (SELECT access_token_id FROM tokens) OR token.source_refresh_token_id IN (SELECT id FROM tokens)
    RETURNING 1
), exchanged AS (
    DELETE FROM oauth2_provider_refreshtoken AS refreshing
    WHERE refreshing.revoked < now() - interval '30 days'
        AND NOT EXISTS (
            SELECT FROM oauth2_provider_accesstoken AS token WHERE token.source_refresh_token_id = refreshing.id
        )
        AND NOT EXISTS (SELECT FROM tokens WHERE tokens.id = refreshing.id)
    RETURNING 1
), records AS (
    DELETE FROM oauth_consents AS consent
    WHERE ended_at < now() - interval '1 year'
        AND NOT EXISTS (
            SELECT FROM oauth2_provider_refreshtoken AS refreshing WHERE refreshing.token_family = consent.id
        )
    RETURNING 1
), unused AS (
    DELETE FROM oauth2_provider_application AS client
    WHERE client.registration_source IN ('dcr', 'cimd') AND client.created < now() - interval '1 day'
        AND NOT EXISTS (SELECT FROM oauth_consents AS consent WHERE consent.application_id = client.id)
        AND NOT EXISTS (SELECT FROM oauth2_provider_grant AS code WHERE code.application_id = client.id)
    RETURNING 1
)
SELECT * FROM codes
UNION ALL SELECT * FROM finished
UNION ALL SELECT 1 FROM tokens
UNION ALL SELECT * FROM access_tokens
UNION ALL SELECT * FROM exchanged
UNION ALL SELECT * FROM records
UNION ALL SELECT * FROM unused
