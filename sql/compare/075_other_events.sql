-- Which groups of articles are alike and yet tell of different events: the same offence by another person, another
-- fire in another town? Reads the groups of cmp_group and the links of cmp_link between them; a link between two such
-- groups is made so heavy a minus that nothing merges them any more, nor what they have grown into.
CREATE OR REPLACE TEMP TABLE cmp_other_event AS
WITH sizes AS (
    SELECT
        root,
        count(*) AS n
    FROM cmp_group
    GROUP BY root
    -- Of three articles that all name somebody nothing follows for the event.
    HAVING count(*) >= 4
),

links AS (
    SELECT
        cmp_link.a,
        cmp_link.b
    FROM cmp_link
    SEMI JOIN sizes AS one ON cmp_link.a = one.root
    SEMI JOIN sizes AS two ON cmp_link.b = two.root
),

-- Names and numbers: the words of a kind of event are common to all events of that kind.
particulars AS (
    SELECT
        cmp_group.root,
        cmp_story_term.term,
        count(*) AS n
    FROM cmp_group
    INNER JOIN cmp_story_term ON cmp_group.node = cmp_story_term.article_no
    WHERE regexp_matches(cmp_story_term.term, '^(name:|\p{N})')
    GROUP BY cmp_group.root, cmp_story_term.term
),

-- What four tenths of one group's articles have (one more article of nobody counted among them, as of few articles a
-- share says little), and less than a tenth of the other's. Tried on ECB+: .3 to .5, and .05 to .15.
marks AS (
    SELECT
        particulars.root,
        particulars.term
    FROM particulars
    INNER JOIN sizes ON particulars.root = sizes.root
    WHERE particulars.n >= 0.4 * (sizes.n + 1)
),

sides AS (
    SELECT
        a AS root,
        b AS other,
        a,
        b
    FROM links
    UNION ALL
    SELECT
        b AS root,
        a AS other,
        a,
        b
    FROM links
)

SELECT
    sides.a,
    sides.b
FROM sides
INNER JOIN marks ON sides.root = marks.root
INNER JOIN sizes ON sides.other = sizes.root
LEFT JOIN particulars AS there ON sides.other = there.root AND marks.term = there.term
WHERE coalesce(there.n, 0) <= 0.1 * sizes.n
GROUP BY sides.a, sides.b
-- Both have what the other lacks: one alone may only tell more of the same event.
HAVING count(DISTINCT sides.root) = 2;

UPDATE cmp_link
SET total = -1000000000000000
FROM cmp_other_event
WHERE cmp_link.a = cmp_other_event.a AND cmp_link.b = cmp_other_event.b;
