"""Whether the claims that the sample stories were written to show come out as such.

python -m tests.eval.score_samples WAREHOUSE
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from samestory.warehouse.schema import connect

EXPECTED = Path(__file__).parent / "sample_claims.json"
# A claim stands for a sentence when they share at least half of the shorter one, as in the stories scorer.
_STANDING = """
    WITH sentence AS (
        SELECT article_id, input_id, instr(raw_text, $text) - 1 AS begins, length($text) AS n
        FROM articles
        WHERE input_id = $article
    )
    SELECT c.claim_id, c.cluster_id, k.status, s.input_id
    FROM sentence AS s
    INNER JOIN claims AS c USING (article_id)
    LEFT JOIN claim_clusters AS k USING (cluster_id)
    WHERE 2 * (least(c.end_char, s.begins + s.n) - greatest(c.start_char, s.begins))
        >= least(s.n, c.end_char - c.start_char)
"""
_RELATED = "SELECT claim_a, claim_b, relation FROM claim_relations WHERE relation IN ('updates', 'conflicts')"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One expected claim, and what the warehouse makes of its sentences."""

    story: str
    name: str
    expected: str
    found: frozenset[str]

    @property
    def right(self) -> bool:
        """Tell whether the expected outcome is there, and no false corroboration beside it."""
        return self.expected in self.found


def outcomes(connection: duckdb.DuckDBPyConnection) -> Iterator[Outcome]:
    """Yield the outcome of every expected claim."""
    for story in json.loads(EXPECTED.read_text(encoding="utf-8"))["stories"]:
        for claim in story["claims"]:
            found = frozenset(_found(connection, claim["sentences"]))
            yield Outcome(story["name"], claim["name"], claim["expect"], found)


def _found(connection: duckdb.DuckDBPyConnection, sentences: list[dict[str, str]]) -> Iterator[str]:
    """Yield the statuses of the clusters that the sentences share, and the relations between their claims."""
    rows = [row for sentence in sentences for row in connection.execute(_STANDING, sentence).fetchall()]
    articles: dict[str, set[str]] = {}
    for _, cluster_id, _, input_id in rows:
        articles.setdefault(cluster_id, set()).add(input_id)
    wanted = min(2, len({sentence["article"] for sentence in sentences}))
    yield from (status for _, cluster_id, status, _ in rows if status and len(articles[cluster_id]) >= wanted)
    names = {"updates": "update", "conflicts": "conflict"}
    related = connection.execute(_RELATED)
    ids = {claim_id for claim_id, *_ in rows}
    yield from (names[relation] for a, b, relation in related.fetchall() if a in ids and b in ids)


def main() -> None:
    """Print every claim with what was expected and found, and how many came out right."""
    with connect(Path(sys.argv[1])) as connection:
        results = list(outcomes(connection))
    for result in results:
        mark = "ok  " if result.right else "MISS"
        print(f"{mark} {result.story}: {result.name}: expected {result.expected}, found {sorted(result.found)}")
    by_kind = Counter(result.expected for result in results if result.right)
    print(json.dumps({"right": sum(by_kind.values()), "of": len(results), **by_kind}))


if __name__ == "__main__":
    main()
