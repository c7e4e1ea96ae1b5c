-- One row is one clause that states something checkable.
CREATE TABLE IF NOT EXISTS claims (
    claim_id VARCHAR,
    article_id VARCHAR,
    paragraph_id VARCHAR,
    sentence_id VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR,
    certainty VARCHAR,
    certainty_score DOUBLE,
    polarity VARCHAR,
    conditional BOOLEAN,
    is_headline BOOLEAN,
    as_of TIMESTAMP,
    source_fact_id VARCHAR,
    cluster_id VARCHAR,
    stance VARCHAR,
    n_same_stance BIGINT
);

COMMENT ON TABLE claims IS 'One row is one clause that states something checkable.';
COMMENT ON COLUMN claims.claim_id IS 'Article id, the word claim, and the span.';
COMMENT ON COLUMN claims.article_id IS 'The article.';
COMMENT ON COLUMN claims.paragraph_id IS 'The paragraph that holds it.';
COMMENT ON COLUMN claims.sentence_id IS 'The sentence that holds it.';
COMMENT ON COLUMN claims.start_char IS 'First code point of the claim in raw_text.';
COMMENT ON COLUMN claims.end_char IS 'Code point after its last.';
COMMENT ON COLUMN claims.text IS 'The claim''s text, a slice of raw_text.';
COMMENT ON COLUMN claims.certainty IS 'How sure the text is of it: asserted, probable, possible, unknown or denied.';
COMMENT ON COLUMN claims.certainty_score IS 'The same as a number from -3 (certainly not) to 3 (certainly).';
COMMENT ON COLUMN claims.polarity IS 'positive or negative.';
COMMENT ON COLUMN claims.conditional IS 'Whether it is stated only under a condition; such a claim supports nothing.';
COMMENT ON COLUMN claims.is_headline IS 'Whether it is the headline''s: headlines often assert what the body hedges.';
COMMENT ON COLUMN claims.as_of IS
'The time that a date in its sentence gives, unless that is a year not yet over; else published_at.';
COMMENT ON COLUMN claims.source_fact_id IS 'The quotation or attribution that carries it; see facts.';
COMMENT ON COLUMN claims.cluster_id IS 'The claim as the sources share it; see claim_clusters.';
COMMENT ON COLUMN claims.stance IS
'How it stands to its cluster''s wording: supports, hedges, vague, differs, denies or conditional; newest versions.';
COMMENT ON COLUMN claims.n_same_stance IS
'On the claim that speaks for its outlet''s stance to the cluster: how many claims of the outlet take it; else null.';
