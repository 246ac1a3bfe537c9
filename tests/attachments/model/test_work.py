"""Files are packed into requests, and requests named by their content."""

from __future__ import annotations

from quickbooks_attachments.model.work import (
    REQUEST_ID_LENGTH,
    WorkFile,
    groups,
    request_id,
)


def work(name: str, size: int) -> WorkFile:
    """Make a file of a size."""
    return WorkFile(name, "AB-1", "Invoice", "1", name, "sha", size, "text/plain")


def test_groups_keep_to_their_limits() -> None:
    """A request has so many files and bytes; what is larger goes alone."""
    files = [work(str(n), size) for n, size in enumerate([5, 5, 5, 50, 1, 1, 1, 1])]
    sizes = [[file.size for file in group] for group in groups(files, 3, 12)]
    assert sizes == [[5, 5], [5], [50], [1, 1, 1], [1]]


def test_a_request_id_names_realm_object_name_and_content() -> None:
    """Whatever differs makes another id; its length is what QuickBooks takes."""
    one = work("a", 1)
    other = WorkFile("a", "AB-1", "Invoice", "1", "a", "other", 1, "text/plain")
    ids = {
        request_id("1", [one]),
        request_id("2", [one]),
        request_id("1", [other]),
        request_id("1", [one, one]),
    }
    assert len(ids) == 4
    assert all(len(each) <= REQUEST_ID_LENGTH for each in ids)
