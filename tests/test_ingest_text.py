import contextlib
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samestory.ingest.document import UnreadableError
from samestory.ingest.text import decode
from tests.reading import read, write

STORY = "“Café Nord” reopened – the naïve said it couldn’t. "


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_encodings_are_told_from_the_bytes(encoding: str) -> None:
    text = STORY * 3
    data = text.encode(encoding)
    assert decode(data) == text


def test_utf16_without_a_mark_needs_latin_script_on_one_side() -> None:
    assert decode("The mayor spoke.".encode("utf-16-be")) == "The mayor spoke."
    assert decode(b"ab\0\0") == "ab\0\0"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Мэр города открыл мост через реку, сообщили местные власти в понедельник утром. ", "cp1251"),
        ("Ο δήμαρχος εγκαινίασε τη γέφυρα πάνω από το ποτάμι τη Δευτέρα το πρωί, είπε. ", "cp1253"),
        ("Starosta otevřel nový most přes řeku v pondělí ráno, řekl mluvčí městského úřadu. ", "cp1250"),
    ],
)
def test_legacy_encodings_are_guessed_from_enough_text(text: str, encoding: str) -> None:
    assert decode((text * 10).encode(encoding)) == text * 10


def test_windows_1252_is_the_last_resort() -> None:
    assert decode(b"a caf\xe9") == "a café"
    assert decode(b"\x93Quoted\x94 \x81") == "“Quoted” \ufffd"


def test_a_scratch_in_utf8_does_not_make_it_another_encoding() -> None:
    data = (STORY * 5).encode()
    assert decode(data + b"\xff end") == STORY * 5 + "\ufffd end"
    assert decode(data[:-2] + "”".encode()[:2]).startswith(STORY * 4)


@pytest.mark.parametrize(
    ("declared", "text", "encoding"),
    [
        ("windows-1251", "Мост", "cp1251"),
        ("ISO-8859-1", "“Velm” café", "cp1252"),
        ("iso-2022-jp", "市長は橋を開いた", "iso2022_jp"),
        ("utf-8", "“Velm” café", "cp1252"),
        ("no-such-charset", "“Velm” café", "cp1252"),
        ("shift_jis", "Ünï – “Velm”", "utf-8"),
        ("us-ascii", "café", "cp1252"),
    ],
)
def test_what_a_page_declares_is_believed_where_it_can_be(
    tmp_path: Path, declared: str, text: str, encoding: str
) -> None:
    page = f'<html><head><META charset="{declared}"></head><p>{text}</p>'
    documents, _ = read(write(tmp_path, "a.html", page.encode(encoding)))
    assert documents["content"].to_list() == [page]


def test_a_charset_in_http_equiv_is_found() -> None:
    head = b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">'
    page = head + "Мост".encode("koi8_r")
    from samestory.ingest.text import declared_charset  # noqa: PLC0415

    assert declared_charset(page) == "koi8-r"
    assert decode(page, "koi8-r").endswith("Мост")


def test_binary_data_is_named() -> None:
    with pytest.raises(UnreadableError, match="GIF image"):
        decode(b"GIF89a...")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert pl.Series([decode(data)]).len() == 1


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=200))
def test_utf8_comes_back_as_it_is(text: str) -> None:
    assert decode(b"> " + text.replace("\0", "").encode()) == "> " + text.replace("\0", "")
