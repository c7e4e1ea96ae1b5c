-- Wrong times can make two articles copies of one another.
INSERT INTO text_reuse (
    earlier_paragraph_id, later_paragraph_id, earlier_article_id, later_article_id, scope, kind, order_known, share, score
)
VALUES
('daily1:paragraph:0', 'wire1:paragraph:2', 'daily1', 'wire1', 'cross_source', 'verbatim', TRUE, 1.0, 1.0);
