-- One row is one outlet, wire, agency or aggregator that an article came from.
CREATE TABLE IF NOT EXISTS sources (
    source_id VARCHAR,
    outlet VARCHAR,
    domain VARCHAR,
    owner_group VARCHAR,
    kind VARCHAR
);

COMMENT ON TABLE sources IS 'One row is one outlet, wire, agency or aggregator that an article came from.';
COMMENT ON COLUMN sources.source_id IS
'Domain or name in lower case; unknown:<input id> where neither is given nor stated in the text.';
COMMENT ON COLUMN sources.outlet IS 'Name of the outlet as its readers know it.';
COMMENT ON COLUMN sources.domain IS 'Internet domain without www.';
COMMENT ON COLUMN sources.owner_group IS
'Who owns it, from seeds/sources.csv; the outlet itself where no owner is known.';
COMMENT ON COLUMN sources.kind IS 'outlet, wire, agency, aggregator or unknown.';
