"""Lines with everything that is known of them before the model: rules, looks, places, and a page's markup."""

import polars as pl

from samestory.clean.body import with_body_run
from samestory.clean.context import with_context_rules
from samestory.clean.features import with_features
from samestory.clean.lines import explode_lines
from samestory.clean.looks import with_looks
from samestory.clean.page import with_markup, with_votes
from samestory.clean.patterns import with_rules
from samestory.clean.places import with_places
from samestory.clean.titles import with_titles


def described_lines(articles: pl.DataFrame) -> pl.DataFrame:
    """Return one row a line of ARTICLES with its rule and the features that are not learned."""
    ruled = with_context_rules(with_rules(with_features(explode_lines(articles))))
    run = with_body_run(with_votes(ruled, articles))
    return with_markup(with_places(with_looks(with_titles(run, articles))), articles)
