"""A schedule must be seen to fire: nothing else shows that Prefect's scheduler works with the locked versions."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from samestory.warehouse.schema import connect
from tests.plain import SAMPLES

# The next full minute, a server's cold start and a run, each with room on a busy machine.
PATIENCE_SECONDS = 240


def test_a_cron_schedule_fires(tmp_path: Path) -> None:
    warehouse = tmp_path / "news.duckdb"
    home = {"HOME": str(tmp_path), "PREFECT_HOME": str(tmp_path / ".prefect"), "PATH": os.environ["PATH"]}
    command = [sys.executable, "-m", "samestory.cli", "serve", str(SAMPLES), "--cron", "* * * * *"]
    serving = subprocess.Popen(
        [*command, "--warehouse", str(warehouse)], env=home, cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not warehouse.exists() and time.monotonic() < deadline and serving.poll() is None:
            time.sleep(1)
        assert warehouse.exists()
        with connect(warehouse) as connection:
            assert connection.execute("SELECT count(*) FROM articles").fetchone() == (15,)
    finally:
        serving.send_signal(signal.SIGINT)
        _, told = serving.communicate(timeout=60)
    assert "running at '* * * * *'" in told
