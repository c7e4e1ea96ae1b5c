-- House text of one outlet (fjord1, fjord2) is no reuse; with an unknown date there is no lag.
SELECT *
FROM text_reuse_pairs;
