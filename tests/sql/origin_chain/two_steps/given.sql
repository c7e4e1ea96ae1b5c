-- The Post copied the Daily, which copied the wire, which cites an agency that is not in the warehouse.
INSERT INTO text_reuse (
    earlier_paragraph_id, later_paragraph_id, earlier_article_id, later_article_id, scope, kind, order_known, share, score
)
VALUES
('daily1:paragraph:1', 'post2:paragraph:1', 'daily1', 'post2', 'cross_source', 'near', TRUE, 0.9, 0.8),
('wire1:paragraph:1', 'post2:paragraph:2', 'wire1', 'post2', 'cross_source', 'near', TRUE, 0.9, 0.8),
('daily1:paragraph:0', 'post2:paragraph:2', 'daily1', 'post2', 'cross_source', 'near', TRUE, 0.9, 0.8);

INSERT INTO origins BY NAME
SELECT
    'article' AS subject_kind,
    'wire1' AS subject_id,
    'wire1' AS article_id,
    'agency:coast press agency' AS origin_id,
    'agency' AS origin_kind,
    'Coast Press Agency' AS origin_name,
    'cited' AS method;
