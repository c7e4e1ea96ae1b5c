-- Question: who was first on a story, and how many minutes later did the others follow?
-- Grain: one row is one document, at the time when its first version was published.
CREATE OR REPLACE VIEW timeline AS
WITH RECURSIVE versions AS (
    SELECT
        articles.article_id,
        articles.supersedes_id,
        articles.published_at,
        articles.published_precision
    FROM articles
),

newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.title,
        articles.url
    FROM articles
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

-- UNION, not UNION ALL: a circle of versions would end by itself.
history AS (
    SELECT
        newest.article_id,
        newest.article_id AS version_id
    FROM newest
    UNION
    SELECT
        history.article_id,
        versions.supersedes_id AS version_id
    FROM history
    INNER JOIN versions ON history.version_id = versions.article_id
    WHERE versions.supersedes_id IS NOT NULL
),

documents AS (
    SELECT
        history.article_id,
        count(*) AS n_versions,
        min(versions.published_at) AS published_at,
        arg_min(versions.published_precision, versions.published_at) AS published_precision
    FROM history
    INNER JOIN versions ON history.version_id = versions.article_id
    GROUP BY history.article_id
),

-- A date without a clock time stands at midnight: it may not win the race, nor lose it.
timed AS (
    SELECT
        documents.article_id,
        documents.n_versions,
        documents.published_at,
        documents.published_precision,
        newest.source_id,
        newest.story_id,
        newest.title,
        newest.url,
        CASE WHEN documents.published_precision IN ('second', 'minute') THEN documents.published_at END AS clock
    FROM documents
    INNER JOIN newest ON documents.article_id = newest.article_id
),

ranked AS (
    SELECT
        timed.*,
        CASE
            WHEN timed.clock IS NOT NULL
                THEN rank() OVER (PARTITION BY timed.story_id ORDER BY timed.clock ASC NULLS LAST)
        END AS place,
        min(timed.clock) OVER (PARTITION BY timed.story_id) AS first_clock
    FROM timed
)

SELECT
    stories.title AS story,
    ranked.place,
    coalesce(sources.outlet, ranked.source_id) AS outlet,
    date_diff('minute', ranked.first_clock, ranked.clock) AS lag_minutes,
    ranked.title,
    ranked.published_at,
    ranked.published_precision,
    ranked.n_versions,
    ranked.url,
    ranked.article_id,
    ranked.source_id,
    ranked.story_id
FROM ranked
LEFT JOIN sources ON ranked.source_id = sources.source_id
LEFT JOIN stories ON ranked.story_id = stories.story_id
ORDER BY
    stories.n_sources DESC,
    ranked.story_id ASC,
    ranked.place ASC NULLS LAST,
    ranked.published_at ASC NULLS LAST,
    ranked.article_id ASC;

COMMENT ON VIEW timeline IS
'Who was first on a story and how long the others took; the most widely told stories first.';
COMMENT ON COLUMN timeline.story IS 'Title of the story.';
COMMENT ON COLUMN timeline.place IS 'Place in the order of publication; null where no clock time is known.';
COMMENT ON COLUMN timeline.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN timeline.lag_minutes IS 'Minutes after the first article with a known clock time.';
COMMENT ON COLUMN timeline.title IS 'Headline of the newest version.';
COMMENT ON COLUMN timeline.published_at IS 'When the first version was published, UTC; null where it is not said.';
COMMENT ON COLUMN timeline.published_precision IS 'How exactly that is known: second, minute, day, month or year.';
COMMENT ON COLUMN timeline.n_versions IS 'Versions of the document in the warehouse.';
COMMENT ON COLUMN timeline.url IS 'Address of the newest version.';
COMMENT ON COLUMN timeline.article_id IS 'The newest version.';
COMMENT ON COLUMN timeline.source_id IS 'The outlet''s id.';
COMMENT ON COLUMN timeline.story_id IS 'The story.';
