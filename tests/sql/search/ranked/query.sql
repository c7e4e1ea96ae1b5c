-- fjord1 has the words, too, but is superseded.
SELECT
    score,
    paragraph_id,
    text
FROM search('Sîlos, FIRE, silos!');
