"""What the command line says, in Vietnamese and in English: one module a topic, each with its ``TEXTS``.

Every text has a key. Help has the keys ``help``, ``help.COMMAND`` and ``help.COMMAND.PARAMETER`` (or
``help.PARAMETER`` where a parameter means the same everywhere); an error has ``error.CODE`` with the code
of the :class:`~kg.errors.KgError` or :class:`~kg.read.Failure`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from kg.messages import building, check, common, evaluation, notebook, rdf, reading, serve

Lang = Literal["vi", "en"]
LANGS: tuple[Lang, ...] = ("vi", "en")

MESSAGES: Mapping[str, tuple[str, str]] = {
    **common.TEXTS,
    **building.TEXTS,
    **evaluation.TEXTS,
    **check.TEXTS,
    **rdf.TEXTS,
    **notebook.TEXTS,
    **reading.TEXTS,
    **serve.TEXTS,
}


def message(key: str, lang: Lang, **facts: object) -> str:
    """A text of the command line.

    Args:
        key: key of :data:`MESSAGES`.
        lang: language.
        facts: values for the text.

    Raises:
        KeyError: the key or a fact is unknown.

    >>> message("wrote", "vi", path="g.ttl"), message("wrote", "en", path="g.ttl")
    ('Đã ghi g.ttl', 'Wrote g.ttl')
    """
    return MESSAGES[key][LANGS.index(lang)].format(**facts) if facts else MESSAGES[key][LANGS.index(lang)]


def error_text(code: str, text: str, lang: Lang, facts: Mapping[str, object]) -> str:
    """An error in the language of the user.

    Args:
        code: what happened.
        text: the same as one line of English.
        lang: language.
        facts: the values that the text is made of.

    Returns:
        The line; ``text`` itself where the catalogue does not know the code.

    >>> error_text("missing", "there is no such file", "vi", {})
    'không có tệp hay thư mục này; hãy kiểm tra đường dẫn'
    >>> error_text("missing", "there is no such file", "en", {})
    'there is no such file'
    """
    known = MESSAGES.get(f"error.{code}")
    if known is None or not known[LANGS.index(lang)]:
        return text
    said = {
        name: ", ".join(map(str, value)) if isinstance(value, tuple | list) else value
        for name, value in facts.items()
    }
    try:
        return known[LANGS.index(lang)].format(**said)
    except KeyError:
        return text
