-- Which paragraph has which word how often? Renews postings, one row a word of a paragraph. A paragraph's id names its
-- text, so the words of those that were there before are right already.
DELETE FROM postings
WHERE paragraph_id NOT IN (SELECT paragraphs.paragraph_id FROM paragraphs);

INSERT INTO postings BY NAME
WITH words AS (
    SELECT
        paragraphs.paragraph_id,
        unnest(regexp_extract_all(lower(strip_accents(paragraphs.text)), '[\p{L}\p{N}]+')) AS term
    FROM paragraphs
    ANTI JOIN postings ON paragraphs.paragraph_id = postings.paragraph_id
)

SELECT
    term,
    paragraph_id,
    count(*) AS n
FROM words
GROUP BY term, paragraph_id
ORDER BY term, paragraph_id;
