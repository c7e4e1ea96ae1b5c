-- Question: where do two reports disagree, in what, and may the later one simply be an update?
-- Grain: one row is one pair of claims of different articles that conflict or of which one updates the other.
CREATE OR REPLACE VIEW disagreements AS
WITH reports AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.published_at,
        coalesce(sources.outlet, articles.source_id) AS outlet,
        later.article_id IS NOT NULL AS is_superseded
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    LEFT JOIN articles AS later ON articles.article_id = later.supersedes_id
),

pairs AS (
    SELECT claim_relations.*
    FROM claim_relations
    WHERE claim_relations.relation IN ('conflicts', 'updates')
),

paired_claims AS (
    SELECT pairs.claim_a AS claim_id
    FROM pairs
    UNION
    SELECT pairs.claim_b AS claim_id
    FROM pairs
),

wordings AS (
    SELECT
        claims.claim_id,
        claims.text,
        claims.article_id,
        coalesce(claims.is_headline, FALSE) AS is_headline,
        claims.source_fact_id,
        -- A denial is worded as what it denies.
        coalesce(claims.certainty = 'denied' AND claims.polarity = 'positive', FALSE) AS is_denial,
        reports.source_id,
        reports.outlet,
        reports.published_at,
        reports.is_superseded
    FROM claims
    INNER JOIN paired_claims ON claims.claim_id = paired_claims.claim_id
    INNER JOIN reports ON claims.article_id = reports.article_id
),

spoken AS (
    SELECT
        wordings.claim_id,
        if(
            wordings.is_denial,
            coalesce(facts.speaker, facts.cited, wordings.outlet) || ' denies: ' || wordings.text,
            wordings.text
        ) AS text,
        wordings.article_id,
        wordings.is_headline,
        wordings.source_id,
        wordings.outlet,
        wordings.published_at,
        wordings.is_superseded,
        coalesce(facts.speaker, facts.cited) AS speaker
    FROM wordings
    LEFT JOIN facts ON wordings.source_fact_id = facts.fact_id
)

SELECT
    pairs.relation,
    earlier.text AS earlier_text,
    later.text AS later_text,
    earlier.outlet || coalesce(' (' || earlier.speaker || ')', '') AS earlier_who,
    later.outlet || coalesce(' (' || later.speaker || ')', '') AS later_who,
    pairs.reason,
    pairs.aspect,
    -- Numbers grow while an event goes on; places, persons and denials do not.
    CASE
        WHEN pairs.relation = 'updates' THEN TRUE
        WHEN pairs.aspect = 'number' THEN later.published_at > earlier.published_at
        ELSE FALSE
    END AS may_be_update,
    stories.title AS story,
    earlier.outlet AS earlier_outlet,
    later.outlet AS later_outlet,
    earlier.speaker AS earlier_speaker,
    later.speaker AS later_speaker,
    earlier.published_at AS earlier_at,
    later.published_at AS later_at,
    round(date_diff('minute', earlier.published_at, later.published_at) / 60, 1) AS hours_apart,
    pairs.cluster_id,
    pairs.claim_a AS earlier_claim_id,
    pairs.claim_b AS later_claim_id,
    earlier.source_id AS earlier_source_id,
    later.source_id AS later_source_id,
    claim_clusters.story_id
FROM pairs
INNER JOIN spoken AS earlier ON pairs.claim_a = earlier.claim_id
INNER JOIN spoken AS later ON pairs.claim_b = later.claim_id
LEFT JOIN claim_clusters ON pairs.cluster_id = claim_clusters.cluster_id
LEFT JOIN stories ON claim_clusters.story_id = stories.story_id
-- What an outlet has corrected since stays to be seen as a conflict of its day only where the numbers differ, and the
-- reason says so.
WHERE
    pairs.relation = 'updates'
    OR contains(pairs.reason, 'since changed')
    OR NOT (earlier.is_superseded OR later.is_superseded)
-- A headline says once more what the text says.
QUALIFY
    NOT (earlier.is_headline OR later.is_headline)
    OR bool_and(earlier.is_headline OR later.is_headline) OVER (
        PARTITION BY pairs.relation, pairs.aspect, pairs.cluster_id, earlier.article_id, later.article_id
    )
ORDER BY pairs.relation ASC, pairs.score DESC, pairs.claim_a ASC, pairs.claim_b ASC;

COMMENT ON VIEW disagreements IS 'Where two reports disagree and in what; conflicts before updates.';
COMMENT ON COLUMN disagreements.story IS 'Title of the story.';
COMMENT ON COLUMN disagreements.relation IS 'conflicts or updates.';
COMMENT ON COLUMN disagreements.aspect IS 'In what: number, date, polarity, place, actor or wording.';
COMMENT ON COLUMN disagreements.reason IS 'The reason in words.';
COMMENT ON COLUMN disagreements.may_be_update IS
'True for an update, and for numbers of which the second was published later; null where the times are unknown.';
COMMENT ON COLUMN disagreements.earlier_who IS
'Outlet of the earlier report, and on whose word.';
COMMENT ON COLUMN disagreements.later_who IS
'Outlet of the later report, and on whose word; with unknown times, of the other one.';
COMMENT ON COLUMN disagreements.earlier_outlet IS 'Outlet of the earlier report.';
COMMENT ON COLUMN disagreements.earlier_text IS 'What the earlier report says; a denial is marked as one.';
COMMENT ON COLUMN disagreements.earlier_speaker IS 'On whose word; null where the outlet speaks for itself.';
COMMENT ON COLUMN disagreements.earlier_at IS 'When it was published, UTC; null where it is not said.';
COMMENT ON COLUMN disagreements.later_outlet IS 'Outlet of the later report; with unknown times, of the other one.';
COMMENT ON COLUMN disagreements.later_text IS 'What the later report says.';
COMMENT ON COLUMN disagreements.later_speaker IS 'On whose word; null where the outlet speaks for itself.';
COMMENT ON COLUMN disagreements.later_at IS 'When it was published, UTC; null where it is not said.';
COMMENT ON COLUMN disagreements.hours_apart IS 'Hours between the two.';
COMMENT ON COLUMN disagreements.cluster_id IS 'The claim that they share.';
COMMENT ON COLUMN disagreements.earlier_claim_id IS 'The earlier claim, for cite() and provenance.';
COMMENT ON COLUMN disagreements.later_claim_id IS 'The later claim, for cite() and provenance.';
COMMENT ON COLUMN disagreements.earlier_source_id IS 'Id of the outlet of the earlier report.';
COMMENT ON COLUMN disagreements.later_source_id IS 'Id of the outlet of the later report.';
COMMENT ON COLUMN disagreements.story_id IS 'The story.';
