-- One row is one pair of claims of different articles within a cluster.
CREATE TABLE IF NOT EXISTS claim_relations (
    claim_a VARCHAR,
    claim_b VARCHAR,
    cluster_id VARCHAR,
    relation VARCHAR,
    aspect VARCHAR,
    reason VARCHAR,
    score DOUBLE
);

COMMENT ON TABLE claim_relations IS 'One row is one pair of claims of different articles within a cluster.';
COMMENT ON COLUMN claim_relations.claim_a IS 'The claim of the earlier article.';
COMMENT ON COLUMN claim_relations.claim_b IS 'The claim of the later article.';
COMMENT ON COLUMN claim_relations.cluster_id IS 'Their cluster.';
COMMENT ON COLUMN claim_relations.relation IS 'agrees, conflicts, updates or vague.';
COMMENT ON COLUMN claim_relations.aspect IS
'What the relation rests on: number, date, polarity, place, actor or wording.';
COMMENT ON COLUMN claim_relations.reason IS
'The reason in words, as in: 14 against at least 17; the later report is 6 hours newer.';
COMMENT ON COLUMN claim_relations.score IS 'How alike the two claims are, from 0 to 1.';
