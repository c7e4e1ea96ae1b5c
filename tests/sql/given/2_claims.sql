-- What was extracted from the texts.
CREATE TEMP TABLE given_claims (
    article_id VARCHAR, topic VARCHAR, certainty VARCHAR, speaker_word VARCHAR, text VARCHAR
);

-- The fourth column names the quotation below that carries the claim.
INSERT INTO given_claims VALUES
('wire1', 'silos-headline', 'asserted', NULL, 'Fire destroys two silos'),
('wire1', 'silos', 'asserted', NULL, 'The fire destroyed two silos at the Larkholm terminal.'),
('wire1', 'injured', 'asserted', 'kornhus', 'Three workers were injured'),
('wire1', 'crew', 'asserted', NULL, 'Forty firefighters fought the fire.'),
('wire1', 'warning', 'denied', 'lind', 'Kornhus did not ignore a warning'),
('post1', 'silos', 'asserted', 'witnesses', 'Two silos were destroyed by the fire'),
('post1', 'smoke', 'asserted', 'skyline', 'Satellite images show smoke over the terminal'),
('post2', 'silos', 'asserted', NULL, 'The fire destroyed two silos and a conveyor.'),
('post2', 'crew', 'asserted', NULL, 'Sixty firefighters fought the fire.'),
('post2', 'insurance', 'probable', 'official', 'Insurance for the silos had lapsed'),
('daily1', 'silos', 'asserted', NULL, 'The fire destroyed two silos at the Larkholm terminal.'),
('daily1', 'injured', 'asserted', 'kornhus', 'Three workers were injured'),
('daily1', 'smoke', 'asserted', 'skyline', 'Satellite images show smoke over the terminal'),
('fjord1', 'silos', 'asserted', NULL, 'The blaze levelled two silos'),
('fjord1', 'injured', 'asserted', 'hospital', 'At least five workers were injured'),
('fjord1', 'harbour', 'asserted', NULL, 'The harbour stays open.'),
('fjord2', 'silos', 'asserted', NULL, 'The blaze levelled two silos'),
('fjord2', 'injured', 'asserted', 'hospital', 'At least seven workers were injured'),
('fjord2', 'warning', 'asserted', 'union', 'Kornhus ignored a warning'),
('fjord2', 'school', 'asserted', NULL, 'The school in Larkholm will close on Monday.'),
('fjord2', 'inquiry', 'asserted', NULL, 'Police opened an inquiry.'),
('undated', 'smoke', 'asserted', 'skyline', 'Satellite images show smoke above the terminal'),
('undated', 'school', 'possible', NULL, 'If the wind turns, the school in Larkholm will close on Monday.'),
('undated', 'silos', 'possible', NULL, 'Two silos may have been destroyed.'),
('undated', 'drone', 'asserted', 'doe', 'A drone was seen'),
('wire2', 'bridge', 'asserted', NULL, 'The Sund bridge is closed to lorries until June.'),
('daily2', 'bridge', 'asserted', NULL, 'The Sund bridge is closed to lorries until June.'),
('fjord3', 'bridge', 'asserted', NULL, 'The Sund bridge stays closed to lorries until July.'),
('fjord4', 'choir', 'asserted', NULL, 'The Larkholm choir won the coast prize.');

-- The claim that the newest version dropped has no cluster.
INSERT INTO claims BY NAME
WITH placed AS (
    SELECT
        given_claims.*,
        articles.published_at,
        strpos(articles.raw_text, given_claims.text) - 1 AS start_char,
        strpos(articles.raw_text, given_claims.text) - 1 + length(given_claims.text) AS end_char
    FROM given_claims
    INNER JOIN articles ON given_claims.article_id = articles.article_id
)

SELECT
    'claim:' || placed.article_id || ':' || placed.topic AS claim_id,
    placed.article_id,
    paragraphs.paragraph_id,
    'sentence:' || placed.article_id || ':' || placed.topic AS sentence_id,
    placed.start_char,
    placed.end_char,
    placed.text,
    placed.certainty,
    CASE placed.certainty WHEN 'asserted' THEN 3 WHEN 'probable' THEN 2 WHEN 'possible' THEN 1 ELSE -3 END
        AS certainty_score,
    if(placed.certainty = 'denied', 'negative', 'positive') AS polarity,
    starts_with(placed.text, 'If ') AS conditional,
    ends_with(placed.topic, '-headline') AS is_headline,
    placed.published_at AS as_of,
    placed.article_id || ':quotation:' || placed.speaker_word AS source_fact_id,
    if(placed.topic = 'harbour', NULL, 'cluster:' || string_split(placed.topic, '-')[1]) AS cluster_id
FROM placed
INNER JOIN paragraphs
    ON
        placed.article_id = paragraphs.article_id
        AND placed.start_char >= paragraphs.start_char
        AND placed.start_char < paragraphs.end_char;

DROP TABLE given_claims;

-- A sentence per claim is enough here.
INSERT INTO sentences
SELECT
    sentence_id,
    paragraph_id,
    article_id,
    row_number() OVER (PARTITION BY article_id ORDER BY start_char) - 1 AS position,
    start_char,
    end_char,
    text
FROM claims;

CREATE TEMP TABLE given_facts (
    article_id VARCHAR, kind VARCHAR, word VARCHAR, text VARCHAR, form VARCHAR, speaker VARCHAR,
    speaker_entity_id VARCHAR, speaker_flag VARCHAR, cue VARCHAR, via VARCHAR, value_low DOUBLE, value_high DOUBLE,
    modifier VARCHAR, object VARCHAR, type VARCHAR, entity VARCHAR, entity_id VARCHAR, cited VARCHAR, cited_kind VARCHAR
);

-- What is said is the text of the claim, except for the fire chief's words.
INSERT INTO given_facts (article_id, kind, word, form, speaker, speaker_entity_id, speaker_flag, cue, via) VALUES
('wire1', 'quotation', 'kornhus', 'indirect', 'Kornhus', 'ORG:kornhus', 'named', 'said', NULL),
('wire1', 'quotation', 'brenn', 'direct', 'Ada Brenn', 'PER:ada brenn', 'named', 'told', 'Northern Wire'),
('wire1', 'quotation', 'lind', 'indirect', 'Tore Lind', 'PER:tore lind', 'named', 'said', NULL),
('post1', 'quotation', 'witnesses', 'indirect', 'witnesses', NULL, 'anonymous', 'said', NULL),
('post1', 'quotation', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'said', NULL),
('post2', 'quotation', 'official', 'indirect', 'an official', NULL, 'anonymous', 'said', NULL),
('daily1', 'quotation', 'kornhus', 'indirect', 'Kornhus', 'ORG:kornhus', 'named', 'said', NULL),
(
    'daily1', 'quotation', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'told',
    'Harbour Post'
),
('fjord1', 'quotation', 'hospital', 'indirect', 'the hospital', NULL, 'named', 'said', NULL),
('fjord1', 'quotation', 'brenn', 'direct', 'Brenn', 'PER:ada brenn', 'named', 'said', NULL),
('fjord2', 'quotation', 'hospital', 'indirect', 'the hospital', NULL, 'named', 'said', NULL),
('fjord2', 'quotation', 'brenn', 'direct', 'Brenn', 'PER:ada brenn', 'named', 'said', NULL),
('fjord2', 'quotation', 'union', 'indirect', 'the union', NULL, 'named', 'said', NULL),
(
    'undated', 'quotation', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'according to',
    NULL
),
('undated', 'quotation', 'doe', 'indirect', 'John Doe', NULL, 'placeholder', 'said', NULL);

UPDATE given_facts SET text = claims.text
FROM claims
WHERE claims.source_fact_id = given_facts.article_id || ':quotation:' || given_facts.word;

UPDATE given_facts SET text = 'We had the fire under control by noon'
WHERE word = 'brenn' AND article_id = 'wire1';

UPDATE given_facts SET text = 'We had the blaze under control by noon'
WHERE word = 'brenn' AND article_id <> 'wire1';

INSERT INTO given_facts (article_id, kind, word, value_low, value_high, modifier, object, text) VALUES
('wire1', 'quantity', 'workers', 3, 3, 'exact', 'workers', 'Three'),
('wire1', 'quantity', 'firefighters', 40, 40, 'exact', 'firefighters', 'Forty'),
('post2', 'quantity', 'firefighters', 60, 60, 'exact', 'firefighters', 'Sixty'),
('daily1', 'quantity', 'workers', 3, 3, 'exact', 'workers', 'Three'),
('fjord1', 'quantity', 'workers', 5, NULL, 'at least', 'workers', 'five'),
('fjord2', 'quantity', 'workers', 7, NULL, 'at least', 'workers', 'seven');

INSERT INTO given_facts (article_id, kind, word, text, type, entity, entity_id) VALUES
('wire1', 'mention', 'brenn-name', 'Ada Brenn', 'PER', 'Ada Brenn', 'PER:ada brenn'),
('fjord1', 'mention', 'brenn-name', 'Brenn', 'PER', 'Ada Brenn', 'PER:ada brenn'),
('fjord2', 'mention', 'brenn-name', 'Brenn', 'PER', 'Ada Brenn', 'PER:ada brenn');

INSERT INTO given_facts (article_id, kind, word, text, cited, cited_kind) VALUES
('daily1', 'citation', 'wire', 'Northern Wire', 'Northern Wire', 'agency');

INSERT INTO facts BY NAME
WITH placed AS (
    SELECT
        given_facts.*,
        strpos(articles.raw_text, given_facts.text) - 1 AS start_char,
        strpos(articles.raw_text, given_facts.text) - 1 + length(given_facts.text) AS end_char
    FROM given_facts
    INNER JOIN articles ON given_facts.article_id = articles.article_id
)

SELECT
    placed.article_id || ':' || placed.kind || ':' || placed.word AS fact_id,
    placed.* EXCLUDE (word), -- noqa: RF02
    sentences.sentence_id,
    'given' AS rule,
    1.0 AS confidence
FROM placed
LEFT JOIN sentences
    ON
        placed.article_id = sentences.article_id
        AND placed.start_char >= sentences.start_char
        AND placed.start_char < sentences.end_char;

DROP TABLE given_facts;
