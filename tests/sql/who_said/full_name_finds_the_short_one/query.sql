-- Each article once, the newest version only.
SELECT *
FROM who_said('ADA BRENN');
