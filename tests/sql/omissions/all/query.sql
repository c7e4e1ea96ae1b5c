-- The wire was out before the images; what the undated text could have known nobody can say.
SELECT *
FROM omissions;
