-- The Post published that day and is silent on the bridge; the fire has no gap; the choir has one teller.
SELECT *
FROM coverage_gaps;
