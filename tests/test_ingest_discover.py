import os
from pathlib import Path

import fsspec
import pytest

from samestory.ingest import InputError, discover


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("A mayor spoke.", encoding="utf-8")


def _ids(*inputs: str | Path) -> list[str]:
    return [file.input_id for file in discover([str(each) for each in inputs])]


def test_a_folder_gives_known_suffixes_below_it_sorted(tmp_path: Path) -> None:
    _write(tmp_path, "b.txt", "a/c.HTML", "a/d.jsonl.gz", "e.warc", "f.parquet", "README.md", "notes.csv", "g.txt.zst")
    found = {file.input_id: (file.reader, file.compression) for file in discover([str(tmp_path)])}
    assert list(found) == ["a/c.HTML", "a/d.jsonl.gz", "b.txt", "e.warc", "f.parquet", "g.txt.zst"]
    assert found["a/d.jsonl.gz"] == ("jsonl", "gz")
    assert found["g.txt.zst"] == ("text", "zst")
    assert found["a/c.HTML"] == ("html", "")


def test_a_file_named_directly_is_read_whatever_its_suffix(tmp_path: Path) -> None:
    _write(tmp_path, "story.md", "page.htm")
    assert [
        (file.input_id, file.reader) for file in discover([str(tmp_path / n) for n in ("story.md", "page.htm")])
    ] == [
        ("page.htm", "html"),
        ("story.md", "text"),
    ]


def test_a_glob_gives_names_and_a_deep_one_paths(tmp_path: Path) -> None:
    _write(tmp_path, "x/a.txt", "x/y/b.txt", "x/y/c.md")
    assert _ids(tmp_path / "x" / "*" / "*") == ["b.txt"]
    assert _ids(tmp_path / "x" / "**" / "*.txt") == ["a.txt", "y/b.txt"]


def test_brackets_in_a_file_name_are_no_glob(tmp_path: Path) -> None:
    _write(tmp_path, "vote [final].txt")
    assert _ids(tmp_path / "vote [final].txt") == ["vote [final].txt"]


def test_the_order_of_inputs_does_not_matter_and_a_file_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, "x/a.txt", "b.txt")
    inputs = [str(tmp_path), str(tmp_path / "x" / "a.txt"), str(tmp_path / "x")]
    assert discover(inputs) == discover(inputs[::-1])
    assert _ids(*inputs) == ["b.txt", "x/a.txt"]


@pytest.mark.parametrize(
    "name", ["missing.txt", "none*.txt", "empty", "nosuch://bucket/a.txt", "memory://nowhere/a.txt"]
)
def test_an_input_that_matches_nothing_is_an_error_that_names_it(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    given = name if "://" in name else str(tmp_path / name)
    with pytest.raises(InputError) as error:
        discover([given])
    assert given in str(error.value)


def test_links_out_of_the_folder_are_refused_and_links_within_are_read(tmp_path: Path) -> None:
    _write(tmp_path, "outside/secret.txt", "in/a.txt")
    folder = tmp_path / "in"
    (folder / "b.txt").symlink_to("a.txt")
    (folder / "out.txt").symlink_to(tmp_path / "outside" / "secret.txt")
    (folder / "dir").symlink_to(tmp_path / "outside")
    (folder / "gone.txt").symlink_to("nothing.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "other.md").symlink_to(tmp_path / "outside" / "secret.txt")
    found = {file.input_id: file.refused for file in discover([str(folder)])}
    assert found.pop("a.txt", None) == "" or found.pop("b.txt") == ""
    assert "leads out" in found["out.txt"]
    assert "leads out" in found["dir"]
    assert "leads nowhere" in found["gone.txt"]
    assert not any("secret" in name or "loop" in name or name == "other.md" for name in found)


@pytest.mark.parametrize("name", ["a \"quoted\" 'name'.txt", "two\nlines.txt", "naïve – ünï.txt"])
def test_odd_file_names_are_ids_as_they_are(tmp_path: Path, name: str) -> None:
    _write(tmp_path, name)
    assert _ids(tmp_path) == [name]


def test_a_name_that_is_not_utf8_becomes_a_readable_id(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(path)).write_text("A mayor spoke.", encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes UTF-8 names only")
    assert _ids(tmp_path) == ["caf\ufffd.txt"]


def test_a_pipe_in_a_folder_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    _write(tmp_path, "a.txt")
    assert _ids(tmp_path) == ["a.txt"]


def test_urls_of_any_file_system(tmp_path: Path) -> None:
    memory = fsspec.filesystem("memory")
    for name in ("/shelf/a.txt", "/shelf/deep/b.html", "/shelf/c.csv"):
        memory.pipe(name, b"A mayor spoke.")
    assert _ids("memory://shelf") == ["a.txt", "deep/b.html"]
    assert _ids("memory://shelf/a.txt") == ["a.txt"]
    assert _ids("memory://shelf/*.txt") == ["a.txt"]
    assert _ids("memory://shelf/**/*.html") == ["deep/b.html"]
    _write(tmp_path, "d.txt")
    assert _ids(f"file://{tmp_path}") == ["d.txt"]


def test_standard_input_is_json_lines() -> None:
    assert [(file.input_id, file.reader) for file in discover(["-", "-"])] == [("stdin", "jsonl")]
