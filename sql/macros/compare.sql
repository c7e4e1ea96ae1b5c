-- Question: what do two outlets say about the stories that both tell, side by side?
-- Grain: one row is one claim (cluster) that at least one of the two carries, in a story that both tell.
-- Name an outlet or its source_id, in any letter case: FROM compare('Northern Wire', 'fjordtimes.example').
CREATE OR REPLACE MACRO compare(a, b) AS TABLE -- noqa: CP05
    WITH asked AS (
        SELECT
            sources.source_id,
            coalesce(lower(a) IN (lower(sources.outlet), sources.source_id), FALSE) AS is_a,
            coalesce(lower(b) IN (lower(sources.outlet), sources.source_id), FALSE) AS is_b
        FROM sources
    ),

    shared_stories AS (
        SELECT articles.story_id
        FROM articles
        INNER JOIN asked ON articles.source_id = asked.source_id
        ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
        GROUP BY articles.story_id
        HAVING bool_or(asked.is_a) AND bool_or(asked.is_b)
    ),

    -- The rows of claim_matrix, from the tables: the view sorts all outlets' claims before two of them can be chosen.
    stances AS (
        SELECT
            claim_clusters.story_id,
            claims.cluster_id,
            stories.title AS story,
            claim_clusters.text AS claim,
            claims.stance,
            claims.text AS wording,
            asked.is_a,
            asked.is_b
        FROM claims
        INNER JOIN articles ON claims.article_id = articles.article_id
        INNER JOIN asked ON articles.source_id = asked.source_id
        INNER JOIN shared_stories ON articles.story_id = shared_stories.story_id
        INNER JOIN claim_clusters ON claims.cluster_id = claim_clusters.cluster_id
        LEFT JOIN stories ON claim_clusters.story_id = stories.story_id
        WHERE claims.n_same_stance IS NOT NULL AND (asked.is_a OR asked.is_b)
    ),

    -- An outlet that supports and denies a claim, on two speakers' word, has both wordings in its cell.
    sides AS (
        SELECT
            stances.story_id,
            stances.cluster_id,
            any_value(stances.story) AS story,
            any_value(stances.claim) AS claim,
            string_agg(stances.stance, ' / ' ORDER BY stances.stance ASC) FILTER (WHERE stances.is_a) AS a_stance,
            string_agg(stances.wording, ' / ' ORDER BY stances.stance ASC) FILTER (WHERE stances.is_a) AS a_says,
            string_agg(stances.stance, ' / ' ORDER BY stances.stance ASC) FILTER (WHERE stances.is_b) AS b_stance,
            string_agg(stances.wording, ' / ' ORDER BY stances.stance ASC) FILTER (WHERE stances.is_b) AS b_says
        FROM stances
        GROUP BY stances.story_id, stances.cluster_id
    ),

    differences AS (
        SELECT
            disagreements.cluster_id,
            min(disagreements.relation) AS relation,
            arg_min(disagreements.reason, (disagreements.relation, disagreements.reason)) AS reason
        FROM disagreements
        INNER JOIN asked AS earlier ON disagreements.earlier_source_id = earlier.source_id
        INNER JOIN asked AS later ON disagreements.later_source_id = later.source_id
        WHERE (earlier.is_a AND later.is_b) OR (earlier.is_b AND later.is_a)
        GROUP BY disagreements.cluster_id
    ),

    results AS (
        SELECT
            sides.*,
            differences.reason,
            CASE
                WHEN sides.b_stance IS NULL THEN 'only a'
                WHEN sides.a_stance IS NULL THEN 'only b'
                WHEN differences.relation = 'conflicts' THEN 'conflict'
                WHEN differences.relation = 'updates' THEN 'update'
                WHEN sides.a_stance = sides.b_stance THEN 'same'
                ELSE 'differ'
            END AS result
        FROM sides
        LEFT JOIN differences ON sides.cluster_id = differences.cluster_id
    )

    SELECT
        results.story,
        results.claim,
        results.result,
        results.a_stance,
        results.a_says,
        results.b_stance,
        results.b_says,
        results.reason,
        results.cluster_id,
        results.story_id
    FROM results
    ORDER BY
        results.story_id ASC,
        list_position(['conflict', 'update', 'differ', 'same', 'only a', 'only b'], results.result) ASC,
        results.cluster_id ASC;

COMMENT ON MACRO TABLE compare IS -- noqa: PRS
'Two outlets side by side on the stories that both tell: result is conflict, update, differ, same, only a or only b.';
