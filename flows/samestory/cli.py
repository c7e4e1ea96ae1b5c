"""The command line; Prefect, Great Expectations and trafilatura are imported only by the commands that need them."""

import argparse
import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from samestory import __version__, commands

WAREHOUSE = "warehouse/news.duckdb"
Command = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"

_EPILOG = """\
examples:
  samestory run seeds/articles/
  samestory run 'scraped/*.html' dump.jsonl.gz --warehouse warehouse/news.duckdb
  samestory query "FROM corroboration"
  samestory query "SELECT outlet, count(*) FROM latest_articles GROUP BY 1" --format csv
  samestory clean pages.jsonl > cleaned.jsonl
  cat articles.jsonl | samestory extract - > facts.jsonl
"""
# The settings of the libraries that numpy may be built with.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "OMP_NUM_THREADS")
_INPUT_HELP = "file, folder or quoted glob: .txt .html .jsonl .parquet .warc, plain, .gz or .zst; - reads JSON lines"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; return 0 when all is well, 1 when something failed, 2 for wrong usage."""
    # Before numpy is imported: the line model multiplies small matrices, which more threads only make wait.
    for name in _ONE_THREAD:
        os.environ.setdefault(name, "1")
    options = _parser().parse_args(arguments)
    command: Command = options.command
    try:
        return command(options)
    except BrokenPipeError:
        # The reader of our output, such as head, has gone; that is no error.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("samestory: stopped", file=sys.stderr)
        return 130
    except (OSError, ValueError, RuntimeError) as error:
        if os.environ.get("SAMESTORY_DEBUG"):
            raise
        print(f"samestory: {error}", file=sys.stderr)
        return 1
    except Exception as error:
        # A library's own error, such as DuckDB's on a full disk: one line too, and how to see where it came from.
        if os.environ.get("SAMESTORY_DEBUG"):
            raise
        print(f"samestory: {type(error).__name__}: {error} (SAMESTORY_DEBUG=1 shows where)", file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="samestory",
        description="Raw news article text in, a DuckDB warehouse that compares sources out.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"samestory {__version__}")
    groups = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _add_flow_commands(groups)
    _add_stream_commands(groups)
    _add_warehouse_commands(groups)
    return parser


def _command(groups: Commands, name: str, run: Command, text: str) -> argparse.ArgumentParser:
    parser = groups.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.set_defaults(command=run)
    return parser


def _add_flow_commands(groups: Commands) -> None:
    run = _command(groups, "run", commands.run, "run the flow once: read, clean, extract, compare, validate, publish")
    serve = _command(groups, "serve", commands.serve, "run the same flow on a schedule until stopped")
    for parser in (run, serve):
        parser.add_argument("inputs", nargs="+", metavar="INPUT", help=_INPUT_HELP)
        _add_warehouse(parser)
        parser.add_argument("--workers", type=int, help="processes at work (default: one a core)")
        parser.add_argument("--no-clean", action="store_true", help="take the text as clean: remove nothing")
        parser.add_argument("--full", action="store_true", help="make all documents anew, not only new or changed ones")
        parser.add_argument("--prune", action="store_true", help="drop what the inputs hold no more (never by default)")
        for name, which in (("--since", "first"), ("--until", "last")):
            text = f"{which} day of publication to take, as 2026-03-31; documents of other days stay as they are"
            parser.add_argument(name, type=date.fromisoformat, metavar="DAY", help=text)
    bench = _command(groups, "bench", commands.bench, "time every step on the given documents, in one process")
    bench.add_argument("inputs", nargs="+", metavar="INPUT", help=_INPUT_HELP)
    bench.add_argument("--no-clean", action="store_true", help="take the text as clean: remove nothing")
    serve.add_argument("--cron", default="0 * * * *", help="when to run, in UTC (default: %(default)s)")


def _add_stream_commands(groups: Commands) -> None:
    clean = _command(groups, "clean", commands.clean, "print what cleaning keeps and removes, as JSON lines")
    extract = _command(groups, "extract", commands.extract, "print the facts of each document, as JSON lines")
    for parser in (clean, extract):
        parser.add_argument("inputs", nargs="*", default=["-"], metavar="INPUT", help=_INPUT_HELP + " (default: -)")
    extract.add_argument("--no-clean", action="store_true", help="take the text as clean: remove nothing")
    clean.set_defaults(no_clean=False)


def _add_warehouse_commands(groups: Commands) -> None:
    query = _command(groups, "query", commands.query, "ask the warehouse in SQL")
    query.add_argument("sql", help='for example "FROM corroboration"')
    query.add_argument("--format", choices=("table", "csv", "json", "parquet"), default="table")
    docs = _command(groups, "docs", commands.docs, "print the data dictionary: every table, view and macro")
    validate = _command(groups, "validate", commands.validate, "run all expectations over the published warehouse")
    export = _command(groups, "export", commands.export, "write every table to a folder as Parquet or CSV")
    export.add_argument("folder", type=Path)
    export.add_argument("--format", choices=("parquet", "csv"), default="parquet")
    doctor = _command(groups, "doctor", commands.doctor, "tell whether this machine and warehouse are ready for a run")
    for parser in (query, docs, validate, export, doctor):
        _add_warehouse(parser)


def _add_warehouse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--warehouse", type=Path, default=Path(WAREHOUSE), help="default: %(default)s")


if __name__ == "__main__":
    raise SystemExit(main())
