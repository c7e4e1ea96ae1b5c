-- Which paragraphs repeat an earlier one? Grain of cmp_reuse: one row a pair of paragraphs, the earlier one first.
-- Shares are of five-word shingles. Paragraphs below twelve words (eight shingles) are headlines, captions and
-- standing phrases, whose repetition says nothing.
CREATE OR REPLACE TEMP TABLE cmp_long_paragraph AS
WITH shingles AS (
    SELECT
        paragraph_no,
        count(*) AS n_shingles
    FROM cmp_shingle
    GROUP BY paragraph_no
)

SELECT
    cmp_paragraph.paragraph_no,
    cmp_paragraph.paragraph_id,
    cmp_paragraph.article_no,
    cmp_newest.article_id,
    cmp_newest.source_id,
    cmp_newest.published_at,
    cmp_newest.published_precision,
    shingles.n_shingles,
    hash(array_to_string(cmp_paragraph.words, ' ')) AS text_hash,
    row_number() OVER (ORDER BY cmp_newest.published_at NULLS LAST, cmp_paragraph.paragraph_id) AS time_no
FROM cmp_paragraph
INNER JOIN cmp_newest ON cmp_paragraph.article_no = cmp_newest.article_no
INNER JOIN shingles ON cmp_paragraph.paragraph_no = shingles.paragraph_no
WHERE len(cmp_paragraph.words) >= 12;

-- Equal texts are one text: each is paired with its first appearance, so that a wire printed everywhere stays linear.
CREATE OR REPLACE TEMP TABLE cmp_first_text AS
SELECT
    text_hash,
    arg_min(paragraph_no, time_no) AS paragraph_no
FROM cmp_long_paragraph
GROUP BY text_hash;

-- Grain: one row a pair of different texts that share shingles. A shingle that stands in more than fifty different
-- texts is a standing phrase (a disclaimer, a credit line) and finds no pair. Of the others each text is paired with
-- the first three that have it: who had it first is asked, and a wire in fifty versions stays linear.
CREATE OR REPLACE TEMP TABLE cmp_reuse_pair AS
WITH texts AS (
    SELECT
        cmp_shingle.paragraph_no,
        cmp_shingle.shingle,
        row_number() OVER (PARTITION BY cmp_shingle.shingle ORDER BY cmp_long_paragraph.time_no) AS place,
        count(*) OVER (PARTITION BY cmp_shingle.shingle) AS n_texts
    FROM cmp_shingle
    SEMI JOIN cmp_first_text ON cmp_shingle.paragraph_no = cmp_first_text.paragraph_no
    INNER JOIN cmp_long_paragraph ON cmp_shingle.paragraph_no = cmp_long_paragraph.paragraph_no
    QUALIFY n_texts BETWEEN 2 AND 50
),

shared AS (
    SELECT
        one.paragraph_no AS earlier_no,
        two.paragraph_no AS later_no,
        count(*) AS n_keys
    FROM texts AS one
    INNER JOIN texts AS two ON one.shingle = two.shingle AND one.place < two.place
    WHERE one.place <= 3
    GROUP BY one.paragraph_no, two.paragraph_no
),

-- Standing phrases count for neither side of the share; two shared runs of five words are the least worth a look.
pairs AS (
    SELECT
        shared.earlier_no,
        shared.later_no,
        shared.n_keys,
        later.n_shingles AS n_later,
        earlier.n_shingles + later.n_shingles - shared.n_keys AS n_either
    FROM shared
    INNER JOIN cmp_long_paragraph AS earlier ON shared.earlier_no = earlier.paragraph_no
    INNER JOIN cmp_long_paragraph AS later ON shared.later_no = later.paragraph_no
    WHERE shared.n_keys >= 2
)

SELECT
    earlier_no,
    later_no,
    n_keys / n_later AS share,
    n_keys / n_either AS score
FROM pairs
-- Half of the later paragraph is where copying stops being a quotation or a name in common.
WHERE n_keys >= 0.5 * n_later
UNION ALL
SELECT
    cmp_first_text.paragraph_no AS earlier_no,
    cmp_long_paragraph.paragraph_no AS later_no,
    1.0 AS share,
    1.0 AS score
FROM cmp_long_paragraph
INNER JOIN cmp_first_text ON cmp_long_paragraph.text_hash = cmp_first_text.text_hash
WHERE cmp_long_paragraph.paragraph_no <> cmp_first_text.paragraph_no;

CREATE OR REPLACE TEMP TABLE cmp_reuse AS
SELECT
    earlier.paragraph_id AS earlier_paragraph_id,
    later.paragraph_id AS later_paragraph_id,
    earlier.article_id AS earlier_article_id,
    later.article_id AS later_article_id,
    CASE
        WHEN earlier.article_no = later.article_no THEN 'article'
        WHEN earlier.source_id = later.source_id THEN 'source'
        ELSE 'cross_source'
    END AS scope,
    'paragraph' AS unit,
    -- Nine tenths allow one changed word in a paragraph of fifty.
    if(pairs.share >= 0.9, 'verbatim', 'near') AS kind,
    earlier.article_no = later.article_no OR coalesce(earlier.published_at < later.published_at, FALSE) AS order_known,
    round(pairs.share, 6) AS share,
    round(pairs.score, 6) AS score
FROM cmp_reuse_pair AS pairs
INNER JOIN cmp_long_paragraph AS earlier ON pairs.earlier_no = earlier.paragraph_no
INNER JOIN cmp_long_paragraph AS later ON pairs.later_no = later.paragraph_no;

-- In which articles is what they repeat not what text_reuse has? Grain: one row an article.
CREATE OR REPLACE TEMP TABLE cmp_reuse_change AS
WITH stored AS (
    SELECT * FROM text_reuse
    WHERE unit IS DISTINCT FROM 'sentence' AND kind <> 'rewritten'
),

-- With the columns in the table's order.
found AS (
    SELECT * FROM stored
    WHERE FALSE
    UNION ALL BY NAME
    SELECT * FROM cmp_reuse
),

changed AS (
    (
        SELECT * FROM stored
        EXCEPT
        SELECT * FROM found
    )
    UNION ALL
    (
        SELECT * FROM found
        EXCEPT
        SELECT * FROM stored
    )
)

SELECT DISTINCT later_article_id AS article_id
FROM changed;

-- Only what changes is written.
DELETE FROM text_reuse
WHERE
    unit IS DISTINCT FROM 'sentence' AND kind <> 'rewritten'
    AND later_article_id IN (SELECT cmp_reuse_change.article_id FROM cmp_reuse_change);

INSERT INTO text_reuse BY NAME
SELECT cmp_reuse.*
FROM cmp_reuse
SEMI JOIN cmp_reuse_change ON cmp_reuse.later_article_id = cmp_reuse_change.article_id
ORDER BY cmp_reuse.earlier_paragraph_id, cmp_reuse.later_paragraph_id;
