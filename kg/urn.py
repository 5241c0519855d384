"""URN:LEX, the names that RFC 9676 gives to sources of law, as aliases of our own.

``urn:lex:vn:thu.tuong.chinh.phu:chi.thi:2021-11-26;33-ct-ttg``: jurisdiction, authority, measure, date (or
period) and number. A document has one where type, body, number and at least the year or term are known; it
changes when a date becomes known, so it stands beside the name of a document and never for it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from kg.registry import slug

# RFC 9676: alf-dot and alf-dot-oth, of what the standard calls the strong canonical form: lower case.
_DOTTED: Final = r"[a-z0-9][a-z0-9.]*"
_NUMBER: Final = r"[a-z0-9][a-z0-9.\-_'=()]*"
_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
GRAMMAR: Final = re.compile(
    rf"urn:lex:[a-z]{{2}}(?:;{_DOTTED})*"
    rf":{_DOTTED}(?:[;+]{_DOTTED})*"
    rf":{_DOTTED}(?:;{_DOTTED})*"
    rf":(?:{_DATE}(?:,{_DATE})*|{_DOTTED});{_NUMBER}(?:,{_NUMBER})*"
    rf"(?::{_DOTTED}(?:;{_DOTTED})*)*"
)
"""The names of works of RFC 9676, as far as they are made here: without expression and manifestation."""


def urn_lex(row: Mapping[str, Any]) -> str | None:
    """The URN:LEX of a document, None where too little is known.

    Args:
        row: a row of the table ``documents``.

    >>> row = {"id": "vn_ttg_chi-thi_2021_33-ct-ttg", "status": "cited", "type": "chi-thi",
    ...        "issuer": "thu-tuong-chinh-phu", "number": "33/CT-TTg", "date": "2021-11-26"}
    >>> urn_lex(row)
    'urn:lex:vn:thu.tuong.chinh.phu:chi.thi:2021-11-26;33-ct-ttg'
    >>> urn_lex({**row, "date": None}), urn_lex({**row, "number": None})
    ('urn:lex:vn:thu.tuong.chinh.phu:chi.thi:2021;33-ct-ttg', None)
    """
    if row["status"] == "unresolved" or not (row["number"] and row["type"] and row["issuer"]):
        return None
    authority = "+".join(filter(None, (_dotted(body) for body in row["issuer"].split("+"))))
    day = row["date"] or ""
    when = day if re.fullmatch(_DATE, day) else (_period(row["id"]) or day[:4])
    number = re.sub(r"[^a-z0-9.]+", "-", slug(row["number"].replace(".", "\x00")).replace("\x00", ".")).strip("-.")
    found = f"urn:lex:vn:{authority}:{_dotted(row['type'])}:{when};{number}"
    return found if GRAMMAR.fullmatch(found) else None


@lru_cache(maxsize=4096)
def _dotted(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", ".", words.lower()).strip(".")


def _period(document_id: str) -> str:
    """The year or term that the id itself carries: ``2021``, ``k13``."""
    parts = document_id.split("_")
    return parts[3] if len(parts) > 4 and re.fullmatch(r"[0-9]{4}|[kt][0-9]{1,2}", parts[3]) else ""
