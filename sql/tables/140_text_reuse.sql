-- One row is one pair of paragraphs of which the later repeats the earlier.
CREATE TABLE IF NOT EXISTS text_reuse (
    earlier_paragraph_id VARCHAR,
    later_paragraph_id VARCHAR,
    earlier_article_id VARCHAR,
    later_article_id VARCHAR,
    scope VARCHAR,
    kind VARCHAR,
    order_known BOOLEAN,
    share DOUBLE,
    score DOUBLE,
    unit VARCHAR
);

COMMENT ON TABLE text_reuse IS 'One row is one pair of paragraphs of which the later repeats the earlier.';
COMMENT ON COLUMN text_reuse.earlier_paragraph_id IS
'The paragraph published first; where the times are unknown, the one with the smaller id.';
COMMENT ON COLUMN text_reuse.later_paragraph_id IS 'The paragraph that repeats it.';
COMMENT ON COLUMN text_reuse.earlier_article_id IS 'Article of the earlier one.';
COMMENT ON COLUMN text_reuse.later_article_id IS 'Article of the later one.';
COMMENT ON COLUMN text_reuse.scope IS
'article (within one), source (house text of one outlet; no reuse) or cross_source.';
COMMENT ON COLUMN text_reuse.kind IS 'verbatim, near or rewritten.';
COMMENT ON COLUMN text_reuse.order_known IS 'Whether the publication times tell who was first.';
COMMENT ON COLUMN text_reuse.share IS
'Share of the later one''s word shingles (of a sentence: word stems) that the earlier one has, from 0 to 1.';
COMMENT ON COLUMN text_reuse.score IS 'Jaccard similarity of the two sets of shingles or stems, from 0 to 1.';
COMMENT ON COLUMN text_reuse.unit IS
'What was compared: the whole paragraph, or a sentence of each, as within one article.';
