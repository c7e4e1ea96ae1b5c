-- Question: what did an outlet change between two versions of a document?
-- Grain: one row is one claim that a version adds, drops or changes against the version before it.
CREATE OR REPLACE VIEW article_changes AS
WITH versions AS (
    SELECT
        articles.article_id AS new_id,
        articles.supersedes_id AS old_id,
        articles.source_id,
        articles.title,
        articles.url,
        articles.version_no,
        coalesce(articles.fetched_at, articles.published_at) AS changed_at
    FROM articles
    WHERE articles.supersedes_id IS NOT NULL
),

involved AS (
    SELECT versions.new_id AS article_id
    FROM versions
    UNION
    SELECT versions.old_id AS article_id
    FROM versions
),

claim_texts AS (
    SELECT
        claims.claim_id,
        claims.article_id,
        claims.sentence_id,
        claims.cluster_id,
        claims.start_char,
        claims.end_char,
        claims.text,
        regexp_extract_all(lower(strip_accents(claims.text)), '[\p{L}\p{N}]+') AS words
    FROM claims
    INNER JOIN involved ON claims.article_id = involved.article_id
),

claim_numbers AS (
    SELECT
        claim_texts.claim_id,
        list(facts.value_low ORDER BY facts.start_char) AS numbers
    FROM claim_texts
    INNER JOIN facts
        ON
            claim_texts.sentence_id = facts.sentence_id
            AND claim_texts.start_char <= facts.start_char
            AND claim_texts.end_char >= facts.end_char
    WHERE facts.kind = 'quantity'
    GROUP BY claim_texts.claim_id
),

old_claims AS (
    SELECT
        versions.new_id,
        claim_texts.*
    FROM versions
    INNER JOIN claim_texts ON versions.old_id = claim_texts.article_id
),

new_claims AS (
    SELECT
        versions.new_id,
        claim_texts.*
    FROM versions
    INNER JOIN claim_texts ON versions.new_id = claim_texts.article_id
),

-- What stands in both versions word for word has not changed, wherever it stands.
old_only AS (
    SELECT old_claims.*
    FROM old_claims
    ANTI JOIN new_claims ON old_claims.new_id = new_claims.new_id AND old_claims.words = new_claims.words
),

new_only AS (
    SELECT new_claims.*
    FROM new_claims
    ANTI JOIN old_claims ON new_claims.new_id = old_claims.new_id AND new_claims.words = old_claims.words
),

likeness AS (
    SELECT
        new_only.new_id,
        new_only.claim_id AS new_claim_id,
        old_only.claim_id AS old_claim_id,
        new_only.cluster_id = old_only.cluster_id AS same_cluster,
        len(list_intersect(new_only.words, old_only.words)) AS n_common,
        len(list_distinct(list_concat(new_only.words, old_only.words))) AS n_words
    FROM new_only
    INNER JOIN old_only ON new_only.new_id = old_only.new_id
),

-- The same cluster, or at least half of the words: below that a reader would call it another statement.
candidates AS (
    SELECT
        likeness.new_claim_id,
        likeness.old_claim_id,
        row_number() OVER (
            PARTITION BY likeness.new_id, likeness.new_claim_id
            ORDER BY
                coalesce(likeness.same_cluster, FALSE) DESC,
                likeness.n_common / likeness.n_words DESC,
                likeness.old_claim_id ASC
        ) AS new_choice,
        row_number() OVER (
            PARTITION BY likeness.new_id, likeness.old_claim_id
            ORDER BY
                coalesce(likeness.same_cluster, FALSE) DESC,
                likeness.n_common / likeness.n_words DESC,
                likeness.new_claim_id ASC
        ) AS old_choice
    FROM likeness
    WHERE likeness.same_cluster OR likeness.n_common * 2 >= likeness.n_words
),

pairs AS (
    SELECT
        candidates.new_claim_id,
        candidates.old_claim_id
    FROM candidates
    WHERE candidates.new_choice = 1 AND candidates.old_choice = 1
),

changes AS (
    SELECT
        new_only.new_id,
        CASE
            WHEN pairs.new_claim_id IS NULL THEN 'added'
            WHEN old_numbers.numbers <> new_numbers.numbers THEN 'number_updated'
            ELSE 'changed'
        END AS change,
        old_only.text AS before_text,
        new_only.text AS after_text,
        old_only.claim_id AS old_claim_id,
        new_only.claim_id AS new_claim_id
    FROM new_only
    LEFT JOIN pairs ON new_only.claim_id = pairs.new_claim_id
    LEFT JOIN old_only ON pairs.old_claim_id = old_only.claim_id AND new_only.new_id = old_only.new_id
    LEFT JOIN claim_numbers AS old_numbers ON pairs.old_claim_id = old_numbers.claim_id
    LEFT JOIN claim_numbers AS new_numbers ON pairs.new_claim_id = new_numbers.claim_id
    UNION ALL
    SELECT
        old_only.new_id,
        'dropped' AS change,
        old_only.text AS before_text,
        NULL AS after_text,
        old_only.claim_id AS old_claim_id,
        NULL AS new_claim_id
    FROM old_only
    ANTI JOIN pairs ON old_only.claim_id = pairs.old_claim_id
)

SELECT
    coalesce(sources.outlet, versions.source_id) AS outlet,
    versions.title,
    versions.version_no,
    versions.changed_at,
    changes.change,
    changes.before_text,
    changes.after_text,
    versions.url,
    changes.old_claim_id,
    changes.new_claim_id,
    versions.old_id AS old_article_id,
    versions.new_id AS new_article_id
FROM changes
INNER JOIN versions ON changes.new_id = versions.new_id
LEFT JOIN sources ON versions.source_id = sources.source_id
ORDER BY
    versions.changed_at DESC NULLS LAST,
    versions.new_id ASC,
    changes.change = 'number_updated' DESC,
    changes.change ASC,
    changes.new_claim_id ASC,
    changes.old_claim_id ASC;

COMMENT ON VIEW article_changes IS 'What outlets changed between versions of a document; the newest versions first.';
COMMENT ON COLUMN article_changes.outlet IS 'Outlet; its source_id where no name is known.';
COMMENT ON COLUMN article_changes.title IS 'Headline of the newer version.';
COMMENT ON COLUMN article_changes.version_no IS 'Number of the newer version.';
COMMENT ON COLUMN article_changes.changed_at IS 'When the newer version was fetched, else published, UTC.';
COMMENT ON COLUMN article_changes.change IS
'added, dropped, changed or number_updated (changed, and with other numbers).';
COMMENT ON COLUMN article_changes.before_text IS 'The claim as it was; null for an added one.';
COMMENT ON COLUMN article_changes.after_text IS 'The claim as it is; null for a dropped one.';
COMMENT ON COLUMN article_changes.url IS 'Address of the newer version.';
COMMENT ON COLUMN article_changes.old_claim_id IS 'The claim in the older version.';
COMMENT ON COLUMN article_changes.new_claim_id IS 'The claim in the newer version.';
COMMENT ON COLUMN article_changes.old_article_id IS 'The older version.';
COMMENT ON COLUMN article_changes.new_article_id IS 'The newer version.';
