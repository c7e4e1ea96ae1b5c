"""The comparison: versions, text reuse, stories, entities, claim clusters, relations and origins, as SQL in DuckDB."""

import duckdb

from samestory.compare.components import connected_components
from samestory.compare.linkage import average_link
from samestory.compare.script import drop_work_tables, run_scripts

# Cosines (times 1,000,000) from which two clusters are merged on average, tried on the development half of ECB+ in
# steps of .01 to .02. B-cubed F1 of stories is flat from .11 to .13. Claims at .14 hold what is told of one matter;
# whether two of them say the same is judged pair by pair, in 310_relations.sql.
STORY_COSINE = 120_000
CLAIM_COSINE = 140_000


def compare(connection: duckdb.DuckDBPyConnection) -> None:
    """Rebuild all that is told from several articles at once from the base tables of the current schema."""
    run_scripts(connection, "000_macros", "005_function_words", "006_outcomes", "010_articles", "020_shingles")
    _tell_versions(connection)
    _group_stories(connection)
    run_scripts(connection, "100_entities", "110_entity_tables", "120_speakers")
    _cluster_claims(connection)
    run_scripts(connection, "300_quantity_pairs", "305_pair_features", "310_relations", "320_rewritten")
    _count_origins(connection)
    run_scripts(connection, "600_postings")
    drop_work_tables(connection)


def _tell_versions(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "030_version_pairs")
    connected_components(connection)
    run_scripts(connection, "040_versions")


def _group_stories(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "050_text_reuse", "060_story_terms", "070_story_pairs")
    average_link(connection, STORY_COSINE)
    run_scripts(connection, "080_stories")


def _cluster_claims(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "200_claims", "202_quantities", "205_claim_words", "210_claim_terms", "220_claim_pairs")
    average_link(connection, CLAIM_COSINE)
    run_scripts(connection, "230_clusters")


def _count_origins(connection: duckdb.DuckDBPyConnection) -> None:
    run_scripts(connection, "400_origin_names", "410_stated_origins", "412_origin_edges")
    run_scripts(connection, "420_origin_table", "430_affiliations", "500_carriers", "505_carrier_origins")
    connected_components(connection)
    run_scripts(connection, "510_claim_clusters")
