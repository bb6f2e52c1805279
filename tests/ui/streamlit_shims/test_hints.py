"""Pages name the scripts that draw their figures; everything else passes unchanged."""

from __future__ import annotations

import re
from http.client import HTTPMessage
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from partnership.ui.streamlit_shims import hints, static
from tests.serving import Server


def _get(server: Server, path: str, accept: str = "text/html,*/*") -> tuple[bytes, HTTPMessage]:
    sent = {"Accept": accept, "Accept-Encoding": "gzip"}
    with urlopen(Request(f"{server.url}/{path}", headers=sent)) as answer:  # noqa: S310
        return answer.read(), answer.headers


def _ours(page: str) -> list[str]:
    return re.findall(r'<link rel="modulepreload" href="\./static/js/([\w.-]+)">', page)


@pytest.mark.parametrize(
    ("path", "script"),
    [("", "ArrowVegaLiteChart"), ("trade", "ArrowVegaLiteChart"), ("map", "DeckGlJsonChart")],
)
def test_a_page_names_scripts_that_exist(path: str, script: str, server: Server) -> None:
    body, headers = _get(server, path)
    page = body.decode()
    names = _ours(page)
    assert any(n.startswith(f"{script}.") for n in names)
    assert tuple(names) == hints.scripts(f"/{path}")
    for name in names:
        _get(server, f"static/js/{name}", "*/*")
    whole = static.index()
    assert page.replace(hints.links(f"/{path}").decode(), "") == whole
    assert int(headers["content-length"]) == len(body)
    assert headers["etag"] is None


def test_what_is_no_page_passes_unchanged(server: Server) -> None:
    (name, *_) = hints.scripts("/trade")
    body, headers = _get(server, f"static/js/{name}", "*/*")
    assert body == (static.SCRIPTS / name).read_bytes()
    assert headers["etag"]
    assert _get(server, "_stcore/health", "*/*")[0] == b"ok"


def test_another_streamlit_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static, "SCRIPTS", tmp_path)
    hints._needed.cache_clear()
    assert hints.links("/trade") == b""
    hints._needed.cache_clear()
