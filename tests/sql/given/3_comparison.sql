-- What the comparison made of it, and how the run went.
CREATE TEMP TABLE given_clusters (
    topic VARCHAR, article_id VARCHAR, n_articles BIGINT, n_sources BIGINT, n_owner_groups BIGINT, n_origins BIGINT,
    status VARCHAR
);

-- The article has the clearest wording; the counts are over those who agree with it.
INSERT INTO given_clusters VALUES
('silos', 'wire1', 5, 4, 3, 3, 'corroborated'),
('smoke', 'post1', 3, 3, 2, 1, 'echo'),
('injured', 'wire1', 2, 2, 2, 1, 'update'),
('crew', 'wire1', 1, 1, 1, 1, 'conflict'),
('warning', 'fjord2', 1, 1, 1, 1, 'conflict'),
('bridge', 'wire2', 2, 2, 2, 1, 'conflict'),
('school', 'fjord2', 1, 1, 1, 1, 'single_source'),
('drone', 'undated', 1, 1, 1, 1, 'single_source'),
('insurance', 'post2', 1, 1, 1, 1, 'single_source'),
('inquiry', 'fjord2', 1, 1, 1, 1, 'single_source'),
('choir', 'fjord4', 1, 1, 1, 1, 'single_source');

INSERT INTO claim_clusters BY NAME
SELECT
    claims.cluster_id,
    articles.story_id,
    claims.text,
    claims.claim_id,
    given_clusters.* EXCLUDE (topic, article_id) -- noqa: RF02
FROM given_clusters
INNER JOIN articles ON given_clusters.article_id = articles.article_id
INNER JOIN claims ON claims.claim_id = 'claim:' || given_clusters.article_id || ':' || given_clusters.topic;

DROP TABLE given_clusters;

CREATE TEMP TABLE given_relations (
    topic VARCHAR, one VARCHAR, two VARCHAR, relation VARCHAR, aspect VARCHAR, reason VARCHAR, score DOUBLE
);

INSERT INTO given_relations VALUES
('silos', 'wire1', 'post1', 'agrees', 'wording', 'both say it', 0.7),
('silos', 'wire1', 'daily1', 'agrees', 'wording', 'both say it', 1.0),
('silos', 'wire1', 'post2', 'agrees', 'wording', 'both say it', 0.8),
('silos', 'wire1', 'fjord2', 'agrees', 'wording', 'both say it', 0.5),
('silos', 'wire1', 'undated', 'vague', 'wording', 'the later report holds possible what the other states', 0.5),
('smoke', 'post1', 'daily1', 'agrees', 'wording', 'both say it', 1.0),
('smoke', 'post1', 'undated', 'agrees', 'wording', 'both say it', 0.8),
('injured', 'wire1', 'daily1', 'agrees', 'number', 'both say it with 3', 1.0),
('injured', 'wire1', 'fjord2', 'updates', 'number', '3 against at least 7; the later report is 4 hours newer', 0.7),
('injured', 'daily1', 'fjord2', 'updates', 'number', '3 against at least 7; the later report is 3 hours newer', 0.7),
('injured', 'fjord1', 'fjord2', 'updates', 'number', 'at least 5 against at least 7; a later version', 0.9),
('injured', 'wire1', 'fjord1', 'conflicts', 'number', '3 against at least 5', 0.7),
('crew', 'wire1', 'post2', 'conflicts', 'number', '40 against 60; the later report is 2 hours newer', 0.9),
('warning', 'wire1', 'fjord2', 'conflicts', 'polarity', 'the earlier report denies what the other states', 0.9),
('bridge', 'wire2', 'daily2', 'agrees', 'wording', 'both say it', 1.0),
('bridge', 'fjord3', 'wire2', 'conflicts', 'date', 'July against June', 0.8);

INSERT INTO claim_relations BY NAME
SELECT
    'claim:' || one || ':' || topic AS claim_a,
    'claim:' || two || ':' || topic AS claim_b,
    'cluster:' || topic AS cluster_id,
    relation,
    aspect,
    reason,
    score
FROM given_relations;

DROP TABLE given_relations;

INSERT INTO entities VALUES
('PER:ada brenn', 'Ada Brenn', 'PER', 2, 2),
('ORG:kornhus', 'Kornhus', 'ORG', 5, 3),
('ORG:skyline imaging', 'Skyline Imaging', 'ORG', 3, 3);

INSERT INTO entity_aliases VALUES
('PER:ada brenn', 'Ada Brenn', 'canonical', 1),
('PER:ada brenn', 'Ada Brenn', 'seed', 0),
('PER:ada brenn', 'Brenn', 'article', 1),
('ORG:kornhus', 'Kornhus', 'canonical', 5),
('ORG:skyline imaging', 'Skyline Imaging', 'canonical', 3);

INSERT INTO text_reuse (
    earlier_paragraph_id, later_paragraph_id, earlier_article_id, later_article_id, scope, kind, order_known, share, score
)
VALUES
('wire1:paragraph:2', 'daily1:paragraph:0', 'wire1', 'daily1', 'cross_source', 'verbatim', TRUE, 1.0, 1.0),
('wire2:paragraph:0', 'daily2:paragraph:0', 'wire2', 'daily2', 'cross_source', 'verbatim', TRUE, 1.0, 1.0),
('daily1:paragraph:1', 'undated:paragraph:0', 'daily1', 'undated', 'cross_source', 'rewritten', FALSE, 0.6, 0.4),
('wire1:paragraph:0', 'daily1:paragraph:1', 'wire1', 'daily1', 'cross_source', 'rewritten', TRUE, 0.3, 0.2),
('fjord2:paragraph:0', 'fjord4:paragraph:0', 'fjord2', 'fjord4', 'source', 'near', TRUE, 0.7, 0.6),
('fjord1:paragraph:0', 'fjord2:paragraph:0', 'fjord1', 'fjord2', 'source', 'near', TRUE, 0.8, 0.7);

CREATE TEMP TABLE given_origins (
    subject_kind VARCHAR, subject_id VARCHAR, article_id VARCHAR, origin_kind VARCHAR, origin_name VARCHAR,
    method VARCHAR, fact_id VARCHAR
);

INSERT INTO given_origins VALUES
('claim', 'claim:wire1:injured', 'wire1', 'official', 'Kornhus', 'cited', 'wire1:quotation:kornhus'),
('claim', 'claim:post1:smoke', 'post1', 'image_supplier', 'Skyline Imaging', 'cited', 'post1:quotation:skyline'),
('claim', 'claim:daily1:smoke', 'daily1', 'image_supplier', 'Skyline Imaging', 'cited', 'daily1:quotation:skyline'),
('claim', 'claim:daily1:smoke', 'daily1', 'outlet', 'Harbour Post', 'cited', 'daily1:quotation:skyline'),
('claim', 'claim:daily1:smoke', 'daily1', 'agency', 'Northern Wire', 'inferred', NULL),
('claim', 'claim:undated:smoke', 'undated', 'image_supplier', 'Skyline Imaging', 'cited', 'undated:quotation:skyline'),
('claim', 'claim:fjord1:injured', 'fjord1', 'official', 'the hospital', 'cited', 'fjord1:quotation:hospital'),
('claim', 'claim:fjord2:injured', 'fjord2', 'official', 'the hospital', 'cited', 'fjord2:quotation:hospital'),
('claim', 'claim:wire1:silos', 'wire1', 'agency', 'Northern Wire', 'inferred', NULL),
('claim', 'claim:daily1:injured', 'daily1', 'agency', 'Northern Wire', 'copied', NULL),
('claim', 'claim:daily1:injured', 'daily1', 'agency', 'Northern Wire', 'inferred', NULL),
('claim', 'claim:post2:insurance', 'post2', 'unknown', 'an official', 'cited', 'post2:quotation:official'),
('article', 'daily2', 'daily2', 'official', 'Skyline Imaging', 'cited', NULL),
('claim', 'claim:fjord4:choir', 'fjord4', 'official', 'Skyline Imaging', 'cited', NULL),
('article', 'daily1', 'daily1', 'agency', 'Northern Wire', 'cited', 'daily1:citation:wire'),
('article', 'daily1', 'daily1', 'agency', 'Northern Wire', 'copied', NULL),
('article', 'daily2', 'daily2', 'agency', 'Northern Wire', 'copied', NULL),
('article', 'wire1', 'wire1', 'agency', 'Northern Wire', 'cited', 'wire1:quotation:brenn');

INSERT INTO origins BY NAME
SELECT
    given_origins.*,
    given_origins.origin_kind || ':' || lower(given_origins.origin_name) AS origin_id,
    facts.start_char,
    facts.end_char
FROM given_origins
LEFT JOIN facts ON given_origins.fact_id = facts.fact_id;

DROP TABLE given_origins;

INSERT INTO runs (run_id, started_at, finished_at) VALUES
('20240504T200000-1', '2024-05-04 20:00:00', '2024-05-04 20:00:05');

INSERT INTO validation_results VALUES
('20240504T200000-1', 'articles', 'values_unique', 'article_id', 'stop', TRUE, '0', 0, 'Keys are unique.', 9),
('20240504T200000-1', 'articles', 'share_removed', NULL, 'warn', FALSE, '0.4', 1, 'Much of it hints at a wrong rule.', 9),
('20240503T200000-1', 'articles', 'values_unique', 'article_id', 'stop', FALSE, '1', 1, 'Keys are unique.', 9);

INSERT INTO rejected VALUES
('documents', 'broken.html', 'reader', 'no text in the page', NULL);
