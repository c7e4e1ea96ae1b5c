-- Without a time nobody can say whether it is an update.
SELECT
    relation,
    aspect,
    may_be_update,
    earlier_outlet,
    later_outlet,
    hours_apart
FROM disagreements
WHERE later_outlet = 'unknown:undated.txt';
