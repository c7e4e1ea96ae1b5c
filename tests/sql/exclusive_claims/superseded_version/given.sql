-- What the old version shared with nobody new is not shared any more: the inquiry is the Fjord Times' alone.
INSERT INTO claims BY NAME
SELECT
    'claim:post1:inquiry' AS claim_id,
    'post1' AS article_id,
    'cluster:inquiry' AS cluster_id,
    'Police opened an inquiry' AS text,
    'asserted' AS certainty,
    'positive' AS polarity;

UPDATE articles SET supersedes_id = 'post1', version_no = 2
WHERE article_id = 'post2';
