"""The rules by code: their texts from ``data/registry/checks.toml``, their functions from ``rules_*``."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from kg._registry_tables import default_folder
from kg.check import (
    rules_dates,
    rules_documents,
    rules_force,
    rules_issuers,
    rules_laws,
    rules_numbers,
    rules_references,
    rules_style,
)
from kg.check.draft import Draft
from kg.check.models import SEVERITIES, Hit, Rule, Severity
from kg.errors import KgError, RegistryError

#: A rule is a pure function from a draft to what it finds there.
FUNCTIONS: Mapping[str, Callable[[Draft], Iterator[Hit]]] = {
    "C001": rules_numbers.type_and_code,
    "C002": rules_numbers.malformed,
    "C003": rules_numbers.capitals,
    "C004": rules_numbers.stroke,
    "C005": rules_numbers.separators,
    "C006": rules_numbers.spaces,
    "C007": rules_numbers.near_known,
    "C008": rules_numbers.year_missing,
    "C009": rules_numbers.assembly_term,
    "C011": rules_dates.impossible,
    "C012": rules_dates.year_and_number,
    "C013": rules_dates.future,
    "C014": rules_dates.garbled,
    "C015": rules_dates.yearless,
    "C016": rules_dates.zeros,
    "C017": rules_dates.party_term,
    "C021": rules_documents.two_dates,
    "C022": rules_documents.two_issuers,
    "C023": rules_documents.two_titles,
    "C024": rules_documents.two_types,
    "C025": rules_laws.law_number,
    "C026": rules_laws.law_date,
    "C027": rules_laws.law_name,
    "C028": rules_documents.cited_twice,
    "C029": rules_documents.attached,
    "C031": rules_issuers.cannot_issue,
    "C032": rules_issuers.issuer_and_code,
    "C033": rules_issuers.ended,
    "C034": rules_issuers.not_yet,
    "C035": rules_issuers.district,
    "C041": rules_force.younger,
    "C042": rules_force.ended,
    "C043": rules_force.amended,
    "C044": rules_force.own_end,
    "C045": rules_force.older_law,
    "C046": rules_force.corpus_differs,
    "C047": rules_force.several,
    "C051": rules_references.undated,
    "C052": rules_references.ambiguous,
    "C053": rules_references.dangling,
    "C054": rules_references.undated_law,
    "C055": rules_references.clause_alone,
    "C056": rules_references.own_provision,
    "C057": rules_references.blanks,
    "C058": rules_references.provision_order,
    "C061": rules_style.lower_case,
    "C062": rules_style.first_citation,
    "C063": rules_style.later_citation,
    "C064": rules_style.basis_punctuation,
    "C065": rules_style.bare_number,
    "C066": rules_style.colon,
    "C067": rules_style.provision_case,
    "C068": rules_style.basis_order,
}
_TEXTS = ("title", "explanation", "message", "advice")


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Every rule by code, in the order of the codes.

    Raises:
        RegistryError: the table lacks a rule or has one that no function implements.

    >>> rules()["C012"].title["en"]
    'Date and number of different years'
    """
    path = default_folder() / "checks.toml"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise RegistryError(f"checks.toml: cannot be read ({error}); reinstall the package") from error
    if odd := sorted(set(table) ^ set(FUNCTIONS)):
        raise RegistryError(f"checks.toml: {', '.join(odd)} has no text or no function; see kg/check/rules.py")
    return MappingProxyType({code: _rule(code, table[code]) for code in sorted(table)})


def _rule(code: str, row: Mapping[str, Any]) -> Rule:
    try:
        texts = {name: MappingProxyType({lang: str(row[name][lang]) for lang in ("vi", "en")}) for name in _TEXTS}
        severity: Severity = row["severity"]
        if severity not in SEVERITIES:
            raise RegistryError(f"checks.toml, {code}: severity is {severity!r}; use one of {', '.join(SEVERITIES)}")
        return Rule(
            code=code,
            name=row["name"],
            group=row["group"],
            severity=severity,
            strict=row.get("strict", False),
            title=texts["title"],
            explanation=texts["explanation"],
            message=texts["message"],
            advice=texts["advice"],
            source=row["source"],
            basis=row["basis"],
            wrong=tuple(row["wrong"]),
            right=tuple(row["right"]),
            corpus=tuple(row.get("corpus", ())),
        )
    except KeyError as error:
        raise RegistryError(f"checks.toml, {code}: lacks {error}; write it") from error


def rule(code: str) -> Rule:
    """One rule.

    Raises:
        KgError: there is no such code (``check-code``).

    >>> rule("c012").code
    'C012'
    """
    known = rules()
    if code.upper() not in known:
        raise KgError(f"there is no rule {code}; see kg explain", code="check-code", name=code)
    return known[code.upper()]


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = (), *, strict: bool = False) -> tuple[Rule, ...]:
    """The rules to run.

    Args:
        select: codes or beginnings of codes (``C01``); none means every rule. A strict rule that is
            selected by its full code runs without ``strict``.
        ignore: codes or beginnings of codes to leave out.
        strict: also those of house style.

    Raises:
        KgError: a code that selects nothing (``check-code``).

    >>> [r.code for r in chosen(["C01"], ["C013"])]
    ['C011', 'C012', 'C014', 'C015', 'C017']
    """
    known = rules()
    wanted = [code.strip().upper() for code in select if code.strip()]
    unwanted = [code.strip().upper() for code in ignore if code.strip()]
    for code in (*wanted, *unwanted):
        if not any(k.startswith(code) for k in known):
            raise KgError(f"there is no rule {code}; see kg explain", code="check-code", name=code)
    out = []
    for code, one in known.items():
        if unwanted and code.startswith(tuple(unwanted)):
            continue
        if wanted and not code.startswith(tuple(wanted)):
            continue
        if one.strict and not strict and code not in wanted:
            continue
        out.append(one)
    return tuple(out)
