"""Inputs to texts: the edge where files become values.

One module a format (:mod:`~kg.read.plain`, :mod:`~kg.read.html`, :mod:`~kg.read.jsonl`); what an input
is, and in which order inputs come, is decided in :mod:`kg.read.inputs`.
"""

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
