-- "If it rains, the bridge is closed" supports nothing, even where the wordings agree.
INSERT INTO claims BY NAME
SELECT
    'claim:fjord4:bridge' AS claim_id,
    'fjord4' AS article_id,
    'cluster:bridge' AS cluster_id,
    'If it rains, the bridge is closed' AS text,
    'possible' AS certainty,
    'positive' AS polarity,
    TRUE AS conditional;

INSERT INTO claim_relations VALUES
('claim:wire2:bridge', 'claim:fjord4:bridge', 'cluster:bridge', 'agrees', 'wording', 'both say it', 0.8);
