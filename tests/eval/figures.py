"""The figures of cleaning and of facts: what is asked of each, which of them have floors, and how they are kept."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

COMMITTED = Path(__file__).parent / "figures.json"
# Sums of shares in another order differ in the last digits, and scores are printed with two; a fall by more is one.
TOLERANCE = 0.05
Figures = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Ask:
    """One figure: its name, what it says, the least that is asked, the aim, whether it may fall, which is better."""

    name: str
    what: str
    least: float | None = None
    aim: float | None = None
    has_floor: bool = True
    less_is_better: bool = False

    def gain(self, value: float, before: float) -> float:
        """Return by how much a value is better than another."""
        return before - value if self.less_is_better else value - before

    def met(self, value: float) -> str:
        """Return in a word which of what is asked is met."""
        if self.aim is not None and self.gain(value, self.aim) >= 0:
            return "aim"
        if self.least is None:
            return ""
        return "ok" if self.gain(value, self.least) >= 0 else "BELOW"


ASKS = (
    Ask("text", "text, wcxb and andy by models of other sites: mean F1", 93, 96),
    Ask("text.wcxb.inscriptis", "  wcxb flattened by inscriptis: F1"),
    Ask("text.wcxb.bs4", "  wcxb flattened by bs4: F1"),
    Ask("text.andy.inscriptis", "  andy flattened by inscriptis: F1"),
    Ask("text.andy.bs4", "  andy flattened by bs4: F1"),
    Ask("daniel", "text, daniel, never trained on: mean F1 of its languages", 85, 92),
    Ask("daniel.worst", "  its worst language: F1", 75, 88),
    Ask("bodies.wcxb", "clean already, gold bodies of wcxb (sites the model knows): F1", 99, 99.7),
    Ask("bodies.andy", "clean already, gold bodies of andy (sites the model knows): F1", 99, 99.7),
    Ask("html", "HTML, wcxb by models of other sites: F1"),
    Ask("html.trafilatura", "  trafilatura's best of six ways: F1", has_floor=False),
    Ask("html.gain", "  gain over it", 0.8, 1.5),
    Ask("seeds.furniture", "five seeds: lines of furniture removed, %", 100, 100),
    Ask("seeds.body", "five seeds: lines of prose kept, %", 100, 100),
    Ask("samples", "sample articles: characters rightly kept or removed, %"),
    Ask("rebuilt", "all of these: pages that their spans rebuild, %", 100, 100),
    Ask("unexplained", "all of these: spans removed without a reason", 0, 0, less_is_better=True),
    Ask("speed.text", "speed, text, one core: MB/s", 10, 50, has_floor=False),
    Ask("speed.text.times", "  pages/s beside trafilatura's default on their HTML, times", 15, 75, has_floor=False),
    Ask("speed.html.times", "speed, HTML, beside trafilatura's default, times", 0.8, 1.2, has_floor=False),
    Ask("facts.quotes.found", "quotations: quoted stretches found, F1", 95, 97),
    Ask("facts.quotes.speaker", "  with the right speaker, F1", 87.5, 91),
    Ask("facts.quotes.direct", "  direct attributions, F1", 93, 95),
    Ask("facts.quotes.indirect", "  indirect with a verb of saying: right source, %", 66, 80),
    Ask("facts.quotes.content", "  tokens of content, F1", 80, 87),
    Ask("facts.dates.strict", "dates: exact span, F1", 83, 88),
    Ask("facts.dates.relaxed", "  overlap, F1", 92, 95),
    Ask("facts.dates.value", "  value, F1", 79, 85),
    Ask("facts.numbers.right", "numbers: cases right, %", 82, 95),
    Ask("facts.entities.exact", "entities: exact span and type, F1", 45, 60),
    Ask("facts.entities.overlap", "  overlap and type, F1", 62, 75),
    Ask("facts.certainty.mae", "certainty: mean absolute error, hundredths", 50, 42, less_is_better=True),
    Ask("facts.certainty.r", "  Pearson's r, hundredths", 70, 75),
    Ask("facts.seeds.quotes", "five seeds: quotes of 7", 7, 7),
    Ask("facts.seeds.attributions", "  attributions of 37", 32, 37),
    Ask("facts.seeds.turns", "  turns of 22", 20, 22),
    Ask("facts.seeds.numbers", "  numbers of 11", 10, 11),
    Ask("facts.seeds.dates", "  dates of 21", 20, 21),
    Ask("facts.seeds.mentions", "  mentions of 163, exact", 140, 155),
    Ask("facts.seeds.aliases", "  aliases, B-cubed F1", 92, 97),
    Ask("facts.seeds.false", "  false numbers, quotes and facts in furniture", 0, 0, less_is_better=True),
    Ask("facts.fidelity", "all of these: spans that equal their text, %", 100, 100),
    Ask("facts.speed", "speed, one core, all kinds: thousand characters/s", 300, 1000, has_floor=False),
)
_ASKS = {ask.name: ask for ask in ASKS}
# These take a minute and need no training, so that tests can measure them; those of facts take half of one.
CHEAP_FACTS = tuple(ask.name for ask in ASKS if ask.name.startswith("facts.") and ask.has_floor)
CHEAP = ("daniel", "daniel.worst", "bodies.wcxb", "bodies.andy", "seeds.furniture", "seeds.body", "samples")


def read(path: Path) -> dict[str, float]:
    """Return the figures of a file."""
    found: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    return found


def write(figures: Figures, path: Path) -> None:
    """Write figures to a file, those of the table in its order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(in_order(figures), indent=4) + "\n", encoding="utf-8")


def in_order(figures: Figures) -> dict[str, float]:
    """Return rounded figures in the order of the table."""
    return {ask.name: round(figures[ask.name], 2) for ask in ASKS if ask.name in figures}


def with_floor(figures: Figures) -> dict[str, float]:
    """Return the figures that must not fall."""
    return {ask.name: figures[ask.name] for ask in ASKS if ask.has_floor and ask.name in figures}


def falls(measured: Figures, floors: Figures) -> list[str]:
    """Return a line for each figure that is worse than its floor, or is missing."""
    lines = []
    for name, floor in floors.items():
        value = measured.get(name)
        if value is None:
            lines.append(f"{name}: not measured, was {floor:.2f}")
        elif _ASKS[name].gain(value, floor) < -TOLERANCE:
            lines.append(f"{name}: fell back from {floor:.2f} to {value:.2f}")
    return lines


def accepted(measured: Figures, floors: Figures, *, lower: bool = False) -> dict[str, float]:
    """Return the new floors: what was measured where it is better, or all of it if figures may fall."""
    new = with_floor(measured)
    if not lower:
        new = {name: value for name, value in new.items() if name not in floors or rose(name, value, floors)}
    return in_order({**floors, **new})


def rose(name: str, value: float, floors: Figures) -> bool:
    """Tell whether a figure is better than its floor, in the digits that are kept."""
    return _ASKS[name].gain(round(value, 2), floors[name]) > 0


def table(measured: Figures, floors: Figures) -> str:
    """Return one line a figure: what, measured, floor, asked at least, aim, and whether it is met."""
    rows = [_row("", "measured", "floor", "at least", "aim", "")]
    for ask in ASKS:
        value = measured.get(ask.name)
        if value is None:
            continue
        numbers = (value, floors.get(ask.name), ask.least, ask.aim)
        rows.append(_row(ask.what, *("" if number is None else f"{number:.2f}" for number in numbers), ask.met(value)))
    return "\n".join(rows)


def _row(what: str, *cells: str) -> str:
    return f"{what:64}" + "".join(f"{cell:>10}" for cell in cells)
