-- Which runs of words does a paragraph consist of? Grain: one row a distinct five-word shingle of a paragraph.
-- Five words: shorter runs are shared by unrelated sentences, longer ones break at every edited word.
CREATE OR REPLACE TEMP TABLE cmp_shingle AS
-- The same words five times, each time from one word further on: side by side they are the runs.
WITH shifted AS (
    SELECT
        paragraph_no,
        article_no,
        unnest(words[:-5]) AS word_1,
        unnest(words[2:-4]) AS word_2,
        unnest(words[3:-3]) AS word_3,
        unnest(words[4:-2]) AS word_4,
        unnest(words[5:]) AS word_5
    FROM cmp_paragraph
    WHERE len(words) >= 5
),

paragraphs AS (
    SELECT
        paragraph_no,
        article_no,
        list_distinct(list(hash(word_1, word_2, word_3, word_4, word_5))) AS shingles
    FROM shifted
    GROUP BY paragraph_no, article_no
)

SELECT
    paragraph_no,
    article_no,
    unnest(shingles) AS shingle
FROM paragraphs;
