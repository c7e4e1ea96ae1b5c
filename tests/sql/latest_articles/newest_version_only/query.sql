-- fjord1 is superseded by fjord2; the undated text comes last.
SELECT
    article_id,
    outlet,
    owner_group,
    source_kind,
    title,
    story,
    published_at,
    published_precision,
    version_no,
    n_paragraphs,
    n_words,
    n_claims,
    removed_share
FROM latest_articles;
