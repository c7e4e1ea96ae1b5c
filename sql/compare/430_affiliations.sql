-- For whom does somebody speak? "Ada Vinn, the head of the Orvana Water Board" and "Water Board director Ada Vinn" are
-- not independent of the Water Board. Grain: one row a story, a person and an organisation, as origins.
CREATE OR REPLACE TEMP TABLE cmp_affiliation AS
WITH named AS (
    SELECT
        cmp_mention.story_no,
        cmp_mention.type,
        cmp_entity.name,
        facts.sentence_id,
        facts.start_char,
        facts.end_char
    FROM cmp_mention
    INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
    INNER JOIN cmp_entity
        ON cmp_mention.story_no = cmp_entity.story_no AND cmp_mention.entity_id = cmp_entity.entity_id
    WHERE cmp_mention.type IN ('PER', 'ORG')
),

-- Fifty characters hold "a senior analyst for the Middle East at the".
near AS (
    SELECT DISTINCT
        person.story_no,
        person.name AS person,
        organisation.name AS organisation,
        substring(
            sentences.text,
            cast(least(person.end_char, organisation.end_char) - sentences.start_char AS INTEGER) + 1,
            cast(
                greatest(person.start_char, organisation.start_char)
                - least(person.end_char, organisation.end_char) AS INTEGER
            )
        ) AS words_between,
        person.start_char < organisation.start_char AS person_first
    FROM named AS person
    INNER JOIN named AS organisation
        ON person.sentence_id = organisation.sentence_id AND person.type = 'PER' AND organisation.type = 'ORG'
    INNER JOIN sentences ON person.sentence_id = sentences.sentence_id
    WHERE
        greatest(person.start_char, organisation.start_char)
        BETWEEN least(person.end_char, organisation.end_char) + 1 AND least(person.end_char, organisation.end_char) + 50
)

SELECT DISTINCT
    story_no,
    cmp_origin_key(person) AS person_key,
    cmp_origin_key(organisation) AS organisation_key
FROM near
WHERE
    if(
        person_first,
        regexp_matches(words_between, '^, [\p{L} -]*\b(of|at|for|from|with|leads|heads|runs)( the)? $'),
        regexp_matches(words_between, '^(''s|’s)?( [\p{Ll}-]+){1,3} $')
        AND NOT regexp_matches(words_between, '\b(and|or|but|told|said|says|by|with|to|that|who|while|when|as|of)\b')
    );
