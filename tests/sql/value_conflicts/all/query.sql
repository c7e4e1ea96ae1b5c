-- An update (injured) and a conflict (crew).
SELECT *
FROM value_conflicts;
