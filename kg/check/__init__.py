"""A linter for citations: what is wrong with them in a draft, by itself and against a corpus.

:func:`check` takes a text or its :class:`~kg.models.Analysis` and gives :class:`Finding` values in order of
place. Rules are pure functions in ``kg.check.rules_*``, documented in ``data/registry/checks.toml``.
"""

from kg.check.models import SEVERITIES, Finding, Place, Rule, Severity
from kg.check.rules import rule, rules
from kg.check.run import check

__all__ = ["SEVERITIES", "Finding", "Place", "Rule", "Severity", "check", "rule", "rules"]
