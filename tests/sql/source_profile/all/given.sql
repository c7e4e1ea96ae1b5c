INSERT INTO text_reuse (
    earlier_paragraph_id, later_paragraph_id, earlier_article_id, later_article_id, scope, kind, order_known, share, score
)
VALUES
('post1:paragraph:1', 'daily1:paragraph:0', 'post1', 'daily1', 'cross_source', 'near', TRUE, 0.5, 0.4);
