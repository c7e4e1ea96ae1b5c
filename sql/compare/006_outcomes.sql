-- Which words tell what befell the people counted? One row is one word. The outcomes are those that databases of
-- disasters count apart (dead, missing, injured, evacuated, homeless), and arrests.
CREATE OR REPLACE TEMP TABLE cmp_outcome AS
WITH listed (outcome, words) AS (
    VALUES
    (
        'dead',
        'dead death deaths die died dies dying fatal fatalities fatality kill killed killing kills perish perished'
    ),
    ('injured', 'hurt injure injured injures injuries injuring injury wound wounded wounding wounds'),
    ('missing', 'missing unaccounted'),
    ('evacuated', 'displace displaced displacing evacuate evacuated evacuates evacuating evacuation evacuations'),
    ('homeless', 'homeless homelessness'),
    ('arrested', 'arrest arrested arresting arrests detain detained detaining detains')
)

SELECT
    outcome,
    unnest(string_split(words, ' ')) AS word
FROM listed;

-- Nouns that say no more than that people are counted; with them the outcome tells what is counted.
CREATE OR REPLACE TEMP TABLE cmp_people_word AS
SELECT unnest(string_split('people person persons others victims lives casualties', ' ')) AS word;
