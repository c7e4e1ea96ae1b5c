"""The text reader: one file is one document. Finds out the encoding."""

import codecs
import re
from collections.abc import Iterator

from samestory.ingest.document import HTML, TEXT, Document, InputFile, Refusal, UnreadableError, fault, safe
from samestory.ingest.streams import open_input, read_steadily
from samestory.ingest.words import word_list

# UTF-32 stands before UTF-16, whose mark is the beginning of its own.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF-": "PDF",
    b"\x89PNG": "PNG image",
    b"\xff\xd8\xff": "JPEG image",
    b"GIF8": "GIF image",
    b"PK\x03\x04": "ZIP archive or office document",
    b"\x1f\x8b": "gzip archive",
    b"\x28\xb5\x2f\xfd": "zstd archive",
    b"\x7fELF": "program",
    b"PAR1": "Parquet file",
}
_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
# The declaration stands within the first 1,024 bytes by the HTML standard; pages that break it are read all the same.
_META_BYTES = 4096
# Encodings in which plain ASCII bytes are not plain ASCII text, so that valid UTF-8 proves nothing against them.
_SEVEN_BIT = ("iso2022", "hz", "utf-7")
# What news pages were written in before UTF-8, the web's own labels for it; no EBCDIC, no DOS or Mac code page.
_LEGACY = word_list(
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r shift_jis euc_jp gb18030 big5 euc_kr"
)
# Below this many bytes that are not ASCII a statistical guess is a coin toss, measured on lines of quotes and accents.
_GUESS_BYTES = 32


def read_text(file: InputFile) -> Iterator[Document | Refusal]:
    """Read a file as one document of text or, by its reader, of HTML."""
    with open_input(file) as stream:
        data = read_steadily(stream)
    is_page = file.reader == "html"
    text = decode(data, declared_charset(data) if is_page else None)
    if reason := fault(text):
        yield Refusal(file.input_id, file.reader, reason, text[:100])
    else:
        yield Document(file.input_id, HTML if is_page else TEXT, safe(text))


def declared_charset(page: bytes) -> str | None:
    """Return the charset that a page declares in a meta tag."""
    found = _META_CHARSET.search(page[:_META_BYTES])
    return found[1].decode("ascii") if found else None


def decode(data: bytes, declared: str | None = None) -> str:
    """Decode bytes by their mark, else as UTF-8, else as declared, else as they look; the mark is not part of the text.

    Bytes that are no text at all are an UnreadableError.
    """
    if kind := next((kind for magic, kind in _MAGIC.items() if data.startswith(magic)), ""):
        raise UnreadableError(f"binary data, not text: {kind}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if unmarked := _unmarked_utf16(data):
        return data.decode(unmarked, "replace")
    codec = _codec(declared) if declared else None
    if codec and codec.startswith(_SEVEN_BIT):
        return data.decode(codec, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(data, codec)


def _codec(label: str) -> str | None:
    """Return Python's name for a declared charset; Latin-1 means Windows-1252, as the HTML standard has it."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return None
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _unmarked_utf16(data: bytes) -> str | None:
    """Return the UTF-16 that bytes are in where every second one is mostly NUL, as it is with Latin script."""
    head = data[:4096]
    half = len(head) // 2
    if half < 2 or len(data) % 2:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    # Latin text has a NUL in nearly each pair and always on the same side; binary data has them on both.
    if odd > 0.7 * half and even == 0:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd == 0 else None


def _decode_legacy(data: bytes, declared: str | None) -> str:
    """Decode bytes that are not valid UTF-8: slightly broken UTF-8, the declared charset, a guess, or Windows-1252."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    # Chance alone makes few valid sequences out of another encoding; ten for each broken one is UTF-8 with a scratch.
    if _sequences(text) >= 10 * broken:
        return text
    if declared and declared != "utf-8":
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode(_guess(data), "replace")


def _sequences(text: str) -> int:
    """Count the characters that took more than one byte and were valid."""
    return sum(1 for char in text if char > "\x7f" and char != "\ufffd")


def _guess(data: bytes) -> str:
    """Return the legacy encoding that the bytes look like, Windows-1252 where that says too little."""
    if len(data.translate(None, bytes(range(128)))) < _GUESS_BYTES:
        return "cp1252"
    from charset_normalizer import from_bytes  # noqa: PLC0415 (only for odd bytes)

    best = from_bytes(data, cp_isolation=list(_LEGACY), preemptive_behaviour=False, enable_fallback=False).best()
    return best.encoding if best else "cp1252"
