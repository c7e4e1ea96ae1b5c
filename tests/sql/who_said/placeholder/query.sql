-- A stock name is shown as what it is.
SELECT
    outlet,
    speaker,
    speaker_flag,
    text
FROM who_said('john doe');
