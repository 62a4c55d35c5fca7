import { deepEqual, equal, ok } from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { importSshConfig } from '../../src/node/sshConfig';

describe('hosts of an ssh configuration', () => {
  const homes: string[] = [];

  function homeWith(files: Readonly<Record<string, string>>): string {
    const home = mkdtempSync(join(tmpdir(), 'ssh-home-'));
    homes.push(home);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      writeFileSync(join(home, name), text.replaceAll('{home}', home));
    }
    return home;
  }

  async function read(home: string): Promise<{ readonly rows: readonly string[]; readonly leftOut: readonly string[] }> {
    const imported = await importSshConfig(home);
    ok(imported.ok);
    return {
      rows: imported.value.servers.map(({ label, address, port, via, ssh }) => `${label} ${address} ${port} ${via} ${ssh ?? ''}`),
      leftOut: imported.value.leftOut.map(({ what, why }) => `${what.replace(home, '~')}: ${why.key}`),
    };
  }

  after(() => {
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('are the aliases that are no pattern, with the first host name that applies', async () => {
    const home = homeWith({
      '.ssh/config': `
        # lab
        Host rds-07 term7
          HostName rds-07.corp.example
          Port 2222
        Host=quoted
          HostName "10.0.0.7"
        Host *.corp.example !web.corp.example
          User admin
        Host web.corp.example
        Host lab-*
          HostName %h.lab.example
        Host lab-1
          HostName never-reached.example
      `,
    });
    const { rows, leftOut } = await read(home);
    deepEqual(rows, [
      'rds-07 rds-07.corp.example 3389 ssh rds-07',
      'term7 rds-07.corp.example 3389 ssh term7',
      'quoted 10.0.0.7 3389 ssh quoted',
      'web.corp.example web.corp.example 3389 ssh web.corp.example',
      'lab-1 lab-1.lab.example 3389 ssh lab-1',
    ]);
    deepEqual(leftOut, []);
  });

  it('come from included files too: globs, relative, absolute, from the home, within a Host block', async () => {
    const home = homeWith({
      '.ssh/config': 'Include conf.d/*.conf missing.conf\nInclude ~/other/a[12]\nHost win-*\n  Include {home}/win\nHost last\n',
      '.ssh/conf.d/20.conf': 'Host twenty\n',
      '.ssh/conf.d/10.conf': 'Host ten\n HostName ten.example\n',
      '.ssh/conf.d/skipped.txt': 'Host skipped\n',
      '.ssh/conf.d/.hidden.conf': 'Host hidden\n',
      'other/a1': 'Host a1\n',
      'other/a3': 'Host a3\n',
      win: 'HostName %h.win.example\nHost win-1\n',
    });
    const { rows } = await read(home);
    deepEqual(
      rows.map((row) => row.split(' ').slice(0, 2).join(' ')),
      ['ten ten.example', 'twenty twenty', 'a1 a1', 'win-1 win-1.win.example', 'last last'],
    );
  });

  it('are told apart by case, as ssh does, and only those that ssh can be asked for by name', async () => {
    const { rows, leftOut } = await read(homeWith({ '.ssh/config': 'Host RDS\n HostName upper\nHost rds\n HostName lower\nHost a:22 b;c -x\n' }));
    deepEqual(rows, ['RDS upper 3389 ssh RDS', 'rds lower 3389 ssh rds']);
    deepEqual(leftOut, ['a:22: server.import.hostName', 'b;c: ssh.target.unusable', '-x: server.import.optionAlias']);
  });

  it('end where files include each other', async () => {
    const home = homeWith({ '.ssh/config': 'Include b\nHost a\n', '.ssh/b': 'Include config\nInclude b\nHost b\n' });
    const { rows, leftOut } = await read(home);
    equal(rows.length, 2);
    deepEqual(leftOut, ['~/.ssh/config: server.import.includeLoop', '~/.ssh/b: server.import.includeLoop']);
  });

  it('are found without running anything', async () => {
    const home = homeWith({
      '.ssh/config': 'Match exec "touch {home}/ran" host x\n  HostName evil.example\nMatch all\n  User u\nHost x\n  ProxyCommand touch {home}/ran\n',
    });
    const { rows, leftOut } = await read(home);
    deepEqual(rows, ['x x 3389 ssh x']);
    equal(leftOut.length, 1);
    ok(leftOut[0]?.endsWith('server.import.match'));
    ok(!existsSync(join(home, 'ran')));
  });

  it('leave out, with the reason, what is no host', async () => {
    const home = homeWith({ '.ssh/config': 'Host a\n HostName "no host"\nHost -oProxyCommand\nInclude broken folder\n', '.ssh/broken': 'Host "open\n', '.ssh/folder/x': '' });
    const { rows, leftOut } = await read(home);
    deepEqual(rows, []);
    deepEqual(leftOut.map((text) => text.split(': ').at(-1)).sort(), ['server.import.hostName', 'server.import.notConfig', 'server.import.optionAlias', 'server.import.unreadable']);
  });

  it('without the file are a failure that names it', async () => {
    const imported = await importSshConfig(homeWith({}));
    ok(!imported.ok);
    equal(imported.failure.code, 'fileUnreadable');
    ok(String(imported.failure.message.args[0]).endsWith('config'));
  });
});
