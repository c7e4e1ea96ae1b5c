-- Which runs of words does a paragraph consist of? Grain: one row a distinct five-word shingle of a paragraph.
-- Five words: shorter runs are shared by unrelated sentences, longer ones break at every edited word.
CREATE OR REPLACE TEMP TABLE cmp_shingle AS
WITH runs AS (
    SELECT
        paragraph_no,
        article_no,
        word,
        lead(word, 1) OVER in_order AS word_2,
        lead(word, 2) OVER in_order AS word_3,
        lead(word, 3) OVER in_order AS word_4,
        lead(word, 4) OVER in_order AS word_5
    FROM cmp_word
    WINDOW in_order AS (PARTITION BY paragraph_no ORDER BY word_no)
)

SELECT DISTINCT
    paragraph_no,
    article_no,
    hash(word, word_2, word_3, word_4, word_5) AS shingle
FROM runs
WHERE word_5 IS NOT NULL;
