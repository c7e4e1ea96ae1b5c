-- Question: what does each outlet say about each claim: does it support, hedge or deny it, on whose word, and how?
-- Grain: one row is one claim (cluster), one outlet and one stance. Several sentences, articles or attributions of the
-- outlet with the same stance are one row, with the clearest of them as its wording.
CREATE OR REPLACE VIEW claim_matrix AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.published_at,
        articles.url,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

attributions AS (
    SELECT
        facts.fact_id,
        facts.speaker_flag,
        facts.via,
        coalesce(facts.speaker, facts.cited) AS speaker
    FROM facts
    WHERE facts.kind IN ('quotation', 'citation')
),

wordings AS (
    SELECT
        claims.claim_id,
        claims.article_id,
        claims.cluster_id,
        claims.source_fact_id,
        claims.text,
        claims.certainty,
        coalesce(claims.conditional, FALSE) AS conditional,
        coalesce(claims.is_headline, FALSE) AS is_headline,
        coalesce(claims.polarity = 'negative', FALSE) OR coalesce(claims.certainty = 'denied', FALSE) AS negated
    FROM claims
    WHERE claims.cluster_id IS NOT NULL
),

-- Stance is relative to the cluster's own wording, which may itself be a denial.
clusters AS (
    SELECT
        claim_clusters.cluster_id,
        claim_clusters.story_id,
        claim_clusters.text,
        claim_clusters.claim_id,
        claim_clusters.status,
        claim_clusters.n_sources,
        wordings.article_id,
        coalesce(wordings.negated, FALSE) AS negated
    FROM claim_clusters
    LEFT JOIN wordings ON claim_clusters.claim_id = wordings.claim_id
),

-- How each claim stands to that wording.
relations AS (
    SELECT
        if(
            claim_relations.claim_a = claim_clusters.claim_id, claim_relations.claim_b, claim_relations.claim_a
        ) AS claim_id,
        claim_relations.relation,
        claim_relations.aspect
    FROM claim_relations
    INNER JOIN claim_clusters ON claim_relations.cluster_id = claim_clusters.cluster_id
    WHERE claim_clusters.claim_id IN (claim_relations.claim_a, claim_relations.claim_b)
),

stances AS (
    SELECT
        wordings.claim_id,
        wordings.cluster_id,
        wordings.source_fact_id,
        wordings.text,
        wordings.certainty,
        wordings.is_headline,
        newest.source_id,
        newest.outlet,
        newest.published_at,
        newest.url,
        clusters.story_id,
        clusters.text AS claim,
        clusters.status,
        clusters.n_sources,
        CASE
            WHEN wordings.conditional THEN 'conditional'
            WHEN relations.relation IN ('conflicts', 'updates') AND relations.aspect = 'polarity' THEN 'denies'
            WHEN relations.relation IN ('conflicts', 'updates') THEN 'differs'
            WHEN wordings.certainty IN ('probable', 'possible', 'unknown') THEN 'hedges'
            WHEN relations.relation = 'agrees' OR wordings.claim_id = clusters.claim_id THEN 'supports'
            WHEN wordings.article_id = clusters.article_id AND wordings.negated = clusters.negated THEN 'supports'
            ELSE 'vague'
        END AS stance
    FROM wordings
    INNER JOIN newest ON wordings.article_id = newest.article_id
    INNER JOIN clusters ON wordings.cluster_id = clusters.cluster_id
    LEFT JOIN relations ON wordings.claim_id = relations.claim_id
),

-- The body says it more exactly than the headline; the newest article speaks for the outlet.
chosen AS (
    SELECT
        stances.*,
        count(*) OVER (PARTITION BY stances.cluster_id, stances.source_id, stances.stance) AS n_claims
    FROM stances
    QUALIFY row_number() OVER (
        PARTITION BY stances.cluster_id, stances.source_id, stances.stance
        ORDER BY stances.is_headline ASC, stances.published_at DESC NULLS LAST, stances.claim_id ASC
    ) = 1
)

SELECT
    stories.title AS story,
    chosen.claim,
    chosen.status,
    chosen.outlet,
    chosen.stance,
    chosen.certainty,
    attributions.speaker,
    attributions.speaker_flag,
    attributions.via,
    chosen.text AS wording,
    chosen.published_at,
    chosen.n_claims,
    chosen.n_sources,
    chosen.url,
    chosen.claim_id,
    chosen.cluster_id,
    chosen.source_id,
    chosen.story_id
FROM chosen
LEFT JOIN attributions ON chosen.source_fact_id = attributions.fact_id
LEFT JOIN stories ON chosen.story_id = stories.story_id
ORDER BY
    chosen.n_sources DESC,
    chosen.cluster_id ASC,
    chosen.published_at ASC NULLS LAST,
    chosen.source_id ASC,
    chosen.stance ASC;

COMMENT ON VIEW claim_matrix IS 'Who says what: each claim by outlet and stance; the most shared claims first.';
COMMENT ON COLUMN claim_matrix.story IS 'Title of the story.';
COMMENT ON COLUMN claim_matrix.claim IS 'The claim in its clearest wording.';
COMMENT ON COLUMN claim_matrix.status IS 'corroborated, echo, single_source, conflict or update; see claim_clusters.';
COMMENT ON COLUMN claim_matrix.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN claim_matrix.stance IS
'To the claim as worded: supports, hedges (not certain), denies, differs (another number or date), conditional (only if
something holds: no support) or vague (the same matter, but not the same statement).';
COMMENT ON COLUMN claim_matrix.certainty IS
'How sure the outlet''s text is: asserted, probable, possible, unknown or denied.';
COMMENT ON COLUMN claim_matrix.speaker IS 'On whose word the outlet says it; null where it speaks for itself.';
COMMENT ON COLUMN claim_matrix.speaker_flag IS 'named, anonymous, placeholder (a stock name, no source) or document.';
COMMENT ON COLUMN claim_matrix.via IS 'The outlet that the speaker told it to.';
COMMENT ON COLUMN claim_matrix.wording IS 'The outlet''s own words.';
COMMENT ON COLUMN claim_matrix.published_at IS 'When these words were published, UTC; null where it is not said.';
COMMENT ON COLUMN claim_matrix.n_claims IS 'In how many sentences, over all its articles, the outlet says so.';
COMMENT ON COLUMN claim_matrix.n_sources IS 'Outlets that carry the claim.';
COMMENT ON COLUMN claim_matrix.url IS 'Address of the article.';
COMMENT ON COLUMN claim_matrix.claim_id IS 'The outlet''s claim, for cite() and provenance.';
COMMENT ON COLUMN claim_matrix.cluster_id IS 'The claim as the sources share it.';
COMMENT ON COLUMN claim_matrix.source_id IS 'The outlet''s id.';
COMMENT ON COLUMN claim_matrix.story_id IS 'The story.';
