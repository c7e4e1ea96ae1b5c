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
)

SELECT
    stories.title AS story,
    claim_clusters.text AS claim,
    claim_clusters.status,
    newest.outlet,
    claims.stance,
    claims.certainty,
    attributions.speaker,
    attributions.speaker_flag,
    attributions.via,
    claims.text AS wording,
    newest.published_at,
    claims.n_same_stance AS n_claims,
    claim_clusters.n_sources,
    newest.url,
    claims.claim_id,
    claims.cluster_id,
    newest.source_id,
    claim_clusters.story_id
FROM claims
INNER JOIN newest ON claims.article_id = newest.article_id
INNER JOIN claim_clusters ON claims.cluster_id = claim_clusters.cluster_id
LEFT JOIN attributions ON claims.source_fact_id = attributions.fact_id
LEFT JOIN stories ON claim_clusters.story_id = stories.story_id
-- The claim that speaks for its outlet; the comparison chooses it.
WHERE claims.n_same_stance IS NOT NULL
ORDER BY
    claim_clusters.n_sources DESC,
    claims.cluster_id ASC,
    newest.published_at ASC NULLS LAST,
    newest.source_id ASC,
    claims.stance ASC;

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
