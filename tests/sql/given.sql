-- The corpus that every golden case starts from: three invented stories, five outlets, eleven article versions.
--
-- silo    A fire at a grain terminal, told by a wire, two papers of one owner, another paper, and a text that names
--         neither outlet nor date.
-- bridge  A bridge is closed, told by the wire, one paper of that owner, and the other paper, which gives a day only.
-- choir   A choir wins a prize, told by one paper.
--
-- The traps: post1 and post2 are one outlet twice; cluster:smoke is an echo of one image supplier, and claim:daily1:smoke
-- has three attributions; fjord2 is a later version of fjord1 and updates the wire's number; cluster:school is a
-- conditional in the undated text; cluster:warning is denied; cluster:drone rests on a placeholder speaker.
--
-- Spans are not written down but looked up: a text stands where it first occurs in its article.
INSERT INTO sources VALUES
('northernwire.example', 'Northern Wire', 'northernwire.example', 'Northern Wire', 'wire'),
('harbourpost.example', 'Harbour Post', 'harbourpost.example', 'Larkholm Media', 'outlet'),
('larkholmdaily.example', 'Larkholm Daily', 'larkholmdaily.example', 'Larkholm Media', 'outlet'),
('fjordtimes.example', 'The Fjord Times', 'fjordtimes.example', 'Fjord Press', 'outlet'),
('unknown:undated.txt', NULL, NULL, 'unknown:undated.txt', 'unknown');

INSERT INTO stories VALUES
('story:silo', 'Fire destroys two silos at Larkholm', '2024-05-03 13:10:00', '2024-05-03 17:00:00', 6, 5),
('story:bridge', 'Sund bridge closed to lorries', '2024-05-03 07:00:00', '2024-05-03 09:00:00', 3, 3),
('story:choir', 'Larkholm choir wins prize', '2024-05-04 10:00:00', '2024-05-04 10:00:00', 1, 1);

CREATE TEMP TABLE given_articles (
    article_id VARCHAR, source_id VARCHAR, story VARCHAR, title VARCHAR, published_at TIMESTAMP, published_precision VARCHAR,
    fetched_at TIMESTAMP, supersedes_id VARCHAR, raw_text VARCHAR
);

INSERT INTO given_articles VALUES
(
    'wire1', 'northernwire.example', 'silo', 'Fire destroys two silos', '2024-05-03 13:10:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'Home » News 🔥

Fire destroys two silos

The fire destroyed two silos at the Larkholm terminal. Three workers were injured, the operator Kornhus said.

“We had the fire under control by noon,” fire chief Ada Brenn told Northern Wire. Forty firefighters fought the fire.

Kornhus did not ignore a warning, spokesman Tore Lind said.'
),
(
    'post1', 'harbourpost.example', 'silo', 'Silos burn', '2024-05-03 13:40:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'Share this article

Two silos were destroyed by the fire, witnesses said. Satellite images show smoke over the terminal, Skyline Imaging said.'
),
(
    'post2', 'harbourpost.example', 'silo', 'What we know', '2024-05-03 15:00:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'Share this article

The fire destroyed two silos and a conveyor. Sixty firefighters fought the fire.

Insurance for the silos had lapsed, an official who asked not to be named said.'
),
(
    'daily1', 'larkholmdaily.example', 'silo', 'Terminal on fire', '2024-05-03 14:05:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'The fire destroyed two silos at the Larkholm terminal. Three workers were injured, the operator Kornhus said.

Satellite images show smoke over the terminal, Skyline Imaging told the Harbour Post.

Source: Northern Wire'
),
(
    'fjord1', 'fjordtimes.example', 'silo', 'Blaze levels silos', '2024-05-03 17:00:00', 'minute',
    '2024-05-03 17:30:00', NULL,
    'The blaze levelled two silos, our reporter saw. At least five workers were injured, the hospital said.

“We had the blaze under control by noon,” Brenn said. The harbour stays open.'
),
(
    'fjord2', 'fjordtimes.example', 'silo', 'Blaze levels silos', '2024-05-03 17:00:00', 'minute',
    '2024-05-03 21:00:00', 'fjord1',
    'The blaze levelled two silos, our reporter saw. At least seven workers were injured, the hospital said.

“We had the blaze under control by noon,” Brenn said. Kornhus ignored a warning, the union said.

The school in Larkholm will close on Monday. Police opened an inquiry.'
),
(
    'undated', 'unknown:undated.txt', 'silo', 'Terminal fire', NULL, NULL,
    NULL, NULL,
    'Satellite images show smoke above the terminal, according to Skyline Imaging.

If the wind turns, the school in Larkholm will close on Monday. A drone was seen, John Doe said.

Two silos may have been destroyed.'
),
(
    'wire2', 'northernwire.example', 'bridge', 'Sund bridge closed', '2024-05-03 07:00:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'The Sund bridge is closed to lorries until June.'
),
(
    'daily2', 'larkholmdaily.example', 'bridge', 'No lorries on Sund bridge', '2024-05-03 09:00:00', 'minute',
    '2024-05-03 20:00:00', NULL,
    'The Sund bridge is closed to lorries until June.'
),
(
    'fjord3', 'fjordtimes.example', 'bridge', 'Sund bridge', '2024-05-03 00:00:00', 'day',
    '2024-05-03 20:00:00', NULL,
    'The Sund bridge stays closed to lorries until July.'
),
(
    'fjord4', 'fjordtimes.example', 'choir', 'Choir wins', '2024-05-04 10:00:00', 'minute',
    '2024-05-04 20:00:00', NULL,
    'The Larkholm choir won the coast prize.'
);

INSERT INTO articles BY NAME
SELECT
    article_id,
    article_id || '.txt' AS input_id,
    source_id,
    if(source_id LIKE 'unknown:%', 'none', 'given') AS source_method,
    'story:' || story AS story_id,
    if(source_id LIKE 'unknown:%', NULL, 'https://' || source_id || '/' || article_id) AS url,
    title,
    'en' AS language,
    published_at,
    published_precision,
    if(published_at IS NULL, NULL, 'given') AS published_method,
    fetched_at,
    if(supersedes_id IS NULL, 1, 2) AS version_no,
    supersedes_id,
    'sha-of-' || article_id AS content_sha256,
    'text/plain' AS media_type,
    raw_text,
    length(raw_text) AS n_chars
FROM given_articles;

DROP TABLE given_articles;

INSERT INTO removed_spans
SELECT
    article_id,
    strpos(raw_text, removed) - 1 AS start_char,
    strpos(raw_text, removed) - 1 + length(removed) AS end_char,
    kind,
    rule,
    score,
    removed AS text
FROM (
    VALUES
    ('Home » News 🔥', 'navigation', 'line_model', 0.98),
    ('Share this article', 'share', 'line_model', 0.91),
    ('Source: Northern Wire', 'other', 'citation_line', 0.6)
) AS given (removed, kind, rule, score)
INNER JOIN articles ON contains(raw_text, removed);

INSERT INTO paragraphs
SELECT
    article_id || ':paragraph:' || position AS paragraph_id,
    article_id,
    position,
    if(text = title, 'headline', 'body') AS kind,
    NULL AS speaker,
    strpos(raw_text, text) - 1 AS start_char,
    strpos(raw_text, text) - 1 + length(text) AS end_char,
    text,
    length(regexp_extract_all(text, '[\p{L}\p{N}]+')) AS n_words,
    NULL AS duplicate_of
FROM (
    SELECT
        article_id,
        title,
        raw_text,
        unnest(string_split(raw_text, chr(10) || chr(10))) AS text,
        generate_subscripts(string_split(raw_text, chr(10) || chr(10)), 1) - 1 AS position
    FROM articles
)
WHERE (article_id, text) NOT IN (SELECT (removed_spans.article_id, removed_spans.text) FROM removed_spans);

INSERT INTO postings
SELECT
    term,
    paragraph_id,
    count(*) AS n
FROM (SELECT paragraph_id, unnest(regexp_extract_all(lower(strip_accents(text)), '[\p{L}\p{N}]+')) AS term FROM paragraphs)
GROUP BY term, paragraph_id;

CREATE TEMP TABLE given_claims (
    article_id VARCHAR, topic VARCHAR, certainty VARCHAR, polarity VARCHAR, conditional BOOLEAN, is_headline BOOLEAN,
    source_fact_id VARCHAR, text VARCHAR
);

-- A claim's source is a fact below: its article, kind and a word.
INSERT INTO given_claims VALUES
('wire1', 'silos-headline', 'asserted', 'positive', FALSE, TRUE, NULL, 'Fire destroys two silos'),
('wire1', 'silos', 'asserted', 'positive', FALSE, FALSE, NULL, 'The fire destroyed two silos at the Larkholm terminal.'),
('wire1', 'injured', 'asserted', 'positive', FALSE, FALSE, 'wire1:quotation:kornhus', 'Three workers were injured'),
('wire1', 'crew', 'asserted', 'positive', FALSE, FALSE, NULL, 'Forty firefighters fought the fire.'),
('wire1', 'warning', 'denied', 'negative', FALSE, FALSE, 'wire1:quotation:lind', 'Kornhus did not ignore a warning'),
('post1', 'silos', 'asserted', 'positive', FALSE, FALSE, 'post1:quotation:witnesses', 'Two silos were destroyed by the fire'),
('post1', 'smoke', 'asserted', 'positive', FALSE, FALSE, 'post1:quotation:skyline', 'Satellite images show smoke over the terminal'),
('post2', 'silos', 'asserted', 'positive', FALSE, FALSE, NULL, 'The fire destroyed two silos and a conveyor.'),
('post2', 'crew', 'asserted', 'positive', FALSE, FALSE, NULL, 'Sixty firefighters fought the fire.'),
('post2', 'insurance', 'probable', 'positive', FALSE, FALSE, 'post2:quotation:official', 'Insurance for the silos had lapsed'),
('daily1', 'silos', 'asserted', 'positive', FALSE, FALSE, NULL, 'The fire destroyed two silos at the Larkholm terminal.'),
('daily1', 'injured', 'asserted', 'positive', FALSE, FALSE, 'daily1:quotation:kornhus', 'Three workers were injured'),
('daily1', 'smoke', 'asserted', 'positive', FALSE, FALSE, 'daily1:quotation:skyline', 'Satellite images show smoke over the terminal'),
('fjord1', 'silos', 'asserted', 'positive', FALSE, FALSE, NULL, 'The blaze levelled two silos'),
('fjord1', 'injured', 'asserted', 'positive', FALSE, FALSE, 'fjord1:quotation:hospital', 'At least five workers were injured'),
('fjord1', 'harbour', 'asserted', 'positive', FALSE, FALSE, NULL, 'The harbour stays open.'),
('fjord2', 'silos', 'asserted', 'positive', FALSE, FALSE, NULL, 'The blaze levelled two silos'),
('fjord2', 'injured', 'asserted', 'positive', FALSE, FALSE, 'fjord2:quotation:hospital', 'At least seven workers were injured'),
('fjord2', 'warning', 'asserted', 'positive', FALSE, FALSE, 'fjord2:quotation:union', 'Kornhus ignored a warning'),
('fjord2', 'school', 'asserted', 'positive', FALSE, FALSE, NULL, 'The school in Larkholm will close on Monday.'),
('fjord2', 'inquiry', 'asserted', 'positive', FALSE, FALSE, NULL, 'Police opened an inquiry.'),
('undated', 'smoke', 'asserted', 'positive', FALSE, FALSE, 'undated:quotation:skyline', 'Satellite images show smoke above the terminal'),
('undated', 'school', 'possible', 'positive', TRUE, FALSE, NULL, 'If the wind turns, the school in Larkholm will close on Monday.'),
('undated', 'silos', 'possible', 'positive', FALSE, FALSE, NULL, 'Two silos may have been destroyed.'),
('undated', 'drone', 'asserted', 'positive', FALSE, FALSE, 'undated:quotation:doe', 'A drone was seen'),
('wire2', 'bridge', 'asserted', 'positive', FALSE, FALSE, NULL, 'The Sund bridge is closed to lorries until June.'),
('daily2', 'bridge', 'asserted', 'positive', FALSE, FALSE, NULL, 'The Sund bridge is closed to lorries until June.'),
('fjord3', 'bridge', 'asserted', 'positive', FALSE, FALSE, NULL, 'The Sund bridge stays closed to lorries until July.'),
('fjord4', 'choir', 'asserted', 'positive', FALSE, FALSE, NULL, 'The Larkholm choir won the coast prize.');

-- A sentence per claim is enough here. The claim that the newest version dropped has no cluster.
INSERT INTO claims BY NAME
SELECT
    'claim:' || article_id || ':' || topic AS claim_id,
    article_id,
    paragraph_id,
    'sentence:' || article_id || ':' || topic AS sentence_id,
    strpos(raw_text, given_claims.text) - 1 AS start_char,
    strpos(raw_text, given_claims.text) - 1 + length(given_claims.text) AS end_char,
    given_claims.text,
    certainty,
    CASE certainty WHEN 'asserted' THEN 3 WHEN 'probable' THEN 2 WHEN 'possible' THEN 1 WHEN 'denied' THEN -3 END
        AS certainty_score,
    polarity,
    conditional,
    is_headline,
    published_at AS as_of,
    source_fact_id,
    if(topic = 'harbour', NULL, 'cluster:' || string_split(topic, '-')[1]) AS cluster_id
FROM given_claims
INNER JOIN articles USING (article_id)
INNER JOIN paragraphs USING (article_id)
WHERE
    strpos(raw_text, given_claims.text) - 1 >= paragraphs.start_char
    AND strpos(raw_text, given_claims.text) - 1 < paragraphs.end_char;

DROP TABLE given_claims;

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
    article_id VARCHAR, kind VARCHAR, word VARCHAR, text VARCHAR, form VARCHAR, speaker VARCHAR, speaker_entity_id VARCHAR,
    speaker_flag VARCHAR, cue VARCHAR, via VARCHAR, value_low DOUBLE, value_high DOUBLE, modifier VARCHAR, object VARCHAR,
    type VARCHAR, entity VARCHAR, entity_id VARCHAR, cited VARCHAR, cited_kind VARCHAR
);

INSERT INTO given_facts BY NAME
SELECT
    article_id, 'quotation' AS kind, word, form, speaker, speaker_entity_id, speaker_flag, cue, via, text
FROM (
    VALUES
    ('wire1', 'kornhus', 'indirect', 'Kornhus', 'ORG:kornhus', 'named', 'said', NULL, 'Three workers were injured'),
    ('wire1', 'brenn', 'direct', 'Ada Brenn', 'PER:ada brenn', 'named', 'told', 'Northern Wire',
    'We had the fire under control by noon'),
    ('wire1', 'lind', 'indirect', 'Tore Lind', 'PER:tore lind', 'named', 'said', NULL, 'Kornhus did not ignore a warning'),
    ('post1', 'witnesses', 'indirect', 'witnesses', NULL, 'anonymous', 'said', NULL, 'Two silos were destroyed by the fire'),
    ('post1', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'said', NULL,
    'Satellite images show smoke over the terminal'),
    ('post2', 'official', 'indirect', 'an official', NULL, 'anonymous', 'said', NULL, 'Insurance for the silos had lapsed'),
    ('daily1', 'kornhus', 'indirect', 'Kornhus', 'ORG:kornhus', 'named', 'said', NULL, 'Three workers were injured'),
    ('daily1', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'told', 'Harbour Post',
    'Satellite images show smoke over the terminal'),
    ('fjord1', 'hospital', 'indirect', 'the hospital', NULL, 'named', 'said', NULL, 'At least five workers were injured'),
    ('fjord1', 'brenn', 'direct', 'Brenn', 'PER:ada brenn', 'named', 'said', NULL, 'We had the blaze under control by noon'),
    ('fjord2', 'hospital', 'indirect', 'the hospital', NULL, 'named', 'said', NULL, 'At least seven workers were injured'),
    ('fjord2', 'brenn', 'direct', 'Brenn', 'PER:ada brenn', 'named', 'said', NULL, 'We had the blaze under control by noon'),
    ('fjord2', 'union', 'indirect', 'the union', NULL, 'named', 'said', NULL, 'Kornhus ignored a warning'),
    ('undated', 'skyline', 'indirect', 'Skyline Imaging', 'ORG:skyline imaging', 'named', 'according to', NULL,
    'Satellite images show smoke above the terminal'),
    ('undated', 'doe', 'indirect', 'John Doe', NULL, 'placeholder', 'said', NULL, 'A drone was seen')
) AS given (article_id, word, form, speaker, speaker_entity_id, speaker_flag, cue, via, text);

INSERT INTO given_facts BY NAME
SELECT
    article_id, 'quantity' AS kind, object AS word, value_low, value_high, modifier, object, text
FROM (
    VALUES
    ('wire1', 3, 3, 'exact', 'workers', 'Three'),
    ('wire1', 40, 40, 'exact', 'firefighters', 'Forty'),
    ('post2', 60, 60, 'exact', 'firefighters', 'Sixty'),
    ('daily1', 3, 3, 'exact', 'workers', 'Three'),
    ('fjord1', 5, NULL, 'at least', 'workers', 'five'),
    ('fjord2', 7, NULL, 'at least', 'workers', 'seven')
) AS given (article_id, value_low, value_high, modifier, object, text);

INSERT INTO given_facts BY NAME
SELECT
    article_id, 'mention' AS kind, text AS word, 'PER' AS type, 'Ada Brenn' AS entity, 'PER:ada brenn' AS entity_id, text
FROM (VALUES ('wire1', 'Ada Brenn'), ('fjord1', 'Brenn'), ('fjord2', 'Brenn')) AS given (article_id, text);

INSERT INTO given_facts BY NAME
SELECT 'daily1' AS article_id, 'citation' AS kind, 'wire' AS word, 'Northern Wire' AS cited, 'agency' AS cited_kind,
    'Northern Wire' AS text;

INSERT INTO facts BY NAME
SELECT
    article_id || ':' || kind || ':' || word AS fact_id,
    given_facts.* EXCLUDE (word, text),
    sentence_id,
    strpos(raw_text, given_facts.text) - 1 AS start_char,
    strpos(raw_text, given_facts.text) - 1 + length(given_facts.text) AS end_char,
    given_facts.text,
    'given' AS rule,
    1.0 AS confidence
FROM given_facts
INNER JOIN articles USING (article_id)
LEFT JOIN sentences
    ON
        given_facts.article_id = sentences.article_id
        AND strpos(raw_text, given_facts.text) - 1 >= sentences.start_char
        AND strpos(raw_text, given_facts.text) - 1 < sentences.end_char;

DROP TABLE given_facts;

-- The counts are over those who agree with the cluster's wording.
INSERT INTO claim_clusters BY NAME
SELECT
    'cluster:' || topic AS cluster_id,
    story_id,
    text,
    claim_id,
    n_articles,
    n_sources,
    n_owner_groups,
    n_origins,
    status
FROM (
    VALUES
    ('silos', 'wire1', 5, 4, 3, 3, 'corroborated'),
    ('smoke', 'post1', 3, 3, 2, 1, 'echo'),
    ('injured', 'wire1', 2, 2, 2, 1, 'update'),
    ('crew', 'wire1', 1, 1, 1, 1, 'conflict'),
    ('warning', 'fjord2', 1, 1, 1, 1, 'conflict'),
    ('bridge', 'wire2', 2, 2, 2, 1, 'conflict'),
    ('school', 'fjord2', 1, 1, 1, 1, 'single_source'),
    ('drone', 'undated', 1, 1, 1, 1, 'single_source'),
    ('insurance', 'post2', 1, 1, 1, 1, 'single_source'),
    ('inquiry', 'fjord2', 1, 1, 1, 1, 'single_source'),
    ('choir', 'fjord4', 1, 1, 1, 1, 'single_source')
) AS given (topic, article_id, n_articles, n_sources, n_owner_groups, n_origins, status)
INNER JOIN claims ON claims.claim_id = 'claim:' || given.article_id || ':' || topic
INNER JOIN articles ON given.article_id = articles.article_id;

INSERT INTO claim_relations
SELECT
    'claim:' || one || ':' || topic AS claim_a,
    'claim:' || two || ':' || topic AS claim_b,
    'cluster:' || topic AS cluster_id,
    relation,
    aspect,
    reason,
    score
FROM (
    VALUES
    ('silos', 'wire1', 'post1', 'agrees', 'wording', 'both say it', 0.7),
    ('silos', 'wire1', 'daily1', 'agrees', 'wording', 'both say it', 1.0),
    ('silos', 'wire1', 'post2', 'agrees', 'wording', 'both say it', 0.8),
    ('silos', 'wire1', 'fjord2', 'agrees', 'wording', 'both say it', 0.5),
    ('silos', 'wire1', 'undated', 'vague', 'wording', 'the later report holds possible what the other states', 0.5),
    ('smoke', 'post1', 'daily1', 'agrees', 'wording', 'both say it', 1.0),
    ('smoke', 'post1', 'undated', 'agrees', 'wording', 'both say it', 0.8),
    ('injured', 'wire1', 'daily1', 'agrees', 'number', 'both say it with 3', 1.0),
    ('injured', 'wire1', 'fjord2', 'updates', 'number', '3 against at least 7; the later report is 4 hours newer', 0.7),
    ('injured', 'daily1', 'fjord2', 'updates', 'number', '3 against at least 7; the later report is 3 hours newer', 0.7),
    ('injured', 'fjord1', 'fjord2', 'updates', 'number', 'at least 5 against at least 7; a later version', 0.9),
    ('injured', 'wire1', 'fjord1', 'conflicts', 'number', '3 against at least 5', 0.7),
    ('crew', 'wire1', 'post2', 'conflicts', 'number', '40 against 60; the later report is 2 hours newer', 0.9),
    ('warning', 'wire1', 'fjord2', 'conflicts', 'polarity', 'the earlier report denies what the other states', 0.9),
    ('bridge', 'wire2', 'daily2', 'agrees', 'wording', 'both say it', 1.0),
    ('bridge', 'fjord3', 'wire2', 'conflicts', 'date', 'July against June', 0.8)
) AS given (topic, one, two, relation, aspect, reason, score);

INSERT INTO entities VALUES
('PER:ada brenn', 'Ada Brenn', 'PER', 2, 2),
('ORG:kornhus', 'Kornhus', 'ORG', 5, 3),
('ORG:skyline imaging', 'Skyline Imaging', 'ORG', 3, 3);

INSERT INTO entity_aliases VALUES
('PER:ada brenn', 'Ada Brenn', 'canonical', 1),
('PER:ada brenn', 'Brenn', 'article', 1),
('ORG:kornhus', 'Kornhus', 'canonical', 5),
('ORG:skyline imaging', 'Skyline Imaging', 'canonical', 3);

INSERT INTO text_reuse VALUES
('wire1:paragraph:2', 'daily1:paragraph:0', 'wire1', 'daily1', 'cross_source', 'verbatim', TRUE, 1.0, 1.0),
('wire2:paragraph:0', 'daily2:paragraph:0', 'wire2', 'daily2', 'cross_source', 'verbatim', TRUE, 1.0, 1.0),
('daily1:paragraph:1', 'undated:paragraph:0', 'daily1', 'undated', 'cross_source', 'rewritten', FALSE, 0.6, 0.4),
('fjord1:paragraph:0', 'fjord2:paragraph:0', 'fjord1', 'fjord2', 'source', 'near', TRUE, 0.8, 0.7);

INSERT INTO origins BY NAME
SELECT
    given.subject_kind,
    given.subject_id,
    given.article_id,
    given.origin_kind || ':' || lower(given.origin_name) AS origin_id,
    given.origin_kind,
    given.origin_name,
    facts.start_char,
    facts.end_char,
    given.method,
    given.fact_id
FROM (
    VALUES
    ('claim', 'claim:wire1:injured', 'wire1', 'official', 'Kornhus', 'cited', 'wire1:quotation:kornhus'),
    ('claim', 'claim:post1:smoke', 'post1', 'image_supplier', 'Skyline Imaging', 'cited', 'post1:quotation:skyline'),
    ('claim', 'claim:daily1:smoke', 'daily1', 'image_supplier', 'Skyline Imaging', 'cited', 'daily1:quotation:skyline'),
    ('claim', 'claim:daily1:smoke', 'daily1', 'outlet', 'Harbour Post', 'cited', 'daily1:quotation:skyline'),
    ('claim', 'claim:daily1:smoke', 'daily1', 'agency', 'Northern Wire', 'inferred', NULL),
    ('claim', 'claim:undated:smoke', 'undated', 'image_supplier', 'Skyline Imaging', 'cited', 'undated:quotation:skyline'),
    ('claim', 'claim:fjord1:injured', 'fjord1', 'official', 'the hospital', 'cited', 'fjord1:quotation:hospital'),
    ('claim', 'claim:fjord2:injured', 'fjord2', 'official', 'the hospital', 'cited', 'fjord2:quotation:hospital'),
    ('claim', 'claim:wire1:silos', 'wire1', 'agency', 'Northern Wire', 'inferred', NULL),
    ('claim', 'claim:daily1:injured', 'daily1', 'agency', 'Northern Wire', 'copied', NULL),
    ('claim', 'claim:post2:insurance', 'post2', 'unknown', 'an official', 'cited', 'post2:quotation:official'),
    ('article', 'daily1', 'daily1', 'agency', 'Northern Wire', 'cited', 'daily1:citation:wire'),
    ('article', 'daily1', 'daily1', 'agency', 'Northern Wire', 'copied', NULL),
    ('article', 'daily2', 'daily2', 'agency', 'Northern Wire', 'copied', NULL),
    ('article', 'wire1', 'wire1', 'agency', 'Northern Wire', 'cited', 'wire1:quotation:brenn')
) AS given (subject_kind, subject_id, article_id, origin_kind, origin_name, method, fact_id)
LEFT JOIN facts USING (fact_id);

INSERT INTO runs BY NAME
SELECT '20240504T200000-1' AS run_id, '2024-05-04 20:00:00'::TIMESTAMP AS started_at, '2024-05-04 20:00:05'::TIMESTAMP AS finished_at;

INSERT INTO validation_results VALUES
('20240504T200000-1', 'articles', 'values_unique', 'article_id', 'stop', TRUE, '0', 0, 'Keys are unique.'),
('20240504T200000-1', 'articles', 'share_removed', NULL, 'warn', FALSE, '0.4', 1, 'Much removed text hints at a wrong rule.'),
('20240503T200000-1', 'articles', 'values_unique', 'article_id', 'stop', FALSE, '1', 1, 'Keys are unique.');

INSERT INTO rejected VALUES
('documents', 'broken.html', 'reader', 'no text in the page', NULL);
