-- Question: who quotes the same utterance of a speaker, and in which wordings?
-- Grain: one row is one utterance, one outlet and one wording; only utterances that at least two outlets quote.
-- Two quotations of one speaker in one story are one utterance when they share a run of three words and at least two
-- thirds of the words of the shorter one: so much is kept when an outlet shortens a quotation or changes a word of it.
CREATE OR REPLACE VIEW quote_variants AS
WITH newest AS (
    SELECT
        articles.article_id,
        articles.source_id,
        articles.story_id,
        articles.published_at,
        articles.url,
        coalesce(sources.outlet, articles.source_id) AS outlet
    FROM articles
    LEFT JOIN sources ON articles.source_id = sources.source_id
    ANTI JOIN articles AS later ON articles.article_id = later.supersedes_id
),

quotations AS (
    SELECT
        facts.fact_id,
        facts.speaker,
        facts.form,
        facts.cue,
        facts.text,
        coalesce(facts.speaker_entity_id, lower(facts.speaker)) AS speaker_key,
        newest.story_id,
        newest.source_id,
        newest.outlet,
        newest.published_at,
        newest.url
    FROM facts
    INNER JOIN newest ON facts.article_id = newest.article_id
    WHERE
        facts.kind = 'quotation'
        AND facts.form IN ('direct', 'mixed')
        AND coalesce(facts.speaker_entity_id, facts.speaker) IS NOT NULL
        AND coalesce(facts.speaker_flag, 'named') <> 'placeholder'
),

-- Only a speaker whom two outlets quote can have variants.
speakers AS (
    SELECT
        quotations.story_id,
        quotations.speaker_key
    FROM quotations
    GROUP BY quotations.story_id, quotations.speaker_key
    HAVING min(quotations.source_id) <> max(quotations.source_id)
),

worded AS (
    SELECT
        quotations.*,
        regexp_extract_all(lower(strip_accents(quotations.text)), '[\p{L}\p{N}]+') AS words
    FROM quotations
    SEMI JOIN speakers
        ON quotations.story_id = speakers.story_id AND quotations.speaker_key = speakers.speaker_key
),

-- Four words at least: "No comment" said twice is not one utterance.
shared AS (
    SELECT
        worded.*,
        array_to_string(worded.words, ' ') AS wording_key
    FROM worded
    WHERE len(worded.words) >= 4
),

-- The same words in a hundred outlets are one wording: compared once.
wordings AS (
    SELECT
        shared.story_id,
        shared.speaker_key,
        shared.wording_key,
        any_value(shared.words) AS words,
        min(shared.fact_id) AS wording_id
    FROM shared
    GROUP BY shared.story_id, shared.speaker_key, shared.wording_key
),

starts AS (
    SELECT
        wordings.wording_id,
        wordings.story_id,
        wordings.speaker_key,
        wordings.words,
        unnest(range(1, len(wordings.words) - 1)) AS first_word
    FROM wordings
),

windows AS (
    SELECT
        starts.wording_id,
        starts.story_id,
        starts.speaker_key,
        array_to_string(list_slice(starts.words, starts.first_word, starts.first_word + 2), ' ') AS run
    FROM starts
),

candidates AS (
    SELECT DISTINCT
        one.wording_id,
        two.wording_id AS other_id
    FROM windows AS one
    INNER JOIN windows AS two
        ON
            one.story_id = two.story_id
            AND one.speaker_key = two.speaker_key
            AND one.run = two.run
            AND one.wording_id < two.wording_id
),

alike AS (
    SELECT
        candidates.wording_id,
        candidates.other_id
    FROM candidates
    INNER JOIN wordings AS one ON candidates.wording_id = one.wording_id
    INNER JOIN wordings AS two ON candidates.other_id = two.wording_id
    WHERE
        len(list_intersect(one.words, two.words)) * 3
        >= least(len(list_distinct(one.words)), len(list_distinct(two.words))) * 2
),

neighbours AS (
    SELECT
        wordings.wording_id,
        wordings.wording_id AS other_id
    FROM wordings
    UNION ALL
    SELECT
        alike.wording_id,
        alike.other_id
    FROM alike
    UNION ALL
    SELECT
        alike.other_id AS wording_id,
        alike.wording_id AS other_id
    FROM alike
),

-- The smallest id among those alike names the utterance; a second round joins A and C where both are like B.
first_round AS (
    SELECT
        neighbours.wording_id,
        min(neighbours.other_id) AS utterance_id
    FROM neighbours
    GROUP BY neighbours.wording_id
),

utterances AS (
    SELECT
        neighbours.wording_id,
        min(first_round.utterance_id) AS utterance_id
    FROM neighbours
    INNER JOIN first_round ON neighbours.other_id = first_round.wording_id
    GROUP BY neighbours.wording_id
),

quoted AS (
    SELECT
        shared.*,
        utterances.utterance_id
    FROM shared
    INNER JOIN wordings
        ON
            shared.story_id = wordings.story_id
            AND shared.speaker_key = wordings.speaker_key
            AND shared.wording_key = wordings.wording_key
    INNER JOIN utterances ON wordings.wording_id = utterances.wording_id
),

counts AS (
    SELECT
        quoted.utterance_id,
        count(DISTINCT quoted.source_id) AS n_sources,
        count(DISTINCT quoted.wording_key) AS n_wordings
    FROM quoted
    GROUP BY quoted.utterance_id
    HAVING count(DISTINCT quoted.source_id) >= 2
),

variants AS (
    SELECT quoted.*
    FROM quoted
    QUALIFY row_number() OVER (
        PARTITION BY quoted.utterance_id, quoted.source_id, quoted.wording_key
        ORDER BY quoted.published_at ASC NULLS LAST, quoted.fact_id ASC
    ) = 1
)

SELECT
    stories.title AS story,
    variants.speaker,
    variants.outlet,
    variants.text AS wording,
    variants.form,
    variants.cue,
    counts.n_wordings,
    counts.n_sources,
    variants.published_at,
    variants.url,
    variants.fact_id,
    variants.utterance_id,
    variants.source_id,
    variants.story_id
FROM variants
INNER JOIN counts ON variants.utterance_id = counts.utterance_id
LEFT JOIN stories ON variants.story_id = stories.story_id
ORDER BY
    counts.n_wordings DESC,
    counts.n_sources DESC,
    variants.utterance_id ASC,
    variants.published_at ASC NULLS LAST,
    variants.fact_id ASC;

COMMENT ON VIEW quote_variants IS 'One utterance and its wordings by outlet; the most varied first.';
COMMENT ON COLUMN quote_variants.story IS 'Title of the story.';
COMMENT ON COLUMN quote_variants.speaker IS 'Who is quoted.';
COMMENT ON COLUMN quote_variants.outlet IS 'Outlet that quotes.';
COMMENT ON COLUMN quote_variants.wording IS 'The quotation as it has it.';
COMMENT ON COLUMN quote_variants.form IS 'direct or mixed.';
COMMENT ON COLUMN quote_variants.cue IS 'The word that introduces it, such as said or claimed.';
COMMENT ON COLUMN quote_variants.n_wordings IS 'Wordings of this utterance, letter case and punctuation aside.';
COMMENT ON COLUMN quote_variants.n_sources IS 'Outlets that quote it.';
COMMENT ON COLUMN quote_variants.published_at IS 'When it was published, UTC; null where it is not said.';
COMMENT ON COLUMN quote_variants.url IS 'Address of the article.';
COMMENT ON COLUMN quote_variants.fact_id IS 'The quotation, for provenance.';
COMMENT ON COLUMN quote_variants.utterance_id IS 'The smallest fact_id among the quotations of this utterance.';
COMMENT ON COLUMN quote_variants.source_id IS 'The outlet''s id.';
COMMENT ON COLUMN quote_variants.story_id IS 'The story.';
