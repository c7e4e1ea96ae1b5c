SELECT
    article_id,
    path
FROM origin_chain;
