-- One row is one extracted fact; columns of another kind of fact are null.
CREATE TABLE IF NOT EXISTS facts (
    fact_id VARCHAR,
    article_id VARCHAR,
    paragraph_id VARCHAR,
    sentence_id VARCHAR,
    kind VARCHAR,
    start_char BIGINT,
    end_char BIGINT,
    text VARCHAR,
    rule VARCHAR,
    confidence DOUBLE,
    form VARCHAR,
    speaker VARCHAR,
    speaker_text VARCHAR,
    speaker_start BIGINT,
    speaker_end BIGINT,
    speaker_entity_id VARCHAR,
    cue VARCHAR,
    cue_start BIGINT,
    cue_end BIGINT,
    addressee VARCHAR,
    via VARCHAR,
    speaker_flag VARCHAR,
    spans VARCHAR,
    value_low DOUBLE,
    value_high DOUBLE,
    modifier VARCHAR,
    unit VARCHAR,
    object VARCHAR,
    as_of TIMESTAMP,
    type VARCHAR,
    value VARCHAR,
    date_start TIMESTAMP,
    date_end TIMESTAMP,
    precision VARCHAR,
    resolved BOOLEAN,
    entity VARCHAR,
    entity_id VARCHAR,
    merge_rule VARCHAR,
    cited VARCHAR,
    cited_url VARCHAR,
    cited_kind VARCHAR,
    certainty VARCHAR,
    certainty_score DOUBLE
);

COMMENT ON TABLE facts IS 'One row is one extracted fact; columns of another kind of fact are null.';
COMMENT ON COLUMN facts.fact_id IS 'Article id, kind and span.';
COMMENT ON COLUMN facts.article_id IS 'The article.';
COMMENT ON COLUMN facts.paragraph_id IS 'The paragraph in which it starts.';
COMMENT ON COLUMN facts.sentence_id IS 'The sentence in which it starts.';
COMMENT ON COLUMN facts.kind IS
'quotation, quantity, date, mention, citation, or certainty: one stretch of a sentence that is of one certainty.';
COMMENT ON COLUMN facts.start_char IS 'First code point of the fact in raw_text.';
COMMENT ON COLUMN facts.end_char IS 'Code point after its last.';
COMMENT ON COLUMN facts.text IS 'The fact''s text, a slice of raw_text.';
COMMENT ON COLUMN facts.rule IS 'The rule that found it.';
COMMENT ON COLUMN facts.confidence IS 'How sure the rule is, from 0 to 1.';
COMMENT ON COLUMN facts.form IS 'Quotation: direct, indirect or mixed.';
COMMENT ON COLUMN facts.speaker IS
'Quotation: the resolved speaker''s name, with pronouns and roles followed to the last fitting speaker.';
COMMENT ON COLUMN facts.speaker_text IS 'Quotation: the source (PARC) as the text has it.';
COMMENT ON COLUMN facts.speaker_start IS 'Quotation: first code point of the source.';
COMMENT ON COLUMN facts.speaker_end IS 'Quotation: code point after the source''s last.';
COMMENT ON COLUMN facts.speaker_entity_id IS 'Quotation: the speaker as an entity; see entities.';
COMMENT ON COLUMN facts.cue IS
'Quotation: the cue (PARC), such as said or according to. Certainty: the word that makes it so, such as may or not.';
COMMENT ON COLUMN facts.cue_start IS 'First code point of the cue.';
COMMENT ON COLUMN facts.cue_end IS 'Code point after the cue''s last.';
COMMENT ON COLUMN facts.addressee IS 'Quotation: whom it was said to.';
COMMENT ON COLUMN facts.via IS 'Quotation: the outlet it was told to.';
COMMENT ON COLUMN facts.speaker_flag IS
'Quotation: named, anonymous, placeholder (a stock name such as John Doe; never counted as a source) or document.';
COMMENT ON COLUMN facts.spans IS
'Quotation: all pieces as start-end pairs, where the content is in more than one piece, as in 10-42 60-71.';
COMMENT ON COLUMN facts.value_low IS 'Quantity: the value, or the lower end of a range; null where it is not said.';
COMMENT ON COLUMN facts.value_high IS 'Quantity: the value, or the upper end of a range; null where it is open.';
COMMENT ON COLUMN facts.modifier IS 'Quantity: exact, at least, about, more than, less than or up to.';
COMMENT ON COLUMN facts.unit IS 'Quantity: unit of measure, currency (ISO 4217) or percent.';
COMMENT ON COLUMN facts.object IS 'Quantity: what is counted.';
COMMENT ON COLUMN facts.as_of IS 'Quantity: the time for which the text gives the number.';
COMMENT ON COLUMN facts.type IS
'Date: DATE, TIME, DURATION or SET (TIMEX3). Mention: PER, ORG, LOC, EQUIPMENT or OTHER.';
COMMENT ON COLUMN facts.value IS 'Date: TIMEX3 value.';
COMMENT ON COLUMN facts.date_start IS 'Date: first instant it covers, UTC.';
COMMENT ON COLUMN facts.date_end IS 'Date: first instant after it, UTC.';
COMMENT ON COLUMN facts.precision IS 'Date: second, minute, hour, day, week, month, quarter, year, decade or century.';
COMMENT ON COLUMN facts.resolved IS
'Date: whether the value stands on the calendar; a relative date without published_at does not.';
COMMENT ON COLUMN facts.entity IS 'Mention: canonical name within the article.';
COMMENT ON COLUMN facts.entity_id IS 'Mention: the entity across the corpus; see entities.';
COMMENT ON COLUMN facts.merge_rule IS
'Mention: how this surface form was tied to the canonical name within the article.';
COMMENT ON COLUMN facts.cited IS 'Citation: the cited outlet, agency, document or address.';
COMMENT ON COLUMN facts.cited_url IS 'Citation: the address, where one is given.';
COMMENT ON COLUMN facts.cited_kind IS 'Citation: outlet, agency, url or footnote.';
COMMENT ON COLUMN facts.certainty IS
'Certainty: asserted, probable, possible, unknown or denied, where that is not the certainty of the claim around it.';
COMMENT ON COLUMN facts.certainty_score IS 'Certainty: from 3 (certainly so) to -3 (certainly not).';
