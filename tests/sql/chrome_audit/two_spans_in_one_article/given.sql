-- The longest, the least sure and the most frequent text are three different ones; the Post is one outlet.
INSERT INTO removed_spans VALUES
('post1', 0, 5, 'share', 'line_model', 0.3, 'Share'),
('post1', 6, 10, 'share', 'line_model', 0.95, 'this'),
('post1', 0, 52, 'share', 'line_model', 0.99, 'Share this article with all your friends and enemies');
