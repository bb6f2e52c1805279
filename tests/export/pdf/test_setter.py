"""The typesetter's process: it gets all that it was asked, however slowly it begins to read."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from partnership.export.pdf import setter

_LONGER_THAN_A_PIPE = 400_000
_PATIENCE_S = 60.0


def _asked(folder: Path, document: str) -> dict[str, object]:
    template = folder / "page.typ"
    template.write_text(
        '#set document(title: "A")\n#metadata(sys.inputs.document.len()) <length>\n'
    )
    return {
        "template": str(template),
        "fonts": str(folder),
        "document": document,
        "query": "<length>",
    }


def test_a_request_longer_than_a_pipe_arrives_after_a_pause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setter, "_PAUSE", 0.001)
    deadline = time.monotonic() + _PATIENCE_S

    def still_wanted() -> None:
        assert time.monotonic() < deadline, "the process waits for the rest of its request"

    document = "x" * _LONGER_THAN_A_PIPE
    lengths = json.loads(setter.run(_asked(tmp_path, document), still_wanted))
    assert lengths == [len(json.dumps(document))]


def test_a_request_that_is_no_longer_wanted_stops_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setter, "_PAUSE", 0.001)

    def unwanted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        setter.run(_asked(tmp_path, "x"), unwanted)
