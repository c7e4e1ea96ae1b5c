-- Which paragraph has which word how often? Rebuilds postings, one row a word of a paragraph.
DELETE FROM postings;

INSERT INTO postings BY NAME
WITH words AS (
    SELECT
        paragraph_id,
        unnest(regexp_extract_all(lower(strip_accents(text)), '[\p{L}\p{N}]+')) AS term
    FROM paragraphs
)

SELECT
    term,
    paragraph_id,
    count(*) AS n
FROM words
GROUP BY term, paragraph_id
ORDER BY term, paragraph_id;
