-- One paper reports both the charge and the denial.
INSERT INTO claims BY NAME
SELECT
    'claim:fjord2:lind' AS claim_id,
    'fjord2' AS article_id,
    'cluster:warning' AS cluster_id,
    'Kornhus ignored no warning' AS text,
    'denied' AS certainty,
    'negative' AS polarity;

INSERT INTO claim_relations VALUES
('claim:fjord2:lind', 'claim:fjord2:warning', 'cluster:warning', 'conflicts', 'polarity', 'a denial', 0.9);
