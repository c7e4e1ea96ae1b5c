-- Of two tellers and the silent rest nobody can say who is the exception.
UPDATE articles SET story_id = 'story:pair'
WHERE article_id = 'fjord3';

INSERT INTO stories (story_id, title, first_published_at, last_published_at, n_articles, n_sources)
VALUES
('story:pair', 'Told by two', '2024-05-03 00:00:00', '2024-05-03 00:00:00', 2, 2);
