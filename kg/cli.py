"""The command ``kg``: what it takes and where it starts; the commands themselves are in ``cli_*``.

Nothing heavy is imported before a command runs, so that help answers at once.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, TextIO

import click

from kg import cli_ask, cli_check, cli_eval, cli_make, cli_rdf, cli_serve
from kg.cli_answers import listed, record
from kg.cli_options import HELP, Group, lang_option
from kg.console import Screen, language
from kg.errors import AmbiguousError, KgError, NotFoundError
from kg.messages import MESSAGES, Lang, error_text, message

COMMANDS = (
    cli_make.extract,
    cli_make.build,
    cli_ask.stats,
    cli_ask.show,
    cli_ask.query,
    cli_ask.path,
    cli_rdf.sparql,
    cli_rdf.export,
    cli_rdf.validate,
    cli_make.view,
    cli_serve.serve,
    cli_check.check,
    cli_check.explain,
    cli_eval.evaluate,
)


@click.group(
    name="kg",
    cls=Group,
    invoke_without_command=True,
    context_settings=HELP,
)
@lang_option
@click.option("--version", is_flag=True)
@click.pass_context
def kg(context: click.Context, version: bool) -> None:
    """The group; ``kg`` alone shows the help."""
    if version:
        from kg import __version__

        context.obj.print(f"kg {__version__}")
        context.exit(0)
    if context.invoked_subcommand is None:
        context.obj.print(context.get_help())


for _command in COMMANDS:
    kg.add_command(_command)


def localise(group: click.Group, lang: Lang) -> None:
    """Gives every command and parameter its help in a language, from the catalogue.

    Args:
        group: the commands.
        lang: the language.
    """
    for command in (group, *group.commands.values()):
        top = "help" if command is group else f"help.{command.name}"
        command.help = message(top, lang)
        command.short_help = command.help.split("\n\n")[0].rstrip(".") + "."
        for parameter in command.params:
            if isinstance(parameter, click.Option):
                own = f"{top}.{parameter.name}"
                parameter.help = message(own if own in MESSAGES else f"help.{parameter.name}", lang)


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs the command line and leaves with its exit status.

    Args:
        arguments: words of the command line; those of the process if None.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        _write_utf8(stream)
    screen = Screen(language(words, os.environ))
    try:
        status = _complete() if "_KG_COMPLETE" in os.environ else run(words, screen)
        screen.out.flush()
    except BrokenPipeError:
        # Whoever read us has read enough; the interpreter must not try to flush again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    sys.exit(status)


def run(words: list[str], screen: Screen) -> int:
    """Runs one command line.

    Args:
        words: the words after ``kg``.
        screen: where to write, in which language.

    Returns:
        0 found or done, 1 nothing found or ambiguous, 2 error, 130 interrupted.
    """
    localise(kg, screen.lang)
    try:
        # Not kg.main(): it would turn a reader that leaves the pipe into an error of ours.
        with kg.make_context("kg", list(words), obj=screen) as context:
            status = kg.invoke(context)
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        _usage_problem(error, screen)
        return 2
    except (AmbiguousError, NotFoundError) as error:
        return _unclear(error, words, screen)
    except KgError as error:
        if os.environ.get("KG_DEBUG"):
            raise
        screen.problem(error.code, str(error), error.facts)
        return 2
    except (KeyboardInterrupt, click.Abort):
        screen.note(screen.say("error.interrupted"))
        return 130
    except BrokenPipeError:
        raise
    except Exception as error:
        if os.environ.get("KG_DEBUG"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())
        screen.problem("internal", "", {"reason": reason[:300]})
        return 2


def _complete() -> int:
    """What the shell asks when Tab is pressed; see ``docs`` of click on shell completion."""
    from click.shell_completion import shell_complete

    return shell_complete(kg, {}, "kg", "_KG_COMPLETE", os.environ["_KG_COMPLETE"])


def _write_utf8(stream: TextIO | Any) -> None:
    """Vietnamese needs UTF-8 whatever the locale; what cannot be written must not stop the rest."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")


def _usage_problem(error: click.ClickException, screen: Screen) -> None:
    """A wrong command line in one line."""
    facts: dict[str, object] = {"reason": error.format_message()}
    code = "usage"
    if isinstance(error, click.NoSuchOption):
        code, facts = "usage-option", {"name": error.option_name}
    elif isinstance(error, click.MissingParameter):
        code, facts = "usage-missing", {"name": _name(error)}
    elif isinstance(error, click.BadParameter):
        code, facts = "usage-value", {"name": _name(error), "reason": _reason(error, screen)}
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "kg"
    said = error_text(code, error.format_message(), screen.lang, facts)
    screen.note(f"{screen.say('error')}: {said}; {screen.say('error.usage-hint', command=path)}")


def _reason(error: click.BadParameter, screen: Screen) -> str:
    """What a value has to be."""
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return screen.say("usage-choice", known=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.FloatRange):
        return screen.say("usage-share")
    if isinstance(kind, click.IntRange | click.types.IntParamType):
        return screen.say("usage-integer")
    return error.message


def _name(error: click.BadParameter) -> str:
    parameter = error.param
    if parameter is None:
        return str(error.param_hint or "")
    return parameter.opts[-1] if isinstance(parameter, click.Option) else str(parameter.metavar)


def _unclear(error: AmbiguousError | NotFoundError, words: list[str], screen: Screen) -> int:
    """No document, or several: they are listed, and none is chosen."""
    near = error.candidates if isinstance(error, AmbiguousError) else error.suggestions
    asked = str(error.facts.get("words", ""))
    facts: Mapping[str, object] = {"words": f"“{asked.strip()}”", "count": len(near)}
    screen.problem(error.code, str(error), facts)
    if "--json" in words:
        screen.json({"error": error.code, "words": asked, "candidates": [record(one) for one in near]})
    elif near:
        if isinstance(error, NotFoundError):
            screen.note(screen.say("nearest"))
        for line in listed(near, screen):
            screen.note(line)
    return 1
