"""What each command does; every import that takes time is inside the command that needs it."""
# ruff: noqa: PLC0415 - `samestory --help` must answer at once

import argparse
import logging
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samestory.stages import Plan

# Prefect reads these when it is imported: no telemetry, and nothing on the console but what we print. A server that
# PREFECT_API_URL names still gets every log record.
_PREFECT_ENVIRONMENT = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",
    "PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL": "CRITICAL",
    "PREFECT_LOGGING_EXTRA_LOGGERS": "samestory",
    # On a busy machine its server takes longer to start than the 20 s that it is given by default.
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
}


def run(options: argparse.Namespace) -> int:
    """Run the flow once and print the summary."""
    from samestory.ingest import discover

    # A wrong path is told at once, not after Prefect has started.
    discover(options.inputs)
    _prepare_prefect()
    from samestory.flow import samestory_flow
    from samestory.summary import summary
    from samestory.warehouse.answers import figures

    with StatusLine.shown():
        done = samestory_flow(options.inputs, str(options.warehouse), _wanted(options))
    if done.is_published:
        print(summary(options.warehouse, figures(options.warehouse), done.seconds, done.report))
    else:
        print(f"{options.warehouse} is up to date: no document is new or changed, nothing was written")
    return 0


def _wanted(options: argparse.Namespace) -> dict[str, object]:
    """Return what the command line asks of a run, as config.Options has it."""
    return {
        "workers": options.workers,
        "clean": not options.no_clean,
        "full": options.full,
        "prune": options.prune,
        "since": options.since and str(options.since),
        "until": options.until and str(options.until),
    }


def serve(options: argparse.Namespace) -> int:
    """Serve the flow on a cron schedule until stopped."""
    _prepare_prefect()
    from samestory.server import prefect_server

    parameters = {
        "inputs": options.inputs,
        "warehouse": str(options.warehouse),
        "options": _wanted(options),
    }
    with prefect_server() as address:
        # Imported only now, because Prefect reads the server's address when it is imported.
        from samestory.flow import samestory_flow

        print(f"samestory: running at {options.cron!r} (UTC), shown at {address.removesuffix('/api')}", file=sys.stderr)
        samestory_flow.serve(name="samestory", cron=options.cron, parameters=parameters, print_starting_message=False)
    return 0


def clean(options: argparse.Namespace) -> int:
    """Print what cleaning keeps and removes."""
    from samestory.streams import clean_stream

    return _print(clean_stream(options.inputs, _plan(options)))


def extract(options: argparse.Namespace) -> int:
    """Print the facts of each document."""
    from samestory.streams import extract_stream

    return _print(extract_stream(options.inputs, _plan(options)))


def query(options: argparse.Namespace) -> int:
    """Print the answer to one query."""
    from samestory.warehouse.answers import answer

    # Files and pipes get whole lines; a terminal gets what fits.
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 200
    sys.stdout.buffer.write(answer(options.warehouse, options.sql, options.format, width))
    return 0


def docs(options: argparse.Namespace) -> int:
    """Print the data dictionary of a warehouse."""
    from samestory.dictionary import data_dictionary
    from samestory.warehouse.answers import open_sealed

    with open_sealed(options.warehouse) as connection:
        print(data_dictionary(connection), end="")
    return 0


def validate(options: argparse.Namespace) -> int:
    """Run the suites over the published file and write a report."""
    from samestory.staging import validate_published

    report, failed = validate_published(options.warehouse)
    print(f"{failed} expectations not met; report: {report}")
    return 1 if failed else 0


def export(options: argparse.Namespace) -> int:
    """Write every table to a file of its own."""
    from samestory.warehouse.answers import export_tables

    for file, rows in export_tables(options.warehouse, options.folder, options.format):
        print(f"{rows:>10,}  {file}")
    return 0


def doctor(options: argparse.Namespace) -> int:
    """Print what is ready and what is not."""
    from samestory.doctor import examine

    findings = examine(options.warehouse)
    for finding in findings:
        print(f"{'ok ' if finding.ok else 'NOT'}  {finding.what}: {finding.told}")
    return 0 if all(finding.ok for finding in findings) else 1


def bench(options: argparse.Namespace) -> int:
    """Print how fast each step is, one process alone."""
    from samestory.bench import bench as timed

    print("\n".join(timed(options.inputs, _plan(options)).lines()))
    return 0


class StatusLine(logging.Handler):
    """Shows the latest log record on one line of a terminal; on anything else, each record on a line of its own."""

    def emit(self, record: logging.LogRecord) -> None:
        """Show one record."""
        if sys.stderr.isatty():
            print(f"\r\x1b[K{record.getMessage()}", end="", file=sys.stderr, flush=True)
        else:
            print(record.getMessage(), file=sys.stderr, flush=True)

    def close(self) -> None:
        """Clear the line."""
        if sys.stderr.isatty():
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)
        super().close()

    @classmethod
    @contextmanager
    def shown(cls) -> Iterator[None]:
        """Show the program's log records while a block runs."""
        line, logger = cls(logging.INFO), logging.getLogger("samestory")
        logger.addHandler(line)
        logger.setLevel(logging.INFO)
        try:
            yield
        finally:
            logger.removeHandler(line)
            line.close()


def _prepare_prefect() -> None:
    for name, value in _PREFECT_ENVIRONMENT.items():
        os.environ.setdefault(name, value)


def _plan(options: argparse.Namespace) -> "Plan":
    from samestory.config import load_settings
    from samestory.stages import Plan

    settings = load_settings()
    return Plan(settings.seed("sources.csv"), settings.seed("aliases.csv"), not options.no_clean)


def _print(chunks: Iterable[bytes]) -> int:
    """Print JSON lines as they come; on a terminal that does not show them itself, tell how far the work is."""
    quiet = sys.stdout.isatty() or not sys.stderr.isatty()
    with nullcontext() if quiet else StatusLine.shown():
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
    return 0
