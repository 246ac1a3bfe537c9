"""What a person sees before anything is deleted, and what the answer means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from target_postgres_copy.errors import SettingsError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    from target_postgres_copy.purge.survey import Survey, Table

#: Without the letters of "yes" and "no" that answer the question.
LETTERS = "abcdefghijklmopqrstuvwxz"
YES, NO = {"y", "yes"}, {"n", "no", ""}
QUESTION = "Delete this? y(es), n(o), or the letters to leave out"


def label(number: int) -> str:
    """Return what a line is called: a to z, aa, ab and so on, never with y or n."""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(LETTERS))
        text = LETTERS[rest] + text
    return text


def choose(survey: Survey, included: Sequence[str]) -> tuple[list[Table], list[Table]]:
    """Return the tables to delete from, and those that hold something but are no one's.

    Args:
        survey: What there is.
        included: Tables that a person named although they are not marked.

    Raises:
        SettingsError: If one of these is not there.
    """
    named = {_named(survey.tables, name).names for name in included}
    filled = [table for table in survey.tables if table.count != 0]
    chosen = [t for t in filled if t.maker is not None or t.names in named]
    return chosen, [table for table in filled if table not in chosen]


def _named(tables: Sequence[Table], name: str) -> Table:
    """Find a table by its name, in quotes where it needs them or as it is."""
    exact = [table for table in tables if table.shown == name]
    found = exact or [table for table in tables if ".".join(table.names) == name]
    if len(found) == 1:
        return found[0]
    message = (
        f"--include {name}: no table of that name has such a column. Write "
        "schema.table as it is listed; views are never purged."
    )
    raise SettingsError(message)


def show(tables: Sequence[Table], labels: Sequence[str] = ()) -> Iterator[str]:
    """Write tables as lines: label, name, how much, who made it."""
    names = max((len(table.shown) for table in tables), default=0)
    width = max((len(text) for text in labels), default=0)
    amounts = [_amount(table) for table in tables]
    longest = max((len(amount) for amount in amounts), default=0)
    for number, (table, amount) in enumerate(zip(tables, amounts, strict=True)):
        name = labels[number] if labels else ""
        maker = table.maker or "not marked"
        yield (
            f"  {name:<{width}}  {table.shown:<{names}}  {amount:>{longest}}  {maker}"
        )


def _amount(table: Table) -> str:
    if table.count is None:
        return "not readable"
    one, many = table.holds.value
    return f"{table.count} {one if table.count == 1 else many}"


def confirm(
    tables: Sequence[Table], ask: Callable[[str], str], say: Callable[[str], object]
) -> list[Table]:
    """Show tables until a person agrees; return those to delete from, maybe none.

    Letters never delete: what they leave is shown again, and asked for again.

    Args:
        tables: What could be deleted.
        ask: Puts a question and returns the answer.
        say: Prints a line.
    """
    left = {label(number): table for number, table in enumerate(tables)}
    while left:
        for line in show(list(left.values()), list(left)):
            say(line)
        answer = ask(QUESTION).strip().lower()
        if answer in YES:
            return list(left.values())
        if answer in NO:
            return []
        unknown = _leave_out(left, answer.replace(",", " ").split())
        if unknown:
            say(f"There is no line {', '.join(unknown)}.")
    return []


def _leave_out(left: dict[str, Table], words: Collection[str]) -> list[str]:
    """Drop what is named, or nothing if a word names nothing; return such words."""
    unknown = [word for word in words if word not in left]
    if not unknown:
        for word in words:
            left.pop(word, None)
    return unknown
