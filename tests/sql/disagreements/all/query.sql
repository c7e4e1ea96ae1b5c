-- The conflict with fjord1 is gone, for fjord2 supersedes it; the update from fjord1 to fjord2 stays.
SELECT *
FROM disagreements;
