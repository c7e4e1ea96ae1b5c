-- Which sentences does an article tell twice, as filler text does? Adds to text_reuse, one row a pair of paragraphs of
-- one article; both may be the same paragraph. Across outlets a sentence in common is news, or a quotation.
CREATE OR REPLACE TEMP TABLE cmp_sentence_word AS
WITH telling AS (
    SELECT
        cmp_story.article_no,
        cmp_paragraph.paragraph_no,
        sentences.sentence_id,
        sentences.position,
        sentences.text
    FROM sentences
    INNER JOIN cmp_paragraph ON sentences.paragraph_id = cmp_paragraph.paragraph_id
    INNER JOIN cmp_story ON cmp_paragraph.article_no = cmp_story.article_no
    -- Headlines and headings repeat the text by their nature, items of a list one another, as do questions of an
    -- interview and lines of a table, which end without a full stop.
    WHERE
        cmp_paragraph.kind IN ('body', 'caption', 'turn')
        AND cmp_paragraph.duplicate_of IS NULL
        AND (
            cmp_paragraph.kind = 'caption'
            OR (
                regexp_matches(sentences.text, '[.!]["”’'']?\s*$')
                AND NOT regexp_matches(sentences.text, '^[^.]{2,40}: ')
            )
        )
),

words AS (
    SELECT
        * EXCLUDE (text),
        unnest(cmp_words(text)) AS word
    FROM telling
),

stems AS (
    SELECT DISTINCT
        words.article_no,
        words.paragraph_no,
        words.sentence_id,
        words.position,
        cmp_stem(words.word) AS term
    FROM words
    ANTI JOIN cmp_function_word ON words.word = cmp_function_word.word
    WHERE length(words.word) >= 2
)

SELECT
    stems.*,
    count(*) OVER (PARTITION BY sentence_id) AS n_terms,
    count(*) FILTER (WHERE regexp_matches(term, '^\p{N}')) OVER (PARTITION BY sentence_id) AS n_figures,
    count(*) OVER (PARTITION BY article_no, term) AS df
FROM stems;

DELETE FROM text_reuse
WHERE unit = 'sentence' AND later_article_id NOT IN (SELECT cmp_kept_article.article_id FROM cmp_kept_article);

INSERT INTO text_reuse BY NAME
WITH keys AS (
    SELECT *
    FROM cmp_sentence_word
    -- A word in more than twenty sentences names the article's subject; below six stems a sentence is a stock phrase.
    WHERE df BETWEEN 2 AND 20 AND n_terms >= 6
),

candidates AS MATERIALIZED (
    SELECT
        one.sentence_id AS x,
        two.sentence_id AS y
    FROM keys AS one
    INNER JOIN keys AS two
        ON
            one.article_no = two.article_no
            AND one.term = two.term
            AND (one.position, one.sentence_id) < (two.position, two.sentence_id)
    GROUP BY one.sentence_id, two.sentence_id
    -- Half of the stems of either are to be shared, of which some may be too common to be keys.
    HAVING count(*) >= 3
),

-- Materialized, because the two sides joined by term first would be every pair of sentences that share a word.
terms_of_x AS MATERIALIZED (
    SELECT
        candidates.x,
        candidates.y,
        cmp_sentence_word.*
    FROM candidates
    INNER JOIN cmp_sentence_word ON candidates.x = cmp_sentence_word.sentence_id
),

shared AS (
    SELECT
        one.x,
        one.y,
        any_value(one.paragraph_no) AS earlier_no,
        any_value(two.paragraph_no) AS later_no,
        count(*) FILTER (WHERE regexp_matches(one.term, '^\p{N}')) AS n_figures,
        any_value(one.n_figures) AS n_figures_earlier,
        any_value(two.n_figures) AS n_figures_later,
        count(*) / any_value(two.n_terms) AS share,
        count(*) / (any_value(one.n_terms) + any_value(two.n_terms) - count(*)) AS score
    FROM terms_of_x AS one
    INNER JOIN cmp_sentence_word AS two ON one.y = two.sentence_id AND one.term = two.term
    GROUP BY one.x, one.y
    -- From half of the stems of either on two sentences of one article say the same, as read on the samples: a third
    -- is another detail of the same matter. Where they share stems that no third sentence of the article has, they say
    -- the same from three tenths on with two such, and from a fifth on with three.
    HAVING
        count(*) / (any_value(one.n_terms) + any_value(two.n_terms) - count(*))
        >= CASE count(*) FILTER (WHERE one.df = 2) WHEN 0 THEN 0.5 WHEN 1 THEN 0.5 WHEN 2 THEN 0.3 ELSE 0.2 END
),

repeats AS (
    SELECT
        earlier_no,
        later_no,
        max(share) AS share,
        max(score) AS score
    FROM shared
    -- Another figure makes another statement.
    WHERE n_figures = n_figures_earlier AND n_figures = n_figures_later
    GROUP BY earlier_no, later_no
)

SELECT
    earlier.paragraph_id AS earlier_paragraph_id,
    later.paragraph_id AS later_paragraph_id,
    cmp_newest.article_id AS earlier_article_id,
    cmp_newest.article_id AS later_article_id,
    'article' AS scope,
    'sentence' AS unit,
    CASE WHEN repeats.score = 1 THEN 'verbatim' WHEN repeats.score >= 0.9 THEN 'near' ELSE 'rewritten' END AS kind,
    TRUE AS order_known,
    round(repeats.share, 6) AS share,
    round(repeats.score, 6) AS score
FROM repeats
INNER JOIN cmp_paragraph AS earlier ON repeats.earlier_no = earlier.paragraph_no
INNER JOIN cmp_paragraph AS later ON repeats.later_no = later.paragraph_no
INNER JOIN cmp_newest ON later.article_no = cmp_newest.article_no
ANTI JOIN text_reuse AS known
    ON earlier.paragraph_id = known.earlier_paragraph_id AND later.paragraph_id = known.later_paragraph_id
ORDER BY earlier_paragraph_id, later_paragraph_id;
