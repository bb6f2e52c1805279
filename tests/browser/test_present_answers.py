"""What the server answers for a presentation: safe, small, and in words whatever is asked."""

from __future__ import annotations

import re
from gzip import decompress
from http.client import HTTPConnection

import pytest

from partnership.ui.server import paths
from tests.serving import Server


def _ask(server: Server, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request(method, path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()


def test_answers_are_safe_and_small(server: Server) -> None:
    status, headers, body = _ask(server, "/trade?present=1")
    assert status == 200
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert (headers["content-encoding"], headers["vary"]) == ("gzip", "accept-encoding")
    assert len(body) < 200_000
    body = decompress(body)
    assert _ask(server, "/trade?present=1", "HEAD")[::2] == (200, b"")
    (script,) = re.findall(rb'src="(_present/[^"]+vega\.js)"', body)
    status, headers, packed = _ask(server, f"/{script.decode()}")
    assert headers["cache-control"].endswith("immutable")
    assert headers["content-type"].startswith("text/javascript")
    assert headers["content-encoding"] == "gzip"
    assert len(packed) < 400_000
    assert _ask(server, "/_present/old/vega.js")[1]["cache-control"] == "no-store"
    assert _ask(server, "/_present/x/../web.py")[0] == 404


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200),
        ("/_stcore/health", 200),
        ("/app/static/rivers.geojson", 200),
        ("/app/static/none", 404),
        ("/media/none", 404),
        ("/trade/", 301),
        ("/app/static/" + "a" * 6000, 414),
    ],
)
def test_what_streamlit_answers_is_safe_too(path: str, status: int, server: Server) -> None:
    answered, headers, _ = _ask(server, path)
    assert answered == status
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'self'" in headers["content-security-policy"]
    assert "camera=()" in headers["permissions-policy"]


def test_strange_queries_get_words(server: Server) -> None:
    status, _, body = _ask(server, "/trade?present=1&find=%ff%fe%00&lang=%3Cscript%3E")
    assert status == 200
    assert b"which does not exist here" in decompress(body)
    status, _, body = _ask(server, "/trade?present=1&x=" + "a" * 30_000)
    assert status == 414
    assert b"The link is too long" in body
    page = decompress(_ask(server, "/trade?present=0")[2])
    assert b'id="root"' in page
    assert b"presenter.js" not in page


def test_it_finds_its_pages_wherever_the_dashboard_runs() -> None:
    scope = {"path": "/a/b/stakes", "root_path": "/a/b"}
    assert paths.below(scope) == "stakes"
    assert paths.below({"path": "/stakes", "root_path": ""}) == "stakes"
    assert paths.below({"path": "/", "root_path": ""}) == ""
