-- Question: what did this person or organisation say, to whom, and who reports it?
-- Grain: one row is one quotation in the newest version of an article.
-- The name may be any surface form of an entity, or whole words of a speaker's name, in any letter case.
CREATE OR REPLACE MACRO who_said(name) AS TABLE -- noqa: CP05
    WITH named AS (
        SELECT DISTINCT entity_aliases.entity_id
        FROM entity_aliases
        WHERE lower(strip_accents(entity_aliases.alias)) = lower(strip_accents(name))
    ),

    quotations AS (
        SELECT
            facts.*,
            contains(
                ' ' || lower(strip_accents(facts.speaker)) || ' ', ' ' || lower(strip_accents(name)) || ' '
            ) AS is_named
        FROM facts
        WHERE facts.kind = 'quotation'
    )

    SELECT
        articles.published_at,
        quotations.speaker,
        quotations.cue,
        quotations.text,
        quotations.form,
        coalesce(sources.outlet, articles.source_id) AS outlet,
        quotations.via,
        quotations.addressee,
        quotations.speaker_flag,
        stories.title AS story,
        articles.url,
        quotations.fact_id
    FROM quotations
    INNER JOIN articles ON quotations.article_id = articles.article_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
    LEFT JOIN named ON quotations.speaker_entity_id = named.entity_id
    LEFT JOIN sources ON articles.source_id = sources.source_id
    LEFT JOIN stories ON articles.story_id = stories.story_id
    WHERE quotations.is_named OR named.entity_id IS NOT NULL
    ORDER BY articles.published_at ASC NULLS LAST, quotations.article_id ASC, quotations.start_char ASC;

COMMENT ON MACRO TABLE who_said IS -- noqa: PRS
'Quotations of a person or organisation under any of its names, oldest first.';
