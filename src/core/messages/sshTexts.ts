// Texts about reaching a machine over SSH: what is asked for, the configuration of ssh, host keys, and programs that are started here.

export const sshTexts = {
  'ssh.config.value': 'The ssh configuration gives {0} the {1} "{2}", which is not usable.',
  'ssh.config.damaged': '{0} is not an ssh configuration: {1}.',
  'ssh.config.loop': '{0} is included by itself, or files are included too deeply.',
  'ssh.config.remedy': 'Correct the ssh configuration.',
  'ssh.config.refused': 'ssh does not accept its configuration for {0}: {1}',

  'ssh.knownHosts.unreadable': '{0} cannot be read: {1}. It may hold keys that are revoked or have changed.',
  'ssh.knownHosts.unreadable.remedy': 'Make the file readable, or name another with UserKnownHostsFile.',

  'ssh.program.notStarted': '{0} could not be started: {1}.',
  'ssh.program.notStarted.remedy': 'Check that the file is there and may be run.',
  'ssh.program.timedOut': '{0} did not end within {1} seconds and was ended.',
  'ssh.program.timedOut.remedy': 'Run it at a prompt to see what it waits for.',
  'ssh.program.tooLarge': '{0} wrote more than {1} bytes and was ended.',
  'ssh.program.tooLarge.remedy': 'Run it at a prompt to see what it writes.',
} as const;
