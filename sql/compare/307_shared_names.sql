-- Which names do both claims of a pair have? Grain: one row a pair that has any.
CREATE OR REPLACE TEMP TABLE cmp_shared_name AS
SELECT
    pairs.a,
    pairs.b,
    string_agg(DISTINCT entities.name, ', ' ORDER BY entities.name) AS names
FROM cmp_claim_pair AS pairs
INNER JOIN cmp_claim_fact AS one ON pairs.a = one.claim_no
INNER JOIN cmp_claim_fact AS two ON pairs.b = two.claim_no AND one.entity_id = two.entity_id
INNER JOIN entities ON one.entity_id = entities.entity_id
GROUP BY pairs.a, pairs.b;
