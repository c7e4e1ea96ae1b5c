-- Question: which outlets published that day but not a word about a story that several others told?
-- Grain: one row is one story of at least three outlets and one outlet that is silent on it.
-- Three, because of two tellers and one silent outlet nobody can say who is the exception.
CREATE OR REPLACE VIEW coverage_gaps AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.published_at::DATE AS published_on
    FROM articles
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

-- The day of the first report: an outlet that comes late or never is silent on that day all the same.
wide_stories AS (
    SELECT
        stories.story_id,
        stories.title,
        stories.first_published_at::DATE AS told_on,
        stories.n_sources
    FROM stories
    WHERE stories.n_sources >= 3 AND stories.first_published_at IS NOT NULL
),

tellers AS (
    SELECT DISTINCT
        newest.story_id,
        newest.source_id
    FROM newest
),

told_by AS (
    SELECT
        tellers.story_id,
        string_agg(coalesce(sources.outlet, tellers.source_id), ', ' ORDER BY tellers.source_id) AS outlets
    FROM tellers
    INNER JOIN wide_stories ON tellers.story_id = wide_stories.story_id
    LEFT JOIN sources ON tellers.source_id = sources.source_id
    GROUP BY tellers.story_id
),

active AS (
    SELECT
        newest.source_id,
        newest.published_on,
        count(*) AS n_articles
    FROM newest
    WHERE newest.published_on IS NOT NULL
    GROUP BY newest.source_id, newest.published_on
)

SELECT
    wide_stories.title AS story,
    wide_stories.told_on,
    coalesce(sources.outlet, active.source_id) AS silent_outlet,
    active.n_articles AS n_other_articles_that_day,
    wide_stories.n_sources,
    told_by.outlets AS told_by,
    active.source_id AS silent_source_id,
    wide_stories.story_id
FROM wide_stories
INNER JOIN active ON wide_stories.told_on = active.published_on
INNER JOIN told_by ON wide_stories.story_id = told_by.story_id
ANTI JOIN tellers ON wide_stories.story_id = tellers.story_id AND active.source_id = tellers.source_id
LEFT JOIN sources ON active.source_id = sources.source_id
ORDER BY wide_stories.n_sources DESC, wide_stories.story_id ASC, active.n_articles DESC, active.source_id ASC;

COMMENT ON VIEW coverage_gaps IS
'Which outlets published that day but nothing on a story of at least three others; the widest stories first.';
COMMENT ON COLUMN coverage_gaps.story IS 'Title of the story.';
COMMENT ON COLUMN coverage_gaps.told_on IS 'Day of its first report, UTC.';
COMMENT ON COLUMN coverage_gaps.silent_outlet IS 'The outlet that has no article on it.';
COMMENT ON COLUMN coverage_gaps.n_other_articles_that_day IS 'Its articles on other stories that day.';
COMMENT ON COLUMN coverage_gaps.n_sources IS 'Outlets that tell the story.';
COMMENT ON COLUMN coverage_gaps.told_by IS 'These outlets.';
COMMENT ON COLUMN coverage_gaps.silent_source_id IS 'The silent outlet''s id.';
COMMENT ON COLUMN coverage_gaps.story_id IS 'The story.';
