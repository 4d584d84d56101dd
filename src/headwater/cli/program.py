"""Program: finds the command, runs it, and turns what went wrong into words and an exit code."""

import json
from collections.abc import Sequence
from difflib import get_close_matches

import click

from headwater import __version__
from headwater.cli.access import token, user
from headwater.cli.call import Call, hoist
from headwater.cli.desk_work import categorise, register, registered, review_due
from headwater.cli.findings import analyse, methods, picture
from headwater.cli.house import demo, desk, erase, exercise, init, log
from headwater.cli.independence import groups
from headwater.cli.names import names
from headwater.cli.reports import add, brief, read
from headwater.cli.resolution import resolve
from headwater.cli.reviewing import review
from headwater.cli.watching import alerts, watch
from headwater.model import HeadwaterError, NotPermitted, WrongUse

PLANNED = {
    "plan": "where scarce teams do most good",
    "case": "the evidence file of a case",
    "share": "hand a package to a partner",
    "receive": "take a partner's package in",
    "recall": "take back what was shared",
    "knock": "ask a partner without handing over the data",
}
"""Commands of the design that are not built yet, with what they will do."""

GLOBAL_HELP = """\
\b
Options of every command, before or after it:
  --node DIR       the node's folder (default ./node)
  --as USER        who acts (default the login name)
  --purpose TEXT   what for; needed to look into a node
  --json           one JSON document on standard output
  --quiet          only the answer

\b
Exit codes: 0 done, 1 done with refusals, 2 wrong use, 3 not permitted,
4 the node is damaged.
"""


_RIGHTS = "use another folder, or have its owner give you the right to it"


class Commands(click.Group):
    """The commands, with a plain word for those that are not built yet."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say what there is instead."""
        name = args[0]
        if name in PLANNED:
            raise WrongUse(
                f"headwater {name} is not built yet",
                why=f"it will be: {PLANNED[name]}",
                do="see headwater --help for what works today",
            )
        if name not in self.commands:
            near = get_close_matches(name, self.commands, n=1)
            do = f"did you mean headwater {near[0]}?" if near else "see headwater --help"
            raise WrongUse(f"there is no command {name!r}", do=do)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, epilog=GLOBAL_HELP, context_settings={"max_content_width": 96})
@click.version_option(__version__, prog_name="headwater")
def headwater() -> None:
    """From graded reports to who organises people smuggling, and what to do about it.

    Start with: headwater demo --once
    """


for command in (
    add,
    alerts,
    analyse,
    brief,
    categorise,
    demo,
    desk,
    erase,
    exercise,
    groups,
    init,
    log,
    methods,
    names,
    picture,
    read,
    register,
    registered,
    resolve,
    review,
    review_due,
    token,
    user,
    watch,
):
    headwater.add_command(command)


def run(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    call = Call(json="--json" in arguments)
    try:
        call, rest = hoist(arguments)
        headwater.main(args=rest, prog_name="headwater", standalone_mode=False, obj=call)
    except click.exceptions.NoArgsIsHelpError as error:
        return _helped(call, error)
    except (HeadwaterError, click.ClickException, OSError, KeyboardInterrupt, click.Abort) as error:
        return _fail(call, _explained(error))
    return call.exit_code


def _helped(call: Call, error: click.exceptions.NoArgsIsHelpError) -> int:
    """A group of commands named without one of them: its help, as wrong use."""
    if call.json:
        path = error.ctx.command_path
        return _fail(call, WrongUse(f"{path} needs a command", do=f"see {path} --help"))
    call.complain(error.format_message())
    return WrongUse.exit_code


def _explained(error: BaseException) -> HeadwaterError:
    if isinstance(error, HeadwaterError):
        return error
    if isinstance(error, click.ClickException):
        where = error.ctx if isinstance(error, click.UsageError) else None
        command = where.command_path if where else "headwater"
        return WrongUse(error.format_message(), do=f"see {command} --help")
    if isinstance(error, PermissionError):
        return NotPermitted("you may not write here", where=str(error.filename or ""), do=_RIGHTS)
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        return WrongUse("a file cannot be used", where=str(error.filename or ""), why=why)
    return WrongUse("stopped", why="you asked for it", do="what was acknowledged is kept")


def _fail(call: Call, error: HeadwaterError) -> int:
    if call.json:
        call.print(json.dumps({"error": error.as_dict()}, ensure_ascii=False))
    else:
        labels = {"where": "Where", "why": "Why", "do": "Do"}
        call.complain(f"headwater: {error.what}")
        for key, label in labels.items():
            if error.as_dict()[key]:
                call.complain(f"  {label + ':':7}{error.as_dict()[key]}")
    return error.exit_code
