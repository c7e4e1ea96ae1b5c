-- The Post shortens what the wire has, and the Daily shortens it at the other end: one utterance, three wordings.
-- The Post has it twice and is one outlet.
INSERT INTO facts BY NAME
SELECT
    given.fact_id,
    given.article_id,
    'quotation' AS kind,
    'direct' AS form,
    'Tore Lind' AS speaker,
    'PER:tore lind' AS speaker_entity_id,
    'named' AS speaker_flag,
    given.text
FROM (
    VALUES
    ('q1', 'wire1', 'We checked every silo in March, and not one of them had a fault'),
    ('q2', 'post1', 'We checked every silo in March'),
    ('q4', 'post2', 'We checked every silo in March'),
    ('q3', 'daily1', 'not one of them had a fault')
) AS given (fact_id, article_id, text);
