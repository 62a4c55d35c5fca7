// What ssh would do for a host: as ssh -G says it, and as our own reading of its files does, which have to agree.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type { Result } from '../../src/core/result';
import type { HostSettings } from '../../src/core/ssh/hostSettings';
import { resolveSshTarget, sshAliases, type SshEnvironment } from '../../src/node/sshTarget';
import { needsSystem } from '../needs';

const never = new AbortController().signal;

describe('settings of ssh', function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), 'rdp-ssh-target-'));
  const said: string[] = [];
  const tell = (text: string): void => void said.push(text);
  const log = { info: () => undefined, warn: tell, error: tell };
  after(() => rmSync(folder, { recursive: true }));
  beforeEach(() => {
    said.length = 0;
  });

  function write(name: string, text: string): string {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text.replaceAll('{folder}', folder), { mode: 0o600 });
    return file;
  }

  /** A home whose configuration is read by ourselves. */
  function ownReading(name: string, config: string): SshEnvironment {
    write(`${name}/.ssh/config`, config);
    return { home: join(folder, name), userName: 'me', log, ssh: 'none' };
  }

  async function settings(target: string, from: SshEnvironment): Promise<HostSettings> {
    const resolved = await resolveSshTarget(target, from, never);
    ok(resolved.ok, JSON.stringify(resolved));
    return resolved.value;
  }

  const failureOf = (resolved: Result<HostSettings>): string => (resolved.ok ? 'resolved' : `${resolved.failure.code} ${resolved.failure.message.key}`);

  describe('read without ssh', () => {
    it('are ssh’s defaults where nothing is configured', async () => {
      const home = join(folder, 'nothing');
      const ssh = (...names: readonly string[]): readonly string[] => names.map((name) => join(home, '.ssh', name));
      const found = await settings('RDS-07.corp.example', { home, userName: 'me', log, ssh: 'none', configFile: join(folder, 'missing') });
      const { globalKnownHostsFiles, ...others } = found;
      equal(globalKnownHostsFiles.length, 2);
      deepEqual(others, {
        alias: 'RDS-07.corp.example',
        hostName: 'rds-07.corp.example',
        port: 22,
        user: 'me',
        identityFiles: ssh('id_rsa', 'id_ecdsa', 'id_ecdsa_sk', 'id_ed25519', 'id_ed25519_sk'),
        identitiesOnly: false,
        identityAgent: undefined,
        proxyJump: [],
        proxyCommand: undefined,
        connectTimeoutMs: undefined,
        serverAliveIntervalMs: 0,
        serverAliveCountMax: 3,
        hostKeyAlias: undefined,
        strictHostKeyChecking: 'ask',
        userKnownHostsFiles: ssh('known_hosts', 'known_hosts2'),
        source: 'configuration',
      });
    });

    it('put in tokens, the home and variables', async () => {
      process.env['RDP_LAB_KEYS'] = '/lab/keys';
      const from = ownReading(
        'tokens',
        `Host rds
          HostName %h-07.corp.example
          User admin
          Port 2222
          IdentityFile ~/.ssh/%n_%r_%u_%p_%h%%
          IdentityFile %d/keys/id
          IdentityFile \${RDP_LAB_KEYS}/id
          IdentityFile /abs/%k
          IdentityAgent $RDP_LAB_NOT_SET
          UserKnownHostsFile ~/.ssh/known "~/.ssh/known too"
          GlobalKnownHostsFile none`,
      );
      const found = await settings('rds', from);
      delete process.env['RDP_LAB_KEYS'];
      const { home } = from;
      deepEqual(found.identityFiles, [`${home}/.ssh/rds_admin_me_2222_rds-07.corp.example%`, `${home}/keys/id`, '/lab/keys/id', '/abs/rds']);
      equal(found.identityAgent, 'none');
      deepEqual(found.userKnownHostsFiles, [`${home}/.ssh/known`, `${home}/.ssh/known too`]);
      deepEqual(found.globalKnownHostsFiles, []);
    });

    it('let what was asked for win', async () => {
      const from = ownReading('asked', 'Host rds\n User admin\n Port 2222\nMatch user me\n HostName mine\nMatch user other\n HostName theirs\n');
      const { user, port, hostName } = await settings('other@rds:22', from);
      deepEqual([user, port, hostName], ['other', 22, 'theirs']);
    });

    it('take the command line’s identities first and its known_hosts instead', async () => {
      const from = ownReading('options', 'IdentityFile /conf/id\nUserKnownHostsFile /conf/known\n');
      const found = await settings('rds', { ...from, identityFiles: ['/given'], knownHostsFiles: ['/given/known'] });
      deepEqual(found.identityFiles, ['/given', '/conf/id']);
      equal(found.identitiesOnly, true);
      deepEqual([found.userKnownHostsFiles, found.globalKnownHostsFiles], [['/given/known'], []]);
    });

    it('never run a program, and say which section is left out for that', async () => {
      const mark = join(folder, 'mark');
      const from = ownReading(
        'exec',
        `Match host nowhere exec "touch ${mark}"\n User no\nMatch exec "touch ${mark}"\n User one\nMatch !exec "touch ${mark}"\n User two\nMatch localnetwork 10.0.0.0/8\n User three\nHost *\n User last\n`,
      );
      equal((await settings('rds', from)).user, 'last');
      ok(!existsSync(mark));
      equal(said.length, 3, said.join('\n'));
      ok(said[0]?.includes('exec') && said[2]?.includes('localnetwork'));
    });

    it('say that names are not canonicalised', async () => {
      await settings('rds', ownReading('canonical', 'CanonicalizeHostname yes\n'));
      equal(said.length, 1);
    });

    it('refuse what ssh refuses', async () => {
      const rows: readonly (readonly [config: string, failure: string])[] = [
        ['Port 0', 'sshTargetUnusable ssh.config.value'],
        ['Port ssh', 'sshTargetUnusable ssh.config.value'],
        ['ConnectTimeout soon', 'sshTargetUnusable ssh.config.value'],
        ['IdentitiesOnly constructor', 'sshTargetUnusable ssh.config.value'],
        ['StrictHostKeyChecking maybe', 'sshTargetUnusable ssh.config.value'],
        ['ProxyJump a b', 'sshTargetUnusable ssh.config.value'],
        ['HostName $(id)', 'sshTargetUnusable ssh.config.value'],
        ['HostName "-x"', 'sshTargetUnusable ssh.config.value'],
        ['HostName "open', 'sshTargetUnusable ssh.config.damaged'],
        ['Include {folder}/loop', 'sshTargetUnusable ssh.config.loop'],
        ['Include {folder}/aFolder', 'fileUnreadable failure.fileUnreadable'],
      ];
      write('loop', 'Include {folder}/loop\n');
      mkdirSync(join(folder, 'aFolder'));
      for (const [config, failure] of rows) equal(failureOf(await resolveSshTarget('rds', ownReading('refused', config), never)), failure, config);
    });

    it('survive anything in the file', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
          const from = ownReading('garbage', '');
          writeFileSync(join(from.home, '.ssh', 'config'), bytes);
          const resolved = await resolveSshTarget('rds', from, never);
          ok(resolved.ok || ['sshTargetUnusable', 'fileUnreadable'].includes(resolved.failure.code));
        }),
        { seed: 13, numRuns: 200 },
      );
    });

    it('are not read once cancelled', async () => {
      equal(failureOf(await resolveSshTarget('rds', ownReading('cancelled', ''), AbortSignal.abort())), 'cancelled ssh.cancelled');
    });

    it('name the aliases for a picker', async () => {
      const { home } = ownReading('aliases', 'Host rds-07\n HostName 10.0.0.7\nHost *.x\nHost RDS-08\n');
      deepEqual(await sshAliases(home), [
        { alias: 'rds-07', hostName: '10.0.0.7' },
        { alias: 'RDS-08', hostName: 'RDS-08' },
      ]);
      deepEqual(await sshAliases(join(folder, 'nothing')), []);
    });
  });

  describe('asked of a program that', () => {
    before(function () {
      needsSystem(this, 'Unix');
    });

    function program(name: string, text: string): SshEnvironment {
      const ssh = write(name, `#!/bin/sh\n${text}\n`);
      chmodSync(ssh, 0o700);
      return { home: folder, userName: 'me', log, ssh };
    }

    it('gets the host behind the options and two hyphens', async () => {
      const from = program('shows', `for word; do printf '%s\\n' "$word"; done > ${folder}/words; echo 'hostname rds'`);
      equal((await settings('CORP\\admin@rds:2222', { ...from, configFile: '/conf' })).source, 'ssh');
      deepEqual(readFileSync(join(folder, 'words'), 'utf8').trimEnd().split('\n'), ['-G', '-F', '/conf', '-l', 'CORP\\admin', '-p', '2222', '--', 'rds']);
    });

    it('hangs, is ended when cancelled', async () => {
      const pidFile = join(folder, 'hangs.pid');
      const from = program('hangs', `echo $$ > ${pidFile}; sleep 1000`);
      const cancel = new AbortController();
      const resolving = resolveSshTarget('rds', from, cancel.signal);
      while (!existsSync(pidFile)) await pause(20);
      cancel.abort();
      equal(failureOf(await resolving).split(' ')[0], 'cancelled');
    });

    it('refuses, fails in its words', async () => {
      const resolved = await resolveSshTarget('rds', program('refuses', "echo 'Pseudo-terminal' >&2; echo 'config line 3: Bad \u001b[1mport' >&2; exit 255"), never);
      ok(!resolved.ok);
      deepEqual(resolved.failure.message.args, ['rds', 'config line 3: Bad  [1mport']);
    });

    it('floods, fails', async () => {
      equal(failureOf(await resolveSshTarget('rds', program('floods', 'yes'), never)).split(' ')[0], 'outputTooLarge');
    });

    it('prints nonsense, fails or gives defaults', async () => {
      equal((await settings('rds', program('nonsense', 'head -c 5000 /dev/urandom'))).hostName, 'rds');
      equal(failureOf(await resolveSshTarget('rds', program('bad', "echo 'port many'"), never)), 'sshTargetUnusable ssh.config.value');
    });

    it('is too old for the question, or none at all, is passed over', async () => {
      equal((await settings('rds', program('old', "echo 'unknown option -- G' >&2; exit 255"))).source, 'configuration');
      const none = write('none', 'no program');
      equal((await settings('rds', { home: folder, userName: 'me', log, ssh: none })).source, 'configuration');
    });
  });
});
