-- The Post said fifty at 13:40 and sixty at 15:00; a conditional at 13:40 says nothing.
INSERT INTO claims BY NAME
SELECT
    claims.* EXCLUDE (claim_id, sentence_id, article_id, conditional), -- noqa: RF02
    given.claim_id,
    given.claim_id AS sentence_id,
    given.article_id,
    given.conditional
FROM claims
CROSS JOIN
    (VALUES ('fifty', 'post1', FALSE), ('eighty', 'daily1', TRUE)) AS given (claim_id, article_id, conditional)
WHERE claims.claim_id = 'claim:wire1:crew';

INSERT INTO facts BY NAME
SELECT
    facts.* EXCLUDE (fact_id, sentence_id, text, value_low, value_high), -- noqa: RF02
    given.text AS fact_id,
    given.text AS sentence_id,
    given.text,
    given.number AS value_low,
    given.number AS value_high
FROM facts
CROSS JOIN (VALUES ('fifty', 50), ('eighty', 80)) AS given (text, number)
WHERE facts.text = 'Forty';

INSERT INTO claim_relations VALUES
('claim:wire1:crew', 'fifty', 'cluster:crew', 'conflicts', 'number', '40 against 50', 0.9),
('claim:wire1:crew', 'eighty', 'cluster:crew', 'conflicts', 'number', '40 against 80', 0.9);
