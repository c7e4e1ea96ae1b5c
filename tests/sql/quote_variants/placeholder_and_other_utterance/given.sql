-- Stock names utter nothing, two different sentences of one speaker are two utterances, and what only one outlet quotes
-- is no variant, though it quotes it twice.
INSERT INTO facts BY NAME
SELECT
    given.fact_id,
    given.article_id,
    'quotation' AS kind,
    'direct' AS form,
    given.speaker,
    given.speaker_flag,
    given.text
FROM (
    VALUES
    ('q1', 'post1', 'John Doe', 'placeholder', 'We saw a drone over the terminal'),
    ('q2', 'undated', 'John Doe', 'placeholder', 'We saw a drone over the terminal'),
    ('q3', 'post1', 'Ada Brenn', 'named', 'The wind helped us a lot today'),
    ('q4', 'wire1', 'Ada Brenn', 'named', 'Nobody will enter the site before Monday'),
    ('q5', 'post2', 'Ada Brenn', 'named', 'The wind helped us a lot today')
) AS given (fact_id, article_id, speaker, speaker_flag, text);
