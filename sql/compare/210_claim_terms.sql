-- How much does each term tell one claim from another? Grain of cmp_claim_term: one row a term of a claim, with an
-- integer weight (the vectors have length 10,000).
CREATE OR REPLACE TEMP TABLE cmp_claim_term AS
WITH newest AS (
    SELECT
        cmp_claim_word.claim_no,
        cmp_claim_word.term,
        cmp_claim.story_no,
        cmp_claim.article_no
    FROM cmp_claim_word
    INNER JOIN cmp_claim ON cmp_claim_word.claim_no = cmp_claim.claim_no
    WHERE cmp_claim.is_newest
),

size AS (
    SELECT
        story_no,
        count(DISTINCT claim_no) AS n_claims
    FROM newest
    GROUP BY story_no
),

story AS (
    SELECT
        story_no,
        term,
        count(*) AS df,
        count(DISTINCT article_no) AS n_articles
    FROM newest
    GROUP BY story_no, term
),

-- Rarity is counted within the story, so that what one story tells changes nothing in another. Four thousand claims
-- of nobody stand behind each, as its own words would otherwise look as common as "the": on ECB+ fewer than a thousand
-- lose links (F1 .53 at 50), more than 4,000 hardly find any and tie a story's topics together.
-- A term that the same article uses in claim after claim names the story's subject, not one of its claims: its weight
-- falls with the number of claims in which an article that has it uses it.
weighed AS (
    SELECT
        newest.claim_no,
        newest.term,
        newest.story_no,
        story.df,
        cast(
            round(1000 * ln((4000 + size.n_claims) / story.df) * sqrt(story.n_articles / story.df)) AS BIGINT
        ) AS weight
    FROM newest
    INNER JOIN story ON newest.story_no = story.story_no AND newest.term = story.term
    INNER JOIN size ON newest.story_no = size.story_no
),

norms AS (
    SELECT
        claim_no,
        sqrt(cast(sum(weight * weight) AS DOUBLE)) AS norm
    FROM weighed
    GROUP BY claim_no
)

SELECT
    weighed.claim_no,
    weighed.story_no,
    weighed.term,
    weighed.df,
    cast(round(10000 * weighed.weight / norms.norm) AS BIGINT) AS weight
FROM weighed
INNER JOIN norms ON weighed.claim_no = norms.claim_no;
