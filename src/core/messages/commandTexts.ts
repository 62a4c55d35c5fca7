// Texts of the command line that are more than a finding: usage, failures.

export const commandTexts = {
  'command.usage': `Usage: rdp-diagnostics COMMAND [OPTIONS]

  lint PATH…               checks .reg files; a folder is searched for them
      --explain-import     says what "reg import" does with each line instead
  check HOST[:PORT]        asks a listener which security it offers, without logging in
      --timeout SECONDS    for the whole check (default 10)

  --format text|json       how to print (default text)
  --fail-on SEVERITY       error, warning, information or hint: from which finding on
                           the exit code is 1 (default warning)
  --version, --help

Exit codes: 0 nothing at or above --fail-on, 1 something (for check also any state
other than rdp), 2 the request could not be carried out`,
  'command.unknown': 'Unknown command: {0}.',
  'command.noPath': 'lint needs at least one file or folder.',
  'command.oneAddress': 'check needs exactly one HOST[:PORT].',
  'command.badChoice': '--{0} is one of {1}, not "{2}".',
  'command.badTimeout': '--timeout is a number of seconds above 0, not "{0}".',
  'command.badUsage': '{0}.',
  'command.onlyReg': '{0} is no .reg file: only those can be explained.',
  'command.noFiles': '{0} holds no .reg file.',
  'command.unknownFormat': '{0} is in no format that is known here, so nothing in it was checked.',
  'command.fileTooLarge': '{0} has {1} MB; at most {2} MB can be read.',
  'command.seeHelp': 'See rdp-diagnostics --help.',
} as const;
