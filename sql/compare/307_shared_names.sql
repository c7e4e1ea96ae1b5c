-- Which names do both claims of a pair have, and is a person among them beside whom at least one of the two names no
-- other (one boxer stopped two opponents)? Grain: one row a pair that has any.
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
),

persons AS (
    SELECT
        claim_no,
        count(DISTINCT entity_id) AS n
    FROM cmp_claim_fact
    WHERE starts_with(entity_id, 'PER:')
    GROUP BY claim_no
)

SELECT
    both_name.a,
    both_name.b,
    string_agg(DISTINCT cmp_entity.name, ', ' ORDER BY cmp_entity.name) AS names,
    count(DISTINCT both_name.entity_id) AS n_names,
    coalesce(
        count(DISTINCT both_name.entity_id) FILTER (WHERE starts_with(both_name.entity_id, 'PER:'))
        >= least(any_value(persons_a.n), any_value(persons_b.n)),
        FALSE
    ) AS same_person
FROM names_of_both AS both_name
INNER JOIN cmp_entity ON both_name.story_no = cmp_entity.story_no AND both_name.entity_id = cmp_entity.entity_id
LEFT JOIN persons AS persons_a ON both_name.a = persons_a.claim_no
LEFT JOIN persons AS persons_b ON both_name.b = persons_b.claim_no
GROUP BY both_name.a, both_name.b;
