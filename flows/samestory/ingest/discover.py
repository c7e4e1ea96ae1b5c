"""Finding the files behind the inputs a user names: files, folders, globs, URLs and standard input."""

import glob
import os
from collections.abc import Iterator, Sequence
from itertools import takewhile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from samestory.ingest.document import InputError, InputFile, safe
from samestory.ingest.streams import STDIN

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_READERS = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".warc": "warc",
}
_COMPRESSIONS = {".gz": "gz", ".zst": "zst"}
_KNOWN = f"{', '.join(_READERS)} (each also with .gz or .zst)"


def discover(inputs: Sequence[str]) -> list[InputFile]:
    """Return the files behind the inputs, sorted by input id; raise InputError for an input that matches nothing.

    An input id is the path below the folder given, or the file's name. A file that two inputs name is read once, under
    the longer of its ids.
    """
    found: dict[str, InputFile] = {}
    for name in inputs:
        for file in _expand(name):
            known = found.setdefault(file.location, file)
            found[file.location] = max(known, file, key=lambda f: (len(f.input_id), f.input_id))
    return sorted(found.values())


def _expand(name: str) -> list[InputFile]:
    """Return the files behind one input."""
    if name == STDIN:
        return [InputFile("stdin", STDIN, "jsonl")]
    files = list(_from_url(name) if "://" in name else _from_path(name))
    if not files:
        raise InputError(f"{name}: no file to read; in folders and globs these are read: {_KNOWN}")
    return files


def _from_path(name: str) -> Iterator[InputFile]:
    """Yield the files behind a local file, folder or glob."""
    path = Path(name)
    if path.is_dir():
        yield from _from_folder(path)
    elif path.exists():
        yield _file(path.name, str(path.resolve()))
    elif glob.has_magic(name):
        yield from _from_glob(name)
    else:
        raise InputError(f"{name}: no such file or folder")


def _from_glob(pattern: str) -> Iterator[InputFile]:
    """Yield the files that a pattern matches; with `**` ids are paths below the part before the first wildcard."""
    base = Path(*takewhile(lambda part: not glob.has_magic(part), Path(pattern).parts))
    for name in glob.glob(pattern, recursive=True, include_hidden=True):  # noqa: PTH207 (takes absolute patterns)
        path = Path(name)
        if path.is_file() and _reader(path.name):
            yield _file(path.relative_to(base).as_posix() if "**" in pattern else path.name, str(path.resolve()))


def _from_folder(folder: Path) -> Iterator[InputFile]:
    """Yield the files below a folder; links that lead out of it, or nowhere, are refused and not followed."""
    root = folder.resolve()
    for parent, folders, names in os.walk(root):
        for path in (Path(parent, name) for name in (*folders, *names)):
            input_id = path.relative_to(root).as_posix()
            if path.is_symlink() and (reason := _stray(path, root)):
                if path.is_dir() or _reader(path.name):
                    yield InputFile(_utf8(input_id), str(path), "link", refused=reason)
            elif path.is_file() and _reader(path.name):
                yield _file(input_id, str(path.resolve()))


def _stray(link: Path, root: Path) -> str:
    """Return why a symbolic link is not followed, empty where it stays within the folder."""
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return "a symbolic link that leads nowhere"
    return "" if target.is_relative_to(root) else "a symbolic link that leads out of the folder"


def _from_url(url: str) -> Iterator[InputFile]:
    """Yield the files behind a URL of any file system that fsspec knows: a file, a folder or a glob."""
    import fsspec  # noqa: PLC0415 (only for URLs)

    try:
        system, path = fsspec.core.url_to_fs(url)
        # Listing a web page as if it were a folder is crawling.
        if url.startswith(("http://", "https://")):
            yield _file(PurePosixPath(path.partition("?")[0]).name or url, url)
        elif system.isdir(path):
            yield from _from_listing(system, system.find(path), path)
        elif system.exists(path):
            yield _file(PurePosixPath(path).name, url)
        else:
            yield from _from_listing(system, system.glob(path), path.partition("**")[0] if "**" in path else None)
    except (ImportError, ValueError, OSError) as error:
        raise InputError(f"{url}: {error}") from error


def _from_listing(system: "AbstractFileSystem", paths: Sequence[str], base: str | None) -> Iterator[InputFile]:
    """Yield the files of known kinds; ids are paths below the base, or bare names without one."""
    for path in paths:
        name = PurePosixPath(path)
        if _reader(name.name):
            input_id = name.name if base is None else path.removeprefix(base).lstrip("/")
            yield _file(input_id, system.unstrip_protocol(path))


def _file(input_id: str, location: str) -> InputFile:
    """Return the record of a file; an unknown suffix is read as text."""
    stem, compression = _split(input_id)
    return InputFile(_utf8(input_id), location, _READERS.get(PurePosixPath(stem).suffix.lower(), "text"), compression)


def _split(name: str) -> tuple[str, str]:
    """Split a name into what is left without the suffix of its compression, and the compression."""
    suffix = PurePosixPath(name).suffix
    compression = _COMPRESSIONS.get(suffix.lower(), "")
    return (name[: -len(suffix)] if compression else name), compression


def _reader(name: str) -> str | None:
    """Return the reader for a file's name, None for a kind that is not read."""
    return _READERS.get(PurePosixPath(_split(name)[0]).suffix.lower())


def _utf8(name: str) -> str:
    """Return a file's name as text, whatever bytes the file system holds."""
    return safe(os.fsencode(name).decode("utf-8", "replace"))
