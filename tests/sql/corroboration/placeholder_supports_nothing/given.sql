-- Two papers have the drone from the police, the undated text from John Doe.
INSERT INTO claims BY NAME
SELECT
    given.claim_id,
    given.article_id,
    'cluster:drone' AS cluster_id,
    'A drone was seen, the police said' AS text,
    'asserted' AS certainty,
    'positive' AS polarity
FROM (VALUES ('claim:post1:drone', 'post1'), ('claim:fjord2:drone', 'fjord2')) AS given (claim_id, article_id);

UPDATE claim_clusters SET claim_id = 'claim:post1:drone', n_sources = 2
WHERE cluster_id = 'cluster:drone';

INSERT INTO claim_relations VALUES
('claim:post1:drone', 'claim:fjord2:drone', 'cluster:drone', 'agrees', 'wording', 'both say it', 1.0),
('claim:post1:drone', 'claim:undated:drone', 'cluster:drone', 'agrees', 'wording', 'both say it', 0.7);
