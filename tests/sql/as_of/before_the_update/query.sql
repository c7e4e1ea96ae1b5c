-- At 18:00 the second version was not out; the undated text and the one with a day only were not certainly out.
SELECT *
FROM as_of('2024-05-03 18:00');
