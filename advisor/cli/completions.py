"""`advisor completions`: a script for a shell, made from the table of options, so that it completes what is understood.

Knows the shells and no command from the inside.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from advisor.cli.options import COMMANDS, PROGRAM, SHARED, Command, Option
from advisor.errors import DONE
from advisor.model import Language, Words

Kind = Literal["", "file", "directory"]


def run(shell: str, language: Language) -> int:
    """Write the script of a shell on standard output."""
    print(script(shell, language), end="")
    return DONE


def script(shell: str, language: Language) -> str:
    """What the shell reads; its descriptions are in one language."""
    writer = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell]
    return "\n".join([*writer(language), ""])


def kind_of(words: Words | None) -> Kind:
    """What a value is, by what stands for it in the help."""
    shown = (words or {}).get("en", "")
    return "file" if "FILE" in shown else "directory" if "DIR" in shown else ""


@dataclass(frozen=True, slots=True)
class _Words:
    """What may be written behind a command."""

    command: Command

    @property
    def options(self) -> tuple[Option, ...]:
        return self.command.understood

    @property
    def kind(self) -> Kind:
        return kind_of(self.command.words)


def _spelt(options: tuple[Option, ...]) -> str:
    return " ".join(name for option in options for name in (option.name, option.short) if name)


def _every_option() -> dict[str, Option]:
    every = (*SHARED, *(option for command in COMMANDS for option in command.options))
    return {option.name: option for option in every}


# bash


def _bash(_language: Language) -> Iterator[str]:
    valued = [option for option in _every_option().values() if option.value]
    yield f'# For this shell alone: eval "$({PROGRAM} completions bash)"'
    yield f"_{PROGRAM}() {{"
    yield '    local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" command="" at options words kind'
    yield "    COMPREPLY=()"
    yield "    # The shell takes --option=value for three words."
    yield '    if [[ $current == "=" ]]; then current=""'
    yield '    elif [[ $previous == "=" ]]; then previous="${COMP_WORDS[COMP_CWORD-2]}"; fi'
    yield "    for ((at = 1; at < COMP_CWORD; at++)); do"
    yield '        case "${COMP_WORDS[at]}" in'
    yield f"            {'|'.join(option.name for option in valued)}) ((at++)) ;;"
    yield "            -*|=) ;;"
    yield '            *) command="${COMP_WORDS[at]}"; break ;;'
    yield "        esac"
    yield "    done"
    yield "    local IFS=$' \\n'"
    yield '    case "$previous" in'
    for option in valued:
        yield f"        {option.name}) {_bash_value(option)} ;;"
    yield "    esac"
    yield '    case "$command" in'
    yield f'        "") options="{_spelt(SHARED)}" words="{" ".join(one.name for one in COMMANDS)}" ;;'
    for each in map(_Words, COMMANDS):
        words = " ".join(each.command.choices)
        yield f'        {each.command.name}) options="{_spelt(each.options)}" words="{words}" kind="{each.kind}" ;;'
    yield "    esac"
    yield "    if [[ $current == -* ]]; then"
    yield '        COMPREPLY=($(compgen -W "$options" -- "$current"))'
    yield "    elif [[ -n $words && ( -z $command || $at -eq $((COMP_CWORD - 1)) ) ]]; then"
    yield '        COMPREPLY=($(compgen -W "$words" -- "$current"))'
    yield "    elif [[ -n $kind ]]; then"
    yield "        IFS=$'\\n'"
    yield "        compopt -o filenames 2>/dev/null"
    yield '        [[ $kind == directory ]] && COMPREPLY=($(compgen -d -- "$current")) || COMPREPLY=($(compgen -f -- "$current"))'
    yield "    fi"
    yield "}"
    yield f"complete -F _{PROGRAM} {PROGRAM}"


def _bash_value(option: Option) -> str:
    if option.choices:
        return f'COMPREPLY=($(compgen -W "{" ".join(option.choices)}" -- "$current")); return'
    flag = {"file": "-f", "directory": "-d", "": ""}[kind_of(option.value)]
    if not flag:
        return "return"
    return f"IFS=$'\\n'; compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen {flag} -- \"$current\")); return"


# zsh


def _zsh(language: Language) -> Iterator[str]:
    yield f"#compdef {PROGRAM}"
    yield f"# For this shell alone: source <({PROGRAM} completions zsh)"
    yield f"_{PROGRAM}() {{"
    yield "    local curcontext=$curcontext state line ret=1"
    yield "    local -a shared commands"
    yield "    typeset -A opt_args"
    yield "    shared=("
    yield from (f"        {_zsh_option(option, language)}" for option in SHARED)
    yield "    )"
    yield "    commands=("
    yield from (f"        {_quoted(f'{one.name}:{_bare(one.help[language])}')}" for one in COMMANDS)
    yield "    )"
    yield "    _arguments -C $shared '1: :->command' '*:: :->words' && ret=0"
    yield "    case $state in"
    yield "        command) _describe -t commands command commands && ret=0 ;;"
    yield "        words)"
    yield "            case $line[1] in"
    for each in map(_Words, COMMANDS):
        own = " ".join(_zsh_option(option, language) for option in each.command.options)
        yield f"                {each.command.name}) _arguments $shared {own} {_zsh_words(each, language)} && ret=0 ;;"
    yield "            esac ;;"
    yield "    esac"
    yield "    return ret"
    yield "}"
    yield f'if [[ $funcstack[1] == _{PROGRAM} ]]; then _{PROGRAM} "$@"; else compdef _{PROGRAM} {PROGRAM}; fi'


def _zsh_option(option: Option, language: Language) -> str:
    said = f"[{_bare(option.help[language])}]"
    if not option.value:
        return (
            f"'({option.name} {option.short})'{{{option.name},{option.short}}}{_quoted(said)}"
            if option.short
            else _quoted(f"{option.name}{said}")
        )
    return _quoted(
        f"*{option.name}={said}:{option.value[language]}:{_zsh_value(option.choices, kind_of(option.value))}"
    )


def _zsh_value(choices: tuple[str, ...], kind: Kind) -> str:
    return f"({' '.join(choices)})" if choices else {"file": "_files", "directory": "_files -/", "": " "}[kind]


def _zsh_words(each: _Words, language: Language) -> str:
    shown = (each.command.words or {}).get(language, "")
    if not shown:
        return "'*: : '"
    said = _bare(shown)
    first = _quoted(f"1:{said}:{_zsh_value(each.command.choices, each.kind)}")
    return f"{first} {_quoted(f'*:{said}:{_zsh_value((), each.kind)}')}"


def _bare(text: str) -> str:
    """A description without the signs that zsh reads in one."""
    for sign in "\\[]:":
        text = text.replace(sign, f"\\{sign}")
    return text


# fish


def _fish(language: Language) -> Iterator[str]:
    yield f"# For this shell alone: {PROGRAM} completions fish | source"
    yield f"complete -c {PROGRAM} -f"
    for option in SHARED:
        others = " ".join(command.name for command in COMMANDS if option.name in command.without)
        where = f" -n 'not __fish_seen_subcommand_from {others}'" if others else ""
        yield f"complete -c {PROGRAM}{where} {_fish_option(option, language)}"
    for command in COMMANDS:
        said = _quoted(command.help[language])
        yield f"complete -c {PROGRAM} -n __fish_use_subcommand -a {command.name} -d {said}"
    for each in map(_Words, COMMANDS):
        behind = f"complete -c {PROGRAM} -n '__fish_seen_subcommand_from {each.command.name}'"
        for option in each.command.options:
            yield f"{behind} {_fish_option(option, language)}"
        if each.command.choices:
            choices = " ".join(each.command.choices)
            yield f"{behind[:-1]}; and not __fish_seen_subcommand_from {choices}' -a '{choices}'"
            behind = f"{behind[:-1]}; and __fish_seen_subcommand_from {choices}'"
        if each.kind:
            yield f"{behind} {_fish_value((), each.kind)}"


def _fish_option(option: Option, language: Language) -> str:
    names = f"-l {option.name.lstrip('-')}" + (f" -s {option.short.lstrip('-')}" if option.short else "")
    kind = kind_of(option.value)
    value = f" {'-r' if kind == 'file' else '-x'} {_fish_value(option.choices, kind)}" if option.value else ""
    return f"{names}{value} -d {_quoted(option.help[language])}"


def _fish_value(choices: tuple[str, ...], kind: Kind) -> str:
    if choices:
        return f"-a {_quoted(' '.join(choices))}"
    return {"file": "-F", "directory": "-a '(__fish_complete_directories)'", "": "-f"}[kind]


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
