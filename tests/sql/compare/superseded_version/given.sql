-- The Post's article on the bridge is superseded by one on the fire: the two share the fire alone.
INSERT INTO articles BY NAME
SELECT
    'post0' AS article_id,
    'harbourpost.example' AS source_id,
    'story:bridge' AS story_id;

UPDATE articles SET supersedes_id = 'post0', version_no = 2
WHERE article_id = 'post1';
