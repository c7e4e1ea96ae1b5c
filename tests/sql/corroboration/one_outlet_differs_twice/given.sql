-- The Fjord Times gives July in two articles and is named once.
INSERT INTO claims BY NAME
SELECT
    'claim:fjord4:bridge' AS claim_id,
    'fjord4' AS article_id,
    'cluster:bridge' AS cluster_id,
    'Lorries wait for the Sund bridge until July' AS text,
    'asserted' AS certainty,
    'positive' AS polarity;

INSERT INTO claim_relations VALUES
('claim:wire2:bridge', 'claim:fjord4:bridge', 'cluster:bridge', 'conflicts', 'date', 'June against July', 0.8);
