-- Question: which paragraphs speak of these words?
-- Grain: one row is one paragraph of a newest version that has at least one of the words; the best match first.
-- Ranked by BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework, section 3.4) with the usual
-- k1 = 1.2 and b = 0.75.
CREATE OR REPLACE MACRO search(words) AS TABLE -- noqa: CP05
    WITH terms AS (
        SELECT DISTINCT unnest(regexp_extract_all(lower(strip_accents(words)), '[\p{L}\p{N}]+')) AS term
    ),

    corpus AS (
        SELECT
            count(*) AS n_paragraphs,
            avg(paragraphs.n_words) AS n_words
        FROM paragraphs
    ),

    hits AS (
        SELECT
            postings.term,
            postings.paragraph_id,
            postings.n
        FROM postings
        INNER JOIN terms ON postings.term = terms.term
    ),

    weights AS (
        SELECT
            hits.term,
            ln(1 + (any_value(corpus.n_paragraphs) - count(*) + 0.5) / (count(*) + 0.5)) AS idf
        FROM hits
        CROSS JOIN corpus
        GROUP BY hits.term
    ),

    scores AS (
        SELECT
            hits.paragraph_id,
            sum(
                weights.idf * hits.n * 2.2
                / (hits.n + 1.2 * (0.25 + 0.75 * paragraphs.n_words / corpus.n_words))
            ) AS score
        FROM hits
        INNER JOIN weights ON hits.term = weights.term
        INNER JOIN paragraphs ON hits.paragraph_id = paragraphs.paragraph_id
        CROSS JOIN corpus
        GROUP BY hits.paragraph_id
    )

    SELECT
        round(scores.score, 3) AS score,
        coalesce(sources.outlet, articles.source_id) AS outlet,
        articles.published_at,
        articles.title,
        paragraphs.text,
        articles.url,
        paragraphs.paragraph_id
    FROM scores
    INNER JOIN paragraphs ON scores.paragraph_id = paragraphs.paragraph_id
    INNER JOIN articles ON paragraphs.article_id = articles.article_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
    LEFT JOIN sources ON articles.source_id = sources.source_id
    -- A paragraph that repeats an earlier one of its article is found there.
    WHERE paragraphs.duplicate_of IS NULL
    ORDER BY round(scores.score, 3) DESC, paragraphs.paragraph_id ASC;

COMMENT ON MACRO TABLE search IS -- noqa: PRS
'Paragraphs ranked by how well they match the words (BM25), accents and letter case aside.';
