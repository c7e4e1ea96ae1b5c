-- Which documents are compared, in which order? Grain: one row an article, with a small number for joins.
CREATE OR REPLACE TEMP TABLE cmp_article AS
SELECT
    row_number() OVER (ORDER BY articles.article_id) AS article_no,
    articles.article_id,
    articles.source_id,
    coalesce(sources.owner_group, articles.source_id) AS owner_group,
    sources.outlet,
    coalesce(sources.kind, 'unknown') AS source_kind,
    articles.canonical_url,
    articles.content_sha256,
    articles.title,
    articles.published_at,
    articles.published_precision,
    articles.fetched_at
FROM articles
LEFT JOIN sources ON articles.source_id = sources.source_id;

-- Grain: one row a kept paragraph.
CREATE OR REPLACE TEMP TABLE cmp_paragraph AS
SELECT
    row_number() OVER (ORDER BY paragraphs.paragraph_id) AS paragraph_no,
    paragraphs.paragraph_id,
    cmp_article.article_no,
    paragraphs.position,
    paragraphs.kind,
    paragraphs.duplicate_of,
    cmp_words(paragraphs.text) AS words
FROM paragraphs
INNER JOIN cmp_article ON paragraphs.article_id = cmp_article.article_id;

-- Grain: one row a word of a paragraph, in order.
CREATE OR REPLACE TEMP TABLE cmp_word AS
SELECT
    paragraph_no,
    article_no,
    unnest(words) AS word,
    generate_subscripts(words, 1) AS word_no
FROM cmp_paragraph;
