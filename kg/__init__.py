"""The knowledge graph of Vietnamese official documents.

>>> import kg
>>> analysis = kg.extract("Thực hiện Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ.")
>>> [(m.number, m.date, m.issuer) for m in analysis.mentions]
[('33/CT-TTg', '2021-11-26', 'thu-tuong-chinh-phu')]

``kg.build(["folder"])`` makes a :class:`Graph` of many texts: ``graph.query("implements", "33/CT-TTg")``,
``graph.to_networkx()``, ``graph.to_rdflib()``, ``graph.view("graph.html")``, ``graph.save("graph")``.
Everything is imported only when it is used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from importlib.metadata import version as _version

    from kg.analyse import analyse
    from kg.analyse import analyse as extract
    from kg.build import build
    from kg.dataframes import frame
    from kg.errors import AmbiguousError, GraphError, InputError, KgError, NotFoundError, RegistryError
    from kg.graph import Graph
    from kg.models import Analysis, Conflict, Document, Evidence, Mention, Provision, Relation
    from kg.read import iter_inputs, read_path

    __version__ = _version("vn-legal-kg")

__all__ = [
    "AmbiguousError",
    "Analysis",
    "Conflict",
    "Document",
    "Evidence",
    "Graph",
    "GraphError",
    "InputError",
    "KgError",
    "Mention",
    "NotFoundError",
    "Provision",
    "RegistryError",
    "Relation",
    "__version__",
    "analyse",
    "build",
    "extract",
    "frame",
    "iter_inputs",
    "read_path",
]

_MODULES = {
    "kg.dataframes": ("frame",),
    "kg.errors": ("AmbiguousError", "GraphError", "InputError", "KgError", "NotFoundError", "RegistryError"),
    "kg.graph": ("Graph",),
    "kg.models": ("Analysis", "Conflict", "Document", "Evidence", "Mention", "Provision", "Relation"),
    "kg.read": ("iter_inputs", "read_path"),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}
_VERBS = ("analyse", "build")


class _Verb(ModuleType):
    """A module that is called like the function of its name."""

    def __call__(self, *arguments: Any, **options: Any) -> Any:
        return getattr(self, self.__name__.rpartition(".")[2])(*arguments, **options)


class _Package(ModuleType):
    """This package, where ``kg.build`` means the same before and after the module is imported.

    Importing a submodule binds its name in the package, over the function of that name; so the module
    itself is made callable.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if name in _VERBS and isinstance(value, ModuleType):
            value.__class__ = _Verb
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> object:
    """Imports a public name when it is first asked for (PEP 562)."""
    if name == "__version__":
        from importlib.metadata import PackageNotFoundError, version

        try:
            value: object = version("vn-legal-kg")
        except PackageNotFoundError:  # a copy that was never installed
            value = "unknown"
    elif name == "extract":
        value = import_module("kg.analyse").analyse
    elif name in _VERBS:
        return import_module(f"kg.{name}")
    elif name in _HOME:
        value = getattr(import_module(_HOME[name]), name)
    else:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
