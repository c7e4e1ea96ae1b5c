"""The comparison: versions, text reuse, stories, entities, claim clusters, relations and origins, as SQL in DuckDB."""

import duckdb

from samestory.compare.components import connected_components
from samestory.compare.linkage import average_link, link_further
from samestory.compare.script import drop_work_tables, run_scripts
from samestory.config import code_version

# Cosines (times 1,000,000) from which two clusters are merged on average, tried on the development half of ECB+ in
# steps of .01 to .025. Stories grow first to groups that surely tell of one event, then further where nothing speaks
# against it (075_other_events.sql): B-cubed F1 is highest from .18 to .20, then falls slowly from .08 to .10. Claims
# at .09 hold what is told of one matter, and at .08 different matters of short articles, too; whether two of them say
# the same is judged pair by pair, in 310_relations.sql.
EVENT_COSINE = 180_000
STORY_COSINE = 90_000
CLAIM_COSINE = 90_000

# Bytes. With them 100,000 articles are compared within a run of 6 GB; what needs more is written to a folder beside the
# build for the time being.
MEMORY = 4_500_000_000


def compare(connection: duckdb.DuckDBPyConnection) -> None:
    """Bring what is told from several articles at once up to date: all stories, and the rest where they changed."""
    _spare_memory(connection)
    connection.execute("CREATE OR REPLACE TEMP TABLE cmp_code AS SELECT $code AS digest", {"code": code_version()})
    run_scripts(connection, "000_macros", "005_function_words", "006_outcomes", "007_irregular_verbs")
    run_scripts(connection, "010_articles", "020_shingles")
    _tell_versions(connection)
    _group_stories(connection)
    run_scripts(connection, "100_entities", "110_entity_tables", "120_speakers")
    _cluster_claims(connection)
    run_scripts(connection, "300_quantity_pairs", "305_pair_features", "307_shared_names", "310_relations")
    run_scripts(connection, "320_rewritten", "325_repeated_sentences")
    _count_origins(connection)
    run_scripts(connection, "600_postings")
    drop_work_tables(connection)


def _spare_memory(connection: duckdb.DuckDBPyConnection) -> None:
    """Take no more than MEMORY; DuckDB itself takes most of what the machine or its container has."""
    asked = "SELECT parse_formatted_bytes(current_setting('memory_limit')) > $most"
    row = connection.execute(asked, {"most": MEMORY}).fetchone()
    if row is not None and row[0]:
        connection.execute(f"SET memory_limit = '{MEMORY}B'")


def _tell_versions(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "030_version_pairs")
    connected_components(connection)
    run_scripts(connection, "040_versions")


def _group_stories(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "050_text_reuse", "060_story_terms", "070_story_pairs")
    average_link(connection, EVENT_COSINE)
    run_scripts(connection, "075_other_events")
    link_further(connection, STORY_COSINE)
    run_scripts(connection, "080_stories", "082_source_names", "085_changed_stories", "095_story_tables")


def _cluster_claims(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "200_claims", "202_quantities", "205_claim_words", "210_claim_terms", "220_claim_pairs")
    average_link(connection, CLAIM_COSINE)
    run_scripts(connection, "230_clusters")


def _count_origins(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "405_citations", "410_stated_origins", "412_origin_edges")
    run_scripts(connection, "420_origin_table", "430_affiliations", "500_carriers")
    run_scripts(connection, "505_carrier_origins", "507_shared_origins")
    connected_components(connection)
    run_scripts(connection, "510_claim_clusters", "520_stances")
