"""Inputs to texts: the edge where files become values.

One module a format (:mod:`~kg.read.plain`, :mod:`~kg.read.html`, :mod:`~kg.read.jsonl`); what an input
is, and in which order inputs come, is decided in :mod:`kg.read.inputs`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.read.corpus import COLUMNS, Columns
    from kg.read.inputs import Input, Kind, iter_inputs, iter_raw, parse, read_path
    from kg.read.records import DEFAULT_MAX_BYTES, FORMATS, READABLE, Failure, Raw, Text, failure

__all__ = [
    "COLUMNS",
    "DEFAULT_MAX_BYTES",
    "FORMATS",
    "READABLE",
    "Columns",
    "Failure",
    "Input",
    "Kind",
    "Raw",
    "Text",
    "failure",
    "iter_inputs",
    "iter_raw",
    "parse",
    "read_path",
]

_MODULES = {
    "kg.read.corpus": ("COLUMNS", "Columns"),
    "kg.read.inputs": ("Input", "Kind", "iter_inputs", "iter_raw", "parse", "read_path"),
    "kg.read.records": ("DEFAULT_MAX_BYTES", "FORMATS", "READABLE", "Failure", "Raw", "Text", "failure"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Readers are imported when they are used: a question to a graph needs none of them."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
