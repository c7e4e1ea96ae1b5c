-- post2 is a new version of post1: what only post1 had, the Post does not have any more.
UPDATE articles SET supersedes_id = 'post1', version_no = 2
WHERE article_id = 'post2';

INSERT INTO text_reuse (
    earlier_paragraph_id, later_paragraph_id, earlier_article_id, later_article_id, scope, kind, order_known, share, score
)
VALUES
('wire1:paragraph:2', 'post1:paragraph:1', 'wire1', 'post1', 'cross_source', 'near', TRUE, 0.9, 0.8);
