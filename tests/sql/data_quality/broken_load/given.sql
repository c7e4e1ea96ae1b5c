-- An article that is missing, one that is there twice, one whose text was changed; a cluster without grounds.
DELETE FROM articles
WHERE article_id = 'wire2';

INSERT INTO articles
SELECT *
FROM articles
WHERE article_id = 'fjord4';

UPDATE articles SET raw_text = 'x' || raw_text, story_id = NULL
WHERE article_id = 'undated';

UPDATE claim_clusters SET status = 'corroborated'
WHERE cluster_id = 'cluster:smoke';

DELETE FROM claim_clusters
WHERE cluster_id = 'cluster:drone';

DELETE FROM paragraphs
WHERE article_id = 'fjord3';

UPDATE validation_results SET run_id = '20240504T200000-1';
