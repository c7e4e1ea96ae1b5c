-- Question: what does one outlet alone report in a story that others tell too?
-- Grain: one row is one claim (cluster) that only one outlet carries, in a story of at least two outlets.
CREATE OR REPLACE VIEW exclusive_claims AS
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

shared_stories AS (
    SELECT
        stories.story_id,
        stories.title,
        stories.n_sources
    FROM stories
    WHERE stories.n_sources >= 2
),

-- Whoever denies a claim or gives another number has it, too.
single AS (
    SELECT claims.cluster_id
    FROM claims
    INNER JOIN newest ON claims.article_id = newest.article_id
    WHERE claims.cluster_id IS NOT NULL
    GROUP BY claims.cluster_id
    HAVING min(newest.source_id) = max(newest.source_id)
),

attributions AS (
    SELECT
        facts.fact_id,
        facts.speaker_flag,
        coalesce(facts.speaker, facts.cited) AS speaker
    FROM facts
    WHERE facts.kind IN ('quotation', 'citation')
)

SELECT
    shared_stories.title AS story,
    newest.outlet,
    claims.text AS claim,
    claims.certainty,
    claims.conditional,
    attributions.speaker,
    attributions.speaker_flag,
    newest.published_at,
    claim_clusters.n_articles,
    shared_stories.n_sources AS n_sources_of_story,
    newest.url,
    claims.claim_id,
    single.cluster_id,
    newest.source_id,
    claim_clusters.story_id
FROM single
INNER JOIN claim_clusters ON single.cluster_id = claim_clusters.cluster_id
INNER JOIN shared_stories ON claim_clusters.story_id = shared_stories.story_id
INNER JOIN claims ON claim_clusters.claim_id = claims.claim_id
INNER JOIN newest ON claims.article_id = newest.article_id
LEFT JOIN attributions ON claims.source_fact_id = attributions.fact_id
ORDER BY shared_stories.n_sources DESC, claim_clusters.story_id ASC, newest.source_id ASC, single.cluster_id ASC;

COMMENT ON VIEW exclusive_claims IS 'What one outlet alone reports in a story that others tell too.';
COMMENT ON COLUMN exclusive_claims.story IS 'Title of the story.';
COMMENT ON COLUMN exclusive_claims.outlet IS 'The only outlet that carries it.';
COMMENT ON COLUMN exclusive_claims.claim IS 'The claim in its words.';
COMMENT ON COLUMN exclusive_claims.certainty IS
'How sure its text is: asserted, probable, possible, unknown or denied.';
COMMENT ON COLUMN exclusive_claims.conditional IS 'Whether it is stated only under a condition.';
COMMENT ON COLUMN exclusive_claims.speaker IS 'On whose word; null where the outlet speaks for itself.';
COMMENT ON COLUMN exclusive_claims.speaker_flag IS
'named, anonymous, placeholder (a stock name, no source) or document.';
COMMENT ON COLUMN exclusive_claims.published_at IS 'When it was published, UTC; null where it is not said.';
COMMENT ON COLUMN exclusive_claims.n_articles IS 'In how many of its articles the outlet says so.';
COMMENT ON COLUMN exclusive_claims.n_sources_of_story IS 'Outlets that tell the story.';
COMMENT ON COLUMN exclusive_claims.url IS 'Address of the article.';
COMMENT ON COLUMN exclusive_claims.claim_id IS 'The claim, for cite() and provenance.';
COMMENT ON COLUMN exclusive_claims.cluster_id IS 'The claim''s cluster.';
COMMENT ON COLUMN exclusive_claims.source_id IS 'The outlet''s id.';
COMMENT ON COLUMN exclusive_claims.story_id IS 'The story.';
