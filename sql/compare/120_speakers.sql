-- Which entity speaks in each quotation? Grain: facts of kind quotation. The name is looked for among the article's
-- own mentions, by name or by surface form, then as the person that the speaker's words end with ("Harbour Master Ada
-- Vinn"), then in its story; placeholders and the anonymous are nobody.
UPDATE facts
SET speaker_entity_id = found.entity_id
FROM (
    WITH quotations AS (
        SELECT
            facts.fact_id,
            facts.article_id,
            facts.speaker_start,
            facts.speaker_end,
            cmp_scope.story_no,
            cmp_name_key(facts.speaker) AS name
        FROM cmp_scope
        INNER JOIN facts ON cmp_scope.article_id = facts.article_id
        WHERE facts.kind = 'quotation' AND coalesce(facts.speaker_flag, 'named') NOT IN ('placeholder', 'anonymous')
    ),

    within_article AS (
        SELECT
            facts.article_id,
            unnest([cmp_mention.name, cmp_name_key(facts.text)]) AS name,
            cmp_mention.entity_id
        FROM cmp_mention
        INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
        WHERE cmp_mention.type IN ('PER', 'ORG', 'OTHER')
    ),

    titled AS (
        SELECT
            quotations.fact_id,
            min(cmp_mention.entity_id) AS entity_id
        FROM cmp_mention
        INNER JOIN facts ON cmp_mention.fact_id = facts.fact_id
        INNER JOIN quotations
            ON
                facts.article_id = quotations.article_id
                AND facts.end_char = quotations.speaker_end
                AND facts.start_char > quotations.speaker_start
                AND ends_with(quotations.name, cmp_name_key(facts.text))
        WHERE cmp_mention.type = 'PER'
        GROUP BY quotations.fact_id
    ),

    by_article AS (
        SELECT
            article_id,
            name,
            min(entity_id) AS entity_id
        FROM within_article
        GROUP BY article_id, name
        HAVING count(DISTINCT entity_id) = 1
    )

    SELECT
        quotations.fact_id,
        coalesce(by_article.entity_id, titled.entity_id, cmp_entity.entity_id) AS entity_id
    FROM quotations
    LEFT JOIN titled ON quotations.fact_id = titled.fact_id
    LEFT JOIN by_article ON quotations.article_id = by_article.article_id AND quotations.name = by_article.name
    LEFT JOIN cmp_entity
        ON quotations.story_no = cmp_entity.story_no AND 'PER:' || nullif(quotations.name, '') = cmp_entity.entity_id
) AS found
WHERE facts.fact_id = found.fact_id AND facts.speaker_entity_id IS DISTINCT FROM found.entity_id;
