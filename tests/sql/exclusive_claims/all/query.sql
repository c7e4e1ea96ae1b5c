-- Not the school (a conditional has it, too), not the warning (it is denied), not the choir (nobody else tells of it).
SELECT *
FROM exclusive_claims;
