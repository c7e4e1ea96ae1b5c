-- Question: what do at least two outlets of a story report that another outlet of the same story leaves out?
-- Grain: one row is one claim (cluster) and one outlet of its story that does not carry it.
CREATE OR REPLACE VIEW omissions AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.published_at,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

shared AS (
    SELECT
        claim_clusters.cluster_id,
        claim_clusters.story_id,
        claim_clusters.text,
        claim_clusters.status,
        claim_clusters.n_sources
    FROM claim_clusters
    WHERE claim_clusters.n_sources >= 2
),

tellers AS (
    SELECT
        newest.story_id,
        newest.source_id,
        newest.outlet,
        max(newest.published_at) AS last_at
    FROM newest
    GROUP BY newest.story_id, newest.source_id, newest.outlet
),

-- Who denies it, hedges it or says it with another number has not left it out.
carriers AS (
    SELECT
        claims.cluster_id,
        newest.source_id,
        newest.outlet,
        min(newest.published_at) AS first_at
    FROM claims
    INNER JOIN shared ON claims.cluster_id = shared.cluster_id
    INNER JOIN newest ON claims.article_id = newest.article_id
    GROUP BY claims.cluster_id, newest.source_id, newest.outlet
),

carried AS (
    SELECT
        carriers.cluster_id,
        string_agg(carriers.outlet, ', ' ORDER BY carriers.outlet) AS outlets,
        min(carriers.first_at) AS first_at
    FROM carriers
    GROUP BY carriers.cluster_id
)

SELECT
    stories.title AS story,
    shared.text AS claim,
    shared.status,
    tellers.outlet AS silent_outlet,
    carried.outlets AS carried_by,
    shared.n_sources,
    tellers.last_at >= carried.first_at AS could_have_known,
    carried.first_at AS first_reported_at,
    tellers.last_at AS silent_outlet_last_at,
    shared.cluster_id,
    tellers.source_id AS silent_source_id,
    shared.story_id
FROM shared
INNER JOIN tellers ON shared.story_id = tellers.story_id
INNER JOIN carried ON shared.cluster_id = carried.cluster_id
ANTI JOIN carriers ON shared.cluster_id = carriers.cluster_id AND tellers.source_id = carriers.source_id
LEFT JOIN stories ON shared.story_id = stories.story_id
ORDER BY shared.n_sources DESC, shared.cluster_id ASC, tellers.source_id ASC;

COMMENT ON VIEW omissions IS
'What several outlets of a story report and another leaves out; the most widely carried first.';
COMMENT ON COLUMN omissions.story IS 'Title of the story.';
COMMENT ON COLUMN omissions.claim IS 'The claim in its clearest wording.';
COMMENT ON COLUMN omissions.status IS 'corroborated, echo, conflict or update.';
COMMENT ON COLUMN omissions.silent_outlet IS 'The outlet that tells the story without it.';
COMMENT ON COLUMN omissions.carried_by IS 'The outlets that say it, deny it or differ.';
COMMENT ON COLUMN omissions.n_sources IS 'Outlets that say it as worded.';
COMMENT ON COLUMN omissions.could_have_known IS
'Whether the silent outlet still published on the story once the claim was out; null where the times are unknown.';
COMMENT ON COLUMN omissions.first_reported_at IS 'When the claim was first published, UTC.';
COMMENT ON COLUMN omissions.silent_outlet_last_at IS 'When the silent outlet last published on the story, UTC.';
COMMENT ON COLUMN omissions.cluster_id IS 'The claim as the sources share it.';
COMMENT ON COLUMN omissions.silent_source_id IS 'The silent outlet''s id.';
COMMENT ON COLUMN omissions.story_id IS 'The story.';
