-- About 40 and 41 do not contradict one another; about 40 and 60 do.
UPDATE facts SET modifier = 'about'
WHERE text = 'Forty';

INSERT INTO claims BY NAME
SELECT
    claims.* EXCLUDE (claim_id, sentence_id, article_id),
    'claim:fjord2:crew' AS claim_id,
    'sentence:fjord2:crew' AS sentence_id,
    'fjord2' AS article_id
FROM claims
WHERE claims.claim_id = 'claim:wire1:crew';

INSERT INTO facts BY NAME
SELECT
    facts.* EXCLUDE (fact_id, article_id, sentence_id, value_low, value_high, modifier),
    'fjord2:quantity:crew' AS fact_id,
    'fjord2' AS article_id,
    'sentence:fjord2:crew' AS sentence_id,
    41 AS value_low,
    41 AS value_high
FROM facts
WHERE facts.text = 'Forty';

DELETE FROM claim_relations
WHERE cluster_id = 'cluster:crew';

INSERT INTO claim_relations VALUES
('claim:wire1:crew', 'claim:fjord2:crew', 'cluster:crew', 'conflicts', 'number', 'wrongly', 0.9);
