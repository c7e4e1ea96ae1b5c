"""Citations: outlets, agencies, links and footnotes that a text names as its source; persons are none."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.article import Article, Block, Fact
from samestory.assets import asset
from samestory.facts import citations
from samestory.facts.extract import load_references

OUTLETS = {
    "orvana herald": "The Orvana Herald",
    "continental wire": "Continental Wire",
    "contiwire": "Continental Wire",
    "CW": "Continental Wire",
    "skylens": "Skylens",
    "reuters": "Reuters",
    "quorl": "Quorl",
}


def article(text: str) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(f"p{start}", start, start + len(line)))
        start += len(line) + 1
    return Article("a", text, None, tuple(blocks), ())


def find(text: str) -> list[Fact]:
    return citations.find(article(text), OUTLETS)


def cited(text: str) -> list[object]:
    return [fact.fields["cited"] for fact in find(text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“We saw nothing,” the pilot told Continental Wire on Monday.", "Continental Wire"),
        ("According to the Brannow Gazette, the gate was open.", "Brannow Gazette"),
        ("The ship has left, Quorl reports.", "Quorl"),
        ("Quorl first reported the theft.", "Quorl"),
        ("The film was confirmed by Skylens.", "Skylens"),
        ("The pictures, released by Skylens, show smoke.", "Skylens"),
        ("In footage from Orvana Television a tower falls.", "Orvana Television"),
        ("Skylens's satellite imagery shows a crater.", "Skylens"),
        ("He said so in an interview with The Orvana Herald.", "The Orvana Herald"),
        ("The Orvana Herald reported a loss, citing a leaked paper.", "The Orvana Herald"),
        ("The mine is closed, it said, citing Continental Wire.", "Continental Wire"),
        ("Source: Brannow Bee", "Brannow Bee"),
        ("Velmnews.com reports that the well is dry.", "Velmnews.com"),
    ],
)
def test_an_outlet_is_cited_by_what_stands_around_it(text: str, name: str) -> None:
    fact = find(text)[0]
    assert cited(text) == [name]
    assert text[fact.start : fact.end] in (name, name.removeprefix("The "))
    assert fact.fields["cited_kind"] in {"outlet", "agency"}


@pytest.mark.parametrize(
    ("text", "alias"),
    [
        ("BRANNOW (ContiWire) - Two bridges fell.", "ContiWire"),
        ("The mayor told CW that two bridges fell.", "CW"),
        ("Source: CW", "CW"),
        ("Two bridges fell, CONTINENTAL WIRE reported.", "CONTINENTAL WIRE"),
    ],
)
def test_an_alias_cites_the_outlet_that_bears_it(text: str, alias: str) -> None:
    fact = find(text)[0]
    assert text[fact.start : fact.end] == alias
    assert (fact.fields["cited"], fact.fields["cited_kind"]) == ("Continental Wire", "agency")


@pytest.mark.parametrize("text", ["Cw reported a theft.", "The mayor told Cw that two bridges fell."])
def test_a_short_alias_is_read_as_it_is_written_only(text: str) -> None:
    assert find(text) == []


def test_reference_tables_give_the_canonical_name_of_an_outlet(tmp_path: Path) -> None:
    sources, names = tmp_path / "sources.csv", tmp_path / "aliases.csv"
    sources.write_text("outlet,aliases\nThe Velm Bee,VB;Bee of Velm\nOrvana Sun,\n", encoding="utf-8")
    names.write_text(asset("seeds", "aliases.csv").read_text(encoding="utf-8"), encoding="utf-8")
    assert load_references(names, sources).outlets == {
        "velm bee": "The Velm Bee", "VB": "The Velm Bee", "bee of velm": "The Velm Bee", "orvana sun": "Orvana Sun",
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "“No,” Mirel Tosk told Hanna Voss.",
        "Mirel Tosk reported a theft. According to Hanna Voss, it was a lamp.",
        "The Ministry of Roads said nothing.",
        "Quorl sells maps.",
        "The images were taken by Peer Lund.",
        "The list [a] has 12 [items].",
        "Write to anka@velm.example today.",
    ],
)
def test_persons_offices_and_bare_names_are_no_citations(text: str) -> None:
    assert find(text) == []


def test_two_outlets_joined_by_and_are_both_cited() -> None:
    assert cited("The images, taken by Skylens and the Orvana Herald, show smoke.") == ["Skylens", "The Orvana Herald"]


def test_a_wire_is_an_agency() -> None:
    assert find("According to Reuters, it rained.")[0].fields["cited_kind"] == "agency"
    assert find("According to Orvana News Agency, it rained.")[0].fields["cited_kind"] == "agency"


@pytest.mark.parametrize(
    ("text", "span", "host"),
    [
        (
            "So it was. [[1](https://www.velm.example/a/b_(c))] Then",
            "[[1](https://www.velm.example/a/b_(c))]",
            "velm.example",
        ),
        ("See [the paper](http://velm.example/x) now.", "[the paper](http://velm.example/x)", "velm.example"),
        ("Original Source: www.velm.example\n", "www.velm.example", "velm.example"),
        ("It is at https://velm.example/a?b=1, she wrote.", "https://velm.example/a?b=1", "velm.example"),
    ],
)
def test_links_are_citations_of_their_host(text: str, span: str, host: str) -> None:
    (fact,) = find(text)
    assert text[fact.start : fact.end] == span
    assert (fact.fields["cited"], fact.fields["cited_kind"]) == (host, "url")
    assert str(fact.fields["cited_url"]) in span


def test_footnote_marks_carry_their_number() -> None:
    text = "One report says so. [[3]] Another does not. [12]"
    assert [(text[f.start : f.end], f.fields["cited"], f.fields["cited_kind"]) for f in find(text)] == [
        ("[[3]]", "3", "footnote"),
        ("[12]", "12", "footnote"),
    ]


@pytest.mark.parametrize(
    "note", ["[3] Brannow paper, https://velm.example/x", "3. Brannow paper: https://velm.example/x."]
)
def test_a_footnote_mark_has_the_address_of_its_note(note: str) -> None:
    mark = find(f"One report says so.[3] Another does not.[4]\n{note}")[:2]
    assert [fact.fields["cited_url"] for fact in mark] == ["https://velm.example/x", None]


def test_a_glued_sentence_is_no_domain() -> None:
    assert find("They flew to Brannow.In reports of that day nothing is said.") == []


PIECES = st.sampled_from(
    [
        "Reuters",
        "told",
        "According to",
        "[[1]]",
        "[[",
        "](https://",
        "www.",
        "Source:",
        "(",
        ")",
        "\n",
        "http://[",
        "é🛰",
        "reported",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_text_gives_disjoint_citations_inside_its_paragraphs(text: str) -> None:
    source, end = article(text), 0
    for fact in citations.find(source, OUTLETS):
        assert end <= fact.start < fact.end <= len(text)
        assert any(block.start <= fact.start and fact.end <= block.end for block in source.paragraphs)
        assert fact.fields["cited"]
        end = fact.end
