"""Options that several commands share."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kg.console import Screen
from kg.errors import KgError
from kg.messages import LANGS, message

Function = TypeVar("Function", bound=Callable[..., object])

pass_screen = click.make_pass_decorator(Screen)


def _translated(text: str, screen: Screen) -> str:
    """Help with the words that click itself puts into it in the language of the run."""
    for word in ("usage", "options", "commands"):
        text = re.sub(rf"(?m)^{message(word, 'en')}", screen.say(word), text)
    return text.replace("[default:", f"[{screen.say('default')}:")


def _show_help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        (ctx.find_object(Screen) or Screen()).print(ctx.get_help())
        ctx.exit()


class Command(click.Command):
    """A command whose help is all in one language."""

    def get_help(self, ctx: click.Context) -> str:
        """The help of the command."""
        return _translated(super().get_help(ctx), ctx.find_object(Screen) or Screen())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``--help``, with its own help."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = (ctx.find_object(Screen) or Screen()).say("help.help")
            option.callback = _show_help
        return option


class Group(Command, click.Group):
    """The same for a group of commands, listed in the order in which they were added."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first word names.

        Raises:
            KgError: there is none (code ``usage-command``).
        """
        if args and args[0] not in self.commands:
            raise KgError(f"there is no command {args[0]}", code="usage-command", name=args[0])
        return super().resolve_command(ctx, args)


HELP = {"help_option_names": ["-h", "--help"]}
command = functools.partial(click.command, cls=Command, context_settings=HELP)

_UNITS = {"": 1, "K": 2**10, "M": 2**20, "G": 2**30}


def _size(ctx: click.Context, param: click.Parameter, value: str) -> int:
    """Bytes with an optional unit: ``512MB``, ``2G``."""
    found = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*([KMG]?)I?B?\s*", value.upper())
    if found is None or not (size := int(float(found[1]) * _UNITS[found[2]])):
        raise click.BadParameter((ctx.find_object(Screen) or Screen()).say("error.size"), ctx, param)
    return size


def lang_option(function: Function) -> Function:
    """``--lang``: read from the whole command line before it is parsed, so here it is only checked."""
    return click.option(
        "--lang", type=click.Choice(LANGS), envvar=None, expose_value=False, is_eager=True
    )(function)


def json_option(function: Function) -> Function:
    """``--json``."""
    return click.option("--json", "as_json", is_flag=True)(function)


def graph_option(function: Function) -> Function:
    """``--graph DIR``."""
    return click.option(
        "-g", "--graph", "folder", metavar="DIR", envvar="KG_GRAPH", default="graph", show_default=True,
        type=click.Path(path_type=Path),
    )(function)  # fmt: skip


def input_options(function: Function) -> Function:
    """``INPUT...``, ``--input``, ``--ocr`` and ``--max-bytes``."""
    from kg.read.records import DEFAULT_MAX_BYTES

    for option in (
        click.option("--max-bytes", callback=_size, default=f"{DEFAULT_MAX_BYTES}", metavar="SIZE"),
        click.option("--ocr", is_flag=True),
        click.option("--input", "kind", type=click.Choice(["auto", "jsonl", "csv", "parquet"]), default="auto"),
        click.argument("inputs", nargs=-1, required=True, metavar="INPUT..."),
    ):
        function = option(function)
    return function


def column_options(function: Function) -> Function:
    """``--id-column`` and ``--text-column``."""
    for option in (
        click.option("--text-column", default="text", show_default=True, metavar="NAME"),
        click.option("--id-column", default="id", show_default=True, metavar="NAME"),
    ):
        function = option(function)
    return function
