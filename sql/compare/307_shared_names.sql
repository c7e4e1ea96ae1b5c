-- Which names do both claims of a pair have? Grain: one row a pair that has any.
CREATE OR REPLACE TEMP TABLE cmp_shared_name AS
WITH names_of_a AS MATERIALIZED (
    SELECT DISTINCT
        cmp_claim_pair.a,
        cmp_claim_pair.b,
        cmp_claim_fact.story_no,
        cmp_claim_fact.entity_id
    FROM cmp_claim_pair
    INNER JOIN cmp_claim_fact ON cmp_claim_pair.a = cmp_claim_fact.claim_no
    WHERE cmp_claim_fact.entity_id IS NOT NULL
),

names_of_both AS MATERIALIZED (
    SELECT DISTINCT
        one.a,
        one.b,
        one.story_no,
        one.entity_id
    FROM names_of_a AS one
    INNER JOIN cmp_claim_fact AS two ON one.b = two.claim_no AND one.entity_id = two.entity_id
)

SELECT
    both_name.a,
    both_name.b,
    string_agg(DISTINCT cmp_entity.name, ', ' ORDER BY cmp_entity.name) AS names
FROM names_of_both AS both_name
INNER JOIN cmp_entity ON both_name.story_no = cmp_entity.story_no AND both_name.entity_id = cmp_entity.entity_id
GROUP BY both_name.a, both_name.b;
