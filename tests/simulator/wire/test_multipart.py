from __future__ import annotations

import pytest
from quickbooks_simulator.wire.multipart import BadMultipartError, Part, parse
from requests import Request

TYPE = "multipart/form-data; boundary=B"


def test_what_requests_sends() -> None:
    """The form that requests writes comes apart into what was put in."""
    content = bytes(range(256)) * 40 + b"\r\n--B\r\n"
    files = {
        "file_metadata_01": ("attachment.json", b'{"Note":"x"}', "application/json"),
        "file_content_01": ("año «1».pdf", content, "application/pdf"),
    }
    sent = Request("POST", "http://x", files=files).prepare()
    assert isinstance(sent.body, bytes)
    assert parse(sent.headers["Content-Type"], sent.body) == [
        Part(
            "file_metadata_01", "attachment.json", "application/json", b'{"Note":"x"}'
        ),
        Part("file_content_01", "año «1».pdf", "application/pdf", content),
    ]


def test_bare_line_feeds_and_base64() -> None:
    """Lines may end with LF alone, and content may be base64."""
    body = b"""
--B
Content-Disposition: form-data; name="file_content_01"
Content-Type: text/plain
Content-Transfer-Encoding: base64

aGVsbG8=

--B--
"""
    [part] = parse(TYPE, body)
    assert part == Part("file_content_01", "", "text/plain", b"hello")


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"", b""), (b"\r\n", b"\r\n"), (b"a\n", b"a\n"), (b"x--B", b"x--B")],
)
def test_content_is_exact(content: bytes, found: bytes) -> None:
    """Not a byte of the content is lost, at its ends neither."""
    head = b'--B\r\nContent-Disposition: form-data; name="f"\r\n\r\n'
    [part] = parse(TYPE, head + content + b"\r\n--B--\r\n")
    assert part.content == found


def test_encoded_name() -> None:
    """A file name may be percent-encoded, or hold quotes behind a backslash."""
    head = b'--B\r\nContent-Disposition: form-data; name="f"; '
    for name in (rb'filename="a\"b"', b"filename*=utf-8''a%22b"):
        [part] = parse(TYPE, head + name + b"\r\n\r\nx\r\n--B--")
        assert part.filename == 'a"b'


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"--B--"),
        (TYPE, b""),
        (TYPE, b"no parts"),
        (TYPE, b"--B\r\nContent-Transfer-Encoding: base64\r\n\r\nx\r\n--B--"),
    ],
)
def test_refusals(kind: str, body: bytes) -> None:
    """What is no form with parts is refused."""
    with pytest.raises(BadMultipartError):
        parse(kind, body)
