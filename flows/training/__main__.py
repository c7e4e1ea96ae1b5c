"""Train the line model of cleaning, or cross-validate it.

usage: python -m training fit DATA MODEL       write the model in the folder MODEL that all sites of DATA teach
       python -m training check DATA ANSWERS   write for each set and flavour what models of other sites clean

DATA is a folder with wcxb and andy: gold bodies, texts in two flavours, and the pages of wcxb.
"""

import sys
from pathlib import Path

from samestory.clean.model import save
from training.check import check
from training.data import all_lines
from training.fit import fit


def main() -> int:
    """Run one command; return 2 where it is called wrongly."""
    match sys.argv[1:]:
        case ["fit", data, model]:
            Path(model).mkdir(parents=True, exist_ok=True)
            save(fit(*all_lines(Path(data))), Path(model))
        case ["check", data, answers]:
            Path(answers).mkdir(parents=True, exist_ok=True)
            check(Path(data), Path(answers))
        case _:
            sys.stderr.write(f"{__doc__}\n")
            return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
