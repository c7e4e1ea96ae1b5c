INSERT INTO text_reuse VALUES
('post1:paragraph:1', 'daily1:paragraph:0', 'post1', 'daily1', 'cross_source', 'near', TRUE, 0.5, 0.4);
