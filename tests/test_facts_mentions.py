"""Names in running text: what is one, what it names, and which forms stand for the same entity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.article import Article, Block, Fact
from samestory.assets import asset
from samestory.facts import mentions
from samestory.facts.aliases import load_aliases
from samestory.facts.entities import skeleton

ALIASES = load_aliases(asset("seeds", "aliases.csv"))


def article(text: str) -> Article:
    blocks, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(f"p{start}", start, start + len(line)))
        start += len(line) + 1
    return Article("a", text, None, tuple(blocks), ())


def find(text: str) -> list[Fact]:
    return mentions.find(article(text), ALIASES)


def rows(text: str) -> list[tuple[str, object, object]]:
    return [(text[fact.start : fact.end], fact.fields["type"], fact.fields["entity"]) for fact in find(text)]


def entities(text: str) -> dict[str, object]:
    return {form: entity for form, _, entity in rows(text)}


def types(text: str) -> dict[str, object]:
    return {form: kind for form, kind, _ in rows(text)}


def rules(text: str) -> dict[str, object]:
    return {text[fact.start : fact.end]: fact.fields["merge_rule"] for fact in find(text)}


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("The harbour was rebuilt, said Mirel Tosk, a welder.", "Mirel Tosk", "PER"),
        ("The plan was drawn up by the Ministry of Roads and Canals in May.", "Ministry of Roads and Canals", "ORG"),
        ("It was sold to Quorl Technologies last year.", "Quorl Technologies", "ORG"),
        ("They camped beside the Vessel River for a week.", "Vessel River", "LOC"),
        ("A bridge in Obrinka fell into the water.", "Obrinka", "LOC"),
        ("The ferry reached the village of Sarn at dawn.", "Sarn", "LOC"),
        ("Officials in Norway declined.", "Norway", "LOC"),
        ("She saw two Zk-52 helicopters above the bay.", "Zk-52", "EQUIPMENT"),
        ("The patient was moved to another QX-30 pump.", "QX-30", "EQUIPMENT"),
        ("Chief Executive Dana Whitlock spoke.", "Dana Whitlock", "PER"),
        ("In the port lay the frigate Morwenna, freshly painted.", "Morwenna", "EQUIPMENT"),
        ("We were told by velm.example and by Velmnews.com later.", "Velmnews.com", "ORG"),
        ("He was a boy during the Salt War, his son said.", "Salt War", "OTHER"),
    ],
)
def test_a_name_has_its_type(text: str, form: str, kind: str) -> None:
    assert types(text)[form] == kind


@pytest.mark.parametrize(
    "text",
    [
        "However, nothing was found. Rescue was late. Tomorrow is another day.",
        "Satellite images were shown on Monday, December 13, and in May.",
        "Yes. It’s done. I’m glad, and I’d do it again.",
        "Norwegian officials met Chilean miners and Kurdish farmers.",
        "The prime minister spoke. The Prime Minister spoke again.",
        "LEAVE A REPLY\nShare This\nRead More",
    ],
)
def test_words_capitalised_by_their_place_are_no_names(text: str) -> None:
    assert rows(text) == []


def test_a_word_the_article_also_writes_small_is_no_name_at_a_sentence_start() -> None:
    assert entities("They praised the divers. Divers said no.") == {}


def test_roles_are_cut_off_and_courtesy_titles_stay() -> None:
    text = "Today President Ilmo Draske met Deputy Trade Minister Hanna Voss and Dr. Peer Lund."
    assert rows(text) == [
        ("Ilmo Draske", "PER", "Ilmo Draske"),
        ("Hanna Voss", "PER", "Hanna Voss"),
        ("Dr. Peer Lund", "PER", "Peer Lund"),
    ]


def test_an_institution_before_a_role_is_a_name_of_its_own() -> None:
    assert types("It was ordered by Orlan Coast Guard Commander Ruben Asch.") == {
        "Orlan Coast Guard": "ORG",
        "Ruben Asch": "PER",
    }


def test_a_surname_stands_for_the_only_person_of_that_name() -> None:
    text = "The mayor, Ruta al-Dorin, spoke first. Dorin's deputy was late, and nobody asked Dorin why."
    assert entities(text) == {"Ruta al-Dorin": "Ruta al-Dorin", "Dorin": "Ruta al-Dorin"}
    assert "last_name" in rules(text).values()


def test_a_surname_of_two_persons_stands_for_neither() -> None:
    text = "The case of Ruta Dorin and of Peer Dorin was heard. In court Dorin said nothing."
    assert entities(text)["Dorin"] == "Dorin"


def test_a_role_held_by_two_persons_does_not_merge_them() -> None:
    text = "Former president Ilmo Draske left. President Hanna Voss came."
    assert set(entities(text).values()) == {"Ilmo Draske", "Hanna Voss"}


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    text = "Talks with the Harbour Relief Fund (HRF) began. The HRF was content."
    assert entities(text)["HRF"] == "Harbour Relief Fund"
    assert rules(text)["HRF"] == "acronym"


def test_brackets_that_do_not_abbreviate_are_left_alone() -> None:
    assert entities("The Harbour Relief Fund (XYZ) met.").get("XYZ") != "Harbour Relief Fund"


def test_spellings_of_one_name_meet() -> None:
    text = "The base at Khorvemin was shelled. By night, Horvemin burned, said people near Horvemin."
    assert set(entities(text).values()) == {"Horvemin"} or set(entities(text).values()) == {"Khorvemin"}
    assert "spelling" in rules(text).values()


@pytest.mark.parametrize(("one", "other"), [("Khorvemin", "Horvemin"), ("Qasrel", "Kasrel"), ("Ghadim", "Gadim")])
def test_skeletons_of_spellings_are_equal(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_skeletons_of_different_names_differ() -> None:
    assert skeleton("Iran") != skeleton("Iraq")


def test_short_forms_of_companies_and_rivers_merge_and_towns_beside_a_dam_do_not() -> None:
    text = "The Ostra river rose. Quorl Imaging saw the Brannow dam. The Ostra fell, and in Brannow they thanked Quorl."
    assert entities(text)["Ostra"] == "Ostra river"
    assert entities(text)["Quorl"] == "Quorl Imaging"
    assert entities(text)["Brannow"] == "Brannow"


def test_names_in_small_letters_are_found_beside_their_capitals() -> None:
    text = "Dr. Anka Velmer spoke for norway. “Enough,” Anka velmer said, and President velmer laughed."
    assert rows(text) == [
        ("Dr. Anka Velmer", "PER", "Anka Velmer"),
        ("norway", "LOC", "Norway"),
        ("Anka velmer", "PER", "Anka Velmer"),
        ("velmer", "PER", "Anka Velmer"),
    ]


def test_countries_that_are_words_are_not_found_in_small_letters() -> None:
    assert rows("They ate turkey from old china with chad the dog.") == []


def test_a_capital_that_acts_is_its_government_and_else_a_city() -> None:
    text = "Ottawa rejected the plan. A fire broke out in Ottawa. The Kremlin was silent."
    assert rows(text) == [
        ("Ottawa", "ORG", "Canadian government"),
        ("Ottawa", "LOC", "Ottawa"),
        ("Kremlin", "ORG", "Russian government"),
    ]


def test_adjectives_of_nationality_are_no_states_but_their_institutions_are_names() -> None:
    assert rows("The Norwegian defence ministry said so; Norwegian army trucks came.") == [
        ("Norwegian defence ministry", "ORG", "Norwegian defence ministry")
    ]


def test_an_adjective_made_from_a_name_of_the_article_is_none() -> None:
    assert entities("The navy of Orvana sailed, and an Orvanan officer waved.") == {"Orvana": "Orvana"}


def test_lines_in_title_case_hold_only_names_known_from_the_text() -> None:
    text = "Quiet Evening As Mirel Tosk Returns Home\nIn the evening Mirel Tosk came home."
    assert entities(text) == {"Mirel Tosk": "Mirel Tosk"}
    assert len(rows(text)) == 2


def test_glued_titles_and_sentences_keep_their_offsets() -> None:
    text = "Dr.Velmer went to Norway.While there, Velmer slept."
    assert [text[fact.start : fact.end] for fact in find(text)] == ["Dr.Velmer", "Norway", "Velmer"]


def test_a_possessive_is_not_part_of_the_name() -> None:
    text = "We crossed Norway’s border and Chile's desert and Peru‘s coast."
    assert rules(text) == {"Norway": "possessive", "Chile": "possessive", "Peru": "possessive"}


WORDS = st.sampled_from(
    [
        "the", "Norway", "norway", "Dr.", "Anka", "Velmer", "velmer", "said", "(HRF)", "U.S.", "Fund", "of", "and",
        "In", "é", "al-Dorin’s", "An-52", "Ministry", "“", ".", ",", "Ottawa", "🛰", "President", "Kurdish", "army",
        "Times", "-", "May", "5th", "Dr.Velmer", "Hall.In", "|", "\n", "\u00a0"
    ]
)  # fmt: skip


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_any_text_gives_disjoint_names_inside_its_paragraphs(text: str) -> None:
    source = article(text)
    end = 0
    for fact in mentions.find(source, ALIASES):
        assert end <= fact.start < fact.end <= len(text)
        assert any(block.start <= fact.start and fact.end <= block.end for block in source.paragraphs)
        assert text[fact.start : fact.end].strip() == text[fact.start : fact.end]
        end = fact.end


def test_a_party_is_no_part_of_a_name_and_a_generation_no_surname() -> None:
    text = (
        "The vote went to Democrat Hanna Voss and to Peer Lund Jr. on Sunday. On Monday Lund and Voss met Republicans."
    )
    assert entities(text) == {
        "Hanna Voss": "Hanna Voss",
        "Peer Lund Jr": "Peer Lund Jr",
        "Lund": "Peer Lund Jr",
        "Voss": "Hanna Voss",
    }


@pytest.mark.parametrize(
    ("text", "form", "kind"),
    [
        ("Crews of CTF 12 left the port.", "CTF 12", "ORG"),
        ("The boats of Task Force 12 left.", "Task Force 12", "ORG"),
        ("She met the Islamic State of Iraq and the Levant there.", "Islamic State of Iraq and the Levant", "ORG"),
        ("He met the government of Norway.", "government of Norway", "ORG"),
        ("Then Coalition military forces left.", "Coalition military forces", "ORG"),
        ("The crew of the 5th Fleet sailed.", "5th Fleet", "ORG"),
        ("Mines and two VBIEDs were found.", "VBIEDs", "OTHER"),
        ("Crowds saw Tikrit burn.", "Tikrit", "LOC"),
    ],
)
def test_names_go_on_to_where_they_end(text: str, form: str, kind: str) -> None:
    assert types(text).get(form) == kind
