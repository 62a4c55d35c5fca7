// Texts of the command line that are more than a finding: usage, failures.

export const commandTexts = {
  'command.usage': `Usage: rdp-diagnostics COMMAND [OPTIONS]

  lint PATH…               checks .reg files, exports of GPOs in any format and snapshots;
                           a folder is searched for them by content
      --baseline FILE      leaves out the findings that FILE accepts
      --write-baseline FILE
                           accepts what there is: writes it to FILE
      --explain-import     says what "reg import" does with each line of a .reg file instead
  show PATH…               what .reg files and exports of GPOs set, Remote Desktop or not
      --rdp-only           only what is about Remote Desktop
      --format reg|lgpo    as a .reg file, or as text for LGPO.exe /t, instead
  check HOST[:PORT]…       asks a listener which security it offers, without logging in;
                           several, a range as 10.0.0.0/24 or [2001:db8::/120]:PORT, and
                           lists are checked side by side, one line each
      --hosts FILE         more of them from a list, an inventory of Ansible (INI, or JSON
                           of ansible-inventory --list), CSV, .rdg or .rdp; - is standard
                           input; may be given several times
      --at-once N          how many are checked at a time (default 64)
      --mode quick|full|gentle
                           at most 3, 16 or 2 connections to each, one after the other;
                           gentle waits a second between them (default full)
      --pause SECONDS      waits between two connections to one listener
      --ask-name           also asks the host for its name and build in the CredSSP
                           handshake, which it may write down as an event
      --routing-token LINE what a load balancer goes by, sent in front of each question
      --timeout SECONDS    for the whole check of a listener (default 10), and for each
                           step of connecting with --ssh (default as configured for ssh)
      --ssh TARGET         also logs in to an alias of the ssh configuration or
                           user@host:port and collects there what explains the listener,
                           security, licensing and logons, changing nothing; HOST may
                           then be left out and is the host that ssh would connect to
      --only PART          collects for listener, security or licensing only
      --days N             how far back events are read (default 30)
      --save FILE          writes what was collected to FILE, *.rdpsnapshot.json
      --known-hosts FILE   host keys, instead of the configured files
      --identity FILE      a private key to log in with; may be given several times
      --accept-host-key SHA256:…
                           the fingerprint of an unknown host key that you have compared;
                           counts for this run only
  diagnose SNAPSHOT…       the report of each saved snapshot; a folder is searched for
                           *.rdpsnapshot.json
  diff SNAPSHOT SNAPSHOT   what differs between two snapshots
  redact SNAPSHOT          prints it with stand-ins for names, addresses and SIDs
  collector --print        prints the script that collects a snapshot, to be run by any
                           other means, and says how
  explain CODE-OR-MESSAGE  what an error code, a reason, an event, a rule or a message means

  --format text|json       how to print (default text); lint also knows sarif
  --fail-on SEVERITY       error, warning, information or hint: from which finding on
                           the exit code is 1 (default warning)
  --version, --help

Exit codes: 0 nothing at or above --fail-on, 1 something (for check also any state other
than rdp; for diff a difference; for explain nothing known), 2 the request could not be
carried out (with --ssh also where only the listener was reached)

Passwords and passphrases are asked for at the terminal, and not at all without one.`,
  'command.unknown': 'Unknown command: {0}.',
  'command.foreignOption': '{0} takes no --{1}; that option belongs to: {2}.',
  'command.noPath': 'lint needs at least one file or folder.',
  'command.oneAddress': 'check --ssh takes at most one HOST[:PORT].',
  'command.badChoice': '--{0} is one of {1}, not "{2}".',
  'command.noSnapshot': 'diagnose needs at least one snapshot, or a folder that holds some.',
  'command.twoSnapshots': 'diff needs exactly two snapshots.',
  'command.oneSnapshot': 'redact needs exactly one snapshot.',
  'command.printCollector': 'collector takes --print and nothing else.',
  'command.nothingToExplain': 'explain needs a code or a message.',
  'command.badDays': '--days is a whole number from 1 to {1}, not "{0}".',
  'command.badSave': '--save takes a name that ends in {0}, not "{1}".',
  'command.badTimeout': '--timeout is a number of seconds above 0, not "{0}".',
  'command.onlyWithSsh': '--{0} is for --ssh TARGET.',
  'command.badFingerprint': '--accept-host-key is a fingerprint as ssh-keygen -l prints it, SHA256: and 43 letters, not "{0}".',
  'command.acceptHostKey': 'Compare the fingerprint with the one on the server, then run the command again with --accept-host-key {0}.',
  'command.ask.again': 'That was not accepted.',
  'command.ask.password': 'Password of {0} on {1}:',
  'command.ask.passphrase': 'Passphrase of the key {0}:',
  'command.ask.answer': '{1} asks {0}: {2}',
  'command.badUsage': '{0}.',
  'command.onlyReg': '{0} is no .reg file: only those can be explained.',
  'command.noFiles': '{0} holds no file in a format that is known here.',
  'command.saidOfGpo': '{0} (GPO {1})',
  'command.unknownFormat': '{0} is in no format that is known here, so nothing in it was checked.',
  'command.noSnapshots': '{0} holds no file whose name ends in {1}.',
  'command.fleet': 'Snapshots: {0}',
  'command.findings': 'Findings',
  'command.symptom': 'symptom {0}',
  'command.noFinding': 'no error and no warning',
  'command.unseenSections': 'sections not seen: {0}',
  'command.showsNothing': '{0} shows nothing of its server: no section was seen.',
  'command.fileNotWritten': '{0} cannot be written: {1}.',
  'command.fileTooLarge': '{0} has {1} MB; at most {2} MB can be read.',
  'command.seeHelp': 'See rdp-diagnostics --help.',
} as const;
