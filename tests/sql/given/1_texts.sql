-- The corpus that every golden case starts from: three invented stories, five outlets, eleven article versions.
--
-- silo    A fire at a grain terminal, told by a wire, two papers of one owner, another paper, and a text that names
--         neither outlet nor date.
-- bridge  A bridge is closed, told by the wire, one paper of that owner, and the other paper, which gives a day only.
-- choir   A choir wins a prize, told by one paper.
--
-- The traps: post1 and post2 are one outlet twice; cluster:smoke is an echo of one image supplier, and one of its
-- claims has three attributions; fjord2 is a later version of fjord1 and updates the wire's number; cluster:school is a
-- conditional in the undated text; cluster:warning is denied; cluster:drone rests on a placeholder speaker.
--
-- Spans are not written down but looked up: a text stands where it first occurs in its article.
INSERT INTO sources VALUES
('northernwire.example', 'Northern Wire', 'northernwire.example', 'Northern Wire', 'wire'),
('harbourpost.example', 'Harbour Post', 'harbourpost.example', 'Larkholm Media', 'outlet'),
('larkholmdaily.example', 'Larkholm Daily', 'larkholmdaily.example', 'Larkholm Media', 'outlet'),
('fjordtimes.example', 'The Fjord Times', 'fjordtimes.example', 'Fjord Press', 'outlet'),
('unknown:undated.txt', NULL, NULL, 'unknown:undated.txt', 'unknown');

INSERT INTO stories (story_id, title, first_published_at, last_published_at, n_articles, n_sources)
VALUES
('story:silo', 'Fire destroys two silos at Larkholm', '2024-05-03 13:10:00', '2024-05-03 17:00:00', 6, 5),
('story:bridge', 'Sund bridge closed to lorries', '2024-05-03 07:00:00', '2024-05-03 09:00:00', 3, 3),
('story:choir', 'Larkholm choir wins prize', '2024-05-04 10:00:00', '2024-05-04 10:00:00', 1, 1);

CREATE TEMP TABLE given_articles (
    article_id VARCHAR, source_id VARCHAR, story VARCHAR, title VARCHAR, published_at TIMESTAMP,
    published_precision VARCHAR, fetched_at TIMESTAMP, supersedes_id VARCHAR, raw_text VARCHAR
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

CREATE TEMP TABLE given_removed (text VARCHAR, kind VARCHAR, rule VARCHAR, score DOUBLE);

INSERT INTO given_removed VALUES
('Home » News 🔥', 'navigation', 'line_model', 0.98),
('Share this article', 'share', 'line_model', 0.91),
('Source: Northern Wire', 'other', 'citation_line', 0.6);

INSERT INTO removed_spans BY NAME
SELECT
    articles.article_id,
    strpos(articles.raw_text, given_removed.text) - 1 AS start_char,
    strpos(articles.raw_text, given_removed.text) - 1 + length(given_removed.text) AS end_char,
    given_removed.kind,
    given_removed.rule,
    given_removed.score,
    given_removed.text
FROM given_removed
INNER JOIN articles ON contains(articles.raw_text, given_removed.text);

DROP TABLE given_removed;

INSERT INTO paragraphs BY NAME
WITH blocks AS (
    SELECT
        article_id,
        title,
        raw_text,
        unnest(string_split(raw_text, chr(10) || chr(10))) AS text,
        generate_subscripts(string_split(raw_text, chr(10) || chr(10)), 1) - 1 AS position
    FROM articles
)

SELECT
    blocks.article_id || ':paragraph:' || blocks.position AS paragraph_id,
    blocks.article_id,
    blocks.position,
    if(blocks.text = blocks.title, 'headline', 'body') AS kind,
    strpos(blocks.raw_text, blocks.text) - 1 AS start_char,
    strpos(blocks.raw_text, blocks.text) - 1 + length(blocks.text) AS end_char,
    blocks.text,
    length(regexp_extract_all(blocks.text, '[\p{L}\p{N}]+')) AS n_words
FROM blocks
ANTI JOIN removed_spans ON blocks.article_id = removed_spans.article_id AND blocks.text = removed_spans.text;

INSERT INTO postings BY NAME
WITH words AS (
    SELECT
        paragraph_id,
        unnest(regexp_extract_all(lower(strip_accents(text)), '[\p{L}\p{N}]+')) AS term
    FROM paragraphs
)

SELECT
    term,
    paragraph_id,
    count(*) AS n
FROM words
GROUP BY term, paragraph_id;
