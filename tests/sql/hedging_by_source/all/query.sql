SELECT *
FROM hedging_by_source;
