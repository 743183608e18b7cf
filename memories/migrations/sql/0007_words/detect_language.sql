-- The language of a text by its script and its function words and letters of its own; english, if
-- neither tells. Scripts without spaces are
-- english as well: they have no stems, and what else stands in such texts mostly is.
DO $do$
DECLARE
    -- Which languages have a word. A constant of the function, because a table would be read at each store.
    languages jsonb := (
        SELECT jsonb_object_agg(word, languages) FROM (
            SELECT word, jsonb_agg(language) AS languages FROM (
                SELECT language, unnest(string_to_array(words, ' ')) FROM (VALUES
            ('english', 'the a and or not no all any each it use used is was are were not with for this that from have has had will would you your they '
                'their there which when what where who how been but into about because than then of to in '
                'it on as at be by an if we our i do does did can could should'),
            ('german', 'ä ö ü ß der die das und ist nicht ein eine einen einem einer mit für auf von den dem des im zu zum '
                'zur sich auch werden wird wurde wurden sind war hat haben bei nach aus oder aber wenn wir '
                'ich sie es wie nur noch über unter durch kann muss müssen soll wegen warum welche welcher'),
            ('french', 'é è ê à ç ô î û œ le la les un une des du de et est sont pas ne pour dans avec sur par que qui ce cette ces '
                'il elle nous vous ils au aux mais ou donc être été avait ont se sa son ses leur plus comme '
                'tout où quand pourquoi quel quelle était l d'),
            ('spanish', 'ñ ¿ ¡ í ó á é ú el la los las un una unos unas de del y es son no para por con en que se su sus al lo como '
                'más pero o fue ser está están este esta estos estas nos hay ya cuando porque muy sin sobre '
                'también qué cuál quién dónde cómo han'),
            ('portuguese', 'ã õ ç á é í ê ó o a os as um uma de do da dos das e é são não para por com em no na nos nas que se seu sua '
                'ao à mais mas ou foi ser está estão este esta isso quando porque muito sem sobre também '
                'qual quem onde como pelo pela foram'),
            ('italian', 'à è ì ò ù il lo la i gli le un uno una di del della dei delle dello e è sono non per con in nel '
                'nella che si suo sua al alla ai più ma o fu essere questo questa quando perché molto senza '
                'anche quale chi dove come dal dalla era stato ha hanno'),
            ('dutch', 'de het een en van is zijn niet met voor op in te dat die aan bij uit ook als naar door '
                'maar of om dan nog wel werd wordt worden was waren heeft hebben deze dit er wij ze hun kan '
                'moet waarom welke wanneer'),
            ('swedish', 'å ä ö och det att i en ett jag som på är av för med inte den till har de var om men så vi sig '
                'från eller när hur varför blev blir detta denna ska kan måste där vilka vilken'),
            ('danish', 'å æ ø og det at i en et jeg som på er af for med ikke den til har de var om men så vi sig fra '
                'eller når hvordan hvorfor blev bliver dette denne skal kan må der hvilke hvilken efter '
                'også'),
            ('norwegian', 'å æ ø og det at i en et jeg som på er av for med ikke den til har de var om men så vi seg fra '
                'eller når hvordan hvorfor ble blir dette denne skal kan må der hvilke hvilken etter også'),
            ('finnish', 'ä ö ja on ei se että eivät takia pitää ensi ilman kanssa en ovat oli mutta kun niin kuin jos myös sen hän olla tai voi mikä joka '
                'mitä miksi missä tämä nämä ne sitä siitä jo vain ole ollut sekä ennen jälkeen koska '
                'milloin kuka'),
            ('turkish', 'ğ ı ş ç ö ü ve bir bu için ile da de çok daha ama en gibi kadar sonra olan olarak değil ne var yok mi '
                'mı mu mü şu o biz ben her ise veya çünkü neden nasıl hangi zaman nerede tarafından önce'),
            ('hungarian', 'ő ű á é í ó ö ü ú a az és hogy nem is egy van volt ez azt csak de ha mert már meg még vagy mint ki mi ami '
                'amely itt ott minden lesz lehet után nagyon miért hogyan mikor melyik'),
            ('romanian', 'ț ș ă â î și în de la cu pe nu este sunt un o care că din pentru mai se al ale lui ei dar sau când '
                'unde cum ce acest această fost au fi după prin fără despre'),
            ('catalan', 'ç à è é í ò ó ú el la els les un una de del dels i és són no per amb en que es seu seva al als més però o '
                'ser està aquest aquesta quan perquè molt sense sobre també com què qui on hi ha va'),
            ('indonesian', 'yang dan di ke dari ini itu dengan untuk tidak adalah pada akan oleh sebagai juga dalam '
                'telah atau karena bisa kami kita mereka ada lebih sudah saat apa mengapa bagaimana kapan'),
            ('lithuanian', 'ė ų į č š ž ū ir yra ne į su kad tai bet kaip iš ar jis ji mes jūs nuo dėl prie po per tik dar buvo bus '
                'kai kur kas kodėl šis ši'),
            ('irish', 'á é í ó ú an na agus is tá ní ar le i ag do go sé sí bhí ach nó mar seo sin cén cad conas')
                ) AS lists (language, words)
                WHERE EXISTS (SELECT FROM pg_catalog.pg_ts_config WHERE cfgname = language)
            ) AS pairs (language, word)
            GROUP BY word
        ) AS by_word
    );
BEGIN
    EXECUTE format($format$
        CREATE FUNCTION detect_language(source text) RETURNS text
        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path FROM CURRENT AS $$
        DECLARE
            beginning CONSTANT text := case_folded(left(source, 300));
            detected text;
        BEGIN
            IF octet_length(beginning) <> length(beginning) THEN
                SELECT language INTO detected FROM (VALUES
                    ('russian', '[^\u0400-\u052f]+'), ('greek', '[^\u0370-\u03ff\u1f00-\u1fff]+'),
                    ('arabic', '[^\u0600-\u06ff\u0750-\u077f]+'), ('hindi', '[^\u0900-\u097f]+'),
                    ('armenian', '[^\u0530-\u058f]+'), ('tamil', '[^\u0b80-\u0bff]+')
                ) AS scripts (language, others)
                CROSS JOIN LATERAL (SELECT length(regexp_replace(beginning, others, '', 'g')) AS letters) AS counted
                WHERE letters * 4 > length(beginning) ORDER BY letters DESC LIMIT 1;
                IF FOUND THEN
                    RETURN detected;
                END IF;
            END IF;
            SELECT language INTO detected
            FROM unnest(
                string_to_array(translate(beginning, E'\n.,', '   '), ' ')
                || string_to_array(regexp_replace(beginning, '[\u0001-\u007f]+', '', 'g'), NULL)
            ) AS written (word)
            CROSS JOIN LATERAL jsonb_array_elements_text(%1$L::jsonb -> word) AS language
            WHERE %1$L::jsonb ? word
            GROUP BY language HAVING count(DISTINCT word) > 1 OR language = 'english'
            ORDER BY count(*) DESC, language = 'english' DESC, language LIMIT 1;
            RETURN coalesce(detected, 'english');
        END
        $$
    $format$, languages);
END
$do$;
