-- One text search configuration for each language that PostgreSQL can stem, with all words, stop words as well: a
-- question leaves stop words out, unless it has no others. `words_simple` does not stem.
DO $$
DECLARE
    stemmer text;
    language text;
    configuration regconfig;
    mapped record;
BEGIN
    FOR stemmer IN
        SELECT dictname FROM pg_catalog.pg_ts_dict
        WHERE dictnamespace = 'pg_catalog'::regnamespace AND dictname LIKE '%\_stem'
    LOOP
        language := left(stemmer, -length('_stem'));
        EXECUTE format(
            'CREATE TEXT SEARCH DICTIONARY %I (TEMPLATE = pg_catalog.snowball, LANGUAGE = %I)',
            'words_' || stemmer, language
        );
    END LOOP;
    FOR configuration, language IN
        SELECT oid, cfgname FROM pg_catalog.pg_ts_config WHERE cfgnamespace = 'pg_catalog'::regnamespace
    LOOP
        EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)', 'words_' || language, language);
        FOR mapped IN
            SELECT DISTINCT dictname FROM pg_catalog.pg_ts_config_map JOIN pg_catalog.pg_ts_dict AS dictionary
                ON dictionary.oid = mapdict
            WHERE mapcfg = configuration AND dictname LIKE '%\_stem'
        LOOP
            EXECUTE format(
                'ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING REPLACE pg_catalog.%I WITH %I',
                'words_' || language, mapped.dictname, 'words_' || mapped.dictname
            );
        END LOOP;
    END LOOP;
END
$$;
