-- A copy of unknown order and the source of a single claim make no chain.
SELECT *
FROM origin_chain;
