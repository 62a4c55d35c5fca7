// Our own reading of ssh's configuration against ssh itself: for any configuration without programs the two have to agree.
// A jump to the host itself is left out: ssh refuses it here, and we where the way is planned (sshRoute.ts).

import { deepEqual, ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { findSsh } from '../../src/node/sshProgram';
import { resolveSshTarget } from '../../src/node/sshTarget';
import { needs } from '../needs';

const never = new AbortController().signal;

describe('settings of the installed ssh', function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-like-ssh-'));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  after(() => rmSync(folder, { recursive: true }));

  function write(name: string, text: string): string {
    const file = join(folder, name);
    writeFileSync(file, text.replaceAll('{folder}', folder), { mode: 0o600 });
    return file;
  }

  before(function () {
    needs(this, 'ssh');
  });

  const { homedir: home, username: userName } = userInfo();

  /** Old key types are among ssh's defaults, and not among ours. */
  const comparable = (found: HostSettings): object => ({
    ...found,
    source: '',
    identityFiles: found.identityFiles.filter((file) => !/id_(?:xmss|dsa)$/.test(file)),
    proxyCommand: found.proxyCommand !== undefined,
  });

  async function bothSay(target: string, configFile: string): Promise<readonly [ssh: object | string, ours: object | string]> {
    const [ssh, ours] = await Promise.all(
      [{}, { ssh: 'none' }].map(async (how) => {
        const resolved = await resolveSshTarget(target, { home, userName, log, configFile, ...how }, never);
        return resolved.ok ? comparable(resolved.value) : resolved.failure.code;
      }),
    );
    return [ssh ?? '', ours ?? ''];
  }

  it('is found by an absolute path, whatever stands in PATH', async () => {
    const before = process.env['PATH'];
    try {
      process.env['PATH'] = ['.', 'bin', '', before].join(':');
      ok((await findSsh())?.startsWith('/'));
    } finally {
      process.env['PATH'] = before;
    }
  });

  it('are what our own reading says, for any configuration without programs', async () => {
    const name = fc.constantFrom('rds', 'RDS', 'rds-07', 'lab', 'web.x');
    const pattern = fc.constantFrom('*', 'rds*', '!rds', 'r?s', '*.x', 'rds', 'RDS', 'lab', '"web.x"', '!*7');
    const list = fc.array(pattern, { minLength: 1, maxLength: 3 });
    const user = fc.constantFrom('admin', 'other', userName);
    const criterion = fc.oneof(
      list.map((patterns) => `host ${patterns.join(',').replaceAll('"', '')}`),
      list.map((patterns) => `originalhost ${patterns.join(',').replaceAll('"', '')}`),
      user.map((wanted) => `user ${wanted}`),
      fc.constantFrom(`localuser ${userName}`, 'localuser nobody', '!user admin', '!host lab', 'final', '!final', 'canonical'),
    );
    const value = (keyword: string, ...values: readonly string[]): fc.Arbitrary<string> =>
      fc.tuple(fc.constantFrom(' ', '  ', '=', ' = ', '\t'), fc.constantFrom(...values)).map(([between, chosen]) => `${keyword}${between}${chosen}`);
    const directive = fc.oneof(
      value('HostName', 'lab', '%h.x', '10.0.0.7', '::1', '"RDS-07"', 'a%%b'),
      value('hostname', 'web.x', 'rds'),
      value('Port', '22', '2222'),
      value('User', 'admin', 'other', '"with blank"'),
      value('IdentityFile', '~/.ssh/a', '"~/.ssh/b c"', '%d/%n_%h_%r_%p_%u_%L', 'none', '/abs', '~/.ssh/a'),
      value('IdentitiesOnly', 'yes', 'no'),
      value('IdentityAgent', 'none', 'SSH_AUTH_SOCK', '$RDP_LAB_NO', '~/agent', '/run/%u'),
      value('ProxyJump', 'none', 'jump', 'a@jump:22,other', '[::2]:22', '10.0.0.9'),
      value('ProxyCommand', 'none', 'nc %h %p', 'x "y z"'),
      value('ConnectTimeout', '5', '1m30s', 'none', '2h'),
      value('ServerAliveInterval', '0', '15', '1m'),
      value('ServerAliveCountMax', '2', '0'),
      value('HostKeyAlias', 'farm', 'Farm2'),
      value('StrictHostKeyChecking', 'yes', 'no', 'off', 'ask', 'accept-new'),
      value('UserKnownHostsFile', '~/.ssh/k1', '~/.ssh/k1 /k2', '"/k 3" /k4', 'none', '/%h'),
      value('GlobalKnownHostsFile', '/g1 /g2', '/g3'),
      value('Include', '{folder}/inc*', '{folder}/missing'),
    );
    const section = fc.tuple(
      fc.oneof(
        list.map((patterns) => `Host ${patterns.join(' ')}`),
        fc.array(criterion, { minLength: 1, maxLength: 2 }).map((criteria) => `Match ${criteria.join(' ')}`),
        fc.constant('Match all'),
      ),
      fc.array(directive, { maxLength: 5 }),
    );
    const text = (included: boolean): fc.Arbitrary<string> =>
      fc.tuple(fc.array(directive, { maxLength: 3 }), fc.array(section, { maxLength: 5 })).map(([first, sections]) =>
        [...first, '# comment', ...sections.flatMap(([head, lines]) => [head, ...lines.map((line) => `  ${line}`)])]
          .filter((line) => !(included && line.includes('Include')))
          .join('\n'),
      );
    const target = fc.tuple(fc.constantFrom('', 'admin@', 'other@'), name, fc.constantFrom('', ':22', ':99')).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(text(false), text(true), text(true), target, async (config, one, two, wanted) => {
        write('inc1', `${one}\n`);
        write('inc2', `${two}\n`);
        const [ssh, ours] = await bothSay(wanted, write('config', `${config}\n`));
        deepEqual(ours, ssh);
      }),
      { seed: 14, numRuns: process.env['RDP_DIAGNOSTICS_FULL'] === '1' ? 2000 : 150 },
    );
  });

  it('fail as our own reading fails', async () => {
    for (const config of ['Port 0', 'ConnectTimeout soon', 'HostName "-x"', 'Include {folder}/again', 'User "open']) {
      write('again', 'Include {folder}/again\n');
      deepEqual(await bothSay('rds', write('config', `${config}\n`)), ['sshTargetUnusable', 'sshTargetUnusable'], config);
    }
  });
});
