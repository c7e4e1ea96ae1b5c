-- What is each article about? Grain of cmp_story_term: one row a term of an article, with an integer weight; all
-- weights are integers so that sums do not depend on the order of addition.
CREATE OR REPLACE TEMP TABLE cmp_story_count AS
WITH placed AS (
    SELECT
        cmp_paragraph.paragraph_no,
        cmp_paragraph.article_no,
        sum(len(cmp_paragraph.words)) OVER (
            PARTITION BY cmp_paragraph.article_no ORDER BY cmp_paragraph.position, cmp_paragraph.paragraph_no
        ) - len(cmp_paragraph.words) AS words_before
    FROM cmp_paragraph
    INNER JOIN cmp_newest ON cmp_paragraph.article_no = cmp_newest.article_no
    WHERE cmp_paragraph.duplicate_of IS NULL
),

-- News puts the event first: two hundred words are the headline and the first four or five paragraphs; what follows
-- is background that other stories share.
openings AS MATERIALIZED (
    SELECT
        cmp_word.article_no,
        cmp_word.word
    FROM placed
    INNER JOIN cmp_word ON placed.paragraph_no = cmp_word.paragraph_no
    ANTI JOIN cmp_function_word ON cmp_word.word = cmp_function_word.word
    WHERE placed.words_before < 200 AND length(cmp_word.word) >= 2
),

-- Words and names are made comparable once each, not wherever they stand.
stems AS (
    SELECT
        words.word,
        cmp_stem(coalesce(cmp_irregular_verb.base, words.word)) AS term
    FROM (SELECT DISTINCT openings.word FROM openings) AS words
    LEFT JOIN cmp_irregular_verb ON words.word = cmp_irregular_verb.form
),

names AS (
    SELECT
        entity,
        cmp_plain(entity) AS name
    FROM (
        SELECT DISTINCT entity
        FROM facts
        WHERE kind = 'mention'
    ) AS mentioned
)

SELECT
    openings.article_no,
    stems.term,
    count(*) AS n
FROM openings
INNER JOIN stems ON openings.word = stems.word
GROUP BY openings.article_no, stems.term
UNION ALL
SELECT
    cmp_newest.article_no,
    'name:' || names.name AS term,
    count(*) AS n
FROM facts
INNER JOIN names ON facts.entity = names.entity
INNER JOIN cmp_newest ON facts.article_id = cmp_newest.article_id
WHERE facts.kind = 'mention' AND names.name <> ''
GROUP BY cmp_newest.article_no, names.name;

CREATE OR REPLACE TEMP TABLE cmp_story_term AS
WITH size AS (
    SELECT count(*) AS n_articles FROM cmp_newest
),

-- A thousand documents of nobody stand behind every corpus: in five articles on one event its own words would
-- otherwise look as common as "the".
rarity AS (
    SELECT
        cmp_story_count.term,
        count(*) AS df,
        cast(round(1000 * ln((1000 + any_value(size.n_articles)) / count(*))) AS BIGINT) AS idf
    FROM cmp_story_count
    CROSS JOIN size
    GROUP BY cmp_story_count.term
),

weighed AS (
    SELECT
        cmp_story_count.article_no,
        cmp_story_count.term,
        rarity.df,
        cast(round((1 + ln(cmp_story_count.n)) * rarity.idf) AS BIGINT) AS weight
    FROM cmp_story_count
    INNER JOIN rarity ON cmp_story_count.term = rarity.term
),

norms AS (
    SELECT
        article_no,
        sqrt(cast(sum(weight * weight) AS DOUBLE)) AS norm
    FROM weighed
    GROUP BY article_no
)

SELECT
    weighed.article_no,
    weighed.term,
    weighed.df,
    cast(round(10000 * weighed.weight / norms.norm) AS BIGINT) AS weight
FROM weighed
INNER JOIN norms ON weighed.article_no = norms.article_no;
