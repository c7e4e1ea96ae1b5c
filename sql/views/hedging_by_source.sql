-- Question: how certain does each outlet write, and on whose word?
-- Grain: one row is one outlet; shares are of its claims in the newest version of each article.
CREATE OR REPLACE VIEW hedging_by_source AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id
    FROM articles
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

attributions AS (
    SELECT
        facts.fact_id,
        facts.speaker_flag
    FROM facts
    WHERE facts.kind IN ('quotation', 'citation')
),

counts AS (
    SELECT
        newest.source_id,
        count(*) AS n_claims,
        count(*) FILTER (WHERE claims.certainty = 'asserted') AS n_asserted,
        count(*) FILTER (WHERE claims.certainty = 'probable') AS n_probable,
        count(*) FILTER (WHERE claims.certainty = 'possible') AS n_possible,
        count(*) FILTER (WHERE claims.certainty = 'unknown') AS n_unknown,
        count(*) FILTER (WHERE claims.certainty = 'denied') AS n_denied,
        count(*) FILTER (WHERE claims.conditional) AS n_conditional,
        count(*) FILTER (WHERE claims.is_headline) AS n_headline,
        count(*) FILTER (WHERE claims.is_headline AND claims.certainty = 'asserted') AS n_headline_asserted,
        count(*) FILTER (WHERE claims.source_fact_id IS NOT NULL) AS n_attributed,
        count(*) FILTER (WHERE attributions.speaker_flag = 'anonymous') AS n_anonymous,
        count(*) FILTER (WHERE attributions.speaker_flag = 'placeholder') AS n_placeholder,
        avg(claims.certainty_score) AS certainty_score
    FROM claims
    INNER JOIN newest ON claims.article_id = newest.article_id
    LEFT JOIN attributions ON claims.source_fact_id = attributions.fact_id
    GROUP BY newest.source_id
)

SELECT
    coalesce(sources.outlet, counts.source_id) AS outlet,
    counts.n_claims,
    round(counts.n_asserted / counts.n_claims, 3) AS asserted_share,
    round(counts.n_probable / counts.n_claims, 3) AS probable_share,
    round(counts.n_possible / counts.n_claims, 3) AS possible_share,
    round(counts.n_unknown / counts.n_claims, 3) AS unknown_share,
    round(counts.n_denied / counts.n_claims, 3) AS denied_share,
    round(counts.n_conditional / counts.n_claims, 3) AS conditional_share,
    round(counts.n_headline_asserted / nullif(counts.n_headline, 0), 3) AS headline_asserted_share,
    round(counts.certainty_score, 2) AS certainty_score,
    round(counts.n_attributed / counts.n_claims, 3) AS attributed_share,
    round(counts.n_anonymous / nullif(counts.n_attributed, 0), 3) AS anonymous_share,
    round(counts.n_placeholder / nullif(counts.n_attributed, 0), 3) AS placeholder_share,
    counts.source_id
FROM counts
LEFT JOIN sources ON counts.source_id = sources.source_id
ORDER BY counts.n_claims DESC, counts.source_id ASC;

COMMENT ON VIEW hedging_by_source IS
'How certain each outlet writes and on whose word; the outlets with most claims first.';
COMMENT ON COLUMN hedging_by_source.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN hedging_by_source.n_claims IS 'Claims in its articles, newest versions only.';
COMMENT ON COLUMN hedging_by_source.asserted_share IS 'Share stated as certain.';
COMMENT ON COLUMN hedging_by_source.probable_share IS 'Share stated as probable.';
COMMENT ON COLUMN hedging_by_source.possible_share IS 'Share stated as possible.';
COMMENT ON COLUMN hedging_by_source.unknown_share IS 'Share to which the text does not commit itself.';
COMMENT ON COLUMN hedging_by_source.denied_share IS 'Share stated as not so.';
COMMENT ON COLUMN hedging_by_source.conditional_share IS 'Share stated only under a condition.';
COMMENT ON COLUMN hedging_by_source.headline_asserted_share IS
'Of the claims in headlines, the share stated as certain; compare with asserted_share.';
COMMENT ON COLUMN hedging_by_source.certainty_score IS 'Mean certainty, from -3 (certainly not) to 3 (certainly).';
COMMENT ON COLUMN hedging_by_source.attributed_share IS 'Share of claims made on somebody''s word.';
COMMENT ON COLUMN hedging_by_source.anonymous_share IS
'Of the attributed claims, the share on the word of somebody unnamed.';
COMMENT ON COLUMN hedging_by_source.placeholder_share IS
'Of the attributed claims, the share on the word of a stock name.';
COMMENT ON COLUMN hedging_by_source.source_id IS 'The outlet''s id.';
