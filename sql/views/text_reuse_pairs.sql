-- Question: who copied which paragraph from whom, and how much of it?
-- Grain: one row is one pair of paragraphs of two outlets, of which the later repeats the earlier.
CREATE OR REPLACE VIEW text_reuse_pairs AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.published_at,
        articles.url,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

reused AS (
    SELECT text_reuse.*
    FROM text_reuse
    WHERE text_reuse.scope = 'cross_source'
)

SELECT
    stories.title AS story,
    later.outlet,
    earlier.outlet AS copied_from,
    reused.kind,
    reused.share,
    reused.order_known,
    CASE
        WHEN reused.order_known THEN date_diff('minute', earlier.published_at, later.published_at)
    END AS lag_minutes,
    count(*) OVER (PARTITION BY later.source_id, earlier.source_id) AS n_pairs_of_outlets,
    later_paragraphs.text,
    earlier_paragraphs.text AS copied_text,
    later.url,
    earlier.url AS copied_url,
    reused.later_paragraph_id AS paragraph_id,
    reused.earlier_paragraph_id AS copied_paragraph_id,
    later.story_id
FROM reused
INNER JOIN newest AS later ON reused.later_article_id = later.article_id
INNER JOIN newest AS earlier ON reused.earlier_article_id = earlier.article_id
INNER JOIN paragraphs AS later_paragraphs ON reused.later_paragraph_id = later_paragraphs.paragraph_id
INNER JOIN paragraphs AS earlier_paragraphs ON reused.earlier_paragraph_id = earlier_paragraphs.paragraph_id
LEFT JOIN stories ON later.story_id = stories.story_id
ORDER BY n_pairs_of_outlets DESC, reused.share DESC, reused.later_paragraph_id ASC, reused.earlier_paragraph_id ASC;

COMMENT ON VIEW text_reuse_pairs IS
'Which paragraph repeats which, across outlets; the busiest pairs of outlets first.';
COMMENT ON COLUMN text_reuse_pairs.story IS 'Title of the story.';
COMMENT ON COLUMN text_reuse_pairs.outlet IS 'The outlet that published it later; with unknown times, one of the two.';
COMMENT ON COLUMN text_reuse_pairs.copied_from IS 'The outlet that had it before; with unknown times, the other one.';
COMMENT ON COLUMN text_reuse_pairs.kind IS 'verbatim, near or rewritten.';
COMMENT ON COLUMN text_reuse_pairs.share IS 'Share of the later paragraph that the earlier one has, from 0 to 1.';
COMMENT ON COLUMN text_reuse_pairs.order_known IS 'Whether the publication times tell who was first.';
COMMENT ON COLUMN text_reuse_pairs.lag_minutes IS 'Minutes between the two; null where the order is unknown.';
COMMENT ON COLUMN text_reuse_pairs.n_pairs_of_outlets IS
'Pairs of paragraphs between these two outlets, this way round.';
COMMENT ON COLUMN text_reuse_pairs.text IS 'The later paragraph.';
COMMENT ON COLUMN text_reuse_pairs.copied_text IS 'The earlier paragraph.';
COMMENT ON COLUMN text_reuse_pairs.url IS 'Address of the later article.';
COMMENT ON COLUMN text_reuse_pairs.copied_url IS 'Address of the earlier article.';
COMMENT ON COLUMN text_reuse_pairs.paragraph_id IS 'The later paragraph''s id.';
COMMENT ON COLUMN text_reuse_pairs.copied_paragraph_id IS 'The earlier paragraph''s id.';
COMMENT ON COLUMN text_reuse_pairs.story_id IS 'The story.';
