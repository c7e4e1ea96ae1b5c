-- One row is one claim as the sources share it.
CREATE TABLE IF NOT EXISTS claim_clusters (
    cluster_id VARCHAR,
    story_id VARCHAR,
    text VARCHAR,
    claim_id VARCHAR,
    n_articles BIGINT,
    n_sources BIGINT,
    n_owner_groups BIGINT,
    n_origins BIGINT,
    status VARCHAR
);

COMMENT ON TABLE claim_clusters IS 'One row is one claim as the sources share it.';
COMMENT ON COLUMN claim_clusters.cluster_id IS 'The smallest claim id of the cluster after the word cluster.';
COMMENT ON COLUMN claim_clusters.story_id IS 'The story it belongs to.';
COMMENT ON COLUMN claim_clusters.text IS 'The clearest wording.';
COMMENT ON COLUMN claim_clusters.claim_id IS 'The claim that has this wording.';
COMMENT ON COLUMN claim_clusters.n_articles IS 'Documents that carry it, newest versions only.';
COMMENT ON COLUMN claim_clusters.n_sources IS 'Outlets that carry it.';
COMMENT ON COLUMN claim_clusters.n_owner_groups IS 'Owners of these outlets.';
COMMENT ON COLUMN claim_clusters.n_origins IS
'Independent origins it rests on, after copies and shared suppliers collapse.';
COMMENT ON COLUMN claim_clusters.status IS
'corroborated (two or more independent origins), echo (several outlets, one origin), single_source, '
'conflict or update.';
