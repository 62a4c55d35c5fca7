// The opener of shells, as the doors use it.

import { equal, match } from 'node:assert/strict';
import { createShellOpener } from '../../src/node/shells';
import { english } from '../../src/core/messages/english';
import { fail } from '../../src/core/result';
import { proxyCommandRefused } from '../../src/core/ssh/sshFailures';
import { judgeOf, memoryStore, never, failed } from './sshLab';
import { person } from './sshPerson';

describe('the opener of shells', () => {
  const opener = createShellOpener({
    ssh: {
      resolve: async (target) => fail(proxyCommandRefused(target)),
      judge: judgeOf(),
      store: memoryStore(),
      agents: { platform: process.platform, env: {} },
    },
    local: { platform: 'linux', programs: {} },
  });

  it('says so where this computer is no Windows', async () => {
    failed(await opener.open({ kind: 'local' }, person(), never()), 'unsupportedHere');
  });

  it('asks for SSH, loads it once, and opens nothing after it was disposed', async () => {
    const target = { kind: 'ssh', target: 'rds-07' } as const;
    match(failed(await opener.open(target, person(), never()), 'sshTargetUnusable'), /rds-07/);
    opener.dispose();
    const late = await opener.open(target, person(), never());
    equal(late.ok ? '' : english(late.failure.message), 'The connection was cancelled.');
  });
});
