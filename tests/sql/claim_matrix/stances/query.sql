-- One outlet twice (silos, Harbour Post), an echo (smoke), an update (injured), a hedge (silos, undated), a conditional
-- (school), a denial (warning), a placeholder speaker (drone), an unknown date (undated).
SELECT
    cluster_id,
    outlet,
    stance,
    certainty,
    speaker,
    speaker_flag,
    via,
    wording,
    published_at,
    n_claims
FROM claim_matrix;
